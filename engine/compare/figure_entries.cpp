#include <algorithm>

#include "engine/compare/figure_comparison.hpp"
#include "engine/compositions.hpp"
#include "engine/identify.hpp"
#include "engine/place.hpp"

// Figures of how entries are grouped, classed and placed.

namespace michibiki::figures {
namespace {

std::vector<std::string> no_cells() { return {}; }

std::optional<EntryRef> parent_of(const Catalog& catalog, EntryRef entry) {
  const auto parent = catalog.entry(entry).parent;
  return parent ? std::optional(EntryRef(entry.kind, *parent)) : std::nullopt;
}

std::optional<CellAnswer> copied(std::string value, std::vector<FactId> premises) {
  return CellAnswer{std::move(value), false, {std::move(premises)}};
}

/// The heading that an entry stands under, or nothing.
std::optional<CellAnswer> under(const View& view, EntryRef entry, std::vector<FactId> premises) {
  const auto parent = parent_of(view.catalog(), entry);
  if (!parent) return std::nullopt;
  premises.push_back(view.catalog().entry(entry).fact);
  return copied(view.catalog().entry(*parent).code, std::move(premises));
}

std::optional<EntryRef> held(const View& view, EntryKind kind, std::string_view code) {
  const auto entry = view.catalog().find(kind, code);
  return entry && view.holds(*entry) ? entry : std::nullopt;
}

/// The statements that a placement rests on.
std::vector<FactId> premises_of(const View& view, MeasureId measure, const Placement& placement) {
  std::vector<FactId> premises;
  if (placement.rule) premises.push_back(*placement.rule);
  for (const auto kind : {LinkKind::implemented_on, LinkKind::aims_at}) {
    for (const auto link : view.links_from(ref(measure), kind)) premises.push_back(view.catalog().link(link).fact);
  }
  return premises;
}

}  // namespace

CellSource parents(const View& view, const PublishedFigure& figure) {
  const auto kind = entry_kind_named(figure.of);
  const auto answer = [&view, kind](std::string_view cell) -> std::optional<CellAnswer> {
    const auto entry = kind ? held(view, *kind, parts_of(cell).front()) : std::nullopt;
    return entry ? under(view, *entry, {}) : std::nullopt;
  };
  return {answer, no_cells};
}

CellSource carriers(const View& view, const PublishedFigure&) {
  const auto answer = [&view](std::string_view cell) -> std::optional<CellAnswer> {
    const auto asset = held(view, EntryKind::asset, cell);
    if (!asset) return std::nullopt;
    for (const auto link : view.links_to(*asset, LinkKind::carries)) {
      for (const auto component : view.catalog().link(link).from)
        return under(view, component, {view.catalog().link(link).fact});
    }
    return std::nullopt;
  };
  return {answer, no_cells};
}

CellSource compositions(const View& view, const PublishedFigure& figure) {
  // Each component type in scope, with the places where the cases list it.
  std::map<std::string, std::vector<std::vector<FactId>>, std::less<>> listed;
  for (const auto& composition : typical_compositions(view)) {
    for (const auto& component : identify(view, composition.portfolio).components) {
      const auto& code = view.catalog().components[component.instance.type].code;
      if (component.instance.fact) listed[code].push_back({*component.instance.fact});
    }
  }
  const auto answer = [&view, &figure, listed](std::string_view cell) -> std::optional<CellAnswer> {
    if (!held(view, EntryKind::component, cell)) return std::nullopt;
    const auto found = listed.find(cell);
    if (found == listed.end()) return CellAnswer{printed(figure, "absent"), true, {{}}};
    return CellAnswer{printed(figure, "present"), true, found->second};
  };
  const auto cells = [listed] {
    std::vector<std::string> all;
    for (const auto& [code, ways] : listed) all.push_back(code);
    return all;
  };
  return {answer, cells};
}

CellSource classes(const View& view, const PublishedFigure&) {
  const auto answer = [&view](std::string_view cell) -> std::optional<CellAnswer> {
    const auto measure = view.catalog().measures.find(parts_of(cell).front());
    if (!measure || !view.holds(ref(*measure))) return std::nullopt;
    const auto& stated = view.catalog().measures[*measure].measure_class;
    if (!stated || !view.holds(stated->fact)) return std::nullopt;
    return copied(view.catalog().classes[stated->value].code, {stated->fact});
  };
  return {answer, no_cells};
}

CellSource placements(const View& view, const PublishedFigure& figure) {
  const auto answer = [&view, &figure](std::string_view cell) -> std::optional<CellAnswer> {
    const auto measure = view.catalog().measures.find(parts_of(cell).front());
    if (!measure || !view.holds(ref(*measure))) return std::nullopt;
    const auto placement = place(view, *measure);
    auto premises = premises_of(view, *measure, placement);
    const auto chapter =
        placement.chapter ? view.catalog().chapters[*placement.chapter].code : printed(figure, "absent");
    return CellAnswer{chapter, true, {std::move(premises)}};
  };
  const auto cells = [&view] {
    std::vector<std::string> all;
    const auto& measures = view.catalog().measures;
    for (std::size_t i = 0; i < measures.size(); ++i) {
      if (!measures.at(i).group && view.holds(ref(MeasureId{i}))) all.push_back(measures.at(i).code);
    }
    return all;
  };
  return {answer, cells};
}

}  // namespace michibiki::figures
