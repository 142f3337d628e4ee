#include "model/node.hpp"

#include <string>
#include <utility>
#include <vector>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;

Node text(const std::string& value, int line = 1) { return make_scalar(value, {nullptr, line, 1}); }

Node list(std::vector<Node> items) {
  Node node;
  node.kind = Node::Kind::sequence;
  node.items = std::move(items);
  return node;
}

Node mapping(std::vector<std::pair<std::string, Node>> entries) {
  Node node;
  node.kind = Node::Kind::mapping;
  for (auto& [key, value] : entries) node.entries.push_back({key, {}, std::move(value)});
  return node;
}

TEST_CASE("a value is found by its key", "[model][node]") {
  const Node node = mapping({{"id", text("x")}, {"title", text("y")}});
  REQUIRE(node.find("title") != nullptr);
  CHECK(node.find("title")->text == "y");
  CHECK(node.find_entry("id")->key == "id");
  CHECK(node.find("nothing") == nullptr);
  CHECK(text("id").find("id") == nullptr);
}

TEST_CASE("content is the same wherever and in whatever order it is written", "[model][node]") {
  CHECK(text("x", 1) == text("x", 9));
  CHECK(make_scalar("1", {}, true) == text("1"));
  CHECK(mapping({{"a", text("1")}, {"b", text("2")}}) == mapping({{"b", text("2")}, {"a", text("1")}}));
  CHECK(list({text("a"), list({})}) == list({text("a"), list({})}));
}

TEST_CASE("different content differs", "[model][node]") {
  CHECK_FALSE(text("x") == text("y"));
  CHECK_FALSE(text("null") == Node{});
  CHECK_FALSE(list({text("a"), text("b")}) == list({text("b"), text("a")}));
  CHECK_FALSE(list({}) == mapping({}));
  CHECK_FALSE(mapping({{"a", text("1")}}) == mapping({{"a", text("2")}}));
  CHECK_FALSE(mapping({{"a", text("1")}}) == mapping({{"a", text("1")}, {"b", text("1")}}));
  CHECK_FALSE(mapping({{"a", text("1")}}) == mapping({{"b", text("1")}}));
}

TEST_CASE("a copy is a value of its own", "[model][node]") {
  const Node original = mapping({{"a", list({text("1")})}});
  Node copy = original;
  copy.entries[0].value.items[0].text = "2";
  CHECK(original.find("a")->items[0].text == "1");
}

TEST_CASE("a tree is shown on one line", "[model][node]") {
  CHECK(to_line(mapping({{"id", text("A.1")}, {"in", list({text("1"), text("2 b"), Node{}})}})) ==
        "{id: A.1, in: [1, 2 b, ~]}");
  CHECK(to_line(list({text(""), text("a, b"), text("null"), text("a: b"), text("a:b"), text(" x")})) ==
        "[\"\", \"a, b\", \"null\", \"a: b\", a:b, \" x\"]");
  CHECK(to_line(text("a\nb\x1b")) == "a\\nb\\u{1b}");
}

TEST_CASE("a line for a message is cut between characters", "[model][node]") {
  CHECK(to_line(text("機密性と完全性"), 6) == "機密性...");
  CHECK(to_line(list(std::vector<Node>(100'000, text("item"))), 20) == "[item, item, item...");
  CHECK(to_line(text("abcdef"), 2) == "..");
}

TEST_CASE("what was found is named in plain words", "[model][node]") {
  CHECK(describe(Node::Kind::null) == "nothing");
  CHECK(describe(Node::Kind::scalar) == "a text");
  CHECK(describe(Node::Kind::sequence) == "a list");
  CHECK(describe(Node::Kind::mapping) == "a mapping");
}

}  // namespace
