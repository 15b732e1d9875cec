#include "studies/report_page.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "studies/io_error.h"
#include "studies/partial_file.h"

namespace studies {
namespace {

constexpr std::string_view kPlace = "@@LANDBRIDGE_DATA@@";

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::string report_html(std::string_view page, std::string_view json) {
  const std::size_t place = page.find(kPlace);
  if (place == std::string_view::npos) throw std::logic_error("the report's page has no place for data");
  std::string html(page.substr(0, place));
  html.reserve(page.size() + json.size());
  // Only texts can hold one. Without it neither </script> nor <!-- is seen.
  for (const char c : json) {
    if (c == '<')
      html += "\\u003c";
    else
      html += c;
  }
  return html += page.substr(place + kPlace.size());
}

void write_report(const std::filesystem::path& path, std::string_view html) {
  PartialFile partial(path);
  std::unique_ptr<std::FILE, Closer> file(std::fopen(partial.path().c_str(), "wb"));
  if (!file) throw IoError(path, system_words(errno));
  if (std::fwrite(html.data(), 1, html.size(), file.get()) != html.size())
    throw IoError(path, system_words(errno));
  if (std::fclose(file.release()) != 0) throw IoError(path, system_words(errno));
  partial.publish();
}

}  // namespace studies
