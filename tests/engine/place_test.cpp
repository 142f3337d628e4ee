#include <algorithm>
#include <iterator>

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// Components in the classes of 図表30, purposes, origins and people: what a placement table may ask of a measure.
std::string guideline(const std::string& more) {
  return R"(
origins: [{id: malicious}, {id: insider, parent: malicious}, {id: non-human}]
threats:
  - {id: disaster, group: true}
  - {id: earthquake, parent: disaster, origin: non-human}
  - {id: any, group: true}
  - {id: intrusion, parent: any, origin: insider}
  - {id: dust, parent: any, origin: non-human}
  - {id: rumour}
purposes: [{id: backup}, {id: monitoring}]
components:
  - {id: class-1, group: true}
  - {id: server, parent: class-1}
  - {id: storage, parent: class-1}
  - {id: class-3, group: true}
  - {id: building, parent: class-3}
stakeholders: [{id: internal, group: true}, {id: staff, parent: internal, always: true}, {id: partner}]
chapters: [{id: III.1}, {id: III.2}, {id: III.3}, {id: III.5}]
)" + more;
}

/// The chapter of the one measure under one rule; "-" when the rule does not hold.
std::string chapter(const std::string& when, const std::string& measure, const std::string& links = "") {
  const World world(guideline("measures: [{id: m, " + measure + "}]\nplacement: [{when: {" + when +
                              "}, then: III.1}]\n" + (links.empty() ? "" : "links:\n" + links)));
  const auto placement = place(world.view(), MeasureId{0});
  return placement.chapter ? world.catalog().chapters[*placement.chapter].code : "-";
}

}  // namespace

TEST_CASE("of the placement rules the first that holds gives the chapter", "[engine][place]") {
  const World world(guideline(R"(
measures: [{id: m, aims-at: [backup], implemented-on: [storage]}, {id: n, implemented-on: [building]}]
placement:
  - {when: {aims-at: [monitoring]}, then: III.5}
  - {when: {implemented-within: [class-1]}, then: III.2}
  - {when: {aims-at: [backup]}, then: III.1}
  - {then: III.3}
)"));
  const auto placement = place(world.view(), MeasureId{0});
  REQUIRE(placement.chapter.has_value());
  CHECK(world.catalog().chapters[*placement.chapter].code == "III.2");
  CHECK(placement.rule == world.catalog().placement[1].fact);
  CHECK(world.catalog().chapters[*place(world.view(), MeasureId{1}).chapter].code == "III.3");
}

TEST_CASE("a measure that no rule places has no chapter", "[engine][place]") {
  CHECK(chapter("aims-at: [monitoring]", "aims-at: [backup]") == "-");
}

TEST_CASE("every condition of a placement rule must hold", "[engine][place]") {
  const std::string when = "aims-at: [backup], implemented-within: [class-1]";
  CHECK(chapter(when, "aims-at: [backup], implemented-on: [storage]") == "III.1");
  CHECK(chapter(when, "aims-at: [backup], implemented-on: [building]") == "-");
  CHECK(chapter(when, "aims-at: [monitoring], implemented-on: [storage]") == "-");
}

TEST_CASE("a measure lies within a class of components when all it is implemented on does", "[engine][place]") {
  CHECK(chapter("implemented-within: [class-1]", "implemented-on: [server, storage]") == "III.1");
  CHECK(chapter("implemented-within: [class-1]", "implemented-on: [server, building]") == "-");
  CHECK(chapter("implemented-within: [class-1, class-3]", "implemented-on: [server, building]") == "III.1");
  SECTION("and nowhere when it is implemented on nothing") {
    CHECK(chapter("implemented-within: [class-1]", "aims-at: [backup]") == "-");
  }
}

TEST_CASE("one component among others is enough where the rule asks for any", "[engine][place]") {
  CHECK(chapter("implemented-on-any: [class-3]", "implemented-on: [server, building]") == "III.1");
  CHECK(chapter("implemented-on-any: [class-3]", "implemented-on: [server]") == "-");
}

TEST_CASE("a rule by origin asks for the origins of all threats that the measure counters", "[engine][place]") {
  const std::string natural = "counters-origins: [non-human]";
  CHECK(chapter(natural, "title: m", "  - {kind: counters, from: m, to: earthquake}\n") == "III.1");
  CHECK(chapter(natural, "title: m", "  - {kind: counters, from: m, to: disaster}\n") == "III.1");
  CHECK(chapter(natural, "title: m", "  - {id: l, kind: counters, from: m, to: [earthquake, intrusion]}\n") == "-");
  CHECK(chapter(natural, "title: m", "  - {kind: counters, from: m, to: any}\n") == "-");
  CHECK(chapter("counters-origins: [malicious]", "title: m", "  - {kind: counters, from: m, to: intrusion}\n") ==
        "III.1");
  SECTION("a measure that counters nothing has none") { CHECK(chapter(natural, "title: m") == "-"); }
  SECTION("a threat of no known origin is of none of these") {
    CHECK(chapter(natural, "title: m", "  - {id: l, kind: counters, from: m, to: [earthquake, rumour]}\n") == "-");
  }
  SECTION("of a heading only what the link's limits leave is countered") {
    CHECK(chapter(natural, "title: m", "  - {id: l, kind: counters, from: m, to: any, origins: [non-human]}\n") ==
          "III.1");
    CHECK(chapter(natural, "title: m", "  - {id: l, kind: counters, from: m, to: any, threats: [dust]}\n") == "III.1");
  }
}

TEST_CASE("a rule by people asks for one of those involved", "[engine][place]") {
  const std::string by_staff = "  - {id: l, kind: involves, from: [staff, partner], to: m}\n";
  CHECK(chapter("obliges-any: [internal]", "title: m", by_staff) == "III.1");
  CHECK(chapter("obliges-any: [partner]", "title: m", by_staff) == "III.1");
  CHECK(chapter("obliges-any: [partner]", "title: m", "  - {kind: involves, from: staff, to: m}\n") == "-");
}

TEST_CASE("a placement rule below the wanted trust places nothing, nor does its absence", "[engine][place]") {
  const World world(guideline(R"(
measures: [{id: m, aims-at: [backup]}, {id: n, aims-at: [monitoring]}, {id: o, aims-at: [{is: backup, basis: unverified}]}]
placement:
  - {when: {aims-at: [backup]}, then: III.1, basis: unverified}
  - {then: III.5}
)"));
  const auto chapter_in = [&](const View& view, std::size_t measure) {
    const auto placement = place(view, MeasureId{measure});
    return placement.chapter ? world.catalog().chapters[*placement.chapter].code : "-";
  };
  const auto rule = world.catalog().placement[0].fact;
  const auto firm = world.view(BasisKind::judgement);
  CHECK(chapter_in(world.view(), 0) == "III.1");
  SECTION("no later rule decides in place of one that would hold") {
    CHECK(chapter_in(firm, 0) == "-");
    CHECK(place(firm, MeasureId{0}).withheld == rule);
  }
  SECTION("also where what it asks for is hidden too") { CHECK(chapter_in(firm, 2) == "-"); }
  SECTION("what surely does not hold stands in no rule's way") { CHECK(chapter_in(firm, 1) == "III.5"); }
  SECTION("and a rule that a hypothesis takes away is not there") {
    CHECK(chapter_in(firm.without({rule}), 0) == "III.5");
    CHECK(chapter_in(world.view().without({rule}), 0) == "III.5");
  }
  SECTION("nor one whose chapter is taken away") {
    CHECK(chapter_in(world.view().without({world.fact("chapter III.1")}), 0) == "III.5");
  }
}

TEST_CASE("placement never reads ids", "[engine][place]") {
  // The same three measures under every permutation of their ids, which look like the numbers of chapters.
  const std::string text = guideline(R"(
measures:
  - {id: "@1", implemented-on: [server]}
  - {id: "@2", implemented-on: [building]}
  - {id: "@3", aims-at: [monitoring]}
placement:
  - {when: {aims-at: [monitoring]}, then: III.1}
  - {when: {implemented-within: [class-1]}, then: III.2}
  - {when: {implemented-within: [class-3]}, then: III.3}
)");
  Strings ids{"III.1.1", "III.2.1", "III.3.1"};
  do {
    auto named = text;
    for (std::size_t i = 0; i < ids.size(); ++i) named.replace(named.find("@" + std::to_string(i + 1)), 2, ids[i]);
    const World world(named);
    Strings chapters;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      chapters.push_back(world.catalog().chapters[*place(world.view(), MeasureId{i}).chapter].code);
    }
    CHECK(chapters == Strings{"III.2", "III.3", "III.1"});
  } while (std::next_permutation(ids.begin(), ids.end()));
}

TEST_CASE("every selected measure has its placement, in the same order", "[engine][place]") {
  const World world(guideline(R"(
measures: [{id: z, aims-at: [backup]}, {id: y, aims-at: [monitoring]}, {id: x}]
placement: [{when: {aims-at: [monitoring]}, then: III.1}, {when: {aims-at: [backup]}, then: III.2}]
links:
  - {kind: counters, from: x, to: earthquake}
  - {kind: counters, from: y, to: dust}
  - {kind: involves, from: staff, to: z}
)"));
  const auto derived = world.derive("instances: [server]");
  CHECK(derived.chapters() == Strings{"z: III.2", "y: III.1", "x: -"});
}

TEST_CASE("a threat is of an origin as far as that origin is believed", "[engine][place]") {
  const World world(R"(
origins: [{id: malicious, basis: unverified}, {id: insider, parent: malicious}]
threats: [{id: theft, origin: malicious}, {id: leak, origin: insider}]
chapters: [{id: III.1}, {id: III.2}]
measures: [{id: m}, {id: n}]
placement: [{when: {counters-origins: [malicious]}, then: III.1}, {then: III.2}]
links: [{kind: counters, from: m, to: theft}, {kind: counters, from: n, to: leak}]
)");
  for (const MeasureId measure : {MeasureId{0}, MeasureId{1}}) {
    const auto all = place(world.view(), measure);
    REQUIRE(all.chapter.has_value());
    CHECK(world.catalog().chapters[*all.chapter].code == "III.1");
    const auto stated = place(world.view(BasisKind::stated), measure);
    CHECK_FALSE(stated.chapter.has_value());
    CHECK(stated.withheld.has_value());
  }
}

}  // namespace michibiki::testing
