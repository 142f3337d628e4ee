// What the shipped catalogues have to say, whoever edits them: how much there is of everything, and what may be called stated. The
// numbers are the report's, the standard's and, where nothing states them, our own.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/compare_values.hpp"
#include "model/yaml/catalog_folder.hpp"
#include "model/yaml/read_layer.hpp"

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;
namespace fs = std::filesystem;

const Measure& measure(std::string_view code) {
  const auto id = shipped().measures.find(code);
  REQUIRE(id.has_value());
  return shipped().measures[*id];  // NOLINT: just required
}

TEST_CASE("the shipped catalogues load and nothing is wrong with them", "[catalogs]") {
  const auto loaded = load_catalog(CatalogPaths{{shipped_folder()}, {}});
  for (const auto& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  CHECK(loaded.diagnostics.empty());
  Codes codes;
  for (const auto& layer : shipped().layers) {
    codes.insert(layer.code);
    const bool first_version = layer.code == "jis-q-27001-2006" || layer.code == "step-wording";
    CHECK(layer.version == (first_version ? "1.0.0" : "1.1.0"));
    CHECK(layer.licence == "CC-BY-4.0");
    CHECK_FALSE(layer.title.ja.empty());
    CHECK_FALSE(layer.title.en.empty());
  }
  CHECK(codes == Codes{"asp-saas-2008", "asp-saas-2008-links", "jis-q-27001-2006", "mic-2008-threats", "step-wording"});
}

// Threats (図表33)

TEST_CASE("there are 44 threats, 16 from malice, 11 from negligence, 17 not from people", "[catalogs]") {
  const auto& catalog = shipped();
  std::map<std::string, int> by_origin;
  for (const auto* threat : items(catalog.threats)) {
    REQUIRE(threat->origin.has_value());
    ++by_origin[catalog.origins[threat->origin->value].code];
    CHECK(is(threat->fact, BasisKind::stated));
    CHECK(is(threat->origin->fact, BasisKind::stated));
  }
  CHECK(by_origin == std::map<std::string, int>{{"malicious", 16}, {"negligent", 11}, {"non-human", 17}});
}

TEST_CASE("the printed list has 63 labels: 46 under a property and 17 without one", "[catalogs]") {
  const auto& catalog = shipped();
  std::map<std::string, int> printed;
  int without_property = 0;
  for (const auto* threat : items(catalog.threats)) {
    const auto stated =
        std::ranges::count_if(threat->harms, [](const auto& harm) { return is(harm.fact, BasisKind::stated); });
    const bool human = catalog.origins[threat->origin.value().value].code != "non-human";
    CHECK((stated > 0) == human);
    without_property += human ? 0 : 1;
    for (const auto& harm : threat->harms) {
      if (is(harm.fact, BasisKind::stated)) ++printed[catalog.properties[harm.value].code];
    }
  }
  CHECK(printed == std::map<std::string, int>{{"confidentiality", 15}, {"integrity", 12}, {"availability", 19}});
  CHECK(without_property == 17);
}

TEST_CASE("the two separators that the text has lost are noted where they were restored", "[catalogs]") {
  const auto& catalog = shipped();
  std::set<std::pair<int, std::string>> restored;
  for (const auto& threat : catalog.threats) {
    for (const auto& harm : threat.harms) {
      if (!basis(harm.fact).restored.empty()) restored.emplace(basis(harm.fact).line, threat.code);
    }
  }
  CHECK(restored == std::set<std::pair<int, std::string>>{{1185, "negligent.breach"},
                                                          {1185, "negligent.virus"},
                                                          {1186, "negligent.resource-waste"},
                                                          {1186, "negligent.staff-absence"}});
}

TEST_CASE("every threat harms something and works by a mechanism", "[catalogs]") {
  Codes without;
  std::set<EntryRef> working;
  for (const auto* link : links(LinkKind::works_by)) working.insert(link->from.begin(), link->from.end());
  for (std::size_t i = 0; i < shipped().threats.size(); ++i) {
    const auto& threat = shipped().threats.at(i);
    if (threat.group) continue;
    if (threat.harms.empty() || !working.contains({EntryKind::threat, i})) without.insert(threat.code);
  }
  CHECK(without == nothing);
}

// Controls (JIS Q 27001:2006, Annex A)

TEST_CASE("there are 133 controls under 39 objectives in 11 clauses, as the standard has them", "[catalogs]") {
  const std::map<std::string, std::pair<int, int>> of_the_standard{
      {"A.5", {1, 2}},   {"A.6", {2, 11}},  {"A.7", {2, 5}},  {"A.8", {3, 9}},  {"A.9", {2, 13}}, {"A.10", {10, 32}},
      {"A.11", {7, 25}}, {"A.12", {6, 16}}, {"A.13", {2, 5}}, {"A.14", {1, 5}}, {"A.15", {3, 10}}};
  const auto& controls = shipped().controls;
  std::map<std::string, std::pair<int, int>> found;
  int clauses = 0;
  for (const auto& control : controls) {
    if (!control.parent) {
      ++clauses;
      CHECK(control.group);
      continue;
    }
    const auto& above = controls.at(*control.parent);
    CHECK(control.code.starts_with(above.code + "."));
    if (control.group) {
      ++found[above.code].first;
    } else {
      REQUIRE(above.parent.has_value());
      ++found[controls.at(above.parent.value()).code].second;
    }
  }
  CHECK(clauses == 11);
  CHECK(found == of_the_standard);
  CHECK(items(controls).size() == 133);
  CHECK(groups(controls) == 11 + 39);
}

TEST_CASE("every control mitigates a threat, is where a measure comes from, or is said to be neither and why",
          "[catalogs]") {
  std::set<EntryRef> disposed;
  for (const auto* link : links(LinkKind::mitigates)) disposed.insert(link->from.begin(), link->from.end());
  for (const auto* link : links(LinkKind::originates_from)) {
    for (const auto to : link->to) {
      const auto below = items_under(to);
      disposed.insert(below.begin(), below.end());
    }
  }
  Codes open;
  for (std::size_t i = 0; i < shipped().controls.size(); ++i) {
    const auto& control = shipped().controls.at(i);
    if (!control.group && !disposed.contains({EntryKind::control, i})) open.insert(control.code);
  }
  // The format has no place for the reason: it stands in the comments that close the files.
  static const std::regex remark(R"re(#   (A\.[0-9.]+[0-9]):? .*)re");
  Codes explained;
  for (const auto* name : {"mitigates-organisation.yaml", "mitigates-technical.yaml"}) {
    std::ifstream file(fs::path(shipped_folder()) / "asp-saas-2008-links" / name);
    std::smatch match;
    for (std::string line; std::getline(file, line);) {
      if (std::regex_match(line, match, remark)) explained.insert(match[1]);
    }
  }
  CHECK(std::ranges::includes(explained, open));
}

// Components, assets, services (図表20 to 31)

TEST_CASE("15 types of components are in scope, and carry the 24 assets", "[catalogs]") {
  const auto& catalog = shipped();
  std::set<std::size_t> excluded;
  for (const auto& exclusion : catalog.exclusions) {
    for (const auto& component : exclusion.components) excluded.insert(component.value.index());
  }
  Codes in_scope;
  for (std::size_t i = 0; i < catalog.components.size(); ++i) {
    if (!catalog.components.at(i).group && !excluded.contains(i)) in_scope.insert(catalog.components.at(i).code);
  }
  CHECK(in_scope == Codes{"air-conditioning", "application", "building", "database", "external-network", "medium",
                          "network-equipment", "operation-terminal", "physical-boundary", "platform", "power",
                          "security-equipment", "server", "server-room", "storage"});

  std::map<std::size_t, int> carried;
  Codes carriers;
  for (const auto* link : links(LinkKind::carries)) {
    for (const auto from : link->from) carriers.insert(catalog.entry(from).code);
    for (const auto to : link->to) ++carried[to.index];
  }
  CHECK(carriers == in_scope);
  CHECK(carried.size() == 24);
  CHECK(catalog.assets.size() == 24);
  CHECK(std::ranges::all_of(carried, [](const auto& asset) { return asset.second == 1; }));
}

TEST_CASE("the assets are 17 printed entries and seven logs, each with a nature", "[catalogs]") {
  const auto& catalog = shipped();
  Codes logs;
  std::set<std::size_t> with_nature;
  for (const auto* link : links(LinkKind::has_nature)) {
    for (const auto to : link->to) {
      CHECK_FALSE(catalog.entry(to).group);
      if (catalog.entry(to).code == "log") logs.insert(catalog.entry(link->from.front()).code);
    }
    with_nature.insert(link->from.front().index);
  }
  CHECK(logs.size() == 7);
  CHECK(std::ranges::all_of(logs, [](const auto& code) { return code.ends_with("-log"); }));
  CHECK(with_nature.size() == catalog.assets.size());
}

TEST_CASE("63 service types have a level, or several possible ones, of confidentiality and availability",
          "[catalogs]") {
  const auto& catalog = shipped();
  const auto types = items(catalog.service_types);
  CHECK(types.size() == 63);
  CHECK(groups(catalog.service_types) == 9);
  int open = 0;
  for (const auto* type : types) {
    INFO(type->code);
    Codes rated;
    for (const auto& [property, level] : type->levels) {
      rated.insert(catalog.properties[property].code);
      CHECK_FALSE(level.possible.empty());
      open += level.possible.size() > 1 ? 1 : 0;
    }
    CHECK(rated == Codes{"confidentiality", "availability"});
  }
  CHECK(open == 18);
}

TEST_CASE("the six patterns are the whole lattice of required levels", "[catalogs]") {
  const auto& catalog = shipped();
  std::set<std::vector<std::string>> points{{}};
  for (const auto& property : catalog.properties) {
    std::set<std::vector<std::string>> longer;
    for (const auto& point : points) {
      for (const auto level : property.levels) {
        auto next = point;
        next.push_back(catalog.levels[level].code);
        longer.insert(std::move(next));
      }
    }
    points = std::move(longer);
  }
  std::set<std::vector<std::string>> patterns;
  for (const auto& pattern : catalog.patterns) {
    std::vector<std::string> point;
    for (const auto& [property, level] : pattern.levels) point.push_back(catalog.levels[level.value].code);
    patterns.insert(std::move(point));
  }
  CHECK(catalog.patterns.size() == 6);
  CHECK(points.size() == 2 * 1 * 3);
  CHECK(patterns == points);
}

TEST_CASE("wherever a level is low, a note says that low is relative", "[catalogs]") {
  const auto low = shipped().levels.find("low");
  REQUIRE(low.has_value());
  CHECK_FALSE(shipped().levels[low.value()].note.empty());
  for (const auto& pattern : shipped().patterns) {
    const bool has_low =
        std::ranges::any_of(pattern.levels, [&](const auto& level) { return level.second.value == *low; });
    INFO(pattern.code);
    CHECK(has_low != pattern.note.empty());
  }
}

TEST_CASE("there are nine stakeholders, four system cases, 13 chapters and 26 sections", "[catalogs]") {
  CHECK(items(shipped().stakeholders).size() == 9);
  CHECK(shipped().system_cases.size() == 4);
  CHECK(items(shipped().chapters).size() == 26);
  CHECK(groups(shipped().chapters) == 2 + 13);
}

// Measures

TEST_CASE("there are 22 organisational measures, all basic, and 46 physical and technical ones", "[catalogs]") {
  const auto& catalog = shipped();
  int organisational = 0;
  int technical = 0;
  for (const auto& entry : catalog.measures) {
    if (entry.group) continue;  // the example of 図表37
    INFO(entry.code);
    REQUIRE(entry.measure_class.has_value());
    REQUIRE(entry.number.has_value());
    CHECK(entry.number.value().value == entry.code);
    const auto section = catalog.chapters.find(entry.code.substr(0, entry.code.rfind('.')));
    REQUIRE(section.has_value());
    CHECK_FALSE(catalog.chapters[section.value()].group);
    if (entry.code.starts_with("III.")) {
      ++technical;
      continue;
    }
    ++organisational;
    CHECK(catalog.classes[entry.measure_class.value().value].code == "basic");
    CHECK(is(entry.measure_class.value().fact, BasisKind::stated));
    CHECK(entry.indicators.empty());
  }
  CHECK(organisational == 22);
  CHECK(technical == 46);
  CHECK(items(catalog.measures).size() == 68);
}

TEST_CASE("there are 37 indicators, each with a value, or unknown, for every pattern", "[catalogs]") {
  const auto& catalog = shipped();
  int indicators = 0;
  for (const auto& entry : catalog.measures) {
    if (entry.group) continue;  // the example of 図表37
    for (const auto& indicator : entry.indicators) {
      INFO(entry.code << '.' << indicator.key);
      ++indicators;
      CHECK(indicator.values.size() == catalog.patterns.size());
      CHECK((indicator.stricter.value != Indicator::Stricter::unstated || indicator.scale.has_value()));
    }
  }
  CHECK(indicators == 37);
}

/// The values of one indicator, each as "number unit", with `*` when starred and the source that states it.
std::vector<std::string> values_of(std::string_view code, std::string_view key) {
  const auto& catalog = shipped();
  std::vector<std::string> result;
  for (const auto& indicator : measure(code).indicators) {
    if (indicator.key != key) continue;
    for (const auto& [pattern, sourced] : indicator.values) {
      const auto* quantity = std::get_if<Quantity>(&sourced.value.what);
      std::string text = quantity == nullptr ? "-"
                                             : std::to_string(boost::rational_cast<int>(quantity->number)) + ' ' +
                                                   catalog.units[quantity->unit].code;
      if (quantity != nullptr && quantity->bound == Bound::at_most) text.insert(0, "within ");
      if (quantity != nullptr && quantity->bound == Bound::at_least) text.insert(0, "at least ");
      if (sourced.value.starred) text += " *";
      result.push_back(text + " (" + basis(sourced.fact).source + ')');
    }
  }
  return result;
}

TEST_CASE("the values of 図表38 are those printed, and stated", "[catalogs]") {
  const std::string day = "within 24 h * (mic-2008-report)";
  const std::string three = "within 3 day * (mic-2008-report)";
  CHECK(values_of("III.5.2.1", "a") == std::vector{day, day, three, day, three, three});
  CHECK(values_of("III.5.2.1", "b") == std::vector{day, day, day, three, three, three});
}

TEST_CASE("only the values of III.4.2.1, III.5.2.1 and the example of 図表37 are called stated", "[catalogs]") {
  std::map<std::string, std::set<std::string>> stated;
  for (const auto& entry : shipped().measures) {
    for (const auto& indicator : entry.indicators) {
      for (const auto& [pattern, value] : indicator.values) {
        if (is(value.fact, BasisKind::stated))
          stated[entry.code + '.' + indicator.key].insert(basis(value.fact).source);
      }
    }
  }
  CHECK(stated == std::map<std::string, std::set<std::string>>{{"III.4.2.1.a", {"guideline-p54"}},
                                                               {"III.4.2.1.b", {"guideline-p54"}},
                                                               {"III.4.2.1.c", {"guideline-p54"}},
                                                               {"III.5.2.1.a", {"mic-2008-report"}},
                                                               {"III.5.2.1.b", {"mic-2008-report"}},
                                                               {"figure-37.item-1", {"mic-2008-report"}},
                                                               {"figure-37.item-2", {"mic-2008-report"}}});
}

TEST_CASE("the class of a measure of part III is stated only where a source shows it", "[catalogs]") {
  std::map<std::string, std::string> stated;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    if (!entry.code.starts_with("III.") || !is(entry.measure_class.value().fact, BasisKind::stated)) continue;
    stated[entry.code] = shipped().classes[entry.measure_class.value().value].code;
  }
  CHECK(stated == std::map<std::string, std::string>{{"III.1.1.1", "basic"},
                                                     {"III.1.1.2", "basic"},
                                                     {"III.1.1.3", "recommended"},
                                                     {"III.2.3.1", "basic"},
                                                     {"III.3.1.5", "recommended"},
                                                     {"III.4.2.1", "basic"},
                                                     {"III.4.2.2", "recommended"}});
}

TEST_CASE("the number of a measure is stated only where a source prints it or what it prints implies it",
          "[catalogs]") {
  // Printed in the report, in the table of comments on it, or on a public page.
  const Codes printed{"II.2.2.1",  "II.3.1.1",  "II.7.1.1",  "III.1.1.1", "III.1.1.2",
                      "III.1.1.3", "III.2.1.3", "III.2.1.4", "III.2.2.2", "III.2.3.1",
                      "III.3.1.3", "III.3.1.5", "III.4.2.1", "III.4.2.2", "III.5.2.1"};
  Codes implied = printed;
  for (const auto* chapter : items(shipped().chapters))
    implied.insert(chapter->code + ".1");  // a section has a first item
  for (const auto& code : printed) {       // and those before a printed one
    const auto dot = code.rfind('.');
    for (int i = 1; i < std::stoi(code.substr(dot + 1)); ++i)
      implied.insert(code.substr(0, dot + 1) + std::to_string(i));
  }
  Codes stated;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    if (is(entry.number.value().fact, BasisKind::stated)) stated.insert(entry.code);
  }
  CHECK(stated == implied);
}

TEST_CASE("the topic of a measure is stated only where a source gives it", "[catalogs]") {
  std::map<std::string, Codes> stated;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    CHECK(basis(entry.title.ja_fact).source == basis(entry.title.en_fact).source);
    if (is(entry.title.ja_fact, BasisKind::stated)) stated[basis(entry.title.ja_fact).source].insert(entry.code);
  }
  CHECK(stated == std::map<std::string, Codes>{
                      {"mic-2008-report", {"II.3.1.1", "III.2.1.4", "III.2.3.1", "III.3.1.5", "III.5.2.1"}},
                      {"hispro-part2", {"II.1.1.1", "II.1.1.2", "II.2.1.1", "II.2.1.2"}},
                      {"paperzz-part3", {"III.1.1.1", "III.1.1.2", "III.1.1.3"}},
                      {"guideline-p54", {"III.4.2.1", "III.4.2.2"}}});
}

TEST_CASE("doubtful values are unverified, and what nobody knows is unknown rather than free", "[catalogs]") {
  int unknown = 0;
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    for (const auto& indicator : entry.indicators) {
      for (const auto& [pattern, value] : indicator.values) {
        unknown += value.value.known() ? 0 : 1;
        CHECK_FALSE(is(value.fact, BasisKind::judgement));
      }
    }
  }
  CHECK(unknown == 6 + 6 + 4);  // III.2.1.4 c, III.3.2.2 a, and four of III.4.4.5 a
}

// Links

TEST_CASE("no link between threats, controls and measures is called the study group's", "[catalogs]") {
  for (const auto kind : {LinkKind::mitigates, LinkKind::counters, LinkKind::originates_from}) {
    INFO(name_of(kind));
    const auto all = links(kind);
    CHECK_FALSE(all.empty());
    CHECK(std::ranges::all_of(all, [](const Link* link) { return is(link->fact, BasisKind::judgement); }));
  }
}

/// Kinds of links whose single links are each a matter of judgement. The others say what several measures share, or what a figure
/// prints: where they are put in place (implemented-on), what for (aims-at, considers), what a component carries.
const std::vector<LinkKind> judged_one_by_one{
    LinkKind::has_nature, LinkKind::works_by, LinkKind::acts_on,         LinkKind::spares,   LinkKind::mitigates,
    LinkKind::counters,   LinkKind::exposes,  LinkKind::originates_from, LinkKind::involves, LinkKind::disposed_as};

TEST_CASE("every judged link gives its reason in both languages", "[catalogs]") {
  Codes without;
  for (const auto kind : judged_one_by_one) {
    for (const auto* link : links(kind)) {
      if (link->because.ja.empty() || link->because.en.empty()) without.insert(link->code);
      if (link->stands_because.empty()) continue;
      if (link->stands_because.ja.empty() || link->stands_because.en.empty())
        without.insert(link->code + ", stands-because");
    }
  }
  CHECK(without == nothing);
}

TEST_CASE("no two judged links give the same reason", "[catalogs]") {
  std::map<std::string, Codes> by_reason;
  for (const auto kind : judged_one_by_one) {
    for (const auto* link : links(kind)) {
      for (const auto* text :
           {&link->because.ja, &link->because.en, &link->stands_because.ja, &link->stands_because.en}) {
        if (!text->empty()) by_reason[*text].insert(link->code);
      }
    }
  }
  std::map<std::string, Codes> repeated;
  for (const auto& [reason, codes] : by_reason) {
    if (codes.size() > 1) repeated[reason] = codes;
  }
  CHECK(repeated == std::map<std::string, Codes>{});
}

TEST_CASE("a measure that counters a threat comes from a control that mitigates it, or says why it stands",
          "[catalogs]") {
  std::map<EntryRef, std::set<EntryRef>> mitigated;  // by control
  for (const auto* link : links(LinkKind::mitigates)) {
    for (const auto from : link->from) {
      for (const auto to : link->to) {
        const auto threats = items_under(to);
        mitigated[from].insert(threats.begin(), threats.end());
      }
    }
  }
  std::map<EntryRef, std::set<EntryRef>> supported;  // by measure
  for (const auto* link : links(LinkKind::originates_from)) {
    for (const auto from : link->from) {
      for (const auto to : link->to) {
        for (const auto control : items_under(to))
          supported[from].insert(mitigated[control].begin(), mitigated[control].end());
      }
    }
  }
  Codes unsupported;
  for (const auto* link : links(LinkKind::counters)) {
    bool all = true;
    for (const auto from : link->from) {
      for (const auto to : link->to) {
        for (const auto threat : items_under(to)) all = all && supported[from].contains(threat);
      }
    }
    if (!all && link->stands_because.empty()) unsupported.insert(link->code);
  }
  CHECK(unsupported == nothing);
}

TEST_CASE("what became of each control is said once, and follows from the measures that originate from it",
          "[catalogs]") {
  std::map<EntryRef, std::set<EntryRef>> controls_of;
  std::map<EntryRef, std::set<EntryRef>> measures_of;
  for (const auto* link : links(LinkKind::originates_from)) {
    for (const auto measure : link->from) {
      for (const auto to : link->to) {
        if (to.kind != EntryKind::control) continue;
        controls_of[measure].insert(to);
        measures_of[to].insert(measure);
      }
    }
  }
  std::map<std::string, Codes> said;
  for (const auto* link : links(LinkKind::disposed_as)) {
    REQUIRE(link->from.size() == 1);
    CHECK(said.emplace(shipped().entry(link->from.front()).code, Codes{}).second);
    for (const auto to : link->to) said[shipped().entry(link->from.front()).code].insert(shipped().entry(to).code);
  }
  std::size_t controls = 0;
  for (std::size_t i = 0; i < shipped().controls.size(); ++i) {
    const auto& control = shipped().controls.at(i);
    if (control.group) continue;
    ++controls;
    INFO(control.code);
    Codes follows;
    for (const auto measure : measures_of[{EntryKind::control, i}]) {
      const auto& code = shipped().entry(measure).code;
      const bool organisational = code.starts_with("II.");
      if (organisational) follows.insert("organisational");
      if (controls_of[measure].size() > 1) follows.insert("merged");
      if (controls_of[measure].size() == 1 && !organisational) follows.insert("rewritten");
      if (code.starts_with("III.1.")) follows.insert("made-common");
    }
    if (follows.empty()) {
      CHECK((said[control.code] == Codes{"dropped"} || said[control.code] == Codes{"not-used"}));
    } else {
      CHECK(said[control.code] == follows);
    }
  }
  CHECK(controls == said.size());
}

TEST_CASE("every measure of part III counters a threat, and every measure of part II involves somebody", "[catalogs]") {
  std::set<EntryRef> linked;
  for (const auto* link : links(LinkKind::counters)) linked.insert(link->from.begin(), link->from.end());
  for (const auto* link : links(LinkKind::involves)) linked.insert(link->to.begin(), link->to.end());
  std::set<EntryRef> with_origin;
  for (const auto* link : links(LinkKind::originates_from)) with_origin.insert(link->from.begin(), link->from.end());
  Codes unlinked;
  for (std::size_t i = 0; i < shipped().measures.size(); ++i) {
    if (shipped().measures.at(i).group) continue;
    if (!linked.contains({EntryKind::measure, i})) unlinked.insert(shipped().measures.at(i).code);
    if (!with_origin.contains({EntryKind::measure, i})) unlinked.insert(shipped().measures.at(i).code + ", origin");
  }
  CHECK(unlinked == Codes{"II.8.1.1, origin"});  // no control asks for one point of support
}

TEST_CASE("why something answers many threats is our judgement, not that of the source of its entry", "[catalogs]") {
  std::size_t reasons = 0;
  const auto judged = [&](const Bilingual& why) {
    if (why.empty()) return;
    ++reasons;
    CHECK(shipped().fact(why.ja_fact).basis.kind == BasisKind::judgement);
    CHECK(shipped().fact(why.en_fact).basis.kind == BasisKind::judgement);
  };
  for (const auto& control : shipped().controls) judged(control.broad_because);
  for (const auto& measure : shipped().measures) judged(measure.broad_because);
  CHECK(reasons == 2);
}

// Facts and texts

TEST_CASE("what is stated says which declared source and where in it, what is judged says why, by whom and when",
          "[catalogs]") {
  Codes wrong;
  for (const auto& fact : shipped().facts) {
    const auto& why = fact.basis;
    bool right = true;
    if (why.kind == BasisKind::stated) {
      // A list of titles or a short article needs no place.
      right = shipped().sources.contains(why.source) && why.reason.empty() &&
              (!why.at.empty() || why.source != "mic-2008-report");
    } else if (why.kind == BasisKind::judgement) {
      right = why.source.empty() && !why.reason.ja.empty() && !why.reason.en.empty() && why.by == "michibiki" &&
              (why.on == "2026-11-22" || why.on == "2026-11-28");
    } else {
      right = why.source.empty();
    }
    if (!right) wrong.insert(to_string(fact.location));
  }
  CHECK(wrong == nothing);
}

TEST_CASE("a figure of the report is cited by a number that the report has", "[catalogs]") {
  static const std::regex figure("図表([0-9]+)");
  Codes wrong;
  for (const auto& fact : shipped().facts) {
    std::smatch match;
    const auto& at = fact.basis.at;
    if (fact.basis.source != "mic-2008-report" || !std::regex_search(at, match, figure)) continue;
    if (std::stoi(match[1]) < 1 || std::stoi(match[1]) > 42) wrong.insert(to_string(fact.location) + ": " + at);
  }
  CHECK(wrong == nothing);
}

TEST_CASE("a source is called the same in every catalogue that cites it", "[catalogs]") {
  std::vector<Diagnostic> diagnostics;
  std::map<std::string, std::set<std::string>> titles;
  const auto catalogs = find_catalogs(shipped_folder(), diagnostics);
  CHECK(catalogs.size() == 14);  // the published figures, the tables judged twice and the overlays too
  for (const auto& catalog : catalogs) {
    const auto content = read_catalog_folder(catalog.path, diagnostics);
    const auto reading = read_layer(content.files, content.names, diagnostics);
    REQUIRE(reading.layer.has_value());
    for (const auto& source : reading.layer.value().sources) {
      titles[source.code].insert(source.title.ja + " / " + source.title.en + " / " + source.published + " / " +
                                 source.where);
    }
  }
  CHECK(diagnostics.empty());
  for (const auto& [source, names] : titles) {
    INFO(source);
    CHECK(names.size() == 1);
  }
}

TEST_CASE("every entry, indicator and choice has a title in Japanese and in English", "[catalogs]") {
  Codes without;
  const auto check = [&](const std::string& what, const Wording& title) {
    if (title.ja.empty() || title.en.empty()) without.insert(what);
  };
  each_entry([&](EntryKind kind, const Entry& entry) {
    check(std::string(name_of(kind)) + ' ' + entry.code, entry.title);
    if (!entry.note.empty()) check(std::string(name_of(kind)) + ' ' + entry.code + ", note", entry.note);
  });
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    if (!entry.summary.empty()) check(entry.code + ", summary", entry.summary);
    for (const auto& indicator : entry.indicators) {
      check(entry.code + '.' + indicator.key, indicator.title);
      if (!indicator.relative_to.empty())
        check(entry.code + '.' + indicator.key + ", relative to", indicator.relative_to);
    }
  }
  for (const auto& scale : shipped().scales) {
    for (const auto& choice : scale.choices) check(scale.code + '/' + choice.code, choice.title);
  }
  for (const auto& [code, source] : shipped().sources) check("source " + code, source.title);
  for (const auto& criterion : shipped().level_criteria) {
    for (const auto& rule : criterion.rules) check("rule " + rule.code, rule.because);
  }
  CHECK(without == nothing);
}

TEST_CASE("a Japanese text is Japanese and an English one English", "[catalogs]") {
  const auto has_kana_or_kanji = [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
  };
  const auto has_letters = [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  };
  Codes wrong;
  each_entry([&](EntryKind kind, const Entry& entry) {
    if (kind == EntryKind::unit) return;
    if (!has_kana_or_kanji(entry.title.ja) && entry.title.ja != entry.title.en)
      wrong.insert(entry.code + ": " + entry.title.ja);
    if (!has_letters(entry.title.en)) wrong.insert(entry.code + ": " + entry.title.en);
  });
  for (const auto& link : shipped().links) {
    if (!link.because.ja.empty() && !has_kana_or_kanji(link.because.ja)) wrong.insert(link.code);
    if (!link.because.en.empty() && !has_letters(link.because.en)) wrong.insert(link.code);
  }
  CHECK(wrong == nothing);
}

TEST_CASE("of the levels of the service types, 25 are restored, four of them from the figure that they lead to",
          "[catalogs][readme]") {
  std::map<std::string, int> restored;
  for (const auto& type : shipped().service_types) {
    for (const auto& [property, level] : type.levels) {
      if (!basis(level.fact).restored.empty()) ++restored[basis(level.fact).restored];
    }
  }
  CHECK(restored ==
        std::map<std::string, int>{{"reason column", 19}, {"comment table, row 報告書 3.2.3", 2}, {"図表24", 4}});
}

}  // namespace
