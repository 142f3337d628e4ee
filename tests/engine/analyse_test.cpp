#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// 図表32 in small: a storage, the data on it, the tape it is saved on; what shakes, what burns, what steals, what reads.
const World& machine_room() {
  static const World world(R"(
properties: [{id: confidentiality}, {id: integrity}, {id: availability}]
natures:
  - {id: thing}
  - {id: hardware, parent: thing}
  - {id: medium, parent: thing}
  - {id: sealed-medium, parent: medium}
  - {id: information}
  - {id: data, parent: information}
  - {id: log, parent: information}
mechanisms:
  - {id: shaking, acts-on: [{natures: [thing], properties: [availability]}]}
  - id: taking-away
    acts-on:
      - {natures: [thing], properties: [confidentiality, availability]}
      - {natures: [information], properties: [confidentiality]}
  - {id: overwriting, acts-on: [{natures: [information]}]}
components: [{id: storage, carries: [storage, service-data, storage-log]}, {id: tape, carries: [tape]}]
assets:
  - {id: storage, natures: [hardware]}
  - {id: service-data, natures: [data]}
  - {id: storage-log, natures: [log]}
  - {id: tape, natures: [medium]}
threats:
  - {id: disaster, group: true, mechanisms: [shaking]}
  - {id: earthquake, parent: disaster, harms: [availability]}
  - {id: theft, harms: [confidentiality, availability], mechanisms: [taking-away]}
  - {id: alteration, harms: [integrity], mechanisms: [overwriting]}
  - {id: staff-absence, harms: [availability]}
)");
  return world;
}

/// One asset of one nature and one threat that harms availability by one mechanism: does it reach the asset?
bool reaches(const std::string& natures, const std::string& mechanisms, const std::string& asset_nature,
             const std::string& mechanism) {
  const World world("properties: [{id: integrity}, {id: availability}]\nnatures:\n" + natures + "mechanisms:\n" +
                    mechanisms + "components: [{id: c, carries: [a]}]\nassets: [{id: a, natures: [" + asset_nature +
                    "]}]\nthreats: [{id: t, harms: [availability], mechanisms: [" + mechanism + "]}]\n");
  return !world.derive("instances: [c]").exposures().empty();
}

}  // namespace

TEST_CASE("an earthquake reaches the storage and not the data on it", "[engine][analyse]") {
  // 図表32 to 34: only direct harm counts.
  const auto derived = machine_room().derive("instances: [storage]");
  CHECK(derived.exposures() == Strings{"storage/storage earthquake availability",     //
                                       "storage/storage theft confidentiality",       //
                                       "storage/storage theft availability",          //
                                       "storage/service-data theft confidentiality",  //
                                       "storage/service-data alteration integrity",   //
                                       "storage/storage-log theft confidentiality",   //
                                       "storage/storage-log alteration integrity"});
}

TEST_CASE("whoever takes a tape has it, and its owner has not", "[engine][analyse]") {
  const auto derived = machine_room().derive("instances: [tape]");
  CHECK(derived.exposures() == Strings{"tape/tape earthquake availability", "tape/tape theft confidentiality",
                                       "tape/tape theft availability"});
}

TEST_CASE("threats that reach no asset are unreached, shown, not attached to something", "[engine][analyse]") {
  CHECK(machine_room().derive("instances: [storage]").unreached() == Strings{"staff-absence"});
  CHECK(machine_room().derive("instances: [tape]").unreached() == Strings{"alteration", "staff-absence"});
}

TEST_CASE("a heading is no threat, but what it says holds for the threats under it", "[engine][analyse]") {
  const auto derived = machine_room().derive("instances: [tape]");
  CHECK(derived.exposures().front() == "tape/tape earthquake availability");
  for (const auto& exposure : derived.exposures()) {
    CHECK_THAT(exposure, !Catch::Matchers::ContainsSubstring("disaster"));
  }
}

TEST_CASE("a threat harms the properties that it names, whatever its mechanism could do", "[engine][analyse]") {
  // Shaking acts on availability only, overwriting on all of them; the threat harms only integrity.
  const auto derived = machine_room().derive("instances: [storage]");
  CHECK_THROWS(derived.position_of_exposure("storage/service-data alteration availability"));
}

TEST_CASE("what acts on a nature acts on the more specific ones", "[engine][analyse]") {
  CHECK(reaches("  - {id: thing}\n  - {id: hardware, parent: thing}\n  - {id: disk, parent: hardware}\n",
                "  - {id: m, acts-on: [{natures: [thing]}]}\n", "disk", "m"));
}

TEST_CASE("spares beats acts-on at the more specific nature", "[engine][analyse]") {
  const std::string natures = "  - {id: medium}\n  - {id: sealed, parent: medium}\n  - {id: bag, parent: sealed}\n";
  const std::string dust = "  - {id: m, acts-on: [{natures: [medium]}], spares: [{natures: [sealed]}]}\n";
  CHECK(reaches(natures, dust, "medium", "m"));
  CHECK_FALSE(reaches(natures, dust, "sealed", "m"));
  CHECK_FALSE(reaches(natures, dust, "bag", "m"));
  SECTION("and acts-on beats spares where it is the more specific") {
    const std::string water = "  - {id: m, acts-on: [{natures: [bag]}], spares: [{natures: [medium]}]}\n";
    CHECK_FALSE(reaches(natures, water, "sealed", "m"));
    CHECK(reaches(natures, water, "bag", "m"));
  }
  SECTION("at the same nature spares wins, in whatever order they stand") {
    CHECK_FALSE(reaches(natures, "  - {id: m, acts-on: [{natures: [bag]}], spares: [{natures: [bag]}]}\n", "bag", "m"));
    CHECK_FALSE(reaches(natures, "  - {id: m, spares: [{natures: [bag]}], acts-on: [{natures: [bag]}]}\n", "bag", "m"));
  }
  SECTION("only for the property it names") {
    const std::string other =
        "  - {id: m, acts-on: [{natures: [medium]}], spares: [{natures: [sealed], properties: [integrity]}]}\n";
    CHECK(reaches(natures, other, "sealed", "m"));
  }
}

TEST_CASE("what acts on a property acts on those under it", "[engine][analyse]") {
  const auto exposures = [](const std::string& mechanism, const std::string& works = "") {
    const World world(
        "properties: [{id: integrity}, {id: authenticity, parent: integrity}]\nnatures: [{id: data}]\n"
        "mechanisms: [{id: m, " +
        mechanism +
        "}]\ncomponents: [{id: c, carries: [a]}]\n"
        "assets: [{id: a, natures: [data]}]\n"
        "threats: [{id: t, harms: [integrity, authenticity]}]\n"
        "links: [{id: w, kind: works-by, from: t, to: m" +
        works + "}]\n");
    return world.derive("instances: [c]").exposures();
  };
  const Strings both{"c/a t integrity", "c/a t authenticity"};
  CHECK(exposures("acts-on: [{natures: [data], properties: [integrity]}]") == both);
  CHECK(exposures("acts-on: [{natures: [data], properties: [authenticity]}]") == Strings{"c/a t authenticity"});
  CHECK(exposures("acts-on: [{natures: [data]}], spares: [{natures: [data], properties: [authenticity]}]") ==
        Strings{"c/a t integrity"});
  CHECK(exposures("acts-on: [{natures: [data]}], spares: [{natures: [data], properties: [integrity]}]").empty());
  CHECK(exposures("acts-on: [{natures: [data]}]", ", properties: [integrity]") == both);
}

TEST_CASE("a mechanism does what the more general one does unless it says otherwise", "[engine][analyse]") {
  const std::string natures = "  - {id: information}\n  - {id: log, parent: information}\n";
  const std::string general = "  - {id: damage, acts-on: [{natures: [information]}]}\n";
  CHECK(reaches(natures, general + "  - {id: fire, parent: damage}\n", "log", "fire"));
  SECTION("at the same nature the more specific mechanism decides") {
    CHECK_FALSE(reaches(natures, general + "  - {id: f, parent: damage, spares: [{natures: [information]}]}\n",
                        "information", "f"));
  }
  SECTION("the nature goes before the mechanism") {
    const std::string child = "  - {id: child, parent: root, acts-on: [{natures: [information]}]}\n";
    CHECK_FALSE(reaches(natures, "  - {id: root, spares: [{natures: [log]}]}\n" + child, "log", "child"));
    CHECK(reaches(natures, "  - {id: root, spares: [{natures: [log]}]}\n" + child, "information", "child"));
  }
}

TEST_CASE("an asset of two natures is exposed by either, once", "[engine][analyse]") {
  const World server(R"(
properties: [{id: availability}]
natures: [{id: hardware}, {id: software}]
mechanisms:
  - {id: shaking, acts-on: [{natures: [hardware]}]}
  - {id: wasting, acts-on: [{natures: [software, hardware]}]}
components: [{id: server, carries: [server]}]
assets: [{id: server, natures: [hardware, software]}]
threats:
  - {id: earthquake, harms: [availability], mechanisms: [shaking]}
  - {id: overload, harms: [availability], mechanisms: [wasting]}
)");
  const auto derived = server.derive("instances: [server]");
  CHECK(derived.exposures() == Strings{"server/server earthquake availability", "server/server overload availability"});
  CHECK(derived.derivation.analysis.exposures[0].grounds.size() == 1);
  CHECK(derived.derivation.analysis.exposures[1].grounds.size() == 2);
}

TEST_CASE("an exposure is as firm as the weakest premise of its firmest ground", "[engine][analyse]") {
  const World world(R"(
properties: [{id: availability}]
natures: [{id: hardware}]
mechanisms:
  - {id: shaking, acts-on: [{natures: [hardware], basis: {judgement: it breaks}}]}
  - {id: falling, acts-on: [{natures: [hardware], basis: unverified}]}
components: [{id: server, carries: [server]}]
assets: [{id: server, natures: [hardware]}]
threats: [{id: earthquake, harms: [availability], mechanisms: [falling, shaking]}]
)");
  const auto& analysis = world.derive("instances: [server]").derivation.analysis;
  REQUIRE(analysis.exposures.size() == 1);
  CHECK(analysis.exposures[0].grounds.size() == 2);
  CHECK(analysis.exposures[0].basis == BasisKind::judgement);
}

TEST_CASE("what a firmer statement says of all things of that nature holds as firmly of the special ones",
          "[engine][analyse]") {
  const auto basis_with = [](const std::string& spares) {
    const World world(R"(
natures: [{id: thing}, {id: medium, parent: thing}, {id: tape, parent: medium}]
mechanisms:
  - {id: m, acts-on: [{natures: [tape], basis: {judgement: ours}}, {natures: [thing]}], spares: [)" +
                      spares + R"(]}
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [tape]}]
threats: [{id: dust, mechanisms: [m]}]
)");
    const auto derived = world.derive("instances: [c]");
    REQUIRE(derived.exposures() == Strings{"c/a dust"});
    return derived.derivation.analysis.exposures[0].basis;
  };
  CHECK(basis_with("") == BasisKind::stated);
  CHECK(basis_with("{natures: [medium]}") == BasisKind::judgement);
  CHECK(basis_with("{natures: [thing]}") == BasisKind::judgement);
}

TEST_CASE("an exposure may be stated outright, beside what mechanisms give", "[engine][analyse]") {
  const World world(R"(
properties: [{id: integrity}, {id: availability}]
components: [{id: pc, carries: [pc]}, {id: server, carries: [web-server, db-server]}]
assets:
  - {id: pc}
  - {id: servers, group: true}
  - {id: web-server, parent: servers}
  - {id: db-server, parent: servers}
threats:
  - {id: mistake, harms: [integrity, availability]}
  - {id: flood, harms: [availability]}
links:
  - {id: m, kind: exposes, from: mistake, to: servers, properties: [integrity]}
  - {kind: exposes, from: flood, to: db-server}
)");
  SECTION("a heading stands for the assets under it, a limit by property holds") {
    CHECK(world.derive("instances: [server]").exposures() == Strings{"server/web-server mistake integrity",
                                                                     "server/db-server mistake integrity",
                                                                     "server/db-server flood availability"});
  }
  SECTION("other assets are not exposed because some are") {
    CHECK(world.derive("instances: [pc]").exposures().empty());
    CHECK(world.derive("instances: [pc]").unreached() == Strings{"mistake", "flood"});
  }
}

TEST_CASE("an exposure stated outright for one component type holds on components of that type", "[engine][analyse]") {
  const World world(R"(
components: [{id: outdoor, carries: [cabinet]}, {id: indoor, carries: [cabinet]}, {id: roof, parent: outdoor}]
assets: [{id: cabinet}]
threats: [{id: storm}]
links: [{id: x, kind: exposes, from: storm, to: cabinet, components: [outdoor]}]
)");
  CHECK(world.derive("instances: [indoor, outdoor, roof]").exposures() ==
        Strings{"outdoor/cabinet storm", "roof/cabinet storm"});
}

TEST_CASE("where a catalogue knows vulnerabilities, exposures are per vulnerability", "[engine][analyse]") {
  const World world(R"(
components: [{id: web, carries: [site]}, {id: mail, carries: [mailbox]}]
assets: [{id: site}, {id: mailbox}]
threats: [{id: intrusion}, {id: flood}]
vulnerabilities:
  - {id: weak-password, assets: [site], threats: [intrusion]}
  - {id: old-software, assets: [site], threats: [intrusion]}
  - {id: cellar, assets: [mailbox], threats: [flood]}
)");
  CHECK(world.derive("instances: [web, mail]").exposures() ==
        Strings{"web/site intrusion weak-password", "web/site intrusion old-software", "web/site flood",
                "mail/mailbox intrusion", "mail/mailbox flood cellar"});
}

TEST_CASE("a heading of vulnerabilities is none", "[engine][analyse]") {
  const World world(R"(
components: [{id: web, carries: [site]}]
assets: [{id: site}]
threats: [{id: intrusion}]
vulnerabilities:
  - {id: passwords, group: true, assets: [site], threats: [intrusion]}
  - {id: weak-password, parent: passwords, assets: [site], threats: [intrusion]}
)");
  CHECK(world.derive("instances: [web]").exposures() == Strings{"web/site intrusion weak-password"});
}

TEST_CASE("what is harmed because trust hides that it is spared is no firmer than that", "[engine][analyse]") {
  const auto basis_of = [](const std::string& spares) {
    const World world(R"(
natures: [{id: medium}, {id: sealed, parent: medium}]
mechanisms: [{id: m, acts-on: [{natures: [medium]}], spares: [)" +
                      spares + R"(]}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [sealed]}]
threats: [{id: dust, mechanisms: [m]}]
)");
    REQUIRE(world.derive("instances: [c]").exposures().empty());
    const auto derived = world.derive("instances: [c]", BasisKind::stated);
    REQUIRE(derived.exposures() == Strings{"c/a dust"});
    return derived.derivation.analysis.exposures[0].basis;
  };
  CHECK(basis_of("{natures: [sealed], basis: {judgement: ours}}") == BasisKind::judgement);
  CHECK(basis_of("{natures: [sealed], basis: unverified}") == BasisKind::unverified);
  CHECK(basis_of("{natures: [medium], basis: unverified}") == BasisKind::unverified);
  SECTION("as is what is in scope because trust hides that it is not") {
    const World world(R"(
components: [{id: c, carries: [a]}]
assets: [{id: a}]
threats: [{id: dust}]
exclusions: [{id: x, components: [c], basis: unverified}]
)");
    REQUIRE(world.derive("instances: [c]").exposures().empty());
    const auto derived = world.derive("instances: [c]", BasisKind::stated);
    REQUIRE(derived.exposures() == Strings{"c/a dust"});
    CHECK(derived.derivation.analysis.exposures[0].basis == BasisKind::unverified);
  }
}

TEST_CASE("withdrawn facts do not hold", "[engine][analyse]") {
  const auto without = [](const std::string& fact) {
    const auto view = machine_room().view().without({machine_room().fact(fact)});
    return machine_room().derive("instances: [tape]", view);
  };
  CHECK(without("threat earthquake").exposures() ==
        Strings{"tape/tape theft confidentiality", "tape/tape theft availability"});
  CHECK(without("threat earthquake").unreached() == Strings{"alteration", "staff-absence"});
  CHECK(without("mechanism taking-away").exposures() == Strings{"tape/tape earthquake availability"});
  CHECK(without("mechanism taking-away").unreached() == Strings{"theft", "alteration", "staff-absence"});
  CHECK(without("nature medium").exposures().empty());
  CHECK(without("property availability").exposures() == Strings{"tape/tape theft confidentiality"});
  SECTION("nor does what is said of a nature or mechanism that is withdrawn, also when it is said of several") {
    const World world(R"(
natures: [{id: thing}, {id: hardware, parent: thing}, {id: data}]
mechanisms: [{id: m, acts-on: [{natures: [thing, data]}]}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [hardware]}]
threats: [{id: t, mechanisms: [m]}]
)");
    CHECK(world.derive("instances: [c]").exposures() == Strings{"c/a t"});
    CHECK(world.derive("instances: [c]", world.view().without({world.fact("nature thing")})).exposures().empty());
  }
  SECTION("and what is left does not become a threat to everything") {
    const World world(R"(
natures: [{id: hardware}]
mechanisms: [{id: m, acts-on: [{natures: [hardware]}]}]
components: [{id: c, carries: [a, b]}]
assets: [{id: a, natures: [hardware]}, {id: b}]
threats: [{id: t, mechanisms: [m]}]
)");
    CHECK(world.derive("instances: [c]", world.view().without({world.fact("mechanism m")})).exposures().empty());
  }
}

}  // namespace michibiki::testing
