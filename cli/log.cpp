#include "cli/log.hpp"

#include <string_view>

#include <spdlog/formatter.h>
#include <spdlog/sinks/ostream_sink.h>

namespace michibiki::cli {
namespace {

std::string_view color_of(spdlog::level::level_enum level) {
  if (level >= spdlog::level::err) return "\x1b[1;31m";
  return level == spdlog::level::warn ? "\x1b[1;33m" : "\x1b[2m";
}

/// Neither time nor thread: nobody reads them here, and outputs should not differ from run to run.
class LineFormatter : public spdlog::formatter {
 public:
  explicit LineFormatter(bool color) : color_(color) {}

  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& line) override {
    append(line, "michibiki: ");
    if (color_) append(line, color_of(message.level));
    const auto level = spdlog::level::to_string_view(message.level);
    append(line, {level.data(), level.size()});
    append(line, ":");
    if (color_) append(line, "\x1b[0m");
    append(line, " ");
    append(line, {message.payload.data(), message.payload.size()});
    append(line, "\n");
  }

  std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<LineFormatter>(color_); }

 private:
  static void append(spdlog::memory_buf_t& line, std::string_view text) {
    line.append(text.data(), text.data() + text.size());
  }

  bool color_;
};

}  // namespace

std::shared_ptr<spdlog::logger> make_log(std::ostream& stream, spdlog::level::level_enum least, bool color) {
  auto sink = std::make_shared<spdlog::sinks::ostream_sink_st>(stream, true);
  auto log = std::make_shared<spdlog::logger>("michibiki", std::move(sink));
  log->set_formatter(std::make_unique<LineFormatter>(color));
  log->set_level(least);
  return log;
}

}  // namespace michibiki::cli
