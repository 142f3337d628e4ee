#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// Components of 図表30 in small, a tree two deep; who operates them; what 3.3.1 leaves out.
const World& site() {
  static const World world(R"(
components:
  - {id: hardware, group: true, carries: [management-information]}
  - {id: server, parent: hardware, carries: [server, server-log]}
  - {id: web-server, parent: server, carries: [{is: web-cache, basis: unverified}, server-log]}
  - {id: storage, parent: hardware, carries: [storage]}
  - {id: user-terminal, carries: [user-terminal]}
  - {id: user-tablet, parent: user-terminal}
assets:
  - {id: storage}
  - {id: server}
  - {id: server-log}
  - {id: management-information}
  - {id: web-cache}
  - {id: user-terminal}
stakeholders:
  - {id: internal, group: true}
  - {id: management, parent: internal, always: true}
  - {id: operators, parent: internal}
  - {id: support, parent: internal}
  - {id: partner}
  - {id: data-centre}
  - {id: service-user}
exclusions:
  - {id: users-own-machines, components: [user-terminal]}
  - {id: users-own-services, operators: [service-user]}
)");
  return world;
}

}  // namespace

TEST_CASE("a component brings the assets that its type carries", "[engine][identify]") {
  CHECK(site().derive("instances: [storage]").assets() == Strings{"storage/storage", "storage/management-information"});
}

TEST_CASE("a subtype carries what its ancestors carry, each asset once", "[engine][identify]") {
  CHECK(site().derive("instances: [web-server]").assets() == Strings{"web-server/server", "web-server/server-log",
                                                                     "web-server/management-information",
                                                                     "web-server/web-cache"});
}

TEST_CASE("two servers run by two operators are two sets of assets", "[engine][identify]") {
  const auto derived = site().derive(R"(
instances:
  - {id: ours, type: server, operator: operators}
  - {id: theirs, type: server, operator: partner}
)");
  CHECK(derived.components() == Strings{"ours", "theirs"});
  CHECK(derived.assets() == Strings{"ours/server", "ours/server-log", "ours/management-information", "theirs/server",
                                    "theirs/server-log", "theirs/management-information"});
  CHECK(derived.stakeholders() == Strings{"management", "operators", "partner"});
}

TEST_CASE("a component of the user's own is out of scope and named with its exclusion", "[engine][identify]") {
  const auto derived = site().derive(R"(
instances:
  - server
  - {id: pc, type: user-terminal}
  - {id: their-store, type: storage, operator: service-user}
)");
  CHECK(derived.components() == Strings{"server"});
  CHECK(derived.out_of_scope() == Strings{"their-store: users-own-services", "pc: users-own-machines"});
}

TEST_CASE("an exclusion holds for the types under the one it names", "[engine][identify]") {
  CHECK(site().derive("instances: [user-tablet]").out_of_scope() == Strings{"user-tablet: users-own-machines"});
}

TEST_CASE("of several exclusions the first is named", "[engine][identify]") {
  const auto derived = site().derive("instances: [{id: pc, type: user-terminal, operator: service-user}]");
  CHECK(derived.out_of_scope() == Strings{"pc: users-own-machines"});
}

TEST_CASE("an exclusion that is withdrawn brings its components into scope", "[engine][identify]") {
  const auto view = site().view().without({site().fact("exclusion users-own-machines")});
  CHECK(site().derive("instances: [user-terminal]", view).assets() == Strings{"user-terminal/user-terminal"});
}

TEST_CASE("present are those who belong to every service and those who operate a component in scope",
          "[engine][identify]") {
  SECTION("nobody but the always present where no operator is named") {
    CHECK(site().derive("instances: [server]").stakeholders() == Strings{"management"});
  }
  SECTION("a heading stands for those under it and is never present itself") {
    CHECK(site().derive("instances: [{id: s, type: server, operator: internal}]").stakeholders() ==
          Strings{"management", "operators", "support"});
  }
  SECTION("who operates only what is out of scope is not there") {
    CHECK(site().derive("instances: [server, {id: x, type: storage, operator: service-user}]").stakeholders() ==
          Strings{"management"});
  }
}

TEST_CASE("a shared component knows the services that use it", "[engine][identify]") {
  const auto derived = site().derive(R"(
shared: [{id: disk, type: storage}, {id: rack, type: server}]
services:
  - {id: a, uses: [disk]}
  - {id: b, uses: [rack, disk], instances: [web-server]}
)");
  const auto& components = derived.derivation.inventory.components;
  CHECK(derived.components() == Strings{"rack", "web-server", "disk"});
  CHECK(components[0].used_by == std::vector<std::size_t>{1});
  CHECK(components[1].used_by == std::vector<std::size_t>{1});
  CHECK(components[2].used_by == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a shared component that no service uses is none of theirs", "[engine][identify]") {
  CHECK(site().derive("shared: [storage, server]\nservices: [{id: a, uses: [server]}]").components() ==
        Strings{"server"});
}

TEST_CASE("components stand in the order of their types in the catalogue, then of their ids", "[engine][identify]") {
  const Strings expected{"server", "back", "front", "storage"};
  CHECK(site()
            .derive("instances: [server, {id: back, type: web-server}, {id: front, type: web-server}, storage]")
            .components() == expected);
  CHECK(site()
            .derive("instances: [storage, {id: front, type: web-server}, server, {id: back, type: web-server}]")
            .components() == expected);
}

TEST_CASE("a part of what is out of scope is out of scope with it", "[engine][identify]") {
  const auto derived = site().derive(R"(
instances:
  - {id: pc, type: user-terminal}
  - {id: disk, type: storage, parent: pc}
  - {id: cache, type: server, parent: disk}
  - {id: rack, type: server}
  - {id: blade, type: server, parent: rack}
)");
  CHECK(derived.components() == Strings{"blade", "rack"});
  CHECK(derived.out_of_scope() ==
        Strings{"cache: users-own-machines", "disk: users-own-machines", "pc: users-own-machines"});
}

TEST_CASE("what a shared component is part of is shared, whatever a service calls its own", "[engine][identify]") {
  const auto derived = site().derive(R"(
shared: [{id: rack, type: user-terminal}, {id: shelf, type: server, parent: rack}]
services:
  - {id: one, instances: [{id: rack, type: server}, {id: box, type: storage, parent: shelf}], uses: [shelf]}
)");
  CHECK(derived.components() == Strings{"rack"});
  CHECK(derived.out_of_scope() == Strings{"shelf: users-own-machines", "box: users-own-machines"});
}

TEST_CASE("a component that trust takes out is withheld, not forgotten", "[engine][identify]") {
  const World world(R"(
components: [{id: server, carries: [server]}, {id: robot, basis: unverified, carries: [robot]}]
assets: [{id: server}, {id: robot}]
threats: [{id: fire}]
system-cases:
  - {id: judged, basis: {judgement: ours}, components: [server]}
  - {id: mixed, components: [server, {id: spare, type: server, basis: {judgement: ours}}]}
)");
  SECTION("for its type") {
    const auto derived = world.derive("instances: [server, robot]", BasisKind::judgement);
    CHECK(derived.components() == Strings{"server"});
    REQUIRE(derived.withheld() == Strings{"robot"});
    CHECK(derived.derivation.inventory.withheld[0].distrusted == world.fact("component robot"));
    CHECK(world.derive("instances: [server, robot]").withheld().empty());
  }
  SECTION("for the case that lists it, or its line there") {
    CHECK(world.derive("case: judged", BasisKind::stated).components().empty());
    CHECK(world.derive("case: judged", BasisKind::stated).withheld() == Strings{"server"});
    CHECK(world.derive("case: mixed", BasisKind::stated).components() == Strings{"server"});
    CHECK(world.derive("case: mixed", BasisKind::stated).withheld() == Strings{"spare"});
  }
  SECTION("while what the service lists itself needs nobody's word") {
    CHECK(world.derive("instances: [server]", BasisKind::stated).withheld().empty());
  }
  SECTION("and no exposure of it is firmer than the case is") {
    const auto derived = world.derive("case: mixed");
    REQUIRE(derived.exposures() == Strings{"server/server fire", "spare/server fire"});
    CHECK(derived.derivation.analysis.exposures[0].basis == BasisKind::stated);
    CHECK(derived.derivation.analysis.exposures[1].basis == BasisKind::judgement);
  }
  SECTION("one that a hypothesis takes away is simply not there") {
    const auto view = world.view(BasisKind::stated).without({world.fact("component robot")});
    CHECK(world.derive("instances: [server, robot]", view).withheld().empty());
  }
}

TEST_CASE("stakeholders are present in the services whose components they operate", "[engine][identify]") {
  const auto derived = site().derive(R"(
shared: [{id: disk, type: storage, operator: data-centre}]
services:
  - {id: a, uses: [disk], instances: [{id: s, type: server, operator: partner}]}
  - {id: b, uses: [disk], instances: [web-server]}
)");
  const auto& present = derived.derivation.inventory.stakeholders;
  REQUIRE(derived.stakeholders() == Strings{"management", "partner", "data-centre"});
  const auto services = [](const PresentStakeholder& who) {
    std::vector<std::size_t> found;
    for (const auto& in : who.services) found.push_back(in.service);
    return found;
  };
  CHECK(services(present[0]) == std::vector<std::size_t>{0, 1});
  CHECK(services(present[1]) == std::vector<std::size_t>{0});
  CHECK(services(present[2]) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a heading of exclusions leaves nothing out", "[engine][identify]") {
  const World world("components: [{id: c}]\nexclusions: [{id: x, group: true, components: [c]}]\n");
  CHECK(world.derive("instances: [c]").components() == Strings{"c"});
}

TEST_CASE("what is not known to be carried is no asset", "[engine][identify]") {
  SECTION("a link below the wanted trust") {
    CHECK(site().derive("instances: [web-server]", BasisKind::judgement).assets() ==
          Strings{"web-server/server", "web-server/server-log", "web-server/management-information"});
  }
  SECTION("an asset that is withdrawn") {
    const auto view = site().view().without({site().fact("asset server")});
    CHECK(site().derive("instances: [server]", view).assets() ==
          Strings{"server/server-log", "server/management-information"});
  }
  SECTION("a component type that is withdrawn") {
    const auto view = site().view().without({site().fact("component storage")});
    CHECK(site().derive("instances: [storage, server]", view).components() == Strings{"server"});
  }
}

TEST_CASE("a type lacks what it says it lacks, and so does what lies under it", "[engine][identify]") {
  const auto assets = [](const std::string& components, const std::string& type,
                         BasisKind trust = BasisKind::unverified) {
    return World("assets: [{id: disk}, {id: chip}]\ncomponents:\n  - {id: host, carries: [disk, chip]}\n" + components)
        .derive("instances: [" + type + "]", trust)
        .assets();
  };
  const std::string thin = "  - {id: thin, parent: host, lacks: [disk]}\n";
  CHECK(assets(thin, "host") == Strings{"host/disk", "host/chip"});
  CHECK(assets(thin, "thin") == Strings{"thin/chip"});
  CHECK(assets(thin + "  - {id: kiosk, parent: thin}\n", "kiosk") == Strings{"kiosk/chip"});
  SECTION("until something nearer carries it again") {
    CHECK(assets(thin + "  - {id: fat, parent: thin, carries: [disk]}\n", "fat") == Strings{"fat/disk", "fat/chip"});
  }
  SECTION("also where the same type says both, which is a contradiction") {
    CHECK(assets("  - {id: odd, parent: host, carries: [disk], lacks: [disk]}\n", "odd") == Strings{"odd/chip"});
  }
  SECTION("as far as it is believed") {
    const auto doubted = "  - {id: thin, parent: host, lacks: [{is: disk, basis: {judgement: ours}}]}\n";
    CHECK(assets(doubted, "thin", BasisKind::judgement) == Strings{"thin/chip"});
    CHECK(assets(doubted, "thin", BasisKind::stated) == Strings{"thin/disk", "thin/chip"});
  }
}

TEST_CASE("what a hidden statement may take away is there no more firmly than that", "[engine][identify]") {
  const World world(R"(
assets: [{id: disk}]
components: [{id: host, carries: [disk]}, {id: thin, parent: host, lacks: [{is: disk, basis: {judgement: ours}}]}]
threats: [{id: theft}]
)");
  const auto derived = world.derive("instances: [thin]", BasisKind::stated);
  REQUIRE(derived.derivation.inventory.assets.size() == 1);
  CHECK(derived.derivation.inventory.assets[0].carried_basis == BasisKind::judgement);
}

TEST_CASE("where no catalogue lists assets the service itself is the one asset", "[engine][identify]") {
  const World world("threats: [{id: fraud}]");
  CHECK(world.derive("").assets() == Strings{"-/-"});
}

TEST_CASE("where no catalogue lists components every asset stands on the service as a whole", "[engine][identify]") {
  const World world("assets: [{id: all, group: true}, {id: files, parent: all}, {id: mail}]\nthreats: [{id: fraud}]");
  CHECK(world.derive("").assets() == Strings{"-/files", "-/mail"});
  CHECK(world.derive("").exposures() == Strings{"-/files fraud", "-/mail fraud"});
}

TEST_CASE("who lies under the operator of a component is there as far as that one is believed", "[engine][identify]") {
  const World world(R"(
components: [{id: server, carries: [server]}]
assets: [{id: server}]
threats: [{id: theft}]
stakeholders: [{id: operators, group: true, basis: unverified}, {id: night-shift, parent: operators}]
)");
  const std::string service = "instances: [{id: own, type: server, operator: operators}]";
  const auto all = world.derive(service);
  REQUIRE(all.stakeholders() == Strings{"night-shift"});
  CHECK(all.derivation.inventory.stakeholders[0].services.at(0).basis == BasisKind::unverified);
  CHECK(world.derive(service, BasisKind::stated).stakeholders().empty());
}

TEST_CASE("an exclusion that names what is not believed may leave out what lies under it", "[engine][identify]") {
  const World world(R"(
components: [{id: terminal, group: true, basis: unverified}, {id: phone, parent: terminal}]
exclusions: [{id: theirs, components: [terminal]}]
)");
  CHECK(world.derive("instances: [phone]").out_of_scope() == Strings{"phone: theirs"});
  const auto stated = world.derive("instances: [phone]", BasisKind::stated);
  REQUIRE(stated.components() == Strings{"phone"});
  CHECK(stated.derivation.inventory.components[0].basis == BasisKind::unverified);
}

}  // namespace michibiki::testing
