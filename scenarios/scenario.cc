#include "scenarios/scenario.h"

#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/compare_inputs.h"
#include "scenarios/explain.h"
#include "scenarios/load_files.h"
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

  const v1::Scenario& message() const { return *files.merged; }
};

Scenario::Scenario(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

LoadResult Scenario::from_loaded(LoadedFiles&& loaded) {
  Validated validated = validate(loaded);
  LoadResult result;
  result.problems = std::move(validated.problems);
  if (!result.problems.empty()) return result;
  auto content = std::make_shared<Content>();
  content->files = std::move(loaded);
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

LoadResult Scenario::load(const std::filesystem::path& path) { return from_loaded(load_files(path)); }

LoadResult Scenario::parse(std::string_view bytes, Format format, const std::filesystem::path& name) {
  return from_loaded(load_files(bytes, format, name));
}

LoadResult load_with(const std::filesystem::path& path, const std::vector<std::string>& changes) {
  return Scenario::from_loaded(load_files(path, changes));
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
