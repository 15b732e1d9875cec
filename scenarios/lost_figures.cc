#include "scenarios/lost_figures.h"

#include <vector>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using Field = google::protobuf::FieldDescriptor;

const Field& field_of(const google::protobuf::Descriptor& type, const char* name) {
  return *type.FindFieldByName(name);
}

// Elsewhere figures may say that they are the same as one that is gone.
void forget_originals(const std::set<std::string>& gone, v1::Experiment& experiment, Changing& changing) {
  const Field& same_as = field_of(*v1::PublishedFigure::descriptor(), "same_as");
  for (v1::PublishedFigure& figure : *experiment.mutable_published())
    if (gone.count(figure.same_as()) != 0) changing.clear(figure, same_as);
}

}  // namespace

std::set<std::string> published_keys(const LoadedFiles& files) {
  std::set<std::string> keys;
  const Checks checks(files);
  for (const v1::PublishedFigure& figure : files.merged->experiment().published())
    if (!figure.kpi().empty() && check_kpi_key(figure.kpi(), checks).message.empty())
      keys.insert(figure.kpi());
  return keys;
}

void note_lost(const std::set<std::string>& before, const LoadedFiles& files, ChangedFields& changed) {
  const std::set<std::string> left = published_keys(files);
  for (const std::string& key : before)
    if (left.count(key) == 0) changed.lost(key);
}

void drop_figures(const std::set<std::string>& lost_keys, LoadedFiles& files) {
  if (lost_keys.empty()) return;
  const std::set<std::string> there = published_keys(files);
  v1::Experiment& experiment = *files.merged->mutable_experiment();
  std::vector<int> lost;
  std::set<std::string> ids;
  for (int i = 0; i < experiment.published_size(); ++i) {
    const v1::PublishedFigure& figure = experiment.published(i);
    if (lost_keys.count(figure.kpi()) == 0 || there.count(figure.kpi()) != 0) continue;
    lost.push_back(i);
    ids.insert(figure.id());
  }
  const ChangeOrigin origin;
  ChangedFields changed;
  Changing changing(origin, changed, files);
  changing.remove_elements(experiment, field_of(*v1::Experiment::descriptor(), "published"), lost, {});
  ids.erase("");
  forget_originals(ids, experiment, changing);
}

}  // namespace scenarios
