#include "studies/build_info.h"

#include "git_revision.h"

namespace studies {

const BuildInfo& build_info() {
  static const BuildInfo info{LANDBRIDGE_VERSION, LANDBRIDGE_GIT_REVISION, LANDBRIDGE_COMPILER,
                              LANDBRIDGE_BUILD_TYPE};
  return info;
}

}  // namespace studies
