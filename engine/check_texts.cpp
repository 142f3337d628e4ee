#include <algorithm>
#include <map>
#include <set>

#include "engine/check_parts.hpp"
#include "model/text.hpp"

namespace michibiki::checks {
namespace {

/// Of what an edit changes, in a message.
constexpr std::size_t shown_width = 80;

bool in_one_language(const Wording& wording) { return wording.ja.empty() != wording.en.empty(); }

/// Texts that are given in one language only. A title may not be missing; other texts may, but not in one language.
class Translations {
 public:
  explicit Translations(Findings& findings) : findings_(findings), catalog_(findings.catalog()) {}

  void check() {
    check_manifests();
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) check_entries(static_cast<EntryKind>(kind));
    for (const auto& measure : catalog_.measures) check_measure(measure);
    for (const auto& scale : catalog_.scales) {
      for (const auto& choice : scale.choices) {
        if (in_one_language(choice.title)) add(scale.fact, "choice " + choice.code, choice.title, Severity::warning);
      }
    }
    for (std::size_t i = 0; i < catalog_.links.size(); ++i) check_link(LinkId{i});
    check_criteria();
    check_reasons();
  }

 private:
  bool shown(FactId fact) const { return findings_.view().holds(fact); }

  Finding& add(Place at, std::string what, const Wording& wording, Severity severity) {
    auto& finding = findings_.add(FindingKind::missing_translation, std::move(at));
    finding.severity = severity;
    finding.texts = {std::move(what)};
    if (wording.ja.empty()) finding.texts.emplace_back("ja");
    if (wording.en.empty()) finding.texts.emplace_back("en");
    return finding;
  }
  Finding& add(FactId at, std::string what, const Wording& wording, Severity severity) {
    return add(findings_.place(at), std::move(what), wording, severity);
  }

  void check_manifests() {
    const auto check_title = [&](const Place& at, const std::string& what, const Wording& title) {
      if (title.ja.empty() || title.en.empty()) add(at, what, title, Severity::warning);
    };
    for (const auto& layer : catalog_.layers) check_title({layer.code, layer.location}, "title", layer.title);
    for (const auto& [code, source] : catalog_.sources) {
      check_title({source.catalog, source.location}, "source " + code + ", title", source.title);
    }
  }

  void check_entries(EntryKind kind) {
    for (std::size_t i = 0; i < catalog_.size(kind); ++i) {
      const EntryRef entry(kind, i);
      const auto& common = catalog_.entry(entry);
      if (!shown(common.fact)) continue;
      if (common.title.ja.empty() || common.title.en.empty()) {
        add(common.fact, "title", common.title, Severity::warning).subject = entry;
      }
      if (in_one_language(common.note)) add(common.fact, "note", common.note, Severity::note).subject = entry;
    }
  }

  void check_measure(const Measure& measure) {
    if (!shown(measure.fact)) return;
    const auto subject = *catalog_.find(EntryKind::measure, measure.code);
    if (in_one_language(measure.summary))
      add(measure.fact, "summary", measure.summary, Severity::note).subject = subject;
    for (const auto& indicator : measure.indicators) {
      const auto what = "indicator " + indicator.key;
      if (indicator.title.ja.empty() || indicator.title.en.empty()) {
        add(indicator.fact, what, indicator.title, Severity::warning).subject = subject;
      }
      if (in_one_language(indicator.relative_to)) {
        add(indicator.fact, what + ", relative-to", indicator.relative_to, Severity::note).subject = subject;
      }
    }
  }

  void check_link(LinkId id) {
    const auto& link = catalog_.link(id);
    if (!shown(link.fact)) return;
    if (in_one_language(link.because)) {
      add(link.fact, "because", link.because, Severity::note).link = id;
      told_.insert(catalog_.fact(link.because.given_fact()).location);
    }
    if (in_one_language(link.stands_because))
      add(link.fact, "stands-because", link.stands_because, Severity::note).link = id;
    if (in_one_language(link.evidence.alone)) add(link.fact, "alone", link.evidence.alone, Severity::note).link = id;
  }

  void check_criteria() {
    for (const auto& criterion : catalog_.level_criteria) {
      for (const auto& rule : criterion.rules) {
        if (!shown(rule.fact) || !in_one_language(rule.because)) continue;
        add(rule.fact, "rule " + rule.code, rule.because, Severity::note).subject = ref(criterion.property);
      }
    }
  }

  /// Much may rest on one reason, which is told once, where it is written.
  void check_reasons() {
    const auto check = [&](const Basis& basis, const std::string& catalog) {
      if (!in_one_language(basis.reason) || !told_.insert(basis.reason_at).second) return;
      add(Place{catalog, basis.reason_at}, "reason", basis.reason, Severity::note);
    };
    for (std::size_t i = 0; i < catalog_.facts.size(); ++i) {
      if (shown(FactId{i})) check(catalog_.facts[i].basis, catalog_.facts[i].catalog);
    }
    for (const auto& edit : catalog_.overrides) {
      if (edit.basis && edit.basis->kind >= findings_.view().trust()) check(*edit.basis, edit.catalog);
    }
  }

  Findings& findings_;
  const Catalog& catalog_;
  std::set<SourceLocation> told_;  ///< where reasons stand
};

/// Entries of one kind that a reader cannot tell apart.
void check_titles(Findings& findings) {
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    std::map<std::vector<EntryRef>, Wording> alike;  // in both languages is one finding
    for (const auto language : {&Wording::ja, &Wording::en}) {
      std::map<std::string, std::vector<EntryRef>> by_title;
      for (const auto entry : items(findings.view(), static_cast<EntryKind>(kind))) {
        const auto& title = findings.catalog().entry(entry).title.*language;
        if (!title.empty()) by_title[title].push_back(entry);
      }
      for (const auto& [title, entries] : by_title) {
        if (entries.size() > 1) alike[entries].*language = title;
      }
    }
    for (const auto& [entries, title] : alike) {
      auto& finding = findings.add(FindingKind::duplicate_title, entries.front());
      for (const auto entry : entries) {
        if (entry != entries.front()) finding.places.push_back(findings.place(findings.catalog().entry(entry).fact));
      }
      finding.members = entries;
      finding.texts = {title.ja, title.en};
    }
  }
}

/// Links that are somebody's judgement about these very two: they say why, each for itself.
constexpr std::array judged_kinds{LinkKind::lacks,           LinkKind::works_by,  LinkKind::acts_on,
                                  LinkKind::spares,          LinkKind::mitigates, LinkKind::counters,
                                  LinkKind::originates_from, LinkKind::involves,  LinkKind::exposes,
                                  LinkKind::disposed_as,     LinkKind::treats};

void check_reasons(Findings& findings) {
  const auto& catalog = findings.catalog();
  const auto judged = [&](FactId fact) {
    return findings.view().holds(fact) && catalog.fact(fact).basis.kind == BasisKind::judgement;
  };
  const bool judgements_hold = findings.view().trust() <= BasisKind::judgement;
  for (std::size_t i = 0; i < catalog.links.size(); ++i) {
    const LinkId id{i};
    const auto& link = catalog.link(id);
    if (!judged(link.fact) || !link.because.empty()) continue;
    const bool own_reason_wanted = std::ranges::count(judged_kinds, link.kind) != 0;
    const bool no_reason = catalog.fact(link.fact).basis.reason.empty();
    if (!own_reason_wanted && !no_reason) continue;
    auto& finding = findings.add(FindingKind::judgement_without_reason, id);
    // The file's general reason stands behind it, but none about this link.
    if (!no_reason) finding.severity = Severity::note;
  }
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (const auto entry : items(findings.view(), static_cast<EntryKind>(kind))) {
      const auto fact = catalog.entry(entry).fact;
      if (judged(fact) && catalog.fact(fact).basis.reason.empty()) {
        findings.add(FindingKind::judgement_without_reason, entry);
      }
    }
  }
  for (const auto& edit : catalog.overrides) {
    const auto& basis = edit.basis;
    if (!judgements_hold || !basis || basis->kind != BasisKind::judgement || !basis->reason.empty()) continue;
    findings.add(FindingKind::judgement_without_reason, Place{edit.catalog, edit.edited_at}).texts = {edit.target};
  }
}

void check_overrides(Findings& findings) {
  const auto& catalog = findings.catalog();
  for (const auto& edit : catalog.overrides) {
    auto& finding = findings.add(FindingKind::overridden, Place{edit.catalog, edit.edited_at});
    finding.places.push_back({edit.stated_by, edit.stated_at});
    finding.texts = {edit.target, truncate_to_width(edit.before, shown_width),
                     truncate_to_width(edit.after, shown_width), edit.catalog};
  }
}

}  // namespace

void check_texts(Findings& findings) {
  Translations(findings).check();
  check_titles(findings);
  check_reasons(findings);
  check_overrides(findings);
}

}  // namespace michibiki::checks
