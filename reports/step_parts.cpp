#include "reports/step_parts.hpp"

#include <algorithm>
#include <array>

#include "engine/place.hpp"
#include "model/value_notation.hpp"
#include "reports/given_answers.hpp"
#include "reports/naming.hpp"
#include "reports/value_text.hpp"

namespace michibiki {
namespace {

/// In the order of the alternatives of Conclusion.
constexpr std::array<std::string_view, std::variant_size_v<Conclusion>> conclusion_names{
    "may-require-level", "may-be-of-pattern", "has-component", "has-stakeholder", "has-asset",  "is-of-nature",
    "harms-property",    "works-by",          "acts-on",       "is-weak",         "is-exposed", "is-called-for",
    "is-drawn-from",     "is-of-class",       "is-placed",     "has-value"};

class PartsOf {
 public:
  explicit PartsOf(const DerivationReport& report) : report_(report), catalog_(report.view.catalog()) {}

  StepParts take() { return std::move(parts_); }

  void operator()(const MayRequireLevel& it) {
    add_service(it.service);
    add("property", it.property, catalog_.properties, false);
    add("level", it.level, catalog_.levels, false);
  }
  void operator()(const MayBeOfPattern& it) {
    add_service(it.service);
    add("pattern", it.pattern, catalog_.patterns, false);
  }
  void operator()(const HasComponent& it) {
    for (const auto service : inventory().components[it.component].used_by) add_service(service);
    add_component(it.component);
  }
  void operator()(const HasStakeholder& it) {
    add_service(it.service);
    add("stakeholder", it.stakeholder, catalog_.stakeholders, true);
    if (it.or_under) add("or-under", it.stakeholder, catalog_.stakeholders, true);
  }
  void operator()(const HasAsset& it) { add_asset(it.asset); }
  void operator()(const IsOfNature& it) {
    add("asset", it.asset, catalog_.assets, true);
    add("nature", it.nature, catalog_.natures, false);
  }
  void operator()(const HarmsProperty& it) {
    add("threat", it.threat, catalog_.threats, true);
    add("property", it.property, catalog_.properties, false);
  }
  void operator()(const WorksBy& it) {
    add("threat", it.threat, catalog_.threats, true);
    add("mechanism", it.mechanism, catalog_.mechanisms, false);
    add("property", it.property, catalog_.properties, false);
  }
  void operator()(const ActsOn& it) {
    add("mechanism", it.mechanism, catalog_.mechanisms, false);
    add("nature", it.nature, catalog_.natures, false);
    add("property", it.property, catalog_.properties, false);
  }
  void operator()(const IsWeak& it) {
    add("vulnerability", it.vulnerability, catalog_.vulnerabilities, true);
    add("asset", it.asset, catalog_.assets, true);
    add("threat", it.threat, catalog_.threats, true);
  }
  void operator()(const IsExposed& it) {
    const auto& exposure = report_.derivation.analysis.exposures[it.exposure];
    add_asset(exposure.asset);
    add("threat", exposure.threat, catalog_.threats, true);
    add("property", exposure.property, catalog_.properties, false);
    add("vulnerability", exposure.vulnerability, catalog_.vulnerabilities, true);
    if (it.within) put({"within", catalog_.link(*it.within).code, {}, true});
  }
  void operator()(const IsCalledFor& it) {
    add(name_of(it.entry.kind), it.entry);
    if (it.exposure) (*this)(IsExposed{*it.exposure, {}});
  }
  void operator()(const IsDrawnFrom& it) {
    add("measure", it.measure, catalog_.measures, true);
    add("origin", it.origin);
  }
  void operator()(const IsOfClass& it) {
    add("measure", it.measure, catalog_.measures, true);
    const auto& measure = catalog_.measures[it.measure];
    if (measure.measure_class) add("class", measure.measure_class->value, catalog_.classes, false);
  }
  void operator()(const IsPlaced& it) {
    add("measure", it.measure, catalog_.measures, true);
    add("chapter", place(report_.view, it.measure).chapter, catalog_.chapters, true);
  }
  void operator()(const HasValue& it) {
    const auto& grade = report_.derivation.grading.grades[it.grade];
    const auto& indicator = catalog_.measures[grade.measure].indicators[grade.indicator];
    for (const auto service : grade.services) {
      if (report_.portfolio.services.size() > 1) add_service(service);
    }
    add("measure", grade.measure, catalog_.measures, true);
    put({"indicator", indicator.key, indicator.title.wording(), true});
    add("pattern", grade.pattern, catalog_.patterns, false);
    put({"value",
         value_notation(catalog_, grade.value) + (grade.value.starred ? " *" : ""),
         {value_text(catalog_, indicator, grade.value, Language::ja),
          value_text(catalog_, indicator, grade.value, Language::en)},
         false});
  }

  /// What the step itself adds.
  void add_own(const Justification& justification, const Step& step) {
    if (step.who) {
      std::erase_if(parts_, [](const StepPart& part) { return part.name == "or-under"; });
      replace("stakeholder", *step.who, catalog_.stakeholders);
    }
    if (step.kind == StepKind::component_listed || step.kind == StepKind::level_by_type)
      add_origin_of(justification, step);
    if (step.kind == StepKind::requires_other) {
      const auto& needed = std::get<IsCalledFor>(justification.conclusions[step.conclusion]).entry;
      add("needed", needed);
      for (const auto premise : step.premises) {
        if (const auto* by = std::get_if<IsCalledFor>(&justification.conclusions[premise])) add("by", by->entry);
      }
    }
    for (const auto& [question, said] : given_answers(report_, justification, step))
      put({"answer", catalog_.questions[question].code, told_answer(catalog_, question, said.value), false});
    if (step.kind == StepKind::stakeholder_operates) add_operator(justification, step);
    if (step.kind == StepKind::counters || step.kind == StepKind::mitigates) add_partners(justification, step);
  }

  void add_missing(const StepParts& others) {
    StepParts fresh;
    for (const auto& part : others) {
      if (!has(part.name)) fresh.push_back(part);
    }
    parts_.insert(parts_.end(), fresh.begin(), fresh.end());
  }

  /// A component that is called as its asset is not told twice.
  void leave_out_component_of_same_name() {
    const auto asset = std::ranges::find(parts_, "asset", &StepPart::name);
    if (asset == parts_.end()) return;
    const auto code = asset->code;
    std::erase_if(parts_, [&](const StepPart& part) { return part.name == "component" && part.code == code; });
  }

 private:
  const Inventory& inventory() const { return report_.derivation.inventory; }
  bool has(std::string_view name) const { return std::ranges::count(parts_, name, &StepPart::name) != 0; }
  void put(StepPart part) { parts_.push_back(std::move(part)); }

  void add(std::string_view name, EntryRef entry) {
    put({name, catalog_.entry(entry).code, catalog_.entry(entry).title.wording(), true});
  }
  template <typename T>
  void add(std::string_view name, const std::optional<Id<T>>& id, const Table<T>& table, bool with_id) {
    if (id) put({name, table[*id].code, table[*id].title.wording(), with_id});
  }
  template <typename T>
  void add(std::string_view name, Id<T> id, const Table<T>& table, bool with_id) {
    add(name, std::optional(id), table, with_id);
  }
  template <typename T>
  void replace(std::string_view name, Id<T> id, const Table<T>& table) {
    std::erase_if(parts_, [&](const StepPart& part) { return part.name == name; });
    add(name, id, table, true);
  }

  void add_service(std::size_t position) {
    const auto& service = report_.portfolio.services[position];
    put({"service", service.code, service.title.wording(), !service.code.empty()});
  }

  void add_component(std::size_t position) {
    const auto& instance = inventory().components[position].instance;
    const auto& type = catalog_.components[instance.type];
    put({"component", component_label(report_, position), type.title.wording(), true});
    // It says no more where the component is called as its type.
    if (instance.code != type.code) add("component-type", ref(instance.type));
  }

  void add_asset(std::size_t position) {
    const auto& where = inventory().assets[position];
    if (where.component) add_component(*where.component);
    add("asset", where.asset, catalog_.assets, true);
  }

  void add_origin_of(const Justification& justification, const Step& step) {
    const auto& conclusion = justification.conclusions[step.conclusion];
    if (const auto* component = std::get_if<HasComponent>(&conclusion)) {
      const auto& service = report_.portfolio.services[inventory().components[component->component].used_by.front()];
      add("system-case", service.system_case, catalog_.system_cases, true);
    } else if (const auto* level = std::get_if<MayRequireLevel>(&conclusion)) {
      add("service-type", report_.portfolio.services[level->service].type, catalog_.service_types, true);
    }
  }

  /// Who operates the component, and who of these the step is about.
  void add_operator(const Justification& justification, const Step& step) {
    for (const auto premise : step.premises) {
      const auto* component = std::get_if<HasComponent>(&justification.conclusions[premise]);
      if (component == nullptr) continue;
      const auto by = inventory().components[component->component].instance.operated_by;
      add("operator", by, catalog_.stakeholders, true);
      if (step.who != by) add("member", step.who, catalog_.stakeholders, true);
    }
  }

  /// The others that answer an exposure by the same link, where they count together.
  void add_partners(const Justification& justification, const Step& step) {
    const auto& link = catalog_.link(step.link.value());
    const auto entry = std::get<IsCalledFor>(justification.conclusions[step.conclusion]).entry;
    if (link.join == Join::any) return;
    for (const auto from : link.from) {
      if (from != entry) add("with", from);
    }
  }

  const DerivationReport& report_;
  const Catalog& catalog_;
  StepParts parts_;
};

bool about_exposure(StepKind kind) {
  using enum StepKind;
  constexpr std::array kinds{exposed_by_mechanism, exposed_outright, exposed_to_all, counters, mitigates};
  return std::ranges::count(kinds, kind) != 0;
}

}  // namespace

std::string text_of(const StepPart& part, Language language) {
  if (part.with_id) return title_and_id(part.title, part.code, language);
  return part.title.empty() ? part.code : part.title.in(language);
}

std::string_view name_of(const Conclusion& conclusion) { return conclusion_names.at(conclusion.index()); }

StepParts parts_of(const DerivationReport& report, const Conclusion& conclusion) {
  PartsOf parts(report);
  std::visit(parts, conclusion);
  return parts.take();
}

StepParts parts_of(const DerivationReport& report, const Justification& justification, const Step& step) {
  PartsOf parts(report);
  std::visit(parts, justification.conclusions[step.conclusion]);
  parts.add_own(justification, step);
  for (const auto premise : step.premises) parts.add_missing(parts_of(report, justification.conclusions[premise]));
  if (about_exposure(step.kind)) parts.leave_out_component_of_same_name();
  return parts.take();
}

}  // namespace michibiki
