// What is proposed where no measure covers, and that a proposal never covers.
#include "engine/propose.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"
#include "tests/support/derivation_rows.hpp"

namespace michibiki::testing {
namespace {

/// A disk in a rack and a file on a desk; a lock keeps thieves from the rack, nobody can be called away from a disk.
const std::string office = R"(
properties: [{id: secrecy}, {id: use}]
origins: [{id: people}]
natures: [{id: thing}, {id: paper, parent: thing}, {id: person}]
mechanisms:
  - {id: taking, acts-on: [{natures: [thing], properties: [secrecy, use]}]}
  - {id: burning, acts-on: [{natures: [thing], properties: [use]}]}
  - {id: calling-away, acts-on: [{natures: [person], properties: [use]}]}
components: [{id: rack, carries: [disk]}, {id: desk, carries: [file]}]
assets: [{id: disk, natures: [thing]}, {id: file, natures: [paper]}]
threats:
  - {id: people-do, group: true}
  - {id: theft, parent: people-do, origin: people, harms: [secrecy, use], mechanisms: [taking]}
  - {id: absence, parent: people-do, origin: people, harms: [use], mechanisms: [calling-away]}
  - {id: fire, harms: [use], mechanisms: [burning]}
controls: [{id: fire-safety}]
measures: [{id: lock}]
treatments: [{id: patrol}, {id: copies}, {id: deputies, basis: {judgement: ours}}]
)";
const std::string answers = R"(
links:
  - {id: lock/theft, kind: counters, from: lock, to: theft, components: [rack]}
  - {kind: mitigates, from: fire-safety, to: fire}
)";
const std::string both = "instances: [rack, desk]";

Strings told(const Catalog& catalog, const std::vector<Proposal>& proposals) {
  Strings all;
  for (const auto& proposal : proposals) {
    std::string text;
    for (const auto treatment : proposal.treatments)
      text += (text.empty() ? "" : "+") + catalog.treatments[treatment].code;
    all.push_back(text + " (" + std::string(name_of(proposal.basis)) + ')');
  }
  return all;
}

struct Proposed {
  explicit Proposed(const std::string& links, BasisKind trust = BasisKind::unverified)
      : derived(World(office + answers + links).derive(both, trust)) {}

  Strings against(std::string_view exposure) const {
    return told(derived.catalog(), derived.derivation.proposals.exposures.at(derived.position_of_exposure(exposure)));
  }
  Strings against_unreached() const {
    REQUIRE(derived.unreached() == Strings{"absence"});
    return told(derived.catalog(), derived.derivation.proposals.unreached.at(0));
  }

  Derived derived;
};

}  // namespace

TEST_CASE("a treatment is proposed against an exposure that no measure covers, be there a control or not",
          "[engine][propose]") {
  const Proposed proposed("  - {id: t, kind: treats, from: patrol, to: [theft, fire]}\n");
  CHECK(proposed.against("desk/file theft secrecy") == Strings{"patrol (stated)"});
  CHECK(proposed.against("rack/disk fire use") == Strings{"patrol (stated)"});
  CHECK(proposed.against("rack/disk theft secrecy").empty());  // which the lock covers
}

TEST_CASE("a proposal covers nothing: all else is derived as if it were not there", "[engine][propose]") {
  const Proposed with("  - {id: t, kind: treats, from: [patrol, copies], to: [people-do, fire]}\n");
  const Proposed without("");
  CHECK(rows(with.derived) == rows(without.derived));
  CHECK(with.derived.derivation.coverage.open == without.derived.derivation.coverage.open);
  for (const auto& proposals : without.derived.derivation.proposals.exposures) CHECK(proposals.empty());
}

TEST_CASE("a treatment is proposed only where its limits hold", "[engine][propose]") {
  const auto only = [](const std::string& limit) {
    const Proposed proposed("  - {id: t, kind: treats, from: copies, to: [theft, fire], " + limit + "}\n");
    Strings open;
    for (const auto& exposure : proposed.derived.exposures()) {
      if (!proposed.against(exposure).empty()) open.push_back(exposure);
    }
    return open;
  };
  CHECK(only("properties: [secrecy]") == Strings{"desk/file theft secrecy"});
  CHECK(only("components: [rack]") == Strings{"rack/disk fire use"});
  CHECK(only("assets: [file], threats: [fire]") == Strings{"desk/file fire use"});
  CHECK(only("natures: [paper], origins: [people]") == Strings{"desk/file theft secrecy", "desk/file theft use"});
}

TEST_CASE("a threat that reaches nothing has the treatments that name it, or the heading above it",
          "[engine][propose]") {
  CHECK(Proposed("  - {kind: treats, from: deputies, to: absence}\n").against_unreached() ==
        Strings{"deputies (judgement)"});
  CHECK(Proposed("  - {kind: treats, from: patrol, to: people-do}\n").against_unreached() ==
        Strings{"patrol (stated)"});
  CHECK(Proposed("  - {kind: treats, from: patrol, to: theft}\n").against_unreached().empty());
}

TEST_CASE(
    "of the limits of a treatment, those by what a threat harms and where it comes from hold also when it reaches "
    "nothing",
    "[engine][propose]") {
  const auto limited = [](const std::string& limit) {
    return Proposed("  - {id: t, kind: treats, from: copies, to: absence, " + limit + "}\n").against_unreached();
  };
  CHECK(limited("properties: [use], origins: [people]").size() == 1);
  CHECK(limited("properties: [secrecy]").empty());
  CHECK(limited("components: [rack]").empty());
  CHECK(limited("assets: [disk]").empty());
}

TEST_CASE("treatments of one link are proposed together, of several links each for itself", "[engine][propose]") {
  CHECK(Proposed("  - {id: t, kind: treats, from: [patrol, copies], to: fire}\n").against("desk/file fire use") ==
        Strings{"patrol+copies (stated)"});
  CHECK(Proposed("  - {id: t, kind: treats, from: [patrol, copies], to: fire, join: any}\n")
            .against("desk/file fire use") == Strings{"patrol (stated)", "copies (stated)"});
}

TEST_CASE("a proposal is as firm as the weakest of what it rests on, and hidden below the wanted trust",
          "[engine][propose]") {
  const std::string links =
      "  - {kind: treats, from: deputies, to: fire}\n"
      "  - {kind: treats, from: copies, to: fire, basis: unverified}\n";
  CHECK(Proposed(links).against("desk/file fire use") == Strings{"deputies (judgement)", "copies (unverified)"});
  CHECK(Proposed(links, BasisKind::judgement).against("desk/file fire use") == Strings{"deputies (judgement)"});
  CHECK(Proposed(links, BasisKind::stated).against("desk/file fire use").empty());
}

TEST_CASE("in a catalogue without assets a treatment is proposed for the service itself", "[engine][propose]") {
  const World world(
      "threats: [{id: theft}]\nmeasures: [{id: lock}]\ntreatments: [{id: patrol}]\n"
      "links: [{kind: treats, from: patrol, to: theft}]\n");
  const auto derived = world.derive("");
  REQUIRE(derived.exposures() == Strings{"-/- theft"});
  CHECK(told(derived.catalog(), derived.derivation.proposals.exposures.at(0)) == Strings{"patrol (stated)"});
}

TEST_CASE("what a threat that reaches nothing harms is believed as it is of one that reaches something",
          "[engine][propose]") {
  const World world(R"(
properties: [{id: secrecy, basis: unverified}, {id: use}]
natures: [{id: thing}]
mechanisms: [{id: burning, acts-on: [{natures: [thing]}]}]
assets: [{id: disk, natures: [thing]}]
threats: [{id: fire, harms: [use], mechanisms: [burning]}, {id: gossip, harms: [secrecy]}]
treatments: [{id: silence}]
links: [{id: t, kind: treats, from: silence, to: gossip, properties: [secrecy]}]
)");
  const auto against = [&](BasisKind trust) {
    const auto derived = world.derive("", trust);
    REQUIRE(derived.unreached() == Strings{"gossip"});
    return told(world.catalog(), derived.derivation.proposals.unreached.at(0));
  };
  CHECK(against(BasisKind::unverified) == Strings{"silence (unverified)"});
  CHECK(against(BasisKind::judgement).empty());
}

}  // namespace michibiki::testing
