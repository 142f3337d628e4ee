#include <algorithm>
#include <set>

#include "engine/check_parts.hpp"
#include "engine/identify.hpp"

namespace michibiki::checks {
namespace {

/// What component types say they carry and lack, beside what they inherit.
class Carrying {
 public:
  explicit Carrying(Findings& findings) : findings_(findings), view_(findings.view()) {}

  void look_at(EntryRef type) {
    const auto& catalog = view_.catalog();
    const auto parent = catalog.entry(type).parent;
    above_ = parent ? view_.graph().linked_from_upwards({type.kind, *parent}) : std::vector<EntryRef>{};
    for (const auto kind : {LinkKind::carries, LinkKind::lacks}) {
      for (const auto id : view_.links_from(type, kind)) {
        if (catalog.link(id).from.size() == 1) look_at(type, id);
      }
    }
  }

 private:
  void look_at(EntryRef type, LinkId id) {
    const auto& link = view_.catalog().link(id);
    std::vector<EntryRef> idle;
    std::vector<LinkId> repeated;
    for (const auto asset : link.to) {
      const auto said = said_before(type, id, asset);
      if (!said && link.kind == LinkKind::lacks) idle.push_back(asset);
      if (said && view_.catalog().link(*said).kind == link.kind) repeated.push_back(*said);
    }
    if (!idle.empty()) {
      auto& finding = findings_.add(FindingKind::lack_without_effect, id);
      finding.subject = type;
      finding.members = std::move(idle);
    }
    if (repeated.size() < link.to.size()) return;
    auto& finding = findings_.add(FindingKind::redundant_link, id);
    finding.other = repeated.front();
    finding.places.push_back(findings_.place(view_.catalog().link(repeated.front()).fact));
  }

  /// What else is said of the asset: at the type itself, of two that say the same the later one repeats; else by the nearest type above it.
  std::optional<LinkId> said_before(EntryRef type, LinkId id, EntryRef asset) const {
    const auto kind = view_.catalog().link(id).kind;
    const auto opposite = kind == LinkKind::lacks ? LinkKind::carries : LinkKind::lacks;
    if (const auto contradicted = named_at(type, opposite, asset)) return contradicted;
    if (const auto same = named_at(type, kind, asset); same && *same < id) return same;
    for (const auto level : above_) {
      for (const auto either : {LinkKind::lacks, LinkKind::carries}) {
        if (const auto said = named_at(level, either, asset)) return said;
      }
    }
    return std::nullopt;
  }

  std::optional<LinkId> named_at(EntryRef type, LinkKind kind, EntryRef asset) const {
    for (const auto id : view_.links_from(type, kind)) {
      if (std::ranges::count(view_.catalog().link(id).to, asset) != 0) return id;
    }
    return std::nullopt;
  }

  Findings& findings_;
  const View& view_;
  std::vector<EntryRef> above_;  ///< of the type that is looked at, nearest first
};

/// An asset that no component can have: no type carries it, or each that would says that it lacks it.
void check_carried(Findings& findings) {
  const auto& view = findings.view();
  if (view.catalog().components.empty()) return;
  std::set<EntryRef> carried;
  for (const auto type : items(view, EntryKind::component)) {
    for (const auto asset : assets_of(view, ComponentId{type.index})) carried.insert(ref(asset));
  }
  for (const auto asset : items(view, EntryKind::asset)) {
    if (!carried.contains(asset)) findings.add(FindingKind::asset_without_component, asset);
  }
}

}  // namespace

void check_carrying(Findings& findings) {
  Carrying carrying(findings);
  for (std::size_t i = 0; i < findings.view().catalog().components.size(); ++i)
    carrying.look_at({EntryKind::component, i});
  check_carried(findings);
}

}  // namespace michibiki::checks
