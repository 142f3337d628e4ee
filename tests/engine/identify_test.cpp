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
  CHECK(site().derive("instances: [storage]").assets() == Strings{"storage/management-information", "storage/storage"});
}

TEST_CASE("a subtype carries what its ancestors carry, each asset once", "[engine][identify]") {
  CHECK(site().derive("instances: [web-server]").assets() == Strings{"web-server/management-information",
                                                                     "web-server/server", "web-server/server-log",
                                                                     "web-server/web-cache"});
}

TEST_CASE("two servers run by two operators are two sets of assets", "[engine][identify]") {
  const auto derived = site().derive(R"(
instances:
  - {id: ours, type: server, operator: operators}
  - {id: theirs, type: server, operator: partner}
)");
  CHECK(derived.components() == Strings{"ours", "theirs"});
  CHECK(derived.assets() == Strings{"ours/management-information", "ours/server", "ours/server-log",
                                    "theirs/management-information", "theirs/server", "theirs/server-log"});
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
  CHECK(derived.out_of_scope() == Strings{"pc: users-own-machines", "their-store: users-own-services"});
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
  CHECK(derived.components() == Strings{"disk", "rack", "web-server"});
  CHECK(components[0].used_by == std::vector<std::size_t>{0, 1});
  CHECK(components[1].used_by == std::vector<std::size_t>{1});
  CHECK(components[2].used_by == std::vector<std::size_t>{1});
}

TEST_CASE("what is not known to be carried is no asset", "[engine][identify]") {
  SECTION("a link below the wanted trust") {
    CHECK(site().derive("instances: [web-server]", BasisKind::judgement).assets() ==
          Strings{"web-server/management-information", "web-server/server", "web-server/server-log"});
  }
  SECTION("an asset that is withdrawn") {
    const auto view = site().view().without({site().fact("asset server")});
    CHECK(site().derive("instances: [server]", view).assets() ==
          Strings{"server/management-information", "server/server-log"});
  }
  SECTION("a component type that is withdrawn") {
    const auto view = site().view().without({site().fact("component storage")});
    CHECK(site().derive("instances: [storage, server]", view).components() == Strings{"server"});
  }
}

TEST_CASE("where no catalogue lists assets the service itself is the one asset", "[engine][identify]") {
  const World world("threats: [{id: fraud}]");
  CHECK(world.derive("").assets() == Strings{"-/-"});
}

}  // namespace michibiki::testing
