#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// A server made of hardware and software, a storage and the data on it; threats of two origins; what answers them follows.
std::string room(const std::string& more) {
  return R"(
properties: [{id: confidentiality}, {id: integrity}, {id: availability}]
origins: [{id: malicious}, {id: insider, parent: malicious}, {id: non-human}]
natures: [{id: hardware}, {id: software}, {id: data}]
mechanisms:
  - {id: shaking, acts-on: [{natures: [hardware], properties: [availability]}]}
  - {id: overwriting, acts-on: [{natures: [data, software]}]}
components:
  - {id: machine, group: true}
  - {id: server, parent: machine, carries: [server]}
  - {id: storage, parent: machine, carries: [storage, service-data]}
assets:
  - {id: things, group: true}
  - {id: server, parent: things, natures: [hardware, software]}
  - {id: storage, parent: things, natures: [hardware]}
  - {id: service-data, natures: [data]}
threats:
  - {id: disaster, group: true}
  - {id: earthquake, parent: disaster, origin: non-human, harms: [availability], mechanisms: [shaking]}
  - {id: flood, parent: disaster, origin: non-human, harms: [availability], mechanisms: [shaking]}
  - {id: alteration, origin: insider, harms: [integrity, availability], mechanisms: [overwriting]}
)" + more;
}

const std::string everything = "instances: [server, storage]";

/// Which exposures the one measure `m` covers when its one link has these limits.
Strings covered_with(const std::string& limits) {
  const World world(room("measures: [{id: m}]\nlinks: [{id: l, kind: counters, from: m, " + limits + "}]\n"));
  return world.derive(everything).covered();
}

}  // namespace

TEST_CASE("a backup of the storage answers the storage's exposures and so protects the data on it",
          "[engine][select]") {
  // The note under 図表34: the earthquake threatens the storage; a storage that does not break, or its backup, protects the data.
  const World world(room(R"(
measures: [{id: backup}, {id: access-control}]
links:
  - {id: backup/disaster, kind: counters, from: backup, to: disaster, assets: [storage]}
  - {id: access-control/data, kind: counters, from: access-control, to: alteration, natures: [data]}
)"));
  const auto derived = world.derive("instances: [storage]");
  CHECK(derived.exposures() == Strings{"storage/storage earthquake availability", "storage/storage flood availability",
                                       "storage/service-data alteration integrity",
                                       "storage/service-data alteration availability"});
  CHECK(derived.covered() == derived.exposures());
  CHECK(derived.answers("storage/storage earthquake availability") == Strings{"backup"});
  CHECK(derived.answers("storage/service-data alteration integrity") == Strings{"access-control"});
  SECTION("access control does nothing for the storage in an earthquake") {
    const auto view = world.view().without({world.fact("measure backup")});
    CHECK(world.derive("instances: [storage]", view).uncovered() ==
          Strings{"storage/storage earthquake availability", "storage/storage flood availability"});
  }
}

TEST_CASE("a measure limited to software does not answer an earthquake on the server", "[engine][select]") {
  // The server has both natures; what counts is the one that is harmed.
  CHECK(covered_with("to: [earthquake, alteration], natures: [software]") ==
        Strings{"server/server alteration integrity", "server/server alteration availability"});
  CHECK(covered_with("to: [earthquake, alteration], natures: [hardware]") ==
        Strings{"server/server earthquake availability", "storage/storage earthquake availability"});
}

TEST_CASE("a limit by nature asks for the natures of an asset whose exposure is stated outright", "[engine][select]") {
  const World world(R"(
natures: [{id: paper}, {id: data}]
components: [{id: office, carries: [file, mail]}]
assets: [{id: file, natures: [paper]}, {id: mail, natures: [data]}]
threats: [{id: fire}]
measures: [{id: safe}]
links:
  - {id: fire/all, kind: exposes, from: fire, to: [file, mail]}
  - {id: safe/fire, kind: counters, from: safe, to: fire, natures: [paper]}
)");
  CHECK(world.derive("instances: [office]").covered() == Strings{"office/file fire"});
}

TEST_CASE("a measure answers a threat where the limits of its link hold, and everywhere without any",
          "[engine][select]") {
  struct Row {
    std::string limits;
    Strings covered;
  };
  const std::vector<Row> rows{
      {"to: alteration",
       {"server/server alteration integrity", "server/server alteration availability",
        "storage/service-data alteration integrity", "storage/service-data alteration availability"}},
      {"to: alteration, properties: [integrity]",
       {"server/server alteration integrity", "storage/service-data alteration integrity"}},
      {"to: earthquake, components: [server]", {"server/server earthquake availability"}},
      {"to: earthquake, components: [machine]",
       {"server/server earthquake availability", "storage/storage earthquake availability"}},
      {"to: earthquake, assets: [things]",
       {"server/server earthquake availability", "storage/storage earthquake availability"}},
      {"to: alteration, assets: [service-data]",
       {"storage/service-data alteration integrity", "storage/service-data alteration availability"}},
      {"to: [earthquake, alteration], origins: [malicious], properties: [availability]",
       {"server/server alteration availability", "storage/service-data alteration availability"}},
      {"to: disaster, threats: [flood], components: [storage]", {"storage/storage flood availability"}},
      // Every limit given must hold.
      {"to: alteration, natures: [software], components: [storage]", {}},
      {"to: alteration, natures: [data], properties: [confidentiality]", {}},
  };
  for (const auto& row : rows) {
    INFO(row.limits);
    CHECK(covered_with(row.limits) == row.covered);
  }
}

TEST_CASE("a limit by vulnerability holds where that vulnerability is what is exposed", "[engine][select]") {
  const World world(R"(
components: [{id: web, carries: [site]}]
assets: [{id: site}]
threats: [{id: intrusion}]
vulnerabilities:
  - {id: weak-password, assets: [site], threats: [intrusion]}
  - {id: old-software, assets: [site], threats: [intrusion]}
measures: [{id: patching}]
links: [{id: p, kind: counters, from: patching, to: intrusion, vulnerabilities: [old-software]}]
)");
  const auto derived = world.derive("instances: [web]");
  CHECK(derived.covered() == Strings{"web/site intrusion old-software"});
  CHECK(derived.uncovered() == Strings{"web/site intrusion weak-password"});
}

TEST_CASE("a heading among the threats stands for those under it", "[engine][select]") {
  CHECK(covered_with("to: disaster, components: [storage]") ==
        Strings{"storage/storage earthquake availability", "storage/storage flood availability"});
}

TEST_CASE("a measure that answers nothing here is not selected", "[engine][select]") {
  const World world(room(R"(
measures: [{id: backup}, {id: access-control}]
links:
  - {kind: counters, from: backup, to: earthquake}
  - {id: a, kind: counters, from: access-control, to: alteration, natures: [data]}
)"));
  CHECK(world.derive("instances: [server]").measures() == Strings{"backup"});
  CHECK(world.derive(everything).measures() == Strings{"backup", "access-control"});
}

TEST_CASE("a control reached by two threats is selected once, with both", "[engine][select]") {
  const World world(room(R"(
controls: [{id: A.9.1.4}, {id: A.14.1.1}]
links:
  - {id: c, kind: mitigates, from: A.9.1.4, to: [earthquake, flood], components: [storage]}
  - {id: d, kind: mitigates, from: A.9.1.4, to: disaster, components: [storage]}
)"));
  const auto derived = world.derive(everything);
  CHECK(derived.controls() == Strings{"A.9.1.4"});
  CHECK(derived.derivation.selection.controls[0].exposures.size() == 2);
  CHECK(derived.control_answers("storage/storage flood availability") == Strings{"A.9.1.4", "A.9.1.4"});
}

TEST_CASE("`join: all` counts only together, one hidden member opens the exposure", "[engine][select]") {
  const auto joined = [](const std::string& join) {
    return World(
        room("measures: [{id: detector}, {id: guard, basis: unverified}]\nlinks:\n"
             "  - {id: l, kind: counters, from: [detector, guard], to: earthquake, components: [server]" +
             join + "}\n"));
  };
  const std::string exposure = "server/server earthquake availability";
  for (const std::string all : {"", ", join: all"}) {
    const auto world = joined(all);
    CHECK(world.derive("instances: [server]").answers(exposure) == Strings{"detector+guard"});
    CHECK(world.derive("instances: [server]").measures() == Strings{"detector", "guard"});
    CHECK(world.derive("instances: [server]", BasisKind::judgement).answers(exposure).empty());
    CHECK(world.derive("instances: [server]", BasisKind::judgement).measures().empty());
    const auto view = world.view().without({world.fact("measure detector")});
    CHECK(world.derive("instances: [server]", view).covered().empty());
  }
  SECTION("`join: any`: each counts alone") {
    const auto world = joined(", join: any");
    CHECK(world.derive("instances: [server]").answers(exposure) == Strings{"detector", "guard"});
    CHECK(world.derive("instances: [server]", BasisKind::judgement).answers(exposure) == Strings{"detector"});
  }
}

TEST_CASE("trust masks the links below it and what they answered is open again", "[engine][select]") {
  const World world(room(R"(
measures: [{id: backup}, {id: spare}]
links:
  - {id: b, kind: counters, from: backup, to: earthquake, components: [storage], basis: {judgement: a copy restores}}
  - {id: s, kind: counters, from: spare, to: earthquake, components: [storage], basis: unverified}
)"));
  const std::string exposure = "storage/storage earthquake availability";
  CHECK(world.derive(everything).answers(exposure) == Strings{"backup", "spare"});
  CHECK(world.derive(everything, BasisKind::judgement).answers(exposure) == Strings{"backup"});
  CHECK(world.derive(everything, BasisKind::stated).answers(exposure).empty());
  SECTION("an answer is as firm as the weaker of the exposure and the link") {
    const auto derived = world.derive(everything);
    const auto& supports = derived.derivation.selection.answers[derived.position_of_exposure(exposure)].measures;
    CHECK(supports[0].basis == BasisKind::judgement);
    CHECK(supports[1].basis == BasisKind::unverified);
  }
}

TEST_CASE("a link to a heading that is withdrawn does not hold for the threats under it", "[engine][select]") {
  const World world(
      room("measures: [{id: m}]\nlinks: [{id: l, kind: counters, from: m, to: [disaster, alteration]}]\n"));
  const auto view = world.view().without({world.fact("threat disaster")});
  CHECK(world.derive("instances: [storage]", view).covered() ==
        Strings{"storage/service-data alteration integrity", "storage/service-data alteration availability"});
}

TEST_CASE("a measure of part II follows from the stakeholders present: no partner, no partner measure",
          "[engine][select]") {
  const World world(R"(
components: [{id: server, carries: [server]}]
assets: [{id: server}]
roles: [{id: acts}]
stakeholders:
  - {id: management, always: true}
  - {id: outside, group: true}
  - {id: partner, parent: outside}
  - {id: data-centre, parent: outside}
measures: [{id: II.1.1}, {id: II.2.2}, {id: II.3.1}]
links:
  - {id: policy, kind: involves, from: management, to: II.1.1, role: acts}
  - {id: agreement, kind: involves, from: outside, to: II.2.2, role: acts}
  - {id: partnership, kind: involves, from: partner, to: II.3.1, role: acts, basis: unverified}
)");
  CHECK(world.derive("instances: [server]").measures() == Strings{"II.1.1"});
  CHECK(world.derive("instances: [{id: s, type: server, operator: data-centre}]").measures() ==
        Strings{"II.1.1", "II.2.2"});
  const std::string with_partner = "instances: [{id: s, type: server, operator: partner}]";
  CHECK(world.derive(with_partner).obligations() ==
        Strings{"management: II.1.1", "partner: II.2.2", "partner: II.3.1"});
  SECTION("and a measure is obliged only as far as the link is trusted") {
    CHECK(world.derive(with_partner, BasisKind::judgement).measures() == Strings{"II.1.1", "II.2.2"});
  }
}

TEST_CASE("who is present in one service of a portfolio obliges nobody in another", "[engine][select]") {
  const World world(R"(
components: [{id: server}]
stakeholders: [{id: management, always: true}, {id: partner}]
measures: [{id: agreement}, {id: joint-exercise}, {id: policy}]
links:
  - {kind: involves, from: partner, to: agreement}
  - {kind: involves, from: management, to: policy}
  - {id: j, kind: involves, from: [management, partner], to: joint-exercise}
)");
  const auto derived = world.derive(R"(
services:
  - {id: alone, instances: [server]}
  - {id: joined, instances: [{id: s, type: server, operator: partner}]}
)");
  Strings found;
  for (const auto& obligation : derived.derivation.selection.obligations) {
    auto row = derived.catalog().stakeholders[obligation.stakeholder].code + ": " +
               derived.catalog().measures[obligation.measure].code + " in";
    for (const auto& in : obligation.services) row += ' ' + derived.portfolio.services[in.service].code;
    found.push_back(row);
  }
  CHECK(found == Strings{"management: policy in alone joined", "management: joint-exercise in joined",
                         "partner: agreement in joined", "partner: joint-exercise in joined"});
}

TEST_CASE("stakeholders that a link joins are involved together or not at all", "[engine][select]") {
  const auto involved = [](const std::string& join) {
    const World world(R"(
components: [{id: server}]
stakeholders: [{id: management, always: true}, {id: partner}]
measures: [{id: joint-exercise}]
links:
  - {id: j, kind: involves, from: [management, partner], to: joint-exercise)" +
                      join + "}\n");
    return std::pair(world.derive("instances: [server]").obligations(),
                     world.derive("instances: [{id: s, type: server, operator: partner}]").obligations());
  };
  const Strings both{"management: joint-exercise", "partner: joint-exercise"};
  CHECK(involved("") == std::pair(Strings{}, both));
  CHECK(involved(", join: any") == std::pair(Strings{"management: joint-exercise"}, both));
}

TEST_CASE("a heading of measures that stakeholders are involved in stands for the measures under it",
          "[engine][select]") {
  const World world(R"(
stakeholders: [{id: staff, always: true}]
measures:
  - {id: training, group: true}
  - {id: induction, parent: training}
  - {id: refresher, parent: training}
links: [{kind: involves, from: staff, to: training}]
)");
  CHECK(world.derive("").measures() == Strings{"induction", "refresher"});
}

TEST_CASE("selected measures stand in the order of the catalogue, whatever found them first", "[engine][select]") {
  const World world(room(R"(
stakeholders: [{id: staff, always: true}]
measures: [{id: c}, {id: a}, {id: b}]
links:
  - {kind: counters, from: b, to: earthquake}
  - {kind: involves, from: staff, to: a}
  - {kind: counters, from: c, to: alteration}
)"));
  CHECK(world.derive(everything).measures() == Strings{"c", "a", "b"});
}

TEST_CASE("a direct statement about some natures of an asset is answered through those alone", "[engine][select]") {
  const auto covered = [](const std::string& limit_of_exposes, const std::string& limit_of_counters) {
    const World world(R"(
natures: [{id: data}, {id: log, parent: data}, {id: medium}]
components: [{id: disk, carries: [disk]}]
assets: [{id: disk, natures: [log, medium]}]
threats: [{id: reading}]
measures: [{id: lock}]
links:
  - {id: e, kind: exposes, from: reading, to: disk)" +
                      limit_of_exposes + "}\n  - {id: c, kind: counters, from: lock, to: reading, natures: [" +
                      limit_of_counters + "]}\n");
    return world.derive("instances: [disk]").covered().size() == 1;
  };
  CHECK(covered(", natures: [data]", "log"));
  CHECK_FALSE(covered(", natures: [data]", "medium"));
  CHECK(covered("", "medium"));
}

TEST_CASE("a limit holds by what it names as far as that is believed", "[engine][select]") {
  const World world(R"(
properties: [{id: safety, basis: unverified}, {id: secrecy, parent: safety}]
origins: [{id: people, basis: unverified}, {id: thieves, parent: people}, {id: weather, basis: {judgement: ours}}]
natures: [{id: data, basis: unverified}, {id: log, parent: data}]
components: [{id: machine, basis: unverified}, {id: disk, parent: machine, carries: [disk]}]
assets: [{id: thing, basis: unverified}, {id: disk, parent: thing, natures: [log]}]
threats:
  - {id: harm, group: true, basis: unverified}
  - {id: theft, parent: harm, origin: thieves, harms: [secrecy]}
  - {id: storm, origin: weather, harms: [secrecy]}
measures: [{id: by-property}, {id: by-origin}, {id: by-nature}, {id: by-component}, {id: by-asset}, {id: by-threat}, {id: roof}]
links:
  - {id: e, kind: exposes, from: [theft, storm], to: disk, join: any}
  - {id: p, kind: counters, from: by-property, to: theft, properties: [safety]}
  - {id: o, kind: counters, from: by-origin, to: theft, origins: [people]}
  - {id: n, kind: counters, from: by-nature, to: theft, natures: [data]}
  - {id: c, kind: counters, from: by-component, to: theft, components: [machine]}
  - {id: a, kind: counters, from: by-asset, to: theft, assets: [thing]}
  - {id: t, kind: counters, from: by-threat, to: theft, threats: [harm]}
  - {id: r, kind: counters, from: roof, to: storm, origins: [weather]}
)");
  const auto all = world.derive("instances: [disk]");
  REQUIRE(all.measures().size() == 7);
  for (const auto& answer : all.derivation.selection.answers) {
    for (const auto& support : answer.measures) {
      const bool roof = all.catalog().measures[support.measures.front()].code == "roof";
      CHECK(support.basis == (roof ? BasisKind::judgement : BasisKind::unverified));
    }
  }
  CHECK(world.derive("instances: [disk]", BasisKind::judgement).measures() == Strings{"roof"});
  CHECK(world.derive("instances: [disk]", BasisKind::stated).measures().empty());
}

TEST_CASE("of several that a limit names the firmest that fits counts", "[engine][select]") {
  const World world(R"(
natures: [{id: data, basis: unverified}, {id: log, parent: data}]
assets: [{id: file, natures: [log]}]
threats: [{id: reading}]
measures: [{id: lock}]
links:
  - {id: e, kind: exposes, from: reading, to: file}
  - {id: c, kind: counters, from: lock, to: reading, natures: [data, log]}
)");
  for (const auto trust : {BasisKind::unverified, BasisKind::stated}) {
    const auto derived = world.derive("", trust);
    REQUIRE(derived.covered().size() == 1);
    CHECK(derived.derivation.selection.answers[0].measures.at(0).basis == BasisKind::stated);
  }
}

TEST_CASE("those who are to act together do so in each of thousands of services", "[engine][select]") {
  const World world(R"(
components: [{id: disk, carries: [disk]}]
assets: [{id: disk}]
threats: [{id: theft}]
measures: [{id: drill}]
stakeholders: [{id: staff, always: true}, {id: guards, always: true}]
links: [{id: i, kind: involves, from: [staff, guards], to: drill}]
)");
  constexpr std::size_t services = 4000;
  std::string text = "shared: [disk]\nservices:\n";
  for (std::size_t i = 0; i < services; ++i) text += "  - {id: w" + std::to_string(i) + ", uses: [disk]}\n";
  const auto derived = world.derive(text);
  REQUIRE(derived.obligations() == Strings{"staff: drill", "guards: drill"});
  CHECK(derived.derivation.selection.obligations[0].services.size() == services);
}

}  // namespace michibiki::testing
