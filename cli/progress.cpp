#include "cli/progress.hpp"

#include <ostream>

namespace michibiki::cli {

Progress::Progress(const Environment& environment, std::string what)
    : environment_(environment), what_(std::move(what)), last_(Clock::now()) {}

void Progress::tell(std::size_t done, std::size_t all) {
  const auto now = Clock::now();
  if (!environment_.err_is_terminal || now - last_ < std::chrono::seconds(1)) return;
  last_ = now;
  shown_ = true;
  environment_.err << '\r' << what_ << ": " << done << " of " << all << std::flush;
}

void Progress::finish() {
  if (shown_) environment_.err << "\r\033[K" << std::flush;
  shown_ = false;
}

}  // namespace michibiki::cli
