#include "model/entry.hpp"

#include <algorithm>
#include <array>

namespace michibiki {
namespace {

struct KindNames {
  EntryKind kind;
  std::string_view name;
  std::string_view section;
};

constexpr std::array<KindNames, entry_kind_count> kinds{{
    {EntryKind::property, "property", "properties"},
    {EntryKind::level, "level", "levels"},
    {EntryKind::origin, "origin", "origins"},
    {EntryKind::measure_class, "class", "classes"},
    {EntryKind::purpose, "purpose", "purposes"},
    {EntryKind::role, "role", "roles"},
    {EntryKind::nature, "nature", "natures"},
    {EntryKind::mechanism, "mechanism", "mechanisms"},
    {EntryKind::component, "component", "components"},
    {EntryKind::asset, "asset", "assets"},
    {EntryKind::threat, "threat", "threats"},
    {EntryKind::vulnerability, "vulnerability", "vulnerabilities"},
    {EntryKind::standard, "standard", "standards"},
    {EntryKind::control, "control", "controls"},
    {EntryKind::document, "document", "documents"},
    {EntryKind::chapter, "chapter", "chapters"},
    {EntryKind::measure, "measure", "measures"},
    {EntryKind::scale, "scale", "scales"},
    {EntryKind::unit, "unit", "units"},
    {EntryKind::stakeholder, "stakeholder", "stakeholders"},
    {EntryKind::pattern, "pattern", "patterns"},
    {EntryKind::question, "question", "questions"},
    {EntryKind::reason, "reason", "reasons"},
    {EntryKind::service_type, "service-type", "service-types"},
    {EntryKind::system_case, "system-case", "system-cases"},
    {EntryKind::consideration, "consideration", "considerations"},
    {EntryKind::exclusion, "exclusion", "exclusions"},
    {EntryKind::disposition, "disposition", "dispositions"},
    {EntryKind::treatment, "treatment", "treatments"},
    {EntryKind::step, "step", "steps"},
}};

std::optional<EntryKind> kind_where(std::string_view word, std::string_view KindNames::*column) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const KindNames& row) { return row.*column == word; });
  return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

}  // namespace

std::string_view name_of(EntryKind kind) { return kinds[static_cast<std::size_t>(kind)].name; }
std::string_view section_of(EntryKind kind) { return kinds[static_cast<std::size_t>(kind)].section; }
std::optional<EntryKind> entry_kind_of_section(std::string_view section) {
  return kind_where(section, &KindNames::section);
}
std::optional<EntryKind> entry_kind_named(std::string_view name) { return kind_where(name, &KindNames::name); }

}  // namespace michibiki
