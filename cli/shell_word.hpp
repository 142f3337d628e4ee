#pragma once

#include <string>

namespace michibiki::cli {

/// A word of a command that is printed to be copied, as a POSIX shell takes it: between quotation marks where it needs them.
std::string shell_word(const std::string& text);

}  // namespace michibiki::cli
