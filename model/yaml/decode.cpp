#include "model/yaml/decode.hpp"

#include <algorithm>
#include <map>

#include "model/did_you_mean.hpp"
#include "model/text.hpp"
#include "model/yaml/fields.hpp"
#include "model/yaml/read_entries.hpp"
#include "model/yaml/read_links.hpp"

namespace michibiki {
namespace {

/// Which record defines each entry, in the order of the catalogues.
using Registered = std::vector<std::pair<EntryRef, const Record*>>;

Registered register_ids(Builder& builder, const std::vector<Record>& records) {
  Registered registered;
  std::map<EntryRef, const Record*> first;
  for (const auto& record : records) {
    const auto kind = entry_kind_of_section(record.section);
    if (!kind || record.code.empty()) continue;
    if (const auto other = builder.catalog.find(*kind, record.code)) {
      builder.error_with(DiagnosticKind::duplicate_id, record.body.at,
                         std::string(name_of(*kind)) + ' ' + quote(record.code) +
                             " is defined twice; an overlay that changes it uses `edits`",
                         {first.at(*other)->body.at, "first defined here"});
      continue;
    }
    Entry entry;
    entry.code = record.code;
    const auto added = builder.building.add(*kind, std::move(entry));
    first.emplace(added, &record);
    registered.emplace_back(added, &record);
  }
  return registered;
}

/// Patterns need the scales of properties, values need units and choices: those are read first.
int reading_rank(EntryKind kind) {
  switch (kind) {
    case EntryKind::property:
      return 0;
    case EntryKind::unit:
    case EntryKind::scale:
    case EntryKind::pattern:
      return 1;
    default:
      return 2;
  }
}

void cut_parent_cycles(Builder& builder, const Registered& registered) {
  for (const auto& [entry, record] : registered) {
    std::size_t steps = 0;
    auto at = entry;
    while (const auto parent = builder.catalog.entry(at).parent) {
      at = {entry.kind, *parent};
      if (at == entry || ++steps > builder.catalog.size(entry.kind)) break;
    }
    if (at != entry || !builder.catalog.entry(entry).parent) continue;
    builder.error(DiagnosticKind::parent_cycle, record->body.at,
                  quote(record->code) + " lies under itself by its chain of `parent`; break the circle");
    builder.building.entry(entry).parent.reset();
  }
}

void check_link_codes(Builder& builder) {
  std::map<std::string, FactId> seen;
  for (const auto& link : builder.catalog.links) {
    const auto [found, added] = seen.emplace(link.code, link.fact);
    if (added) continue;
    builder.error_with(DiagnosticKind::duplicate_id, builder.catalog.fact(link.fact).location,
                       "link " + quote(link.code) + " is defined twice; give each its own `id`",
                       {builder.catalog.fact(found->second).location, "first defined here"});
  }
}

Scope scope_of(Builder& builder, const Record& record) {
  return {record.default_basis ? builder.basis(*record.default_basis) : std::nullopt, record.catalog, record.withdrawn};
}

void read_level_criterion(Builder& builder, const Record& record) {
  Fields fields(builder, record.body, scope_of(builder, record), "this level criterion");
  const auto* property_node = fields.require("property");
  const auto property = property_node == nullptr ? std::nullopt : builder.resolve_as<Property>(*property_node);
  LevelCriterion criterion;
  for (const auto* node : fields.list("rules")) {
    Fields rule_fields(builder, *node, fields.scope(), "this rule");
    LevelRule rule;
    rule.code = rule_fields.text("id");
    if (const auto* when = rule_fields.find("when")) {
      for (const auto& [key, key_at, value] : when->entries) {
        const auto question = builder.resolve_as<Question>(make_scalar(key, key_at));
        const auto answer = truth_of(builder, value, "this condition");
        if (question && answer) rule.when[*question] = *answer;
      }
    }
    rule.because = rule_fields.bilingual("because");
    const auto then = rule_fields.reference<Level>("then");
    rule_fields.require("then");
    rule_fields.finish();
    rule.fact = builder.fact(rule_fields.scope(), node->at);
    if (!then) continue;
    rule.then = *then;
    criterion.rules.push_back(std::move(rule));
  }
  fields.finish();
  if (!property) return;
  criterion.property = *property;
  const auto& scale = builder.catalog.properties[*property].levels;
  for (const auto& rule : criterion.rules) {
    if (std::ranges::find(scale, rule.then) != scale.end()) continue;
    builder.error(DiagnosticKind::outside_lattice, builder.catalog.fact(rule.fact).location,
                  quote(builder.catalog.levels[rule.then].code) + " is not on the scale of " +
                      quote(builder.catalog.properties[*property].code) + "; its levels are listed under `properties`");
  }
  builder.building.level_criteria.push_back(std::move(criterion));
}

void read_placement(Builder& builder, const Record& record) {
  Fields fields(builder, record.body, scope_of(builder, record), "this placement rule");
  PlacementRule rule;
  if (const auto* when = fields.find("when")) {
    Fields conditions(builder, *when, fields.scope(), "`when`");
    rule.aims_at = conditions.references<Purpose>("aims-at");
    rule.implemented_within = conditions.references<Component>("implemented-within");
    rule.implemented_on_any = conditions.references<Component>("implemented-on-any");
    rule.counters_origins = conditions.references<Origin>("counters-origins");
    rule.obliges_any = conditions.references<Stakeholder>("obliges-any");
    conditions.finish();
  }
  fields.require("then");
  const auto then = fields.reference<Chapter>("then");
  fields.find("because");
  fields.find("note");
  fields.finish();
  rule.fact = builder.fact(fields.scope(), record.body.at);
  if (!then) return;
  rule.then = *then;
  builder.building.placement.push_back(std::move(rule));
}

}  // namespace

Catalog decode(Resolved resolved, std::vector<Diagnostic>& diagnostics) {
  Catalog catalog;
  catalog.layers = std::move(resolved.layers);
  catalog.overrides = std::move(resolved.overrides);
  for (auto& source : resolved.sources) catalog.sources.emplace(source.code, std::move(source));

  Builder builder(catalog, diagnostics);
  const auto registered = register_ids(builder, resolved.records);
  for (const int rank : {0, 1, 2}) {
    for (const auto& [entry, record] : registered) {
      if (reading_rank(entry.kind) == rank) read_entry(builder, *record, entry);
    }
  }
  cut_parent_cycles(builder, registered);
  for (const auto& record : resolved.records) {
    if (record.section == "links") read_link(builder, record);
    if (record.section == "level-criteria") read_level_criterion(builder, record);
    if (record.section == "placement") read_placement(builder, record);
  }
  check_link_codes(builder);
  return catalog;
}

}  // namespace michibiki
