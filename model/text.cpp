#include "model/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace michibiki {
namespace {

bool is_continuation(std::string_view text, std::size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U;
}

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
  std::string text;
  for (; value != 0 || text.size() < digits; value >>= 4U) text += "0123456789abcdef"[value & 0xFU];
  std::reverse(text.begin(), text.end());
  return text;
}

bool is_ascii_letter_or_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool is_id_character(char32_t c) {
  return is_ascii_letter_or_digit(c) || c == U'.' || c == U'_' || c == U'-' || c == U':' || c == U'/';
}

/// Full-width ASCII and Roman numerals: the forms in which Japanese documents print the same codes.
bool is_printed_form_of_ascii(char32_t c) { return (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2160 && c <= 0x217F); }

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

/// Nothing is seen where it stands: format characters, variation selectors, fillers.
bool is_invisible(char32_t c) {
  return category(c) == UTF8PROC_CATEGORY_CF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
         c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0;
}

bool looks_like_hyphen(char32_t c) {
  // Dashes, minus, the long-vowel sign and its half-width form, box drawing.
  return category(c) == UTF8PROC_CATEGORY_PD || c == 0x2212 || c == 0x30FC || c == 0xFF70 || c == 0x2500;
}

constexpr std::string_view id_characters = "ids are made of ASCII letters, digits and . _ - : /";

/// Why a character of an id is refused, and what to write instead.
std::string why_not_in_id(char32_t c, std::string_view spelling) {
  if (is_invisible(c) || is_refused_character(c)) {
    return "the id holds " + code_point_name(c) + ", which cannot be seen; delete it";
  }
  if (category(c) == UTF8PROC_CATEGORY_ZS || c == U'\t' || c == U'\n' || c == U'\r') {
    return "a space cannot stand in an id; " + std::string(id_characters);
  }
  if (looks_like_hyphen(c)) return quote(spelling) + " in an id only looks like a hyphen; write '-'";
  if (const auto folded = to_nfkc(spelling);
      folded && !folded->empty() && std::all_of(folded->begin(), folded->end(), [](char byte) {
        return is_id_character(static_cast<unsigned char>(byte));
      })) {
    return quote(spelling) + " cannot stand in an id; write " + quote(*folded);
  }
  return quote(spelling) + " cannot stand in an id; " + std::string(id_characters);
}

std::size_t width_of(const DecodedCharacter& character) {
  if (!character.valid) return 1;
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(character.code_point));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const std::uint32_t first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {static_cast<char32_t>(first), 1, true};

  constexpr DecodedCharacter invalid{0xFFFD, 1, false};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return invalid;
  std::uint32_t value = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text, offset + i)) return invalid;
    value = (value << 6U) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest[length] || surrogate || value > 0x10FFFF) return invalid;
  return {static_cast<char32_t>(value), length, true};
}

void append_utf8(std::string& text, char32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  for (utf8proc_ssize_t i = 0; i < length; ++i) text += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter character = decode_utf8(text, offset);
    if (!character.valid) return offset;
    offset += character.length;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) offset += decode_utf8(text, offset).length;
  return count;
}

bool is_refused_character(char32_t c) {
  if (c < 0x20) return c != U'\t' && c != U'\n' && c != U'\r';
  if (c >= 0x7F && c <= 0x9F) return true;      // DEL and C1
  if (c == 0x2028 || c == 0x2029) return true;  // line breaks for some programs and not for others
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;  // reorder what a reviewer sees
  if (c == 0xFEFF) return true;
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;  // noncharacters: no XML can hold them
}

std::string code_point_name(char32_t code_point) {
  std::string digits = hexadecimal(static_cast<std::uint32_t>(code_point), 4);
  std::transform(digits.begin(), digits.end(), digits.begin(),
                 [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
  return "U+" + digits;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter character = decode_utf8(text, offset);
    const char32_t c = character.code_point;
    if (!character.valid) {
      result += "\\x" + hexadecimal(static_cast<unsigned char>(text[offset]), 2);
    } else if (c == U'\n') {
      result += "\\n";
    } else if (c == U'\r') {
      result += "\\r";
    } else if (c == U'\t') {
      result += "\\t";
    } else if (is_refused_character(c) || is_invisible(c)) {
      result += "\\u{" + hexadecimal(static_cast<std::uint32_t>(c), 1) + "}";
    } else {
      result += text.substr(offset, character.length);
    }
    offset += character.length;
  }
  return result;
}

std::string quote(std::string_view text, std::size_t max_characters) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < max_characters; ++count) {
    end += decode_utf8(text, end).length;
  }
  return "'" + printable(text.substr(0, end)) + (end < text.size() ? "...'" : "'");
}

NormalisedId normalise_id(std::string_view text) {
  if (text.empty()) return {{}, "the id is empty; " + std::string(id_characters)};
  NormalisedId result;
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter character = decode_utf8(text, offset);
    const std::string_view spelling = text.substr(offset, character.length);
    offset += character.length;
    if (!character.valid) return {{}, "the id is not valid UTF-8; " + std::string(id_characters)};

    std::string folded(spelling);
    if (is_printed_form_of_ascii(character.code_point)) folded = to_nfkc(spelling).value_or(folded);
    const bool fine = std::all_of(folded.begin(), folded.end(),
                                  [](char byte) { return is_id_character(static_cast<unsigned char>(byte)); });
    if (!fine) return {{}, why_not_in_id(character.code_point, spelling)};
    if (result.id.empty() && !is_ascii_letter_or_digit(static_cast<unsigned char>(folded.front()))) {
      return {{}, "the id " + quote(text) + " starts with " + quote(spelling) + "; start it with a letter or digit"};
    }
    result.id += folded;
  }
  return result;
}

std::optional<std::string> to_nfkc(std::string_view text) {
  if (find_invalid_utf8(text)) return std::nullopt;
  utf8proc_uint8_t* bytes = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &bytes, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(bytes, &std::free);
  if (length < 0) return std::nullopt;
  return std::string(bytes, bytes + length);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter character = decode_utf8(text, offset);
    width += width_of(character);
    offset += character.length;
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  std::string result(text);
  if (const std::size_t taken = display_width(text); taken < width) result.append(width - taken, ' ');
  return result;
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return std::string(taken < width ? width - taken : 0, ' ') + std::string(text);
}

std::string truncate_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  const std::string_view mark = std::string_view("...").substr(0, std::min<std::size_t>(width, 3));
  const std::size_t room = width - mark.size();
  std::size_t taken = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const DecodedCharacter character = decode_utf8(text, end);
    if (taken + width_of(character) > room) break;
    taken += width_of(character);
    end += character.length;
  }
  return std::string(text.substr(0, end)) + std::string(mark);
}

}  // namespace michibiki
