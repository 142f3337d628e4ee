#include <algorithm>

#include "engine/called_for.hpp"
#include "engine/explain/facts.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {
namespace {

/// The ways to a measure or control that is called for, at one exposure or anywhere.
class CallWays {
 public:
  CallWays(const Workings& workings, const IsCalledFor& conclusion)
      : workings_(workings),
        view_(workings.view),
        selection_(workings.derivation.selection),
        calls_(workings.view, workings.derivation.classifications),
        conclusion_(conclusion) {}

  Ways all() {
    if (conclusion_.exposure) {
      answer(*conclusion_.exposure);
    } else {
      for (const auto exposure : exposures_of_entry()) answer(exposure);
      for (const auto& obligation : selection_.obligations) {
        if (ref(obligation.measure) == conclusion_.entry) involve(obligation);
      }
    }
    for (const auto& requirement : selection_.requirements) {
      if (requirement.needed == conclusion_.entry) require(requirement);
    }
    return std::move(ways_);
  }

 private:
  const Exposure& exposure_at(std::size_t position) const { return workings_.derivation.analysis.exposures[position]; }

  /// Where it is selected for what it answers.
  std::vector<std::size_t> exposures_of_entry() const {
    std::vector<std::size_t> all;
    const auto collect = [&](const auto& selected, auto member) {
      for (const auto& one : selected) {
        if (ref(one.*member) == conclusion_.entry)
          std::ranges::merge(one.exposures, one.open_exposures, std::back_inserter(all));
      }
    };
    collect(selection_.measures, &SelectedMeasure::measure);
    collect(selection_.controls, &SelectedControl::control);
    return all;
  }

  /// Several obligations may be of one link.
  void add(Way way) {
    if (std::ranges::count(ways_, way) == 0) ways_.push_back(std::move(way));
  }

  /// What is limited to patterns is called for in those that the service may be of; of several services by the one that calls for it
  /// most surely.
  void add_patterns(EntryRef entry, const std::vector<std::size_t>& services, Way& way) const {
    const auto& limit = patterns_of(view_.catalog(), entry);
    if (limit.empty() || services.empty()) return;
    const auto sure = [&](std::size_t service) {
      const auto called = calls_.called(entry, service);
      return std::pair(called.call, called.basis);
    };
    const auto service = *std::ranges::max_element(services, {}, sure);
    way.no_firmer_than = std::min(way.no_firmer_than, sure(service).second);
    for (const auto pattern : workings_.derivation.classifications[service].patterns) {
      const auto named = std::ranges::find(limit, pattern, &Sourced<PatternId>::value);
      if (named == limit.end() || !view_.holds(named->fact)) continue;
      way.premises.push_back(MayBeOfPattern{service, pattern});
      way.facts.push_back({named->fact});
    }
  }

  template <typename Support, typename IdType>
  void answer_by(std::size_t position, const std::vector<Support>& supports, std::vector<IdType> Support::*members,
                 StepKind kind, bool open) {
    const auto& exposure = exposure_at(position);
    const auto services =
        concerned(workings_.derivation.inventory, exposure, workings_.derivation.classifications.size());
    for (const auto& support : supports) {
      const auto& together = support.*members;
      const auto is_it = [&](IdType member) { return ref(member) == conclusion_.entry; };
      if (std::ranges::none_of(together, is_it)) continue;
      const auto& link = view_.catalog().link(support.link);
      Way way{kind, {IsExposed{position, {}}}, {{link.fact}}, support.link, {}, BasisKind::stated, open};
      if (!link.limits.natures.empty()) way.premises = {IsExposed{position, support.link}};
      way.facts.push_back(over(view_, link.to, ref(exposure.threat)));
      add_limits(workings_, link.limits, position, way.facts);
      for (const auto member : together) {
        way.facts.push_back({fact_of(view_, ref(member))});
        add_patterns(ref(member), services, way);
      }
      ways_.push_back(std::move(way));
    }
  }

  void answer(std::size_t position) {
    const auto& answer = selection_.answers[position];
    answer_by(position, answer.measures, &MeasureSupport::measures, StepKind::counters, false);
    answer_by(position, answer.open_measures, &MeasureSupport::measures, StepKind::counters, true);
    answer_by(position, answer.controls, &ControlSupport::controls, StepKind::mitigates, false);
    answer_by(position, answer.open_controls, &ControlSupport::controls, StepKind::mitigates, true);
  }

  void involve(const Obligation& obligation) {
    const auto& link = view_.catalog().link(obligation.link);
    const auto at = [&](std::size_t service, bool open) {
      Way way{StepKind::involves, {}, {{link.fact}}, obligation.link, {}, BasisKind::stated, open};
      if (link.join == Join::any) {
        way.premises.push_back(HasStakeholder{service, obligation.stakeholder, false});
        way.facts.push_back(over(view_, link.from, ref(obligation.stakeholder)));
      } else {
        for (const auto wanted : link.from) {
          way.premises.push_back(HasStakeholder{service, StakeholderId{wanted.index}, true});
          way.facts.push_back({fact_of(view_, wanted)});
        }
      }
      add_meant(link, way.facts);
      add_patterns(conclusion_.entry, {service}, way);
      add(std::move(way));
    };
    for (const auto& in : obligation.services) at(in.service, false);
    for (const auto& in : obligation.open_services) at(in.service, true);
  }

  /// That the link goes to the entry, itself or by a heading: an item stands for itself alone.
  void add_meant(const Link& link, std::vector<AnyFact>& facts) const {
    AnyFact any;
    for (const auto to : link.to) {
      const bool meant = to == conclusion_.entry || view_.catalog().entry(to).group;
      if (meant && view_.holds(to) && view_.graph().lies_under(conclusion_.entry, to))
        any.push_back(fact_of(view_, to));
    }
    facts.push_back(std::move(any));
    facts.push_back({fact_of(view_, conclusion_.entry)});
  }

  /// Limits are about exposures: with any the link holds at those alone.
  void require(const Requirement& requirement) {
    const auto& link = view_.catalog().link(requirement.link);
    if (link.limits == Limits{} && !conclusion_.exposure) {
      add_required(requirement, link, {}, {});
      return;
    }
    std::vector<std::size_t> exposures;
    std::ranges::merge(requirement.exposures, requirement.open_exposures, std::back_inserter(exposures));
    for (const auto exposure : exposures) {
      if (conclusion_.exposure && exposure != *conclusion_.exposure) continue;
      for (const auto there : requirement.by) add_required(requirement, link, exposure, there);
    }
  }

  /// What requires it is called for anywhere, one of them at the exposure where one is given.
  void add_required(const Requirement& requirement, const Link& link, std::optional<std::size_t> exposure,
                    std::optional<EntryRef> there) {
    const auto among = [&](const auto& positions) { return std::ranges::count(positions, *exposure) != 0; };
    const bool open = exposure ? among(requirement.open_exposures) : requirement.open();
    Way way{StepKind::requires_other, {}, {{link.fact}}, requirement.link, {}, BasisKind::stated, open};
    for (const auto by : requirement.by) {
      way.premises.push_back(IsCalledFor{by, by == there ? exposure : std::nullopt});
      way.facts.push_back({fact_of(view_, by)});
    }
    if (exposure && link.limits != Limits{}) {
      if (!link.limits.natures.empty()) way.premises.push_back(IsExposed{*exposure, requirement.link});
      add_limits(workings_, link.limits, *exposure, way.facts);
    }
    add_meant(link, way.facts);
    add(std::move(way));
  }

  const Workings& workings_;
  const View& view_;
  const Selection& selection_;
  Calls calls_;
  IsCalledFor conclusion_;
  Ways ways_;
};

}  // namespace

Ways ways_to(const Workings& workings, const IsCalledFor& conclusion) { return CallWays(workings, conclusion).all(); }

Ways ways_to(const Workings& workings, const IsDrawnFrom& conclusion) {
  const auto& view = workings.view;
  Ways ways;
  for (const auto id : view.links_from_upwards(ref(conclusion.measure), LinkKind::originates_from)) {
    const auto& link = view.catalog().link(id);
    if (std::ranges::count(link.to, conclusion.origin) == 0 || !view.holds(conclusion.origin) ||
        !view.holds(ref(conclusion.measure)))
      continue;
    Way way{StepKind::lineage, {}, {}, id, {}};
    add_start(view, id, ref(conclusion.measure), way.facts);
    way.facts.push_back({fact_of(view, conclusion.origin)});
    way.facts.push_back({fact_of(view, ref(conclusion.measure))});
    ways.push_back(std::move(way));
  }
  return ways;
}

Ways ways_to(const Workings& workings, const IsOfClass& conclusion) {
  const auto& view = workings.view;
  const auto& measure = view.catalog().measures[conclusion.measure];
  if (!view.holds(ref(conclusion.measure)) || !measure.measure_class || !view.holds(measure.measure_class->fact) ||
      !view.holds(ref(measure.measure_class->value)))
    return {};
  return {{StepKind::measure_class,
           {},
           {{measure.measure_class->fact}, {fact_of(view, ref(measure.measure_class->value))}, {measure.fact}},
           {},
           {}}};
}

}  // namespace michibiki
