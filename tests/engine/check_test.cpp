// One small catalogue for every kind of finding; `describe` says a finding in codes, the reports have the words.
#include "engine/check.hpp"

#include <algorithm>
#include <set>

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

using namespace michibiki;
using michibiki::testing::catalog_text;
using michibiki::testing::Strings;
using michibiki::testing::World;

namespace {

std::string joined(const Catalog& catalog, const std::vector<EntryRef>& entries) {
  std::string all;
  for (const auto entry : entries) all += (all.empty() ? "" : ",") + catalog.entry(entry).code;
  return all;
}

/// "warning theft > disk [secrecy] {case} link 'm/t' ~ 'm/all' ("a")": what is absent is left out.
std::string describe(const Catalog& catalog, const Finding& finding) {
  std::string text(name(finding.severity));
  if (finding.subject) text += ' ' + catalog.entry(*finding.subject).code;
  if (finding.object) text += " > " + catalog.entry(*finding.object).code;
  if (!finding.members.empty()) text += " [" + joined(catalog, finding.members) + ']';
  if (!finding.cases.empty()) text += " {" + joined(catalog, finding.cases) + '}';
  if (finding.link) text += " link '" + catalog.link(*finding.link).code + '\'';
  if (finding.other) text += " ~ '" + catalog.link(*finding.other).code + '\'';
  for (const auto& part : finding.texts) text += " \"" + part + '"';
  if (!finding.proposed.empty()) text += " proposes " + joined(catalog, finding.proposed);
  return text;
}

Strings found(const World& world, FindingKind kind, const std::set<std::string>& only = {},
              BasisKind trust = BasisKind::unverified) {
  const auto view = world.view(trust);
  Strings lines;
  for (const auto& finding : check(view, only).findings) {
    if (finding.kind == kind) lines.push_back(describe(world.catalog(), finding));
  }
  return lines;
}

struct Story {
  FindingKind kind;
  std::string catalog;
  Strings expected;
};

/// Theft takes disks away; a lock counters it, and comes from a control that mitigates it.
const std::string theft = R"(
properties: [{id: secrecy}, {id: presence}]
natures: [{id: thing}, {id: data}]
mechanisms: [{id: taking, acts-on: [{natures: [thing], properties: [secrecy, presence]}]}]
components: [{id: rack, carries: [disk]}]
assets: [{id: disk, natures: [thing]}]
threats: [{id: theft, harms: [secrecy, presence], mechanisms: [taking]}]
)";

const std::vector<Story>& stories() {
  using enum FindingKind;
  static const std::vector<Story> all{
      {threat_without_origin,
       "origins: [{id: outside}]\nthreats: [{id: theft}, {id: fire, origin: outside}]",
       {"warning theft"}},
      {threat_without_harm,
       "properties: [{id: secrecy}]\nthreats: [{id: theft}, {id: fire, harms: [secrecy]}]",
       {"warning theft"}},
      {threat_without_mechanism,
       "mechanisms: [{id: taking}]\nassets: [{id: disk}]\n"
       "threats: [{id: theft}, {id: fire, mechanisms: [taking]}, {id: flood}]\n"
       "links: [{kind: exposes, from: flood, to: disk}]",
       {"warning theft"}},
      {mechanism_without_threat,
       "mechanisms: [{id: taking}, {id: burning}]\nthreats: [{id: fire, mechanisms: [burning]}]",
       {"warning taking"}},
      {mechanism_without_effect,
       "natures: [{id: thing}]\n"
       "mechanisms: [{id: taking}, {id: harming, acts-on: [{natures: [thing]}]}, {id: burning, parent: harming}]\n"
       "threats: [{id: theft, mechanisms: [taking]}, {id: fire, mechanisms: [burning]}]",
       {"warning taking"}},
      {nature_without_asset,
       "natures: [{id: thing}, {id: paper, parent: thing}, {id: data}]\nassets: [{id: file, natures: [paper]}]",
       {"note data"}},
      {nature_without_mechanism,
       "natures: [{id: thing}, {id: paper, parent: thing}, {id: data}]\n"
       "mechanisms: [{id: taking, acts-on: [{natures: [thing]}]}]",
       {"warning data"}},
      {asset_without_nature,
       "natures: [{id: thing}]\nassets: [{id: disk, natures: [thing]}, {id: file}]",
       {"warning file"}},
      {asset_without_component,
       "components: [{id: rack, carries: [disk]}]\nassets: [{id: disk}, {id: file}]",
       {"warning file"}},
      {control_without_use,
       "threats: [{id: theft}]\ncontrols: [{id: lock}, {id: policy}]\nlinks: [{kind: mitigates, from: lock, to: theft}]",
       {"warning policy"}},
      {control_without_use,  // what needs the control itself does not need its enhancements
       "threats: [{id: theft}]\ncontrols: [{id: lock}, {id: policy}, {id: policy.1, parent: policy}]\n"
       "links: [{kind: mitigates, from: lock, to: theft}, {kind: requires, from: lock, to: policy}]",
       {"warning policy.1"}},
      {control_without_threat,
       "threats: [{id: theft}]\ncontrols: [{id: lock}, {id: policy}]\nmeasures: [{id: paper}]\n"
       "links: [{kind: mitigates, from: lock, to: theft}, {kind: originates-from, from: paper, to: policy}]",
       {"note policy"}},
      {control_without_disposition,
       "controls: [{id: doors, group: true}, {id: lock, parent: doors}, {id: policy}]\ndispositions: [{id: dropped}]\n"
       "links: [{kind: disposed-as, from: lock, to: dropped}]",
       {"warning policy"}},
      {measure_without_use,
       "threats: [{id: theft}]\nmeasures: [{id: lock}, {id: song}]\nlinks: [{kind: counters, from: lock, to: theft}]",
       {"warning song"}},
      {measure_without_threat,
       "roles: [{id: acts}]\nstakeholders: [{id: staff, always: true}]\nthreats: [{id: theft}]\n"
       "measures: [{id: lock}, {id: training}]\n"
       "links: [{kind: counters, from: lock, to: theft}, {kind: involves, from: staff, to: training, role: acts}]",
       {"note training"}},
      {measure_without_origin,
       "controls: [{id: policy}]\nmeasures: [{id: lock}, {id: song}]\nlinks: [{kind: originates-from, from: lock, to: policy}]",
       {"warning song"}},
      {measure_without_indicator,
       "units: [{id: h, dimension: time, factor: 1}]\n"
       "measures: [{id: lock}, {id: check, indicators: [{key: a, stricter: lower, value: within 3 h}]}]",
       {"note lock"}},
      {measure_without_chapter,
       "chapters: [{id: one}]\npurposes: [{id: keep-out}]\nmeasures: [{id: lock, aims-at: [keep-out]}, {id: song}]\n"
       "placement: [{when: {aims-at: [keep-out]}, then: one}]",
       {"note song"}},
      {contradiction,
       "properties: [{id: secrecy}, {id: presence}]\nnatures: [{id: thing}, {id: data}]\n"
       "mechanisms:\n- id: taking\n  acts-on: [{natures: [thing, data], properties: [secrecy, presence]}]\n"
       "  spares: [{natures: [data], properties: [presence]}]",
       {"error taking [data] link 'taking acts-on thing+data secrecy presence' ~ 'taking spares data presence'"}},
      {contradiction,
       "assets: [{id: disk}]\ncomponents: [{id: host, carries: [disk], lacks: [disk]}]",
       {"error host [disk] link 'host carries disk' ~ 'host lacks disk'"}},
      {redundant_link,
       "threats: [{id: crime, group: true}, {id: theft, parent: crime}]\nmeasures: [{id: lock}]\n"
       "links: [{id: wide, kind: counters, from: lock, to: crime}, {id: narrow, kind: counters, from: lock, to: theft}]",
       {"note link 'narrow' ~ 'wide'"}},
      {link_without_effect,
       theft + "measures: [{id: lock}]\nlinks: [{id: things, kind: counters, from: lock, to: theft},"
               " {id: data, kind: counters, from: lock, to: theft, natures: [data]}]",
       {"note lock link 'data'"}},
      {lack_without_effect,
       "assets: [{id: disk}, {id: fan}]\n"
       "components: [{id: host, carries: [disk]}, {id: thin, parent: host, lacks: [disk, fan]}]",
       {"warning thin [fan] link 'thin lacks fan'"}},
      {lack_without_effect, "assets: [{id: disk}]\ncomponents: [{id: host, carries: [disk], lacks: [disk]}]", {}},
      {redundant_link,
       "assets: [{id: disk}, {id: plate, parent: disk}]\ncomponents:\n- {id: host, carries: [disk, plate]}\n"
       "- {id: thin, parent: host, lacks: [disk]}\n- {id: kiosk, parent: thin, lacks: [disk]}\n"
       "- {id: fat, parent: thin, carries: [disk]}\n- {id: fatter, parent: fat, carries: [disk]}",
       {"note link 'kiosk lacks disk' ~ 'thin lacks disk'", "note link 'fatter carries disk' ~ 'fat carries disk'"}},
      {unsupported_counter,
       "threats: [{id: theft}, {id: fire}, {id: flood}]\ncontrols: [{id: entry}]\nmeasures: [{id: lock}]\n"
       "links:\n- {kind: mitigates, from: entry, to: theft}\n- {kind: originates-from, from: lock, to: entry}\n"
       "- {id: both, kind: counters, from: lock, to: [theft, fire]}\n"
       "- {kind: counters, from: lock, to: flood, stands-because: {ja: 扉, en: a door}}",
       {"warning lock [fire] link 'both'"}},
      {lone_judgement,
       "threats: [{id: theft}, {id: fire}]\ncontrols: [{id: entry}]\nlinks:\n"
       "- {kind: mitigates, from: entry, to: theft, basis: {judgement: ours}, evidence: {agree: [report]}}\n"
       "- {id: alone, kind: mitigates, from: entry, to: fire, basis: {judgement: ours}, evidence: {disagree: [report]}}\n",
       {"warning link 'alone'"}},
      {broad_answer,
       "threats: [{id: a}, {id: b}, {id: c}, {id: d}]\n"
       "controls: [{id: all, broad-because: {ja: 何でも, en: anything}}, {id: half}, {id: one}]\n"
       "links: [{id: w, kind: mitigates, from: all, to: [a, b, c]}, {id: h, kind: mitigates, from: half, to: [a, b]},"
       " {kind: mitigates, from: one, to: d}]",
       {"warning half"}},
      {declared_unmappable,
       "threats: [{id: a}]\ncontrols: [{id: policy}, {id: rules, group: true}, {id: rule, parent: rules}, {id: lock}]\n"
       "links: [{kind: mitigates, from: lock, to: a},\n"
       " {kind: mitigates, from: [policy], to: nothing, because: {ja: 組織, en: of organisation}},\n"
       " {kind: maps, from: lock, to: nothing, because: {ja: 無い, en: nothing like it}}]",
       {"note policy link 'policy mitigates nothing' \"組織\" \"of organisation\"",
        "note lock link 'lock maps nothing' \"無い\" \"nothing like it\""}},
      {mapped_after_all,
       "threats: [{id: a}]\ncontrols: [{id: lock}]\n"
       "links: [{kind: mitigates, from: lock, to: a}, {kind: mitigates, from: lock, to: nothing, because: none}]",
       {"error lock link 'lock mitigates nothing' ~ 'lock mitigates a'"}},
      {withdrawn_end,
       "threats: [{id: a, status: withdrawn}, {id: b}, {id: c, replaces: d}, {id: d, status: withdrawn}]\n"
       "controls: [{id: lock}]\nlinks: [{id: w, kind: mitigates, from: lock, to: [a, b, d]}]",
       {"warning a link 'w'"}},
      {orphan, "purposes: [{id: keep-out}, {id: amuse}]\nmeasures: [{id: lock, aims-at: [keep-out]}]", {"note amuse"}},
      {empty_group,
       "threats: [{id: crime, group: true}, {id: nature, group: true}, {id: fire, parent: nature}]",
       {"note crime"}},
      {uncovered,
       theft +
           "measures: [{id: lock}]\nlinks: [{id: secret, kind: counters, from: lock, to: theft, properties: [secrecy]}]",
       {"warning theft > disk [presence]"}},
      {control_only,
       theft +
           "controls: [{id: entry}]\nmeasures: [{id: lock}]\n"
           "links: [{id: secret, kind: counters, from: lock, to: theft, properties: [secrecy]}, {kind: mitigates, from: entry, to: theft}]",
       {"warning theft > disk [presence]"}},
      {single_point,
       theft +
           "measures: [{id: lock}, {id: guard}]\n"
           "links: [{kind: counters, from: lock, to: theft}, {id: guarded, kind: counters, from: guard, to: theft, properties: [presence]}]",
       {"note lock [theft]"}},
      // A control that all pairs of controls need is one; of three that answer in any two, none is.
      {single_point,
       theft +
           "controls: [{id: c1}, {id: c2}, {id: c3}]\n"
           "links: [{id: l, kind: mitigates, from: [c1, c2], to: theft}, {id: m, kind: mitigates, from: [c2, c3], to: theft},"
           " {id: n, kind: mitigates, from: [c1, c3], to: theft, properties: [secrecy]}]",
       {"note c2 [theft]"}},
      {unreached_threat,
       "natures: [{id: thing}, {id: person}]\ncomponents: [{id: rack, carries: [disk]}]\nassets: [{id: disk, natures: [thing]}]\n"
       "mechanisms: [{id: taking, acts-on: [{natures: [thing]}]}, {id: calling-away, acts-on: [{natures: [person]}]}]\n"
       "threats: [{id: theft, mechanisms: [taking]}, {id: absence, mechanisms: [calling-away]}]",
       {"warning absence"}},
      {untreated,
       theft + "measures: [{id: lock}]\ntreatments: [{id: patrol}]\n"
               "links: [{id: secret, kind: counters, from: lock, to: theft, properties: [secrecy]},"
               " {id: elsewhere, kind: treats, from: patrol, to: theft, natures: [data]}]\n"
               "system-cases: [{id: one, components: [rack]}]",
       {"warning theft > disk [presence] {one}"}},
      {treatment_without_use,
       theft + "measures: [{id: lock}]\ntreatments: [{id: patrol}, {id: copies}]\n"
               "links: [{id: secret, kind: counters, from: lock, to: theft, properties: [secrecy]},"
               " {id: watch, kind: treats, from: patrol, to: theft, properties: [presence]},"
               " {id: again, kind: treats, from: copies, to: theft, properties: [secrecy]}]",
       {"note copies"}},
      {unthreatened_asset,
       "natures: [{id: thing}, {id: idea}]\ncomponents: [{id: rack, carries: [disk, plan]}]\n"
       "assets: [{id: disk, natures: [thing]}, {id: plan, natures: [idea]}]\n"
       "mechanisms: [{id: taking, acts-on: [{natures: [thing]}]}]\nthreats: [{id: theft, mechanisms: [taking]}]",
       {"warning plan"}},
      {unknown_value,
       "properties: [{id: presence, levels: [low, mid, high]}]\nlevels: [{id: low}, {id: mid}, {id: high}]\n"
       "patterns: [{id: 1, levels: {presence: high}}, {id: 2, levels: {presence: mid}}, {id: 3, levels: {presence: low}}]\n"
       "units: [{id: h, dimension: time, factor: 1}]\n"
       "measures: [{id: check, indicators: [{key: a, stricter: lower, values: {1: within 3 h, 2: unknown}},"
       " {key: b, stricter: lower, values: {1: '-', 2: '-', 3: '-'}}]}]",
       {"note check [2,3] \"a\""}},
      {laxer_value,
       "properties: [{id: presence, levels: [low, high]}]\nlevels: [{id: low}, {id: high}]\n"
       "patterns: [{id: 1, levels: {presence: high}}, {id: 2, levels: {presence: low}}]\n"
       "units: [{id: h, dimension: time, factor: 1}]\n"
       "measures: [{id: check, indicators: [{key: a, stricter: lower, values: {1: within 5 h, 2: within 3 h}},"
       " {key: b, stricter: lower, values: {1: within 3 h, 2: within 5 h}}]}]",
       {"warning check [1,2] \"a\""}},
      {laxer_selection,
       "properties: [{id: presence, levels: [low, high]}, {id: use, levels: [low, high]}]\nlevels: [{id: low}, {id: high}]\n"
       "patterns: [{id: 1, levels: {presence: high, use: low}}, {id: 2, levels: {presence: low, use: low}},"
       " {id: 3, levels: {presence: low, use: high}}]\n"
       "controls: [{id: gate, patterns: [2]}, {id: bar, patterns: [1, 3]}]\n"
       "measures: [{id: check, patterns: [2, 3]}, {id: search, patterns: [1, 2, 3]}, {id: look}]",
       {"warning gate [1,2]", "warning gate [3,2]", "warning check [1,2]"}},
      {missing_translation,
       "threats: [{id: theft, title: {ja: 盗難, en: Theft}, note: 鍵のないこと}, {id: fire, title: Fire}, {id: flood}]",
       {"warning fire \"title\" \"ja\"", "warning flood \"title\" \"ja\" \"en\"", "note theft \"note\" \"en\""}},
      {duplicate_title,
       "threats: [{id: inside, title: {ja: 盗難, en: Theft}}, {id: outside, title: {ja: 盗難, en: Theft by others}},"
       " {id: fire, title: {ja: 火災, en: Fire}}]",
       {"note inside [inside,outside] \"盗難\" \"\""}},
      {judgement_without_reason,
       "threats: [{id: theft}, {id: fire}, {id: flood}]\ncontrols: [{id: lock}]\n"
       "links:\n- {kind: mitigates, from: lock, to: theft, because: {ja: 入れない, en: nobody gets in},"
       " basis: {judgement: seen}}\n"
       "- {id: bare, kind: mitigates, from: lock, to: fire, basis: {judgement: {ja: 一度に見た, en: all at once}}}\n"
       "- {id: stated, kind: mitigates, from: lock, to: flood}",
       {"note link 'bare'"}},
  };
  return all;
}

}  // namespace

TEST_CASE("each kind of finding has a catalogue that shows it, and nothing but it", "[engine][check]") {
  for (const auto& story : stories()) {
    INFO(name_of(story.kind) << "\n" << story.catalog);
    CHECK(found(World(story.catalog), story.kind) == story.expected);
  }
}

TEST_CASE("no kind of finding is without a test", "[engine][check]") {
  std::set<FindingKind> shown{FindingKind::overridden};  // needs two catalogues, see below
  for (const auto& story : stories()) shown.insert(story.kind);
  for (const auto& row : finding_kinds()) {
    INFO(row.name);
    CHECK(shown.contains(row.kind));
  }
}

TEST_CASE("what an overlay changes is told with both places", "[engine][check]") {
  const World world(
      {catalog_text("threats: [{id: theft, title: Theft}]"),
       catalog_text("edits: [{replace: threat theft, field: title, was: Theft, is: Robbery}]", "mine", "field")});
  const auto view = world.view();
  const auto result = check(view);
  const auto finding = std::ranges::find(result.findings, FindingKind::overridden, &Finding::kind);
  REQUIRE(finding != result.findings.end());
  CHECK(finding->texts == Strings{"threat theft, title", "Theft", "Robbery", "mine"});
  REQUIRE(finding->places.size() == 2);
  CHECK(finding->places[0].catalog == "mine");
  CHECK(finding->places[1].catalog == "field");
}

TEST_CASE("a threat that some system case has no asset for is only worth knowing", "[engine][check]") {
  const std::string cases = R"(
natures: [{id: thing}, {id: person}]
components: [{id: rack, carries: [disk]}, {id: desk, carries: [clerk]}]
assets: [{id: disk, natures: [thing]}, {id: clerk, natures: [person]}]
mechanisms: [{id: taking, acts-on: [{natures: [thing]}]}, {id: calling-away, acts-on: [{natures: [person]}]}]
threats: [{id: theft, mechanisms: [taking]}, {id: absence, mechanisms: [calling-away]}]
system-cases: [{id: small, components: [rack]}, {id: large, components: [rack, desk]}]
)";
  CHECK(found(World(cases), FindingKind::unreached_threat) == Strings{"note absence {small}"});
}

TEST_CASE("where patterns select, coverage is looked at for each pattern", "[engine][check][called-for]") {
  const std::string field = R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: use, levels: [low, mid, high]}]
patterns: [{id: 1, levels: {use: low}}, {id: 2, levels: {use: mid}}, {id: 3, levels: {use: high}}]
components: [{id: rack, carries: [disk]}, {id: desk, carries: [disk]}]
assets: [{id: disk}]
threats: [{id: theft, harms: [use]}, {id: fire, harms: [use]}]
measures: [{id: lock, patterns: [2, 3]}, {id: hose, patterns: [1]}, {id: bell, patterns: [1, 2, 3]}]
links:
  - {id: l, kind: counters, from: lock, to: theft}
  - {id: h, kind: counters, from: hose, to: fire}
  - {id: b, kind: counters, from: bell, to: fire, components: [desk]}
system-cases: [{id: racks, components: [rack]}, {id: desks, components: [desk]}]
)";
  const World world(field);
  const auto result = check(world.view());
  REQUIRE(result.cases.size() == 6);
  std::string covered;
  for (const auto& [system_case, pattern, coverage, unreached] : result.cases) {
    covered += world.catalog().system_cases[*system_case].code + ' ' + world.catalog().patterns[*pattern].code + ": " +
               std::to_string(coverage.covered) + ", ";
  }
  CHECK(covered == "racks 1: 1, racks 2: 1, racks 3: 1, desks 1: 1, desks 2: 2, desks 3: 2, ");
  Strings uncovered;
  for (const auto& finding : result.findings) {
    if (finding.kind != FindingKind::uncovered) continue;
    auto text = world.catalog().entry(*finding.subject).code;
    for (const auto entry : finding.cases) text += ' ' + world.catalog().entry(entry).code;
    for (const auto entry : finding.patterns) text += ' ' + world.catalog().entry(entry).code;
    uncovered.push_back(text);
  }
  CHECK(uncovered == Strings{"theft racks desks 1", "fire racks 2 3"});
  CHECK(found(world, FindingKind::link_without_effect).empty());
  CHECK(found(world, FindingKind::measure_without_use).empty());
  CHECK(found(world, FindingKind::laxer_selection) == Strings{"warning hose [2,1]", "warning hose [3,1]"});
  SECTION("and what no pattern covers is told without them") {
    auto open = field;
    open.replace(open.find("patterns: [1, 2, 3]"), 19, "patterns: [1]");
    open.replace(open.find("to: theft"), 9, "to: fire");
    const auto findings = check(World(open).view()).findings;
    const auto of_theft = std::ranges::find_if(findings, [](const Finding& finding) {
      return finding.kind == FindingKind::uncovered && finding.subject->index == 0;
    });
    REQUIRE(of_theft != findings.end());
    CHECK(of_theft->patterns.empty());
  }
}

TEST_CASE("an exposure open in two system cases is one finding", "[engine][check]") {
  const auto cases =
      theft +
      "measures: [{id: lock}]\nlinks: [{id: secret, kind: counters, from: lock, to: theft, properties: [secrecy]}]\n"
      "system-cases: [{id: one, components: [rack]}, {id: two, components: [rack, {id: more, type: rack}]}]\n";
  const World world(cases);
  CHECK(found(world, FindingKind::uncovered) == Strings{"warning theft > disk [presence] {one,two}"});
  const auto view = world.view();
  const auto result = check(view);
  REQUIRE(result.cases.size() == 2);
  CHECK(result.cases[0].coverage.uncovered == 1);
  CHECK(result.cases[1].coverage.uncovered == 2);
  for (const auto& [system_case, pattern, coverage, unreached] : result.cases) {
    CHECK_FALSE(pattern);
    CHECK(coverage.covered + coverage.control_only + coverage.uncovered == coverage.exposures.size());
  }
}

TEST_CASE("what is left without a measure is told with what is proposed against it, or that nothing is",
          "[engine][check]") {
  const std::string office = R"(
properties: [{id: secrecy}, {id: presence}]
natures: [{id: thing}, {id: person}]
mechanisms:
- {id: taking, acts-on: [{natures: [thing], properties: [secrecy, presence]}]}
- {id: calling-away, acts-on: [{natures: [person]}]}
components: [{id: rack, carries: [disk]}, {id: desk, carries: [clerk]}]
assets: [{id: disk, natures: [thing]}, {id: clerk, natures: [person]}]
threats:
- {id: theft, harms: [secrecy, presence], mechanisms: [taking]}
- {id: absence, harms: [presence], mechanisms: [calling-away]}
- {id: strike, harms: [presence], mechanisms: [calling-away]}
controls: [{id: entry}]
measures: [{id: lock}]
system-cases: [{id: one, components: [rack]}]
)";
  const std::string answered = "links:\n- {kind: mitigates, from: entry, to: theft}\n";
  const std::string treated = "treatments: [{id: patrol}, {id: copies}, {id: deputies}]\n" + answered +
                              "- {kind: treats, from: patrol, to: theft}\n"
                              "- {id: c, kind: treats, from: copies, to: theft, properties: [presence]}\n"
                              "- {kind: treats, from: deputies, to: absence}\n";
  using enum FindingKind;
  // What differs in its proposals is told apart.
  CHECK(found(World(office + treated), control_only) ==
        Strings{"warning theft > disk [secrecy] {one} proposes patrol",
                "warning theft > disk [presence] {one} proposes patrol,copies"});
  CHECK(found(World(office + treated), unreached_threat) ==
        Strings{"warning absence {one} proposes deputies", "warning strike {one}"});
  CHECK(found(World(office + treated), untreated) == Strings{"warning strike {one}"});
  CHECK(found(World(office + treated), treatment_without_use).empty());
  CHECK(found(World(office + treated), orphan).empty());
  // Catalogues without treatments are not about them.
  CHECK(found(World(office + answered), untreated).empty());
  CHECK(found(World(office + answered), control_only) == Strings{"warning theft > disk [secrecy,presence] {one}"});
}

TEST_CASE("an exposure that is treated on one component and not on another is untreated", "[engine][check]") {
  const World world(R"(
properties: [{id: presence}]
natures: [{id: thing}]
mechanisms: [{id: taking, acts-on: [{natures: [thing]}]}]
components: [{id: rack, carries: [disk]}, {id: box, carries: [disk]}]
assets: [{id: disk, natures: [thing]}]
threats: [{id: theft, harms: [presence], mechanisms: [taking]}, {id: fire}]
measures: [{id: lock}]
treatments: [{id: patrol}]
system-cases: [{id: one, components: [rack, box]}]
)"
                    "links: [{kind: counters, from: lock, to: fire},"
                    " {id: p, kind: treats, from: patrol, to: theft, components: [rack]}]\n");
  CHECK(found(world, FindingKind::untreated) == Strings{"warning theft > disk [presence] {one}", "warning fire {one}"});
  CHECK(found(world, FindingKind::uncovered) == Strings{"warning theft > disk [presence] {one} proposes patrol"});
}

TEST_CASE("catalogues that say of no control what became of it are not blamed for the rest", "[engine][check]") {
  const World world("controls: [{id: lock}]\ndispositions: [{id: dropped}]\n");
  CHECK(found(world, FindingKind::control_without_disposition).empty());
}

TEST_CASE("catalogues that are not about answering threats are not blamed for it", "[engine][check]") {
  const World world(theft);
  const auto view = world.view();
  const auto result = check(view);
  CHECK(result.count(FindingKind::uncovered) == 0);
  CHECK(result.cases.empty());
  const World standard("standards: [{id: s}]\ncontrols: [{id: a, standard: s}, {id: b, standard: s}]");
  CHECK(found(standard, FindingKind::control_without_use).empty());
}

TEST_CASE("an exception on purpose makes what it excepts from not redundant", "[engine][check]") {
  const std::string again = R"(
properties: [{id: secrecy}]
natures: [{id: thing}, {id: paper, parent: thing}, {id: deed, parent: paper}]
mechanisms:
- id: taking
  acts-on: [{natures: [thing], properties: [secrecy]}, {natures: [deed], properties: [secrecy]}]
  spares: [{natures: [paper], properties: [secrecy]}]
)";
  CHECK(found(World(again), FindingKind::redundant_link).empty());
  CHECK(found(World(again), FindingKind::contradiction).empty());
}

TEST_CASE("of two links that say the same, the later one is the repetition", "[engine][check]") {
  const World world(
      "threats: [{id: theft}]\nmeasures: [{id: lock}]\n"
      "links: [{id: first, kind: counters, from: lock, to: theft}, {id: second, kind: counters, from: lock, to: theft}]");
  CHECK(found(world, FindingKind::redundant_link) == Strings{"note link 'second' ~ 'first'"});
}

TEST_CASE("manifests and reasons are looked at too, a reason once for all that rests on it", "[engine][check]") {
  const World world(
      {catalog_text("threats: [{id: theft, title: {ja: 盗難, en: Theft}}]\n"
                    "controls: [{id: lock, title: {ja: 錠, en: Lock}}, {id: gate, title: {ja: 門, en: Gate}}]"),
       {"mine.yaml", R"(
catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-11-22, title: Mine, depends-on: [field], sources: [{id: book, title: 本}]}
basis: {judgement: seen, on: 2026-11-22}
threats:
  - {id: fire, title: {ja: 火災, en: Fire}}
  - {id: flood, title: {ja: 水害, en: Flood}, basis: {unverified: heard of}}
links:
  - {kind: mitigates, from: gate, to: fire, because: it is closed}
edits:
  - {add: threat theft, field: note, is: {ja: 夜, en: at night}, because: dark}
  - {withdraw: control lock, because: 外した}
)"}});
  const auto view = world.view();
  Strings told;
  for (const auto& finding : check(view, {"mine"}).findings) {
    if (finding.kind != FindingKind::missing_translation) continue;
    told.push_back(std::to_string(finding.places.front().at.line) + ' ' + describe(world.catalog(), finding));
  }
  CHECK(told == Strings{"2 warning \"title\" \"ja\"", "2 warning \"source book, title\" \"en\"",
                        "3 note \"reason\" \"ja\"", "6 note \"reason\" \"ja\"",
                        "8 note link 'gate mitigates fire' \"because\" \"ja\"", "10 note \"reason\" \"ja\"",
                        "11 note \"reason\" \"en\""});
}

TEST_CASE("an edit is believed for some reason, unless each part of it has its own", "[engine][check]") {
  const auto bare = [](const std::string& basis, const std::string& edit) {
    const World world({catalog_text("threats: [{id: theft, note: a}]\norigins: [{id: us}]"),
                       {"mine.yaml",
                        "catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-11-22, "
                        "depends-on: [field]}\nbasis: " +
                            basis + "\nedits: [" + edit + "]\n"}});
    return found(world, FindingKind::judgement_without_reason, {"mine"});
  };
  const std::string none = "{judgement: '', on: 2026-11-22}";
  const Strings told{"warning \"threat theft\""};
  CHECK(bare(none, "{withdraw: threat theft}") == told);
  CHECK(bare("unverified", "{withdraw: threat theft, basis: " + none + "}") == told);
  CHECK(bare(none, "{withdraw: threat theft, because: it is no threat}").empty());
  CHECK(bare(none, "{withdraw: threat theft, basis: {judgement: it is no threat}}").empty());
  CHECK(bare("{judgement: all of them are none}", "{withdraw: threat theft}").empty());
  CHECK(bare("unverified", "{withdraw: threat theft}").empty());
  CHECK(bare(none, "{replace: threat theft, field: note, was: a, is: b}") == Strings{"warning \"threat theft, note\""});
  CHECK(bare(none, "{add: threat theft, field: origin, is: us}") == Strings{"warning \"threat theft, origin\""});
  CHECK(bare(none, "{add: threat theft, field: origin, is: {is: us, because: it is ours}}").empty());
}

TEST_CASE("only what concerns the named catalogues is told", "[engine][check]") {
  const World world({catalog_text("threats: [{id: theft}]"), catalog_text("threats: [{id: fire}]", "mine", "field")});
  CHECK(found(world, FindingKind::missing_translation).size() == 2);
  CHECK(found(world, FindingKind::missing_translation, {"mine"}) == Strings{"warning fire \"title\" \"ja\" \"en\""});
}

TEST_CASE("a check sees what its view shows, and says when that is nothing", "[engine][check]") {
  const World world(
      "threats: [{id: theft, basis: unverified}, "
      "{id: fire, basis: {judgement: {ja: 一度見た, en: once seen}}}]");
  CHECK(found(world, FindingKind::missing_translation, {}, BasisKind::judgement).size() == 1);
  const auto all = world.view();
  CHECK_FALSE(check(all).empty);
  const auto none = world.view(BasisKind::stated);
  CHECK(check(none).empty);
}

TEST_CASE("statements are counted by their basis", "[engine][check]") {
  const World world(
      "threats: [{id: theft, basis: unverified}, {id: fire, basis: {judgement: once seen}}, {id: flood}]");
  const auto view = world.view();
  const auto bases = check(view).bases;
  REQUIRE(bases.size() == 1);
  CHECK(bases[0].what == "threats");
  CHECK(bases[0].by_basis == std::array<std::size_t, 3>{1, 1, 1});
}

TEST_CASE("how a step is told is looked at as a text, and is no statement nor out of use", "[engine][check]") {
  const std::string steps = R"(
steps:
- {id: harm, title: "{threat} harms {property}"}
- {id: requires, title: {ja: "{by}には{needed}が要る", en: "{by} needs {needed}"}}
- {id: class, title: {ja: "{measure}は{class}である", en: "{measure} is {class}"}}
links: [{id: see, kind: related, from: harm, to: requires}]
)";
  const World alone(steps);
  CHECK(found(alone, FindingKind::missing_translation) == Strings{"warning harm \"title\" \"ja\""});
  CHECK(found(alone, FindingKind::orphan).empty());
  const auto view = alone.view();
  const auto result = check(view);
  REQUIRE(result.bases.size() == 1);
  CHECK(result.bases[0].what == "related");
  const World told("steps: [{id: class, basis: unverified}]");
  const auto all = told.view();
  CHECK_FALSE(check(all).empty);
  const auto none = told.view(BasisKind::judgement);
  CHECK(check(none).empty);
}

TEST_CASE("every kind of finding has a name of its own", "[engine][check]") {
  std::set<std::string_view> names;
  for (const auto& row : finding_kinds()) {
    CHECK(name_of(row.kind) == row.name);
    names.insert(row.name);
  }
  CHECK(names.size() == finding_kinds().size());
}
