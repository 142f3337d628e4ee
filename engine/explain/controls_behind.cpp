#include "engine/explain/controls_behind.hpp"

#include <set>

namespace michibiki {
namespace {

/// The exposure that a step answers: that of its last premise that is one.
std::optional<std::size_t> exposure_behind(const Justification& justification, const Step& step) {
  std::optional<std::size_t> exposure;
  for (const auto premise : step.premises) {
    if (const auto* exposed = std::get_if<IsExposed>(&justification.conclusions[premise])) exposure = exposed->exposure;
  }
  return exposure;
}

std::set<EntryRef> lineage(const View& view, EntryRef entry) {
  std::set<EntryRef> origins{entry};
  for (const auto link : view.links_from_upwards(entry, LinkKind::originates_from)) {
    for (const auto to : view.catalog().link(link).to) origins.insert(to);
  }
  return origins;
}

}  // namespace

std::vector<ControlId> controls_behind(const Workings& workings, const Justification& justification, const Step& step) {
  const auto* called = std::get_if<IsCalledFor>(&justification.conclusions[step.conclusion]);
  const auto exposure = exposure_behind(justification, step);
  if (called == nullptr || !exposure) return {};
  const auto origins = lineage(workings.view, called->entry);
  std::set<ControlId> controls;
  for (const auto& support : workings.derivation.selection.answers[*exposure].controls) {
    for (const auto control : support.controls) {
      if (origins.contains(ref(control))) controls.insert(control);
    }
  }
  return {controls.begin(), controls.end()};
}

}  // namespace michibiki
