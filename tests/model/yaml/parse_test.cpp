#include "model/yaml/parse.hpp"

#include <string>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;

/// The tree of a text without errors.
Node tree_of(const std::string& text) {
  const ParseResult result = parse_yaml(text, make_file_name("a.yaml"));
  for (const Diagnostic& diagnostic : result.diagnostics) FAIL_CHECK(to_string(diagnostic));
  REQUIRE(result.root.has_value());
  return *result.root;
}

std::string shown(const std::string& text) { return to_line(tree_of(text), 1000); }

std::string place(const Node& node) { return std::to_string(node.at.line) + ":" + std::to_string(node.at.column); }

TEST_CASE("a catalogue file becomes a tree", "[yaml][parse]") {
  CHECK(shown("threats:\n"
              "  - id: malicious.theft\n"
              "    title: {ja: 情報資産の盗難, en: Theft of an information asset}  # printed so\n"
              "    harms: [confidentiality, {is: integrity, basis: unverified}]\n"
              "  - id: fire\n") ==
        "{threats: [{id: malicious.theft, title: {ja: 情報資産の盗難, en: Theft of an information asset}, "
        "harms: [confidentiality, {is: integrity, basis: unverified}]}, {id: fire}]}");
}

TEST_CASE("a text stays what was written: no number, truth value or date is guessed", "[yaml][parse]") {
  CHECK(shown("[no, off, 1.10, 010, 2008-01, 0x1F, 1e3, TRUE, 12:30:45, =]") ==
        "[no, off, 1.10, 010, 2008-01, 0x1F, 1e3, TRUE, 12:30:45, =]");
  CHECK(tree_of("a: '1'").find("a")->quoted);
  CHECK(tree_of("a: |\n  1\n").find("a")->quoted);
  CHECK_FALSE(tree_of("a: 1").find("a")->quoted);
}

TEST_CASE("nothing is nothing only when it is written so", "[yaml][parse]") {
  CHECK(shown("[~, null, Null, NULL, '~', \"null\", nULL]") == "[~, ~, ~, ~, \"~\", \"null\", nULL]");
  CHECK(shown("a:\nb: {c, d: }\n") == "{a: ~, b: {c: ~, d: ~}}");
}

TEST_CASE("an empty file is nothing at its first character", "[yaml][parse]") {
  for (const std::string text : {"", "\n", "# only a remark\n", "---\n", "...\n", "\xEF\xBB\xBF", "\t"}) {
    CAPTURE(text);
    const Node root = tree_of(text);
    CHECK(root.is_null());
    CHECK(place(root) == "1:1");
  }
}

TEST_CASE("texts of several lines keep or fold their line breaks", "[yaml][parse]") {
  CHECK(tree_of("a: |\n  x\n   y\n\n  z\n").find("a")->text == "x\n y\n\nz\n");
  CHECK(tree_of("a: |\n  no line feed at the end").find("a")->text == "no line feed at the end\n");
  CHECK(tree_of("a: |-\n  x\n").find("a")->text == "x");
  CHECK(tree_of("a: |+\n  x\n\n").find("a")->text == "x\n\n");
  CHECK(tree_of("a: >-\n  x\n  y\n").find("a")->text == "x y");
  CHECK(tree_of("a: \"x\n  y\"").find("a")->text == "x y");
  CHECK(tree_of("a: x\n  y\n").find("a")->text == "x y");
}

TEST_CASE("line feeds and carriage returns with line feeds read the same", "[yaml][parse]") {
  CHECK(tree_of("a: |\r\n  x\r\n  y\r\nb:\r\n  - c\r\n") == tree_of("a: |\n  x\n  y\nb:\n  - c\n"));
  CHECK(place(*tree_of("a: 1\r\nb: 2\r\n").find("b")) == "2:4");
}

TEST_CASE("a byte order mark and the marks of one document are no content", "[yaml][parse]") {
  CHECK(shown("\xEF\xBB\xBF"
              "---\na: 1\n...\n") == "{a: 1}");
  CHECK(place(*tree_of("\xEF\xBB\xBF"
                       "a: 1\n")
                   .find("a")) == "1:4");
}

TEST_CASE("JSON is YAML", "[yaml][parse]") {
  CHECK(shown("{\n  \"a\": [1, \"b\\u0041\\n\"],\n\t\"c\": {\"d\":null}\n}\n") == "{a: [1, bA\\n], c: {d: ~}}");
}

TEST_CASE("columns count characters, not bytes", "[yaml][parse][position]") {
  const Node root = tree_of("日本: 値\nｶﾅ: {あ: \"い\", 😀: [う, え]}\n");
  CHECK(root.entries[0].key_at.column == 1);
  CHECK(place(*root.find("日本")) == "1:5");
  const Node& inner = *root.find("ｶﾅ");
  CHECK(place(inner) == "2:5");
  CHECK(inner.entries[0].key_at.column == 6);
  CHECK(place(*inner.find("あ")) == "2:9");
  CHECK(place(*inner.find("😀")) == "2:17");
  CHECK(place(inner.find("😀")->items[1]) == "2:21");
}

TEST_CASE("every part of a tree knows where it stands", "[yaml][parse][position]") {
  const Node root = tree_of("a:\n  - x\n  -   y\n  - k: v\n    l:\n      m\nb: |\n  text\n'c' : \"d\"\n");
  CHECK(place(root) == "1:1");
  const Node& a = *root.find("a");
  CHECK(place(a) == "2:3");
  CHECK(place(a.items[0]) == "2:5");
  CHECK(place(a.items[1]) == "3:7");
  CHECK(place(a.items[2]) == "4:5");
  CHECK(place(*a.items[2].find("l")) == "6:7");
  CHECK(place(*root.find("b")) == "7:4");
  CHECK(place(*root.find("c")) == "9:7");
  CHECK(root.entries[2].key_at.line == 9);
}

TEST_CASE("what is missing stands behind its key or its dash", "[yaml][parse][position]") {
  const Node root =
      tree_of("a:\n\n# remark\nb: ~\nc:\n  null\nd:\n  -\n  # remark\n  - \n\n  - ~\ne: [x, ~]\nf: {g: , h}\n");
  CHECK(place(*root.find("a")) == "1:1");
  CHECK(place(*root.find("b")) == "4:4");
  CHECK(place(*root.find("c")) == "6:3");
  const Node& d = *root.find("d");
  CHECK(place(d.items[0]) == "8:3");
  CHECK(place(d.items[1]) == "10:3");
  CHECK(place(d.items[2]) == "12:5");
  CHECK(place(root.find("e")->items[1]) == "13:8");
  CHECK(place(*root.find("f")->find("g")) == "14:5");
  CHECK(place(*root.find("f")->find("h")) == "14:10");
}

TEST_CASE("what is missing in a list of lists stands behind the innermost dash", "[yaml][parse][position]") {
  const Node root = tree_of("- - a\n  -\n- -\n-\n");
  CHECK(place(root.items[0].items[1]) == "2:3");
  CHECK(place(root.items[1].items[0]) == "3:3");
  CHECK(place(root.items[2]) == "4:1");
}

TEST_CASE("places stay right behind a long line", "[yaml][parse][position]") {
  std::string text = "[";
  for (int i = 0; i < 5000; ++i) text += "値,";
  const Node root = tree_of(text + "x]");
  CHECK(place(root.items[5000]) == "1:10002");
  CHECK(place(root.items[255]) == "1:512");
}

TEST_CASE("a file in the limits is read however its parts lie", "[yaml][parse][limits]") {
  const std::string deepest = std::string(64, '[') + std::string(64, ']');
  CHECK(tree_of(deepest).is_sequence());
  ParseLimits limits;
  limits.max_nodes = 4;  // the mapping, its key, the list, its item
  CHECK(parse_yaml("a: [b]", nullptr, limits).diagnostics.empty());
  limits.max_bytes = 6;
  CHECK(parse_yaml("a: [b]", nullptr, limits).diagnostics.empty());
}

TEST_CASE("keys that only look alike are different keys", "[yaml][parse]") {
  CHECK(shown("a: 1\nA: 2\n'a ': 3\nあ: 4\n") == "{a: 1, A: 2, a : 3, あ: 4}");
}

TEST_CASE("quotes keep what would mean something else", "[yaml][parse]") {
  CHECK(shown("a: '*x'\nb: \"&y\"\nc: '!z'\n'<<': d\n'~': e\n") == "{a: *x, b: &y, c: !z, <<: d, ~: e}");
}

}  // namespace
