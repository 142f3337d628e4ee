#include "model/catalog.hpp"

#include <stdexcept>

namespace michibiki {
namespace {

/// The one place that pairs kinds with tables.
template <typename CatalogType, typename Visitor>
decltype(auto) with_table(CatalogType& catalog, EntryKind kind, Visitor&& visit) {
  switch (kind) {
    case EntryKind::property: return visit(catalog.properties);
    case EntryKind::level: return visit(catalog.levels);
    case EntryKind::origin: return visit(catalog.origins);
    case EntryKind::measure_class: return visit(catalog.classes);
    case EntryKind::purpose: return visit(catalog.purposes);
    case EntryKind::role: return visit(catalog.roles);
    case EntryKind::nature: return visit(catalog.natures);
    case EntryKind::mechanism: return visit(catalog.mechanisms);
    case EntryKind::component: return visit(catalog.components);
    case EntryKind::asset: return visit(catalog.assets);
    case EntryKind::threat: return visit(catalog.threats);
    case EntryKind::vulnerability: return visit(catalog.vulnerabilities);
    case EntryKind::standard: return visit(catalog.standards);
    case EntryKind::control: return visit(catalog.controls);
    case EntryKind::document: return visit(catalog.documents);
    case EntryKind::chapter: return visit(catalog.chapters);
    case EntryKind::measure: return visit(catalog.measures);
    case EntryKind::scale: return visit(catalog.scales);
    case EntryKind::unit: return visit(catalog.units);
    case EntryKind::stakeholder: return visit(catalog.stakeholders);
    case EntryKind::pattern: return visit(catalog.patterns);
    case EntryKind::question: return visit(catalog.questions);
    case EntryKind::reason: return visit(catalog.reasons);
    case EntryKind::service_type: return visit(catalog.service_types);
    case EntryKind::system_case: return visit(catalog.system_cases);
    case EntryKind::consideration: return visit(catalog.considerations);
    case EntryKind::exclusion: return visit(catalog.exclusions);
  }
  throw std::logic_error("entry kind out of range");
}

}  // namespace

const Entry& Catalog::entry(EntryRef wanted) const {
  return with_table(*this, wanted.kind, [&](const auto& table) -> const Entry& { return table.at(wanted.index); });
}

Entry& Catalog::entry(EntryRef wanted) {
  return with_table(*this, wanted.kind, [&](auto& table) -> Entry& { return table.at(wanted.index); });
}

std::size_t Catalog::size(EntryKind kind) const {
  return with_table(*this, kind, [](const auto& table) { return table.size(); });
}

std::optional<EntryRef> Catalog::find(EntryKind kind, std::string_view code) const {
  return with_table(*this, kind, [&](const auto& table) -> std::optional<EntryRef> {
    const auto found = table.find(code);
    return found ? std::optional(ref(*found)) : std::nullopt;
  });
}

}  // namespace michibiki
