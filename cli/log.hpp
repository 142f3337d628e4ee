#pragma once

#include <iosfwd>
#include <memory>

#include <spdlog/logger.h>

namespace michibiki::cli {

/// What the program tells besides its result: "michibiki: warning: …", one line each, on that stream. Text from files is made printable
/// by whoever logs it.
std::shared_ptr<spdlog::logger> make_log(std::ostream& stream, spdlog::level::level_enum least, bool color);

}  // namespace michibiki::cli
