// Text of records is made on many threads, and comes into the files replication by replication.
#include "studies/record_files.h"

#include <gtest/gtest.h>

#include "studies/io_error.h"
#include "studies/place_names.h"
#include "tests/studies/files.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

rail::Observations one_stop(std::uint64_t train) {
  rail::Observations seen;
  rail::TrainStop stop;
  stop.train = train;
  stop.point = stop.pool = 0;
  stop.arrived = -1;
  stop.made = 3600;
  stop.departed = 90000;
  stop.wait[0] = 10;
  seen.train_stops = {stop};
  return seen;
}

std::string row_of(int replication, std::uint64_t train, const rail::Model& model) {
  return fmt::format(
      "{},{},{},{},westbound,0,,1970-01-02T01:00:00Z,1970-01-01T01:00:00Z,,,0,0,10,0,0,0,0,0,0,0,0,0,0\n",
      replication, identity_text(train), model.formed_by(0), model.input().points[0].id);
}

std::string without_header(const std::string& text) { return text.substr(text.find('\n') + 1); }

TEST(RecordFiles, HoldWhatIsAddedInTheOrderInWhichItIs) {
  const files::TemporaryFolder folder;
  const auto model = toys::two_points();
  const RunDirectory directory(folder.path() / "run");
  RecordFiles files(directory, *model, 0, {.trains = true});
  for (const int replication : {3, 1, 0, 2}) files.prepare(replication, one_stop(0xfeU + replication));
  for (const int replication : {0, 1, 2}) files.add(replication);
  files.close();
  EXPECT_EQ(without_header(files::content(directory.file("trains.csv"))),
            row_of(0, 0xfe, *model) + row_of(1, 0xff, *model) + row_of(2, 0x100, *model))
      << "and nothing of the one that was not added";
}

TEST(RecordFiles, NoticeAFullDiskWhenAdded) {
  const files::TemporaryFolder folder;
  const auto model = toys::two_points();
  const RunDirectory directory(folder.path() / "run");
  std::filesystem::create_symlink("/dev/full", directory.file("trains.csv"));
  RecordFiles files(directory, *model, 0, {.trains = true});
  files.prepare(0, one_stop(1));
  EXPECT_THROW(files.add(0), IoError);
  EXPECT_THROW(files.add(0), IoError) << "by another thread, before all know";
}

}  // namespace
}  // namespace studies
