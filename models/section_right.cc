#include "models/section_right.h"

#include <utility>

#include "engine/check.h"

namespace rail {

void SectionRight::come(Track* section) {
  section_ = section;
  const auto missing = static_cast<std::size_t>(given_ - section->requests(side_ ^ 1U));
  DES_CHECK(missing <= may_be_missing_.size(), "a section's book lacks trains that were in it",
            des::SimTime{0}, track_);
  for (std::size_t i = may_be_missing_.size() - missing; i < may_be_missing_.size(); ++i)
    section->request(may_be_missing_[i]);
  may_be_missing_.clear();
  to_use_ = !section->waiting(side_).empty();
}

Track* SectionRight::hand_on() {
  to_use_ = false;
  return std::exchange(section_, nullptr);
}

void SectionRight::note_given(const TrackRequest& request) {
  ++given_;
  if (section_ != nullptr)
    section_->request(request);
  else
    may_be_missing_.push_back(request);
}

// Whoever has got the right uses it once at least: else it might go to and fro for ever.
std::optional<SectionTurn> SectionRight::next_turn(std::int64_t now, std::int64_t notice) const {
  const std::optional<SectionTurn> own = section_->next_turn_of(side_, now);
  if (own && to_use_ && own->entry == own->free) return own;
  const std::optional<SectionTurn> other = section_->next_turn_of(side_ ^ 1U, now + notice);
  if (!own || !other) return own ? own : other;
  return section_->next_turn(*own, *other);
}

TrackGrant SectionRight::let_in(const SectionTurn& turn) {
  to_use_ = false;
  return section_->let_in_first(turn);
}

}  // namespace rail
