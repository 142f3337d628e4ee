#include "model/resolve.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/catch.hpp"
#include "tests/support/large.hpp"

using namespace michibiki;

namespace {

const auto file = make_file_name("layers.yaml");

/// Every part of a test stands on a line of its own, so that places can be told apart.
SourceLocation line(int number) { return {file, number, 1}; }

Node text(const std::string& value, int at = 1) { return make_scalar(value, line(at)); }

Node list(std::vector<Node> items, int at = 1) {
  Node node;
  node.kind = Node::Kind::sequence;
  node.at = line(at);
  node.items = std::move(items);
  return node;
}

Node map(std::vector<std::pair<std::string, Node>> entries, int at = 1) {
  Node node;
  node.kind = Node::Kind::mapping;
  node.at = line(at);
  for (auto& [key, value] : entries) node.entries.push_back({key, value.at, std::move(value)});
  return node;
}

Record threat(const std::string& code, std::vector<std::pair<std::string, Node>> fields, const std::string& catalog) {
  fields.insert(fields.begin(), {"id", text(code)});
  return {"threats", code, map(std::move(fields), 10), nullptr, catalog, {}};
}

Layer layer(const std::string& code, std::vector<std::string> depends_on = {}, int at = 1) {
  Layer made;
  made.info.code = code;
  made.info.depends_on = std::move(depends_on);
  made.depends_on_at.assign(made.info.depends_on.size(), line(at + 1));
  made.info.location = line(at);
  return made;
}

Edit edit(Edit::Action action, const std::string& field, std::optional<Node> was, std::optional<Node> is, int at) {
  Edit made;
  made.action = action;
  made.section = "threats";
  made.code = "theft";
  made.field = field;
  made.was = std::move(was);
  made.is = std::move(is);
  made.at = line(at);
  return made;
}
Edit replace(const std::string& field, Node was, Node is, int at) {
  return edit(Edit::Action::replace, field, std::move(was), std::move(is), at);
}
Edit withdraw(const std::string& field, std::optional<Node> was, int at) {
  return edit(Edit::Action::withdraw, field, std::move(was), {}, at);
}
Edit add(const std::string& field, Node is, int at) { return edit(Edit::Action::add, field, {}, std::move(is), at); }

Edit about(const std::string& section, const std::string& code, Edit edit) {
  edit.section = section;
  edit.code = code;
  return edit;
}

Node rule(const std::string& id, const std::string& then, int at = 1) {
  return map({{"id", text(id, at)}, {"then", text(then, at)}}, at);
}
Record criterion(std::vector<Node> rules, const std::string& catalog, int at = 10) {
  return {"level-criteria", "secrecy", map({{"property", text("secrecy")}, {"rules", list(std::move(rules))}}, at),
          nullptr,          catalog,   {}};
}
Edit of_criterion(Edit edit) { return about("level-criteria", "secrecy", std::move(edit)); }
Edit of_rule(const std::string& id, Edit edit) { return about("rules", id, std::move(edit)); }

Layer base() {
  auto made = layer("base");
  made.records.push_back(threat("theft",
                                {{"origin", text("malicious", 11)},
                                 {"harms", list({text("secrecy"), map({{"is", text("use")}}), text("form")}, 12)}},
                                "base"));
  return made;
}

struct Outcome {
  Resolved resolved;
  std::vector<Diagnostic> diagnostics;

  const Record& theft() const { return resolved.records.at(0); }
  std::string field(const std::string& key) const {
    const auto* node = theft().body.find(key);
    return node == nullptr ? "nothing" : to_line(*node);
  }
  std::vector<std::string> layers() const {
    std::vector<std::string> codes;
    for (const auto& info : resolved.layers) codes.push_back(info.code);
    return codes;
  }
  /// "kind line": where what is wrong, and the lines that it points to.
  std::vector<std::string> errors() const {
    std::vector<std::string> all;
    for (const auto& diagnostic : diagnostics) {
      std::string row = std::string(name(diagnostic.kind)) + ' ' + std::to_string(diagnostic.location.line);
      for (const auto& related : diagnostic.related) row += " -> " + std::to_string(related.location.line);
      all.push_back(row);
    }
    std::sort(all.begin(), all.end());
    return all;
  }
};

Outcome resolving(std::vector<Layer> layers) {
  Outcome outcome;
  outcome.resolved = resolve(std::move(layers), outcome.diagnostics);
  return outcome;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("every catalogue comes after those it depends on, else in the order of their ids", "[model][resolve]") {
  const auto outcome = resolving({layer("top", {"other", "middle"}), layer("middle", {"bottom"}), layer("alone"),
                                  layer("bottom"), layer("other", {"bottom"})});
  CHECK(outcome.layers() == Strings{"alone", "bottom", "middle", "other", "top"});
  CHECK(outcome.errors().empty());
}

TEST_CASE("a catalogue given twice counts once", "[model][resolve]") {
  auto again = base();
  again.info.location = line(50);
  const auto outcome = resolving({base(), again});
  CHECK(outcome.layers() == Strings{"base"});
  CHECK(outcome.resolved.records.size() == 1);
  CHECK(outcome.errors() == Strings{"duplicate-id 50 -> 1"});
}

TEST_CASE("a circle of catalogues is said once, and no edit inside it is judged", "[model][resolve]") {
  auto one = layer("one", {"two"}, 20);
  one.edits.push_back(withdraw("", {}, 22));
  auto two = layer("two", {"three"}, 30);
  auto three = layer("three", {"one"}, 40);
  const auto outcome = resolving({one, two, three, layer("self", {"self"}, 50)});
  CHECK(outcome.errors() == Strings{"dependency-cycle 20 -> 30 -> 40", "dependency-cycle 50"});
}

TEST_CASE("a missing catalogue is missing where it is named, and then anything may be missing", "[model][resolve]") {
  const auto outcome = resolving({layer("one", {"nowhere"}, 20), layer("two", {"elsewhere"}, 30)});
  CHECK(outcome.errors() == Strings{"unknown-id 21", "unknown-id 31"});
  CHECK(outcome.resolved.gaps.anywhere);
}

TEST_CASE("a misspelt catalogue is taken for the one that is meant", "[model][resolve]") {
  auto overlay = layer("overlay", {"bsae"}, 20);
  overlay.edits.push_back(replace("origin", text("malicious"), text("negligent"), 22));
  const auto outcome = resolving({overlay, base()});
  CHECK(outcome.errors() == Strings{"unknown-id 21"});
  CHECK(outcome.diagnostics.front().hint == "did you mean 'base'?");
  CHECK_FALSE(outcome.resolved.gaps.anywhere);
  CHECK(outcome.field("origin") == "negligent");
}

TEST_CASE("a catalogue of which nothing is known may be the one that is missed", "[model][resolve]") {
  auto lost = layer("");
  lost.gaps.sections = {"catalog", "sources"};
  auto overlay = layer("overlay", {"base"}, 20);
  overlay.edits.push_back(withdraw("", {}, 22));
  CHECK(resolving({lost, overlay}).errors().empty());
}

TEST_CASE("an overlay replaces, adds and takes away, and what it changed is noted with both places",
          "[model][resolve]") {
  auto overlay = layer("overlay", {"base"});
  overlay.edits.push_back(replace("origin", text("malicious"), text("negligent"), 20));
  overlay.edits.push_back(withdraw("harms", text("use"), 21));
  overlay.edits.push_back(replace("harms", text("form"), text("shape"), 22));
  overlay.edits.push_back(add("harms", list({text("life"), text("limb")}), 23));
  overlay.edits.push_back(add("note", text("seen often"), 24));
  const auto outcome = resolving({base(), overlay});
  CHECK(outcome.errors().empty());
  CHECK(outcome.field("origin") == "negligent");
  CHECK(outcome.field("harms") == "[secrecy, shape, life, limb]");
  CHECK(outcome.field("note") == "seen often");

  const auto& overrides = outcome.resolved.overrides;
  REQUIRE(overrides.size() == 5);
  CHECK(overrides[0].target == "threat theft, origin");
  CHECK(overrides[0].before == "malicious");
  CHECK(overrides[0].after == "negligent");
  CHECK(overrides[0].catalog == "overlay");
  CHECK(overrides[0].edited_at == line(20));
  CHECK(overrides[0].stated_at == line(11));
  CHECK(overrides[1].before == "use");
  CHECK(overrides[1].after.empty());
}

TEST_CASE("a whole entry is withdrawn, never erased", "[model][resolve]") {
  auto overlay = layer("overlay", {"base"});
  overlay.edits.push_back(withdraw("", {}, 20));
  const auto outcome = resolving({base(), overlay});
  CHECK(outcome.errors().empty());
  REQUIRE(outcome.resolved.records.size() == 1);
  CHECK(outcome.theft().withdrawn);
  CHECK(outcome.field("origin") == "malicious");
}

TEST_CASE("the new value carries the edit's own basis and reason, and keeps those of its own", "[model][resolve]") {
  auto overlay = layer("overlay", {"base"});
  auto with_basis = replace("origin", text("malicious"), text("negligent"), 20);
  with_basis.basis = text("unverified");
  with_basis.because = text("carelessness");
  auto own_basis = add("note", map({{"is", text("new")}, {"basis", text("own")}}), 21);
  own_basis.basis = text("unverified");
  overlay.edits = {with_basis, own_basis};
  const auto outcome = resolving({base(), overlay});
  CHECK(outcome.field("origin") == "{is: negligent, basis: unverified, because: carelessness}");
  CHECK(outcome.field("note") == "{is: new, basis: own}");
}

TEST_CASE("an edit that expects something else is refused and points to what is there", "[model][resolve]") {
  auto overlay = layer("overlay", {"base"});
  overlay.edits.push_back(replace("origin", text("natural"), text("negligent"), 20));
  overlay.edits.push_back(withdraw("harms", text("life"), 21));
  overlay.edits.push_back(replace("colour", text("red"), text("blue"), 22));
  overlay.edits.push_back(add("harms", text("use"), 23));
  const auto outcome = resolving({base(), overlay});
  CHECK(outcome.errors() ==
        Strings{"edit-mismatch 20 -> 11", "edit-mismatch 21 -> 12", "edit-mismatch 22 -> 10", "edit-mismatch 23 -> 1"});
  CHECK(outcome.field("origin") == "malicious");
  CHECK(outcome.resolved.overrides.empty());
}

TEST_CASE("what an edit expects is the statement, not why it is believed", "[model][resolve]") {
  auto overlay = layer("overlay", {"base"});
  overlay.edits.push_back(
      replace("harms", list({text("secrecy"), text("use"), text("form")}), list({text("life")}), 20));
  CHECK(resolving({base(), overlay}).field("harms") == "[life]");
}

TEST_CASE("two overlays that nobody ordered must not edit the same statement", "[model][resolve]") {
  auto one = layer("one", {"base"});
  auto two = layer("two", {"base"});

  SECTION("the same field") {
    one.edits.push_back(replace("origin", text("malicious"), text("negligent"), 20));
    two.edits.push_back(replace("origin", text("malicious"), text("natural"), 30));
    CHECK(resolving({base(), one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  }
  SECTION("a list and a member of it") {
    one.edits.push_back(withdraw("harms", text("use"), 20));
    two.edits.push_back(replace("harms", list({text("secrecy")}), list({text("form")}), 30));
    CHECK(resolving({base(), one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  }
  SECTION("an entry and a field of it, whichever comes first") {
    one.edits.push_back(withdraw("", {}, 20));
    two.edits.push_back(add("note", text("new"), 30));
    CHECK(resolving({base(), one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
    std::swap(one.edits, two.edits);
    CHECK(resolving({base(), one, two}).errors() == Strings{"edit-conflict 20 -> 30"});
  }
  SECTION("members of their own are no conflict") {
    one.edits.push_back(withdraw("harms", text("use"), 20));
    one.edits.push_back(replace("harms", text("secrecy"), text("life"), 21));
    two.edits.push_back(withdraw("harms", text("form"), 30));
    two.edits.push_back(add("harms", text("limb"), 31));
    const auto outcome = resolving({base(), one, two});
    CHECK(outcome.errors().empty());
    CHECK(outcome.field("harms") == "[life, limb]");
  }
  SECTION("ordered by depends-on is fine") {
    one.edits.push_back(replace("origin", text("malicious"), text("negligent"), 20));
    two.info.depends_on = {"one"};
    two.edits.push_back(replace("origin", text("negligent"), text("natural"), 30));
    const auto outcome = resolving({two, base(), one});
    CHECK(outcome.errors().empty());
    CHECK(outcome.field("origin") == "natural");
  }
  SECTION("a third that comes after one of them only") {
    one.edits.push_back(replace("origin", text("malicious"), text("negligent"), 20));
    two.info.depends_on = {"one"};
    two.edits.push_back(replace("origin", text("negligent"), text("natural"), 30));
    auto three = layer("three", {"one"});
    three.edits.push_back(replace("origin", text("negligent"), text("cosmic"), 40));
    CHECK(resolving({base(), one, two, three}).errors() == Strings{"edit-conflict 30 -> 40"});
  }
}

TEST_CASE("whoever edits a catalogue says that it depends on it", "[model][resolve]") {
  auto stranger = layer("stranger");
  stranger.edits.push_back(replace("origin", text("malicious"), text("negligent"), 20));
  const auto outcome = resolving({base(), stranger});
  CHECK(outcome.errors() == Strings{"edit-conflict 20 -> 10"});
  CHECK(outcome.field("origin") == "malicious");
}

TEST_CASE("what is withdrawn is edited no more", "[model][resolve]") {
  auto one = layer("one", {"base"});
  one.edits.push_back(withdraw("", {}, 20));
  auto two = layer("two", {"one"});
  two.edits.push_back(add("note", text("new"), 30));
  two.edits.push_back(withdraw("", {}, 31));
  CHECK(resolving({base(), one, two}).errors() == Strings{"edit-conflict 31 -> 30", "edit-mismatch 30 -> 20"});
}

TEST_CASE("the order of catalogues is that of their ids, in whatever order they are given", "[model][resolve]") {
  const auto layers = std::vector{layer("c", {"b"}), layer("a", {"c"}), layer("d"), layer("b")};
  for (auto permutation : {std::vector{0, 1, 2, 3}, std::vector{3, 2, 1, 0}, std::vector{2, 0, 3, 1}}) {
    std::vector<Layer> given;
    for (const auto i : permutation) given.push_back(layers[static_cast<std::size_t>(i)]);
    CHECK(resolving(given).layers() == Strings{"b", "c", "a", "d"});
  }
}

TEST_CASE("a part of a field is edited by the names that lead to it, also by names with dots", "[model][resolve]") {
  auto bottom = layer("base");
  auto indicator = [](const std::string& key, Node value) {
    return map({{"key", text(key)}, {"values", map({{"1", std::move(value)}, {"1.5", text("3 d")}})}});
  };
  bottom.records.push_back(threat(
      "theft", {{"indicators", list({indicator("a", text("1 d")), map({{"is", indicator("a.b", text("2 d"))}})})}},
      "base"));
  auto overlay = layer("overlay", {"base"});
  overlay.edits.push_back(replace("indicators.a.values.1", text("1 d"), text("4 d"), 20));
  overlay.edits.push_back(replace("indicators.a.values.1.5", text("3 d"), text("5 d"), 21));
  overlay.edits.push_back(withdraw("indicators.a.b.values.1", text("2 d"), 22));
  overlay.edits.push_back(add("indicators.a.values.2", text("6 d"), 23));
  overlay.edits.push_back(add("indicators.a.stricter", text("lower"), 24));
  const auto outcome = resolving({bottom, overlay});
  CHECK(outcome.errors().empty());
  const auto& indicators = outcome.theft().body.find("indicators")->items;
  CHECK(to_line(indicators[0]) == "{key: a, values: {1: 4 d, 1.5: 5 d, 2: 6 d}, stricter: lower}");
  CHECK(to_line(indicators[1]) == "{is: {key: a.b, values: {1.5: 3 d}}}");
  CHECK(outcome.resolved.overrides.front().target == "threat theft, indicators.a.values.1");
}

TEST_CASE("two edits of different parts get along, two of the same part or of its whole do not", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(threat("theft", {{"levels", map({{"c", text("low")}, {"i", text("low")}})}}, "base"));
  auto one = layer("one", {"base"});
  one.edits.push_back(replace("levels.c", text("low"), text("high"), 20));
  auto two = layer("two", {"base"});
  SECTION("different parts") {
    two.edits.push_back(replace("levels.i", text("low"), text("high"), 30));
    two.edits.push_back(add("levels", map({{"a", text("mid")}}), 31));
    const auto outcome = resolving({bottom, one, two});
    CHECK(outcome.errors().empty());
    CHECK(outcome.field("levels") == "{c: high, i: high, a: mid}");
  }
  SECTION("the same part") {
    two.edits.push_back(replace("levels.c", text("low"), text("mid"), 30));
    CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  }
  SECTION("the whole") {
    two.edits.push_back(withdraw("levels", map({{"c", text("low")}, {"i", text("low")}}), 30));
    CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  }
}

TEST_CASE("rules are edited by their ids, wherever they stand", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(criterion({rule("c.a", "high"), rule("c.b", "low")}, "base"));
  bottom.records.push_back({"placement", "p", map({{"id", text("p")}, {"then", text("III")}}), nullptr, "base", {}});
  auto overlay = layer("overlay", {"base"});
  SECTION("one rule is changed, one goes") {
    overlay.edits.push_back(about("rules", "c.b", replace("then", text("low"), text("mid"), 20)));
    overlay.edits.push_back(about("rules", "c.a", withdraw("", {}, 21)));
    overlay.edits.push_back(about("rules", "p", replace("then", text("III"), text("IV"), 22)));
    const auto outcome = resolving({bottom, overlay});
    CHECK(outcome.errors().empty());
    CHECK(to_line(*outcome.resolved.records[0].body.find("rules")) == "[{id: c.b, then: mid}]");
    CHECK(to_line(outcome.resolved.records[1].body) == "{id: p, then: IV}");
    CHECK(outcome.resolved.overrides[1].target == "rule c.a");
  }
  SECTION("a rule that has gone is edited no more") {
    auto later = layer("later", {"overlay"});
    overlay.edits.push_back(about("rules", "c.a", withdraw("", {}, 20)));
    later.edits.push_back(about("rules", "c.a", withdraw("", {}, 30)));
    CHECK(resolving({bottom, overlay, later}).errors() == Strings{"edit-mismatch 30 -> 20"});
  }
  SECTION("a criterion goes with its rules") {
    overlay.edits.push_back(about("level-criteria", "secrecy", withdraw("", {}, 20)));
    overlay.edits.push_back(about("rules", "p", withdraw("", {}, 21)));
    const auto outcome = resolving({bottom, overlay});
    CHECK(outcome.errors().empty());
    CHECK(outcome.resolved.records[0].withdrawn);
    CHECK(outcome.resolved.records[1].withdrawn);
  }
}

TEST_CASE("of two catalogues with placement rules, or with classes, one comes first on purpose", "[model][resolve]") {
  const auto section = GENERATE("placement", "classes");
  const auto placing = [&](const std::string& code, std::vector<std::string> depends_on, int at) {
    auto made = layer(code, std::move(depends_on));
    made.records.push_back({section, {}, map({{"title", text("first")}}, at), nullptr, code, {}});
    return made;
  };
  CHECK(resolving({placing("one", {}, 10), placing("two", {}, 20)}).errors() == Strings{"edit-conflict 20 -> 10"});
  CHECK(resolving({placing("two", {}, 20), placing("one", {}, 10)}).errors() == Strings{"edit-conflict 20 -> 10"});
  CHECK(resolving({placing("one", {"two"}, 10), placing("two", {}, 20)}).errors().empty());
  CHECK(resolving({placing("one", {"middle"}, 10), layer("middle", {"two"}), placing("two", {}, 20)}).errors().empty());
}

TEST_CASE("the edit of a part meets that of its whole, whichever of the two catalogues comes first",
          "[model][resolve]") {
  auto bottom = layer("base");
  const auto levels = map({{"c", text("low")}, {"i", text("low")}});
  const auto lock = map({{"key", text("a")}, {"values", map({{"1", text("1 d")}})}});
  bottom.records.push_back(threat("theft", {{"levels", levels}, {"indicators", list({lock})}}, "base"));
  bottom.records.push_back(criterion({rule("c.r", "low"), rule("c.s", "low")}, "base"));

  const auto [whole, part] = GENERATE_COPY(table<Edit, Edit>({
      {withdraw("levels", levels, 20), replace("levels.c", text("low"), text("high"), 30)},
      {replace("levels", levels, map({{"i", text("mid")}}), 20), replace("levels.c", text("low"), text("high"), 30)},
      {withdraw("levels", levels, 20), withdraw("levels.c", text("low"), 30)},
      {withdraw("indicators", lock, 20), replace("indicators.a.values.1", text("1 d"), text("2 d"), 30)},
      {withdraw("indicators", list({lock}), 20), replace("indicators.a.values.1", text("1 d"), text("2 d"), 30)},
      {of_criterion(replace("rules", list({rule("c.r", "low"), rule("c.s", "low")}), list({rule("n", "mid")}), 20)),
       of_rule("c.r", replace("then", text("low"), text("high"), 30))},
      {of_criterion(replace("rules", rule("c.r", "low"), rule("n", "mid"), 20)),
       of_rule("c.r", replace("then", text("low"), text("high"), 30))},
      {of_criterion(withdraw("rules", rule("c.r", "low"), 20)), of_rule("c.r", withdraw("", {}, 30))},
      {of_rule("c.r", withdraw("", {}, 20)), of_rule("c.r", replace("then", text("low"), text("high"), 30))},
      {of_criterion(withdraw("", {}, 20)), of_rule("c.r", replace("then", text("low"), text("high"), 30))},
  }));
  auto one = layer("one", {"base"});
  auto two = layer("two", {"base"});
  SECTION("unordered, the whole first") {
    one.edits = {whole};
    two.edits = {part};
    CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  }
  SECTION("unordered, the part first") {
    one.edits = {part};
    two.edits = {whole};
    CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-conflict 20 -> 30"});
  }
  SECTION("ordered, and the whole has gone") {
    one.edits = {whole};
    two.edits = {part};
    two.info.depends_on = {"one"};
    CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-mismatch 30 -> 20"});
  }
}

TEST_CASE("to add to what another catalogue takes away is a conflict too", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(threat("theft", {{"levels", map({{"c", text("low")}})}}, "base"));
  auto one = layer("one", {"base"});
  one.edits.push_back(withdraw("levels", map({{"c", text("low")}}), 20));
  auto two = layer("two", {"base"});
  two.edits.push_back(add("levels.i", text("high"), 30));
  CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  two.info.depends_on = {"one"};
  const auto outcome = resolving({bottom, one, two});
  CHECK(outcome.errors() == Strings{"edit-mismatch 30 -> 20"});
  CHECK(outcome.field("levels.i") == "nothing");
}

TEST_CASE("what stands in a wrapper is the statement itself", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(threat("theft", {{"harms", map({{"is", list({text("use")})}})}}, "base"));
  auto one = layer("one", {"base"});
  one.edits.push_back(replace("harms.is", list({text("use")}), list({text("form")}), 20));
  auto two = layer("two", {"base"});
  two.edits.push_back(add("harms", text("life"), 30));
  CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  one.edits = {replace("is", text("theft"), text("loss"), 20)};
  CHECK(resolving({bottom, one, two}).errors() == Strings{"edit-mismatch 20 -> 10"});
}

TEST_CASE("what has gone may be stated anew by whoever comes after", "[model][resolve]") {
  auto one = layer("one", {"base"});
  one.edits.push_back(withdraw("origin", text("malicious"), 20));
  auto two = layer("two", {"one"});
  two.edits.push_back(add("origin", text("natural"), 30));
  const auto outcome = resolving({base(), one, two});
  CHECK(outcome.errors().empty());
  CHECK(outcome.field("origin") == "natural");
}

TEST_CASE("an edit that no longer fits points to who changed it", "[model][resolve]") {
  auto one = layer("one", {"base"});
  one.edits.push_back(withdraw("harms", text("use"), 20));
  auto two = layer("two", {"one"});
  two.edits.push_back(withdraw("harms", text("use"), 30));
  two.edits.push_back(withdraw("harms", text("form"), 31));
  two.edits.push_back(replace("harms", text("secrecy"), text("life"), 32));
  auto three = layer("three", {"two"});
  three.edits.push_back(replace("harms", list({text("secrecy"), text("use"), text("form")}), list({}), 40));
  CHECK(resolving({base(), one, two, three}).errors() == Strings{"edit-mismatch 30 -> 20", "edit-mismatch 40 -> 32"});
}

TEST_CASE("where the order has a meaning only one catalogue adds, or one comes after the other", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(criterion({rule("c.r", "low")}, "base"));
  bottom.records.push_back({"scales", "safe", map({{"id", text("safe")}}), nullptr, "base", {}});
  bottom.records.push_back(
      {"properties", "use", map({{"id", text("use")}, {"levels", list({text("low")})}}), nullptr, "base", {}});
  const auto item = [](const std::string& id) { return map({{"id", text(id)}}); };
  const auto [first, second] = GENERATE_COPY(table<Edit, Edit>({
      {of_criterion(add("rules", rule("x", "high"), 20)), of_criterion(add("rules", rule("y", "low"), 30))},
      {about("scales", "safe", add("choices", item("x"), 20)), about("scales", "safe", add("choices", item("y"), 30))},
      {about("properties", "use", add("levels", text("x"), 20)),
       about("properties", "use", add("levels", list({text("y"), text("z")}), 30))},
  }));
  auto one = layer("one", {"base"});
  one.edits = {first};
  auto two = layer("two", {"base"});
  two.edits = {second};
  SECTION("unordered") {
    const auto outcome = resolving({bottom, one, two});
    CHECK(outcome.errors() == Strings{"edit-conflict 30 -> 20"});
    CHECK(outcome.resolved.overrides.size() == 1);
  }
  SECTION("ordered") {
    two.info.depends_on = {"one"};
    CHECK(resolving({bottom, one, two}).errors().empty());
  }
  SECTION("both in one catalogue") {
    one.edits.push_back(second);
    CHECK(resolving({bottom, one}).errors().empty());
  }
}

TEST_CASE("where the order has a meaning one catalogue may add and another change what is there", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(criterion({rule("c.r", "low")}, "base"));
  auto one = layer("one", {"base"});
  one.edits.push_back(of_criterion(add("rules", rule("x", "high"), 20)));
  auto two = layer("two", {"base"});
  two.edits.push_back(of_rule("c.r", replace("then", text("low"), text("mid"), 30)));
  const auto outcome = resolving({bottom, one, two});
  CHECK(outcome.errors().empty());
  CHECK(to_line(*outcome.theft().body.find("rules")) == "[{id: c.r, then: mid}, {id: x, then: high}]");
}

TEST_CASE("what is put in the place of a member is a member like one that is added", "[model][resolve]") {
  auto one = layer("one", {"base"});
  one.edits.push_back(replace("harms", text("secrecy"), text("life"), 20));
  auto two = layer("two", {"base"});
  two.edits.push_back(add("harms", text("life"), 30));
  CHECK(resolving({base(), one, two}).errors() == Strings{"edit-conflict 30 -> 20"});
  std::swap(one.edits, two.edits);
  CHECK(resolving({base(), one, two}).errors() == Strings{"edit-conflict 20 -> 30"});
}

TEST_CASE("one member may be replaced by several, which stand where it stood", "[model][resolve]") {
  auto overlay = layer("overlay", {"base"});
  overlay.edits.push_back(replace("harms", text("use"), list({text("life"), text("limb")}), 20));
  CHECK(resolving({base(), overlay}).field("harms") == "[secrecy, life, limb, form]");
}

TEST_CASE("a rule that a catalogue states by an edit is edited by those after it", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(criterion({rule("c.r", "low")}, "base"));
  auto one = layer("one", {"base"});
  auto later = layer("two", {"one"});
  later.edits.push_back(of_rule("x", replace("then", text("high"), text("mid"), 30)));
  const auto rules = [&](const Outcome& outcome) { return to_line(*outcome.theft().body.find("rules")); };
  SECTION("one that was added") {
    one.edits.push_back(of_criterion(add("rules", rule("x", "high"), 20)));
    const auto outcome = resolving({bottom, one, later});
    CHECK(outcome.errors().empty());
    CHECK(rules(outcome) == "[{id: c.r, then: low}, {id: x, then: mid}]");
  }
  SECTION("one that was put in the place of another") {
    one.edits.push_back(of_criterion(replace("rules", rule("c.r", "low"), rule("x", "high"), 20)));
    const auto outcome = resolving({bottom, one, later});
    CHECK(outcome.errors().empty());
    CHECK(rules(outcome) == "[{id: x, then: mid}]");
  }
  SECTION("one that was withdrawn and stated anew") {
    one.edits.push_back(of_rule("c.r", withdraw("", {}, 20)));
    later.edits = {of_criterion(add("rules", rule("c.r", "high"), 30))};
    auto last = layer("three", {"two"});
    last.edits.push_back(of_rule("c.r", replace("then", text("high"), text("mid"), 40)));
    const auto outcome = resolving({bottom, one, later, last});
    CHECK(outcome.errors().empty());
    CHECK(rules(outcome) == "[{id: c.r, then: mid}]");
  }
  SECTION("but not by those that do not come after it, whichever comes first") {
    one.edits.push_back(of_criterion(add("rules", rule("x", "high"), 20)));
    later.info.depends_on = {"base"};
    CHECK(resolving({bottom, one, later}).errors() == Strings{"edit-conflict 30 -> 20"});
    later.info.code = "before";
    CHECK(resolving({bottom, one, later}).errors() == Strings{"edit-conflict 20 -> 30", "unknown-id 30"});
  }
}

TEST_CASE("what is withdrawn and stated anew is edited where it stands now", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(criterion({rule("c.r", "low")}, "base", 10));
  auto anew = layer("one", {"base"});
  anew.edits.push_back(of_criterion(withdraw("", {}, 20)));
  anew.records.push_back(criterion({rule("c.r", "high")}, "one", 21));
  auto later = layer("two", {"one"});
  const auto rules = [](const Outcome& outcome, std::size_t record) {
    return to_line(*outcome.resolved.records.at(record).body.find("rules"));
  };
  SECTION("a rule of it") {
    later.edits.push_back(of_rule("c.r", replace("then", text("high"), text("mid"), 30)));
    const auto outcome = resolving({bottom, anew, later});
    CHECK(outcome.errors().empty());
    CHECK(rules(outcome, 0) == "[{id: c.r, then: low}]");
    CHECK(rules(outcome, 1) == "[{id: c.r, then: mid}]");
  }
  SECTION("all of it") {
    later.edits.push_back(of_criterion(withdraw("rules", rule("c.r", "high"), 30)));
    const auto outcome = resolving({bottom, anew, later});
    CHECK(outcome.errors().empty());
    CHECK(rules(outcome, 1) == "[]");
  }
  SECTION("who does not come after whoever stated it anew means what was withdrawn") {
    later.info.depends_on = {"base"};
    later.edits.push_back(of_rule("c.r", replace("then", text("low"), text("mid"), 30)));
    CHECK(resolving({bottom, anew, later}).errors() == Strings{"edit-conflict 30 -> 20"});
  }
}

TEST_CASE("what another catalogue states is not to be edited without depending on it, whichever comes first",
          "[model][resolve]") {
  auto stranger = layer("a.stranger");
  stranger.edits.push_back(replace("origin", text("malicious"), text("negligent"), 20));
  CHECK(resolving({base(), stranger}).errors() == Strings{"edit-conflict 20 -> 10"});
}

TEST_CASE("what an edit expects may be copied with its basis, which then must fit too", "[model][resolve]") {
  auto bottom = layer("base");
  const auto wrapped = [](const std::string& value, const std::string& basis, const std::string& key = "basis") {
    return map({{"is", text(value)}, {key, text(basis)}});
  };
  bottom.records.push_back(threat(
      "theft", {{"origin", wrapped("malicious", "own", "basis")}, {"harms", list({wrapped("use", "own")})}}, "base"));
  auto overlay = layer("overlay", {"base"});
  SECTION("literally") {
    overlay.edits.push_back(replace("origin", wrapped("malicious", "own"), text("natural"), 20));
    overlay.edits.push_back(withdraw("harms", wrapped("use", "own"), 21));
    const auto outcome = resolving({bottom, overlay});
    CHECK(outcome.errors().empty());
    CHECK(outcome.field("origin") == "natural");
    CHECK(outcome.field("harms") == "[]");
  }
  SECTION("the value alone, or only wrapped") {
    overlay.edits.push_back(replace("origin", text("malicious"), text("natural"), 20));
    overlay.edits.push_back(replace("harms", map({{"is", text("use")}}), text("form"), 21));
    CHECK(resolving({bottom, overlay}).errors().empty());
  }
  SECTION("all of a list") {
    overlay.edits.push_back(replace("harms", list({wrapped("use", "own")}), list({}), 20));
    CHECK(resolving({bottom, overlay}).errors().empty());
  }
  SECTION("another basis, another value or more than is there does not fit") {
    overlay.edits.push_back(replace("origin", wrapped("malicious", "other"), text("natural"), 20));
    CHECK(resolving({bottom, overlay}).errors() == Strings{"edit-mismatch 20 -> 1"});
    overlay.edits = {replace("origin", wrapped("natural", "own"), text("natural"), 20)};
    CHECK(resolving({bottom, overlay}).errors() == Strings{"edit-mismatch 20 -> 1"});
    overlay.edits = {replace("origin", wrapped("malicious", "own", "because"), text("natural"), 20)};
    CHECK(resolving({bottom, overlay}).errors() == Strings{"edit-mismatch 20 -> 1"});
  }
}

TEST_CASE("what something is called by is never edited", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(threat("theft", {{"indicators", list({map({{"key", text("a")}})})}}, "base"));
  bottom.records.push_back(criterion({rule("c.r", "low")}, "base"));
  auto overlay = layer("overlay", {"base"});
  overlay.edits.push_back(replace("indicators.a.key", text("a"), text("b"), 20));
  overlay.edits.push_back(of_criterion(replace("property", text("secrecy"), text("use"), 21)));
  CHECK(resolving({bottom, overlay}).errors() == Strings{"invalid-value 20", "invalid-value 21"});
}

TEST_CASE("ten thousand edits of one list are applied in a moment", "[model][resolve]") {
  const int count = michibiki::testing::large(10'000);
  auto bottom = layer("base");
  std::vector<Node> members;
  auto overlay = layer("overlay", {"base"});
  for (int i = 0; i < count; ++i) {
    members.push_back(text("m" + std::to_string(i)));
    if (i % 4 == 0) overlay.edits.push_back(withdraw("harms", text("m" + std::to_string(i)), i + 1));
  }
  bottom.records.push_back(threat("theft", {{"harms", list(std::move(members))}}, "base"));
  const auto outcome = resolving({bottom, overlay});
  CHECK(outcome.diagnostics.empty());
  CHECK(outcome.theft().body.find("harms")->items.size() == static_cast<std::size_t>(count / 4 * 3));
}

TEST_CASE("three thousand rules that overlays add, and change again, are there in a moment", "[model][resolve]") {
  auto bottom = layer("base");
  bottom.records.push_back(criterion({rule("c.r", "low")}, "base"));
  auto one = layer("one", {"base"});
  auto two = layer("two", {"one"});
  std::vector<Node> news;
  for (int i = 0; i < 3'000; ++i) news.push_back(rule("r" + std::to_string(i), "low"));
  one.edits.push_back(of_criterion(add("rules", list(std::move(news)), 20)));
  for (int i = 0; i < 300; ++i) {
    two.edits.push_back(of_criterion(add("rules", rule("s" + std::to_string(i), "low"), 30)));
    two.edits.push_back(of_rule("r" + std::to_string(i), replace("then", text("low"), text("mid"), 31)));
  }
  const auto outcome = resolving({bottom, one, two});
  CHECK(outcome.diagnostics.empty());
  CHECK(outcome.theft().body.find("rules")->items.size() == 3'301);
}

TEST_CASE("what stands alone where a list may stand is reached by its name like an item of it", "[model][resolve]") {
  const auto indicator = [](const char* key) {
    return map({{"key", text(key)}, {"values", map({{"1", text("1 d")}})}});
  };
  auto bottom = layer("base");
  bottom.records.push_back(threat("theft", {{"choices", indicator("a")}}, "base"));
  auto one = layer("one", {"base"});
  one.edits.push_back(add("indicators", indicator("b"), 20));
  auto two = layer("two", {"one"});
  two.edits.push_back(replace("choices.a.values.1", text("1 d"), text("2 d"), 30));
  two.edits.push_back(replace("indicators.b.values.1", text("1 d"), text("3 d"), 31));
  const auto outcome = resolving({bottom, one, two});
  CHECK(outcome.errors().empty());
  CHECK(outcome.field("choices") == "[{key: a, values: {1: 2 d}}]");
  CHECK(outcome.field("indicators") == "[{key: b, values: {1: 3 d}}]");
}
