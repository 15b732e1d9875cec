// Single track between two stations with tracks that hold trains back, where messages take a notice: when the
// right to decide is used here, and when it moves on.
#include "models/channels.h"
#include "models/station_inline.h"

namespace rail {

SectionRight& Station::right_to(const TrackTable& track) {
  return rights_[track.right[track.ends[0] == id_ ? 0 : 1]];
}

// nullptr: the other end decides about it by now.
Track* Station::section_here(const TrackTable& track) {
  return right_moves(track) ? right_to(track).section() : &tracks_[track.local];
}

// What has been said of paths may have changed on the way.
void Station::on_right(const des::Event& event) {
  const TrackTable& track = tables_.tracks[event.a];
  right_to(track).come(reinterpret_cast<Track*>(event.b), now());  // NOLINT: so it was sent
  for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) tell_paths(event.a, side);
  await_section(track);
}

void Station::use_rights() {
  for (SectionRight& right : rights_) {
    if (right.section() == nullptr || !right.section()->anyone_comes()) continue;
    use_right(right);
    if (right.section() != nullptr && right.section()->anyone_comes()) decisions_.sections_asked = true;
  }
}

// A train of this end is let in one notice ahead, so that its track can be given on in time; the right is
// handed on two ahead, for the same to be true there. But not before the last train has entered: the longer
// it stays, the more is known of who comes next. Who has just been taken out may have been all that kept
// another one from going.
void Station::use_right(SectionRight& right) {
  const std::int64_t notice = tables_.tracks[right.track()].ahead_s;
  std::optional<SectionTurn> turn;
  while ((turn = right.next_turn(now())) && turn->side == right.side() && turn->entry <= now() + notice) {
    let_in(right.let_in(*turn), turn->entry);
    tell_paths(right.track(), right.side());
  }
  const std::int64_t shut = return_tracks(right.track(), now() + notice);
  turn = right.next_turn(now());
  if (!turn) return;
  const bool own = turn->side == right.side();
  std::int64_t due = turn->entry;
  if (!own && due < kNever) due = std::max(due - notice, right.section()->last_entry() + notice);
  if (!own && due <= now() + notice) return hand_on(right);
  wake_at(std::max(now() + 1, not_never(context_, std::min(due, shut)) - notice));
}

void Station::hand_on(SectionRight& right) {
  const TrackTable& track = tables_.tracks[right.track()];
  const des::Duration notice{track.ahead_s};
  const auto book = reinterpret_cast<std::uint64_t>(right.hand_on());
  scheduler_->send(track_grant(track.ends[right.side() ^ 1U], notice), notice, des::Phase::kRequest,
                   static_cast<std::uint32_t>(EventKind::kRight), {right.track(), book, 0});
}

}  // namespace rail
