#include "cli/diagnostics_output.hpp"

#include <optional>
#include <ostream>

#include "model/text.hpp"
#include "model/yaml/read_file.hpp"

namespace michibiki::cli {
namespace {

constexpr std::size_t widest_line = 110;

class Writer {
 public:
  Writer(const DiagnosticsStyle& style, std::ostream& stream) : style_(style), stream_(stream), texts_(style.texts) {}

  void write(const Diagnostic& diagnostic) {
    const auto text = to_string(diagnostic);
    const auto first_end = text.find('\n');
    stream_ << colored(text.substr(0, first_end), diagnostic.severity) << '\n';
    if (style_.source_lines) write_source(diagnostic.location);
    if (first_end != std::string::npos) stream_ << text.substr(first_end + 1) << '\n';
  }

 private:
  std::string colored(std::string line, Severity severity) const {
    const auto word = ": " + std::string(name(severity)) + ": ";
    const auto at = line.find(word);
    if (!style_.color || at == std::string::npos) return line;
    const std::string_view start = severity == Severity::error     ? "\x1b[1;31m"
                                   : severity == Severity::warning ? "\x1b[1;33m"
                                                                   : "\x1b[1m";
    line.insert(at + word.size() - 1, "\x1b[0m");
    line.insert(at + 2, start);
    return line;
  }

  /// The text of a file, read again when it is first needed; empty when that fails.
  const std::string& text_of(const std::string& file) {
    const auto known = texts_.find(file);
    if (known != texts_.end()) return known->second;
    return texts_[file] = read_file(file).bytes.value_or(std::string());
  }

  std::optional<std::string> line_of(const SourceLocation& location) {
    std::string_view rest = text_of(location.file_name());
    for (int line = 1; line < location.line; ++line) {
      const auto end = rest.find('\n');
      if (end == std::string_view::npos) return std::nullopt;
      rest.remove_prefix(end + 1);
    }
    auto line = std::string(rest.substr(0, rest.find('\n')));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || find_invalid_utf8(line)) return std::nullopt;
    return line;
  }

  void write_source(const SourceLocation& location) {
    if (!location.file) return;
    const auto line = line_of(location);
    if (!line) return;
    std::string before;
    std::size_t offset = 0;
    for (int column = 1; column < location.column && offset < line->size(); ++column) {
      const auto character = decode_utf8(*line, offset);
      before += line->substr(offset, character.length);
      offset += character.length;
    }
    const auto indent = display_width(printable(before));
    if (indent >= widest_line) return;
    const auto number = pad_left(std::to_string(location.line), 5);
    stream_ << number << " | " << truncate_to_width(printable(*line), widest_line) << '\n'
            << std::string(number.size(), ' ') << " | " << std::string(indent, ' ') << "^\n";
  }

  const DiagnosticsStyle& style_;
  std::ostream& stream_;
  std::map<std::string, std::string> texts_;
};

}  // namespace

void show_diagnostics(const std::vector<Diagnostic>& diagnostics, const DiagnosticsStyle& style, std::ostream& stream) {
  Writer writer(style, stream);
  for (const auto& diagnostic : diagnostics) {
    if (!style.errors_only || diagnostic.severity == Severity::error) writer.write(diagnostic);
  }
  stream.flush();
}

}  // namespace michibiki::cli
