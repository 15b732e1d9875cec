#include "scenarios/load_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "engine/interruption.h"
#include "scenarios/apply_change.h"
#include "scenarios/change_text.h"
#include "scenarios/file_io.h"
#include "scenarios/load_changed.h"
#include "scenarios/lost_figures.h"
#include "scenarios/parse_bytes.h"

namespace scenarios {
namespace {

namespace fs = std::filesystem;
namespace v1 = landbridge::v1;
using Field = google::protobuf::FieldDescriptor;

constexpr std::size_t kDeepestIncludes = 64;
constexpr std::size_t kMostFiles = 10000;

class Loader {
 public:
  Loader() { result_.merged = std::make_unique<v1::Scenario>(); }

  LoadedChanged load(std::string_view bytes, Format format, const fs::path& name,
                     const std::vector<std::string>& changes, const std::vector<Written>& written) {
    result_.locations.set_root(*result_.merged, name.string());
    take(bytes, format, name);
    return with(changes, written);
  }

  LoadedChanged load(const fs::path& path, const std::vector<std::string>& changes,
                     const std::vector<Written>& written) {
    result_.locations.set_root(*result_.merged, path.string());
    if (std::optional<Problem> problem = read(path)) {
      result_.problems.push_back(std::move(*problem));
      result_.unread.things = true;
    }
    return with(changes, written);
  }

 private:
  LoadedChanged with(const std::vector<std::string>& changes, const std::vector<Written>& written) {
    ChangedFields changed;
    int nowhere = 0;  // on the command line they are counted
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const bool known = i < written.size() && !written[i].file.empty();
      put_on_top(changes[i], known ? written[i] : Written{fmt::format("change {}", ++nowhere), 0, 0},
                 changed);
    }
    keep_what_is_told(changed);
    drop_figures(lost_, result_);
    return {std::move(result_), std::move(reach_)};
  }

  void keep_what_is_told(const ChangedFields& changed) {
    reach_.insert(reach_.end(), changed.reach().begin(), changed.reach().end());
    lost_.insert(changed.lost().begin(), changed.lost().end());
  }

  // One name for a file, however it is reached.
  static std::string identity(const fs::path& path) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    return (error ? path.lexically_normal() : canonical).string();
  }

  // Returns why the file could not be read at all; what is wrong inside goes to the result.
  std::optional<Problem> read(const fs::path& path) {
    const std::optional<Format> format = format_of(path);
    ReadFile file = read_file(path);
    if (file.problem) return std::move(file.problem);
    if (!format) {
      Problem problem;
      problem.file = path.string();
      problem.message = "is of an unknown format";
      problem.hint = kFormatHint;
      return problem;
    }
    take(file.bytes, *format, path);
    return std::nullopt;
  }

  void take(std::string_view bytes, Format format, const fs::path& path) {
    des::stop_if_interrupted();
    ++result_.files;
    ParsedFile parsed = parse_bytes(bytes, format, path.string());
    result_.problems.insert(result_.problems.end(), parsed.problems.begin(), parsed.problems.end());
    result_.unread.add(parsed.unread);
    under_way_.push_back(identity(path));
    for (int i = 0; i < parsed.message.include_size(); ++i) include(path, parsed, i);
    done_.insert(under_way_.back());
    under_way_.pop_back();
    parsed.message.clear_include();
    make_way_for_times(parsed.message);
    const v1::Change change = std::move(*parsed.message.mutable_change());
    parsed.message.clear_change();
    result_.merged->MergeFrom(parsed.message);
    result_.locations.add(parsed.message, parsed.places(), path.string(), *result_.merged);
    const Field* field = v1::Scenario::descriptor()->FindFieldByName("change");
    const FilePlaces places = parsed.places().known() ? parsed.places().inside(field, -1) : FilePlaces();
    ChangedFields changed;
    apply_change(change, places, {path.string(), fmt::format("changed in {}", path.filename().string())},
                 changed, result_);
    keep_what_is_told(changed);
  }

  void put_on_top(const std::string& text, const Written& at, ChangedFields& changed) {
    ParsedChange parsed = parse_change(text);
    result_.locations.begin(at.file);
    if (parsed.problem.empty())
      return apply_change(parsed.change, FilePlaces({at.line, at.column}),
                          {at.file, fmt::format("changed by `{}`", text)}, changed, result_);
    Problem problem;
    problem.file = at.file;
    problem.line = at.line;
    problem.column = at.column;
    problem.message = std::move(parsed.problem);
    problem.hint = std::move(parsed.hint);
    result_.problems.push_back(std::move(problem));
  }

  // A time replaces another as a whole: merged part by part, 0 seconds would not win.
  void make_way_for_times(const v1::Scenario& from) {
    if (from.experiment().has_count_from()) result_.merged->mutable_experiment()->clear_count_from();
    if (from.experiment().has_spin_up()) result_.merged->mutable_experiment()->clear_spin_up();
    if (from.experiment().has_counted()) result_.merged->mutable_experiment()->clear_counted();
  }

  void include(const fs::path& from, const ParsedFile& parsed, int index) {
    const fs::path path = (from.parent_path() / parsed.message.include(index)).lexically_normal();
    const std::string id = identity(path);
    if (done_.count(id) != 0) return;
    std::optional<Problem> problem;
    if (const auto start = std::find(under_way_.begin(), under_way_.end(), id); start != under_way_.end()) {
      problem = cycle(start - under_way_.begin(), id);
    } else if (under_way_.size() >= kDeepestIncludes || result_.files >= kMostFiles) {
      problem = Problem();
      problem->message =
          fmt::format("more than {} includes within one another, or {} files", kDeepestIncludes, kMostFiles);
    } else {
      problem = read(path);
      if (problem) problem->message = fmt::format("`{}` {}", path.string(), problem->message);
    }
    if (problem) report(*problem, from, parsed, index);
  }

  Problem cycle(std::ptrdiff_t start, const std::string& id) const {
    std::string way;
    for (auto file = under_way_.begin() + start; file != under_way_.end(); ++file) {
      way += fs::path(*file).filename().string() + " -> ";
    }
    Problem problem;
    problem.message = fmt::format("includes in a circle: {}{}", way, fs::path(id).filename().string());
    problem.hint = "move what both need into a third file";
    return problem;
  }

  // At the line that includes.
  void report(Problem problem, const fs::path& from, const ParsedFile& parsed, int index) {
    result_.unread.things = true;
    problem.file = from.string();
    problem.field_path = "include";
    const auto place = parsed.places().of(v1::Scenario::descriptor()->FindFieldByName("include"), index);
    problem.line = place.line;
    problem.column = place.column;
    result_.problems.push_back(std::move(problem));
  }

  LoadedFiles result_;
  std::vector<ChangeReach> reach_;
  std::set<std::string> lost_;  // keys of published figures
  std::vector<std::string> under_way_;
  std::set<std::string> done_;
};

}  // namespace

LoadedChanged load_changed(const fs::path& path, const std::vector<std::string>& changes,
                           const std::vector<Written>& written) {
  return Loader().load(path, changes, written);
}

LoadedChanged load_changed(std::string_view bytes, Format format, const fs::path& name,
                           const std::vector<std::string>& changes, const std::vector<Written>& written) {
  return Loader().load(bytes, format, name, changes, written);
}

LoadedFiles load_files(const fs::path& path, const std::vector<std::string>& changes) {
  return load_changed(path, changes).files;
}

LoadedFiles load_files(std::string_view bytes, Format format, const fs::path& name) {
  return load_changed(bytes, format, name, {}).files;
}

}  // namespace scenarios
