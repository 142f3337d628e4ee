#include "model/yaml/check_text.hpp"

#include <utility>
#include <vector>

#include "model/text.hpp"
#include "model/yaml/source_text.hpp"

namespace michibiki {
namespace {

using enum DiagnosticKind;

/// With more than these a file is hardly text: reported, but not parsed.
constexpr std::size_t max_refused_characters = 10;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_lone_carriage_return(std::string_view text, std::size_t offset) {
  return text[offset] == '\r' && (offset + 1 == text.size() || text[offset + 1] != '\n');
}

Diagnostic not_utf8_at(const SourceText& valid_part, std::string_view bytes, std::size_t offset) {
  SourceLocation at = valid_part.locate(valid_part.text().size());
  if (offset == 0 && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))) {
    return make_error(not_utf8, std::move(at), "the file is UTF-16; save it as UTF-8");
  }
  const std::string shown = printable(bytes.substr(offset, 1));  // \x83
  return make_error(not_utf8, std::move(at), "byte 0" + shown.substr(1) + " is not UTF-8; save the file as UTF-8",
                    "a Japanese file in Shift_JIS is converted by: iconv -f CP932 -t UTF-8");
}

std::string why_refused(char32_t c) {
  if (c == U'\r') return "a carriage return stands alone; end lines with LF or CR LF";
  if (c == 0) return "U+0000 cannot stand in a text; delete it, or save the file as UTF-8 if it is UTF-16";
  if (c == 0xFEFF) return "a byte order mark can stand only at the start of a file; delete it";
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return code_point_name(c) + " is no line break in YAML; use LF";
  if (c >= 0x202A && c <= 0x2069)
    return code_point_name(c) + " changes the order in which people see the text; delete it";
  return code_point_name(c) + " cannot stand in a text; delete it";
}

struct Refused {
  std::size_t offset;
  char32_t character;
};

/// Replaces what is refused; the offsets are those of the result.
std::vector<Refused> replace_refused_characters(std::string& text) {
  std::vector<Refused> refused;
  std::string result;
  std::size_t copied = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter character = decode_utf8(text, offset);
    if (is_refused_character(character.code_point) || is_lone_carriage_return(text, offset)) {
      result.append(text, copied, offset - copied);
      refused.push_back({result.size(), character.code_point});
      append_utf8(result, U'\uFFFD');
      copied = offset + character.length;
    }
    offset += character.length;
  }
  if (refused.empty()) return refused;
  result.append(text, copied);
  text = std::move(result);
  return refused;
}

}  // namespace

CheckedText check_text(std::string_view bytes, const std::shared_ptr<const std::string>& file,
                       const ParseLimits& limits, Collector& errors) {
  if (bytes.size() > limits.max_bytes) {
    errors.add(
        make_error(too_large, {file, 1, 1},
                   "the file has more than " + std::to_string(limits.max_bytes) + " bytes; split it into several"));
    return {};
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (const auto invalid = find_invalid_utf8(bytes)) {
    errors.add(not_utf8_at(SourceText(std::string(bytes.substr(0, *invalid)), file), bytes, *invalid));
    return {};
  }

  std::string text(bytes);
  const std::vector<Refused> refused = replace_refused_characters(text);
  if (refused.empty()) return {std::move(text), false};

  SourceText source(std::move(text), file);
  for (std::size_t i = 0; i < refused.size() && i < max_refused_characters; ++i) {
    errors.add(make_error(control_character, source.locate(refused[i].offset), why_refused(refused[i].character)));
  }
  if (refused.size() > max_refused_characters) {
    errors.add(make_error(too_many_errors, source.locate(refused[max_refused_characters].offset),
                          std::to_string(refused.size() - max_refused_characters) +
                              " more such characters follow; is this a text file?"));
    return {};
  }
  return {std::string(source.text()), true};
}

}  // namespace michibiki
