#include <algorithm>

#include "tests/support/derivation_rows.hpp"
#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {
namespace {

struct Example {
  RandomCatalog catalog;
  RandomService service;
};

Example example() {
  auto catalog = *random_catalog();
  auto service = *random_service(catalog);
  return {std::move(catalog), std::move(service)};
}

bool contains_all(Strings whole, Strings part) {
  std::sort(whole.begin(), whole.end());
  std::sort(part.begin(), part.end());
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

}  // namespace

TEST_CASE("every exposure has exactly one status and the totals add up", "[property][engine][cover]") {
  rc::prop("covered, control-only and uncovered make all; accepted and open make what is not covered", [] {
    const auto [catalog, service] = example();
    auto text = text_of(service);
    const auto threat = std::find_if(catalog.threats.begin(), catalog.threats.end(),
                                     [](const RandomCatalog::Threat& t) { return !t.group; });
    if (!catalog.assets.empty() && threat != catalog.threats.end()) {
      text += "accepted: [{asset: a0, threat: t" + std::to_string(threat - catalog.threats.begin()) +
              ", reason: small, by: Sato, on: 2026-11-22}]\n";
    }
    const auto derived = World(texts_of(catalog)).derive(text);
    const auto& coverage = derived.derivation.coverage;
    RC_ASSERT(coverage.exposures.size() == derived.derivation.analysis.exposures.size());
    RC_ASSERT(coverage.covered + coverage.control_only + coverage.uncovered == coverage.exposures.size());
    RC_ASSERT(coverage.accepted + coverage.open == coverage.control_only + coverage.uncovered);
    RC_ASSERT(coverage.single_point <= coverage.covered);
    RC_ASSERT(derived.covered().size() == coverage.covered);
    RC_ASSERT(derived.control_only().size() == coverage.control_only);
    RC_ASSERT(derived.uncovered().size() == coverage.uncovered);
    for (const auto& exposure : coverage.exposures) {
      RC_ASSERT((exposure.status == CoverageStatus::covered) == (exposure.depth > 0));
    }
  });
}

TEST_CASE("every selected measure has a support that holds", "[property][engine][select]") {
  rc::prop("an exposure that its link answers, a stakeholder that is present, or what requires it and is selected", [] {
    const auto [catalog, service] = example();
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    const auto derived = World(texts_of(catalog)).derive(text_of(service), trust);
    const auto& selection = derived.derivation.selection;
    for (const auto& selected : selection.measures) {
      RC_ASSERT(derived.view.holds(ref(selected.measure)));
      RC_ASSERT(!selected.open() || !selected.open_exposures.empty() || !selected.open_obligations.empty() ||
                !selected.open_requirements.empty());
      for (const auto i : selected.exposures) {
        const auto& supports = selection.answers[i].measures;
        RC_ASSERT(std::any_of(supports.begin(), supports.end(), [&](const MeasureSupport& support) {
          return derived.view.holds(support.link) && std::find(support.measures.begin(), support.measures.end(),
                                                               selected.measure) != support.measures.end();
        }));
      }
      for (const auto i : selected.obligations) {
        const auto& obligation = selection.obligations[i];
        const auto present = derived.stakeholders();
        RC_ASSERT(obligation.measure == selected.measure);
        RC_ASSERT(derived.view.holds(obligation.link));
        RC_ASSERT(std::find(present.begin(), present.end(),
                            derived.catalog().stakeholders[obligation.stakeholder].code) != present.end());
      }
      for (const auto i : selected.requirements) {
        const auto& requirement = selection.requirements[i];
        const auto certain = derived.measures();
        RC_ASSERT(requirement.needed == ref(selected.measure));
        RC_ASSERT(derived.view.holds(requirement.link));
        RC_ASSERT(!requirement.by.empty());
        for (const auto by : requirement.by)
          RC_ASSERT(std::find(certain.begin(), certain.end(), derived.catalog().entry(by).code) != certain.end());
      }
    }
  });
}

TEST_CASE("every exposure has grounds that hold and a basis no firmer than they are", "[property][engine][analyse]") {
  rc::prop("each premise of a ground holds in the view", [] {
    const auto [catalog, service] = example();
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    const World world(texts_of(catalog));
    const auto derived = world.derive(text_of(service), trust);
    for (const auto& exposure : derived.derivation.analysis.exposures) {
      RC_ASSERT(!exposure.grounds.empty());
      auto firmest = BasisKind::unverified;
      for (const auto& ground : exposure.grounds) {
        RC_ASSERT(derived.view.holds(ground.harms));
        for (const auto link : {ground.works_by, ground.acts_on, ground.has_nature, ground.exposes}) {
          if (!link) continue;
          RC_ASSERT(derived.view.holds(*link));
          RC_ASSERT(ground.basis <= derived.catalog().fact(derived.catalog().link(*link).fact).basis.kind);
        }
        firmest = std::max(firmest, ground.basis);
      }
      RC_ASSERT(exposure.basis <= firmest);
    }
  });
}

TEST_CASE("an exposure that appears as trust hides what stood against it is no firmer than what is hidden",
          "[property][engine][analyse]") {
  rc::prop("less firm than what is trusted", [] {
    auto [catalog, service] = example();
    for (auto& link : catalog.links) link.vulnerabilities.clear();
    catalog.vulnerabilities.clear();
    const World world(texts_of(catalog));
    const auto all = world.derive(text_of(service)).exposures();
    for (const auto trust : {BasisKind::judgement, BasisKind::stated}) {
      const auto derived = world.derive(text_of(service), trust);
      for (std::size_t i = 0; i < derived.derivation.analysis.exposures.size(); ++i) {
        if (std::find(all.begin(), all.end(), derived.name_of_exposure(i)) != all.end()) continue;
        RC_ASSERT(derived.derivation.analysis.exposures[i].basis < trust);
      }
    }
  });
}

TEST_CASE("trust shows exactly what is firm enough: a conclusion is as firm as the weakest of its premises",
          "[property][engine][analyse]") {
  // Where nothing is spared, lacking or excluded and no vulnerability is known: hiding those exposes more, or otherwise.
  rc::prop("an exposure is there at a level of trust when its basis reaches it", [] {
    auto [catalog, service] = example();
    for (auto& mechanism : catalog.mechanisms) mechanism.spares.clear();
    for (auto& component : catalog.components) component.lacks.clear();
    for (auto& link : catalog.links) link.vulnerabilities.clear();
    catalog.exclusions.clear();
    catalog.vulnerabilities.clear();
    const World world(texts_of(catalog));
    const auto all = world.derive(text_of(service));
    for (const auto trust : {BasisKind::judgement, BasisKind::stated}) {
      Strings firm;
      for (std::size_t i = 0; i < all.derivation.analysis.exposures.size(); ++i) {
        if (all.derivation.analysis.exposures[i].basis >= trust) firm.push_back(all.name_of_exposure(i));
      }
      RC_ASSERT(world.derive(text_of(service), trust).exposures() == firm);
    }
  });
}

TEST_CASE("more components never mean fewer measures nor fewer exposures", "[property][engine]") {
  rc::prop("what holds for a service holds for it with one component more", [] {
    const auto [catalog, service] = example();
    auto larger = service;
    const auto more = *random_service(catalog);
    larger.instances.insert(larger.instances.end(), more.instances.begin(), more.instances.end());
    const World world(texts_of(catalog));
    const auto before = world.derive(text_of(service));
    const auto after = world.derive(text_of(larger));
    RC_ASSERT(contains_all(after.exposures(), before.exposures()));
    RC_ASSERT(contains_all(after.covered(), before.covered()));
    RC_ASSERT(contains_all(after.measures(), before.measures()));
    RC_ASSERT(contains_all(after.controls(), before.controls()));
    RC_ASSERT(contains_all(after.stakeholders(), before.stakeholders()));
    RC_ASSERT(contains_all(before.unreached(), after.unreached()));
  });
}

TEST_CASE("locality: a service of one component alone has exactly that component's rows", "[property][engine]") {
  rc::prop("with the same grounds, answers, depth and status", [] {
    const auto [catalog, service] = example();
    const World world(texts_of(catalog));
    const auto whole = world.derive(text_of(service));
    for (std::size_t i = 0; i < service.instances.size(); ++i) {
      const RandomService one{{service.instances[i]}, service.pattern};
      const auto part = world.derive(text_of(one));
      // Alone it is i0; in the whole it is i0, i1 …
      auto expected = rows_of_component(whole, "i" + std::to_string(i));
      for (auto& row : expected) row.replace(1, row.find('/') - 1, "0");
      RC_ASSERT(rows_of_component(part, "i0") == expected);
    }
  });
}

}  // namespace michibiki::testing
