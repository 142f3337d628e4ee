#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>

#include <spdlog/fwd.h>

namespace michibiki::cli {

/// What the program tells besides its result: "michibiki: warning: …", one line each, on that stream. Text from files is made printable
/// by whoever logs it.
class Log {
 public:
  /// The least weighty that is told.
  enum class Level { debug, warning, error };

  Log(std::ostream& stream, Level least, bool color);

  void debug(std::string_view text) const;
  void warn(std::string_view text) const;
  void error(std::string_view text) const;

 private:
  std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace michibiki::cli
