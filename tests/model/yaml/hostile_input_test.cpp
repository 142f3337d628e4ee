// What a wrong file says: the whole text that people read, place included. One row for each way to be wrong that the reader of YAML knows.

#include <set>
#include <string>
#include <vector>

#include "model/yaml/parse.hpp"
#include "model/yaml/syntax_error.hpp"

#include "tests/catch.hpp"

namespace {

using namespace michibiki;
using namespace std::string_literals;

std::string shown(const ParseResult& result) {
  std::string text;
  for (const Diagnostic& diagnostic : result.diagnostics) text += to_string(diagnostic) + '\n';
  return text;
}

std::string errors_of(const std::string& text, const ParseLimits& limits = {}) {
  return shown(parse_yaml(text, make_file_name("a.yaml"), limits));
}

struct Row {
  std::string text;
  std::string expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(errors_of(row.text) == row.expected);
  }
}

TEST_CASE("a quote that is not closed is shown where it opens", "[yaml][errors]") {
  const auto open = [](const std::string& place, char quote) {
    return "a.yaml:" + place + ": error: the quote opened here is not closed; add the closing " + quote +
           " [malformed-yaml]\n";
  };
  check({
      {"a: \"x\nb: c\n", open("1:4", '"')},
      {"a: 'x\nb: c", open("1:4", '\'')},
      {"a: it's # don't\nb: \"c\" # \"\nd: [e, \"f]\n", open("3:8", '"')},
      {"a: |\n  'block\n  \"text\nb: 'it''s\n", open("4:4", '\'')},
      {"日本: \"x", open("1:5", '"')},
      {"- \"a \\\" b\n- c\n", open("1:3", '"')},
      {"a: \"b\n---\nc\"\n", open("1:4", '"')},
      {"\"", open("1:1", '"')},
  });
}

TEST_CASE("a bracket that is not closed is shown where it opens", "[yaml][errors]") {
  check({
      {"a: [1, 2", "a.yaml:1:4: error: '[' is not closed; add the closing ']' [malformed-yaml]\n"},
      {"[1, 2\n", "a.yaml:1:1: error: '[' is not closed; add the closing ']' [malformed-yaml]\n"},
      {"a: {\n  b: c\n", "a.yaml:1:4: error: '{' is not closed; add the closing '}' [malformed-yaml]\n"},
      {"a: [1, 2\nb: 3\n",
       "a.yaml:2:2: error: ':' cannot stand here; ',' or ']' is expected [malformed-yaml]\n"
       "  note: '[' is opened here (a.yaml:1:4)\n"
       "  hint: a text that holds any of : , [ ] { } needs quotes here\n"},
      {"{id: a, title: x: y}",
       "a.yaml:1:17: error: ':' cannot stand here; ',' or '}' is expected [malformed-yaml]\n"
       "  note: '{' is opened here (a.yaml:1:1)\n"
       "  hint: a text that holds any of : , [ ] { } needs quotes here\n"},
      {"a: [1}",
       "a.yaml:1:6: error: '}' cannot stand here; ',' or ']' is expected [malformed-yaml]\n"
       "  note: '[' is opened here (a.yaml:1:4)\n"
       "  hint: a text that holds any of : , [ ] { } needs quotes here\n"},
      {"a: {b: c}}",
       "a.yaml:1:10: error: '}' does not close what is open here; delete it, or put the text in quotes "
       "[malformed-yaml]\n"},
  });
}

const std::string neighbours =
    "  hint: perhaps a ':' is missing, a quote is closed too early, or the line does not begin in the column of its "
    "neighbours\n";

TEST_CASE("what does not follow YAML is told in an author's words", "[yaml][errors]") {
  const std::string colon = "error: ':' cannot stand here; a mapping as value begins on a new line [malformed-yaml]\n";
  const std::string behind_quote =
      "error: text stands behind a closing quote; put all of the text in quotes, or none [malformed-yaml]\n"
      "  hint: inside quotes, a quote is written \\\" in \"...\" and '' in '...'\n";
  check({
      {"title: Theft: of data", "a.yaml:1:13: " + colon + "  hint: a text that holds ': ' needs quotes\n"},
      {"a: b\nword\nc: d", "a.yaml:3:2: " + colon + "  hint: perhaps a ':' is missing in the line above\n"},
      {"a: b\nword",
       "a.yaml:2:1: error: this does not continue the mapping; 'key: value' is expected here [malformed-yaml]\n" +
           neighbours},
      {"- 'a'\n- [b]\nc\n",
       "a.yaml:3:1: error: this belongs to nothing that stands above it; nothing more is expected [malformed-yaml]\n"
       "  hint: perhaps it does not begin in the column of its neighbours, or a ':' or a quote is missing above\n"},
      {" a: 1\nb: 2\n",
       "a.yaml:2:1: error: this belongs to nothing that stands above it; nothing more is expected [malformed-yaml]\n"
       "  hint: perhaps it does not begin in the column of its neighbours, or a ':' or a quote is missing above\n"},
      {"a: \"x\" y", "a.yaml:1:8: " + behind_quote},
      {"a: 'it's'", "a.yaml:1:8: " + behind_quote},
      {"- {a: \"x\" y}", "a.yaml:1:11: " + behind_quote},
      {"a:\n\tb: c", "a.yaml:2:1: error: a tab stands in the indentation; indent with spaces [malformed-yaml]\n"},
      {"a: |\n  x\n\ty", "a.yaml:3:1: error: a tab stands in the indentation; indent with spaces [malformed-yaml]\n"},
      {"a: @b", "a.yaml:1:4: error: a text cannot start with '@'; put it in quotes [malformed-yaml]\n"},
      {"a: `b`", "a.yaml:1:4: error: a text cannot start with '`'; put it in quotes [malformed-yaml]\n"},
      {"a: %b", "a.yaml:1:4: error: a text cannot start with '%'; put it in quotes [malformed-yaml]\n"},
      {", a", "a.yaml:1:1: error: a text cannot start with ','; put it in quotes [malformed-yaml]\n"},
      {"a: [|]",
       "a.yaml:1:5: error: a block text cannot stand in [ ] or { }; put the text in quotes [malformed-yaml]\n"},
      {"a: - b", "a.yaml:1:4: error: '- ' cannot stand here; a list begins on a new line [malformed-yaml]\n"},
      {"a: [\n- b]",
       "a.yaml:2:1: error: '- ' cannot stand in [ ] or { }; items are separated by ',' [malformed-yaml]\n"},
      {"a: | x\n  y",
       "a.yaml:1:6: error: text stands on the line of '|' or '>'; begin it on the next line, indented "
       "[malformed-yaml]\n"},
      {"a: |0\n x",
       "a.yaml:1:6: error: a block text cannot be indented by 0; leave out the number behind '|' or '>' "
       "[malformed-yaml]\n"},
      {"a: ? b", "a.yaml:1:4: error: '?' cannot stand here; put the text in quotes [malformed-yaml]\n"},
      {"- [a]\n  b\n",
       "a.yaml:2:3: error: this does not continue the list; '- item' is expected here [malformed-yaml]\n" + neighbours},
      {"- !t \"b\n", "a.yaml:2:1: error: a quote before this is not closed; add the closing quote [malformed-yaml]\n"},
      {": 1", "a.yaml:1:1: error: a key is missing here; write 'key: value' [malformed-yaml]\n"},
      {"{a: 1,, b: 2}", "a.yaml:1:7: error: a key is missing here; write 'key: value' [malformed-yaml]\n"},
  });
}

TEST_CASE("a mistake that the parser calls by a name of its own is told in its place", "[yaml][errors]") {
  const SourceText source("a: b\nc\n", make_file_name("a.yaml"));
  YAML::Mark mark;
  mark.pos = 5;
  const auto told = explain_syntax_error(YAML::ParserException(mark, "new in the next release"), source, {});
  CHECK(to_string(told) + '\n' ==
        "a.yaml:2:1: error: this cannot be read as YAML; check what stands here and before it [malformed-yaml]\n" +
            neighbours);
}

TEST_CASE("a key that is longer than the parser reads is told where it begins", "[yaml][errors]") {
  std::string kana;
  for (int i = 0; i < 341; ++i) kana += "か";  // 1023 bytes
  const std::string too_long =
      "error: this key is longer than 1024 bytes, of which YAML reads no more; write a shorter one [malformed-yaml]\n"
      "  hint: a kana or kanji has three bytes\n";
  check({
      {kana + "x: 1", ""},
      {"{a: 1, " + kana + "x: 1}", ""},
      {kana + "か: 1", "a.yaml:1:1: " + too_long},
      {"a: 1\n" + kana + "か: 1\nb: 2\n", "a.yaml:2:1: " + too_long},
      {"a:\n  " + kana + "か:\n    b: c\n", "a.yaml:2:3: " + too_long},
      {"- - " + kana + "か: 1", "a.yaml:1:5: " + too_long},
      {"\"" + kana + ": か\": 1", "a.yaml:1:1: " + too_long},
      {"{a: 1, " + kana + "か: 1}", "a.yaml:1:8: " + too_long},
      {"{\"" + kana + "か\":1}", "a.yaml:1:2: " + too_long},
      {"[" + kana + "か: 1]", "a.yaml:1:2: " + too_long},
  });
  // A long text that is no key is none of that.
  CHECK(errors_of("a: " + kana + kana).empty());
  CHECK(errors_of("a: " + kana + kana + ": b").ends_with("hint: a text that holds ': ' needs quotes\n"));
  CHECK(errors_of("{a: \"x\" y, " + kana + kana + "}").find("behind a closing quote") != std::string::npos);
}

TEST_CASE("a question in brackets is told to stand in quotes", "[yaml][errors]") {
  const std::string question =
      "error: a text with a '?' cannot stand bare in [ ] or { }; put the text in quotes [malformed-yaml]\n";
  check({
      {"{ja: 個人情報か, en: Personal data?}", "a.yaml:1:30: " + question},
      {"{en: Personal data?, ja: 個人情報か}", "a.yaml:1:19: " + question},
      {"a: [Why? So, b]", "a.yaml:1:8: " + question},
      {"a: [b?\n]", "a.yaml:1:6: " + question},
      {"a: [b, ?c]", "a.yaml:1:8: error: a text cannot start with '?'; put it in quotes [malformed-yaml]\n"},
  });
  CHECK(errors_of("a: Personal data?\nb: [\"c?\"]\n").empty());
}

TEST_CASE("a wrong escape is shown at its backslash", "[yaml][errors]") {
  check({
      {"a: \"C:\\q\"",
       "a.yaml:1:7: error: '\\q' is no escape of YAML; write '\\\\' for a backslash, or use single quotes "
       "[malformed-yaml]\n"},
      {"a: \"日本\\日\"",
       "a.yaml:1:7: error: '\\日' is no escape of YAML; write '\\\\' for a backslash, or use single quotes "
       "[malformed-yaml]\n"},
      {"a: \"\\ud83d\\ude00\"",
       "a.yaml:1:5: error: the escape '\\ud83d' gives no character; write the character itself [malformed-yaml]\n"},
      {"a: \"\\xZZ\"",
       "a.yaml:1:5: error: the escape '\\xZZ' gives no character; write the character itself [malformed-yaml]\n"},
      {"a: \"\\U00110000\"",
       "a.yaml:1:5: error: the escape '\\U00110000' gives no character; write the character itself "
       "[malformed-yaml]\n"},
  });
}

TEST_CASE("directives are refused, also where they would be passed over", "[yaml][errors]") {
  const std::string directive =
      "error: a line that starts with '%' is a directive of YAML, which is not accepted; leave it out, or put the text "
      "in quotes [malformed-yaml]\n";
  check({
      {"# remark\n%YAML 1.2\n---\na: 1\n", "a.yaml:2:1: " + directive},
      {"%YAML 9.9\n---\na: 1\n", "a.yaml:1:1: " + directive},
      {"a: b\n%c: d\n", "a.yaml:2:1: " + directive},
      {"a: b\n%c: d\n---\ne: f\n", "a.yaml:2:1: " + directive},
  });
}

TEST_CASE("a file holds one document", "[yaml][errors]") {
  const std::string second = "error: a second document starts here; put it in a file of its own [second-document]\n";
  check({
      {"a: 1\n---\nb: 2\n", "a.yaml:2:1: " + second},
      {"a: 1\n...\n# remark\nb: 2\n", "a.yaml:4:1: " + second},
      {"---\n---\na: 1\n", "a.yaml:2:1: " + second},
      {"a: 1\n---\n- [\"'", "a.yaml:2:1: " + second},
  });
}

TEST_CASE("anchors, aliases, tags and merge keys are refused, all in one run", "[yaml][errors]") {
  check({
      {"x: &y 1\nz: *y\n<<: {q: 1}\nt: !!python/object [1]\n? !u v\n: w\n",
       "a.yaml:1:4: error: the anchor '&y' is not accepted; write the value wherever it is needed, or put the text in "
       "quotes [alias]\n"
       "a.yaml:2:4: error: the alias '*y' is not accepted; write the value itself, or put the text in quotes [alias]\n"
       "a.yaml:3:1: error: the merge key '<<' is not accepted; write the keys out [merge-key]\n"
       "a.yaml:4:4: error: the tag '!!python/object' is not accepted; leave it out, or put the text in quotes [tag]\n"
       "a.yaml:5:3: error: the tag '!u' is not accepted; leave it out, or put the text in quotes [tag]\n"},
      {"[! a, !<x> {b: c}, !<> [d]]",
       "a.yaml:1:2: error: the tag '!' is not accepted; leave it out, or put the text in quotes [tag]\n"
       "a.yaml:1:7: error: the tag '!<x>' is not accepted; leave it out, or put the text in quotes [tag]\n"
       "a.yaml:1:20: error: the tag '!<>' is not accepted; leave it out, or put the text in quotes [tag]\n"},
      {"title: *important*",
       "a.yaml:1:8: error: the alias '*important*' is not accepted; write the value itself, or put the text in quotes "
       "[alias]\n"},
      {"a: *",
       "a.yaml:1:4: error: the alias '*' is not accepted; write the value itself, or put the text in quotes [alias]\n"},
      {"a: & b",
       "a.yaml:1:4: error: the anchor '&' is not accepted; write the value wherever it is needed, or put the text in "
       "quotes [alias]\n"},
      {"a: !<x", "a.yaml:1:4: error: the tag '!<x' is not accepted; leave it out, or put the text in quotes [tag]\n"},
      {"!a &b c: d",
       "a.yaml:1:1: error: the tag '!a' is not accepted; leave it out, or put the text in quotes [tag]\n"
       "a.yaml:1:4: error: the anchor '&b' is not accepted; write the value wherever it is needed, or put the text in "
       "quotes [alias]\n"},
  });
}

TEST_CASE("an alias that contains itself and a bomb of aliases are refused at each alias", "[yaml][errors]") {
  CHECK(errors_of("&x [*x]") ==
        "a.yaml:1:1: error: the anchor '&x' is not accepted; write the value wherever it is needed, or put the text in "
        "quotes [alias]\n"
        "a.yaml:1:5: error: the alias '*x' is not accepted; write the value itself, or put the text in quotes "
        "[alias]\n");
  std::string bomb = "a: &a [x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += c + ": &"s + c + " [*" + char(c - 1) + ", *" + char(c - 1) + "]\n";
  }
  CHECK(parse_yaml(bomb, nullptr).diagnostics.size() == 10 + 18);
}

TEST_CASE("a key given again is shown with where it was given first, every time", "[yaml][errors]") {
  check({
      {"a: 1\nb: {c: 1, d: 2, c: 3}\na: 4\na: 5\n",
       "a.yaml:2:17: error: key 'c' is given again; keep one of them [duplicate-key]\n"
       "  note: first given here (a.yaml:2:5)\n"
       "a.yaml:3:1: error: key 'a' is given again; keep one of them [duplicate-key]\n"
       "  note: first given here (a.yaml:1:1)\n"
       "a.yaml:4:1: error: key 'a' is given again; keep one of them [duplicate-key]\n"
       "  note: first given here (a.yaml:1:1)\n"},
  });
  CHECK(to_line(*parse_yaml("a: 1\nb: 2\na: 3\n", nullptr).root) == "{a: 1, b: 2}");
}

TEST_CASE("a key is a text", "[yaml][errors]") {
  check({
      {"[a]: 1\n{b: c}: 2\n? - d\n: 3\n~: 4\n",
       "a.yaml:1:1: error: a key is a list; keys are texts [wrong-type]\n"
       "a.yaml:2:1: error: a key is a mapping; keys are texts [wrong-type]\n"
       "a.yaml:3:3: error: a key is a list; keys are texts [wrong-type]\n"
       "a.yaml:5:1: error: a key is '~' or 'null'; put it in quotes [wrong-type]\n"},
      {"a: {{ b }}", "a.yaml:1:5: error: a key is a mapping; keys are texts [wrong-type]\n"},
  });
}

TEST_CASE("bytes that are no UTF-8 are shown at their character", "[yaml][errors]") {
  const std::string hint = "  hint: a Japanese file in Shift_JIS is converted by: iconv -f CP932 -t UTF-8\n";
  check({
      {"ja: 脅威\nb: \x8B\xBA\x88\xD0\n",
       "a.yaml:2:4: error: byte 0x8b is not UTF-8; save the file as UTF-8 [not-utf8]\n" + hint},
      {"脅\xED\xA0\x80", "a.yaml:1:2: error: byte 0xed is not UTF-8; save the file as UTF-8 [not-utf8]\n" + hint},
      {"a: \xC0\x80", "a.yaml:1:4: error: byte 0xc0 is not UTF-8; save the file as UTF-8 [not-utf8]\n" + hint},
      {"\xFF\xFE"
       "a\0:\0"s,
       "a.yaml:1:1: error: the file is UTF-16; save it as UTF-8 [not-utf8]\n"},
      {"\xFE\xFF\0a\0:"s, "a.yaml:1:1: error: the file is UTF-16; save it as UTF-8 [not-utf8]\n"},
      {"\xFE\xFF", "a.yaml:1:1: error: the file is UTF-16; save it as UTF-8 [not-utf8]\n"},
      {"\xFF\xFE", "a.yaml:1:1: error: the file is UTF-16; save it as UTF-8 [not-utf8]\n"},
  });
}

TEST_CASE("characters that cannot be seen are refused, written or escaped", "[yaml][errors]") {
  check({
      {"\0b: 2"s,
       "a.yaml:1:1: error: U+0000 cannot stand in a text; delete it, or save the file as UTF-8 if it is UTF-16 "
       "[control-character]\n"},
      {"a: \x04\nb: 脅\x1b[31m\n",
       "a.yaml:1:4: error: U+0004 cannot stand in a text; delete it [control-character]\n"
       "a.yaml:2:5: error: U+001B cannot stand in a text; delete it [control-character]\n"},
      {"a: x\rb: y\n",
       "a.yaml:1:5: error: a carriage return stands alone; end lines with LF or CR LF [control-character]\n"
       "a.yaml:1:7: error: ':' cannot stand here; a mapping as value begins on a new line [malformed-yaml]\n"
       "  hint: a text that holds ': ' needs quotes\n"},
      {"a: \u202Ex",
       "a.yaml:1:4: error: U+202E changes the order in which people see the text; delete it [control-character]\n"},
      {"a: x\u2028y", "a.yaml:1:5: error: U+2028 is no line break in YAML; use LF [control-character]\n"},
      {"a: x\xC2\x85y", "a.yaml:1:5: error: U+0085 is no line break in YAML; use LF [control-character]\n"},
      {"a: x\xC2\x80", "a.yaml:1:5: error: U+0080 cannot stand in a text; delete it [control-character]\n"},
      {"a: x\x7F", "a.yaml:1:5: error: U+007F cannot stand in a text; delete it [control-character]\n"},
      {"a: x\uFEFF",
       "a.yaml:1:5: error: a byte order mark can stand only at the start of a file; delete it [control-character]\n"},
      {"a: \"\\0\"\n\"\\x1b\": [\"\\N\"]\n",
       "a.yaml:1:4: error: an escape in this text gives U+0000, which cannot stand in a text; delete it "
       "[control-character]\n"
       "a.yaml:2:1: error: an escape in this text gives U+001B, which cannot stand in a text; delete it "
       "[control-character]\n"
       "a.yaml:2:10: error: an escape in this text gives no valid character; write the character itself "
       "[control-character]\n"},
  });
}

TEST_CASE("a file full of control characters is not picked apart", "[yaml][errors]") {
  const std::string shown = errors_of("a: " + std::string(50, '\x01'));
  CHECK(
      shown.ends_with("a.yaml:1:13: error: U+0001 cannot stand in a text; delete it [control-character]\n"
                      "a.yaml:1:14: error: 40 more such characters follow; is this a text file? [too-many-errors]\n"));
}

TEST_CASE("nesting beyond the limit is shown where it passes it", "[yaml][errors]") {
  const std::string message =
      "error: lists and mappings stand inside each other here more than 64 times; write it flatter "
      "[nesting-too-deep]\n";
  std::string blocks;
  for (std::size_t i = 0; i < 70; ++i) blocks += std::string(i, ' ') + "a:\n";
  check({
      {"a: " + std::string(64, '[') + std::string(64, ']'), "a.yaml:1:67: " + message},
      {blocks, "a.yaml:65:65: " + message},
      {"あ: " + std::string(600, '[') + std::string(600, ']'), "a.yaml:1:67: " + message},
  });
}

TEST_CASE("a limit of depth that the parser does not reach is told by the parser", "[yaml][errors]") {
  ParseLimits limits;
  limits.max_depth = 100'000;
  CHECK(errors_of(std::string(5'000, '['), limits)
            .ends_with("error: lists and mappings stand inside each other here too many times; write it flatter "
                       "[nesting-too-deep]\n"));
}

TEST_CASE("by default a file has at most sixteen megabytes and a million values", "[yaml][errors]") {
  constexpr std::size_t most_bytes = 16 * 1024 * 1024;
  CHECK(errors_of(std::string(most_bytes, '#')).empty());
  CHECK(errors_of(std::string(most_bytes + 1, '#')) ==
        "a.yaml:1:1: error: the file has more than 16777216 bytes; split it into several [too-large]\n");
  std::string values;  // with the list around them
  for (int i = 1; i < 1'000'000; ++i) values += "- a\n";
  CHECK(errors_of(values).empty());
  CHECK(errors_of(values + "- a\n") ==
        "a.yaml:1000000:3: error: the file has more than 1000000 values; split it into several [too-large]\n");
}

TEST_CASE("a file with too many values or bytes is not read to its end", "[yaml][errors]") {
  ParseLimits limits;
  limits.max_nodes = 5;
  CHECK(errors_of("- a\n- b\n- a\n- b\n- c\n", limits) ==
        "a.yaml:5:3: error: the file has more than 5 values; split it into several [too-large]\n");
  limits.max_bytes = 3;
  CHECK(errors_of("abcd", limits) ==
        "a.yaml:1:1: error: the file has more than 3 bytes; split it into several [too-large]\n");
}

TEST_CASE("brackets that are all read ahead end at the limit too", "[yaml][errors]") {
  ParseLimits limits;
  limits.max_nodes = 5;
  const std::string expected =
      "a.yaml:1:1: error: the file has more than 5 values; split it into several [too-large]\n";
  CHECK(errors_of(std::string(100'000, '['), limits) == expected);
  CHECK(errors_of("[" + std::string(100'000, ','), limits) == expected);
  CHECK(errors_of(std::string(100'000, '{'), limits) == expected);
}

TEST_CASE("more errors than anyone reads are counted", "[yaml][errors]") {
  ParseLimits limits;
  limits.max_diagnostics = 2;
  CHECK(errors_of("[&a x, &b x, &c x, &d x]", limits) ==
        "a.yaml:1:2: error: the anchor '&a' is not accepted; write the value wherever it is needed, or put the text in "
        "quotes [alias]\n"
        "a.yaml:1:8: error: the anchor '&b' is not accepted; write the value wherever it is needed, or put the text in "
        "quotes [alias]\n"
        "a.yaml:1:8: error: 2 more errors of this file are not shown; correct these first [too-many-errors]\n");
}

TEST_CASE("errors before a syntax error are still told", "[yaml][errors]") {
  check({
      {"a: &x 1\nb: {c: 1, c: 2}\na: *x\nd: \"e\n",
       "a.yaml:1:4: error: the anchor '&x' is not accepted; write the value wherever it is needed, or put the text in "
       "quotes [alias]\n"
       "a.yaml:2:11: error: key 'c' is given again; keep one of them [duplicate-key]\n"
       "  note: first given here (a.yaml:2:5)\n"
       "a.yaml:3:1: error: key 'a' is given again; keep one of them [duplicate-key]\n"
       "  note: first given here (a.yaml:1:1)\n"
       "a.yaml:3:4: error: the alias '*x' is not accepted; write the value itself, or put the text in quotes [alias]\n"
       "a.yaml:4:4: error: the quote opened here is not closed; add the closing \" [malformed-yaml]\n"},
  });
}

TEST_CASE("a syntax error leaves no tree, a refused part leaves the rest", "[yaml][errors]") {
  CHECK_FALSE(parse_yaml("a: [", nullptr).root.has_value());
  CHECK_FALSE(parse_yaml("a: 1\n---\n", nullptr).root.has_value());

  const ParseResult result = parse_yaml("a: *b\nb: c\n", nullptr);
  CHECK_FALSE(result.root.has_value());  // no such anchor: yaml-cpp knows nothing behind it

  const Node root = *parse_yaml("x: &x 1\na: *x\n<<: {q: 1}\nb: [\"\\0\", c]\n", nullptr).root;
  CHECK(root.refused);  // a key may be missing because of the merge key
  CHECK(root.find("a")->refused);
  CHECK(root.find("a")->is_null());
  CHECK(root.find("b")->items[0].refused);
  CHECK_FALSE(root.find("b")->refused);
  CHECK_FALSE(root.find("b")->items[1].refused);
  CHECK(root.find("q") == nullptr);
}

TEST_CASE("every kind of diagnostic that reading YAML gives is tried here", "[yaml][errors]") {
  std::set<std::string> kinds;
  ParseLimits limits;
  limits.max_diagnostics = 1;
  for (const std::string text :
       {"a: [", "a\n---\n", "&a b", "!a b", "<<: a", "{a: 1, a: 2}", "[a]: b", "\xFF", "\x01"}) {
    for (const auto& diagnostic : parse_yaml(text, nullptr).diagnostics) kinds.emplace(name(diagnostic.kind));
  }
  for (const auto& diagnostic : parse_yaml("[&a a, &b b]", nullptr, limits).diagnostics) {
    kinds.emplace(name(diagnostic.kind));
  }
  limits.max_bytes = 0;
  kinds.emplace(name(parse_yaml("a", nullptr, limits).diagnostics.front().kind));
  limits = {};
  limits.max_depth = 1;
  kinds.emplace(name(parse_yaml("[[]]", nullptr, limits).diagnostics.front().kind));
  CHECK(kinds == std::set<std::string>{"malformed-yaml", "second-document", "alias", "tag", "merge-key",
                                       "duplicate-key", "wrong-type", "not-utf8", "control-character",
                                       "too-many-errors", "too-large", "nesting-too-deep"});
}

}  // namespace
