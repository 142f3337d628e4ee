#include "model/yaml/decode.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/statement_node.hpp"
#include "model/text.hpp"
#include "model/yaml/fields.hpp"
#include "model/yaml/read_entries.hpp"
#include "model/yaml/read_links.hpp"

namespace michibiki {
namespace {

/// Which record defines each entry, in the order of the catalogues.
using Registered = std::vector<std::pair<EntryRef, const Record*>>;

std::optional<std::string> written_id(const Node& node) {
  const auto id = node.is_scalar() ? normalise_id(node.text) : NormalisedId{{}, "no text"};
  return id.ok() ? std::optional(id.id) : std::nullopt;
}

/// Every entry gets its place, also one whose id is missing or taken, so that what else is wrong with it is said in the same run.
Registered register_ids(Builder& builder, const std::vector<Record>& records) {
  Registered registered;
  std::map<EntryRef, const Record*> owner;
  for (const auto& record : records) {
    const auto kind = entry_kind_of_section(record.section);
    if (!kind) continue;
    Entry entry;
    const auto other = record.code.empty() ? std::nullopt : builder.catalog.find(*kind, record.code);
    if (other) {
      const auto* first = owner.at(*other);
      builder.error_with(DiagnosticKind::duplicate_id, record.body.at,
                         std::string(name_of(*kind)) + ' ' + quote(record.code) +
                             " is defined twice; an overlay that changes it uses `edits`",
                         {first->body.at, "first defined here"});
    } else {
      entry.code = record.code;
    }
    if (const auto* group = record.body.find("group")) {
      const auto* is = group->find("is");
      entry.group = is_word(is != nullptr ? *is : *group, "true");
    }
    entry.replaces = earlier_ids(record.body);  // known before anything refers to one of them
    const auto added = builder.building.add(*kind, std::move(entry));
    if (record.withdrawn) builder.building.withdrawn.emplace(added, *record.withdrawn);
    owner.emplace(added, &record);
    registered.emplace_back(added, &record);
  }
  return registered;
}

/// An id that an entry replaces is free for nobody else: of two that stand at once nobody knows which is meant.
void check_replaced(Builder& builder, const Registered& registered) {
  for (const auto& [entry, record] : registered) {
    if (record->withdrawn) continue;
    for (const auto& earlier : builder.catalog.entry(entry).replaces) {
      const auto other = builder.catalog.find(entry.kind, earlier);
      if (!other || builder.catalog.withdrawn.contains(*other)) continue;
      const auto there = std::ranges::find(registered, *other, &Registered::value_type::first);
      builder.error_with(DiagnosticKind::duplicate_id, record->body.at,
                         std::string(name_of(entry.kind)) + ' ' + quote(record->code) + " replaces " + quote(earlier) +
                             ", which still stands; withdraw that, or leave `replaces` out",
                         {there->second->body.at, "stated here"});
    }
  }
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

/// "a -> b -> a", shortened in the middle when it is long.
std::string ring_of(const Catalog& catalog, const std::vector<EntryRef>& ring) {
  constexpr std::size_t most = 10;
  std::string text;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (i < most) text += quote(catalog.entry(ring[i]).code) + " -> ";
    if (i == most) text += "… -> ";
  }
  return text + quote(catalog.entry(ring.front()).code);
}

void cut_parent_cycles(Builder& builder, const Registered& registered) {
  std::map<EntryRef, const Record*> owner(registered.begin(), registered.end());
  std::set<EntryRef> settled;  // known to end at the top
  for (const auto& [entry, record] : registered) {
    std::vector<EntryRef> path;
    std::set<EntryRef> on_path;
    std::optional<EntryRef> at = entry;
    while (at && !settled.contains(*at) && on_path.insert(*at).second) {
      path.push_back(*at);
      const auto parent = builder.catalog.entry(*at).parent;
      at = parent ? std::optional(EntryRef(entry.kind, *parent)) : std::nullopt;
    }
    if (at && !settled.contains(*at)) {
      path.erase(path.begin(), std::ranges::find(path, *at));
      const auto first = std::ranges::min_element(path);  // of the circle, in the order of the catalogues
      std::rotate(path.begin(), first, path.end());
      builder.error(DiagnosticKind::parent_cycle, owner.at(path.front())->body.at,
                    quote(builder.catalog.entry(path.front()).code) + " lies under itself by its chain of `parent`, " +
                        ring_of(builder.catalog, path) + "; break the circle");
      builder.building.entry(path.front()).parent.reset();
    }
    settled.merge(on_path);
  }
}

void check_patterns(Builder& builder, const Registered& registered) {
  std::map<std::map<PropertyId, LevelId>, const Record*> points;
  for (const auto& [entry, record] : registered) {
    if (entry.kind != EntryKind::pattern || record->withdrawn) continue;
    std::map<PropertyId, LevelId> levels;
    for (const auto& [property, level] : builder.catalog.patterns.at(entry.index).levels)
      levels[property] = level.value;
    const auto* written = record->body.find("levels");
    if (written == nullptr || levels.size() < written->entries.size()) continue;  // some could not be told
    const auto [other, added] = points.emplace(levels, record);
    if (added) continue;
    builder.error_with(DiagnosticKind::duplicate_id, record->body.at,
                       "pattern " + quote(record->code) + " has the same levels as pattern " +
                           quote(other->second->code) + "; a point of the lattice is one pattern",
                       {other->second->body.at, "the other pattern"});
  }
}

void check_link_codes(Builder& builder) {
  std::map<std::string_view, FactId> seen;
  for (const auto& link : builder.catalog.links) {
    const bool nameless_end =
        std::ranges::any_of(link.from, [&](EntryRef from) { return builder.catalog.entry(from).code.empty(); });
    if (link.code.empty() || nameless_end) continue;  // which has been said
    const auto [found, added] = seen.emplace(link.code, link.fact);
    if (added) continue;
    builder.error_with(DiagnosticKind::duplicate_id, builder.catalog.fact(link.fact).location,
                       "link " + quote(link.code) + " is stated twice; keep one, or give each its own `id`",
                       {builder.catalog.fact(found->second).location, "first stated here"});
  }
}

LevelRule read_rule(Builder& builder, const Stated& statement, std::optional<LevelId>& then) {
  Fields fields(builder, *statement.value, statement.scope, "this rule");
  LevelRule rule;
  if (const auto* id = fields.find("id")) rule.code = id_of(builder, *id, "`id`");
  if (const auto when = fields.mapping("when", "questions to `true` or `false`", Fields::Own::no_basis)) {
    for (const auto& [key, key_at, value] : when->value->entries) {
      const auto question = builder.needed<Question>(make_scalar(key, key_at));
      const auto answer = truth_of(builder, *fields.plain(value, key), "this condition");
      if (question && answer) rule.when[*question] = *answer;
    }
  }
  rule.because = fields.bilingual("because");
  fields.require("then");
  then = fields.reference<Level>("then", Want::item);
  fields.finish();
  rule.fact = builder.fact(fields.whole(), statement.value->at);
  return rule;
}

void read_level_criterion(Builder& builder, const Record& record) {
  Fields fields(builder, record.body, builder.scope_of(record), "this level criterion");
  const auto* written = fields.require("property");
  const auto property = written == nullptr ? std::nullopt : builder.resolve_as<Property>(*written, Want::item);
  LevelCriterion criterion;
  fields.require("rules");
  for (const auto& statement : fields.statements("rules")) {
    std::optional<LevelId> then;
    auto rule = read_rule(builder, statement, then);
    if (!then) continue;
    rule.then = *then;
    criterion.rules.push_back(std::move(rule));
  }
  fields.finish();
  if (!property || record.withdrawn) return;
  criterion.property = *property;
  const auto& scale = builder.catalog.properties[*property].levels;
  for (const auto& rule : criterion.rules) {
    if (std::ranges::find(scale, rule.then) != scale.end() || builder.incomplete.contains(ref(*property))) continue;
    builder.error(DiagnosticKind::outside_lattice, builder.catalog.fact(rule.fact).location,
                  quote(builder.catalog.levels[rule.then].code) + " is not on the scale of " +
                      quote(builder.catalog.properties[*property].code) + "; its levels are listed under `properties`");
  }
  builder.building.level_criteria.push_back(std::move(criterion));
}

/// Two lists of rules for one property, or two rules of one id, would leave it to chance which of them decides.
void check_criteria(Builder& builder, const std::vector<Record>& records) {
  std::map<std::string, const Record*> of_property;
  for (const auto& record : records) {
    if (record.section != "level-criteria" || record.code.empty() || record.withdrawn) continue;
    const auto [first, added] = of_property.emplace(record.code, &record);
    if (added) continue;
    builder.error_with(DiagnosticKind::duplicate_id, record.body.at,
                       "level criteria for " + quote(record.code) + " stand twice; a property has one list of rules",
                       {first->second->body.at, "first here"});
  }
  std::map<std::string, FactId> codes;
  const auto check = [&](const std::string& code, FactId fact) {
    if (code.empty()) return;
    const auto [first, added] = codes.emplace(code, fact);
    if (added) return;
    builder.error_with(DiagnosticKind::duplicate_id, builder.catalog.fact(fact).location,
                       "rule " + quote(code) + " is defined twice; give each its own `id`",
                       {builder.catalog.fact(first->second).location, "first defined here"});
  };
  for (const auto& criterion : builder.catalog.level_criteria) {
    for (const auto& rule : criterion.rules) check(rule.code, rule.fact);
  }
  for (const auto& rule : builder.catalog.placement) check(rule.code, rule.fact);
}

void read_placement(Builder& builder, const Record& record) {
  const auto what = record.code.empty() ? "this placement rule" : "placement rule " + quote(record.code);
  Fields fields(builder, record.body, builder.scope_of(record, what), what);
  PlacementRule rule;
  fields.find("id");
  rule.code = record.code;
  if (const auto when = fields.mapping("when", "conditions to entries", Fields::Own::no_basis)) {
    Fields conditions(builder, *when->value, when->scope, "`when`", Fields::Own::no_basis);
    rule.aims_at = conditions.references<Purpose>("aims-at");
    rule.implemented_within = conditions.references<Component>("implemented-within");
    rule.implemented_on_any = conditions.references<Component>("implemented-on-any");
    rule.counters_origins = conditions.references<Origin>("counters-origins");
    rule.obliges_any = conditions.references<Stakeholder>("obliges-any");
    conditions.finish();
    fields.heed(conditions.whole());
  }
  fields.require("then");
  const auto then = fields.reference<Chapter>("then", Want::item);
  auto scope = fields.whole();
  const auto because = fields.bilingual("because");
  if (!because.empty() && scope.basis && (scope.basis->reason.empty() || record.body.find("basis") == nullptr)) {
    builder.set_reason(*scope.basis, because);  // why this rule, not why the rules of its file
  }
  fields.bilingual("note");
  fields.finish();
  rule.fact = builder.fact(scope, record.body.at);
  if (!then) return;
  rule.then = *then;
  builder.building.placement.push_back(std::move(rule));
}

/// What items without a readable id may be called: what refers to one of them is not unknown for a reason of its own.
void guess_ids(Gaps& gaps, const std::vector<Record>& records) {
  for (const auto& record : records) {
    if (!record.code.empty() || !entry_kind_of_section(record.section)) continue;
    const auto* written = record.body.find("id");
    if (record.body.refused || (written != nullptr && written->refused)) gaps.sections.insert(record.section);
    for (const auto& entry : record.body.entries) {
      if (const auto id = written_id(entry.value)) gaps.ids.emplace(record.section, *id);
    }
  }
}

/// What an overlay withdraws although live statements cannot do without it: the overlay has to say what becomes of those.
void report_still_needed(Builder& builder) {
  constexpr std::size_t most = 3;
  for (const auto& [entry, places] : builder.still_needed()) {
    const auto& gone = builder.catalog.withdrawn.at(entry);
    auto many = places.size() > most ? "; " + std::to_string(places.size()) + " statements need it" : std::string();
    std::vector<Related> related;
    for (std::size_t i = 0; i < places.size() && i < most; ++i) related.push_back({places[i], "needed here"});
    builder.error_with(DiagnosticKind::unknown_id, gone.at,
                       std::string(name_of(entry.kind)) + ' ' + quote(builder.catalog.entry(entry).code) +
                           " is withdrawn here but still needed; withdraw or change also what needs it" + many,
                       std::move(related));
  }
}

/// What each catalogue may cite: the sources that it declares and those of the catalogues that it depends on, directly or not. Of one
/// that depends on what is not there, which has been said, nothing is known.
std::map<std::string, std::set<std::string>, std::less<>> citable_sources(const std::vector<CatalogInfo>& layers,
                                                                          const std::vector<Source>& sources) {
  std::map<std::string, const CatalogInfo*> infos;
  for (const auto& layer : layers) infos.emplace(layer.code, &layer);
  std::map<std::string, std::vector<std::string>> declared;
  for (const auto& source : sources) declared[source.catalog].push_back(source.code);
  std::map<std::string, std::set<std::string>, std::less<>> citable;
  for (const auto& layer : layers) {
    std::set<std::string> below;
    std::vector<std::string> open{layer.code};
    bool complete = !layer.code.empty();
    while (!open.empty() && complete) {
      const auto code = std::move(open.back());
      open.pop_back();
      if (!below.insert(code).second) continue;
      const auto info = infos.find(code);
      complete = info != infos.end();
      if (complete) open.insert(open.end(), info->second->depends_on.begin(), info->second->depends_on.end());
    }
    if (!complete) continue;
    auto& own = citable[layer.code];
    for (const auto& code : below) own.insert(declared[code].begin(), declared[code].end());
  }
  return citable;
}

/// Catalogues may declare the same source each, in the same words: of two that differ one would be lost.
void take_sources(Builder& builder, std::vector<Source> sources) {
  const auto same = [](const Source& a, const Source& b) {
    return a.title.ja == b.title.ja && a.title.en == b.title.en && a.published == b.published && a.where == b.where;
  };
  for (auto& source : sources) {
    const auto [first, added] = builder.building.sources.emplace(source.code, source);
    if (added || same(first->second, source)) continue;
    builder.error_with(DiagnosticKind::duplicate_id, source.location,
                       "source " + quote(source.code) + " is declared in other words by catalogue " +
                           quote(first->second.catalog) + "; let both say the same, or give one another id",
                       {first->second.location, "declared first here"});
  }
}

bool has_own_reasons(const Node& node) {
  return std::ranges::any_of(node.items, has_own_reasons) ||
         std::ranges::any_of(node.entries, [](const Node::Entry& entry) {
           return entry.key == "basis" || entry.key == "because" || has_own_reasons(entry.value);
         });
}

/// Why an overlay believes its edit: as with all statements, the reason is that of the basis, else what stands in `because`.
std::optional<Basis> basis_of_edit(Builder& builder, const Node& edit) {
  const auto* is = edit.find("is");
  if (has_own_reasons(is != nullptr ? *is : edit)) return std::nullopt;
  auto scope = builder.within(edit, {});
  const auto* own = edit.find("basis");
  if (own != nullptr) scope.basis = builder.basis(*own, scope.catalog);
  const auto* because = edit.find("because");
  const bool takes_reason = scope.basis && because != nullptr && scope.basis->kind != BasisKind::stated &&
                            (own == nullptr || scope.basis->reason.empty());
  if (takes_reason) {
    scope.basis->reason = builder.wording(*because);
    scope.basis->reason_at = because->at;
  }
  return scope.basis;
}

}  // namespace

Catalog decode(Resolved resolved, std::vector<Diagnostic>& diagnostics) {
  Catalog catalog;
  catalog.layers = std::move(resolved.layers);
  catalog.overrides = std::move(resolved.overrides);
  guess_ids(resolved.gaps, resolved.records);

  Builder builder(catalog, diagnostics);
  for (const auto& record : resolved.records) builder.author_of.emplace(record.body.at.file_name(), record.catalog);
  for (const auto& edit : catalog.overrides) builder.author_of.emplace(edit.edited_at.file_name(), edit.catalog);
  builder.dependencies = std::move(resolved.dependencies);
  builder.citable = citable_sources(catalog.layers, resolved.sources);
  take_sources(builder, std::move(resolved.sources));
  builder.gaps = &resolved.gaps;
  for (std::size_t i = 0; i < catalog.overrides.size(); ++i) {
    catalog.overrides[i].basis = basis_of_edit(builder, resolved.edits[i]);
  }
  const auto registered = register_ids(builder, resolved.records);
  for (const int rank : {0, 1, 2}) {
    for (const auto& [entry, record] : registered) {
      if (reading_rank(entry.kind) == rank) read_entry(builder, *record, entry);
    }
  }
  check_replaced(builder, registered);
  cut_parent_cycles(builder, registered);
  check_patterns(builder, registered);
  for (const auto& record : resolved.records) {
    if (record.section == "links") read_link(builder, record);
    if (record.section == "level-criteria") read_level_criterion(builder, record);
    if (record.section == "placement") read_placement(builder, record);
  }
  check_criteria(builder, resolved.records);
  check_link_codes(builder);
  report_still_needed(builder);
  return catalog;
}

}  // namespace michibiki
