// One small catalogue for every kind of finding.
#include <set>

#include "engine/check.hpp"

#include "tests/catch.hpp"
#include "tests/engine/findings.hpp"

namespace michibiki::testing {
namespace {

struct Story {
  FindingKind kind;
  std::string catalog;
  Strings expected;
};

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

TEST_CASE("every kind of finding has a name of its own", "[engine][check]") {
  std::set<std::string_view> names;
  for (const auto& row : finding_kinds()) {
    CHECK(name_of(row.kind) == row.name);
    names.insert(row.name);
  }
  CHECK(names.size() == finding_kinds().size());
}

}  // namespace michibiki::testing
