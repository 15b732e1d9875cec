// What the figures of a scenario rest on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

using scenarios::FigureOrigin;

std::vector<FigureOrigin> explain(const std::string& more) {
  const auto result = test_files::load_beside_small(more);
  EXPECT_TRUE(result.scenario.has_value()) << (result.problems.empty() ? "" : to_string(result.problems[0]));
  return result.scenario ? result.scenario->explain() : std::vector<FigureOrigin>();
}

const FigureOrigin& find(const std::vector<FigureOrigin>& figures, const std::string& path,
                         const std::string& field) {
  for (const FigureOrigin& figure : figures) {
    if (figure.path == path && figure.field == field) return figure;
  }
  ADD_FAILURE() << path << " " << field;
  static const FigureOrigin kNone;
  return kNone;
}

const char* const kMore = R"(
sources { id: "S1" title: "A yearbook" }
sources { id: "S2" title: "A newspaper" }
network {
  points {
    id: "C" name: "Cedar" gauges_mm: 1435 latitude_deg: 52.5
    tracks { gauge_mm: 1435 count: 4 usable_length_m: 1050.5 provenance { fields: "count" assumption: true note: "by kind of point" } }
    provenance { fields: "latitude_deg" sources: "S2" confidence: CONFIDENCE_B }
    provenance { sources: "S1" confidence: CONFIDENCE_A note: "page 5" }
  }
}
processes {
  resources { id: "C.r" point: "C" servers: 3 }
  processes {
    id: "P" point: "C" role: PASS direction: WESTBOUND
    stages { name: "s" resource: "C.r" duration { unit: HOURS minimum: 0.5 triangular { low: 1 mode: 2 high: 3 } } }
    provenance { sources: "S1" confidence: CONFIDENCE_A }
  }
}
)";

TEST(Explain, OwnProvenanceOfTheFieldFirst) {
  const auto figures = explain(kMore);
  const FigureOrigin& latitude = find(figures, "network.points[C]", "latitude_deg");
  EXPECT_EQ(latitude.value, "52.5 degrees");
  EXPECT_EQ(latitude.name, "Cedar");
  EXPECT_THAT(latitude.sources, testing::ElementsAre("S2"));
  EXPECT_EQ(latitude.confidence, 'B');
  EXPECT_TRUE(latitude.stated);
  EXPECT_FALSE(latitude.assumption);
}

TEST(Explain, ThenThatOfTheMessageThenThatAroundIt) {
  const auto figures = explain(kMore);
  EXPECT_EQ(find(figures, "network.points[C]", "gauges_mm").note, "page 5");
  const FigureOrigin& length = find(figures, "network.points[C].tracks[0]", "usable_length_m");
  EXPECT_EQ(length.value, "1050.5 m");
  EXPECT_EQ(length.note, "page 5") << "nothing in the track group speaks about it";
  const FigureOrigin& duration = find(figures, "processes.processes[P].stages[s]", "duration");
  EXPECT_EQ(duration.value, "0.5 + triangular(1, 2, 3) h");
  EXPECT_EQ(duration.confidence, 'A');
}

TEST(Explain, AssumptionsAndWhatNobodyVouchesForComeFirst) {
  const auto figures = explain(kMore);
  const auto vouched = [](const FigureOrigin& figure) { return figure.stated && !figure.assumption; };
  EXPECT_TRUE(std::is_partitioned(figures.rbegin(), figures.rend(), vouched));
  const FigureOrigin& count = find(figures, "network.points[C].tracks[0]", "count");
  EXPECT_TRUE(count.assumption);
  EXPECT_EQ(count.confidence, 'C');
  EXPECT_FALSE(find(figures, "processes.resources[C.r]", "servers").stated);
}

TEST(Explain, WhatResultsHangOnComesFirst) {
  const auto figures = explain(R"(
network { points {
  id: "C" gauges_mm: 1435 latitude_deg: 52.5 tracks { gauge_mm: 1435 count: 4 usable_length_m: 900 }
  provenance { assumption: true note: "by kind of point" }
} }
demand { flows { id: "F" service: "S" containers_per_year: 500 provenance { assumption: true note: "a guess" } } }
processes { resources { id: "C.r" point: "C" servers: 3 provenance { assumption: true note: "as elsewhere" } } }
)");
  const auto place_of = [&](const std::string& field) {
    return std::find_if(figures.begin(), figures.end(),
                        [&](const FigureOrigin& f) { return f.field == field; }) -
           figures.begin();
  };
  EXPECT_EQ(place_of("containers_per_year"), 0);
  EXPECT_LT(place_of("containers_per_year"), place_of("servers"));
  EXPECT_LT(place_of("servers"), place_of("length_km"));
  EXPECT_LT(place_of("length_km"), place_of("count"));
  EXPECT_LT(place_of("count"), place_of("latitude_deg"));
  EXPECT_EQ(place_of("latitude_deg"), static_cast<std::ptrdiff_t>(figures.size()) - 1);
}

TEST(Explain, SettingsOfTheExperimentAreNoFigures) {
  for (const FigureOrigin& figure : explain("experiment { replications: 5 census { seconds: 3 } }")) {
    EXPECT_NE(figure.path, "experiment") << figure.field;
  }
}

TEST(Explain, PublishedFiguresHaveTheirUnit) {
  const auto figures = explain(
      "experiment { published { id: \"V1\" observable: \"trains\" unit: \"trains\" role: COMPARED value: "
      "2742 "
      "kpi: \"total/both/trains_departed\" } }");
  EXPECT_EQ(find(figures, "experiment.published[V1]", "value").value, "2742 trains");
}

TEST(Explain, RatesHaveTheirUnits) {
  const auto figures = explain(
      "costs { currency: \"EUR\" wagon_t_per_feu: 13 ships { g_per_tkm: 12 } train_energy { "
      "diesel_kwh_per_kg: "
      "11.9 } refrigeration { mean_kw: 3 g_per_kwh: 800 price_per_kwh: 0.5 } }");
  EXPECT_EQ(find(figures, "costs", "wagon_t_per_feu").value, "13 t/FEU");
  EXPECT_EQ(find(figures, "costs.ships", "g_per_tkm").value, "12 g/tkm");
  EXPECT_EQ(find(figures, "costs.train_energy", "diesel_kwh_per_kg").value, "11.9 kWh/kg");
  EXPECT_EQ(find(figures, "costs.refrigeration", "mean_kw").value, "3 kW");
  EXPECT_EQ(find(figures, "costs.refrigeration", "g_per_kwh").value, "800 g/kWh");
  EXPECT_EQ(find(figures, "costs.refrigeration", "price_per_kwh").value, "0.5 per kWh");
}

TEST(Published, AsPlainStructs) {
  const auto result = test_files::load_beside_small(
      "sources { id: \"S1\" title: \"t\" date: \"2018\" }\n"
      "experiment { published { id: \"V1\" observable: \"o\" scope: \"s\" period: \"2017\" unit: \"u\" role: "
      "CALIBRATED value: 5 low: 4 factor: 2 kpi: \"point/A/departed\" provenance { sources: \"S1\" "
      "confidence: "
      "CONFIDENCE_B } } published { id: \"V2\" observable: \"o\" unit: \"u\" role: INPUT why_not: \"w\" } }");
  ASSERT_TRUE(result.scenario.has_value()) << to_string(result.problems[0]);
  ASSERT_EQ(result.scenario->published().size(), 2u);
  const scenarios::PublishedFigure& first = result.scenario->published()[0];
  EXPECT_EQ(first.role, scenarios::FigureRole::kCalibrated);
  EXPECT_EQ(first.value, 5);
  EXPECT_EQ(first.low, 4);
  EXPECT_FALSE(first.high.has_value());
  EXPECT_EQ(first.factor, 2);
  EXPECT_EQ(first.confidence, 'B');
  EXPECT_THAT(first.sources, testing::ElementsAre("S1"));
  EXPECT_EQ(result.scenario->published()[1].factor, 1);
  EXPECT_EQ(result.scenario->published()[1].confidence, 'C');
  EXPECT_EQ(result.scenario->sources().at(0).date, "2018");
}

TEST(Explain, HoursAndPossessionsInWords) {
  const auto figures = explain(R"(
network {
  points { id: "C" gauges_mm: 1435 time_zone: "Europe/Minsk" }
  lines {
    id: "C-A" from: "C" to: "A" gauge_mm: 1435 length_km: 9 tracks: 2 speed_km_per_day: 900
    opening_hours { weekly { from: "06:00" to: "24:00" } time_zone: "Europe/Warsaw" }
    possessions { weekly { days: SUNDAY from: "10:00" to: "12:00" } dates { first: "2018-04-01" last: "2018-10-31" } }
    possessions { from: "2018-05-01T22:00" to: "2018-05-03T04:00" }
  }
}
processes {
  resources {
    id: "C.r" point: "C" servers: 3
    opening_hours {
      weekly { days: MONDAY days: TUESDAY from: "08:00" to: "20:00" } weekly { days: SATURDAY from: "22:00" to: "02:00" }
      closed { first: "2017-01-01" last: "2017-01-07" } closed { first: "2017-05-01" }
    }
  }
}
)");
  EXPECT_EQ(
      find(figures, "processes.resources[C.r]", "opening_hours").value,
      "MON+TUE 08:00-20:00, SAT 22:00-02:00 local time, closed 2017-01-01 to 2017-01-07, closed 2017-05-01");
  EXPECT_EQ(find(figures, "network.lines[C-A]", "opening_hours").value, "daily 06:00-24:00 Europe/Warsaw");
  EXPECT_EQ(find(figures, "network.lines[C-A]", "possessions").value,
            "SUN 10:00-12:00 local time, 2018-04-01 to 2018-10-31, 2018-05-01T22:00 to 2018-05-03T04:00 "
            "local time");
}

TEST(Explain, DisruptionsInWords) {
  const auto figures = explain(R"(
change { network { points { id: "A" time_zone: "UTC" } points { id: "B" time_zone: "UTC" } } }
processes { resources { id: "A.r" point: "A" servers: 2 } }
disruptions {
  disruptions { id: "a" from: "1970-01-01T00:00" to: "1970-01-01T04:00" time_zone: "UTC" closure { lines: "A-B" hours { days: SUNDAY from: "08:00" to: "20:00" } } }
  disruptions { id: "b" from: "1970-01-01T00:00" to: "1970-01-01T04:00" time_zone: "UTC" capacity_cut { line: "A-B" paths_per_day: 5.5 } provenance { assumption: true note: "why" } }
  disruptions { id: "c" from: "1970-01-01T00:00" to: "1970-01-01T04:00" time_zone: "UTC" demand_surge { factor: 2 } }
  disruptions { id: "d" from: "1970-01-01T00:00" to: "1970-01-01T04:00" time_zone: "UTC" closure { points: "A" } }
  disruptions { id: "e" from: "1970-01-01T00:00" to: "1970-01-01T04:00" time_zone: "UTC" capacity_cut { line: "A-B" accepted_at_to_per_day: 3 accepted_at_from_per_day: 4 } }
  disruptions { id: "f" from: "1970-01-01T04:00" to: "1970-01-01T08:00" time_zone: "UTC" capacity_cut { line: "A-B" paths_per_day: 1 accepted_at_to_per_day: 1 } }
  disruptions { id: "g" from: "1970-01-01T04:00" to: "1970-01-01T08:00" time_zone: "UTC" capacity_cut { resource: "A.r" servers: 1 } }
}
)");
  const std::string dates = "1970-01-01T00:00 to 1970-01-01T04:00 ";
  EXPECT_EQ(find(figures, "disruptions.disruptions[a]", "from").value,
            dates + "UTC, closed: A-B, SUN 08:00-20:00 UTC");
  EXPECT_EQ(find(figures, "disruptions.disruptions[b]", "from").value, dates + "UTC, A-B: 5.5 paths a day");
  EXPECT_EQ(find(figures, "disruptions.disruptions[b]", "from").note, "why");
  EXPECT_EQ(find(figures, "disruptions.disruptions[c]", "from").value, dates + "UTC, demand times 2: all");
  EXPECT_EQ(find(figures, "disruptions.disruptions[d]", "from").value,
            dates + "UTC, closed: all at A (A-B, A.r)");
  EXPECT_EQ(find(figures, "disruptions.disruptions[e]", "from").value,
            dates +
                "UTC, A-B: 3 trains a day accepted at its end, 4 trains a day accepted at "
                "its beginning");
  const std::string later = "1970-01-01T04:00 to 1970-01-01T08:00 UTC, ";
  EXPECT_EQ(find(figures, "disruptions.disruptions[f]", "from").value,
            later + "A-B: 1 path a day, 1 train a day accepted at its end");
  EXPECT_EQ(find(figures, "disruptions.disruptions[g]", "from").value, later + "A.r: 1 server");
}

}  // namespace
