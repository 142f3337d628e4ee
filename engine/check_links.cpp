#include <algorithm>
#include <set>

#include "engine/check_parts.hpp"
#include "engine/limits.hpp"

namespace michibiki::checks {
namespace {

/// Whether what is limited to some properties also concerns one of the others, or of those under them.
bool reach_into(const View& view, const std::vector<PropertyId>& some, const std::vector<PropertyId>& others) {
  return some.empty() || others.empty() ||
         std::ranges::any_of(some, [&](PropertyId property) { return within(view, others, property); });
}

bool common(const std::vector<EntryRef>& a, const std::vector<EntryRef>& b) {
  return std::ranges::any_of(a, [&](EntryRef entry) { return std::ranges::count(b, entry) != 0; });
}

bool under_any(const View& view, EntryRef entry, const std::vector<EntryRef>& ancestors) {
  return std::ranges::any_of(ancestors, [&](EntryRef ancestor) { return view.graph().lies_under(entry, ancestor); });
}

/// The same entry is said both to do something to another (or to have it) and not to. To spare one under a property that it harms is none.
void check_contradictions(Findings& findings, EntryKind kind, LinkKind says, LinkKind denies) {
  const auto& view = findings.view();
  for (std::size_t i = 0; i < view.catalog().size(kind); ++i) {
    const EntryRef entry(kind, i);
    for (const auto said : view.links_from(entry, says)) {
      for (const auto denied : view.links_from(entry, denies)) {
        const auto& a = view.catalog().link(said);
        const auto& b = view.catalog().link(denied);
        if (!common(a.to, b.to) || !reach_into(view, a.limits.properties, b.limits.properties)) continue;
        auto& finding = findings.add(FindingKind::contradiction, said);
        finding.subject = entry;
        finding.other = denied;
        finding.places.push_back(findings.place(b.fact));
        std::ranges::copy_if(a.to, std::back_inserter(finding.members),
                             [&](EntryRef other) { return std::ranges::count(b.to, other) != 0; });
      }
    }
  }
}

/// Whether one link says everything that another says.
class Redundancy {
 public:
  explicit Redundancy(const View& view) : view_(view) {}

  bool implied(LinkId narrow_id, LinkId wide_id) const {
    const auto& narrow = view_.catalog().link(narrow_id);
    const auto& wide = view_.catalog().link(wide_id);
    if (narrow_id == wide_id || narrow.kind != wide.kind || narrow.join != wide.join || narrow.role != wide.role ||
        narrow.relation != wide.relation) {
      return false;
    }
    if (!starts_within(narrow, wide) || !limits_within(narrow.limits, wide.limits) || spared_between(narrow, wide))
      return false;
    return std::ranges::all_of(narrow.to, [&](EntryRef to) { return under_any(view_, to, wide.to); });
  }

 private:
  bool starts_within(const Link& narrow, const Link& wide) const {
    if (narrow.from.size() == 1 && wide.from.size() == 1)
      return view_.graph().lies_under(narrow.from.front(), wide.from.front());
    return std::set(narrow.from.begin(), narrow.from.end()) == std::set(wide.from.begin(), wide.from.end());
  }

  template <typename T>
  bool within(const std::vector<Id<T>>& narrow, const std::vector<Id<T>>& wide) const {
    if (wide.empty()) return true;
    return !narrow.empty() && std::ranges::all_of(narrow, [&](Id<T> item) {
      return std::ranges::any_of(wide,
                                 [&](Id<T> allowed) { return view_.graph().lies_under(ref(item), ref(allowed)); });
    });
  }

  bool limits_within(const Limits& narrow, const Limits& wide) const {
    return within(narrow.properties, wide.properties) && within(narrow.origins, wide.origins) &&
           within(narrow.natures, wide.natures) && within(narrow.components, wide.components) &&
           within(narrow.assets, wide.assets) && within(narrow.threats, wide.threats) &&
           within(narrow.vulnerabilities, wide.vulnerabilities);
  }

  /// What a mechanism does can be said again on purpose where an exception stands in between, or on the other side of one.
  bool spared_between(const Link& narrow, const Link& wide) const {
    if (narrow.kind != LinkKind::acts_on && narrow.kind != LinkKind::spares) return false;
    const auto opposite = narrow.kind == LinkKind::acts_on ? LinkKind::spares : LinkKind::acts_on;
    const auto exceptions = view_.links_from_upwards(narrow.from.front(), opposite);
    return std::ranges::any_of(exceptions, [&](LinkId id) {
      return std::ranges::any_of(view_.catalog().link(id).to, [&](EntryRef nature) {
        return under_any(view_, nature, wide.to) &&
               std::ranges::any_of(narrow.to, [&](EntryRef to) { return view_.graph().lies_under(to, nature); });
      });
    });
  }

  const View& view_;
};

void check_redundancy(Findings& findings) {
  const auto& view = findings.view();
  const Redundancy redundancy(view);
  for (std::size_t i = 0; i < view.catalog().links.size(); ++i) {
    const LinkId id{i};
    const auto& link = view.catalog().link(id);
    if (!view.holds(id) || link.from.empty()) continue;
    if (link.kind == LinkKind::carries || link.kind == LinkKind::lacks) continue;  // see check_carrying
    for (const auto other : view.links_from_upwards(link.from.front(), link.kind)) {
      // Of two that say the same, the later one is the repetition.
      if (!redundancy.implied(id, other) || (redundancy.implied(other, id) && id < other)) continue;
      auto& finding = findings.add(FindingKind::redundant_link, id);
      finding.other = other;
      finding.places.push_back(findings.place(view.catalog().link(other).fact));
      break;
    }
  }
}

/// The threats that a measure's lineage is good for: `counters` claims more, or the same.
class Support {
 public:
  explicit Support(const View& view) : view_(view), threats_(items(view, EntryKind::threat)) {}

  /// The threats that the link counters and no originating control mitigates.
  std::vector<EntryRef> unsupported(const Link& counters) const {
    std::vector<EntryRef> controls;
    for (const auto measure : counters.from) {
      for (const auto id : view_.links_from_upwards(measure, LinkKind::originates_from)) {
        for (const auto to : view_.catalog().link(id).to) {
          if (to.kind == EntryKind::control) controls.push_back(to);
        }
      }
    }
    std::vector<EntryRef> found;
    for (const auto threat : threats_) {
      if (under_any(view_, threat, counters.to) && !mitigated(threat, controls, counters)) found.push_back(threat);
    }
    return found;
  }

 private:
  bool mitigated(EntryRef threat, const std::vector<EntryRef>& controls, const Link& counters) const {
    return std::ranges::any_of(view_.links_to_upwards(threat, LinkKind::mitigates), [&](LinkId id) {
      const auto& link = view_.catalog().link(id);
      // A lineage that names an objective stands for the controls under it.
      const auto& here = link.limits.properties;
      const auto& there = counters.limits.properties;
      return (reach_into(view_, here, there) || reach_into(view_, there, here)) &&
             std::ranges::any_of(link.from, [&](EntryRef control) { return under_any(view_, control, controls); });
    });
  }

  const View& view_;
  std::vector<EntryRef> threats_;
};

void check_support(Findings& findings) {
  const auto& view = findings.view();
  if (!has_links(view, LinkKind::mitigates)) return;
  const Support support(view);
  for (std::size_t i = 0; i < view.catalog().links.size(); ++i) {
    const LinkId id{i};
    const auto& link = view.catalog().link(id);
    if (link.kind != LinkKind::counters || !view.holds(id) || !link.stands_because.empty()) continue;
    auto threats = support.unsupported(link);
    if (threats.empty()) continue;
    auto& finding = findings.add(FindingKind::unsupported_counter, id);
    finding.subject = link.from.front();
    finding.members = std::move(threats);
  }
}

/// Judged links of a kind that some independent source was asked about, and that none of them supports, want a reason of their own.
void check_evidence(Findings& findings) {
  const auto& view = findings.view();
  const auto& links = view.catalog().links;
  std::set<LinkKind> asked;
  for (const auto& link : links) {
    if (link.evidence.given()) asked.insert(link.kind);
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    const LinkId id{i};
    const auto& link = links[i];
    const bool judged = view.catalog().fact(link.fact).basis.kind == BasisKind::judgement;
    if (!judged || !asked.contains(link.kind) || !view.holds(id)) continue;
    if (link.evidence.agree.empty() && link.evidence.alone.empty()) findings.add(FindingKind::lone_judgement, id);
  }
}

/// Of what answers half of all threats it has to be said why: it would otherwise be a word for security as such.
void check_broad(Findings& findings, EntryKind kind, LinkKind by) {
  const auto& view = findings.view();
  const auto threats = items(view, EntryKind::threat);
  constexpr std::size_t few = 4;  // half of so few says nothing
  if (threats.size() < few) return;
  for (const auto entry : items(view, kind)) {
    const auto& catalog = view.catalog();
    const auto& reason = kind == EntryKind::control ? catalog.controls.at(entry.index).broad_because
                                                    : catalog.measures.at(entry.index).broad_because;
    if (!reason.empty()) continue;
    std::set<EntryRef> answered;
    for (const auto id : view.links_from_upwards(entry, by)) {
      for (const auto threat : threats) {
        if (under_any(view, threat, catalog.link(id).to)) answered.insert(threat);
      }
    }
    if (2 * answered.size() < threats.size()) continue;
    auto& finding = findings.add(FindingKind::broad_answer, entry);
    finding.count = answered.size();
  }
}

}  // namespace

void check_links(Findings& findings) {
  check_contradictions(findings, EntryKind::mechanism, LinkKind::acts_on, LinkKind::spares);
  check_contradictions(findings, EntryKind::component, LinkKind::carries, LinkKind::lacks);
  check_redundancy(findings);
  check_support(findings);
  check_evidence(findings);
  check_broad(findings, EntryKind::control, LinkKind::mitigates);
  check_broad(findings, EntryKind::measure, LinkKind::counters);
}

}  // namespace michibiki::checks
