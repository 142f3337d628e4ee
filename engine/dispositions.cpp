#include "engine/dispositions.hpp"

#include <algorithm>
#include <set>

#include "engine/basis_through.hpp"

namespace michibiki {
namespace {

template <typename T>
std::vector<T> listed(const std::set<T>& items) {
  return {items.begin(), items.end()};
}

/// The standard that the control, or the nearest heading above it that names one, belongs to.
std::optional<StandardId> standard_of(const View& view, EntryRef control) {
  for (const auto above : view.graph().upwards(control)) {
    if (const auto standard = view.catalog().controls.at(above.index).standard) return standard;
  }
  return std::nullopt;
}

/// How firmly a link says something of a control: through the firmest of those at its other end.
template <typename Through>
BasisKind firmest(const View& view, const std::vector<EntryRef>& others, const Through& through) {
  auto basis = BasisKind::unverified;
  for (const auto other : others) {
    if (view.holds(other)) basis = std::max(basis, through(other));
  }
  return basis;
}

void note_dispositions(const View& view, EntryRef control, ControlDisposition& row) {
  std::set<DispositionId> dispositions;
  std::set<ControlId> together;
  row.disposed_by = view.links_from(control, LinkKind::disposed_as);
  for (const auto id : row.disposed_by) {
    const auto& link = view.catalog().link(id);
    for (const auto to : link.to) {
      if (view.holds(to)) dispositions.insert(DispositionId{to.index});
    }
    for (const auto from : link.from) {
      if (link.join == Join::all && from != control) together.insert(ControlId{from.index});
    }
  }
  row.dispositions = listed(dispositions);
  row.together_with = listed(together);
}

void note_measures(const View& view, EntryRef control, ControlDisposition& row) {
  std::set<MeasureId> measures;
  row.originating = view.links_to_upwards(control, LinkKind::originates_from);
  for (const auto id : row.originating) {
    for (const auto from : view.catalog().link(id).from) {
      if (view.holds(from)) measures.insert(MeasureId{from.index});
    }
  }
  row.measures = listed(measures);
}

ControlDisposition disposition_of(const View& view, EntryRef control) {
  ControlDisposition row;
  row.control = ControlId{control.index};
  note_dispositions(view, control, row);
  note_measures(view, control, row);
  const bool disposed = !row.disposed_by.empty();
  for (const auto id : row.reasons()) {
    const auto& link = view.catalog().link(id);
    const auto basis = firmest(view, disposed ? link.to : link.from, [&](EntryRef other) {
      return disposed ? basis_through(view, id, control, other) : basis_through(view, id, other, control);
    });
    row.basis = std::min(row.basis.value_or(basis_of(view, control)), basis);
  }
  return row;
}

}  // namespace

std::size_t StandardDispositions::count(DispositionId disposition) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      controls, [&](const ControlDisposition& row) { return std::ranges::count(row.dispositions, disposition) != 0; }));
}

std::size_t StandardDispositions::without() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(controls, [](const ControlDisposition& row) { return row.dispositions.empty(); }));
}

std::vector<StandardDispositions> dispositions(const View& view) {
  const auto& catalog = view.catalog();
  std::vector<StandardDispositions> standards(catalog.standards.size() + 1);
  for (std::size_t i = 0; i < catalog.standards.size(); ++i) standards[i].standard = StandardId{i};
  for (std::size_t i = 0; i < catalog.controls.size(); ++i) {
    const EntryRef control(EntryKind::control, i);
    if (catalog.entry(control).group || !view.holds(control)) continue;
    const auto standard = standard_of(view, control);
    auto& of = standard ? standards[standard->index()] : standards.back();
    of.controls.push_back(disposition_of(view, control));
  }
  std::erase_if(standards, [](const StandardDispositions& standard) { return standard.controls.empty(); });
  return standards;
}

}  // namespace michibiki
