#include "engine/declared_channels.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/check.h"

namespace des {
namespace {

// Of several with one name the quickest comes first.
auto key(const DeclaredChannel& one) {
  return std::tuple(one.sender, one.channel.receiver, std::string_view(one.channel.name));
}

}  // namespace

DeclaredChannels::DeclaredChannels(std::vector<DeclaredChannel> all) : all_(std::move(all)) {
  std::sort(all_.begin(), all_.end(), [](const DeclaredChannel& a, const DeclaredChannel& b) {
    return std::tuple(key(a), a.channel.lookahead) < std::tuple(key(b), b.channel.lookahead);
  });
}

void DeclaredChannels::check(EntityId sender, const Channel& channel, SimTime now) const {
  if (channel.receiver == sender) return;
  const DeclaredChannel sent{sender, channel};
  const auto place =
      std::lower_bound(all_.begin(), all_.end(), sent,
                       [](const DeclaredChannel& a, const DeclaredChannel& b) { return key(a) < key(b); });
  if (place == all_.end() || key(*place) != key(sent))
    fail_causality("event sent over a channel that is not declared", now, kNever, sender, channel);
  if (channel.lookahead < place->channel.lookahead) {
    fail_causality("event sent over a channel that is declared with a longer lookahead",
                   now + channel.lookahead, now + place->channel.lookahead, sender, channel);
  }
}

}  // namespace des
