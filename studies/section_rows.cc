#include "studies/section_rows.h"

#include <fmt/format.h>

#include <optional>

#include "models/model_tables.h"
#include "studies/capacity_rows.h"
#include "studies/csv_file.h"
#include "studies/csv_table.h"
#include "studies/place_names.h"

namespace studies {
namespace {

using Column = rail::OpenShare rail::CompressedTime::*;

// As KPIs have it: where nothing was open nothing was observed.
Summary summary_of(const std::vector<Replication>& complete, std::size_t track, Column column) {
  std::vector<double> shares;
  for (const Replication& one : complete) {
    const rail::OpenShare& share = one.sections[track].*column;
    if (share.of_s > 0)
      shares.push_back(static_cast<double>(share.taken_s) / static_cast<double>(share.of_s));
  }
  return summarise(shares);
}

class Rows {
 public:
  Rows(const rail::Model& model, const std::vector<SectionUse>& uses)
      : model_(model), names_(model), uses_(uses) {}

  std::vector<SectionRow> all() {
    const rail::ModelInput& input = model_.input();
    for (std::uint32_t i = 0; i < input.lines.size(); ++i) {
      const rail::LineInput& line = input.lines[i];
      const std::uint32_t first = model_.tables().first_track[i];
      if (line.tracks == 1) {
        for (int section = 1; section <= rail::sections_of(line); ++section)
          add_single(line, i, section, first + static_cast<std::uint32_t>(section - 1));
      } else if (line.tracks > 1) {
        add_one_way(line, i, first, 0);
        add_one_way(line, i, first + 1, 1);
      }
    }
    return std::move(rows_);
  }

 private:
  SectionRow& add(const rail::LineInput& line, std::uint32_t index, std::uint32_t track) {
    SectionRow& row = rows_.emplace_back();
    row.track = track;
    row.line = line.id;
    row.name = names_.line(index);
    row.use = uses_[track];
    return row;
  }

  void add_single(const rail::LineInput& line, std::uint32_t index, int section, std::uint32_t track) {
    const int sections = rail::sections_of(line);
    const auto end = [&](int place) {
      if (place == 0) return names_.point(line.from);
      return place == sections ? names_.point(line.to) : fmt::format("passing place {}", place);
    };
    SectionRow& row = add(line, index, track);
    row.section = section;
    row.both_ways = true;
    row.from_km = line.length_km * (section - 1) / sections;
    row.to_km = line.length_km * section / sections;
    row.from = end(section - 1);
    row.to = end(section);
  }

  void add_one_way(const rail::LineInput& line, std::uint32_t index, std::uint32_t track, int side) {
    SectionRow& row = add(line, index, track);
    (side == 0 ? row.to_km : row.from_km) = line.length_km;
    row.from = names_.point(side == 0 ? line.from : line.to);
    row.to = names_.point(side == 0 ? line.to : line.from);
  }

  const rail::Model& model_;
  const PlaceNames names_;
  const std::vector<SectionUse>& uses_;
  std::vector<SectionRow> rows_;
};

Summary summary_of(std::optional<double> mean, std::optional<double> half_width, int replications) {
  if (!mean) return {};
  return {replications, *mean, 0, half_width};
}

}  // namespace

std::vector<SectionUse> sections_over(const std::vector<Replication>& complete) {
  if (complete.empty()) return {};
  std::vector<SectionUse> all(complete.front().sections.size());
  for (std::size_t track = 0; track < all.size(); ++track) {
    all[track] = {summary_of(complete, track, &rail::CompressedTime::total),
                  summary_of(complete, track, &rail::CompressedTime::busiest_day),
                  summary_of(complete, track, &rail::CompressedTime::busiest_hour)};
  }
  return all;
}

std::vector<SectionRow> section_rows(const rail::Model& model, const std::vector<SectionUse>& uses) {
  if (uses.empty()) return {};
  return Rows(model, uses).all();
}

void write_sections(const RunDirectory& directory, const rail::Model& model,
                    const std::vector<SectionUse>& uses) {
  CsvFile file(directory.file(kSectionsFile),
               {"line", "name", "section", "ways", "from_km", "to_km", "from", "to", "uic406_mean",
                "uic406_mean_ci95", "uic406_day", "uic406_peak", "uic406"});
  for (const SectionRow& row : section_rows(model, uses)) {
    file.text(row.line).text(row.name).number(std::int64_t{row.section}).text(row.both_ways ? "both" : "one");
    file.number(row.from_km).number(row.to_km).text(row.from).text(row.to);
    file.mean_and_half_width(row.use.mean).mean(row.use.day).mean(row.use.peak);
    file.text(uic406_verdict(row.use.day, row.use.peak)).end_row();
  }
  file.close();
}

std::vector<SectionUse> read_sections(const std::filesystem::path& path, const rail::Model& model,
                                      int replications) {
  if (!std::filesystem::exists(path)) return {};
  std::vector<SectionUse> uses(model.tables().tracks.size());
  CsvTable<6> table(path,
                    {"line", "section", "uic406_mean", "uic406_mean_ci95", "uic406_day", "uic406_peak"});
  const std::vector<SectionRow> rows = section_rows(model, uses);
  for (const SectionRow& row : rows) {
    const bool more = table.next();
    if (!more && row.track == rows.front().track) return {};
    if (!more || table.text(0) != row.line || table.number<int>(1) != row.section)
      table.wrong(fmt::format("section {} of line {} should be here", row.section, row.line));
    uses[row.track] = {summary_of(table.number_or_none(2), table.number_or_none(3), replications),
                       summary_of(table.number_or_none(4), {}, replications),
                       summary_of(table.number_or_none(5), {}, replications)};
  }
  return uses;
}

}  // namespace studies
