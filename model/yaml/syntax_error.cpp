#include "model/yaml/syntax_error.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "model/text.hpp"

namespace michibiki {
namespace {

using enum DiagnosticKind;
namespace yaml_cpp = YAML::ErrorMsg;

/// yaml-cpp's text, ours, and a guess at the cause.
struct Translation {
  std::string_view original;
  DiagnosticKind kind;
  std::string_view message;
  std::string_view hint;
};

constexpr std::string_view indentation_hint =
    "perhaps a ':' is missing, a quote is closed too early, or the line does not begin in the column of its neighbours";

const Translation translations[] = {
    {yaml_cpp::END_OF_MAP, malformed_yaml, "this does not continue the mapping; 'key: value' is expected here",
     indentation_hint},
    {yaml_cpp::END_OF_SEQ, malformed_yaml, "this does not continue the list; '- item' is expected here",
     indentation_hint},
    {yaml_cpp::BAD_FILE, nesting_too_deep,
     "lists and mappings stand inside each other here too many times; write it flatter", ""},
    {yaml_cpp::MAP_KEY, malformed_yaml, "'?' cannot stand here; put the text in quotes", ""},
    {yaml_cpp::CHAR_IN_BLOCK, malformed_yaml,
     "text stands on the line of '|' or '>'; begin it on the next line, indented", ""},
    {yaml_cpp::ZERO_INDENT_IN_BLOCK, malformed_yaml,
     "a block text cannot be indented by 0; leave out the number behind '|' or '>'", ""},
    {yaml_cpp::TAB_IN_INDENTATION, malformed_yaml, "a tab stands in the indentation; indent with spaces", ""},
};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> originals) {
  return std::any_of(originals.begin(), originals.end(),
                     [&](std::string_view original) { return text.starts_with(original); });
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The offset behind a quoted text's closing quote; `npos` when it is not closed.
std::size_t end_of_quoted(std::string_view text, std::size_t quote_at) {
  const char quote_mark = text[quote_at];
  for (std::size_t i = quote_at + 1; i < text.size(); ++i) {
    if (quote_mark == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote_mark) {
      if (quote_mark == '"' || i + 1 == text.size() || text[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

std::size_t end_of_line(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

/// The offset behind a plain text that starts here, as far as its line goes.
std::size_t end_of_plain(std::string_view text, std::size_t offset, bool flow) {
  const std::size_t line_end = end_of_line(text, offset);
  for (std::size_t i = offset; i < line_end; ++i) {
    if (text[i] == ':' && (i + 1 == line_end || is_blank(text[i + 1]))) return i;
    if (text[i] == '#' && i > offset && is_blank(text[i - 1])) return i;
    if (flow && (text[i] == ',' || text[i] == ']' || text[i] == '}')) return i;
  }
  return line_end;
}

/// The longest key that YAML has to find without a '?' in front; yaml-cpp reads no longer ones.
constexpr std::size_t longest_key = 1024;

/// The offset behind the key that starts here, blanks included: that of its ':' if it is one.
std::size_t end_of_key(const SourceText& source, std::size_t start, bool flow) {
  const std::string_view text = source.text();
  const bool quoted = source.at(start) == '"' || source.at(start) == '\'';
  if (!quoted) return end_of_plain(text, start, flow);
  const std::size_t end = end_of_quoted(text, start);
  return std::min(text.find_first_not_of(" \t", std::min(end, text.size())), text.size());
}

/// The offset behind a block text whose `|` or `>` stands here: lines indented more than the line
/// on which it begins.
std::size_t end_of_block(const SourceText& source, std::size_t offset) {
  const std::string_view text = source.text();
  const auto indentation = [&](std::size_t line) { return text.find_first_not_of(' ', line) - line; };
  const std::size_t outer = indentation(source.line_start(offset));
  std::size_t line = end_of_line(text, offset) + 1;
  while (line < text.size() && (text[line] == '\n' || indentation(line) > outer)) line = end_of_line(text, line) + 1;
  return std::min(line, text.size());
}

/// The opening quote of a text that is still open at `until`, looking from where all was understood.
std::optional<std::size_t> find_open_quote(const SourceText& source, std::size_t from, std::size_t until, bool flow) {
  const std::string_view text = source.text();
  until = std::min(until, text.size());
  for (std::size_t i = from; i < until;) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      const std::size_t end = end_of_quoted(text, i);
      if (end > until || end == std::string_view::npos) return i;
      i = end;
    } else if (c == '#') {
      i = end_of_line(text, i);
    } else if (!flow && (c == '|' || c == '>')) {
      i = end_of_block(source, i);
    } else if (is_blank(c) || std::string_view("[]{},").find(c) != std::string_view::npos ||
               (std::string_view("-?:").find(c) != std::string_view::npos && is_blank(source.at(i + 1)))) {
      ++i;
    } else {
      i = std::max(end_of_plain(text, i, flow), i + 1);
    }
  }
  return std::nullopt;
}

/// The tab in front of the first character of that line, if one is there.
std::optional<std::size_t> find_tab_in_indentation(const SourceText& source, std::size_t offset) {
  for (std::size_t i = source.line_start(offset); i < offset; ++i) {
    if (source.at(i) == '\t') return i;
    if (source.at(i) != ' ') break;
  }
  return std::nullopt;
}

/// The last such character before the offset, on its line.
std::size_t find_before(const SourceText& source, std::size_t offset, std::string_view any_of) {
  const std::size_t start = source.line_start(offset);
  for (std::size_t i = std::min(offset, source.text().size()); i > start; --i) {
    if (any_of.find(source.at(i - 1)) != std::string_view::npos) return i - 1;
  }
  return offset;
}

std::string character_at(const SourceText& source, std::size_t offset) {
  return quote(source.text().substr(offset, decode_utf8(source.text(), offset).length));
}

Diagnostic explain_open_quote(const SourceText& source, std::size_t offset, const ReadingState& state) {
  const bool flow = state.innermost && state.innermost->flow;
  if (const auto opening = find_open_quote(source, state.last_offset, offset, flow)) {
    const std::string mark(1, source.at(*opening));
    return make_error(malformed_yaml, source.locate(*opening),
                      "the quote opened here is not closed; add the closing " + mark);
  }
  return make_error(malformed_yaml, source.locate(offset), "a quote before this is not closed; add the closing quote");
}

/// A mistake inside [ ] or { }.
Diagnostic explain_flow(const SourceText& source, std::size_t offset, const TreeBuilder::Open& open) {
  const std::string opened = open.mapping ? "'{'" : "'['";
  const std::string closing = open.mapping ? "'}'" : "']'";
  if (offset >= source.text().size()) {
    return make_error(malformed_yaml, source.locate(open.offset),
                      opened + " is not closed; add the closing " + closing);
  }
  Diagnostic result =
      make_error(malformed_yaml, source.locate(offset),
                 character_at(source, offset) + " cannot stand here; ',' or " + closing + " is expected",
                 "a text that holds any of : , [ ] { } needs quotes here");
  result.related.push_back({source.locate(open.offset), opened + " is opened here"});
  return result;
}

/// The escape as it is written, `\u12` as well as `\u1234`, up to the closing quote.
std::string_view escape_at(const SourceText& source, std::size_t backslash) {
  const std::string_view text = source.text().substr(std::min(backslash, source.text().size()));
  const char letter = source.at(backslash + 1);
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  std::size_t length = 1 + decode_utf8(text, 1).length;
  for (std::size_t i = 0; i < digits && length < text.size() && text[length] != '"'; ++i) {
    length += decode_utf8(text, length).length;
  }
  return text.substr(0, length);
}

/// `offset` is where the parser stopped, behind the escape.
Diagnostic explain_escape(const SourceText& source, std::size_t offset, bool unknown) {
  // Behind `\\`, what an unknown escape has read is exactly one byte.
  const std::size_t backslash = unknown && offset >= 2 ? offset - 2 : find_before(source, offset, "\\");
  const std::string escape = quote(escape_at(source, backslash));
  return make_error(malformed_yaml, source.locate(backslash),
                    unknown ? escape + " is no escape of YAML; write '\\\\' for a backslash, or use single quotes"
                            : "the escape " + escape + " gives no character; write the character itself");
}

Diagnostic explain_unknown_token(const SourceText& source, std::size_t offset) {
  const char c = source.at(offset);
  if (c == '|' || c == '>') {
    return make_error(malformed_yaml, source.locate(offset),
                      "a block text cannot stand in [ ] or { }; put the text in quotes");
  }
  return make_error(malformed_yaml, source.locate(offset),
                    "a text cannot start with " + character_at(source, offset) + "; put it in quotes");
}

/// yaml-cpp takes a '?' inside a text in [ ] or { } for the start of a key; outside of brackets it takes none.
bool is_question_in_flow(const SourceText& source, std::size_t offset) {
  if (source.at(offset) != '?' || offset == 0) return false;
  const char before = source.at(offset - 1);
  return !is_blank(before) && std::string_view("[]{},:").find(before) == std::string_view::npos;
}

Diagnostic explain_block_entry(const SourceText& source, std::size_t offset, const ReadingState& state) {
  if (state.innermost && state.innermost->flow) {
    return make_error(malformed_yaml, source.locate(offset),
                      "'- ' cannot stand in [ ] or { }; items are separated by ','");
  }
  return make_error(malformed_yaml, source.locate(offset), "'- ' cannot stand here; a list begins on a new line");
}

Diagnostic explain_flow_end(const SourceText& source, std::size_t offset, const ReadingState& state) {
  if (state.innermost && state.innermost->flow) return explain_flow(source, offset, *state.innermost);
  return make_error(
      malformed_yaml, source.locate(offset),
      character_at(source, offset) + " does not close what is open here; delete it, or put the text in quotes");
}

/// ':' in a place where no key has ended.
Diagnostic explain_colon(const SourceText& source, std::size_t offset) {
  const std::string_view before = source.text().substr(source.line_start(offset), offset - source.line_start(offset));
  const bool second_on_line = before.find(": ") != std::string_view::npos;
  return make_error(
      malformed_yaml, source.locate(offset), "':' cannot stand here; a mapping as value begins on a new line",
      second_on_line ? "a text that holds ': ' needs quotes" : "perhaps a ':' is missing in the line above");
}

bool follows_quoted_text(const SourceText& source, std::size_t offset) {
  std::size_t i = std::min(offset, source.text().size());
  while (i > 0 && (source.at(i - 1) == ' ' || source.at(i - 1) == '\t')) --i;
  return i > 0 && (source.at(i - 1) == '"' || source.at(i - 1) == '\'');
}

/// Where an indicator stands that the parser has already read past.
std::size_t back_to(const SourceText& source, std::size_t offset, char indicator) {
  return source.at(offset) == indicator ? offset : find_before(source, offset, std::string_view(&indicator, 1));
}

/// Where the key begins that ends in that ':': in [ ] it has been understood as a text, else it is the first of its line.
std::size_t start_of_key(const SourceText& source, std::size_t colon, std::size_t last_offset, bool flow) {
  if (flow) return last_offset;
  auto first = source.text().find_first_not_of(' ', source.line_start(colon));
  while (source.has(first, "- ")) first = source.text().find_first_not_of(' ', first + 1);
  return std::min(first, colon);
}

}  // namespace

std::optional<Diagnostic> refuse_long_key(const SourceText& source, std::size_t start, bool flow) {
  const auto colon = end_of_key(source, start, flow);
  if (source.at(colon) != ':' || colon - start <= longest_key) return std::nullopt;
  return make_error(malformed_yaml, source.locate(start),
                    "this key is longer than " + std::to_string(longest_key) +
                        " bytes, of which YAML reads no more; write a shorter one",
                    "a kana or kanji has three bytes");
}

Diagnostic refuse_directive(const SourceText& source, std::size_t offset) {
  return make_error(
      malformed_yaml, source.locate(offset),
      "a line that starts with '%' is a directive of YAML, which is not accepted; leave it out, or put the text in quotes");
}

Diagnostic explain_syntax_error(const YAML::Exception& exception, const SourceText& source, const ReadingState& state) {
  const std::string_view original = exception.msg;
  const std::size_t offset = exception.mark.pos < 0 ? state.last_offset : static_cast<std::size_t>(exception.mark.pos);

  if (is_one_of(original, {yaml_cpp::DOC_IN_SCALAR, yaml_cpp::EOF_IN_SCALAR})) {
    return explain_open_quote(source, offset, state);
  }
  if (is_one_of(original, {yaml_cpp::INVALID_ESCAPE})) return explain_escape(source, offset, true);
  if (is_one_of(original, {yaml_cpp::INVALID_HEX, yaml_cpp::INVALID_UNICODE})) {
    return explain_escape(source, offset, false);
  }
  if (const auto tab = find_tab_in_indentation(source, offset)) {
    return make_error(malformed_yaml, source.locate(*tab), "a tab stands in the indentation; indent with spaces");
  }
  const bool unexpected_in_flow = is_one_of(original, {yaml_cpp::END_OF_MAP_FLOW, yaml_cpp::END_OF_SEQ_FLOW});
  if (unexpected_in_flow || is_one_of(original, {yaml_cpp::MAP_VALUE})) {
    const bool flow = state.innermost && state.innermost->flow;
    if (auto key = refuse_long_key(source, offset, flow)) return *key;
    const auto start = start_of_key(source, offset, state.last_offset, flow);
    if (auto key = refuse_long_key(source, start, flow)) return *key;
  }
  const bool unexpected = unexpected_in_flow || is_one_of(original, {yaml_cpp::END_OF_MAP, yaml_cpp::END_OF_SEQ});
  if (unexpected && follows_quoted_text(source, offset)) {
    return make_error(malformed_yaml, source.locate(offset),
                      "text stands behind a closing quote; put all of the text in quotes, or none",
                      "inside quotes, a quote is written \\\" in \"...\" and '' in '...'");
  }
  if ((unexpected_in_flow || is_one_of(original, {yaml_cpp::UNKNOWN_TOKEN})) && is_question_in_flow(source, offset)) {
    return make_error(malformed_yaml, source.locate(offset),
                      "a text with a '?' cannot stand bare in [ ] or { }; put the text in quotes");
  }
  if (unexpected_in_flow && state.innermost) {
    return explain_flow(source, offset, *state.innermost);
  }
  if (is_one_of(original, {yaml_cpp::FLOW_END})) return explain_flow_end(source, offset, state);
  if (is_one_of(original, {yaml_cpp::BLOCK_ENTRY})) return explain_block_entry(source, offset, state);
  if (is_one_of(original, {yaml_cpp::UNKNOWN_TOKEN})) return explain_unknown_token(source, offset);
  if (is_one_of(original, {yaml_cpp::MAP_VALUE})) return explain_colon(source, offset);
  if (is_one_of(original, {yaml_cpp::ALIAS_NOT_FOUND, yaml_cpp::CHAR_IN_ALIAS, yaml_cpp::UNKNOWN_ANCHOR,
                           yaml_cpp::ALIAS_CONTENT, yaml_cpp::MULTIPLE_ALIASES})) {
    return refuse_alias(source, back_to(source, offset, '*'));
  }
  if (is_one_of(original, {yaml_cpp::ANCHOR_NOT_FOUND, yaml_cpp::CHAR_IN_ANCHOR, yaml_cpp::MULTIPLE_ANCHORS})) {
    return refuse_anchor(source, back_to(source, offset, '&'));
  }
  if (is_one_of(original, {yaml_cpp::CHAR_IN_TAG_HANDLE, yaml_cpp::TAG_WITH_NO_SUFFIX, yaml_cpp::END_OF_VERBATIM_TAG,
                           yaml_cpp::MULTIPLE_TAGS})) {
    return refuse_tag(source, back_to(source, offset, '!'));
  }
  if (is_one_of(original,
                {yaml_cpp::YAML_DIRECTIVE_ARGS, yaml_cpp::YAML_VERSION, yaml_cpp::YAML_MAJOR_VERSION,
                 yaml_cpp::REPEATED_YAML_DIRECTIVE, yaml_cpp::TAG_DIRECTIVE_ARGS, yaml_cpp::REPEATED_TAG_DIRECTIVE})) {
    return refuse_directive(source, offset);
  }
  for (const Translation& translation : translations) {
    if (original.starts_with(translation.original)) {
      return make_error(translation.kind, source.locate(offset), std::string(translation.message),
                        std::string(translation.hint));
    }
  }
  return make_error(malformed_yaml, source.locate(offset),
                    "this cannot be read as YAML; check what stands here and before it", std::string(indentation_hint));
}

}  // namespace michibiki
