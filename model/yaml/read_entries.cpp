#include "model/yaml/read_entries.hpp"

#include <algorithm>
#include <set>

#include "model/compare_values.hpp"
#include "model/text.hpp"
#include "model/yaml/read_instances.hpp"
#include "model/yaml/read_links.hpp"
#include "model/yaml/read_step.hpp"
#include "model/yaml/read_value.hpp"

namespace michibiki {
namespace {

/// That an entry has been withdrawn is heeded when its layer is read, before anything refers to it.
void read_status(Context& context, Fields& fields) {
  const auto* written = fields.find("status");
  if (written == nullptr) return;
  const auto item = stated(context, *written, fields.scope());
  const auto status = text_of(context, *item.value, "`status`");
  if (status != "withdrawn" && item.value->is_scalar() && !item.value->refused) {
    context.error(DiagnosticKind::invalid_value, item.value->at,
                  "`status` is " + quote(status) + "; write `withdrawn`, or leave it out");
  }
}

void read_common(Builder& context, Fields& fields, Entry& entry, EntryRef self) {
  fields.find("id");
  entry.title = fields.bilingual("title");
  entry.note = fields.bilingual("note");
  entry.group = fields.flag("group");
  entry.replaces.clear();
  for (const auto* item : fields.members("replaces", false)) {
    if (auto old = id_of(context, *item, "`replaces`"); !old.empty()) entry.replaces.push_back(std::move(old));
  }
  for (const auto* item : fields.members("tags", false)) entry.tags.push_back(text_of(context, *item, "`tags`"));
  read_status(context, fields);
  if (const auto* parent = fields.value("parent")) {
    if (const auto found = context.resolve(*parent, {self.kind})) {
      context.need(*parent, *found);
      entry.parent = found->index;
    }
  }
}

std::string levels_of(const Catalog& catalog, PropertyId property) {
  std::string codes;
  for (const auto level : catalog.properties[property].levels) {
    codes += (codes.empty() ? "" : ", ") + catalog.levels[level].code;
  }
  return codes.empty() ? "it has none" : "its levels are " + codes;
}

void read_own(Builder& context, Fields& fields, EntryRef self, Property&) {
  auto& scale = context.building.properties.at(self.index).levels;
  for (const auto* item : fields.members("levels")) {
    const auto level = context.needed<Level>(*item);
    if (!level) {
      context.incomplete.insert(self);
      continue;
    }
    if (std::ranges::find(scale, *level) != scale.end()) {
      context.error(DiagnosticKind::duplicate_id, item->at,
                    "level " + quote(context.catalog.levels[*level].code) + " stands twice on this scale; keep one");
      continue;
    }
    scale.push_back(*level);
  }
}

void read_own(Builder& context, Fields& fields, EntryRef self, Mechanism&) {
  read_nature_links(context, fields, "acts-on", self, LinkKind::acts_on);
  read_nature_links(context, fields, "spares", self, LinkKind::spares);
}

void read_own(Builder& context, Fields& fields, EntryRef self, Component&) {
  read_target_links(context, fields, "carries", self, LinkKind::carries);
  read_target_links(context, fields, "lacks", self, LinkKind::lacks);
}

void read_own(Builder& context, Fields& fields, EntryRef self, Asset&) {
  read_target_links(context, fields, "natures", self, LinkKind::has_nature);
}

/// Members of a list of which none says more when it stands there again.
template <typename T>
std::vector<Sourced<Id<T>>> read_once_each(Builder& context, Fields& fields, std::string_view key) {
  std::vector<Sourced<Id<T>>> found;
  for (const auto& item : fields.statements(key)) {
    const auto id = context.resolve_as<T>(*item.value, Want::item);
    if (!id) continue;
    if (std::ranges::any_of(found, [&](const auto& other) { return other.value == *id; })) {
      context.error(
          DiagnosticKind::duplicate_id, item.value->at,
          quote(context.catalog.entry(ref(*id)).code) + " stands twice in `" + std::string(key) + "`; keep one");
      continue;
    }
    found.push_back({*id, context.fact(item.scope, item.value->at)});
  }
  return found;
}

/// The patterns that an entry is limited to, in the order of the catalogues. One that is called for in no pattern at all would be lost
/// without a word: an empty list is a mistake, and so is one of which an overlay withdraws every pattern.
std::vector<Sourced<PatternId>> read_patterns(Builder& context, Fields& fields) {
  fields.refuse_empty_list("patterns");
  auto patterns = read_once_each<Pattern>(context, fields, "patterns");
  const auto gone = [&](const auto& pattern) { return context.catalog.withdrawn.contains(ref(pattern.value)); };
  if (std::ranges::all_of(patterns, gone)) {
    for (const auto& pattern : patterns) context.need(context.catalog.fact(pattern.fact).location, ref(pattern.value));
  }
  std::ranges::sort(patterns, {}, &Sourced<PatternId>::value);
  return patterns;
}

void read_own(Builder& context, Fields& fields, EntryRef self, Threat& threat) {
  if (const auto* origin = fields.find("origin")) {
    const auto item = stated(context, *origin, fields.scope());
    if (const auto id = context.needed<Origin>(*item.value)) {
      threat.origin = {*id, context.fact(item.scope, origin->at)};
    }
  }
  threat.harms = read_once_each<Property>(context, fields, "harms");
  read_target_links(context, fields, "mechanisms", self, LinkKind::works_by);
}

void read_own(Builder&, Fields& fields, EntryRef, Vulnerability& vulnerability) {
  vulnerability.assets = fields.sourced<Asset>("assets");
  vulnerability.threats = fields.sourced<Threat>("threats");
}

void read_own(Builder& context, Fields& fields, EntryRef, Control& control) {
  control.standard = fields.reference<Standard>("standard", Want::item);
  control.patterns = read_patterns(context, fields);
  control.broad_because = fields.bilingual("broad-because");
}

void read_own(Builder& context, Fields& fields, EntryRef, Unit& unit) {
  unit.dimension = fields.text("dimension");
  if (fields.find("dimension") == nullptr) unit.dimension = "unit " + unit.code;  // comparable with itself only
  const auto* factor = fields.value("factor");
  if (factor == nullptr || factor->refused) return;
  if (factor->quoted) {
    context.error(DiagnosticKind::wrong_type, factor->at,
                  "`factor` is a text in quotes; write a positive decimal number without them");
    return;
  }
  const auto number = factor->is_scalar() ? parse_number(factor->text) : std::nullopt;
  if (!number || *number == Number(0)) {
    context.error(DiagnosticKind::invalid_value, factor->at,
                  "`factor` is " + to_line(*factor, 40) + "; write a positive decimal number");
    return;
  }
  unit.factor = *number;
}

void read_own(Builder& context, Fields& fields, EntryRef self, Scale& scale) {
  std::set<std::string> seen;
  fields.refuse_empty_list("choices");
  for (const auto& statement : fields.statements("choices")) {
    Fields item(context, *statement.value, statement.scope, "this choice");
    const auto* id = item.require("id");
    Scale::Item choice{id == nullptr ? std::string() : id_of(context, *id, "`id`"), item.bilingual("title")};
    item.finish();
    if (choice.code.empty()) {
      context.incomplete.insert(self);
      continue;
    }
    if (!seen.insert(choice.code).second) {
      context.error(DiagnosticKind::duplicate_id, statement.value->at,
                    "choice " + quote(choice.code) + " stands twice in this scale; keep one");
      continue;
    }
    scale.choices.push_back(std::move(choice));
  }
}

void read_own(Builder& context, Fields& fields, EntryRef, Stakeholder& stakeholder) {
  const auto* always = fields.find("always");
  if (always == nullptr) return;
  const auto item = stated(context, *always, fields.scope());
  const auto fact = context.fact(item.scope, always->at);
  if (truth_of(context, *item.value, "`always`").value_or(false)) stakeholder.always = fact;
}

void report_outside(Builder& context, const Node& node, PropertyId property) {
  context.error(DiagnosticKind::outside_lattice, node.at,
                to_line(node, 40) + " is not on the scale of " + quote(context.catalog.properties[property].code) +
                    "; " + levels_of(context.catalog, property));
}

/// Whether the level is on the property's scale, as far as that is known.
bool on_scale(const Builder& context, PropertyId property, LevelId level) {
  const auto& scale = context.catalog.properties[property].levels;
  return std::ranges::find(scale, level) != scale.end() || context.incomplete.contains(ref(property));
}

void read_own(Builder& context, Fields& fields, EntryRef, Pattern& pattern) {
  const auto levels = fields.mapping("levels", "properties to levels");
  if (!levels) return;
  for (const auto& [key, key_at, node] : levels->value->entries) {
    const auto property = context.resolve_as<Property>(make_scalar(key, key_at), Want::item);
    const auto item = stated(context, node, levels->scope);
    const auto level = context.needed<Level>(*item.value);
    if (!property || !level) continue;
    if (!on_scale(context, *property, *level)) {
      report_outside(context, *item.value, *property);
      continue;
    }
    pattern.levels[*property] = {*level, context.fact(item.scope, node.at)};
  }
}

/// The levels that stay possible: those of `among`, or the whole scale.
std::vector<LevelId> open_levels(Builder& context, const Node* among, PropertyId property) {
  if (among == nullptr || among->is_null()) return context.catalog.properties[property].levels;
  if (!among->is_sequence() || among->items.empty()) {
    if (!among->refused) {
      context.error(DiagnosticKind::wrong_type, among->at,
                    "`among` is " + to_line(*among, 40) + "; write a list of levels, or leave it out for all of them");
    }
    return {};
  }
  std::vector<LevelId> possible;
  for (const auto& node : among->items) {
    const auto level = context.needed<Level>(node);
    if (!level) continue;
    if (!on_scale(context, property, *level)) {
      report_outside(context, node, property);
    } else if (std::ranges::find(possible, *level) == possible.end()) {
      possible.push_back(*level);
    }
  }
  return possible;
}

void read_own(Builder& context, Fields& fields, EntryRef, ServiceType& type) {
  if (const auto* composition = fields.find("case"); composition != nullptr && !composition->is_null()) {
    const auto item = stated(context, *composition, fields.scope());
    if (const auto id = context.needed<SystemCase>(*item.value)) {
      type.system_case = {*id, context.fact(item.scope, composition->at)};
    }
  }
  const auto levels = fields.mapping("levels", "properties to levels");
  if (!levels) return;
  for (const auto& [key, key_at, node] : levels->value->entries) {
    const auto property = context.resolve_as<Property>(make_scalar(key, key_at), Want::item);
    const auto item = stated(context, node, levels->scope, {"among", "reason"});
    TypeLevel level;
    level.because = item.because;
    level.fact = context.fact(item.scope, node.at);
    if (const auto* reason = node.find("reason"); reason != nullptr && !reason->is_null()) {
      level.reason = context.needed<Reason>(*reason);
    }
    if (!property) continue;
    const auto* among = node.find("among");
    if (item.value->is_scalar() && item.value->text == "open") {
      level.possible = open_levels(context, among, *property);
    } else if (const auto id = context.needed<Level>(*item.value)) {
      level.possible = {*id};
      if (among != nullptr) {
        context.error(DiagnosticKind::invalid_value, among->at, "`among` belongs to `is: open`; this level is settled");
      }
      if (!on_scale(context, *property, *id)) {
        report_outside(context, *item.value, *property);
        continue;
      }
    }
    type.levels[*property] = std::move(level);
  }
}

void read_own(Builder& context, Fields& fields, EntryRef, SystemCase& system_case) {
  Instances instances(context);
  for (const auto& item : fields.statements("components")) instances.read(*item.value, item.scope);
  instances.check_parents();
  system_case.instances = instances.take();
}

void read_own(Builder& context, Fields& fields, EntryRef, Exclusion& exclusion) {
  const bool components = fields.refuse_empty_list("components");
  const bool operators = fields.refuse_empty_list("operators");
  const bool names_nothing = fields.find("components") == nullptr && fields.find("operators") == nullptr;
  if (names_nothing && components && operators && !exclusion.group && !context.reading_withdrawn) {
    context.error(DiagnosticKind::missing_key, context.building.fact(exclusion.fact).location,
                  (exclusion.code.empty() ? "this exclusion" : "exclusion " + quote(exclusion.code)) +
                      " names neither `components` nor `operators`; name what it leaves out");
  }
  exclusion.components = fields.sourced<Component>("components");
  exclusion.operators = fields.sourced<Stakeholder>("operators");
}

/// The values of an indicator that can be compared at all: they have a degree, and no bound that makes no sense.
std::vector<std::pair<PatternId, const Sourced<Value>*>> degrees_of(Builder& context, const Indicator& indicator) {
  std::vector<std::pair<PatternId, const Sourced<Value>*>> degrees;
  const auto check = [&](const Sourced<Value>& value) {
    if (!value.value.known() || std::holds_alternative<FreeValue>(value.value.what)) return false;
    if (!bounds_nothing(indicator.stricter.value, value.value)) return true;
    const bool lower = indicator.stricter.value == Indicator::Stricter::lower;
    context.error_with(DiagnosticKind::invalid_value, context.catalog.fact(value.fact).location,
                       std::string("a bound `") + (lower ? "at least" : "at most") + "` on what is stricter when " +
                           (lower ? "lower" : "higher") + " asks for nothing; write `" +
                           (lower ? "at most" : "at least") + "`, or turn `stricter` round",
                       {context.catalog.fact(indicator.stricter.fact).location, "`stricter` says so here"});
    return false;
  };
  if (indicator.single) check(*indicator.single);
  for (const auto& [pattern, value] : indicator.values) {
    if (check(value)) degrees.emplace_back(pattern, &value);
  }
  return degrees;
}

/// Two values of an indicator that cannot be compared are an error: the strictest could not be told (design: values are typed). Each
/// value is told once, with those before it that it cannot be compared with.
void check_comparable(Builder& context, const Indicator& indicator) {
  constexpr std::size_t most_compared = 64;  // a catalogue of many thousand patterns shall not take for ever
  constexpr std::size_t most_shown = 3;
  const auto degrees = degrees_of(context, indicator);
  const auto place_of = [&](std::size_t i) { return context.catalog.fact(degrees[i].second->fact).location; };
  for (std::size_t i = 1; i < degrees.size(); ++i) {
    const auto& value = degrees[i].second->value;
    std::string codes;
    std::vector<Related> related;
    std::size_t count = 0;
    bool opposed = false;
    for (std::size_t j = 0; j < std::min(i, most_compared); ++j) {
      const auto& other = degrees[j].second->value;
      if (compare_strictness(context.catalog, indicator, other, value)) continue;
      opposed = opposed || bounds_oppose(other, value);
      if (++count > most_shown) continue;
      const auto& code = context.catalog.patterns[degrees[j].first].code;
      codes += (codes.empty() ? "" : ", ") + code;
      related.push_back({place_of(j), "the value of pattern " + code});
    }
    if (count == 0) continue;
    if (count > most_shown) codes += " and " + std::to_string(count - most_shown) + " more";
    context.error_with(
        DiagnosticKind::not_comparable, place_of(i),
        "the value of pattern " + context.catalog.patterns[degrees[i].first].code + " cannot be compared with " +
            (count == 1 ? "that of pattern " : "those of patterns ") + codes +
            (opposed ? "; bound all of them by `at least`, or all by `at most`"
                     : "; give them units of one dimension, or choices of one scale, and say which is `stricter`"),
        std::move(related));
  }
}

void read_values(Builder& context, Fields& fields, Indicator& indicator, bool scale_known) {
  if (const auto* single = fields.find("value")) {
    if (!context.catalog.patterns.empty() && fields.find("values") == nullptr) {
      context.error(DiagnosticKind::invalid_value, single->at,
                    "one `value` where there are patterns says nothing of any; write `values` by pattern");
    }
    const auto item = stated(context, *single, fields.scope());
    if (const auto value = read_value(context, *item.value, indicator.scale, scale_known)) {
      indicator.single = {*value, context.fact(item.scope, single->at)};
    }
  }
  const auto values = fields.mapping("values", "patterns to values");
  if (!values) return;
  if (const auto* single = fields.find("value")) {
    context.error(DiagnosticKind::invalid_value, single->at,
                  "both `value` and `values`; write `values` by pattern, or one `value` where there are no patterns");
  }
  for (const auto& [key, key_at, node] : values->value->entries) {
    const auto pattern = context.resolve_as<Pattern>(make_scalar(key, key_at), Want::item);
    const auto item = stated(context, node, values->scope);
    const auto value =
        item.value->is_null() ? std::optional(Value{}) : read_value(context, *item.value, indicator.scale, scale_known);
    if (pattern && value) indicator.values[*pattern] = {*value, context.fact(item.scope, node.at)};
  }
}

/// False when the direction is given but cannot be told.
bool read_stricter(Builder& context, Fields& fields, Indicator& indicator) {
  const auto* written = fields.find("stricter");
  if (written == nullptr) return true;
  const auto item = stated(context, *written, fields.scope());
  const auto& node = *item.value;
  const auto stricter = text_of(context, node, "`stricter`");
  auto direction = Indicator::Stricter::unstated;
  if (stricter == "higher") {
    direction = Indicator::Stricter::higher;
  } else if (stricter == "lower") {
    direction = Indicator::Stricter::lower;
  } else if (node.is_scalar() && !node.refused) {
    context.error(DiagnosticKind::invalid_value, node.at,
                  "`stricter` is " + quote(stricter) + "; write `higher` or `lower`");
  }
  indicator.stricter = {direction, context.fact(item.scope, written->at)};
  return direction != Indicator::Stricter::unstated;
}

Indicator read_indicator(Builder& context, const Node& node, const Scope& scope) {
  Indicator indicator;
  Fields fields(context, node, scope, "this indicator");
  if (const auto* key = fields.require("key")) indicator.key = id_of(context, *key, "`key`");
  indicator.title = fields.bilingual("title");
  indicator.relative_to = fields.bilingual("relative-to");
  indicator.scale = fields.reference<Scale>("scale", Want::item);
  const bool direction_known = read_stricter(context, fields, indicator);
  indicator.fact = context.fact(fields.scope(), node.at);
  const bool scale_known =
      indicator.scale ? !context.incomplete.contains(ref(*indicator.scale)) : fields.find("scale") == nullptr;
  read_values(context, fields, indicator, scale_known);
  if (direction_known) check_comparable(context, indicator);
  fields.finish();
  context.restate(indicator.fact, fields.whole());
  return indicator;
}

void read_own(Builder& context, Fields& fields, EntryRef self, Measure& measure) {
  if (const auto* number = fields.find("number")) {
    const auto item = stated(context, *number, fields.scope());
    measure.number = {text_of(context, *item.value, "`number`"), context.fact(item.scope, number->at)};
  }
  measure.summary = fields.bilingual("summary");
  measure.broad_because = fields.bilingual("broad-because");
  if (const auto* node = fields.find("class")) {
    const auto item = stated(context, *node, fields.scope());
    if (const auto id = context.needed<MeasureClass>(*item.value)) {
      measure.measure_class = {*id, context.fact(item.scope, node->at)};
    }
  }
  measure.patterns = read_patterns(context, fields);
  std::set<std::string> keys;
  for (const auto& statement : fields.statements("indicators")) {
    auto indicator = read_indicator(context, *statement.value, statement.scope);
    if (!indicator.key.empty() && !keys.insert(indicator.key).second) {
      context.error(DiagnosticKind::duplicate_id, statement.value->at,
                    "indicator " + quote(indicator.key) + " stands twice; keep one");
    }
    measure.indicators.push_back(std::move(indicator));
  }
  read_target_links(context, fields, "implemented-on", self, LinkKind::implemented_on);
  read_target_links(context, fields, "aims-at", self, LinkKind::aims_at);
  read_target_links(context, fields, "considers", self, LinkKind::considers);
}

void read_own(Builder& context, Fields& fields, EntryRef, StepWording& step) { read_step(context, fields, step); }

template <typename T>
void read_own(Builder&, Fields&, EntryRef, T&) {}  // kinds that have nothing of their own

}  // namespace

void read_entry(Builder& context, const Record& record, EntryRef self) {
  const auto what = record.code.empty() ? "this " + std::string(name_of(self.kind))
                                        : std::string(name_of(self.kind)) + ' ' + quote(record.code);
  Fields fields(context, record.body, context.scope_of(record, what), what);
  context.building.entry(self).fact = context.fact(fields.scope(), record.body.at);
  visit_table(context.building, self.kind, [&](auto& table) {
    read_common(context, fields, table.at(self.index), self);
    read_own(context, fields, self, table.at(self.index));
  });
  fields.finish();
  context.restate(context.building.entry(self).fact, fields.whole());
}

}  // namespace michibiki
