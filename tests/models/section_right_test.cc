// What one end of a section knows of the right to decide about it, by hand.
#include "models/section_right.h"

#include <gtest/gtest.h>

#include "tests/models/track_requests.h"

namespace rail {
namespace {

constexpr std::int64_t kNotice = 300;

// Single track; trains of side 0 enter it here.
class SectionRightTest : public testing::Test {
 protected:
  Track make() {
    tables_.headways = {kOneAtATime};
    table_.line = 0;
    table_.single = true;
    return {tables_, line_, table_, nullptr, 1'000'000};
  }

  static TrackRequest train(std::uint8_t side, std::int64_t ready, int priority = 0) {
    return asks_for_section(side, 1000, ready, priority);
  }

  ModelTables tables_;
  LineInput line_;
  TrackTable table_;
  SectionRight right_{0, 0, kNotice};
};

// Twenty tracks given while the right is elsewhere, one each 100 s. The book leaves the other end at 1,700
// and is here at 2,000: words of tracks given until 1,400 have found it, and those of the last five are
// missing.
TEST_F(SectionRightTest, WritesDownWhomTheBookLacks) {
  Track book = make();
  for (std::int64_t given = 0; given < 2000; given += 100) {
    right_.note_given(train(1, given), given);
    if (given + kNotice <= 1700) book.request(train(1, given));
  }
  EXPECT_EQ(book.waiting(1).size(), 15u);
  right_.come(&book, 2000);
  ASSERT_EQ(book.waiting(1).size(), 20u);
  for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(book.waiting(1)[i].ready, 100 * static_cast<int>(i));
}

// Its train waits for the path of an hour after the last one, in 100 s; one of the other end has precedence.
// The right has come for the train of this end, and would be back too late if it were handed on.
TEST_F(SectionRightTest, IsUsedWhereAPathComesWithinANotice) {
  table_.paths_per_day = {24, 0};
  table_.accepts = {true, true};
  Track book = make();
  book.request(train(0, 0));
  ASSERT_TRUE(book.grant(0));
  book.request(train(0, 3400, 1));
  right_.come(&book, 3500);
  right_.note_given(train(1, 3300), 3500);
  const std::optional<SectionTurn> turn = right_.next_turn(3500);
  ASSERT_TRUE(turn);
  EXPECT_EQ(turn->side, 0u);
  EXPECT_EQ(turn->entry, 3600);
}

}  // namespace
}  // namespace rail
