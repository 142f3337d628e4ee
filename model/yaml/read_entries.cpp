#include "model/yaml/read_entries.hpp"

#include <algorithm>

#include "model/compare_values.hpp"
#include "model/text.hpp"
#include "model/yaml/read_links.hpp"
#include "model/yaml/read_value.hpp"

namespace michibiki {
namespace {

void read_common(Builder& context, Fields& fields, Entry& entry, EntryRef self) {
  fields.find("id");
  entry.title = fields.bilingual("title");
  entry.note = fields.bilingual("note");
  entry.group = fields.flag("group");
  for (const auto* node : fields.list("replaces")) entry.replaces.push_back(text_of(context, *node, "`replaces`"));
  for (const auto* node : fields.list("tags")) entry.tags.push_back(text_of(context, *node, "`tags`"));
  if (const auto* parent = fields.find("parent")) {
    if (const auto found = context.resolve(*parent, {self.kind})) entry.parent = found->index;
  }
}

void read_own(Builder& context, Fields& fields, EntryRef self, Property&) {
  context.building.properties.at(self.index).levels = fields.references<Level>("levels");
}

void read_own(Builder& context, Fields& fields, EntryRef self, Mechanism&) {
  read_nature_links(context, fields, "acts-on", self, LinkKind::acts_on);
  read_nature_links(context, fields, "spares", self, LinkKind::spares);
}

void read_own(Builder& context, Fields& fields, EntryRef self, Component&) {
  read_target_links(context, fields, "carries", self, LinkKind::carries);
}

void read_own(Builder& context, Fields& fields, EntryRef self, Asset&) {
  read_target_links(context, fields, "natures", self, LinkKind::has_nature);
}

void read_own(Builder& context, Fields& fields, EntryRef self, Threat& threat) {
  if (const auto* origin = fields.find("origin")) {
    const auto item = stated(context, *origin, fields.scope());
    if (const auto id = context.resolve_as<Origin>(*item.value))
      threat.origin = {*id, context.fact(item.scope, origin->at)};
  }
  for (const auto& item : fields.statements("harms")) {
    if (const auto id = context.resolve_as<Property>(*item.value)) {
      threat.harms.push_back({*id, context.fact(item.scope, item.value->at)});
    }
  }
  read_target_links(context, fields, "mechanisms", self, LinkKind::works_by);
}

void read_own(Builder&, Fields& fields, EntryRef, Vulnerability& vulnerability) {
  vulnerability.assets = fields.references<Asset>("assets");
  vulnerability.threats = fields.references<Threat>("threats");
}

void read_own(Builder&, Fields& fields, EntryRef, Control& control) {
  control.standard = fields.reference<Standard>("standard");
}

void read_own(Builder& context, Fields& fields, EntryRef, Unit& unit) {
  unit.dimension = fields.text("dimension");
  const auto* factor = fields.find("factor");
  if (factor == nullptr) return;
  const auto number = factor->is_scalar() ? parse_number(factor->text) : std::nullopt;
  if (!number || *number == Number(0)) {
    context.error(DiagnosticKind::invalid_value, factor->at,
                  "`factor` is " + to_line(*factor, 40) + "; write a positive decimal number");
    return;
  }
  unit.factor = *number;
}

void read_own(Builder& context, Fields& fields, EntryRef, Scale& scale) {
  for (const auto* node : fields.list("choices")) {
    Fields item(context, *node, fields.scope(), "this choice");
    Scale::Item choice{item.text("id"), item.bilingual("title")};
    item.finish();
    if (std::ranges::any_of(scale.choices, [&](const Scale::Item& other) { return other.code == choice.code; })) {
      context.error(DiagnosticKind::duplicate_id, node->at,
                    "choice " + quote(choice.code) + " stands twice in this scale; keep one");
    }
    scale.choices.push_back(std::move(choice));
  }
}

void read_own(Builder&, Fields& fields, EntryRef, Stakeholder& stakeholder) {
  stakeholder.always = fields.flag("always");
}

void read_own(Builder& context, Fields& fields, EntryRef self, Pattern& pattern) {
  const auto* levels = fields.find("levels");
  if (levels == nullptr) return;
  for (const auto& [key, key_at, value] : levels->entries) {
    const auto property = context.resolve_as<Property>(make_scalar(key, key_at));
    const auto level = context.resolve_as<Level>(value);
    if (!property || !level) continue;
    const auto& scale = context.catalog.properties[*property].levels;
    if (std::ranges::find(scale, *level) == scale.end()) {
      context.error(
          DiagnosticKind::outside_lattice, value.at,
          quote(value.text) + " is not on the scale of " + quote(key) + "; its levels are listed under `properties`");
      continue;
    }
    pattern.levels[*property] = *level;
  }
  for (std::size_t i = 0; i < self.index; ++i) {
    if (context.catalog.patterns.at(i).levels == pattern.levels) {
      context.error(DiagnosticKind::duplicate_id, levels->at,
                    "pattern " + quote(pattern.code) + " has the same levels as pattern " +
                        quote(context.catalog.patterns.at(i).code) + "; a point of the lattice is one pattern");
    }
  }
}

void read_own(Builder& context, Fields& fields, EntryRef, ServiceType& type) {
  const auto* levels = fields.find("levels");
  if (levels == nullptr) return;
  for (const auto& [key, key_at, value] : levels->entries) {
    const auto property = context.resolve_as<Property>(make_scalar(key, key_at));
    const auto item = stated(context, value, fields.scope(), {"among", "reason"});
    if (!property) continue;
    TypeLevel level;
    level.because = item.because;
    level.fact = context.fact(item.scope, value.at);
    if (const auto* reason = value.find("reason")) level.reason = context.resolve_as<Reason>(*reason);
    const auto& scale = context.catalog.properties[*property].levels;
    if (item.value->is_scalar() && item.value->text == "open") {
      if (const auto* among = value.find("among")) {
        for (const auto& node : among->items) {
          if (const auto id = context.resolve_as<Level>(node)) level.possible.push_back(*id);
        }
      } else {
        level.possible = scale;
      }
    } else if (const auto id = context.resolve_as<Level>(*item.value)) {
      level.possible = {*id};
    }
    if (std::ranges::any_of(level.possible, [&](LevelId id) { return std::ranges::find(scale, id) == scale.end(); })) {
      context.error(DiagnosticKind::outside_lattice, value.at,
                    to_line(*item.value, 40) + " is not on the scale of " + quote(key) +
                        "; its levels are listed under `properties`");
      continue;
    }
    type.levels[*property] = std::move(level);
  }
}

void read_own(Builder& context, Fields& fields, EntryRef, SystemCase& system_case) {
  system_case.instances = read_instances(context, fields.list("components"), fields.scope());
}

void read_own(Builder&, Fields& fields, EntryRef, Exclusion& exclusion) {
  exclusion.components = fields.references<Component>("components");
  exclusion.operators = fields.references<Stakeholder>("operators");
}

/// Two values of an indicator that cannot be compared are an error: the strictest could not be told (design: values are typed).
void check_comparable(Builder& context, const Indicator& indicator) {
  for (auto a = indicator.values.begin(); a != indicator.values.end(); ++a) {
    for (auto b = std::next(a); b != indicator.values.end(); ++b) {
      const auto& x = a->second.value;
      const auto& y = b->second.value;
      if (!x.known() || !y.known() || compare_strictness(context.catalog, indicator, x, y)) continue;
      context.error(
          DiagnosticKind::not_comparable, context.catalog.fact(b->second.fact).location,
          "the values of patterns " + context.catalog.patterns[a->first].code + " and " +
              context.catalog.patterns[b->first].code +
              " cannot be compared; give them units of one dimension, or choices of one scale, and say which is `stricter`");
      return;
    }
  }
}

void read_values(Builder& context, Fields& fields, Indicator& indicator) {
  if (const auto* single = fields.find("value")) {
    const auto item = stated(context, *single, fields.scope());
    if (const auto value = read_value(context, *item.value, indicator.scale)) {
      indicator.single = {*value, context.fact(item.scope, single->at)};
    }
  }
  const auto* values = fields.find("values");
  if (values == nullptr) return;
  const auto whole = stated(context, *values, fields.scope());
  if (!whole.value->is_mapping() && !whole.value->refused) {
    context.error(
        DiagnosticKind::wrong_type, whole.value->at,
        "`values` is " + std::string(describe(whole.value->kind)) + "; write a mapping from patterns to values");
  }
  for (const auto& [key, key_at, node] : whole.value->entries) {
    const auto pattern = context.resolve_as<Pattern>(make_scalar(key, key_at));
    const auto item = stated(context, node, whole.scope);
    const auto value =
        item.value->is_null() ? std::optional(Value{}) : read_value(context, *item.value, indicator.scale);
    if (pattern && value) indicator.values[*pattern] = {*value, context.fact(item.scope, node.at)};
  }
  check_comparable(context, indicator);
}

Indicator read_indicator(Builder& context, const Node& node, const Scope& scope) {
  Indicator indicator;
  Fields fields(context, node, scope, "this indicator");
  if (const auto* key = fields.require("key")) indicator.key = text_of(context, *key, "`key`");
  indicator.title = fields.bilingual("title");
  indicator.relative_to = fields.bilingual("relative-to");
  indicator.scale = fields.reference<Scale>("scale");
  if (const auto stricter = fields.text("stricter"); stricter == "higher") {
    indicator.stricter = Indicator::Stricter::higher;
  } else if (stricter == "lower") {
    indicator.stricter = Indicator::Stricter::lower;
  } else if (!stricter.empty()) {
    context.error(DiagnosticKind::invalid_value, fields.find("stricter")->at,
                  "`stricter` is " + quote(stricter) + "; write `higher` or `lower`");
  }
  indicator.fact = context.fact(fields.scope(), node.at);
  read_values(context, fields, indicator);
  fields.finish();
  return indicator;
}

void read_own(Builder& context, Fields& fields, EntryRef self, Measure& measure) {
  if (const auto* number = fields.find("number")) {
    const auto item = stated(context, *number, fields.scope());
    measure.number = {text_of(context, *item.value, "`number`"), context.fact(item.scope, number->at)};
  }
  measure.summary = fields.bilingual("summary");
  if (const auto* node = fields.find("class")) {
    const auto item = stated(context, *node, fields.scope());
    if (const auto id = context.resolve_as<MeasureClass>(*item.value)) {
      measure.measure_class = {*id, context.fact(item.scope, node->at)};
    }
  }
  for (const auto* node : fields.list("indicators")) {
    auto indicator = read_indicator(context, *node, fields.scope());
    if (std::ranges::any_of(measure.indicators, [&](const Indicator& other) { return other.key == indicator.key; })) {
      context.error(DiagnosticKind::duplicate_id, node->at,
                    "indicator " + quote(indicator.key) + " stands twice; keep one");
    }
    measure.indicators.push_back(std::move(indicator));
  }
  read_target_links(context, fields, "implemented-on", self, LinkKind::implemented_on);
  read_target_links(context, fields, "aims-at", self, LinkKind::aims_at);
  read_target_links(context, fields, "considers", self, LinkKind::considers);
}

template <typename T>
void read_own(Builder&, Fields&, EntryRef, T&) {}  // kinds that have nothing of their own

}  // namespace

std::vector<Instance> read_instances(Context& context, const std::vector<const Node*>& items, const Scope& scope) {
  std::vector<Instance> instances;
  std::vector<SourceLocation> places;
  for (const auto* node : items) {
    Instance instance;
    if (node->is_scalar()) {
      const auto type = context.resolve_as<Component>(*node);
      if (!type) continue;
      instance.type = *type;
      instance.code = context.catalog.components[*type].code;
      instance.fact = context.fact(scope, node->at);
    } else {
      Fields fields(context, *node, scope, "this component");
      const auto type = fields.reference<Component>("type");
      instance.code = fields.text("id");
      instance.operated_by = fields.reference<Stakeholder>("operator");
      if (const auto parent = fields.text("parent"); !parent.empty()) instance.parent = parent;
      fields.bilingual("because");
      fields.finish();
      if (!type) {
        if (fields.find("type") == nullptr) fields.require("type");
        continue;
      }
      instance.type = *type;
      if (instance.code.empty()) instance.code = context.catalog.components[*type].code;
      instance.fact = context.fact(fields.scope(), node->at);
    }
    if (std::ranges::any_of(instances, [&](const Instance& other) { return other.code == instance.code; })) {
      context.error(DiagnosticKind::duplicate_id, node->at,
                    "component " + quote(instance.code) + " stands twice; give each its own `id`");
      continue;
    }
    instances.push_back(std::move(instance));
    places.push_back(node->at);
  }
  for (std::size_t i = 0; i < instances.size(); ++i) {
    const auto& instance = instances[i];
    if (!instance.parent ||
        std::ranges::any_of(instances, [&](const Instance& other) { return other.code == *instance.parent; }))
      continue;
    context.error(
        DiagnosticKind::unknown_id, places[i],
        "component " + quote(instance.code) + " is part of " + quote(*instance.parent) + ", which is not in this list");
  }
  return instances;
}

void read_entry(Builder& context, const Record& record, EntryRef self) {
  const Scope outer{record.default_basis ? context.basis(*record.default_basis) : std::nullopt, record.catalog,
                    record.withdrawn};
  Fields fields(context, record.body, outer, std::string(name_of(self.kind)) + ' ' + quote(record.code));
  context.building.entry(self).fact = context.fact(fields.scope(), record.body.at);
  visit_table(context.building, self.kind, [&](auto& table) {
    read_common(context, fields, table.at(self.index), self);
    read_own(context, fields, self, table.at(self.index));
  });
  fields.finish();
}

}  // namespace michibiki
