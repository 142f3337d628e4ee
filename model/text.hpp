#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace michibiki {

/// One character of a UTF-8 text.
struct DecodedCharacter {
  char32_t code_point = 0;
  std::size_t length = 0;  ///< bytes; 1 for an invalid byte, 0 at the end of the text
  bool valid = false;
};

/// The character at that byte; strict: no overlong forms, surrogates or values above U+10FFFF.
[[nodiscard]] DecodedCharacter decode_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string& text, char32_t code_point);

/// Byte offset of the first byte that is not UTF-8, or nothing.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Characters (code points); an invalid byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// A character that no text of ours may hold, because it is invisible to a reviewer or breaks an
/// output: C0 (but TAB, LF, CR), DEL, C1, U+2028/2029, directional overrides and isolates, a byte
/// order mark inside a text, noncharacters.
[[nodiscard]] bool is_refused_character(char32_t code_point);

/// `U+200B`, at least four digits.
[[nodiscard]] std::string code_point_name(char32_t code_point);

/// The text with what must not reach a terminal or a log shown as `\n`, `\u{1b}`, `\xff`.
[[nodiscard]] std::string printable(std::string_view text);

/// `'text'` for messages: printable, and cut with `...` after `max_characters`.
[[nodiscard]] std::string quote(std::string_view text, std::size_t max_characters = 60);

/// An id in the one form that is compared and printed, or why it is none.
struct NormalisedId {
  std::string id;       ///< empty when refused
  std::string problem;  ///< empty when fine; else what is wrong and what would be right

  [[nodiscard]] bool ok() const { return problem.empty(); }
};

/// Ids are ASCII: letters, digits and `. _ - : /`, starting with a letter or digit. Full-width forms
/// and the Roman numerals of Japanese numbering are folded by NFKC (`Ⅲ．２．３．１` → `III.2.3.1`);
/// anything else is refused rather than folded, since NFKC would also make `①` and `²` into digits
/// and leave hyphens that look like `-`.
[[nodiscard]] NormalisedId normalise_id(std::string_view text);

/// NFKC of a valid UTF-8 text, for comparing what people type; nothing if it is not valid UTF-8.
[[nodiscard]] std::optional<std::string> to_nfkc(std::string_view text);

/// Columns that the text takes on a terminal: 2 for kana and kanji, 0 for combining marks, 1 for
/// what East Asian Width calls ambiguous.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Fills with spaces up to that width; a wider text stays as it is.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// At most that width, cut between characters and ended by `...` when something was cut.
[[nodiscard]] std::string truncate_to_width(std::string_view text, std::size_t width);

}  // namespace michibiki
