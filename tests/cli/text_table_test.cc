#include "cli/text_table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace cli {
namespace {

TEST(Width, CountsCharactersNotBytes) {
  EXPECT_EQ(width("Malaszewicze"), 12U);
  EXPECT_EQ(width("Małaszewicze"), 12U);
  EXPECT_EQ(width("Брест"), 5U);
}

TEST(Cut, EndsInAnEllipsisAndNeverInsideACharacter) {
  EXPECT_EQ(cut("Брест", 5), "Брест");
  EXPECT_EQ(cut("Брест", 4), "Бре…");
  EXPECT_EQ(cut("Lodz (Olechow)", 6), "Lodz …");
}

TEST(Cut, WithinKeepsBothEnds) {
  EXPECT_EQ(cut_within("Брест", 5), "Брест");
  EXPECT_EQ(cut_within("Брест", 4), "Б…ст");
  EXPECT_EQ(cut_within("Małaszewicze: held back", 9), "Mała…back");
}

TEST(TextTable, NeverShowsTwoNamesAlike) {
  TextTable table({"", "trains"}, 20);
  table.add({"Małaszewicze: held back", "1"});
  table.add({"Małaszewicze: trains", "2"});
  EXPECT_EQ(table.text(),
            "                trains\n"
            "  Małas…d back       1\n"
            "  Małas…trains       2\n");
}

TEST(Wrapped, BreaksBetweenWords) {
  EXPECT_EQ(wrapped("one two three", 9, 2), "  one two\n  three\n");
  EXPECT_EQ(wrapped("", 9, 2), "  \n");
}

TEST(TextTable, AlignsColumns) {
  TextTable table({"", "trains", "<cause"});
  table.add({"Małaszewicze", "1,812", "path"});
  table.add({"Брест", "9", "bay"});
  EXPECT_EQ(table.text(),
            "                trains  cause\n"
            "  Małaszewicze   1,812  path\n"
            "  Брест              9  bay\n");
}

TEST(TextTable, FitsTheScreen) {
  TextTable table({"", "trains"});
  table.add({std::string(300, 'x'), "12 ± 3"});
  std::istringstream lines(table.text());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), kScreenWidth);
}

}  // namespace
}  // namespace cli
