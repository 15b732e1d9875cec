#include "models/section_right.h"

#include <utility>

#include "engine/check.h"

namespace rail {

void SectionRight::come(Track* section, std::int64_t now) {
  section_ = section;
  const auto missing = static_cast<std::size_t>(given_ - section->requests(side_ ^ 1U));
  DES_CHECK(missing <= may_be_missing_.size(), "a section's book lacks trains that were in it",
            des::SimTime{now}, track_);
  for (std::size_t i = may_be_missing_.size() - missing; i < may_be_missing_.size(); ++i)
    section->request(may_be_missing_[i].request);
  may_be_missing_.clear();
  to_use_ = !section->waiting(side_).empty();
}

Track* SectionRight::hand_on() {
  to_use_ = false;
  return std::exchange(section_, nullptr);
}

// Word of a track arrives a notice after that was given, and finds the book gone only if it has left before,
// which then comes here a notice later: so not of one that was given two notices ago.
void SectionRight::note_given(const TrackRequest& request, std::int64_t now) {
  ++given_;
  if (section_ != nullptr) return section_->request(request);
  std::erase_if(may_be_missing_, [&](const Given& one) { return one.time <= now - 2 * notice_; });
  may_be_missing_.push_back({now, request});
}

// Whoever has got the right uses it once at least, if a train can enter before the right could be back: else
// it might go to and fro for ever.
std::optional<SectionTurn> SectionRight::next_turn(std::int64_t now) const {
  const std::optional<SectionTurn> own = section_->next_turn_of(side_, now);
  if (own && to_use_ && (own->entry == own->free || own->entry <= now + notice_)) return own;
  const std::optional<SectionTurn> other = section_->next_turn_of(side_ ^ 1U, now + notice_);
  if (!own || !other) return own ? own : other;
  return section_->next_turn(*own, *other);
}

TrackGrant SectionRight::let_in(const SectionTurn& turn) {
  to_use_ = false;
  return section_->let_in_first(turn);
}

}  // namespace rail
