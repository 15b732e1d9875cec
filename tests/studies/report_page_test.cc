#include "studies/report_page.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "studies/io_error.h"
#include "tests/studies/files.h"
#include "tests/studies/report_toy.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPage = "<script id=\"data\">@@LANDBRIDGE_DATA@@</script><script>draw()</script>";
constexpr const char* kBefore = "<script id=\"data\">";
constexpr const char* kAfter = "</script><script>draw()</script>";

// What a browser takes for the data: all until the first end of a script.
std::string data_in(const std::string& html) {
  const std::size_t begin = std::string(kBefore).size();
  return html.substr(begin, html.find("</script", begin) - begin);
}

TEST(ReportPage, HoldsDataWhereItsPlaceIs) {
  EXPECT_EQ(report_html(kPage, "{\"a\":1}"), std::string(kBefore) + "{\"a\":1}" + kAfter);
  EXPECT_THROW(report_html("<html></html>", "{}"), std::logic_error);
}

TEST(ReportPage, NoNameEndsTheScript) {
  for (const std::string name : {"</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--",
                                 "]]>", "</SCRIPT >", "a\u2028b", "@@LANDBRIDGE_DATA@@", "\\u003c/script>"}) {
    std::string quoted;
    for (const char c : name) quoted += c == '\\' || c == '"' ? std::string("\\") + c : std::string(1, c);
    const toys::ReportToy toy = toys::report_toy(toys::border_text(quoted), 1);
    const std::string html = report_html(kPage, run_report_json(toy.report()));
    const nlohmann::json data = nlohmann::json::parse(data_in(html));
    EXPECT_EQ(data["network"]["points"][1].value("full_name", data["network"]["points"][1].value("name", "")),
              name);
    EXPECT_EQ(html.find('<', std::string(kBefore).size()), html.size() - std::string(kAfter).size())
        << "nothing opens before the data's end";
    EXPECT_TRUE(html.ends_with(kAfter));
  }
}

TEST(ReportPage, WritesOverNothing) {
  const files::TemporaryFolder folder;
  const fs::path target = folder.path() / "report.html";
  write_report(target, "first");
  EXPECT_THROW(write_report(target, "second"), IoError);
  EXPECT_EQ(files::content(target), "first");
  EXPECT_EQ(files::entries(folder.path()), 1) << "nothing hidden is left";
}

TEST(ReportPage, NoticesAFullDisk) {
  const files::TemporaryFolder folder;
  fs::create_symlink("/dev/full", folder.path() / (".report.html.partial-" + std::to_string(::getpid())));
  EXPECT_THROW(write_report(folder.path() / "report.html", "all of it"), IoError);
  EXPECT_EQ(files::entries(folder.path()), 0);
}

TEST(ReportPage, ThatWasBuiltInAsksNobodyForAnything) {
  if (report_page().empty()) GTEST_SKIP() << kNoReportPage;
  const std::string page(report_page());
  EXPECT_NE(page.find("@@LANDBRIDGE_DATA@@"), std::string::npos);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos) << "the browser is told so, too";
  for (const char* reference : {"<script src", "<link rel=\"stylesheet", "@import", "url(http", "<iframe"})
    EXPECT_EQ(page.find(reference), std::string::npos) << reference;
}

}  // namespace
}  // namespace studies
