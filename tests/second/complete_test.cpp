// Of the shipped catalogues no way to anything is left out: without statements that all listed reasons need it is not concluded, and with one
// of these more it is.

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "engine/compositions.hpp"

#include "tests/catch.hpp"
#include "tests/second/shipped_graph.hpp"
#include "tests/support/justified.hpp"

namespace michibiki::testing {
namespace {

std::vector<FactId> facts_behind(const Justification& justification) {
  std::set<FactId> facts;
  for (const auto& step : justification.steps) {
    for (const auto& any : step.facts) facts.insert(any.begin(), any.end());
  }
  return {facts.begin(), facts.end()};
}

void shuffle(std::vector<FactId>& facts, std::mt19937& chance) {
  for (std::size_t i = facts.size(); i > 1; --i) std::swap(facts[i - 1], facts[chance() % i]);
}

/// Some statements without which, by the ways that are listed, it does not follow, and with any one of which it does. None where it follows
/// without any.
std::vector<FactId> some_cut(const Justification& justification, std::size_t conclusion, std::mt19937& chance) {
  auto facts = facts_behind(justification);
  shuffle(facts, chance);
  std::set<FactId> gone(facts.begin(), facts.end());
  const auto follows = [&]() -> bool {
    return following_without(justification, [&](FactId fact) { return gone.contains(fact); })[conclusion];
  };
  if (follows()) return {};
  for (const auto fact : facts) {
    gone.erase(fact);
    if (follows()) gone.insert(fact);
  }
  return {gone.begin(), gone.end()};
}

/// What a name begins with: "exposure".
std::string kind_of(const std::string& name) { return name.substr(0, name.find(' ')); }

/// By a table of which the first line that fits decides, or nothing does: without a line another one may say the same.
bool by_table(const Step& step) {
  using enum StepKind;
  constexpr std::array kinds{level_by_criterion, level_by_type, level_open, pattern_fits, placed};
  return std::ranges::count(kinds, step.kind) != 0;
}

bool only_some_of(const std::vector<AnyFact>& facts, const std::vector<AnyFact>& all) {
  return facts.size() < all.size() &&
         std::ranges::all_of(facts, [&](const AnyFact& any) { return std::ranges::count(all, any) != 0; });
}

/// What a table decides as it did before: by the same line, and not merely of fewer things than those that it was asked of. Nothing that was open
/// is so for certain.
bool same_line(const Step& step, const Step& before) {
  return step.kind == before.kind && step.open == before.open && !before.facts.empty() &&
         step.facts.front() == before.facts.front() && !only_some_of(step.facts, before.facts);
}

class Completeness {
 public:
  explicit Completeness(const Derived& derived) : derived_(derived), said_(all_said(derived)) {}

  /// Of each kind so many, from all over; more of exposures, which often have one way alone.
  void look_at(std::size_t of_each_kind) {
    std::map<std::string, Strings> by_kind;
    for (const auto& [name, conclusion] : said_) by_kind[kind_of(name)].push_back(name);
    for (const auto& [kind, names] : by_kind) {
      const auto most = std::min(kind == "exposure" ? 3 * of_each_kind : of_each_kind, names.size());
      for (std::size_t i = 0; i < most; ++i) look_at(names[i * names.size() / most]);
    }
  }

  /// How many were looked at, by kind.
  const std::map<std::string, std::size_t>& counts() const { return counts_; }
  const std::string& wrong() const { return wrong_; }

 private:
  void look_at(const std::string& name) {
    const auto alone = justify(workings_of(derived_), {said_.at(name)});
    auto gone = some_cut(alone, alone.roots.front(), chance_);
    if (gone.empty()) return;  // the service itself says so
    ++counts_[kind_of(name)];
    if (follows_as_before(without(gone), name, alone.steps)) wrong_ += name + ": a way is left out\n";
    gone.erase(gone.begin() + static_cast<std::ptrdiff_t>(chance_() % gone.size()));
    if (!all_said(without(gone)).contains(name)) wrong_ += name + ": what is listed is not enough\n";
  }

  Derived without(const std::vector<FactId>& gone) const {
    return {derived_.graph, derived_.view.without(gone), derived_.portfolio};
  }

  /// Still concluded, and not because another line of a table decides now.
  bool follows_as_before(const Derived& left, const std::string& name, const std::vector<Step>& steps) const {
    const auto said = all_said(left);
    const auto found = said.find(name);
    if (found == said.end()) return false;
    const auto why = justify(workings_of(left), {found->second});
    const auto as_before = [&](const Step& step) {
      const auto same = [&](const Step& before) { return same_line(step, before); };
      return !by_table(step) || std::ranges::any_of(steps, same);
    };
    return following(why, as_before)[why.roots.front()];
  }

  const Derived& derived_;
  std::map<std::string, Conclusion> said_;
  std::mt19937 chance_{20080130};
  std::map<std::string, std::size_t> counts_;
  std::string wrong_;
};

}  // namespace

TEST_CASE("of the shipped catalogues no way to anything is left out, and no statement too few is told",
          "[second][explain][catalogs][thorough]") {
  std::map<std::string, std::size_t> looked_at;
  for (const std::string example : {"online-storage", "shared-operations"}) {
    CAPTURE(example);
    const auto derived = shipped_example(example);
    Completeness completeness(derived);
    completeness.look_at(3);
    CHECK(completeness.wrong() == "");
    for (const auto& [kind, count] : completeness.counts()) looked_at[kind] += count;
  }
  for (const std::string kind :
       {"asset", "called", "chapter", "class", "component", "exposure", "level", "pattern", "stakeholder", "value"}) {
    CAPTURE(kind);
    CHECK(looked_at[kind] > 0);
  }
}

TEST_CASE("nor of what every component can call for", "[second][explain][catalogs][thorough]") {
  const View view(*shipped_graph());
  const Derived derived{shipped_graph(), view, all_components(view).portfolio};
  Completeness completeness(derived);
  completeness.look_at(5);
  CHECK(completeness.wrong() == "");
}

}  // namespace michibiki::testing
