#include "model/yaml/read_links.hpp"

#include <algorithm>

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
  std::string code =
      codes_of(catalog, link.from) + ' ' + std::string(name_of(link.kind)) + ' ' + codes_of(catalog, link.to);
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

std::vector<EntryRef> read_ends(Builder& context, Fields& fields, std::string_view key,
                                const std::vector<EntryKind>& kinds) {
  std::vector<EntryRef> ends;
  fields.require(key);
  for (const auto* node : fields.list(key)) {
    const auto end = context.resolve(*node, kinds);
    if (!end) continue;
    if (std::ranges::find(ends, *end) != ends.end()) {
      context.error(DiagnosticKind::duplicate_id, node->at,
                    quote(context.catalog.entry(*end).code) + " stands twice here; keep one");
      continue;
    }
    ends.push_back(*end);
  }
  return ends;
}

void take_reason(Link& link, Scope& scope, const Bilingual& because) {
  link.because = because;
  if (scope.basis && scope.basis->kind != BasisKind::stated && !because.empty()) scope.basis->reason = because;
}

}  // namespace

void read_link(Builder& context, const Record& record) {
  Link link;
  link.code = record.code;
  const Scope outer{record.default_basis ? context.basis(*record.default_basis) : std::nullopt, record.catalog,
                    record.withdrawn};
  Fields fields(context, record.body, outer, record.code.empty() ? "this link" : "link " + quote(record.code));
  fields.find("id");
  const auto* kind_node = fields.require("kind");
  const auto kind_name = kind_node == nullptr ? std::string() : text_of(context, *kind_node, "`kind`");
  const auto kind = link_kind_named(kind_name);
  if (!kind) {
    if (!kind_name.empty()) {
      context.error(DiagnosticKind::invalid_value, kind_node->at,
                    "there is no kind of link " + quote(kind_name) + "; docs/catalog-format.md has the table of kinds");
    }
    return;
  }
  link.kind = *kind;
  link.from = read_ends(context, fields, "from", from_kinds(*kind));
  link.to = read_ends(context, fields, "to", to_kinds(*kind));
  if (const auto join = fields.text("join"); join == "any") {
    link.join = Join::any;
  } else if (!join.empty() && join != "all") {
    context.error(DiagnosticKind::invalid_value, fields.find("join")->at,
                  "`join` is " + quote(join) + "; write `all` or `any`");
  }
  link.limits = read_limits(fields);
  link.role = fields.reference<Role>("role");
  link.relation = fields.text("relation");
  if (!link.relation.empty() && std::ranges::find(relations(), link.relation) == relations().end()) {
    context.error(DiagnosticKind::invalid_value, fields.find("relation")->at,
                  "`relation` is " + quote(link.relation) + "; write equal, subset, superset or intersects");
  }
  link.stands_because = fields.bilingual("stands-because");
  auto scope = fields.scope();
  take_reason(link, scope, fields.bilingual("because"));
  fields.finish();
  if (link.code.empty()) {
    link.code = default_code(context.catalog, link);
    if (link.from.size() + link.to.size() > 2 || !(link.limits == Limits{})) {
      context.error(DiagnosticKind::missing_key, record.body.at,
                    "this link lacks `id`; only a link with one `from`, one `to` and no limits can do without");
    }
  }
  link.fact = context.fact(scope, record.body.at);
  context.building.links.push_back(std::move(link));
}

void read_target_links(Builder& context, Fields& fields, std::string_view key, EntryRef from, LinkKind kind) {
  for (auto& item : fields.statements(key)) {
    const auto to = context.resolve(*item.value, to_kinds(kind));
    if (!to) continue;
    Link link;
    link.kind = kind;
    link.from = {from};
    link.to = {*to};
    take_reason(link, item.scope, item.because);
    link.code = default_code(context.catalog, link);
    link.fact = context.fact(item.scope, item.value->at);
    context.building.links.push_back(std::move(link));
  }
}

void read_nature_links(Builder& context, Fields& fields, std::string_view key, EntryRef mechanism, LinkKind kind) {
  for (const auto* node : fields.list(key)) {
    Link link;
    link.kind = kind;
    link.from = {mechanism};
    Fields item(context, *node, fields.scope(), "this item of `" + std::string(key) + '`');
    link.to = read_ends(context, item, "natures", {EntryKind::nature});
    link.limits.properties = item.references<Property>("properties");
    auto scope = item.scope();
    take_reason(link, scope, item.bilingual("because"));
    item.finish();
    link.code = default_code(context.catalog, link);
    link.fact = context.fact(scope, node->at);
    context.building.links.push_back(std::move(link));
  }
}

}  // namespace michibiki
