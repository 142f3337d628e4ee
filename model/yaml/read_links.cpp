#include "model/yaml/read_links.hpp"

#include <algorithm>
#include <set>

#include "model/statement_node.hpp"
#include "model/text.hpp"

namespace michibiki {
namespace {

const std::vector<std::string>& relations() {
  static const std::vector<std::string> words{"equal", "subset", "superset", "intersects"};
  return words;
}

std::string codes_of(const Catalog& catalog, const std::vector<EntryRef>& entries) {
  std::string codes;
  for (const auto entry : entries) codes += (codes.empty() ? "" : "+") + catalog.entry(entry).code;
  return codes;
}

std::string default_code(const Catalog& catalog, const Link& link) {
  std::string code = codes_of(catalog, link.from) + ' ' + std::string(name_of(link.kind)) + ' ' +
                     (link.to.empty() ? "nothing" : codes_of(catalog, link.to));
  for (const auto property : link.limits.properties) code += ' ' + catalog.properties[property].code;
  return code;
}

Limits read_limits(Fields& fields) {
  Limits limits;
  limits.properties = fields.references<Property>("properties");
  limits.origins = fields.references<Origin>("origins");
  limits.natures = fields.references<Nature>("natures");
  limits.components = fields.references<Component>("components");
  limits.assets = fields.references<Asset>("assets");
  limits.threats = fields.references<Threat>("threats");
  limits.vulnerabilities = fields.references<Vulnerability>("vulnerabilities");
  return limits;
}

/// The entries at one end of a link; `complete` becomes false when one of them could not be told.
std::vector<EntryRef> read_ends(Builder& context, Fields& fields, std::string_view key,
                                const std::vector<EntryKind>& kinds, Want want, bool& complete) {
  std::vector<EntryRef> ends;
  std::set<EntryRef> seen;
  const auto* list = fields.require(key);
  if (list == nullptr) complete = false;
  if (list != nullptr && list->is_sequence() && list->items.empty()) {
    context.error(DiagnosticKind::missing_key, list->at,
                  '`' + std::string(key) + "` is empty; name at least one entry");
    complete = false;
  }
  for (const auto* item : fields.members(key)) {
    const auto end = context.resolve(*item, kinds, want);
    if (!end) {
      complete = false;
    } else if (!seen.insert(*end).second) {
      if (context.by_earlier_id(*item, *end)) continue;
      context.error(DiagnosticKind::duplicate_id, item->at,
                    quote(context.catalog.entry(*end).code) + " stands twice here; keep one");
    } else {
      ends.push_back(*end);
    }
  }
  if (ends.empty()) complete = false;  // of a wrapper without `is` there is nothing to read
  return ends;
}

/// Why the statement holds is the reason of the judgement, unless the statement has a basis of its own that gives one.
void take_reason(const Context& context, Link& link, Scope& scope, const Bilingual& because, bool own_basis) {
  link.because = because;
  if (own_basis || because.empty() || !scope.basis || scope.basis->kind == BasisKind::stated) return;
  context.set_reason(*scope.basis, because);
}

/// What is inherited by everything under an entry may be said of a heading; a control, measure or treatment that counts is an item.
Want at_start(LinkKind kind) {
  const auto kinds = from_kinds(kind);
  const bool counts = kinds.empty() || kinds.front() == EntryKind::control || kinds.front() == EntryKind::measure ||
                      kinds.front() == EntryKind::treatment;
  return counts ? Want::item : Want::any;
}

/// A heading at the end of a link stands for the items under it. An asset carried, its nature, a threat's mechanism and what became of a
/// control are items.
Want at_end(LinkKind kind) {
  const bool item = kind == LinkKind::carries || kind == LinkKind::lacks || kind == LinkKind::has_nature ||
                    kind == LinkKind::works_by || kind == LinkKind::disposed_as;
  return item ? Want::item : Want::any;
}

/// Whether a link of that kind holds only where such a limit does.
bool follows(LinkKind kind, std::string_view limit) {
  switch (kind) {
    case LinkKind::mitigates:
    case LinkKind::counters:
    case LinkKind::exposes:
    case LinkKind::requires_other:
    case LinkKind::treats:
      return true;
    case LinkKind::works_by:
    case LinkKind::acts_on:
    case LinkKind::spares:
      return limit == "properties";
    default:
      return false;
  }
}

/// A limit of which nothing would follow is none.
void check_limits(Builder& context, Fields& fields, LinkKind kind, bool declared_nothing) {
  for (const auto* limit : {"properties", "origins", "natures", "components", "assets", "threats", "vulnerabilities"}) {
    const auto* node = fields.find(limit);
    if (node == nullptr || (!declared_nothing && follows(kind, limit))) continue;
    const auto where = declared_nothing ? "`to: nothing`" : "of kind " + std::string(name_of(kind));
    context.error(DiagnosticKind::unknown_key, node->at,
                  '`' + std::string(limit) + "` limits nothing where the link is " + where + "; leave it out");
  }
}

void check_lacks(Builder& context, Fields& fields, const Link& link) {
  if (link.kind != LinkKind::lacks || link.from.size() < 2) return;
  context.error(DiagnosticKind::invalid_value, fields.find("from")->at,
                "a link of kind lacks speaks of one component type; write one for each");
}

/// Whether it is declared that there is nothing to link to, which only some kinds can say.
bool read_nothing(Builder& context, Fields& fields, LinkKind kind) {
  const auto* to = fields.find("to");
  if (to == nullptr || !is_word(*to, "nothing")) return false;
  static const std::set<LinkKind> mappings{LinkKind::mitigates, LinkKind::counters, LinkKind::originates_from,
                                           LinkKind::exposes, LinkKind::maps};
  if (!mappings.contains(kind)) {
    context.error(DiagnosticKind::invalid_value, to->at,
                  "`to: nothing` says nothing of a link of kind " + std::string(name_of(kind)) +
                      "; it belongs to mitigates, counters, originates-from, exposes and maps");
  }
  fields.require("because");
  return true;
}

std::optional<LinkKind> read_kind(Builder& context, Fields& fields) {
  const auto* node = fields.require("kind");
  if (node == nullptr) return std::nullopt;
  const auto name = text_of(context, *node, "`kind`");
  const auto kind = link_kind_named(name);
  if (!kind && node->is_scalar() && !node->refused) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < link_kind_count; ++i) known.emplace_back(name_of(static_cast<LinkKind>(i)));
    context.error(DiagnosticKind::invalid_value, node->at,
                  "there is no kind of link " + quote(name) + "; docs/catalog-format.md has the table of kinds",
                  context.guesses.hint(name, known));
  }
  return kind;
}

void read_join(Builder& context, Fields& fields, Link& link) {
  const auto* node = fields.value("join");
  if (node == nullptr) return;
  const auto join = text_of(context, *node, "`join`");
  if (join == "any") {
    link.join = Join::any;
  } else if (join != "all" && node->is_scalar() && !node->refused) {
    context.error(DiagnosticKind::invalid_value, node->at, "`join` is " + quote(join) + "; write `all` or `any`");
  }
}

void read_relation(Builder& context, Fields& fields, Link& link) {
  const auto* node = fields.value("relation");
  if (node == nullptr) return;
  link.relation = text_of(context, *node, "`relation`");
  if (node->is_scalar() && !node->refused && std::ranges::find(relations(), link.relation) == relations().end()) {
    context.error(DiagnosticKind::invalid_value, node->at,
                  "`relation` is " + quote(link.relation) + "; write equal, subset, superset or intersects");
  }
}

/// What is asked of links of one kind only.
void read_particulars(Builder& context, Fields& fields, const std::optional<LinkKind>& kind, Link& link) {
  const auto only_of = [&](std::string_view key, LinkKind owner) {
    const auto* node = fields.find(key);
    if (node == nullptr || !kind || *kind == owner) return;
    context.error(DiagnosticKind::unknown_key, node->at,
                  '`' + std::string(key) + "` says nothing of a link of kind " + std::string(name_of(*kind)) +
                      "; it belongs to links of kind " + std::string(name_of(owner)));
  };
  only_of("role", LinkKind::involves);
  only_of("relation", LinkKind::maps);
  only_of("stands-because", LinkKind::counters);
  if (kind == LinkKind::involves && !context.catalog.roles.empty()) fields.require("role");
  if (kind == LinkKind::maps && !link.to.empty()) fields.require("relation");
  link.role = fields.reference<Role>("role", Want::item);
  read_relation(context, fields, link);
  link.stands_because = fields.bilingual("stands-because");
}

/// What independent sources say of the link.
Evidence read_evidence(Builder& context, Fields& fields) {
  Evidence evidence;
  const auto* node = fields.value("evidence");
  if (node == nullptr) return evidence;
  Fields item(context, *node, fields.whole(), "this evidence", Fields::Own::no_basis);
  std::set<std::string> named;
  for (const auto& [key, sources] : {std::pair{"agree", &evidence.agree}, std::pair{"disagree", &evidence.disagree},
                                     std::pair{"silent", &evidence.silent}}) {
    for (const auto* member : item.list(key)) {
      auto source = context.cited_source(*member, fields.whole().catalog);
      if (source.empty()) continue;
      if (!named.insert(source).second) {
        context.error(DiagnosticKind::duplicate_id, member->at, quote(source) + " stands twice here; keep one");
        continue;
      }
      sources->push_back(std::move(source));
    }
  }
  evidence.alone = item.bilingual("alone");
  item.finish();
  return evidence;
}

void check_same_kind(Builder& context, const Link& link, const SourceLocation& at) {
  if (!from_kinds(link.kind).empty()) return;
  auto ends = link.from;
  ends.insert(ends.end(), link.to.begin(), link.to.end());
  for (const auto end : ends) {
    if (end.kind == ends.front().kind) continue;
    context.error(DiagnosticKind::wrong_kind, at,
                  "a link of kind " + std::string(name_of(link.kind)) + " connects entries of one kind, but " +
                      quote(context.catalog.entry(ends.front()).code) + " is a " +
                      std::string(name_of(ends.front().kind)) + " and " + quote(context.catalog.entry(end).code) +
                      " a " + std::string(name_of(end.kind)));
    return;
  }
}

void check_not_to_itself(Builder& context, const Link& link, const SourceLocation& at) {
  const auto itself = std::ranges::find_first_of(link.from, link.to);
  if (itself == link.from.end()) return;
  context.error(DiagnosticKind::invalid_value, at,
                quote(context.catalog.entry(*itself).code) + " is linked to itself; name another entry at one end");
}

}  // namespace

void read_link(Builder& context, const Record& record) {
  const bool named = record.body.find("id") != nullptr;
  const auto what = record.code.empty() ? std::string("this link") : "link " + quote(record.code);
  Fields fields(context, record.body, context.scope_of(record, what), what);
  fields.find("id");
  Link link;
  const auto kind = read_kind(context, fields);
  bool complete = kind.has_value();
  bool declared_nothing = false;
  if (kind) {
    link.kind = *kind;
    link.from = read_ends(context, fields, "from", from_kinds(*kind), at_start(*kind), complete);
    declared_nothing = read_nothing(context, fields, *kind);
    if (!declared_nothing) link.to = read_ends(context, fields, "to", to_kinds(*kind), at_end(*kind), complete);
    check_same_kind(context, link, record.body.at);
    check_not_to_itself(context, link, record.body.at);
    check_lacks(context, fields, link);
  } else {
    fields.find("from");
    fields.find("to");
  }
  read_join(context, fields, link);
  link.limits = read_limits(fields);
  if (kind) check_limits(context, fields, *kind, declared_nothing);
  read_particulars(context, fields, kind, link);
  link.evidence = read_evidence(context, fields);
  auto scope = fields.whole();
  take_reason(context, link, scope, fields.bilingual("because"), record.body.find("basis") != nullptr);
  fields.finish();
  if (!named && complete && !declared_nothing &&
      (link.from.size() + link.to.size() > 2 || !(link.limits == Limits{}))) {
    context.error(DiagnosticKind::missing_key, record.body.at,
                  "this link lacks `id`; only a link with one `from`, one `to` and no limits can do without");
    complete = false;
  }
  // A link that lacks something has no code: nothing more is said of it. One whose end was renamed keeps its own.
  const auto* from = record.body.find("from");
  const auto* to = record.body.find("to");
  const bool renamed = complete && !named &&
                       (context.by_earlier_id(members_of(*from).front(), link.from.front()) ||
                        (!declared_nothing && context.by_earlier_id(members_of(*to).front(), link.to.front())));
  if (named || renamed) {
    link.code = record.code;
  } else if (complete) {
    link.code = default_code(context.catalog, link);
  }
  if (!kind) return;
  link.fact = context.fact(scope, record.body.at);
  context.building.links.push_back(std::move(link));
}

void read_target_links(Builder& context, Fields& fields, std::string_view key, EntryRef from, LinkKind kind) {
  std::set<EntryRef> seen;
  for (auto& item : fields.statements(key)) {
    const auto to = context.resolve(*item.value, to_kinds(kind), at_end(kind));
    if (!to) continue;
    if (!seen.insert(*to).second) {
      if (context.by_earlier_id(*item.value, *to)) continue;
      context.error(DiagnosticKind::duplicate_id, item.value->at,
                    quote(context.catalog.entry(*to).code) + " stands twice in `" + std::string(key) + "`; keep one");
      continue;
    }
    Link link;
    link.kind = kind;
    link.from = {from};
    link.to = {*to};
    link.because = item.because;
    link.code = default_code(context.catalog, link);
    link.fact = context.fact(item.scope, item.value->at);
    context.building.links.push_back(std::move(link));
  }
}

void read_nature_links(Builder& context, Fields& fields, std::string_view key, EntryRef mechanism, LinkKind kind) {
  for (const auto& statement : fields.statements(key)) {
    const auto& node = *statement.value;
    Link link;
    link.kind = kind;
    link.from = {mechanism};
    Fields item(context, node, statement.scope, "this item of `" + std::string(key) + '`');
    bool complete = true;
    link.to = read_ends(context, item, "natures", to_kinds(kind), at_end(kind), complete);
    link.limits.properties = item.references<Property>("properties", Want::item);
    complete = complete && item.list("properties").size() <= link.limits.properties.size();
    auto scope = item.whole();
    const auto because = item.bilingual("because");
    take_reason(context, link, scope, because.empty() ? statement.because : because, node.find("basis") != nullptr);
    item.finish();
    if (complete) link.code = default_code(context.catalog, link);
    link.fact = context.fact(scope, node.at);
    context.building.links.push_back(std::move(link));
  }
}

}  // namespace michibiki
