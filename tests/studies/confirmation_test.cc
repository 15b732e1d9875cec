// Whether what seems to bind does.
#include "studies/confirmation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studies/confirmation_words.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

constexpr std::int64_t kHour = 3600;

ReplicationsOptions of(int replications) {
  ReplicationsOptions options;
  options.replications = replications;
  options.engine = rail::EngineChoice::kSequential;
  return options;
}

std::optional<Confirmation> confirmed(const rail::ModelInput& input, int replications) {
  const auto model = rail::Model::build(input);
  const ReplicationsOptions options = of(replications);
  return confirm_binding(*model, run_replications(*model, options), options);
}

// One container a train, each at once on its way, then one server after the other at B.
rail::ModelInput through(const std::vector<rail::Distribution>& stages) {
  rail::ModelInput input = toys::two_points_input();
  input.services[0].own_containers = 1;
  input.services[0].interval = rail::Distribution::exponential(75 * 60.0);
  input.lines[0].headway_s = 0;
  rail::ProcessInput process{
      "arrival", 1, rail::ProcessRole::kDestination, {rail::Direction::kWestbound}, {}};
  for (std::uint32_t i = 0; i < stages.size(); ++i) {
    rail::ResourceInput post;
    post.id = "post" + std::to_string(i + 1);
    post.point = 1;
    input.resources.push_back(post);
    rail::StageInput stage;
    stage.name = post.id;
    stage.resource = i;
    stage.duration = stages[i];
    process.stages.push_back(stage);
  }
  input.processes = {process};
  return input;
}

// M/M/1 at 80 % load: 4 h of waiting each. With a second server, by Erlang's C formula, 0.190476 h: 95.2 %
// less.
TEST(Confirmation, OfAQueueIsWhatErlangSays) {
  rail::ModelInput input = through({rail::Distribution::exponential(kHour)});
  input.spin_up_s = 100 * 24 * kHour;
  input.counted_s = 2 * 8760 * kHour;
  const std::optional<Confirmation> one = confirmed(input, 10);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->verdict, BindingVerdict::kConfirmed);
  EXPECT_EQ(one->binding.wait.place, "post1");
  EXPECT_EQ(one->tried, "2 servers instead of 1");
  EXPECT_EQ(one->there.count, 10);
  EXPECT_NEAR(one->there.mean / one->hours_there, -1 + 0.190476 / 4, 0.005);
  EXPECT_EQ(one->hours_there, one->hours_in_all) << "they wait for nothing else";
  EXPECT_LT(one->p_there, 0.001);
  ASSERT_TRUE(one->next);
  EXPECT_EQ(one->next->wait.place, "post1");
}

// Ten trains at once, and two posts of an hour each in a row. With a second server at the first post they
// wait as long at the second one, and are done at the same times.
TEST(Confirmation, KnowsWhenTheWaitOnlyMoves) {
  rail::ModelInput input =
      through({rail::Distribution::constant(kHour), rail::Distribution::constant(kHour)});
  input.services[0].rule = rail::FormationRule::kList;
  input.services[0].interval.reset();
  for (std::int64_t train = 0; train < 10; ++train) input.services[0].list_times_s.push_back(7 * train);
  const std::optional<Confirmation> one = confirmed(input, 8);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->binding.wait.place, "post1");
  EXPECT_EQ(one->verdict, BindingVerdict::kMoves);
  EXPECT_LT(one->there.mean, -20);
  EXPECT_NEAR(one->in_all.mean, 0, 1e-9);
  EXPECT_EQ(one->teu.mean, 0);
  ASSERT_TRUE(one->next);
  EXPECT_EQ(one->next->wait.place, "post2");
}

// The same, but that the second post takes 50 min, so that nobody waits there but for the wider first one.
// That lets two through each hour: 20 h are waited there instead of 45, and at the second one, where each
// pair comes 40 min too early for the one before, 40 min (0 + 0 + 1 + 1 + ... + 4 + 4) + 5 times 50 min: 17.5
// h.
TEST(Confirmation, KnowsHowMuchOfTheWaitMoves) {
  rail::ModelInput input =
      through({rail::Distribution::constant(kHour), rail::Distribution::constant(5 * kHour / 6)});
  input.services[0].rule = rail::FormationRule::kList;
  input.services[0].interval.reset();
  for (std::int64_t train = 0; train < 10; ++train) input.services[0].list_times_s.push_back(7 * train);
  const std::optional<Confirmation> one = confirmed(input, 2);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->verdict, BindingVerdict::kConfirmed);
  EXPECT_NEAR(one->there.mean, -25, 0.1);
  EXPECT_NEAR(one->in_all.mean, -7.5, 0.1);
  EXPECT_NEAR(one->moved(), 0.7, 0.005);
  const std::string text = confirmation_text(*one, PlaceNames());
  EXPECT_THAT(text, testing::StartsWith("Confirmed in part for post1 by a paired run with 2 servers"));
  EXPECT_THAT(text, testing::HasSubstr("Of what is saved there 70 % is waited elsewhere. It still binds."));
}

// Pairs of ten replications with so much less in the mean, and that much noise to and fro.
Confirmation judged(double there, double in_all, double noise_in_all, double teu) {
  HourPairs pairs;
  for (int i = 0; i < 10; ++i) {
    const double noise = i % 2 == 0 ? 1 : -1;
    const WaitedHours before{10'000, 50'000, 1'000};
    pairs.push_back({before,
                     {before.there + there + 100 * noise, before.in_all + in_all + noise_in_all * noise,
                      before.teu + teu + noise}});
  }
  Confirmation result;
  judge(pairs, result);
  return result;
}

TEST(Confirmation, SaysThatTheWaitMovesOnlyWhereThatIsSure) {
  EXPECT_EQ(judged(-1000, -20, 100, 0).verdict, BindingVerdict::kMoves);
  EXPECT_EQ(judged(-1000, 200, 100, 0).verdict, BindingVerdict::kMoves);
  EXPECT_EQ(judged(-1000, -950, 100, 0).verdict, BindingVerdict::kConfirmed);
  EXPECT_EQ(judged(-1000, -950, 3000, 0).verdict, BindingVerdict::kNotSure);
  EXPECT_EQ(judged(-1000, -100, 3000, 0).verdict, BindingVerdict::kNotSure)
      << "what others wait varies too much to know";
  EXPECT_EQ(judged(0, 0, 100, 0).verdict, BindingVerdict::kNotSure);
}

// Where a loading limit keeps the queue as long as it was, more of what binds lets more through.
TEST(Confirmation, IsOfWhatArrivesTooWhereTheQueueStaysAsLong) {
  EXPECT_EQ(judged(0, 0, 100, 50).verdict, BindingVerdict::kConfirmed);
  EXPECT_EQ(judged(0, 0, 100, -50).verdict, BindingVerdict::kNotSure);
}

// A train every two hours to a post that takes three, always: two replications tell as much as many.
TEST(Confirmation, IsSureWhereNothingVaries) {
  rail::ModelInput input = through({rail::Distribution::constant(3 * kHour)});
  input.services[0].rule = rail::FormationRule::kList;
  input.services[0].interval.reset();
  for (std::int64_t train = 0; train < 100; ++train)
    input.services[0].list_times_s.push_back(2 * kHour * train);
  const std::optional<Confirmation> one = confirmed(input, 2);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->verdict, BindingVerdict::kConfirmed);
  EXPECT_EQ(one->p_there, 0);
}

TEST(Confirmation, IsNotSureOfOneReplication) {
  const std::optional<Confirmation> one = confirmed(through({rail::Distribution::exponential(kHour)}), 1);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->verdict, BindingVerdict::kNotSure);
  EXPECT_EQ(one->p_there, 1);
  EXPECT_THAT(confirmation_text(*one, PlaceNames()),
              testing::StartsWith("Of one pair nothing can be said surely of post1, with 2 servers"));
}

TEST(Confirmation, NeedsSomethingThatBinds) {
  EXPECT_FALSE(confirmed(through({rail::Distribution::constant(0)}), 2));
}

TEST(Confirmation, StopsWhenInterrupted) {
  const auto model = rail::Model::build(through({rail::Distribution::exponential(kHour)}));
  ReplicationsOptions options = of(6);
  const ReplicationsResult result = run_replications(*model, options);
  std::atomic<bool> interrupt{false};
  options.interrupt = &interrupt;
  options.backend = Backend::kSerial;
  options.progress = [&](int complete) { interrupt = complete >= 4; };
  const std::optional<Confirmation> part = confirm_binding(*model, result, options);
  ASSERT_TRUE(part);
  EXPECT_TRUE(part->interrupted);
  EXPECT_EQ(part->there.count, 4);
  EXPECT_FALSE(confirm_binding(*model, result, options)) << "not a single pair";
}

}  // namespace
}  // namespace studies
