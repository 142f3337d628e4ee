#include <algorithm>

#include "engine/basis_through.hpp"
#include "engine/check_parts.hpp"
#include "engine/place.hpp"

namespace michibiki::checks {
namespace {

/// Of use to what requires it. What names an ordinary control says nothing of those under it.
bool is_required(const View& view, EntryRef control) {
  return std::ranges::any_of(view.links_to_upwards(control, LinkKind::requires_other),
                             [&](LinkId link) { return items_meant(view, link).contains(control); });
}

void check_controls(Findings& findings) {
  const auto& view = findings.view();
  const bool mitigating = has_links(view, LinkKind::mitigates);
  if (!mitigating && !has_links(view, LinkKind::originates_from)) return;
  for (const auto control : items(view, EntryKind::control)) {
    if (!view.links_from_upwards(control, LinkKind::mitigates).empty()) continue;
    if (declared_without(view, control, LinkKind::mitigates)) continue;
    if (is_required(view, control)) continue;
    const bool origin = !view.links_to_upwards(control, LinkKind::originates_from).empty();
    if (!origin) {
      findings.add(FindingKind::control_without_use, control);
    } else if (mitigating) {
      findings.add(FindingKind::control_without_threat, control);
    }
  }
}

/// A guideline that says what became of some controls of a standard owes it of all.
void check_dispositions(Findings& findings) {
  const auto& view = findings.view();
  if (!has_links(view, LinkKind::disposed_as)) return;
  for (const auto control : items(view, EntryKind::control)) {
    if (view.links_from(control, LinkKind::disposed_as).empty())
      findings.add(FindingKind::control_without_disposition, control);
  }
}

void check_measures(Findings& findings) {
  const auto& view = findings.view();
  const bool countering = has_links(view, LinkKind::counters);
  const bool originating = has_links(view, LinkKind::originates_from);
  for (const auto measure : items(view, EntryKind::measure)) {
    const bool counters = !view.links_from_upwards(measure, LinkKind::counters).empty();
    const bool involves = !view.links_to_upwards(measure, LinkKind::involves).empty();
    const bool declared = declared_without(view, measure, LinkKind::counters);
    if (countering && !counters && involves && !declared) findings.add(FindingKind::measure_without_threat, measure);
    if (originating && view.links_from_upwards(measure, LinkKind::originates_from).empty() &&
        !declared_without(view, measure, LinkKind::originates_from)) {
      findings.add(FindingKind::measure_without_origin, measure);
    }
    if (view.catalog().measures.at(measure.index).indicators.empty()) {
      findings.add(FindingKind::measure_without_indicator, measure);
    }
    if (!view.catalog().placement.empty() && !place(view, MeasureId{measure.index}).chapter) {
      findings.add(FindingKind::measure_without_chapter, measure);
    }
  }
}

}  // namespace

void check_answers(Findings& findings) {
  check_controls(findings);
  check_dispositions(findings);
  check_measures(findings);
}

}  // namespace michibiki::checks
