#pragma once

namespace michibiki::cli {

/// How the program ends; scripts go by these numbers.
enum class ExitStatus {
  clean = 0,             ///< done, nothing to look at
  findings = 1,          ///< done, with findings: open exposures, errors or warnings of a check
  wrong_input = 2,       ///< the call or an input is wrong; nothing was written
  failure = 3,           ///< our own failure, or a file that could not be written
  nothing_to_check = 4,  ///< done, but there was nothing to look at: that is never "all clear"
};

}  // namespace michibiki::cli
