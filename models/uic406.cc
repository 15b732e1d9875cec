#include "models/uic406.h"

namespace rail {

SectionRules section_rules(const ModelTables& tables, const LineInput& line, const TrackTable& track) {
  const std::size_t pairs = tables.classes * tables.classes;
  return {track.single, track.single ? line.clearing_s : 0, tables.classes,
          std::span(tables.headways).subspan(track.line * pairs, pairs)};
}

}  // namespace rail
