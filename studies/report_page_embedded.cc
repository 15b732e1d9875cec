// The page's bytes, taken in by the assembler: compilers are slow with texts of a megabyte.
#include "studies/report_page.h"

#ifdef LANDBRIDGE_REPORT_PAGE
asm(".section .rodata, \"a\"\n"
    ".global landbridge_report_page_begin\n"
    ".global landbridge_report_page_end\n"
    "landbridge_report_page_begin:\n"
    ".incbin \"" LANDBRIDGE_REPORT_PAGE
    "\"\n"
    "landbridge_report_page_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" const char landbridge_report_page_begin[], landbridge_report_page_end[];

namespace studies {
std::string_view report_page() {
  return {landbridge_report_page_begin,
          static_cast<std::size_t>(landbridge_report_page_end - landbridge_report_page_begin)};
}
}  // namespace studies
#else
namespace studies {
std::string_view report_page() { return {}; }
}  // namespace studies
#endif
