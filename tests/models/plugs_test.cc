// Pools whose trains have plugs for so many refrigerated containers, by hand and against pools without a
// limit.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "models/formation_pool.h"

namespace rail {
namespace {

PoolTable table_of(std::int64_t capacity_teu, std::int32_t plugs) {
  PoolTable table;
  table.capacity_teu = capacity_teu;
  table.plugs = plugs;
  return table;
}

// 'r' is a refrigerated container of two TEU, 'd' a dry one; ready one second after the other, or all at
// once.
std::deque<Container> containers(const std::string& kinds, bool at_once = false) {
  std::deque<Container> made;
  for (const char kind : kinds) {
    const auto age = static_cast<std::int64_t>(made.size());
    made.emplace_back();
    made.back().kind = kind == 'r' ? ContainerKind::kReeferLaden : ContainerKind::kDryLaden;
    made.back().ready = at_once ? 0 : age;
  }
  return made;
}

void add_all(FormationPool& pool, std::deque<Container>& all) {
  for (Container& one : all) pool.add(&one);
}

std::string kinds_of(const ContainerList& train) {
  std::string kinds;
  for (const Container* c = train.head; c != nullptr; c = c->next)
    kinds += c->kind == ContainerKind::kReeferLaden ? 'r' : 'd';
  return kinds;
}

TEST(Plugs, DryContainersTakeThePlacesOfThoseWithoutAPlug) {
  const PoolTable table = table_of(8, 1);
  FormationPool pool(table, nullptr);
  std::deque<Container> all = containers("rrrddd");
  add_all(pool, all);
  EXPECT_EQ(pool.loadable_teu(), 8) << "one refrigerated, three dry";
  EXPECT_EQ(kinds_of(pool.take(8)), "rddd");
  EXPECT_EQ(kinds_of(pool.take(8)), "r");
  EXPECT_EQ(kinds_of(pool.take(8)), "r");
  EXPECT_TRUE(pool.empty());
}

TEST(Plugs, RefrigeratedOnesFirstOfThoseReadyAtOnce) {
  const PoolTable table = table_of(6, 2);
  FormationPool pool(table, nullptr);
  std::deque<Container> all = containers("ddrr", true);
  add_all(pool, all);
  EXPECT_EQ(kinds_of(pool.take(6)), "rrd");
}

TEST(Plugs, WhatFindsNoPlugMakesNoTrainFull) {
  const PoolTable table = table_of(6, 1);
  FormationPool pool(table, nullptr);
  std::deque<Container> all = containers("rrrrd");
  add_all(pool, all);
  EXPECT_FALSE(pool.has_full_train()) << "4 TEU can be loaded";
  EXPECT_EQ(pool.trains_due(), 1);
  std::deque<Container> another = containers("d");
  add_all(pool, another);
  EXPECT_TRUE(pool.has_full_train());
}

// With two plugs the train had been r, r, d: so the second of them waits for a plug, the third does not.
TEST(Plugs, ThoseThatWouldHaveBeenOnTheTrainWaitForOne) {
  const PoolTable table = table_of(6, 1);
  FormationPool pool(table, nullptr);
  std::deque<Container> all = containers("rrddr");
  add_all(pool, all);
  const ContainerList train = pool.take(6);
  EXPECT_EQ(kinds_of(train), "rdd");
  pool.pass_over(train, 6, 100);
  EXPECT_EQ(all[1].plug_since, 100);
  EXPECT_EQ(all[4].plug_since, -1);
}

TEST(Plugs, OneLeftBehindCountsItsLatestDepartureAnew) {
  PoolTable table = table_of(6, 1);
  table.latest_departure_s = 50;
  FormationPool pool(table, nullptr);
  std::deque<Container> all = containers("rrr");
  add_all(pool, all);
  EXPECT_EQ(pool.latest_departure(), 50);
  const ContainerList train = pool.take(6);
  pool.pass_over(train, 6, 50);
  EXPECT_FALSE(pool.must_leave());
  EXPECT_EQ(pool.latest_departure(), 100);
  std::deque<Container> late = containers("d");
  late[0].ready = 60;
  add_all(pool, late);
  EXPECT_TRUE(pool.must_leave());
  EXPECT_EQ(pool.latest_departure(), 100);
  EXPECT_EQ(kinds_of(pool.take(6)), "rd");
}

// A wait for a plug begins for those, and only those, that the same pool without a limit puts on the train.
RC_GTEST_PROP(Plugs, PassedOverAreThoseOnTheTrainOfAPoolWithoutALimit, ()) {
  std::deque<Container> all, same;
  for (int i = *rc::gen::inRange(1, 30); i > 0; --i) {
    Container one;
    one.kind = *rc::gen::element(ContainerKind::kReeferLaden, ContainerKind::kDryLaden);
    one.teu = *rc::gen::element<std::uint8_t>(1, 2);
    one.ready = 30 - i;
    all.push_back(one);
    same.push_back(one);
  }
  const PoolTable limited = table_of(*rc::gen::inRange(2, 30), *rc::gen::inRange(1, 6));
  const PoolTable unlimited = table_of(limited.capacity_teu, kUnlimitedPlugs);
  FormationPool pool(limited, nullptr), other(unlimited, nullptr);
  add_all(pool, all);
  add_all(other, same);
  const ContainerList train = pool.take(limited.capacity_teu);
  pool.pass_over(train, limited.capacity_teu, 100);
  std::set<std::int64_t> expected, passed_over;
  const ContainerList full_train = other.take(limited.capacity_teu);
  for (const Container* c = full_train.head; c != nullptr; c = c->next)
    if (c->kind == ContainerKind::kReeferLaden) expected.insert(c->ready);
  for (const Container* c = train.head; c != nullptr; c = c->next) expected.erase(c->ready);
  for (const Container& one : all)
    if (one.plug_since == 100) passed_over.insert(one.ready);
  RC_ASSERT(passed_over == expected);
}

}  // namespace
}  // namespace rail
