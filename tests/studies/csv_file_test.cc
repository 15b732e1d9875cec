#include "studies/csv_file.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "studies/io_error.h"
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
