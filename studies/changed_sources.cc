#include "studies/changed_sources.h"

#include "git_revision.h"

namespace studies {

const std::string& changed_sources() {
  static const std::string kHash = LANDBRIDGE_CHANGED_SOURCES;
  return kHash;
}

}  // namespace studies
