#include "reports/json_facts.hpp"

#include <algorithm>
#include <utility>

#include "reports/naming.hpp"
#include "reports/statements.hpp"

namespace michibiki {

Json json_wording(const Wording& wording) {
  if (wording.empty()) return nullptr;
  Json json = Json::object();
  json["ja"] = wording.ja.empty() ? Json(nullptr) : Json(wording.ja);
  json["en"] = wording.en.empty() ? Json(nullptr) : Json(wording.en);
  return json;
}

Json json_catalogs(const Catalog& catalog) {
  Json json = Json::array();
  for (const auto& layer : catalog.layers) {
    json.push_back(
        {{"id", layer.code}, {"version", layer.version}, {"released", layer.released}, {"sha256", layer.sha256}});
  }
  return json;
}

Json json_overrides(const Catalog& catalog) {
  Json json = Json::array();
  for (const auto& change : catalog.overrides) {
    json.push_back({{"target", change.target},
                    {"before", change.before},
                    {"after", change.after.empty() ? Json(nullptr) : Json(change.after)},
                    {"basis", change.basis ? Json(name_of(change.basis->kind)) : Json(nullptr)},
                    {"catalog", change.catalog},
                    {"edited_at", place_of(change.catalog, change.edited_at)},
                    {"stated_at", place_of(change.stated_by, change.stated_at)}});
  }
  return json;
}

Json json_stated_at(const Catalog& catalog, FactId fact) {
  const auto& basis = catalog.fact(fact).basis;
  Json json = Json::object();
  json["file"] = place_of(catalog, fact);
  if (!basis.source.empty()) json["source"] = basis.source;
  if (!basis.at.empty()) json["at"] = basis.at;
  if (basis.line > 0) json["line"] = basis.line;
  if (!basis.restored.empty()) json["restored"] = basis.restored;
  return json;
}

Json json_basis(const Catalog& catalog, FactId fact) { return name_of(catalog.fact(fact).basis.kind); }

Json json_service_codes(const DerivationReport& report, const std::vector<std::size_t>& services) {
  return service_codes(report, services);
}

Json json_ground(const Catalog& catalog, FactId fact) {
  const auto& basis = catalog.fact(fact).basis;
  Json json = Json::object();
  json["because"] = json_wording(reason_of(catalog, fact));
  json["basis"] = name_of(basis.kind);
  json["source"] = basis.source.empty() ? Json(nullptr) : Json(basis.source);
  json["source_at"] = basis.at.empty() ? Json(nullptr) : Json(basis.at);
  json["source_line"] = basis.line > 0 ? Json(basis.line) : Json(nullptr);
  json["at"] = place_of(catalog, fact);
  return json;
}

Json json_statement(const Catalog& catalog, LinkId id) {
  const auto& link = catalog.link(id);
  const auto codes = [&](const std::vector<EntryRef>& entries) {
    Json json = Json::array();
    for (const auto entry : entries) json.push_back(catalog.entry(entry).code);
    return json;
  };
  Json json;
  json["id"] = link.code;
  json["kind"] = name_of(link.kind);
  json["from"] = codes(link.from);
  json["to"] = codes(link.to);
  json["join"] = link.join == Join::all ? "all" : "any";
  json["properties"] = json_codes(link.limits.properties, catalog.properties);
  json.update(json_ground(catalog, link.fact));
  json["because"] = json_wording(reason_of(catalog, id));
  if (!link.stands_because.empty()) json["stands_because"] = json_wording(link.stands_because);
  if (link.evidence.given()) {
    json["evidence"] = {{"agree", link.evidence.agree},
                        {"disagree", link.evidence.disagree},
                        {"silent", link.evidence.silent},
                        {"alone", json_wording(link.evidence.alone)}};
  }
  return json;
}

namespace {

std::string plain(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Every value in a line of its own, but a list of plain values in one: reports have many such lists.
void write(const Json& json, const std::string& indent, std::string& out) {
  const auto flat = [](const Json& item) { return !item.is_structured(); };
  if (!json.is_structured() || json.empty()) {
    out += plain(json);
    return;
  }
  if (json.is_array() && std::all_of(json.begin(), json.end(), flat)) {
    out += '[';
    for (std::size_t i = 0; i < json.size(); ++i) out += (i == 0 ? "" : ", ") + plain(json[i]);
    out += ']';
    return;
  }
  const auto deeper = indent + "  ";
  out += json.is_array() ? "[\n" : "{\n";
  bool first = true;
  for (const auto& [key, value] : json.items()) {
    if (!std::exchange(first, false)) out += ",\n";
    out += deeper;
    if (json.is_object()) out += plain(Json(key)) + ": ";
    write(value, deeper, out);
  }
  out += '\n' + indent + (json.is_array() ? ']' : '}');
}

}  // namespace

std::string json_document(const Json& json) {
  std::string text;
  write(json, "", text);
  return text + '\n';
}

}  // namespace michibiki
