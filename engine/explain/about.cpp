#include "engine/explain/about.hpp"

#include <algorithm>

#include "engine/component_names.hpp"

namespace michibiki {
namespace {

using Conclusions = std::vector<Conclusion>;

class About {
 public:
  explicit About(const Workings& workings)
      : view_(workings.view), portfolio_(workings.portfolio), derivation_(workings.derivation) {}

  Conclusions take() { return std::move(found_); }

  void entry(EntryRef entry) {
    switch (entry.kind) {
      case EntryKind::measure:
        measure(MeasureId{entry.index});
        break;
      case EntryKind::control:
        control(entry);
        break;
      case EntryKind::component:
        each_component([&](const Instance& instance) { return under(ref(instance.type), entry); });
        break;
      case EntryKind::asset:
        each_asset([&](const InventoryAsset& item) { return item.asset && under(ref(*item.asset), entry); });
        break;
      case EntryKind::stakeholder:
        each_stakeholder(entry);
        break;
      case EntryKind::threat:
        each_exposure([&](const Exposure& exposure) { return under(ref(exposure.threat), entry); });
        break;
      case EntryKind::vulnerability:
        each_exposure([&](const Exposure& exposure) {
          return exposure.vulnerability && under(ref(*exposure.vulnerability), entry);
        });
        break;
      case EntryKind::pattern:
        each_classification([&](std::size_t service, const Classification& of) {
          for (const auto pattern : of.patterns) {
            if (ref(pattern) == entry) found_.push_back(MayBeOfPattern{service, pattern});
          }
        });
        break;
      case EntryKind::property:
      case EntryKind::level:
        levels([&](PropertyId property, LevelId level) { return ref(property) == entry || ref(level) == entry; });
        break;
      case EntryKind::chapter:
        for (std::size_t i = 0; i < derivation_.placements.size(); ++i) {
          const auto chapter = derivation_.placements[i].chapter;
          if (chapter && under(ref(*chapter), entry))
            found_.push_back(IsPlaced{derivation_.selection.measures[i].measure});
        }
        break;
      case EntryKind::measure_class:
        for (const auto& selected : derivation_.selection.measures) {
          const auto& of = view_.catalog().measures[selected.measure].measure_class;
          if (of && ref(of->value) == entry) found_.push_back(IsOfClass{selected.measure});
        }
        break;
      default:
        break;
    }
  }

  void components_called(const std::string& name) {
    for (std::size_t i = 0; i < derivation_.inventory.components.size(); ++i) {
      if (is_called(view_, portfolio_, derivation_.inventory.components[i], name)) found_.push_back(HasComponent{i});
    }
  }

  template <typename Wanted>
  void each_component(Wanted wanted) {
    for (std::size_t i = 0; i < derivation_.inventory.components.size(); ++i) {
      if (wanted(derivation_.inventory.components[i].instance)) found_.push_back(HasComponent{i});
    }
  }

  void values(MeasureId measure, std::optional<std::size_t> indicator = {}, std::optional<PatternId> pattern = {}) {
    for (std::size_t i = 0; i < derivation_.grading.grades.size(); ++i) {
      const auto& grade = derivation_.grading.grades[i];
      if (grade.measure == measure && (!indicator || grade.indicator == *indicator) &&
          (!pattern || grade.pattern == pattern))
        found_.push_back(HasValue{i});
    }
  }

  void exposures(const std::vector<std::string>& codes) {
    each_concerned(codes, [&](std::size_t exposure) {
      found_.push_back(IsExposed{exposure, {}});
      answers(exposure, [](EntryRef) { return true; });
    });
  }

  void answer(EntryRef entry, const std::vector<std::string>& codes) {
    each_concerned(codes, [&](std::size_t exposure) { answers(exposure, [&](EntryRef one) { return one == entry; }); });
  }

  template <typename Wanted>
  void levels(Wanted wanted) {
    each_classification([&](std::size_t service, const Classification& of) {
      for (const auto& required : of.levels) {
        for (const auto level : required.possible) {
          if (wanted(required.property, level)) found_.push_back(MayRequireLevel{service, required.property, level});
        }
      }
    });
  }

  void all() {
    each_classification([&](std::size_t service, const Classification& of) {
      for (const auto pattern : of.patterns) found_.push_back(MayBeOfPattern{service, pattern});
    });
    each_component([](const Instance&) { return true; });
    each_asset([](const InventoryAsset&) { return true; });
    each_exposure([](const Exposure&) { return true; });
    for (const auto& selected : derivation_.selection.measures) measure(selected.measure);
    for (const auto& selected : derivation_.selection.controls)
      found_.push_back(IsCalledFor{ref(selected.control), {}});
  }

 private:
  bool under(EntryRef entry, EntryRef above) const { return view_.graph().lies_under(entry, above); }

  void measure(MeasureId id) {
    const auto selected = std::ranges::find(derivation_.selection.measures, id, &SelectedMeasure::measure);
    if (selected == derivation_.selection.measures.end()) return;
    found_.push_back(IsCalledFor{ref(id), {}});
    found_.push_back(IsOfClass{id});
    for (const auto link : view_.links_from_upwards(ref(id), LinkKind::originates_from)) {
      for (const auto to : view_.catalog().link(link).to) add_once(IsDrawnFrom{id, to});
    }
    found_.push_back(IsPlaced{id});
    values(id);
  }

  void add_once(const Conclusion& conclusion) {
    if (std::ranges::count(found_, conclusion) == 0) found_.push_back(conclusion);
  }

  /// With the measures that were drawn from it.
  void control(EntryRef entry) {
    const auto& selected = derivation_.selection.controls;
    if (std::ranges::count(selected, ControlId{entry.index}, &SelectedControl::control) != 0)
      found_.push_back(IsCalledFor{entry, {}});
    for (const auto& one : derivation_.selection.measures) {
      for (const auto link : view_.links_from_upwards(ref(one.measure), LinkKind::originates_from)) {
        if (std::ranges::count(view_.catalog().link(link).to, entry) != 0) add_once(IsDrawnFrom{one.measure, entry});
      }
    }
  }

  template <typename Wanted>
  void each_asset(Wanted wanted) {
    for (std::size_t i = 0; i < derivation_.inventory.assets.size(); ++i) {
      if (wanted(derivation_.inventory.assets[i])) found_.push_back(HasAsset{i});
    }
  }

  template <typename Wanted>
  void each_exposure(Wanted wanted) {
    for (std::size_t i = 0; i < derivation_.analysis.exposures.size(); ++i) {
      if (wanted(derivation_.analysis.exposures[i])) found_.push_back(IsExposed{i, {}});
    }
  }

  template <typename Each>
  void each_classification(Each each) const {
    for (std::size_t i = 0; i < derivation_.classifications.size(); ++i) each(i, derivation_.classifications[i]);
  }

  void each_stakeholder(EntryRef entry) {
    for (const auto& present : derivation_.inventory.stakeholders) {
      if (!under(ref(present.stakeholder), entry)) continue;
      for (const auto& in : present.services) found_.push_back(HasStakeholder{in.service, present.stakeholder, false});
    }
  }

  bool concerns(const Exposure& exposure, const std::string& code) const {
    const auto& where = derivation_.inventory.assets[exposure.asset];
    const auto is = [&](EntryRef entry) {
      const auto above = view_.graph().upwards(entry);
      return std::ranges::any_of(above, [&](EntryRef one) { return view_.catalog().entry(one).code == code; });
    };
    if (where.component) {
      const auto& component = derivation_.inventory.components[*where.component];
      if (is_called(view_, portfolio_, component, code) || is(ref(component.instance.type))) return true;
    }
    return (where.asset && is(ref(*where.asset))) || is(ref(exposure.threat)) ||
           (exposure.property && is(ref(*exposure.property))) ||
           (exposure.vulnerability && is(ref(*exposure.vulnerability)));
  }

  template <typename Each>
  void each_concerned(const std::vector<std::string>& codes, Each each) const {
    for (std::size_t i = 0; i < derivation_.analysis.exposures.size(); ++i) {
      const auto& exposure = derivation_.analysis.exposures[i];
      if (std::ranges::all_of(codes, [&](const std::string& code) { return concerns(exposure, code); })) each(i);
    }
  }

  template <typename Wanted>
  void answers(std::size_t exposure, Wanted wanted) {
    const auto& answer = derivation_.selection.answers[exposure];
    const auto add = [&](const auto& supports, auto members) {
      for (const auto& support : supports) {
        for (const auto member : support.*members) {
          if (wanted(ref(member))) add_once(IsCalledFor{ref(member), exposure});
        }
      }
    };
    add(answer.measures, &MeasureSupport::measures);
    add(answer.open_measures, &MeasureSupport::measures);
    add(answer.controls, &ControlSupport::controls);
    add(answer.open_controls, &ControlSupport::controls);
  }

  const View& view_;
  const Portfolio& portfolio_;
  const Derivation& derivation_;
  Conclusions found_;
};

}  // namespace

Conclusions conclusions_about(const Workings& workings, EntryRef entry) {
  About about(workings);
  about.entry(entry);
  return about.take();
}

Conclusions conclusions_about_component(const Workings& workings, const std::string& name) {
  About about(workings);
  about.components_called(name);
  return about.take();
}

Conclusions conclusions_about_indicator(const Workings& workings, MeasureId measure, std::size_t indicator) {
  About about(workings);
  about.values(measure, indicator);
  return about.take();
}

Conclusions conclusions_about_value(const Workings& workings, MeasureId measure, std::optional<std::size_t> indicator,
                                    PatternId pattern) {
  About about(workings);
  about.values(measure, indicator, pattern);
  return about.take();
}

Conclusions conclusions_about_level(const Workings& workings, PropertyId property, LevelId level) {
  About about(workings);
  about.levels([&](PropertyId of, LevelId required) { return of == property && required == level; });
  return about.take();
}

Conclusions conclusions_about_answer(const Workings& workings, EntryRef answer, const std::vector<std::string>& codes) {
  About about(workings);
  about.answer(answer, codes);
  return about.take();
}

Conclusions conclusions_about_exposures(const Workings& workings, const std::vector<std::string>& codes) {
  About about(workings);
  about.exposures(codes);
  return about.take();
}

Conclusions all_conclusions(const Workings& workings) {
  About about(workings);
  about.all();
  return about.take();
}

}  // namespace michibiki
