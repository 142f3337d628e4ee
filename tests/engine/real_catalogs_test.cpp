#include "reports/derivation_json.hpp"
#include "reports/derivation_markdown.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

// What real catalogues need, shown by small ones of their shape: NIST SP 800-53, ISO/IEC 27002 beside JIS Q 27001, CSA CCM. Ids and short
// titles only.

namespace michibiki::testing {
namespace {

using Catch::Matchers::ContainsSubstring;

/// Shaped like NIST SP 800-53: families, enhancements under their controls, withdrawn controls, related and required ones.
const std::string nist = R"(
standards: [{id: sp800-53, title: SP 800-53}]
controls:
  - {id: AC, group: true, standard: sp800-53, title: Access control}
  - {id: AC-2, parent: AC, standard: sp800-53, title: Account management}
  - {id: AC-2.1, parent: AC-2, standard: sp800-53, title: Automated account management}
  - {id: AC-2.10, parent: AC-2, standard: sp800-53, title: Shared account credentials, status: withdrawn}
  - {id: AC-3, parent: AC, standard: sp800-53, title: Access enforcement}
  - {id: AC-13, parent: AC, standard: sp800-53, title: Supervision and review, status: withdrawn}
  - {id: AU, group: true, standard: sp800-53, title: Audit}
  - {id: AU-6, parent: AU, standard: sp800-53, title: Audit record review, replaces: AC-13}
  - {id: AU-12, parent: AU, standard: sp800-53, title: Audit record generation}
  - {id: AU-8, parent: AU, standard: sp800-53, title: Time stamps}
  - {id: SC, group: true, standard: sp800-53, title: System protection}
  - {id: SC-5, parent: SC, standard: sp800-53, title: Denial-of-service protection}
)";

const std::string fields = R"(
threats: [{id: misuse}, {id: flooding}]
)";

Strings requirements(const Derived& derived) {
  Strings found;
  for (const auto& requirement : derived.derivation.selection.requirements) {
    std::string by;
    for (const auto one : requirement.by) by += (by.empty() ? "" : "+") + derived.catalog().entry(one).code;
    found.push_back(by + " needs " + derived.catalog().entry(requirement.needed).code + " (" +
                    std::string(name_of(requirement.basis)) + ')');
  }
  return found;
}

Strings findings_of_load(const std::vector<NamedText>& texts) {
  Strings found;
  for (const auto& diagnostic : load_catalog(texts).diagnostics) found.emplace_back(name(diagnostic.kind));
  return found;
}

}  // namespace

TEST_CASE("families are headings: a control of one is derived, the family never", "[engine][real]") {
  const World world(nist + fields + "links: [{id: l, kind: mitigates, from: [AC-2, SC-5], to: misuse, join: any}]\n");
  CHECK(world.derive("").controls() == Strings{"AC-2", "SC-5"});
  SECTION("nor can it be said to mitigate anything itself") {
    const auto wrong = catalog_text(nist + fields + "links: [{kind: mitigates, from: AC, to: misuse}]\n");
    CHECK(findings_of_load({wrong}) == Strings{"wrong-kind"});
  }
}

TEST_CASE("an enhancement stands for itself, and brings its base control where it requires it", "[engine][real]") {
  const std::string links = "links:\n  - {kind: mitigates, from: AC-2.1, to: misuse}\n";
  CHECK(World(nist + fields + links).derive("").controls() == Strings{"AC-2.1"});
  const World world(nist + fields + links + "  - {kind: requires, from: AC-2.1, to: AC-2}\n");
  const auto derived = world.derive("");
  CHECK(derived.controls() == Strings{"AC-2", "AC-2.1"});
  CHECK(requirements(derived) == Strings{"AC-2.1 needs AC-2 (stated)"});
  SECTION("the base answers nothing by that") {
    CHECK(derived.control_answers("-/- misuse") == Strings{"AC-2.1"});
    CHECK(derived.coverage_of("-/- misuse").depth == 1);
  }
}

TEST_CASE("an enhancement whose base an overlay withdraws is an error until its author says what becomes of it",
          "[engine][real]") {
  const auto base = catalog_text(nist + fields + "links: [{kind: mitigates, from: AC-2.1, to: misuse}]\n", "nist");
  const auto without = [&](const std::string& more) {
    return catalog_text("edits:\n  - {withdraw: control AC-2}\n" + more, "tailored", "nist");
  };
  CHECK(findings_of_load({base, without("")}) == Strings{"unknown-id"});
  // AC-2.10 has been withdrawn before, and needs nothing.
  CHECK(World({base, without("  - {withdraw: control AC-2.1}\n")}).derive("").controls().empty());
  CHECK(World({base, without("  - {replace: control AC-2.1, field: parent, was: AC-2, is: AC}\n")})
            .derive("")
            .controls() == Strings{"AC-2.1"});
}

TEST_CASE("a withdrawn control is kept and never derived, and its id means what it was incorporated into",
          "[engine][real]") {
  const World world(nist + fields + "links: [{kind: mitigates, from: AC-13, to: misuse}]\n");
  CHECK(world.catalog().controls.find("AC-13"));
  CHECK(world.derive("").controls() == Strings{"AU-6"});
  SECTION("one that nothing replaces takes its links along") {
    const World gone(nist + fields + "links: [{kind: mitigates, from: AC-2.10, to: misuse}]\n");
    CHECK(gone.derive("").controls().empty());
    CHECK(gone.derive("").uncovered() == Strings{"-/- misuse", "-/- flooding"});
  }
  SECTION("one that was split into two has to be told apart") {
    const auto split = catalog_text(nist + "  - {id: AC-99, parent: AC, replaces: AC-13}\n" + fields);
    CHECK(findings_of_load({split}).empty());
    const auto used = catalog_text("links: [{kind: mitigates, from: AC-13, to: misuse}]\n", "used", "field");
    CHECK(findings_of_load({split, used}) == Strings{"unknown-id"});
  }
}

TEST_CASE("what a control requires is selected with it, over any number of steps and in circles", "[engine][real]") {
  const World world(nist + fields + R"(
links:
  - {kind: mitigates, from: AU-6, to: misuse}
  - {kind: requires, from: AU-6, to: AU-12}
  - {kind: requires, from: AU-12, to: AU-8, basis: {judgement: a record without its time is worth little}}
  - {kind: requires, from: AU-8, to: AU-12}
  - {kind: requires, from: SC-5, to: AC-3}
)");
  const auto derived = world.derive("");
  CHECK(derived.controls() == Strings{"AU-6", "AU-12", "AU-8"});
  CHECK(requirements(derived) ==
        Strings{"AU-6 needs AU-12 (stated)", "AU-8 needs AU-12 (judgement)", "AU-12 needs AU-8 (judgement)"});
  SECTION("as far as it is believed") {
    CHECK(world.derive("", BasisKind::stated).controls() == Strings{"AU-6", "AU-12"});
  }
  SECTION("and not what an overlay has withdrawn") {
    const auto view = world.view().without({world.fact("control AU-12")});
    CHECK(world.derive("", view).controls() == Strings{"AU-6"});
  }
}

TEST_CASE("what several require together is not needed by one of them, and a limit says where it is needed",
          "[engine][real]") {
  const World world(R"(
components: [{id: server, carries: [data]}, {id: phone, carries: [data]}]
assets: [{id: data}]
threats: [{id: misuse}, {id: loss}]
measures: [{id: lock}, {id: wipe}, {id: register}, {id: escort}, {id: inventory}]
links:
  - {kind: counters, from: lock, to: misuse}
  - {id: w, kind: counters, from: wipe, to: loss, components: [phone]}
  - {id: both, kind: requires, from: [lock, wipe], to: register}
  - {id: racks, kind: requires, from: lock, to: escort, components: [server]}
  - {id: any, kind: requires, from: [escort, register], to: inventory, join: any}
)");
  CHECK(world.derive("instances: [server]").measures() == Strings{"lock", "escort", "inventory"});
  CHECK(world.derive("instances: [phone]").measures() == Strings{"lock", "wipe", "register", "inventory"});
  CHECK(requirements(world.derive("instances: [phone]")) ==
        Strings{"lock+wipe needs register (stated)", "register needs inventory (stated)"});
}

TEST_CASE("a measure that is required has its reference values where those are that require it", "[engine][real]") {
  const World world(R"(
units: [{id: d, dimension: duration, factor: 86400}]
stakeholders: [{id: staff, always: true}]
threats: [{id: misuse}]
measures:
  - {id: review}
  - {id: training}
  - {id: log, indicators: [{key: kept, stricter: higher, value: 90 d}]}
  - {id: clock, indicators: [{key: error, stricter: lower, value: 1 d}]}
links:
  - {kind: counters, from: review, to: misuse}
  - {kind: requires, from: review, to: log}
  - {kind: involves, from: staff, to: training}
  - {kind: requires, from: training, to: clock}
)");
  CHECK(world.derive("").values() == Strings{"log.kept [service] -: 90 d", "clock.error [service] -: 1 d"});
}

TEST_CASE("the whole report tells in every form who requires a control, and what is related to it", "[engine][real]") {
  const World world(nist + fields + R"(
links:
  - {kind: mitigates, from: AU-6, to: misuse}
  - {kind: requires, from: AU-6, to: AU-12, because: nothing to review otherwise}
  - {kind: related, from: AC-3, to: AU-6, because: both watch over access}
)");
  const auto derived = world.derive("");
  const DerivationReport report{derived.view, derived.portfolio, derived.derivation};
  const auto markdown = derivation_markdown(report, Language::en);
  CHECK_THAT(markdown, ContainsSubstring("Audit record generation (required by AU-6)") &&
                           ContainsSubstring("nothing to review otherwise") && ContainsSubstring("Related controls") &&
                           ContainsSubstring("both watch over access"));
  CHECK_THAT(derivation_json(report), ContainsSubstring("\"link\": \"AU-6 requires AU-12\"") &&
                                          ContainsSubstring("\"related\": [\"AC-3 related AU-6\"]"));
  CHECK(derived.controls() == Strings{"AU-6", "AU-12"});  // what is only related is not selected
}

TEST_CASE("three standards beside one another, mapped: each derives by its own links alone", "[engine][real]") {
  const auto threats = catalog_text("threats: [{id: outage}, {id: leak}]\n", "threats");
  const auto iso = catalog_text(R"(
standards: [{id: iso-27002-2022, title: ISO/IEC 27002:2022}]
controls:
  - {id: iso/5, group: true, standard: iso-27002-2022, title: Organizational controls}
  - {id: iso/5.29, parent: iso/5, standard: iso-27002-2022, title: Security during disruption}
  - {id: iso/8.13, standard: iso-27002-2022, title: Information backup}
links: [{id: iso/outage, kind: mitigates, from: [iso/5.29, iso/8.13], to: outage, join: any}]
)",
                                "iso", "threats");
  const auto jis = catalog_text(R"(
standards: [{id: jis-q-27001-2006, title: JIS Q 27001:2006}]
controls:
  - {id: jis/A.10.5.1, standard: jis-q-27001-2006, title: 情報のバックアップ}
  - {id: jis/A.11.3.3, standard: jis-q-27001-2006, title: クリアデスク}
links:
  - {kind: mitigates, from: jis/A.10.5.1, to: outage}
  - {kind: maps, from: jis/A.10.5.1, to: iso/8.13, relation: equal}
  - {kind: mitigates, from: jis/A.11.3.3, to: nothing, because: neither threat is about desks}
  - {kind: maps, from: jis/A.11.3.3, to: nothing, because: this sample has no counterpart}
)",
                                "jis", "iso");
  const auto ccm = catalog_text(R"(
standards: [{id: ccm-v1, title: CSA CCM}]
controls:
  - {id: DG, group: true, standard: ccm-v1, title: Data governance}
  - {id: DG-07, parent: DG, standard: ccm-v1, title: Information leakage}
links: [{kind: mitigates, from: DG-07, to: leak}]
)",
                                "ccm", "threats");
  const World world({jis, ccm, threats, iso});
  const auto derived = world.derive("");
  CHECK(derived.controls() == Strings{"DG-07", "iso/5.29", "iso/8.13", "jis/A.10.5.1"});
  CHECK(derived.control_answers("-/- outage") == Strings{"iso/5.29", "iso/8.13", "jis/A.10.5.1"});
  CHECK(derived.control_answers("-/- leak") == Strings{"DG-07"});
  SECTION("what is declared not mappable is there with its reason, and derives nothing") {
    std::size_t declared = 0;
    for (const auto& link : world.catalog().links) {
      if (!link.to.empty()) continue;
      ++declared;
      CHECK_FALSE(link.because.empty());
    }
    CHECK(declared == 2);
  }
}

TEST_CASE("a link may be limited by property, origin, nature, component and asset, alone and all at once",
          "[engine][real]") {
  const std::string sections = R"(
properties: [{id: secrecy}, {id: uptime}]
origins: [{id: adversarial}, {id: insider, parent: adversarial}, {id: accidental}]
natures: [{id: information}, {id: personal, parent: information}]
mechanisms: [{id: reading, acts-on: [{natures: [information]}]}]
components: [{id: cloud, carries: [crm]}, {id: tenant, parent: cloud, carries: [log]}]
assets: [{id: crm, natures: [personal]}, {id: log, natures: [information]}]
threats:
  - {id: spying, origin: insider, harms: [secrecy], mechanisms: [reading]}
  - {id: slip, origin: accidental, harms: [secrecy, uptime], mechanisms: [reading]}
controls: [{id: C}]
)";
  const auto answered = [&](const std::string& limits) {
    const World world(sections + "links: [{id: l, kind: mitigates, from: C, to: [spying, slip]" + limits + "}]\n");
    return world.derive("instances: [tenant]").covered();
  };
  CHECK(answered("").size() == 6);
  CHECK(answered(", properties: [uptime]") == Strings{"tenant/crm slip uptime", "tenant/log slip uptime"});
  CHECK(answered(", origins: [adversarial]") == Strings{"tenant/crm spying secrecy", "tenant/log spying secrecy"});
  CHECK(answered(", natures: [personal]").size() == 3);  // all of them of the CRM's data
  CHECK(answered(", natures: [information]").size() == 6);
  CHECK(answered(", components: [cloud]").size() == 6);
  CHECK(answered(", assets: [log]").size() == 3);
  CHECK(answered(", properties: [secrecy], origins: [accidental], components: [tenant], assets: [crm]") ==
        Strings{"tenant/crm slip secrecy"});
}

TEST_CASE("what types inherit an overlay overrides: an asset more, an asset less, another place in the tree",
          "[engine][real]") {
  const auto base = catalog_text(R"(
natures: [{id: thing}, {id: machine, parent: thing}, {id: sealed, parent: machine}]
mechanisms: [{id: opening, acts-on: [{natures: [thing]}], spares: [{natures: [sealed]}]}]
components:
  - {id: host, carries: [disk]}
  - {id: appliance, parent: host}
  - {id: sensor, parent: appliance, carries: [chip]}
assets: [{id: disk, natures: [machine]}, {id: chip, natures: [sealed]}]
threats: [{id: tampering, mechanisms: [opening]}]
)");
  CHECK(World({base}).derive("instances: [sensor]").exposures() == Strings{"sensor/disk tampering"});
  const auto overlaid = [&](const std::string& edit) {
    return World({base, catalog_text("edits: [" + edit + "]\n", "overlay", "field")}).derive("instances: [sensor]");
  };
  CHECK(overlaid("{withdraw: component host, field: carries, was: disk}").assets() == Strings{"sensor/chip"});
  CHECK(overlaid("{withdraw: component sensor, field: parent, was: appliance}").assets() == Strings{"sensor/chip"});
  CHECK(overlaid("{replace: asset chip, field: natures, was: sealed, is: machine}").exposures() ==
        Strings{"sensor/disk tampering", "sensor/chip tampering"});
  CHECK(overlaid("{add: mechanism opening, field: spares, is: {natures: [machine]}}").exposures().empty());
}

}  // namespace michibiki::testing
