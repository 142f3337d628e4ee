#include "model/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;
using namespace std::string_literals;

TEST_CASE("bytes that are not UTF-8 are found where they stand", "[model][text]") {
  struct Row {
    std::string bytes;
    std::optional<std::size_t> first_bad;
  };
  const std::vector<Row> rows{
      {"", std::nullopt},
      {"abc", std::nullopt},
      {"脅威 \xF0\x9F\x98\x80", std::nullopt},
      {"\xF4\x8F\xBF\xBF", std::nullopt},  // U+10FFFF
      {"a\x80", 1},                        // a continuation byte alone
      {"\xC0\x80", 0},                     // overlong NUL
      {"\xE0\x80\xAF", 0},                 // overlong /
      {"a\xED\xA0\x80", 1},                // a surrogate
      {"\xF4\x90\x80\x80", 0},             // above U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},         // five bytes
      {"ab\xE8\x84", 2},                   // cut off
      {"\xE8\x84X", 0},                    // cut off by another character
      {"\x8A\xB4", 0},                     // Shift_JIS
      {"ok\xFF", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(printable(row.bytes));
    CHECK((find_invalid_utf8(row.bytes) == row.first_bad));
  }
}

TEST_CASE("characters are counted, not bytes", "[model][text]") {
  CHECK(count_code_points("日本: x") == 5);
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("a\xFF\xFEz") == 4);
}

TEST_CASE("a character survives encoding and decoding", "[model][text]") {
  for (const char32_t c : {U'a', U'é', U'導', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    const DecodedCharacter decoded = decode_utf8(text, 0);
    CHECK(decoded.valid);
    CHECK(decoded.length == text.size());
    CHECK((decoded.code_point == c));
  }
  CHECK(decode_utf8("", 0).length == 0);
}

TEST_CASE("the forms that Japanese documents print are folded to one id", "[model][text][id]") {
  struct Row {
    std::string_view written;
    std::string_view id;
  };
  for (const Row& row : std::vector<Row>{
           {"A.10.5.1", "A.10.5.1"},
           {"Ⅲ．２．３．１", "III.2.3.1"},
           {"Ａ．１０．５．１", "A.10.5.1"},
           {"Ⅱ.1.1.1", "II.1.1.1"},
           {"ⅻ", "xii"},
           {"malicious.theft", "malicious.theft"},
           {"III.2.3.1/alteration", "III.2.3.1/alteration"},
           {"urn:x_y-1", "urn:x_y-1"},
           {"Ａ－１：ｂ／ｃ＿ｄ", "A-1:b/c_d"},
           {"2008", "2008"},
       }) {
    const NormalisedId result = normalise_id(row.written);
    CHECK(result.id == row.id);
    CHECK(result.problem == "");
    CHECK(result.ok());
  }
}

TEST_CASE("what NFKC would fold by accident is refused, with what to write", "[model][text][id]") {
  struct Row {
    std::string written;
    std::string problem;
  };
  const std::string ids_are = "ids are made of ASCII letters, digits and . _ - : /";
  for (const Row& row : std::vector<Row>{
           {"", "the id is empty; " + ids_are},
           {"①", "'①' cannot stand in an id; write '1'"},
           {"m²", "'²' cannot stand in an id; write '2'"},
           {"㎏", "'㎏' cannot stand in an id; write 'kg'"},
           {"A‐1", "'‐' in an id only looks like a hyphen; write '-'"},
           {"A−1", "'−' in an id only looks like a hyphen; write '-'"},
           {"Aー1", "'ー' in an id only looks like a hyphen; write '-'"},
           {"A\u200B1", "the id holds U+200B, which cannot be seen; delete it"},
           {"A\uFE0F", "the id holds U+FE0F, which cannot be seen; delete it"},
           {"\u202EA", "the id holds U+202E, which cannot be seen; delete it"},
           {"A\u0301", "'\u0301' cannot stand in an id; " + ids_are},
           {"A 1", "a space cannot stand in an id; " + ids_are},
           {"A\u30001", "a space cannot stand in an id; " + ids_are},
           {"A\n", "a space cannot stand in an id; " + ids_are},
           {"脅威", "'脅' cannot stand in an id; " + ids_are},
           {"A.1＊", "'＊' cannot stand in an id; " + ids_are},
           {".A", "the id '.A' starts with '.'; start it with a letter or digit"},
           {"／A", "the id '／A' starts with '／'; start it with a letter or digit"},
           {"A\xFF", "the id is not valid UTF-8; " + ids_are},
       }) {
    const NormalisedId result = normalise_id(row.written);
    CHECK(result.problem == row.problem);
    CHECK(result.id == "");
    CHECK_FALSE(result.ok());
  }
}

TEST_CASE("full-width and half-width forms compare equal under NFKC", "[model][text]") {
  CHECK((to_nfkc("ﾊﾞｯｸｱｯﾌﾟ") == "バックアップ"));
  CHECK((to_nfkc("") == ""));
  CHECK_FALSE(to_nfkc("\xFF").has_value());
}

TEST_CASE("kana and kanji take two columns, combining marks none", "[model][text][width]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("機密性") == 6);
  CHECK(display_width("ｱ") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("が") == 2);
  CHECK(display_width("か\u3099") == 2);
  CHECK(display_width("") == 0);
}

TEST_CASE("table cells line up whatever they hold", "[model][text][width]") {
  CHECK(pad_right("可用性", 8) == "可用性  ");
  CHECK(pad_left("12", 4) == "  12");
  CHECK(pad_left("可", 4) == "  可");
  CHECK(pad_right("too long", 3) == "too long");
}

TEST_CASE("a text is cut between characters and never exceeds its width", "[model][text][width]") {
  CHECK(truncate_to_width("機密性", 6) == "機密性");
  CHECK(truncate_to_width("機密性と完全性", 10) == "機密性...");
  CHECK(truncate_to_width("機密性と完全性", 8) == "機密...");  // a half character would be needed to fill it
  CHECK(truncate_to_width("abcdef", 5) == "ab...");
  CHECK(truncate_to_width("abcdef", 2) == "..");
  CHECK(truncate_to_width("abcdef", 0) == "");
}

TEST_CASE("nothing from an input reaches a terminal unescaped", "[model][text]") {
  CHECK(printable("脅威 'x' \\") == "脅威 'x' \\");
  CHECK(printable("a\nb\tc\r\x1b[0m\x7f"s + '\0') == "a\\nb\\tc\\r\\u{1b}[0m\\u{7f}\\u{0}");
  CHECK(printable("\xC2\x85\xFF\u202E\u200B") == "\\u{85}\\xff\\u{202e}\\u{200b}");
  CHECK(printable(printable("\x01")) == printable("\x01"));
}

TEST_CASE("a quoted text is cut to what a message can bear", "[model][text]") {
  CHECK(quote("脅威") == "'脅威'");
  CHECK(quote("脅威の一覧", 2) == "'脅威...'");
  CHECK(quote("") == "''");
  CHECK(quote("\n") == "'\\n'");
}

TEST_CASE("characters that hide or break something are refused in every text", "[model][text]") {
  for (const char32_t c :
       {U'\0', U'\x01', U'\x04', U'\x1B', U'\x7F', U'\u0085', U'\u009F', U'\u2028', U'\u2029', U'\u202A', U'\u202E',
        U'\u2066', U'\u2069', U'\uFEFF', U'\uFFFE', U'\uFFFF', U'\uFDD0', U'\U0001FFFE', U'\U0010FFFF'}) {
    CAPTURE(code_point_name(c));
    CHECK(is_refused_character(c));
  }
  for (const char32_t c : {U'\t', U'\n', U'\r', U' ', U'~', U'\u00A0', U'導', U'\u3000', U'\uFFFD', U'\U0001F600'}) {
    CAPTURE(code_point_name(c));
    CHECK_FALSE(is_refused_character(c));
  }
}

TEST_CASE("a character is named as Unicode names it", "[model][text]") {
  CHECK(code_point_name(U'\0') == "U+0000");
  CHECK(code_point_name(U'\u200B') == "U+200B");
  CHECK(code_point_name(U'\U0001F600') == "U+1F600");
}

}  // namespace
