// Messages on standard error. Errors and warnings always; the rest only if a person is watching.
#pragma once

namespace cli {

void set_up_log();

}  // namespace cli
