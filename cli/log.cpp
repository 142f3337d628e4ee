#include "cli/log.hpp"

#include <spdlog/formatter.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

namespace michibiki::cli {
namespace {

std::string_view color_of(spdlog::level::level_enum level) {
  if (level >= spdlog::level::err) return "\x1b[1;31m";
  return level == spdlog::level::warn ? "\x1b[1;33m" : "\x1b[2m";
}

spdlog::level::level_enum level_of(Log::Level level) {
  switch (level) {
    case Log::Level::debug:
      return spdlog::level::debug;
    case Log::Level::warning:
      return spdlog::level::warn;
    case Log::Level::error:
      break;
  }
  return spdlog::level::err;
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

Log::Log(std::ostream& stream, Level least, bool color)
    : logger_(std::make_shared<spdlog::logger>("michibiki",
                                               std::make_shared<spdlog::sinks::ostream_sink_st>(stream, true))) {
  logger_->set_formatter(std::make_unique<LineFormatter>(color));
  logger_->set_level(level_of(least));
}

void Log::debug(std::string_view text) const { logger_->log(spdlog::level::debug, text); }
void Log::warn(std::string_view text) const { logger_->log(spdlog::level::warn, text); }
void Log::error(std::string_view text) const { logger_->log(spdlog::level::err, text); }

}  // namespace michibiki::cli
