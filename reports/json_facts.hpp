#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "reports/derivation_report.hpp"

namespace michibiki {

// Pieces of JSON that several formats share. Texts that are no UTF-8 are repaired when they are written, see `json_document`.

using Json = nlohmann::ordered_json;

/// {"ja": …, "en": …}; null when there is neither.
Json json_wording(const Wording& wording);

/// The catalogues that a result rests on: [{"id", "version", "released", "sha256"}].
Json json_catalogs(const Catalog& catalog);

/// The statements that one catalogue changed in another: [{"target", "before", "after", "basis", "catalog", "edited_at", "stated_at"}], the
/// places as "catalogue/file:line"; "after" is null where it is withdrawn.
Json json_overrides(const Catalog& catalog);

/// What a fact is said by: {"file": "catalogue/file:line", "source": …, "at": …, "line": …}, the latter three of a stated fact only.
Json json_stated_at(const Catalog& catalog, FactId fact);

/// One statement that results rest on: its id, what it says, why, on what basis, and where: {"id", "kind", "from", "to", "join",
/// "properties", "because", "basis", "source", "source_at", "source_line", "at": "catalogue/file:line"}.
Json json_statement(const Catalog& catalog, LinkId link);
/// The same of what no link says: only why, basis and where.
Json json_ground(const Catalog& catalog, FactId fact);

/// "stated", "judgement" or "unverified".
Json json_basis(const Catalog& catalog, FactId fact);

/// The id of an entry, or null.
template <typename T>
Json json_code(const std::optional<Id<T>>& id, const Table<T>& table) {
  return id ? Json(table[*id].code) : Json(nullptr);
}
/// The ids of entries.
template <typename T>
Json json_codes(const std::vector<Id<T>>& ids, const Table<T>& table) {
  Json json = Json::array();
  for (const auto id : ids) json.push_back(table[id].code);
  return json;
}
/// The ids of services, by their positions in the portfolio.
Json json_service_codes(const DerivationReport& report, const std::vector<std::size_t>& services);

/// The finished document: two spaces of indent, a list of plain values on one line, a newline at its end.
std::string json_document(const Json& json);

}  // namespace michibiki
