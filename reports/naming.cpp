#include "reports/naming.hpp"

#include <algorithm>

namespace michibiki {
namespace {

std::string with_separator(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

}  // namespace

const std::string& title_of(const Entry& entry, Language language) {
  return entry.title.empty() ? entry.code : entry.title.in(language);
}

std::string marked_title(const Catalog& catalog, const Entry& entry, Language language) {
  if (entry.title.empty()) return entry.code;
  const bool japanese = language == Language::ja ? !entry.title.ja.empty() : entry.title.en.empty();
  const auto fact = japanese ? entry.title.ja_fact : entry.title.en_fact;
  const bool doubtful = catalog.fact(fact).basis.kind == BasisKind::unverified;
  return entry.title.in(language) + (doubtful ? "?" : "");
}

std::string title_and_id(const Wording& title, const std::string& code, Language language) {
  if (title.empty()) return code;
  return code.empty() ? std::string(title.in(language)) : say(words::title_and_id, language, title.in(language), code);
}

std::string title_and_id(const Entry& entry, Language language) {
  return title_and_id(entry.title, entry.code, language);
}

std::string short_name(const Catalog& catalog, ThreatId threat, Language language) {
  const auto& title = title_of(catalog.threats[threat], language);
  const auto same =
      std::ranges::count_if(catalog.threats, [&](const Threat& other) { return title_of(other, language) == title; });
  return same > 1 ? title_and_id(catalog.threats[threat], language) : title;
}

std::string joined(const std::vector<std::string>& parts, Language language) {
  return with_separator(parts, words::comma.in(language));
}

std::string listed(const std::vector<std::string>& parts, Language language) {
  return with_separator(parts, words::level_separator.in(language));
}

std::string any_of(const std::vector<std::string>& parts, Language language) {
  if (parts.size() < 2) return joined(parts, language);
  if (language == Language::ja) return say(words::levels_open, language, listed(parts, language));
  return say(words::either, language, joined({parts.begin(), parts.end() - 1}, language), parts.back());
}

std::string component_label(const DerivationReport& report, std::size_t component) {
  const auto& components = report.derivation.inventory.components;
  const auto& wanted = components[component];
  const auto same_code = std::ranges::count_if(
      components, [&](const InventoryComponent& other) { return other.instance.code == wanted.instance.code; });
  if (same_code == 1 || wanted.used_by.size() != 1) return wanted.instance.code;
  return report.portfolio.services[wanted.used_by.front()].code + '/' + wanted.instance.code;
}

std::string asset_label(const DerivationReport& report, std::size_t asset, Language language) {
  const auto& where = report.derivation.inventory.assets[asset];
  if (!where.asset) return std::string(words::whole_service.in(language));
  const auto& entry = report.view.catalog().assets[*where.asset];
  auto label = title_and_id(entry, language);
  if (!where.component) return label;
  const auto component = component_label(report, *where.component);
  return component == entry.code ? label : component + " / " + label;
}

std::string threat_label(const DerivationReport& report, const Exposure& exposure, Language language) {
  const auto& catalog = report.view.catalog();
  auto label = title_and_id(catalog.threats[exposure.threat], language);
  if (!exposure.vulnerability) return label;
  return label + " / " + title_and_id(catalog.vulnerabilities[*exposure.vulnerability], language);
}

std::vector<std::string> service_codes(const DerivationReport& report, const std::vector<std::size_t>& services) {
  std::vector<std::string> codes;
  for (const auto service : services) codes.push_back(report.portfolio.services[service].code);
  return codes;
}

std::string file_name_of(const SourceLocation& location) {
  const auto& name = location.file_name();
  const auto slash = name.find_last_of("/\\");
  return slash == std::string::npos ? name : name.substr(slash + 1);
}

std::string place_of(const Catalog& catalog, FactId fact) {
  const auto& stated = catalog.fact(fact);
  return place_of(stated.catalog, stated.location);
}

std::string place_of(const std::string& catalog, const SourceLocation& at) {
  return catalog + '/' + file_name_of(at) + ':' + std::to_string(at.line);
}

std::string place_in_service(const SourceLocation& at) {
  return at.file ? file_name_of(at) + ':' + std::to_string(at.line) : std::string();
}

std::string with_mark(const std::string& text, const std::string& mark, Language language) {
  return language == Language::ja ? text + mark : text + ' ' + mark;
}

std::string basis_and_place(const Catalog& catalog, FactId fact, Language language) {
  const auto& basis = catalog.fact(fact).basis;
  if (basis.kind != BasisKind::stated || basis.source.empty()) return std::string(mark_for(basis.kind).in(language));
  auto place = basis.source;
  if (!basis.at.empty()) place += ' ' + basis.at;
  if (basis.line > 0) place += std::string(words::comma.in(language)) + say(words::source_line, language, basis.line);
  return say(words::stated_place, language, place);
}

}  // namespace michibiki
