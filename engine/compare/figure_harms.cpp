#include <algorithm>
#include <map>

#include "engine/compare/figure_comparison.hpp"
#include "engine/compositions.hpp"
#include "engine/cover.hpp"

// Figures of what threats harm, and of which assets they reach (図表33, 34).

namespace michibiki::figures {
namespace {

/// The second part of THREAT/PROPERTY or THREAT/PARENT.
struct Column {
  std::optional<PropertyId> property;
  bool whole = false;  ///< the heading that the threat stands under: whatever property
};

std::optional<ThreatId> threat_named(const View& view, std::string_view code) {
  const auto threat = view.catalog().threats.find(code);
  return threat && view.holds(ref(*threat)) ? threat : std::nullopt;
}

Column column_of(const View& view, ThreatId threat, std::string_view code) {
  const auto& catalog = view.catalog();
  if (const auto property = catalog.properties.find(code)) return {property, false};
  const auto heading = catalog.threats.find(code);
  const auto parent = catalog.threats[threat].parent;
  return {std::nullopt, heading && parent && *parent == heading->index()};
}

/// All exposures of a service that has everything.
struct Everything {
  explicit Everything(const View& view)
      : portfolio(all_components(view).portfolio),
        inventory(identify(view, portfolio)),
        analysis(analyse(view, inventory)) {}

  std::optional<AssetId> asset_of(const Exposure& exposure) const { return inventory.assets[exposure.asset].asset; }

  Portfolio portfolio;
  Inventory inventory;
  Analysis analysis;
};

/// What one ground of an exposure rests on. The mechanism itself counts too: it says that it does this and no more.
std::vector<FactId> premises_of(const Catalog& catalog, const HarmGround& ground) {
  std::vector<FactId> premises{ground.harms};
  for (const auto& link : {ground.works_by, ground.acts_on, ground.has_nature, ground.exposes}) {
    if (link) premises.push_back(catalog.link(*link).fact);
  }
  if (ground.works_by) {
    for (const auto mechanism : catalog.link(*ground.works_by).to) premises.push_back(catalog.entry(mechanism).fact);
  }
  return premises;
}

/// What it rests on that a threat does not reach an asset: how the threat works, what its mechanisms are said to do, and not to do, and of
/// what nature the asset is.
std::vector<FactId> premises_of_absence(const View& view, AssetId asset, ThreatId threat) {
  const auto& catalog = view.catalog();
  std::vector<FactId> premises{catalog.threats[threat].fact};
  for (const auto& harm : catalog.threats[threat].harms) premises.push_back(harm.fact);
  for (const auto works : view.links_from_upwards(ref(threat), LinkKind::works_by)) {
    premises.push_back(catalog.link(works).fact);
    for (const auto mechanism : catalog.link(works).to) {
      premises.push_back(catalog.entry(mechanism).fact);
      for (const auto spares : view.links_from_upwards(mechanism, LinkKind::spares))
        premises.push_back(catalog.link(spares).fact);
    }
  }
  for (const auto has : view.links_from_upwards(ref(asset), LinkKind::has_nature))
    premises.push_back(catalog.link(has).fact);
  return premises;
}

CellAnswer exposed(const View& view, const PublishedFigure& figure, const Everything& all, AssetId asset,
                   ThreatId threat, const Column& column) {
  std::vector<std::vector<FactId>> ways;
  for (const auto& exposure : all.analysis.exposures) {
    if (exposure.threat != threat || all.asset_of(exposure) != asset) continue;
    if (!column.whole && exposure.property != column.property) continue;
    for (const auto& ground : exposure.grounds) ways.push_back(premises_of(view.catalog(), ground));
  }
  if (ways.empty()) return {printed(figure, "absent"), true, {premises_of_absence(view, asset, threat)}};
  return {printed(figure, "present"), true, std::move(ways)};
}

}  // namespace

CellSource harms(const View& view, const PublishedFigure& figure) {
  const auto answer = [&view, &figure](std::string_view cell) -> std::optional<CellAnswer> {
    const auto& catalog = view.catalog();
    const auto parts = parts_of(cell);
    const auto threat = parts.size() == 2 ? threat_named(view, parts[0]) : std::nullopt;
    if (!threat) return std::nullopt;
    const auto column = column_of(view, *threat, parts[1]);
    if (column.whole) return CellAnswer{printed(figure, "present"), false, {{catalog.threats[*threat].fact}}};
    std::vector<std::vector<FactId>> ways;
    for (const auto& harm : catalog.threats[*threat].harms) {
      if (harm.value == column.property && view.holds(harm.fact)) ways.push_back({harm.fact});
    }
    const bool present = !ways.empty();
    return CellAnswer{printed(figure, present ? "present" : "absent"), false, present ? ways : decltype(ways){{}}};
  };
  const auto cells = [&view] {
    const auto& catalog = view.catalog();
    std::vector<std::string> all;
    for (const auto& threat : catalog.threats) {
      for (const auto& harm : threat.harms)
        if (view.holds(harm.fact)) all.push_back(threat.code + '/' + catalog.properties[harm.value].code);
    }
    return all;
  };
  return {answer, cells};
}

CellSource exposures(const View& view, const PublishedFigure& figure) {
  const auto all = std::make_shared<const Everything>(view);
  const auto only = view.catalog().assets.find(figure.of);
  const auto answer = [&view, &figure, all, only](std::string_view cell) -> std::optional<CellAnswer> {
    const auto parts = parts_of(cell);
    if (parts.size() != 2) return std::nullopt;
    // Of one asset THREAT/COLUMN, of any ASSET/THREAT.
    const auto asset = only ? only : view.catalog().assets.find(parts[0]);
    const auto threat = threat_named(view, only ? parts[0] : parts[1]);
    if (!asset || !threat || !view.holds(ref(*asset))) return std::nullopt;
    const auto column = only ? column_of(view, *threat, parts[1]) : Column{std::nullopt, true};
    return exposed(view, figure, *all, *asset, *threat, column);
  };
  const auto cells = [&view, all, only] {
    std::vector<std::string> found;
    if (!only) return found;
    const auto& catalog = view.catalog();
    for (const auto& exposure : all->analysis.exposures) {
      if (all->asset_of(exposure) == only && exposure.property)
        found.push_back(catalog.threats[exposure.threat].code + '/' + catalog.properties[*exposure.property].code);
    }
    return found;
  };
  return {answer, cells};
}

CellSource answers(const View& view, const PublishedFigure& figure) {
  const auto all = std::make_shared<const Everything>(view);
  const auto selection =
      std::make_shared<const Selection>(select(view, classify(view, all->portfolio), all->inventory, all->analysis));
  const auto coverage =
      std::make_shared<const Coverage>(cover(view, all->portfolio, all->inventory, all->analysis, *selection));
  const auto answer = [&view, &figure, all, selection, coverage](std::string_view cell) -> std::optional<CellAnswer> {
    const auto& catalog = view.catalog();
    const auto parts = parts_of(cell);
    if (parts.size() < 2) return std::nullopt;
    const auto asset = catalog.assets.find(parts[0]);
    const auto threat = threat_named(view, parts[1]);
    if (!asset || !threat) return std::nullopt;
    // Of several exposures the least covered counts.
    std::optional<CoverageStatus> status;
    std::vector<std::vector<FactId>> ways;
    for (std::size_t i = 0; i < all->analysis.exposures.size(); ++i) {
      const auto& exposure = all->analysis.exposures[i];
      if (exposure.threat != *threat || all->asset_of(exposure) != asset) continue;
      status = std::max(status.value_or(CoverageStatus::covered), coverage->exposures[i].status);
      for (const auto& support : selection->answers[i].measures) ways.push_back({catalog.link(support.link).fact});
    }
    if (!status) return CellAnswer{printed(figure, "absent"), true, {premises_of_absence(view, *asset, *threat)}};
    if (ways.empty()) ways.emplace_back();
    return CellAnswer{printed(figure, std::string(name_of(*status))), true, std::move(ways)};
  };
  return {answer, [] { return std::vector<std::string>{}; }};
}

}  // namespace michibiki::figures
