// The report as one HTML file: the page that was built into the program, with data in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace studies {

// The page without data, as npm built it from report/; empty if this program was built without it.
std::string_view report_page();
// Why it was, and how it gets there.
constexpr const char* kNoReportPage =
    "this program was built without the report's page: install nodejs 18 or later and npm, then build again "
    "(./dev build installs them)";

// `page` has one place for data. Nothing in `json` can end the element that it stands in.
std::string report_html(std::string_view page, std::string_view json);

// The file appears whole or not at all, and nothing is written over. Throws IoError.
void write_report(const std::filesystem::path& path, std::string_view html);

}  // namespace studies
