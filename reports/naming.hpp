#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/derivation_report.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// The title in that language, in the other one, or the id: never empty.
const std::string& title_of(const Entry& entry, Language language);
/// The title, with `?` behind it where nothing confirms it in the language it is shown in.
std::string marked_title(const Catalog& catalog, const Entry& entry, Language language);
/// 「情報資産の盗難（malicious.theft）」; only the id where there is no title.
std::string title_and_id(const Entry& entry, Language language);
/// The title alone where it is the only threat of that title; else with the id.
std::string short_name(const Catalog& catalog, ThreatId threat, Language language);
/// The same for what is no entry of a catalogue: services and portfolios.
std::string title_and_id(const Wording& title, const std::string& code, Language language);

std::string joined(const std::vector<std::string>& parts, Language language);

/// The ids that catalogues give them, joined.
template <typename T>
std::string codes(const std::vector<Id<T>>& ids, const Table<T>& table, Language language) {
  std::vector<std::string> parts;
  for (const auto id : ids) parts.push_back(table[id].code);
  return joined(parts, language);
}
/// The same with the short separator of enumerations: 「1・2」.
std::string listed(const std::vector<std::string>& parts, Language language);
/// 「1・2・3のいずれか」, "1, 2 or 3"; a single one is itself.
std::string any_of(const std::vector<std::string>& parts, Language language);

/// The id of a component of the service, with the service before it where two services have one of the same id.
std::string component_label(const DerivationReport& report, std::size_t component);
/// What an exposure endangers: 「ログ（server-log）」; the component too where it is called otherwise than its asset.
std::string asset_label(const DerivationReport& report, std::size_t asset, Language language);
/// The threat, with the vulnerability where the exposure is of one.
std::string threat_label(const DerivationReport& report, const Exposure& exposure, Language language);

/// The ids of services, by their positions in the portfolio.
std::vector<std::string> service_codes(const DerivationReport& report, const std::vector<std::size_t>& services);
/// Where a catalogue says it, whatever folder it lies in: "asp-saas-2008/patterns.yaml:12".
std::string place_of(const Catalog& catalog, FactId fact);
std::string place_of(const std::string& catalog, const SourceLocation& at);
/// Where a service says it: "accounting.yaml:12"; empty for what is in no file.
std::string place_in_service(const SourceLocation& at);
/// The file's name without its folder.
std::string file_name_of(const SourceLocation& location);
/// A sentence and a mark behind it, set apart as the language does.
std::string with_mark(const std::string& text, const std::string& mark, Language language);
/// The mark of the basis; of a stated fact the source and the place in it: 〔mic-2008-report 図表23、949行〕.
std::string basis_and_place(const Catalog& catalog, FactId fact, Language language);

}  // namespace michibiki
