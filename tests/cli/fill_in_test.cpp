#include "cli/fill_in.hpp"

#include <stdexcept>

#include "tests/catch.hpp"

using michibiki::cli::fill_in;
using michibiki::cli::GapValues;

TEST_CASE("gaps are filled, also several in a line, and what is filled in is not looked into again", "[cli][new]") {
  const GapValues values{{"a", "1"}, {"b", "{{a}}"}};
  CHECK(fill_in("{ja: {{a}}, en: {{b}}}\nno gap\n", values) == "{ja: 1, en: {{a}}}\nno gap\n");
}

TEST_CASE("each line of a value gets what stands around its gap", "[cli][new]") {
  CHECK(fill_in("  ## {{list}};\n", {{"list", "one\ntwo"}}) == "  ## one;\n  ## two;\n");
}

TEST_CASE("lines that depend on a value come and go with it, one condition inside the other", "[cli][new]") {
  const std::string text = "{{#a}}\na {{a}}\n{{#b}}\nboth\n{{/b}}\n{{/a}}\n{{^a}}\nnone\n{{/a}}\nend\n";
  CHECK(fill_in(text, {{"a", "1"}, {"b", "1"}}) == "a 1\nboth\nend\n");
  CHECK(fill_in(text, {{"a", "1"}}) == "a 1\nend\n");
  CHECK(fill_in(text, {{"a", ""}, {"b", "1"}}) == "none\nend\n");
}

TEST_CASE("a skeleton that does not fit its values is our own mistake", "[cli][new]") {
  CHECK_THROWS_AS(fill_in("{{a}}\n", {}), std::logic_error);
  CHECK_THROWS_AS(fill_in("{{#a}}\n", {}), std::logic_error);
  CHECK_THROWS_AS(fill_in("{{/a}}\n", {}), std::logic_error);
}
