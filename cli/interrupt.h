// Ctrl-C: the first asks for an orderly end, the second ends the program at once.
#pragma once

#include <atomic>

namespace cli {

// Watches SIGINT, SIGTERM and, unless it is ignored as by `nohup`, SIGHUP from now on. The flag turns true at
// the first.
const std::atomic<bool>& watch_interrupts();

}  // namespace cli
