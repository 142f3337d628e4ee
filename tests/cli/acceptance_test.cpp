// `check --added` and `check --service-type`: what a maintainer is told, and what a wrong call is told.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string manifest(const std::string& id, const std::string& depends_on = "") {
  return "catalog: {schema: 1, id: " + id + ", version: 1.0.0, released: 2026-01-01, title: {ja: 一, en: One}, " +
         "licence: CC0-1.0, depends-on: [" + depends_on +
         "]}\nbasis: {judgement: {ja: 見た, en: seen}, by: us, on: 2026-01-01}\n";
}

const std::string base = R"(
natures: [{id: thing, title: {ja: 物, en: Thing}}]
mechanisms: [{id: taking, title: {ja: 盗り, en: Taking}, acts-on: [{natures: [thing], because: {ja: 消える, en: gone}}]}]
components: [{id: rack, title: {ja: 棚, en: Rack}, carries: [disk]}]
assets: [{id: disk, title: {ja: 円盤, en: Disk}, natures: [thing]}]
threats: [{id: theft, title: {ja: 盗難, en: Theft}, mechanisms: [{is: taking, because: {ja: 盗る, en: it takes}}]}]
measures: [{id: locks, title: {ja: 錠, en: Locks}}, {id: bars, title: {ja: 柵, en: Bars}}]
service-types: [{id: depot, title: {ja: 倉庫, en: Depot}}]
links:
  - {id: locks/theft, kind: counters, from: locks, to: theft, because: {ja: 入れない, en: nobody enters}}
  - {id: bars/theft, kind: counters, from: bars, to: theft, because: {ja: 通れない, en: nobody passes}}
)";

struct Place : Scratch {
  std::string catalogs =
      write("catalogs/field/manifest.yaml", manifest("field") + base).substr(0, path("catalogs").size());

  Ran check(std::vector<std::string> more) const {
    std::vector<std::string> call{"check", "--catalog", catalogs};
    call.insert(call.end(), more.begin(), more.end());
    return Program{}.run(call);
  }
};

const std::string desks = R"(
components: [{id: desk, title: {ja: 机, en: Desk}, carries: [paper]}]
assets: [{id: paper, title: {ja: 紙, en: Paper}, natures: [thing]}]
)";

}  // namespace

TEST_CASE("a sound addition is clean", "[cli][acceptance]") {
  const Place place;
  const auto ran = place.check({"--added", place.write("desks.yaml", manifest("desks", "field") + desks)});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  CHECK_THAT(ran.out, ContainsSubstring("Exposures           1 -> 2 (1 new, 0 gone, 0 answered otherwise)"));
  CHECK_THAT(ran.out, ContainsSubstring("Criteria            9 of 9 met"));
}

TEST_CASE("controls and measures that an addition lets others require are named", "[cli][acceptance]") {
  const Place place;
  const auto added = place.write("chained.yaml", manifest("chained", "field") + R"(
controls:
  - {id: gate, title: {ja: 門, en: Gate}}
  - {id: wall, title: {ja: 塀, en: Wall}}
links:
  - {id: round, kind: mitigates, from: [gate, wall], to: theft, because: {ja: 囲む, en: they surround it}}
)");
  const auto requiring = place.write("requiring.yaml", manifest("requiring", "chained") + R"(
links:
  - {kind: requires, from: bars, to: locks, because: {ja: 開くため, en: they open}}
  - {kind: requires, from: wall, to: gate, because: {ja: 出入り, en: to get in}}
)");
  const auto ran = place.check({"--overlay", added, "--added", requiring, "--format", "markdown"});
  CHECK_THAT(ran.out, ContainsSubstring("**Measures called for otherwise** locks"));
  CHECK_THAT(ran.out, ContainsSubstring("**Controls called for otherwise** gate"));
  const auto japanese = place.check({"--overlay", added, "--added", requiring, "--format", "markdown", "--lang", "ja"});
  CHECK_THAT(japanese.out, ContainsSubstring("**扱いの変わる対策項目** locks"));
  CHECK_THAT(japanese.out, ContainsSubstring("**扱いの変わる管理策** gate"));
  const auto document = place.check({"--overlay", added, "--added", requiring, "--format", "json"});
  CHECK(nlohmann::json::parse(document.out)["difference"]["moved_controls"] == nlohmann::json({"gate"}));
}

TEST_CASE("an acceptance is one page however much is added, and --verbose gives the lists behind it",
          "[cli][acceptance]") {
  const Place place;
  std::string many = "natures:\n";
  std::string types = "service-types:\n";
  std::string edits = "edits:\n";
  for (int i = 10; i < 60; ++i) {
    const auto number = std::to_string(i);
    many += "  - {id: n" + number + ", title: {ja: 案, en: Idea}}\n";
    types += "  - {id: t" + number + ", title: {ja: 種, en: Kind}}\n";
    edits += "  - {add: threat theft, field: tags, is: tag" + number + "}\n";
  }
  const auto added = place.write("many.yaml", manifest("many", "field") + many + types + edits);
  const auto page = place.check({"--added", added, "--format", "markdown"});
  CHECK(page.status == 1);
  CHECK(std::ranges::count(page.out, '\n') < 90);
  CHECK_THAT(page.out, ContainsSubstring("Idea (n13); ") && !ContainsSubstring("n14"));
  CHECK_THAT(page.out, ContainsSubstring("\\--verbose gives every list whole, with the places."));
  const auto whole = place.check({"--added", added, "--format", "markdown", "--verbose"});
  for (const auto* last : {"Idea (n59)", "| t59 |", "tag59", "many.yaml"})
    CHECK_THAT(whole.out, ContainsSubstring(last));
  CHECK_THAT(whole.out, !ContainsSubstring("gives every list whole"));
}

TEST_CASE("whatever rests on an edited statement says so, with both places", "[cli][thorough]") {
  const std::string service = "examples/accounting.yaml";
  const std::string type = "industry.health-care-records";
  const auto run = [&](std::vector<std::string> call) {
    call.insert(call.end(), {"--catalog", "catalogs", "--overlay", "catalogs/consultation-draft-2007"});
    auto ran = Program{}.run(call);
    CHECK(ran.err.empty());
    return ran.out;
  };
  for (const auto& call : std::vector<std::vector<std::string>>{
           {"derive", service}, {"dispositions"}, {"check", "--service-type", type}}) {
    INFO(call.front());
    auto form = call;
    form.insert(form.end(), {"--format", "markdown", "--lang", "en"});
    CHECK_THAT(run(form), ContainsSubstring("## Overridden statements") &&
                              ContainsSubstring("asp-saas-2008-links/counters.yaml:2353") &&
                              ContainsSubstring("consultation-draft-2007/links.yaml:14"));
    form = call;
    form.insert(form.end(), {"--format", "json"});
    const auto told = nlohmann::json::parse(run(form));
    const auto& edits = told.at(told.contains("overrides") ? "overrides" : "edits");
    CHECK(edits.at(0).at("target") == "link III.5.2.1/operators");
  }
  CHECK_THAT(run({"derive", service, "--summary"}),
             ContainsSubstring("(consultation-draft-2007): see \"Overridden statements\""));
  CHECK_THAT(run({"classify", "--type", type}), ContainsSubstring("Overridden statements"));
}

TEST_CASE("what speaks against an addition is a finding", "[cli][acceptance]") {
  const Place place;
  const auto added = place.write(
      "desks.yaml", manifest("desks", "field") + desks + "natures: [{id: idea, title: {ja: 案, en: Idea}}]\n");
  const auto ran = place.check({"--added", added});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("Idea (idea)"));
}

TEST_CASE("an addition is compared with all that is there without it, whatever it depends on itself",
          "[cli][acceptance]") {
  const Place place;
  place.write("catalogs/other/manifest.yaml",
              manifest("other", "field") + "components: [{id: shelf, title: {ja: 棚, en: Shelf}, carries: [disk]}]\n");
  const auto ran =
      place.check({"--added", place.write("desks.yaml", manifest("desks", "field") + desks), "--format", "json"});
  const auto told = nlohmann::json::parse(ran.out);
  CHECK(told["difference"]["exposures_before"] == 2);
  CHECK(told["difference"]["exposures_after"] == 3);
  CHECK(told["added"] == nlohmann::json::array({"desks"}));
}

TEST_CASE("a catalogue among the others is looked at as if it were added to them", "[cli][acceptance]") {
  const Place place;
  place.write("catalogs/desks/manifest.yaml", manifest("desks", "field") + desks);
  const auto ran = place.check({"--added", place.path("catalogs/desks")});
  CHECK(ran.err.empty());
  CHECK_THAT(ran.out, ContainsSubstring("1 -> 2 (1 new"));
}

TEST_CASE("two overlays of which one needs the other are added together, or one on top of the other",
          "[cli][acceptance]") {
  const Place place;
  const auto first = place.write("first.yaml", manifest("first", "field") + desks);
  const auto second =
      place.write("second.yaml", manifest("second", "first") +
                                     "components: [{id: bag, title: {ja: 鞄, en: Bag}, carries: [paper]}]\n");
  CHECK_THAT(place.check({"--added", first, "--added", second}).out, ContainsSubstring("1 -> 3 (2 new"));
  CHECK_THAT(place.check({"--added", second, "--overlay", first}).out, ContainsSubstring("2 -> 3 (1 new"));
  const auto ran = place.check({"--added", first, "--overlay", second});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err,
             ContainsSubstring("catalogue 'second' depends on 'first', so there is nothing to compare with; add "
                               "both with --added, or leave the former out"));
}

TEST_CASE("what cannot be read is told as everywhere, and nothing is appraised", "[cli][acceptance]") {
  const Place place;
  const auto ran = place.check(
      {"--added", place.write("bad.yaml", manifest("bad", "field") + "threats: [{id: theft}, {idd: x}]\n")});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("bad.yaml:3:11: error") && ContainsSubstring("'idd'"));
  CHECK(place.check({"--added", place.path("nowhere")}).status == 2);
}

TEST_CASE("an addition to nothing cannot be compared", "[cli][acceptance]") {
  const Place place;
  const auto ran = place.check({"--added", place.path("catalogs/field")});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err,
             ContainsSubstring("without what is added, the catalogues cannot be read; name what it is added to "
                               "with --catalog"));
}

TEST_CASE("published figures are no addition", "[cli][acceptance]") {
  const Place place;
  place.write(
      "figures/manifest.yaml",
      "catalog: {schema: 1, id: f, kind: figures, version: 1.0.0, released: 2026-01-01, title: {ja: 図, en: F}, "
      "licence: CC0-1.0}\n");
  const auto ran = place.check({"--added", place.path("figures")});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err,
             ContainsSubstring("holds published figures, which no derivation reads; see `michibiki reproduce`"));
}

TEST_CASE("an addition of which nothing is trusted is not all clear", "[cli][acceptance]") {
  const Place place;
  const auto added = place.write("empty.yaml", manifest("empty", "field"));
  const auto ran = place.check({"--added", added});
  INFO(ran.err);
  CHECK(ran.status == 2);  // a catalogue without a single statement is refused when it is read
  const auto desk = place.write("desks.yaml", manifest("desks", "field") + desks);
  const auto distrusted = place.check({"--added", desk, "--trust", "stated"});
  CHECK(distrusted.status == 4);
  CHECK_THAT(distrusted.err,
             ContainsSubstring("there is nothing to look at: of what is added nothing holds under --trust stated"));
}

TEST_CASE("what stands alone and cannot be added is told where to be looked at", "[cli][acceptance]") {
  const Place place;
  place.write("own/manifest.yaml", manifest("own") + base);
  const auto ran = place.check({"--added", place.path("own")});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err,
             ContainsSubstring("error: threat 'theft' is defined twice") &&
                 ContainsSubstring("michibiki: error: what is added can be read by itself, but not with the "
                                   "others; if it is a field of its own, look at it alone, with `michibiki "
                                   "check " +
                                   place.path("own") +
                                   "`; if it adds to them, name them in `depends-on`, and leave out what they state or "
                                   "give it other ids"));
  const auto wrong =
      place.check({"--added", place.write("wrong.yaml", manifest("wrong", "field") + "threats: [{id: theft}]\n")});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, !ContainsSubstring("by itself"));
}

TEST_CASE("a service type is looked at by its id", "[cli][acceptance]") {
  const Place place;
  const auto ran = place.check({"--service-type", "depot"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("Acceptance of Depot (depot)") && ContainsSubstring("there is no other type"));
  const auto unknown = place.check({"--service-type", "depott"});
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, ContainsSubstring("--service-type: 'depott' is no service type; did you mean 'depot'?"));
  CHECK_THAT(place.check({"--service-type", "xyz"}).err,
             ContainsSubstring("--service-type: 'xyz' is no service type; `michibiki classify --list` shows them"));
  const auto group = place.write(
      "group.yaml", manifest("group", "field") + "service-types: [{id: all, group: true, title: {ja: 全, en: All}}]\n");
  CHECK_THAT(place.check({"--service-type", "all", "--overlay", group}).err,
             ContainsSubstring("--service-type: 'all' is a heading, no service type"));
  const auto distrusted = place.check({"--service-type", "depot", "--trust", "stated"});
  CHECK(distrusted.status == 4);
  CHECK_THAT(distrusted.err,
             ContainsSubstring("there is nothing to look at: service type 'depot' does not hold under --trust stated"));
}

TEST_CASE("a service type is looked at also by an id that it had before", "[cli][acceptance]") {
  const Place place;
  const auto overlay = [&](const std::string& name, const std::string& edits, const std::string& types) {
    return place.write(name + ".yaml",
                       manifest(name, "field") + "edits: [" + edits + "]\nservice-types: [" + types + "]\n");
  };
  const std::string gone = "{withdraw: service-type depot}";
  const std::string store = "{id: store, replaces: [depot, shed], title: {ja: 店, en: Store}}";
  const auto renamed = overlay("renamed", gone, store);
  for (const std::string earlier : {"depot", "shed"}) {  // withdrawn, and stated nowhere
    const auto ran = place.check({"--service-type", earlier, "--overlay", renamed});
    CHECK(ran.status == 0);
    CHECK(ran.err == "michibiki: warning: --service-type: service type '" + earlier +
                         "' is called 'store' now; it is followed, but better use the new id\n");
    CHECK_THAT(ran.out, ContainsSubstring("Acceptance of Store (store)"));
  }
  const auto two = overlay("two", gone, store + ", {id: barn, replaces: depot, title: {ja: 納屋, en: Barn}}");
  const auto which = place.check({"--service-type", "depot", "--overlay", two});
  CHECK(which.status == 2);
  CHECK_THAT(which.err, ContainsSubstring("--service-type: 'depot' has become 'barn' and 'store'; name the one"));
  const auto none = overlay("none", gone, "{id: shop, title: {ja: 店, en: Shop}}");
  const auto withdrawn = place.check({"--service-type", "depot", "--overlay", none});
  CHECK(withdrawn.status == 2);
  CHECK(withdrawn.err ==
        "michibiki: error: --service-type: service type 'depot' is withdrawn by catalogue 'none'; name another, or "
        "leave that catalogue out\n");
}

TEST_CASE("what is asked for is one thing", "[cli][acceptance]") {
  CHECK_THAT(Program{}.run({"check", "--added", "a", "--service-type", "b"}).err,
             ContainsSubstring("--added looks at every service type that it adds; leave out --service-type"));
  CHECK_THAT(Program{}.run({"check", "c", "--added", "a"}).err,
             ContainsSubstring("'c' is a catalogue to check by itself; name what is added with --added, and what it is "
                               "added to with --catalog and --overlay"));
}

TEST_CASE("whoever watches is told how far an appraisal has come", "[cli][acceptance][thorough]") {
  Program program;
  program.err_is_terminal = true;
  const auto ran = program.run({"check", "--added", "catalogs/csa-top-threats-2010", "--catalog", "catalogs"});
  CHECK(ran.status == 1);
  // Nothing of it is left on the line when it is done; a machine that is fast enough tells nothing at all.
  if (!ran.err.empty()) {
    CHECK_THAT(ran.err, ContainsSubstring("deriving without one statement after another: "));
    CHECK(ran.err.ends_with("\r\x1b[K"));
  }
}
