// Entries onto a double track that are promised to trains before they are ready.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "models/track.h"

namespace rail {
namespace {

TrackRequest train(std::int64_t ready, std::int64_t run_s, std::uint8_t train_class = 0, int priority = 0) {
  TrackRequest request;
  request.run_seconds = run_s;
  request.ready = request.soonest = ready;
  request.train_class = train_class;
  request.precedence = precedence_of(priority, ready, -1);
  return request;
}

// One class of trains, 600 s apart.
class TrackPromises : public testing::Test {
 protected:
  Track make(const OpeningHours* hours = nullptr) {
    tables_.headways = {600};
    table_.line = 0;
    return {tables_, line_, table_, hours, 1'000'000};
  }
  static std::int64_t ready_of_next(Track& track, std::int64_t time) {
    const std::optional<TrackGrant> granted = track.grant(time);
    return granted ? granted->request.ready : -1;
  }

  ModelTables tables_;
  LineInput line_;
  TrackTable table_;
};

TEST_F(TrackPromises, AreKeptToTheSecond) {
  Track track = make();
  EXPECT_FALSE(track.has_promised());
  ASSERT_TRUE(track.promise(train(2000, 500), 0));
  EXPECT_TRUE(track.has_promised());
  EXPECT_EQ(track.waiting(), 0U);
  EXPECT_EQ(track.next_chance(0), 2000);
  EXPECT_FALSE(track.grant(1999).has_value());
  const TrackGrant granted = track.grant(2000).value();
  EXPECT_EQ(granted.run_seconds, 500);
  EXPECT_EQ(granted.path_wait + granted.yard_wait + granted.room_wait, 0);
  EXPECT_FALSE(track.has_promised());
  EXPECT_EQ(track.next_chance(2000), std::nullopt);
}

// At 100 s the next one enters 600 s before a promise, and leaves 600 s before that train does.
TEST_F(TrackPromises, WhoFitsGoesBefore) {
  Track track = make();
  ASSERT_TRUE(track.promise(train(700, 500), 0));
  track.request(train(100, 500));
  EXPECT_EQ(ready_of_next(track, 100), 100);
  track.request(train(150, 500));
  EXPECT_EQ(track.next_chance(150), 700) << "to let in the train with the promise";
  EXPECT_EQ(ready_of_next(track, 700), 700);
  EXPECT_EQ(track.next_chance(700), 1300);
  EXPECT_EQ(ready_of_next(track, 1300), 150);
}

TEST_F(TrackPromises, WhoIsASecondTooLateGoesBehind) {
  Track track = make();
  ASSERT_TRUE(track.promise(train(700, 500), 0));
  track.request(train(101, 500, 0, -1));
  EXPECT_EQ(ready_of_next(track, 101), -1) << "whatever its priority";
  EXPECT_EQ(ready_of_next(track, 700), 700);
  EXPECT_EQ(ready_of_next(track, 1299), -1);
  EXPECT_EQ(ready_of_next(track, 1300), 101);
}

// The promised train is out at 2500 if nobody is before it: who enters at 500 must be out by 1900.
TEST_F(TrackPromises, WhoWouldSlowItDownGoesBehind) {
  for (const std::int64_t run_s : {1400, 1401}) {
    Track track = make();
    ASSERT_TRUE(track.promise(train(2000, 500), 0));
    track.request(train(500, run_s));
    EXPECT_EQ(track.next_chance(499), run_s == 1400 ? 500 : 2000);
    EXPECT_EQ(ready_of_next(track, 500), run_s == 1400 ? 500 : -1);
    EXPECT_EQ(track.grant(2000)->run_seconds, 500);
    EXPECT_EQ(ready_of_next(track, 2600), run_s == 1400 ? -1 : 500);
  }
}

TEST_F(TrackPromises, AGapBetweenTwoIsUsed) {
  Track track = make();
  ASSERT_TRUE(track.promise(train(3000, 500), 0));
  ASSERT_TRUE(track.promise(train(1700, 500), 0)) << "before one that was promised first";
  EXPECT_FALSE(track.promise(train(2401, 500), 0)) << "it would hold that one up";
  track.request(train(1500, 500));
  EXPECT_EQ(track.next_chance(1500), 1700);
  EXPECT_EQ(ready_of_next(track, 1700), 1700);
  EXPECT_EQ(track.next_chance(1700), 2300);
  EXPECT_EQ(ready_of_next(track, 2300), 1500);
  EXPECT_EQ(ready_of_next(track, 3000), 3000);
}

TEST_F(TrackPromises, AreNotMadeBeforeTheHeadwayOrThoseThatWait) {
  Track track = make();
  track.request(train(0, 500));
  track.grant(0);
  EXPECT_FALSE(track.promise(train(599, 500), 0));
  track.request(train(10, 500));  // enters at 600
  EXPECT_FALSE(track.promise(train(1199, 500), 10));
  EXPECT_FALSE(track.promise(train(600, 500), 10));
  EXPECT_TRUE(track.promise(train(1200, 500), 10));
  EXPECT_EQ(ready_of_next(track, 600), 10);
  EXPECT_EQ(ready_of_next(track, 1200), 1200);
}

TEST_F(TrackPromises, AreNotMadeWhereSomethingElseMayLimitEntry) {
  table_.single = true;
  EXPECT_FALSE(make().promise(train(1000, 500), 0));
  table_.single = false;
  table_.accepts = {true, true};
  table_.paths_per_day = {24, 24};
  EXPECT_FALSE(make().promise(train(1000, 500), 0));
  table_.paths_per_day = {};
  const OpeningHours hours({{0, 2000}, {5000, 100'000}});
  EXPECT_FALSE(make(&hours).promise(train(1501, 500), 0)) << "not through before the possession";
  EXPECT_TRUE(make(&hours).promise(train(1500, 500), 0));
  line_.accepted_per_day = {3, 3};
  EXPECT_FALSE(make().promise(train(1000, 500), 0));
}

// Room for two, and one promise at a time: the place is taken as it is made, and counts as taken for others.
TEST_F(TrackPromises, KeepAPlaceOnTheTrack) {
  table_.room = 2;
  table_.promises = 1;
  Track track = make();
  ASSERT_TRUE(track.promise(train(3000, 500), 0));
  EXPECT_FALSE(track.promise(train(5000, 500), 0));
  track.request(train(100, 500));
  EXPECT_EQ(ready_of_next(track, 100), 100);
  EXPECT_FALSE(track.has_room());
  track.request(train(800, 500));
  EXPECT_EQ(ready_of_next(track, 800), -1);
  EXPECT_EQ(track.next_chance(800), 3000) << "news of room would come";
  track.return_room(0, kNone, 1000);
  EXPECT_EQ(track.next_chance(1000), 1000);
  const TrackGrant granted = track.grant(1000).value();
  EXPECT_EQ(granted.request.ready, 800);
  EXPECT_EQ(granted.room_wait, 200);
  EXPECT_FALSE(track.promise(train(4000, 500), 1000));
  EXPECT_EQ(ready_of_next(track, 3000), 3000);
  EXPECT_FALSE(track.promise(train(4000, 500), 3000)) << "no room";
}

// Trains come at random, some of them promised. What enters when, asked each second and asked only when told
// to, is the same, and each of those questions has an answer; everybody keeps their distance, and promises
// are kept.
struct Coming {
  std::int64_t time, ahead_s, run_s;
  std::uint8_t train_class;
  int priority;
};
using Entered = std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t, std::size_t>>;

std::vector<Coming> anything_coming() {
  std::vector<Coming> all;
  std::int64_t time = 0;
  for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
    time += *rc::gen::inRange<std::int64_t>(0, 30);
    all.push_back({time, *rc::gen::element<std::int64_t>(0, 0, 5, 20, 40),
                   *rc::gen::inRange<std::int64_t>(20, 60), *rc::gen::element<std::uint8_t>(0, 1),
                   *rc::gen::inRange(0, 2)});
  }
  return all;
}

RC_GTEST_PROP(TrackPromisesAtRandom, AreKeptAndNoChanceIsMissed, ()) {
  ModelTables tables;
  tables.classes = 2;
  for (int i = 0; i < 4; ++i) tables.headways.push_back(*rc::gen::inRange<std::int64_t>(1, 20));
  const LineInput line;
  TrackTable table;
  table.line = 0;
  const OpeningHours hours({{0, 90}, {130, 1'000'000}});
  const bool closes = *rc::gen::arbitrary<bool>();
  const std::vector<Coming> coming = anything_coming();
  std::size_t promises = 0;
  const auto entered = [&](bool each_second) {
    Track track(tables, line, table, closes ? &hours : nullptr, 1'000'000);
    Entered all;
    promises = 0;
    std::int64_t next = -1;
    std::vector<TrackRequest> later;  // ask as they are ready, without a promise
    for (std::int64_t time = 0; time < 1500; ++time) {
      bool news = false;
      const auto ask = [&](const TrackRequest& request) { track.request(request), news = true; };
      for (const TrackRequest& request : later) {
        if (request.ready == time) ask(request);
      }
      for (std::size_t i = 0; i < coming.size(); ++i) {
        const Coming& one = coming[i];
        if (one.time != time) continue;
        TrackRequest request = train(time + one.ahead_s, one.run_s, one.train_class, one.priority);
        request.requester = static_cast<std::uint32_t>(i);
        if (one.ahead_s == 0) {
          ask(request);
        } else if (track.promise(request, time)) {
          ++promises;
          news = true;
        } else {
          later.push_back(request);
        }
      }
      if (!each_second && !news && time != next) continue;
      const std::size_t before = all.size();
      while (const std::optional<TrackGrant> granted = track.grant(time))
        all.emplace_back(time, granted->run_seconds, granted->request.ready, granted->request.requester);
      if (!each_second && !news) RC_ASSERT(all.size() > before);
      next = track.next_chance(time).value_or(-1);
    }
    RC_ASSERT(track.waiting() == 0U && !track.has_promised());
    return all;
  };
  const Entered all = entered(true);
  RC_ASSERT(all.size() == coming.size());
  RC_ASSERT(all == entered(false));
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto [time, run_s, ready, train] = all[i];
    const auto [time_before, run_before_s, ready_before, train_before] = all[i - 1];
    const std::int64_t headway =
        tables.headway_s(0, coming[train_before].train_class, coming[train].train_class);
    RC_ASSERT(time >= time_before + headway);
    RC_ASSERT(time + run_s >= time_before + run_before_s + headway);
  }
  RC_CLASSIFY(promises > 1, "several promises");
}

}  // namespace
}  // namespace rail
