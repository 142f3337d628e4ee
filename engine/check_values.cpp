#include <algorithm>

#include "engine/called_for.hpp"
#include "engine/check_parts.hpp"
#include "engine/published_value.hpp"
#include "model/compare_values.hpp"

namespace michibiki::checks {
namespace {

/// Where a level stands on the scale of its property.
std::size_t rank(const Catalog& catalog, PropertyId property, LevelId level) {
  const auto& scale = catalog.properties[property].levels;
  return static_cast<std::size_t>(std::ranges::find(scale, level) - scale.begin());
}

/// The indicators of one measure.
class ValueCheck {
 public:
  ValueCheck(Findings& findings, EntryRef measure)
      : findings_(findings), view_(findings.view()), catalog_(findings.catalog()), measure_(measure) {}

  void check(const Indicator& indicator) {
    check_known(indicator);
    for (std::size_t a = 0; a < catalog_.patterns.size(); ++a) {
      for (std::size_t b = 0; b < catalog_.patterns.size(); ++b) check_order(indicator, PatternId{a}, PatternId{b});
    }
  }

 private:
  Finding& add(FindingKind kind, FactId at, const Indicator& indicator) {
    auto& finding = findings_.add(kind, at);
    finding.subject = measure_;
    finding.texts.push_back(indicator.key);
    return finding;
  }

  void check_known(const Indicator& indicator) {
    std::vector<EntryRef> unknown;
    const auto& limit = patterns_of(catalog_, measure_);
    for (const auto pattern : items(view_, EntryKind::pattern)) {
      if (called_in(view_, limit, PatternId{pattern.index}).call == Call::none) continue;
      if (known_value(view_, indicator, PatternId{pattern.index}) == nullptr) unknown.push_back(pattern);
    }
    const bool none = catalog_.patterns.empty() && known_value(view_, indicator, std::nullopt) == nullptr;
    if (!unknown.empty() || none)
      add(FindingKind::unknown_value, indicator.fact, indicator).members = std::move(unknown);
  }

  void check_order(const Indicator& indicator, PatternId strong, PatternId weak) {
    if (!requires_more(catalog_, strong, weak)) return;
    const auto* a = known_value(view_, indicator, strong);
    const auto* b = known_value(view_, indicator, weak);
    if (a == nullptr || b == nullptr) return;
    if (compare_strictness(view_, indicator, a->value, b->value) != std::weak_ordering::less) return;
    auto& finding = add(FindingKind::laxer_value, a->fact, indicator);
    finding.places.push_back(findings_.place(b->fact));
    finding.members = {ref(strong), ref(weak)};
  }

  Findings& findings_;
  const View& view_;
  const Catalog& catalog_;
  EntryRef measure_;
};

}  // namespace

bool requires_more(const Catalog& catalog, PatternId a, PatternId b) {
  const auto& levels = catalog.patterns[a].levels;
  const auto& others = catalog.patterns[b].levels;
  bool more = false;
  for (const auto& [property, level] : levels) {
    const auto other = others.find(property);
    if (other == others.end()) return false;
    const auto mine = rank(catalog, property, level.value);
    const auto theirs = rank(catalog, property, other->second.value);
    if (mine < theirs) return false;
    more = more || mine > theirs;
  }
  return more && levels.size() == others.size();
}

void check_values(Findings& findings) {
  for (const auto entry : items(findings.view(), EntryKind::measure)) {
    ValueCheck values(findings, entry);
    for (const auto& indicator : findings.catalog().measures.at(entry.index).indicators) values.check(indicator);
  }
}

}  // namespace michibiki::checks
