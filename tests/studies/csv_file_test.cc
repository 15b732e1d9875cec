#include "studies/csv_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>

#include "studies/io_error.h"
#include "studies/place_names.h"
#include "tests/studies/files.h"

namespace studies {
namespace {

TEST(CsvFile, QuotesWhatMustBeQuoted) {
  const files::TemporaryFolder folder;
  CsvFile file(folder.path() / "a.csv", {"name", "value"});
  file.text("Małaszewicze").number(0.1).end_row();
  file.text("Erenhot, \"二连浩特\"").number(std::int64_t{-7}).end_row();
  file.text("two\nlines").empty().end_row();
  file.close();
  EXPECT_EQ(files::content(folder.path() / "a.csv"),
            "name,value\n"
            "Małaszewicze,0.1\n"
            "\"Erenhot, \"\"二连浩特\"\"\",-7\n"
            "\"two\nlines\",\n");
}

TEST(CsvFile, KeepsEveryBitOfANumber) {
  const files::TemporaryFolder folder;
  const double third = 1.0 / 3.0;
  CsvFile file(folder.path() / "a.csv", {"x"});
  file.number(third).end_row();
  file.close();
  const std::string text = files::content(folder.path() / "a.csv");
  EXPECT_EQ(std::stod(text.substr(2)), third);
}

TEST(CsvFile, WritesIntegersFromTheLeastToTheGreatest) {
  const files::TemporaryFolder folder;
  constexpr std::array<std::int64_t, 7> kNumbers = {
      std::numeric_limits<std::int64_t>::min(), -10, -1, 0, 9, 10, std::numeric_limits<std::int64_t>::max()};
  CsvFile file(folder.path() / "a.csv", {"a", "b", "c", "d", "e", "f", "g"});
  file.numbers(kNumbers).end_row();
  for (const std::int64_t number : kNumbers) file.number(number);
  file.end_row();
  file.close();
  const std::string row = "-9223372036854775808,-10,-1,0,9,10,9223372036854775807\n";
  EXPECT_EQ(files::content(folder.path() / "a.csv"), "a,b,c,d,e,f,g\n" + row + row);
}

TEST(CsvFile, WritesIdentitiesAsHexadecimals) {
  CsvRows rows(1);
  for (const std::uint64_t identity : {0x0ULL, 0xabcULL, 0xfedcba9876543210ULL}) {
    rows.identity(identity).end_row();
    EXPECT_THAT(std::string(rows.all()), testing::EndsWith(identity_text(identity) + "\n"));
  }
  EXPECT_EQ(rows.all(), "0000000000000000\n0000000000000abc\nfedcba9876543210\n");
}

// Rows of its own are as many as fit into memory before they are written.
TEST(CsvFile, AddsRowsBehindItsOwn) {
  const files::TemporaryFolder folder;
  CsvFile file(folder.path() / "a.csv", {"x"});
  std::string expected = "x\n";
  const std::string wide(1000, 'w');
  for (int i = 0; i < 200; ++i) {
    file.text(wide).end_row();
    expected += wide + "\n";
    CsvRows rows(1);
    rows.number(std::int64_t{i}).end_row();
    file.add(rows);
    expected += std::to_string(i) + "\n";
  }
  for (int i = 0; i < 200; ++i) {
    file.text(wide).end_row();
    expected += wide + "\n";
  }
  file.close();
  EXPECT_TRUE(files::content(folder.path() / "a.csv") == expected);
}

TEST(CsvFile, LeavesWhatWasNotObservedEmpty) {
  const files::TemporaryFolder folder;
  CsvFile file(folder.path() / "a.csv", {"x", "x_ci95"});
  file.mean_and_half_width(summarise({})).end_row();
  file.mean_and_half_width(summarise({2})).end_row();
  file.mean_and_half_width(summarise({2, 2})).end_row();
  file.close();
  EXPECT_EQ(files::content(folder.path() / "a.csv"), "x,x_ci95\n,\n2,\n2,0\n");
}

TEST(CsvFile, RefusesARowOfAWrongLength) {
  const files::TemporaryFolder folder;
  CsvFile file(folder.path() / "a.csv", {"x", "y"});
  file.number(1.0);
  EXPECT_THROW(file.end_row(), std::logic_error);
}

// /dev/full takes every open() and refuses every write, as a full disk does.
TEST(CsvFile, NoticesAFullDisk) {
  CsvFile file("/dev/full", {"x"});
  file.number(1.0).end_row();
  EXPECT_THROW(file.close(), IoError);
  CsvFile many("/dev/full", {"x"});
  const std::string wide(1000, 'w');
  EXPECT_THROW(for (int i = 0; i < 200; ++i) many.text(wide).end_row(), IoError)
      << "long before it is closed";
  CsvFile other("/dev/full", {"x"});
  CsvRows rows(1);
  rows.empty().end_row();
  EXPECT_THROW(other.add(rows), IoError);
}

TEST(CsvFile, NamesTheFileItCannotOpen) {
  try {
    const CsvFile file("/no/such/folder/a.csv", {"x"});
    FAIL() << "nothing was thrown";
  } catch (const IoError& error) {
    EXPECT_STREQ(error.what(), "/no/such/folder/a.csv: No such file or directory");
  }
}

}  // namespace
}  // namespace studies
