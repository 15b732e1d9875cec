#include "scenarios/study_problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenarios/element_places.h"

namespace scenarios {

using google::protobuf::Message;

bool has_control_character(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

void StudyProblems::report(const char* field, std::string what, std::string hint) {
  report_at({source_.file, 1, 1, field, std::move(what), std::move(hint)}, source_.places, study_, field);
}

void StudyProblems::report(const Part& part, const char* field, std::string what, std::string hint) {
  Problem problem{has_own_words(part) ? source_.factors[static_cast<std::size_t>(part.index)] : source_.file,
                  0,
                  0,
                  part.index < 0 ? fmt::format("{}.{}", part.list, field)
                                 : fmt::format("{}[{}].{}", part.list, part.label, field),
                  std::move(what),
                  std::move(hint)};
  if (!source_.places.known()) return report_at(std::move(problem), {}, part.message, field);
  const auto* list = landbridge::v1::Study::descriptor()->FindFieldByName(part.list);
  const FilePlaces::Place place = source_.places.of(list, part.index);
  problem.line = place.line;
  problem.column = place.column;
  report_at(std::move(problem), source_.places.inside(list, part.index), part.message, field);
}

// At the field; where that is not written, at what it would stand in, as `problem` says already.
void StudyProblems::report_at(Problem problem, const FilePlaces& places, const Message& message,
                              const char* field) {
  const auto* descriptor = message.GetDescriptor()->FindFieldByName(field);
  const FilePlaces::Place place =
      places.known() ? places.of(descriptor, descriptor->is_repeated() ? 0 : -1) : FilePlaces::Place{};
  if (place.line > 0) {
    problem.line = place.line;
    problem.column = place.column;
  }
  if (!source_.places.known()) {  // words on the command line are at hand
    problem.line = problem.column = 0;
    problem.field_path.clear();
  }
  problems_.push_back(std::move(problem));
}

Written StudyProblems::written(const char* field) const {
  if (!source_.places.known()) return {};
  const FilePlaces::Place place =
      source_.places.of(landbridge::v1::Study::descriptor()->FindFieldByName(field), -1);
  return {source_.file, place.line, place.column};
}

Written StudyProblems::written(const Part& part, const char* field) const {
  if (has_own_words(part)) return {source_.factors[static_cast<std::size_t>(part.index)], 0, 0};
  if (!source_.places.known()) return {};
  const auto* list = landbridge::v1::Study::descriptor()->FindFieldByName(part.list);
  FilePlaces::Place place =
      source_.places.inside(list, part.index).of(part.message.GetDescriptor()->FindFieldByName(field), -1);
  if (place.line < 1) place = source_.places.of(list, part.index);
  return {source_.file, place.line, place.column};
}

std::vector<Written> StudyProblems::texts_written(const char* field) const {
  return texts_written(source_.places, study_, field);
}

std::vector<Written> StudyProblems::texts_written(const Part& part, const char* field) const {
  const auto* list = landbridge::v1::Study::descriptor()->FindFieldByName(part.list);
  const bool known = source_.places.known();
  return texts_written(known ? source_.places.inside(list, part.index) : FilePlaces(), part.message, field);
}

std::vector<Written> StudyProblems::texts_written(const FilePlaces& places, const Message& message,
                                                  const char* field) const {
  const auto* descriptor = message.GetDescriptor()->FindFieldByName(field);
  std::vector<Written> all;
  if (places.known()) {
    for (const FilePlaces::Place& place : element_places(places, descriptor, source_.text))
      all.push_back({source_.file, place.line, place.column});
  }
  all.resize(static_cast<std::size_t>(message.GetReflection()->FieldSize(message, descriptor)));
  return all;
}

bool StudyProblems::has_own_words(const Part& part) const {
  return std::string_view(part.list) == "factors" && !source_.factors.empty();
}

std::vector<Problem> StudyProblems::take() {
  sort_problems(problems_);
  return std::move(problems_);
}

}  // namespace scenarios
