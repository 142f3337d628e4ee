#include "model/step_kind.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace michibiki {
namespace {

struct Row {
  StepKind kind;
  std::string_view name;
  std::vector<std::string_view> parts;
};

const std::array<Row, step_kind_count>& rows() {
  static const std::array<Row, step_kind_count> table{{
      {StepKind::level_given, "level-given", {"service", "property", "level"}},
      {StepKind::level_by_criterion, "level-by-criterion", {"service", "property", "level", "answer"}},
      {StepKind::level_by_type, "level-by-type", {"service", "service-type", "property", "level"}},
      {StepKind::level_open, "level-open", {"service", "property", "level"}},
      {StepKind::pattern_fits, "pattern-fits", {"service", "pattern"}},
      {StepKind::component_listed, "component-listed", {"service", "component", "component-type", "system-case"}},
      {StepKind::component_own, "component-own", {"service", "component", "component-type"}},
      {StepKind::stakeholder_always, "stakeholder-always", {"service", "stakeholder"}},
      {StepKind::stakeholder_operates,
       "stakeholder-operates",
       {"service", "stakeholder", "component", "operator", "member"}},
      {StepKind::asset_carried, "asset-carried", {"component", "component-type", "asset"}},
      {StepKind::asset_of_service, "asset-of-service", {"asset"}},
      {StepKind::nature, "nature", {"asset", "nature"}},
      {StepKind::harm, "harm", {"threat", "property"}},
      {StepKind::mechanism, "mechanism", {"threat", "mechanism"}},
      {StepKind::direct_harm, "direct-harm", {"mechanism", "nature", "property"}},
      {StepKind::weakness, "weakness", {"vulnerability", "asset", "threat"}},
      {StepKind::exposed_by_mechanism,
       "exposed-by-mechanism",
       {"component", "asset", "threat", "property", "vulnerability", "mechanism", "nature"}},
      {StepKind::exposed_outright,
       "exposed-outright",
       {"component", "asset", "threat", "property", "vulnerability", "nature"}},
      {StepKind::exposed_to_all,
       "exposed-to-all",
       {"component", "asset", "threat", "property", "vulnerability", "nature"}},
      {StepKind::counters,
       "counters",
       {"measure", "with", "component", "asset", "threat", "property", "vulnerability", "nature"}},
      {StepKind::mitigates,
       "mitigates",
       {"control", "with", "component", "asset", "threat", "property", "vulnerability", "nature"}},
      {StepKind::involves, "involves", {"measure", "stakeholder", "service"}},
      {StepKind::requires_other, "requires", {"needed", "by"}},
      {StepKind::lineage, "lineage", {"measure", "origin"}},
      {StepKind::measure_class, "class", {"measure", "class"}},
      {StepKind::placed, "placed", {"measure", "chapter"}},
      {StepKind::value_published, "value-published", {"measure", "indicator", "pattern", "value"}},
      {StepKind::value_strictest, "value-strictest", {"measure", "indicator", "pattern", "value"}},
  }};
  return table;
}

}  // namespace

std::string_view name_of(StepKind kind) { return rows()[static_cast<std::size_t>(kind)].name; }

std::optional<StepKind> step_kind_named(std::string_view name) {
  const auto found = std::ranges::find(rows(), name, &Row::name);
  return found == rows().end() ? std::nullopt : std::optional(found->kind);
}

std::span<const std::string_view> parts_of(StepKind kind) { return rows()[static_cast<std::size_t>(kind)].parts; }

}  // namespace michibiki
