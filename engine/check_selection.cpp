#include "engine/called_for.hpp"
#include "engine/check_parts.hpp"

namespace michibiki::checks {
namespace {

/// What is called for where less is required, and not where more is, has probably been forgotten there.
void check_entry(Findings& findings, EntryRef entry) {
  const auto& view = findings.view();
  const auto& limit = patterns_of(findings.catalog(), entry);
  for (const auto& [weak, fact] : limit) {
    if (!view.holds(ref(weak)) || called_in(view, limit, weak).call != Call::certain) continue;
    for (const auto other : items(view, EntryKind::pattern)) {
      const PatternId strong{other.index};
      if (called_in(view, limit, strong).call != Call::none || !requires_more(findings.catalog(), strong, weak))
        continue;
      auto& finding = findings.add(FindingKind::laxer_selection, fact);
      finding.subject = entry;
      finding.members = {ref(strong), ref(weak)};
    }
  }
}

}  // namespace

void check_selection(Findings& findings) {
  for (const auto kind : {EntryKind::control, EntryKind::measure}) {
    for (const auto entry : items(findings.view(), kind)) check_entry(findings, entry);
  }
}

}  // namespace michibiki::checks
