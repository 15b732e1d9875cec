#include "studies/build_info.h"

#include "git_revision.h"

namespace studies {

const BuildInfo& build_info() {
  static const BuildInfo kInfo{LANDBRIDGE_VERSION, LANDBRIDGE_GIT_REVISION, LANDBRIDGE_COMPILER,
                               LANDBRIDGE_BUILD_TYPE};
  return kInfo;
}

}  // namespace studies
