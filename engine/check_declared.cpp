#include <algorithm>

#include "engine/check_parts.hpp"

namespace michibiki::checks {
namespace {

bool declares_nothing(const View& view, const Link& link) { return link.to.empty() && view.holds(link.fact); }

/// Declared not mappable, with the reason; and mapped all the same.
void check_unmappable(Findings& findings, LinkId id) {
  const auto& view = findings.view();
  const auto& link = view.catalog().link(id);
  for (const auto from : link.from) {
    if (!view.holds(from)) continue;
    const auto links = view.links_from(from, link.kind);
    if (links.empty()) {
      auto& finding = findings.add(FindingKind::declared_unmappable, id);
      finding.subject = from;
      finding.texts = {link.because.ja, link.because.en};
      continue;
    }
    auto& finding = findings.add(FindingKind::mapped_after_all, id);
    finding.subject = from;
    finding.other = links.front();
    finding.places.push_back(findings.place(view.catalog().link(links.front()).fact));
  }
}

/// A link to what its own catalogue has withdrawn is out of date; what a catalogue above withdraws takes its links along on purpose.
void check_withdrawn_ends(Findings& findings, LinkId id) {
  const auto& catalog = findings.catalog();
  const auto& link = catalog.link(id);
  if (!findings.view().holds(link.fact)) return;
  const auto check = [&](EntryRef end) {
    const auto gone = catalog.withdrawn.find(end);
    if (gone == catalog.withdrawn.end() || gone->second.catalog != catalog.fact(catalog.entry(end).fact).catalog)
      return;
    auto& finding = findings.add(FindingKind::withdrawn_end, id);
    finding.subject = end;
    finding.places.push_back({gone->second.catalog, gone->second.at});
  };
  std::ranges::for_each(link.from, check);
  std::ranges::for_each(link.to, check);
}

}  // namespace

bool declared_without(const View& view, EntryRef entry, LinkKind kind) {
  for (const auto above : view.graph().linked_from_upwards(entry)) {
    const auto links = view.graph().links_from(above, kind);
    if (std::ranges::any_of(links, [&](LinkId id) { return declares_nothing(view, view.catalog().link(id)); })) {
      return true;
    }
  }
  return false;
}

void check_declared(Findings& findings) {
  const auto& view = findings.view();
  for (std::size_t i = 0; i < view.catalog().links.size(); ++i) {
    const LinkId id{i};
    if (declares_nothing(view, view.catalog().link(id))) check_unmappable(findings, id);
    check_withdrawn_ends(findings, id);
  }
}

}  // namespace michibiki::checks
