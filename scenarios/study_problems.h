// What is wrong with a study, each at its place in the file or on the command line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "landbridge/v1/study.pb.h"
#include "scenarios/locations.h"
#include "scenarios/problem.h"
#include "scenarios/written.h"

namespace scenarios {

// What a study was read from.
struct StudySource {
  std::string file;            // names problems
  FilePlaces places;           // of the study's fields; may be unknown
  std::string_view text = {};  // of the file, if places are known
  // Names problems of a factor instead, where each was given by itself; may be empty.
  std::vector<std::string> factors;
};

class StudyProblems {
 public:
  // Both must outlive it.
  StudyProblems(const landbridge::v1::Study& study, const StudySource& source)
      : study_(study), source_(source) {}

  // At a field of the study; where that is not written, at the file's beginning.
  void report(const char* field, std::string what, std::string hint = {});
  // At a field of `part`, which stands in the study's field `list` as its element `index`, -1: `list` is
  // none. Where that field is not written, at the part. `label` names the part.
  struct Part {
    const char* list;
    int index;
    const google::protobuf::Message& message;
    std::string label;
  };
  void report(const Part& part, const char* field, std::string what, std::string hint = {});

  // Where a field is written; else where the part is. Unknown for words.
  Written written(const char* field) const;
  Written written(const Part& part, const char* field) const;
  // Where each text of a list is; those that are missing are unknown.
  std::vector<Written> texts_written(const char* field) const;
  std::vector<Written> texts_written(const Part& part, const char* field) const;

  // In the order of lines.
  std::vector<Problem> take();

 private:
  std::vector<Written> texts_written(const FilePlaces& places, const google::protobuf::Message& message,
                                     const char* field) const;
  bool has_own_words(const Part& part) const;
  void report_at(Problem problem, const FilePlaces& places, const google::protobuf::Message& message,
                 const char* field);

  const landbridge::v1::Study& study_;
  const StudySource& source_;
  std::vector<Problem> problems_;
};

// Of texts that are printed.
bool has_control_character(const std::string& text);

}  // namespace scenarios
