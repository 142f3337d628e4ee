#include "model/yaml/parse.hpp"

#include <istream>
#include <utility>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/node/node.h>  // parser.h only declares its Node, and clang-tidy then thinks that it means ours
#include <yaml-cpp/parser.h>

#include "model/yaml/bounded_input.hpp"
#include "model/yaml/check_text.hpp"
#include "model/yaml/collector.hpp"
#include "model/yaml/source_text.hpp"
#include "model/yaml/syntax_error.hpp"
#include "model/yaml/tree_builder.hpp"

namespace michibiki {
namespace {

using enum DiagnosticKind;

/// Where a second document starts, and nothing else of it.
class SecondDocument : public YAML::EventHandler {
 public:
  [[nodiscard]] std::optional<std::size_t> offset() const { return offset_; }

  void start_at(std::size_t offset) { offset_ = offset; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    start_at(mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos));
    throw StopReading();
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
  void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& /*value*/) override {}
  void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {}
  void OnMapEnd() override {}

 private:
  std::optional<std::size_t> offset_;
};

/// At the end of a file yaml-cpp forgives an unclosed quote and a key without a colon. An end of the
/// document in a line of its own makes both of them errors; the comment in front keeps it out of
/// block texts.
std::string with_explicit_end(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result.back() != '\n') result += '\n';
  return result + "#\n...\n";
}

/// Start of the last line before that of the offset that is neither blank nor a comment, if any.
std::optional<std::size_t> line_before(const SourceText& source, std::size_t offset) {
  for (std::size_t start = source.line_start(offset); start > 0;) {
    start = source.line_start(start - 1);
    const std::size_t first = source.text().find_first_not_of(" \t\r", start);
    if (source.at(first) != '\n' && source.at(first) != '#') return start;
  }
  return std::nullopt;
}

/// yaml-cpp passes over directives that it does not know, and over any text behind a '%'.
void refuse_leading_directives(const SourceText& source, Collector& errors) {
  const std::string_view text = source.text();
  for (std::size_t line = 0; line < text.size(); line = std::min(text.find('\n', line), text.size() - 1) + 1) {
    const std::size_t first = text.find_first_not_of(" \t\r", line);
    if (source.at(line) == '%') {
      errors.add(refuse_directive(source, line));
      return;  // the first shows the mistake
    } else if (source.at(first) != '\n' && source.at(first) != '#') {
      return;
    }
  }
}

Diagnostic explain_second_document(const SourceText& source, std::size_t offset) {
  const auto before = line_before(source, offset);
  if (before && source.at(*before) == '%') return refuse_directive(source, *before);
  if (source.has(offset, "---") || (before && source.has(*before, "..."))) {
    return make_error(second_document, source.locate(offset),
                      "a second document starts here; put it in a file of its own");
  }
  if (source.at(offset) == ',') {
    return make_error(malformed_yaml, source.locate(offset), "a text cannot start with ','; put it in quotes");
  }
  return make_error(malformed_yaml, source.locate(offset),
                    "this belongs to nothing that stands above it; nothing more is expected",
                    "perhaps it does not begin in the column of its neighbours, or a ':' or a quote is missing above");
}

Diagnostic too_many_values(const SourceText& source, std::size_t offset, const ParseLimits& limits) {
  return make_error(too_large, source.locate(offset),
                    "the file has more than " + std::to_string(limits.max_nodes) + " values; split it into several");
}

/// Reads the first document; false when a syntax error ended it.
bool read_document(YAML::Parser& parser, const SourceText& source, const ParseLimits& limits, TreeBuilder& builder,
                   Collector& errors) {
  try {
    parser.HandleNextDocument(builder);
    return true;
  } catch (const StopReading&) {
    errors.add(too_many_values(source, builder.last_offset(), limits));
  } catch (const YAML::Exception& exception) {
    const bool too_deep_for_the_parser = exception.msg == YAML::ErrorMsg::BAD_FILE && builder.was_too_deep();
    if (!too_deep_for_the_parser) {
      errors.add(explain_syntax_error(exception, source, {builder.last_offset(), builder.innermost()}));
    }
  }
  builder.abandon();
  return false;
}

/// True when the file ends with its first document.
bool ends_here(YAML::Parser& parser, const SourceText& source, std::size_t last_offset, Collector& errors) {
  SecondDocument second;
  try {
    parser.HandleNextDocument(second);
  } catch (const StopReading&) {  // that it starts is all we want to know
    if (!second.offset()) second.start_at(last_offset);
  } catch (const YAML::Exception& exception) {
    errors.add(explain_syntax_error(exception, source, {last_offset, std::nullopt}));
    return false;
  }
  if (!second.offset()) return true;
  errors.add(explain_second_document(source, *second.offset()));
  return false;
}

std::optional<Node> read_text(const SourceText& source, const ParseLimits& limits, bool replaced, Collector& errors) {
  refuse_leading_directives(source, errors);
  TreeBuilder builder(source, limits, replaced, errors);
  BoundedInput input(with_explicit_end(source.text()), limits.max_nodes, builder);
  std::istream stream(&input);
  YAML::Parser parser(stream);
  if (!read_document(parser, source, limits, builder, errors)) return std::nullopt;
  if (!ends_here(parser, source, builder.last_offset(), errors)) return std::nullopt;
  return builder.take_root();
}

}  // namespace

ParseResult parse_yaml(std::string_view text, const std::shared_ptr<const std::string>& file,
                       const ParseLimits& limits) {
  ParseResult result;
  Collector errors(limits.max_diagnostics);
  CheckedText checked = check_text(text, file, limits, errors);
  if (checked.text) {
    const SourceText source(std::move(*checked.text), file);
    result.root = read_text(source, limits, checked.replaced, errors);
  }
  result.diagnostics = errors.take();
  return result;
}

}  // namespace michibiki
