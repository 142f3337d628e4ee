#include "engine/starting_points.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "engine/compositions.hpp"
#include "engine/cover.hpp"
#include "engine/derive.hpp"
#include "engine/place.hpp"

namespace michibiki {
namespace {

/// A copy of what the catalogues say, to which entries and links are added that nobody states, to see what would follow from them.
class Trial {
 public:
  explicit Trial(const View& view) : catalog_(view.catalog()) {}

  template <typename T>
  Id<T> add(const std::string& code, std::optional<std::size_t> parent = std::nullopt) {
    Entry entry;
    entry.code = code;
    entry.parent = parent;
    entry.fact = believed();
    return Id<T>{catalog_.add(T::kind, std::move(entry)).index};
  }

  void link(LinkKind kind, EntryRef from, EntryRef to) {
    Link link;
    link.kind = kind;
    link.from = {from};
    link.to = {to};
    link.fact = believed();
    catalog_.links.push_back(std::move(link));
  }

  KnowledgeGraph freeze() && { return KnowledgeGraph(std::move(catalog_)); }

 private:
  FactId believed() {
    catalog_.facts.emplace_back().basis.kind = BasisKind::stated;
    return FactId{catalog_.facts.size() - 1};
  }

  Catalog catalog_;
};

/// The trial as the view shows what it was made of: what the view takes away stays away.
View view_of(const KnowledgeGraph& trial, const View& view) {
  std::vector<FactId> absent;
  for (std::size_t i = 0; i < view.catalog().facts.size(); ++i) {
    if (view.standing(FactId{i}) == Standing::absent) absent.push_back(FactId{i});
  }
  return View(trial, view.trust()).without(absent);
}

/// Blanks are in no id of a catalogue, so these codes are new whatever a catalogue calls its entries.
std::string unused_code(std::size_t number) { return "a new one " + std::to_string(number); }

template <typename T>
std::vector<Id<T>> holding(const View& view, const Table<T>& table, bool groups) {
  std::vector<Id<T>> found;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.at(i).group == groups && view.holds(ref(Id<T>{i}))) found.push_back(Id<T>{i});
  }
  return found;
}

bool anything_answers(const Catalog& catalog) {
  return std::ranges::any_of(catalog.links, [](const Link& link) {
    return link.kind == LinkKind::counters || link.kind == LinkKind::mitigates;
  });
}

/// Component types that do not exist, one under each heading, all with the same assets that do not exist, one of each nature.
class ComponentTrial {
 public:
  explicit ComponentTrial(const View& view) : view_(view), trial_(view) {
    add_type(std::nullopt);
    for (const auto parent : holding(view, view.catalog().components, true)) add_type(parent);
    const auto natures = holding(view, view.catalog().natures, false);
    if (natures.empty()) {
      add_asset(std::nullopt);
    } else {
      for (const auto nature : natures) add_asset(nature);
    }
  }

  std::optional<ComponentStart> best() && {
    derive();
    const std::pair<std::size_t, ComponentStart>* best = nullptr;
    for (const auto& of_type : starts_) {
      for (const auto& [asset, found] : of_type) {
        if (!found.second.threats.empty() && (best == nullptr || found.first < best->first)) best = &found;
      }
    }
    return best == nullptr ? std::nullopt : std::optional(best->second);
  }

 private:
  void add_type(std::optional<ComponentId> parent) {
    const auto above = parent ? std::optional(parent->index()) : std::nullopt;
    types_.push_back(trial_.add<Component>(unused_code(types_.size()), above));
    if (parent) parents_.emplace(types_.back(), *parent);
    starts_.emplace_back();
  }

  void add_asset(std::optional<NatureId> nature) {
    const auto asset = trial_.add<Asset>(unused_code(assets_.size()));
    if (nature) trial_.link(LinkKind::has_nature, ref(asset), ref(*nature));
    for (const auto type : types_) trial_.link(LinkKind::carries, ref(type), ref(asset));
    assets_.emplace(asset, nature);
  }

  void derive() {
    Portfolio portfolio;
    auto& service = portfolio.services.emplace_back();
    for (const auto type : types_) {
      auto& instance = service.instances.emplace_back();
      instance.code = unused_code(type.index());
      instance.type = type;
    }
    const bool answering = anything_answers(view_.catalog());
    const auto graph = std::move(trial_).freeze();
    const auto view = view_of(graph, view_);
    const auto inventory = identify(view, portfolio);
    const auto analysis = analyse(view, inventory);
    const auto selection = select(view, classify(view, portfolio), inventory, analysis);
    const auto coverage = cover(view, portfolio, inventory, analysis, selection);
    for (std::size_t i = 0; i < analysis.exposures.size(); ++i) {
      const auto& item = inventory.assets[analysis.exposures[i].asset];
      const auto type = inventory.components[*item.component].instance.type;
      if (!assets_.contains(*item.asset)) continue;  // of the heading, by inheritance
      auto& [open, start] = starts_[type.index() - types_.front().index()][*item.asset];
      if (const auto parent = parents_.find(type); parent != parents_.end()) start.parent = parent->second;
      start.nature = assets_.at(*item.asset);
      const auto threat = analysis.exposures[i].threat;
      start.threats.insert(threat);
      if (coverage.exposures[i].status == CoverageStatus::covered) {
        note_answers(selection.answers[i], start);
      } else if (answering) {
        ++open;
        start.open.insert(threat);
      }
    }
  }

  static void note_answers(const Answer& answer, ComponentStart& start) {
    for (const auto& support : answer.measures) {
      for (const auto measure : support.measures) start.answers.insert(ref(measure));
    }
    if (!answer.measures.empty()) return;
    for (const auto& support : answer.controls) {
      for (const auto control : support.controls) start.answers.insert(ref(control));
    }
  }

  const View& view_;
  Trial trial_;
  std::vector<ComponentId> types_;
  std::map<ComponentId, ComponentId> parents_;
  std::map<AssetId, std::optional<NatureId>> assets_;
  /// By type, then asset: how many exposures are open, and what was found.
  std::vector<std::map<AssetId, std::pair<std::size_t, ComponentStart>>> starts_;
};

MeasureStart start_at(const Derivation& derivation, std::size_t index) {
  const auto& exposure = derivation.analysis.exposures[index];
  const auto& item = derivation.inventory.assets[exposure.asset];
  const auto& controls = derivation.selection.answers[index].controls;
  MeasureStart start;
  start.threat = exposure.threat;
  start.property = exposure.property;
  for (const auto& ground : exposure.grounds) {
    if (!start.nature) start.nature = ground.nature;
  }
  start.asset = item.asset;
  if (item.component) start.component = derivation.inventory.components[*item.component].instance.type;
  if (!controls.empty()) start.control = controls.front().controls.front();
  start.open = derivation.coverage.exposures[index].status != CoverageStatus::covered;
  return start;
}

bool names(const View& view, EntryRef entry, LinkKind kind, EntryRef end) {
  return std::ranges::any_of(view.links_from_upwards(entry, kind), [&](LinkId link) {
    const auto& to = view.catalog().link(link).to;
    return std::ranges::any_of(to, [&](EntryRef one) { return view.graph().lies_under(end, one); });
  });
}

/// All purposes, those of measures like the one that is wanted first; no purpose at all comes last.
std::vector<std::optional<PurposeId>> purposes_by_use(const View& view, const MeasureStart& start) {
  std::map<PurposeId, int> uses;
  for (const auto measure : holding(view, view.catalog().measures, false)) {
    if (!names(view, ref(measure), LinkKind::counters, ref(start.threat))) continue;
    const bool there = start.component && names(view, ref(measure), LinkKind::implemented_on, ref(*start.component));
    for (const auto link : view.links_from_upwards(ref(measure), LinkKind::aims_at)) {
      for (const auto purpose : view.catalog().link(link).to) {
        auto& use = uses[PurposeId{purpose.index}];
        use = std::max(use, there ? 2 : 1);
      }
    }
  }
  auto purposes = holding(view, view.catalog().purposes, false);
  std::ranges::stable_sort(purposes, std::greater<>(), [&](PurposeId id) { return uses[id]; });
  std::vector<std::optional<PurposeId>> all(purposes.begin(), purposes.end());
  all.emplace_back();
  return all;
}

}  // namespace

std::optional<ComponentStart> start_component(const View& view) {
  // A first asset would end the implicit one, the service as a whole, that such catalogues are about.
  if (view.catalog().assets.empty()) return std::nullopt;
  return ComponentTrial(view).best();
}

std::optional<MeasureStart> start_measure(const View& view) {
  std::optional<MeasureStart> best;
  const auto worth = [](const MeasureStart& start) { return std::pair(start.control.has_value(), start.open); };
  for (const auto& composition : typical_compositions(view)) {
    const auto derivation = derive(view, composition.portfolio);
    for (std::size_t i = 0; i < derivation.analysis.exposures.size(); ++i) {
      auto start = start_at(derivation, i);
      if (!best || worth(start) > worth(*best)) best = start;
    }
  }
  return best;
}

std::map<PropertyId, LevelId> start_levels(const View& view) {
  std::vector<std::map<PropertyId, LevelId>> patterns;
  for (std::size_t i = 0; i < view.catalog().patterns.size(); ++i) {
    const auto& pattern = view.catalog().patterns.at(i);
    if (pattern.group || !view.holds(ref(PatternId{i}))) continue;
    auto& levels = patterns.emplace_back();
    for (const auto& [property, level] : pattern.levels) {
      if (view.holds(level.fact)) levels.emplace(property, level.value);
    }
  }
  if (patterns.empty()) return {};
  // A pattern without a level for a property is one for every level of it.
  const auto fitting = [&](const std::map<PropertyId, LevelId>& levels) {
    return std::ranges::count_if(patterns, [&](const auto& pattern) {
      return std::ranges::all_of(levels, [&](const auto& wanted) {
        const auto level = pattern.find(wanted.first);
        return level == pattern.end() || level->second == wanted.second;
      });
    });
  };
  auto levels = patterns.front();
  for (const auto& [property, level] : patterns.front()) {
    auto fewer = levels;
    fewer.erase(property);
    if (fitting(fewer) == fitting(levels)) levels = std::move(fewer);
  }
  return levels;
}

PlacementStart start_placement(const View& view, const MeasureStart& start) {
  Trial trial(view);
  std::vector<std::pair<MeasureId, std::optional<PurposeId>>> measures;
  for (const auto& purpose : purposes_by_use(view, start)) {
    const auto measure = trial.add<Measure>(unused_code(measures.size()));
    measures.emplace_back(measure, purpose);
    trial.link(LinkKind::counters, ref(measure), ref(start.threat));
    if (start.component) trial.link(LinkKind::implemented_on, ref(measure), ref(*start.component));
    if (purpose) trial.link(LinkKind::aims_at, ref(measure), ref(*purpose));
  }
  const auto graph = std::move(trial).freeze();
  const auto tried = view_of(graph, view);
  for (const auto& [measure, purpose] : measures) {
    if (const auto placement = place(tried, measure); placement.chapter) return {purpose, placement.chapter};
  }
  return {measures.front().second, std::nullopt};
}

}  // namespace michibiki
