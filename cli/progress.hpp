#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/environment.hpp"

namespace michibiki::cli {

/// Tells on a terminal how far something has come that takes longer than a second; silent when nobody watches.
class Progress {
 public:
  Progress(const Environment& environment, std::string what);

  void tell(std::size_t done, std::size_t all);
  /// Takes the line away again.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  const Environment& environment_;
  std::string what_;
  Clock::time_point last_;
  bool shown_ = false;
};

}  // namespace michibiki::cli
