// The right to decide about a section of single track between two stations with tracks that hold trains back,
// where messages take a notice (docs/decisions/0015): what one end of it knows.
//
// One end has the right at a time, and with it the section's book (Track): who waits at either end with a
// track at the other one, who entered last, when the section will be free. It lets its own trains in, without
// a message, and hands both on when a train of the other end is next. Who gives a train a track knows that
// first: so whoever has the right knows of all trains of the other end that wait for the section.
//
// Not thread-safe: a part of one station. The book is where its owner keeps it, and only the end that has it
// looks into it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/track.h"

namespace rail {

class SectionRight {
 public:
  // `track`: the section, global. `side`: of the trains that enter it here. `notice`: that messages take.
  SectionRight(std::uint32_t track, std::uint8_t side, std::int64_t notice)
      : track_(track), side_(side), notice_(notice) {}

  std::uint32_t track() const { return track_; }
  std::uint8_t side() const { return side_; }
  Track* section() const { return section_; }  // nullptr: the right is not here
  void come(Track* section, std::int64_t now);
  Track* hand_on();
  // A train of the other end has been given a track here; if the right is here, it is written down now.
  void note_given(const TrackRequest& request, std::int64_t now);
  // Whose turn it is, and when that train enters. What is handed on takes a notice to get there.
  std::optional<SectionTurn> next_turn(std::int64_t now) const;
  TrackGrant let_in(const SectionTurn& turn);  // of this side

 private:
  struct Given {
    std::int64_t time = 0;
    TrackRequest request;
  };

  std::uint32_t track_;
  std::uint8_t side_;
  std::int64_t notice_;
  Track* section_ = nullptr;
  bool to_use_ = false;  // it has come for trains of this side, and none has been let in since
  // Tracks given here to trains of the other end, in all; of those given while the right was elsewhere the
  // last ones may not be in the book when it comes: word of them may have found it gone. No others are kept:
  // if all trains run one way, it never comes.
  std::int64_t given_ = 0;
  std::vector<Given> may_be_missing_;
};

}  // namespace rail
