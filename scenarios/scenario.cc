#include "scenarios/scenario.h"

#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/compare_inputs.h"
#include "scenarios/explain.h"
#include "scenarios/load_changed.h"
#include "scenarios/load_written.h"
#include "scenarios/places.h"
#include "scenarios/published.h"
#include "scenarios/scenario_content.h"
#include "scenarios/validate.h"
#include "scenarios/write_formats.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr int kDefaultReplications = 10;
constexpr std::uint64_t kDefaultSeed = 1;

std::vector<Source> sources_of(const v1::Scenario& message) {
  std::vector<Source> sources;
  for (const v1::Source& source : message.sources()) {
    sources.push_back({source.id(), source.title(), source.address(), source.date(), source.kind()});
  }
  return sources;
}

}  // namespace

struct Scenario::Content {
  LoadedFiles files;
  rail::ModelInput input;
  std::vector<PublishedFigure> published;
  std::vector<Source> sources;
  std::string canonical_bytes;
  std::vector<ChangeReach> reach;

  const v1::Scenario& message() const { return *files.merged; }
};

Scenario::Scenario(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

LoadResult Scenario::from_loaded(LoadedFiles&& loaded) {
  return ScenarioContent::from({std::move(loaded), {}});
}

LoadResult ScenarioContent::from(LoadedChanged&& loaded) {
  Validated validated = validate(loaded.files);
  LoadResult result;
  result.problems = std::move(validated.problems);
  if (!result.problems.empty()) return result;
  auto content = std::make_shared<Scenario::Content>();
  content->files = std::move(loaded.files);
  content->reach = std::move(loaded.reach);
  content->input = std::move(validated.input);
  content->published = published_figures(content->message());
  content->sources = sources_of(content->message());
  content->canonical_bytes = deterministic_bytes(content->message());
  result.scenario = Scenario(std::move(content));
  return result;
}

const v1::Scenario& ScenarioContent::message(const Scenario& scenario) {
  return scenario.content_->message();
}

const std::vector<ChangeReach>& ScenarioContent::reach(const Scenario& scenario) {
  return scenario.content_->reach;
}

const std::vector<ChangeReach>& reach_of_changes(const Scenario& scenario) {
  return ScenarioContent::reach(scenario);
}

LoadResult Scenario::load(const std::filesystem::path& path) { return load_written(path, {}, {}); }

LoadResult Scenario::parse(std::string_view bytes, Format format, const std::filesystem::path& name) {
  return from_loaded(load_files(bytes, format, name));
}

LoadResult load_with(const std::filesystem::path& path, const std::vector<std::string>& changes) {
  return load_written(path, changes, {});
}

LoadResult load_written(const std::filesystem::path& path, const std::vector<std::string>& changes,
                        const std::vector<Written>& written) {
  return ScenarioContent::from(load_changed(path, changes, written));
}

const std::string& Scenario::name() const { return content_->message().name(); }
const std::string& Scenario::description() const { return content_->message().description(); }

int Scenario::replications() const {
  const int replications = content_->message().experiment().replications();
  return replications == 0 ? kDefaultReplications : replications;
}

std::uint64_t Scenario::seed() const {
  const std::uint64_t seed = content_->message().experiment().seed();
  return seed == 0 ? kDefaultSeed : seed;
}

std::int64_t Scenario::count_from_utc() const {
  return content_->message().experiment().count_from().seconds();
}

Summary Scenario::summary() const {
  const v1::Scenario& message = content_->message();
  Summary summary;
  summary.points = static_cast<std::size_t>(message.network().points_size());
  summary.lines = static_cast<std::size_t>(message.network().lines_size());
  summary.services = static_cast<std::size_t>(message.services().services_size());
  summary.flows = static_cast<std::size_t>(message.demand().flows_size());
  summary.part_loads = static_cast<std::size_t>(message.demand().part_loads_size());
  summary.matrices = static_cast<std::size_t>(message.demand().matrices_size());
  summary.loads_per_year = loads_per_year(message.demand());
  summary.containers_per_year = containers_per_year(message.demand());
  summary.files = content_->files.files;
  return summary;
}

const std::vector<PublishedFigure>& Scenario::published() const { return content_->published; }
const std::vector<Source>& Scenario::sources() const { return content_->sources; }
rail::ModelInput Scenario::model_input() const { return content_->input; }
std::vector<PointOnMap> Scenario::places() const { return places_of(content_->message().network()); }
const std::string& Scenario::canonical_bytes() const { return content_->canonical_bytes; }

std::vector<InputDifference> differences(const Scenario& first, const Scenario& second) {
  return compare_inputs(first.content_->message(), second.content_->message());
}

std::vector<FigureOrigin> Scenario::explain() const {
  return explain_figures(content_->message(), content_->files.locations);
}

}  // namespace scenarios
