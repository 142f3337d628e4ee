// What explanations rest on, against derivations that lack some of it.

#include <algorithm>
#include <map>
#include <set>

#include "engine/explain/cut_network.hpp"
#include "engine/explain/firmness.hpp"
#include "engine/explain/reasons.hpp"
#include "engine/explain/smallest_cut.hpp"

#include "tests/support/justified.hpp"
#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {
namespace {

/// Some of them, seldom many.
std::vector<FactId> some_of(const std::vector<FactId>& facts) {
  std::vector<FactId> chosen;
  const auto share = *rc::gen::inRange(2, 20);
  for (const auto fact : facts) {
    if (*rc::gen::inRange(0, share) == 0) chosen.push_back(fact);
  }
  return chosen;
}

}  // namespace

TEST_CASE("a conclusion goes when, and only when, no listed reason of it is left", "[property][explain]") {
  rc::prop("against a derivation without those facts", [] {
    const auto catalog = *random_catalog();
    const auto service = *random_service(catalog);
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    const World world(texts_of(catalog));
    const auto derived = world.derive(text_of(service), trust);
    RC_ASSERT(disagreement(world, text_of(service), derived, some_of(supporting_facts(world.catalog()))) == "");
  });
}

namespace {

struct Explained {
  World world;
  Derived derived;
  Justification justification;

  static Explained any() {
    const auto catalog = *random_catalog();
    const auto service = *random_service(catalog);
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    World world(texts_of(catalog));
    auto derived = world.derive(text_of(service), trust);
    auto justification = justified(derived);
    return {std::move(world), std::move(derived), std::move(justification)};
  }
};

/// What a reason says, wherever its steps stand, and concludes.
std::vector<std::pair<Conclusion, Way>> all_said_by(const Justification& justification, const ReasonSteps& reason) {
  std::vector<std::pair<Conclusion, Way>> said;
  for (const auto position : reason)
    said.emplace_back(justification.conclusions[justification.steps[position].conclusion],
                      said_by(justification, position));
  return said;
}

ReasonSteps shortest(const Justification& justification, const World& world, std::size_t conclusion) {
  return reason_by(justification, shortest_ways(justification, world.catalog()), conclusion);
}

bool requires_something(const Catalog& catalog) {
  return std::ranges::any_of(catalog.links, [](const Link& link) { return link.kind == LinkKind::requires_other; });
}

bool shows(const Justification& justification, const ReasonSteps& reason, std::size_t conclusion) {
  std::vector<bool> shown(justification.conclusions.size(), false);
  for (const auto position : reason) {
    const auto& step = justification.steps[position];
    if (!std::ranges::all_of(step.premises, [&](std::size_t premise) { return shown[premise]; })) return false;
    shown[step.conclusion] = true;
  }
  return shown[conclusion] && justification.steps[reason.back()].conclusion == conclusion;
}

}  // namespace

TEST_CASE("a conclusion is as firm as the firmest of its reasons", "[property][explain]") {
  rc::prop("as the derivation says itself", [] {
    const auto explained = Explained::any();
    const auto& justification = explained.justification;
    const auto& derived = explained.derived;
    const auto& world = explained.world;
    const auto firm = firmness(justification, world.catalog());
    const auto basis_of = [&](const Conclusion& conclusion) { return firm[justification.find(conclusion).value()]; };
    const auto& inventory = derived.derivation.inventory;
    for (std::size_t i = 0; i < inventory.components.size(); ++i)
      RC_ASSERT(basis_of(HasComponent{i}) == inventory.components[i].basis);
    for (const auto& present : inventory.stakeholders) {
      for (const auto& in : present.services)
        RC_ASSERT(basis_of(HasStakeholder{in.service, present.stakeholder, false}) == in.basis);
    }
    for (std::size_t i = 0; i < derived.derivation.analysis.exposures.size(); ++i) {
      RC_ASSERT(basis_of(IsExposed{i, {}}) == derived.derivation.analysis.exposures[i].basis);
      // What is required, too, may be so more firmly.
      if (requires_something(world.catalog())) continue;
      const auto& answer = derived.derivation.selection.answers[i];
      std::map<EntryRef, BasisKind> firmest;
      const auto note = [&](const auto& supports, auto members) {
        for (const auto& support : supports) {
          for (const auto member : support.*members) {
            auto& basis = firmest.try_emplace(ref(member), BasisKind::unverified).first->second;
            basis = std::max(basis, support.basis);
          }
        }
      };
      note(answer.measures, &MeasureSupport::measures);
      note(answer.controls, &ControlSupport::controls);
      for (const auto& [entry, basis] : firmest) RC_ASSERT(basis_of(IsCalledFor{entry, i}) == basis);
    }
  });
}

TEST_CASE("reasons are counted without going through them, and each is whole", "[property][explain]") {
  rc::prop("as many as there are when all are gone through", [] {
    const auto explained = Explained::any();
    const auto& justification = explained.justification;
    const auto& world = explained.world;
    const auto counts = count_reasons(justification);
    const auto ways = shortest_ways(justification, world.catalog());
    for (std::size_t i = 0; i < justification.conclusions.size(); ++i) {
      const auto& count = counts.of_conclusions[i];
      RC_ASSERT(count.number > 0);
      boost::multiprecision::cpp_int of_steps = 0;
      for (const auto way : justification.ways[i]) of_steps += counts.of_steps[way].number;
      RC_ASSERT(of_steps == count.number);
      const auto shortest = reason_by(justification, ways, i);
      RC_ASSERT(shows(justification, shortest, i));
      if (count.number > 2000) continue;
      const auto enough = static_cast<std::size_t>(count.number) + 1;
      std::set<ReasonSteps> reasons;
      std::size_t shorter = 0;
      each_reason(justification, i, [&](const ReasonSteps& reason) {
        RC_ASSERT(shows(justification, reason, i));
        const bool open = std::ranges::any_of(reason, [&](std::size_t step) { return justification.steps[step].open; });
        shorter += !open && reason.size() < shortest.size() ? 1U : 0U;
        RC_ASSERT(reasons.insert(reason).second);
        return reasons.size() < enough;
      });
      RC_ASSERT(reasons.size() >= count.number);
      RC_ASSERT(count.at_least || reasons.size() == count.number);
      RC_ASSERT(shorter == 0U);
    }
  });
}

TEST_CASE("asked alone and in bulk, explanations are the same", "[property][explain]") {
  rc::prop("as many reasons, and the same shortest one", [] {
    const auto explained = Explained::any();
    const auto& bulk = explained.justification;
    const auto& derived = explained.derived;
    const auto& world = explained.world;
    const auto counts = count_reasons(bulk);
    for (const auto root : bulk.roots) {
      const auto alone = justify(workings_of(derived), {bulk.conclusions[root]});
      RC_ASSERT(count_reasons(alone).of_conclusions[alone.roots.front()].number == counts.of_conclusions[root].number);
      RC_ASSERT(all_said_by(alone, shortest(alone, world, alone.roots.front())) ==
                all_said_by(bulk, shortest(bulk, world, root)));
    }
  });
}

namespace {

bool soft(const Catalog& catalog, FactId fact) { return catalog.fact(fact).basis.kind != BasisKind::stated; }

/// Tries all sets, small ones first and of one size in order; none of more than `most`.
std::optional<std::vector<FactId>> first_cut(const Justification& justification, std::size_t conclusion,
                                             const std::vector<FactId>& facts, std::size_t most) {
  std::vector<std::vector<FactId>> sets{{}};
  for (std::size_t size = 0; size <= most; ++size) {
    std::vector<std::vector<FactId>> larger;
    for (const auto& set : sets) {
      const auto gone = [&](FactId fact) { return std::ranges::count(set, fact) != 0; };
      if (!following_without(justification, gone)[conclusion]) return set;
      for (const auto fact : facts) {
        if (!set.empty() && fact <= set.back()) continue;
        larger.push_back(set);
        larger.back().push_back(fact);
      }
    }
    sets = std::move(larger);
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("the fewest judgements that carry a conclusion are found exactly", "[property][explain][firmness]") {
  rc::prop("as going through all sets finds them", [] {
    const auto explained = Explained::any();
    const auto& catalog = explained.world.catalog();
    const auto root = *rc::gen::elementOf(explained.justification.roots);
    const auto& whole = explained.justification;
    const auto alone = justify(workings_of(explained.derived), {whole.conclusions[root]});
    std::set<FactId> facts;
    for (const auto& step : alone.steps) {
      for (const auto& any : step.facts) {
        for (const auto fact : any) {
          if (soft(catalog, fact)) facts.insert(fact);
        }
      }
    }
    const auto cut = smallest_cut(alone, alone.roots.front(), [&](FactId fact) { return soft(catalog, fact); });
    RC_ASSERT(cut == smallest_cut(alone, alone.roots.front(), [&](FactId fact) { return soft(catalog, fact); }, {}));
    auto falls = following_without(alone, [&](FactId fact) { return soft(catalog, fact); });
    falls.flip();
    const bool by_network = cut && CutNetwork::of(alone, alone.roots.front(), falls, [&](FactId fact) {
                                     return soft(catalog, fact);
                                   }).has_value();
    RC_CLASSIFY(by_network, "by a minimum cut");
    constexpr std::size_t most = 3;  // more would take long
    const auto first = first_cut(alone, alone.roots.front(), {facts.begin(), facts.end()}, most);
    RC_ASSERT(cut.has_value() || !first.has_value());
    if (cut && cut->size() <= most) RC_ASSERT(cut == first);
    if (cut && cut->size() > most) RC_ASSERT(!first.has_value());
    RC_CLASSIFY(cut && cut->size() > 1, "more than one");
  });
}

TEST_CASE("all statements that carry a conclusion alone are told, and the fewest apart from them",
          "[property][explain][firmness]") {
  rc::prop("as taking away each one finds them", [] {
    const auto explained = Explained::any();
    const auto& catalog = explained.world.catalog();
    const auto root = *rc::gen::elementOf(explained.justification.roots);
    const auto whole = justify(workings_of(explained.derived), {explained.justification.conclusions[root]});
    const auto conclusion = whole.roots.front();
    const auto found = firmness_of_roots(whole, catalog).front();
    const auto is_alone = [&](FactId fact) { return std::ranges::count(found.alone, fact) != 0; };
    for (std::size_t i = 0; i < catalog.facts.size(); ++i) {
      const FactId fact{i};
      const bool falls = !following_without(whole, [&](FactId other) { return other == fact; })[conclusion];
      RC_ASSERT(is_alone(fact) == (falls && soft(catalog, fact)));
    }
    RC_ASSERT(found.carried_by == smallest_cut(whole, conclusion, [&](FactId fact) { return soft(catalog, fact); }));
    const auto others = [&](FactId fact) { return soft(catalog, fact) && !is_alone(fact); };
    if (found.alone.empty()) {
      RC_ASSERT(!found.besides.has_value());
    } else {
      RC_ASSERT(found.besides == smallest_cut(whole, conclusion, others, {}));
    }
    RC_CLASSIFY(found.alone.size() > 1, "several carry it alone");
    RC_CLASSIFY(found.besides.has_value(), "and there are others");
  });
}

TEST_CASE("a check lists what a single judgement carries, and all of it", "[property][explain][firmness]") {
  rc::prop("without that statement it is not so, without any other it is", [] {
    const auto catalog = *random_catalog();
    const World world(texts_of(catalog));
    RC_ASSERT(wrong_about_lone_judgements(world) == "");
  });
}

}  // namespace michibiki::testing
