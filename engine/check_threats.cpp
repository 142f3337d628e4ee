#include <algorithm>
#include <set>

#include "engine/check_parts.hpp"

namespace michibiki::checks {
namespace {

/// Whatever the links of a kind arrive at, with everything above it.
std::set<EntryRef> reached(const View& view, LinkKind kind) {
  std::set<EntryRef> found;
  for (std::size_t i = 0; i < view.catalog().links.size(); ++i) {
    const LinkId id{i};
    const auto& link = view.catalog().link(id);
    if (link.kind != kind || !view.holds(id)) continue;
    for (const auto to : link.to) {
      const auto path = view.graph().upwards(to);
      found.insert(path.begin(), path.end());
    }
  }
  return found;
}

void check_each_threat(Findings& findings) {
  const auto& view = findings.view();
  const auto& catalog = view.catalog();
  const bool mechanisms_known = !catalog.mechanisms.empty() || has_links(view, LinkKind::exposes);
  for (const auto entry : items(view, EntryKind::threat)) {
    const auto& threat = catalog.threats.at(entry.index);
    if (!catalog.origins.empty() && !(threat.origin && view.holds(threat.origin->fact))) {
      findings.add(FindingKind::threat_without_origin, entry);
    }
    const auto holds = [&](const auto& harm) { return view.holds(harm.fact); };
    if (!catalog.properties.empty() && std::ranges::none_of(threat.harms, holds)) {
      findings.add(FindingKind::threat_without_harm, entry);
    }
    if (mechanisms_known && view.links_from_upwards(entry, LinkKind::works_by).empty() &&
        view.links_from_upwards(entry, LinkKind::exposes).empty() &&
        !declared_without(view, entry, LinkKind::exposes)) {
      findings.add(FindingKind::threat_without_mechanism, entry);
    }
  }
}

void check_mechanisms(Findings& findings) {
  const auto& view = findings.view();
  const auto used = reached(view, LinkKind::works_by);
  for (const auto mechanism : items(view, EntryKind::mechanism)) {
    if (!used.contains(mechanism)) {
      findings.add(FindingKind::mechanism_without_threat, mechanism);
    } else if (view.links_from_upwards(mechanism, LinkKind::acts_on).empty()) {
      findings.add(FindingKind::mechanism_without_effect, mechanism);
    }
  }
}

void check_natures(Findings& findings) {
  const auto& view = findings.view();
  const auto had = reached(view, LinkKind::has_nature);
  const auto acted_on = reached(view, LinkKind::acts_on);  // a nature above one that is acted on is covered by it
  for (const auto nature : items(view, EntryKind::nature)) {
    if (!had.contains(nature) && !view.catalog().assets.empty())
      findings.add(FindingKind::nature_without_asset, nature);
    const bool touched = acted_on.contains(nature) || !view.links_to_upwards(nature, LinkKind::acts_on).empty();
    if (!touched && !view.catalog().mechanisms.empty()) {
      findings.add(FindingKind::nature_without_mechanism, nature);
    }
  }
}

void check_assets(Findings& findings) {
  const auto& view = findings.view();
  for (const auto asset : items(view, EntryKind::asset)) {
    if (!view.catalog().natures.empty() && view.links_from_upwards(asset, LinkKind::has_nature).empty()) {
      findings.add(FindingKind::asset_without_nature, asset);
    }
  }
}

}  // namespace

void check_threats(Findings& findings) {
  check_each_threat(findings);
  check_mechanisms(findings);
  check_natures(findings);
  check_assets(findings);
}

}  // namespace michibiki::checks
