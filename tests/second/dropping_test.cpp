// The fewest statements without which a derivation does not conclude something: each alone is taken away.

#include "engine/what_if/dropping.hpp"

#include <algorithm>
#include <set>

#include "engine/explain/facts.hpp"

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/justified.hpp"

namespace michibiki::testing {
namespace {

using Facts = std::vector<FactId>;

/// Those that are judged or unverified and hold.
Facts soft_facts(const Derived& derived) {
  Facts soft;
  for (std::size_t i = 0; i < derived.catalog().facts.size(); ++i) {
    const FactId fact{i};
    if (derived.view.holds(fact) && derived.catalog().fact(fact).basis.kind != BasisKind::stated) soft.push_back(fact);
  }
  return soft;
}

/// That a property is there at all stands in no reason of a level of it; nor which of several services somebody is in, for whose sake one value is
/// that of all.
bool beside_the_reasons(const Derived& derived, const Conclusion& conclusion, const Facts& gone) {
  if (const auto* level = std::get_if<MayRequireLevel>(&conclusion))
    return std::ranges::count(gone, fact_of(derived.view, ref(level->property))) != 0;
  return derived.portfolio.services.size() > 1 && std::holds_alternative<HasValue>(conclusion);
}

std::string places_of(const Catalog& catalog, const Facts& facts) {
  std::string text;
  for (const auto fact : facts) {
    const auto& at = catalog.fact(fact);
    text += ' ' + at.catalog + ':' + std::to_string(at.location.line) + ':' + std::to_string(at.location.column);
  }
  return text;
}

/// What of the conclusions a derivation from the start does not come to without these; the program may refuse it.
class Without {
 public:
  Without(const World& world, const RandomField& field, const Derived& derived, const Facts& gone) : derived_(derived) {
    const auto after = world.derive(field.service, derived.view.without(gone));
    if (has_no_pattern(after)) return;
    left_ = all_told(after);
  }

  bool refuses() const { return !left_; }
  bool drops(const std::string& name, const Conclusion& conclusion) const {
    return refuses() || !std::ranges::includes(*left_, told(derived_, name, conclusion));
  }

 private:
  const Derived& derived_;
  std::optional<std::set<std::string>> left_;
};

}  // namespace

TEST_CASE(
    "the fewest judgements without which something is not derived are found, also where others come in the place of some",
    "[second][firmness][dropping]") {
  rc::prop("each alone taken away", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto derived = world.derive(field.service, *rc::gen::elementOf(every_trust));
    RC_PRE(!has_no_pattern(derived));
    const auto soft = soft_facts(derived);
    const auto is_soft = [&](FactId fact) { return std::ranges::count(soft, fact) != 0; };
    const auto concludes = concluded(derived);
    std::map<std::string, Dropping> found;
    std::size_t drop = 0;
    std::size_t cut = 0;
    for (const auto& [name, conclusion] : concludes) {
      const auto& dropped = found.emplace(name, dropping(workings_of(derived), conclusion, is_soft)).first->second;
      cut += dropped.cut ? 1U : 0U;
      if (!dropped.facts) continue;
      ++drop;
      const Without without(world, field, derived, *dropped.facts);
      if (!without.drops(name, conclusion))
        RC_FAIL(name + " stands without" + places_of(derived.catalog(), *dropped.facts));
    }
    const auto expect_no_fewer = [&](const Facts& gone) {
      const Without without(world, field, derived, gone);
      if (without.refuses()) return;
      for (const auto& [name, conclusion] : concludes) {
        if (found.at(name).cut || beside_the_reasons(derived, conclusion, gone)) continue;
        const auto& told = found.at(name).facts;
        if ((!told || told->size() > gone.size()) && without.drops(name, conclusion))
          RC_FAIL(name + " falls without" + places_of(derived.catalog(), gone) + "; told" +
                  (told ? places_of(derived.catalog(), *told) : " none"));
      }
    };
    const auto supporting = supporting_facts(derived.catalog());
    Facts facts;
    std::ranges::copy_if(soft, std::back_inserter(facts),
                         [&](FactId fact) { return std::ranges::count(supporting, fact) != 0; });
    for (const auto one : facts) expect_no_fewer({one});
    RC_CLASSIFY(drop > 0, "something can be dropped");
    RC_CLASSIFY(cut > 0, "too many sets of something were tried");
  });
}

}  // namespace michibiki::testing
