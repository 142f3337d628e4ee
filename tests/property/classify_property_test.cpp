#include <algorithm>
#include <map>
#include <set>

#include "tests/property.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

constexpr std::size_t question_count = 3;
constexpr int level_count = 3;

/// A table of level criteria over three questions: what each line asks for, and the level it gives.
struct Line {
  std::map<std::size_t, bool> when;
  int then = 0;
  BasisKind basis = BasisKind::stated;
};
struct Table {
  std::vector<Line> lines;
};

Table random_table() {
  Table table;
  const auto lines = *rc::gen::inRange<std::size_t>(1, 5);
  for (std::size_t i = 0; i < lines; ++i) {
    Line line;
    for (std::size_t q = 0; q < question_count; ++q) {
      const int asked = *rc::gen::inRange(0, 4);
      if (asked < 2) line.when[q] = asked == 1;
    }
    line.then = *rc::gen::inRange(0, level_count);
    table.lines.push_back(line);
  }
  return table;
}

/// The level that the first line gives to a service whose every answer is known.
std::optional<int> decided(const Table& table, const std::map<std::size_t, bool>& answers) {
  for (const auto& line : table.lines) {
    if (std::all_of(line.when.begin(), line.when.end(),
                    [&](const auto& condition) { return answers.at(condition.first) == condition.second; }))
      return line.then;
  }
  return std::nullopt;
}

std::string basis(BasisKind kind) {
  if (kind == BasisKind::stated) return {};
  return kind == BasisKind::judgement ? ", basis: {judgement: ours}" : ", basis: unverified";
}

World world_of(const Table& table, const std::string& more = {}) {
  std::string text = "levels: [{id: l0}, {id: l1}, {id: l2}]\nproperties: [{id: p, levels: [l0, l1, l2]}]\n";
  text += "patterns: [{id: 0, levels: {p: l0}}, {id: 1, levels: {p: l1}}, {id: 2, levels: {p: l2}}]\n";
  text += "questions: [{id: q0}, {id: q1}, {id: q2}]\nlevel-criteria:\n  - property: p\n    rules:\n";
  for (const auto& line : table.lines) {
    text += "      - {when: {";
    for (const auto& [question, wanted] : line.when) {
      text += (text.back() == '{' ? "q" : ", q") + std::to_string(question) + (wanted ? ": true" : ": false");
    }
    text += "}, then: l" + std::to_string(line.then) + basis(line.basis) + "}\n";
  }
  return World(text + more);
}

std::string service(const std::map<std::size_t, bool>& answers) {
  if (answers.empty()) return {};
  std::string text = "answers: {";
  for (const auto& [question, answer] : answers) {
    text += (text.back() == '{' ? "q" : ", q") + std::to_string(question) + (answer ? ": true" : ": false");
  }
  return text + "}\n";
}

/// Every way in which the questions left open could be answered.
std::vector<std::map<std::size_t, bool>> completions(const std::map<std::size_t, bool>& answers) {
  std::vector<std::map<std::size_t, bool>> all{answers};
  for (std::size_t q = 0; q < question_count; ++q) {
    if (answers.count(q) != 0) continue;
    auto with_yes = all;
    for (auto& one : all) one[q] = false;
    for (auto& one : with_yes) one[q] = true;
    all.insert(all.end(), with_yes.begin(), with_yes.end());
  }
  return all;
}

std::map<std::size_t, bool> some_answers() {
  std::map<std::size_t, bool> answers;
  for (std::size_t q = 0; q < question_count; ++q) {
    const int answer = *rc::gen::inRange(0, 3);
    if (answer < 2) answers[q] = answer == 1;
  }
  return answers;
}

}  // namespace

TEST_CASE("no level that an answer could still give is ruled out", "[property][engine][classify]") {
  rc::prop("against every way to answer what is open", [] {
    const auto table = random_table();
    const auto answers = some_answers();
    std::set<std::string> possible;
    for (const auto& all : completions(answers)) {
      const auto level = decided(table, all);
      if (level) possible.insert("l" + std::to_string(*level));
      if (!level) possible = {"l0", "l1", "l2"};
      if (!level) break;
    }
    const auto found = world_of(table).derive(service(answers)).levels("p");
    const std::set<std::string> levels(found.begin(), found.end());
    RC_ASSERT(levels.size() == found.size());
    RC_ASSERT(std::includes(levels.begin(), levels.end(), possible.begin(), possible.end()));
    if (answers.size() == question_count) RC_ASSERT(levels == possible);
  });
}

TEST_CASE("believing less never rules out a level that believing more leaves possible",
          "[property][engine][classify]") {
  rc::prop("whatever rules and lines of the table of types are hidden", [] {
    const auto any_basis = [] {
      return *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    };
    auto table = random_table();
    for (auto& line : table.lines) line.basis = any_basis();
    std::string among;
    for (const auto* level : {"l0", "l1", "l2"}) {
      if (*rc::gen::arbitrary<bool>()) among += (among.empty() ? "" : ", ") + std::string(level);
    }
    if (among.empty()) among = "l0";
    const bool settled = among.find(',') == std::string::npos;
    const auto world = world_of(
        table, "service-types: [{id: kind, levels: {p: {is: " + (settled ? among : "open, among: [" + among + "]") +
                   basis(any_basis()) + "}}}]\n");
    const auto text = service(some_answers()) + (*rc::gen::arbitrary<bool>() ? "type: kind\n" : "");
    std::set<std::string> more;
    for (const auto trust : {BasisKind::unverified, BasisKind::judgement, BasisKind::stated}) {
      const auto found = world.derive(text, trust).levels("p");
      const std::set<std::string> levels(found.begin(), found.end());
      RC_ASSERT(std::includes(levels.begin(), levels.end(), more.begin(), more.end()));
      more = levels;
    }
  });
}

TEST_CASE("answering all that is asked decides the level", "[property][engine][classify]") {
  rc::prop("and nothing is asked when it is decided", [] {
    const auto table = random_table();
    auto answers = some_answers();
    const auto world = world_of(table);
    const auto asked = world.derive(service(answers)).open_questions("p");
    for (const auto& question : asked) {
      const auto number = static_cast<std::size_t>(question.back() - '0');
      RC_ASSERT(answers.count(number) == 0);
      answers[number] = *rc::gen::arbitrary<bool>();
    }
    const auto after = world.derive(service(answers));
    RC_ASSERT(after.open_questions("p").empty());
    const auto first = decided(table, completions(answers).front());
    for (const auto& all : completions(answers)) RC_ASSERT(decided(table, all) == first);
    if (first) {
      RC_ASSERT(after.levels("p") == Strings{"l" + std::to_string(*first)});
      RC_ASSERT(after.patterns() == Strings{std::to_string(*first)});
    } else {
      RC_ASSERT(after.patterns().size() == 3U);
    }
  });
}

}  // namespace michibiki::testing
