#include "reports/statements.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace michibiki {
namespace {

/// The links behind an exposure, each once, in the order of the derivation's steps.
std::vector<LinkId> links_behind(const DerivationReport& report, const Exposure& exposure) {
  std::vector<LinkId> links;
  const auto take = [&](const std::optional<LinkId>& link) {
    if (link && std::ranges::find(links, *link) == links.end()) links.push_back(*link);
  };
  take(report.derivation.inventory.assets[exposure.asset].carried);
  for (const auto& ground : exposure.grounds) {
    take(ground.works_by);
    take(ground.acts_on);
    take(ground.has_nature);
    take(ground.exposes);
  }
  return links;
}

}  // namespace

const Wording& reason_of(const Catalog& catalog, LinkId link) {
  const auto& stated = catalog.link(link);
  return stated.because.empty() ? reason_of(catalog, stated.fact) : stated.because;
}

const Wording& reason_of(const Catalog& catalog, FactId fact) { return catalog.fact(fact).basis.reason; }

Statements statements_behind(const DerivationReport& report) {
  Statements found;
  std::map<std::tuple<ThreatId, std::optional<PropertyId>, FactId>, std::size_t> harms;
  for (const auto& exposure : report.derivation.analysis.exposures) {
    for (const auto link : links_behind(report, exposure)) ++found.links[link];
    std::set<FactId> facts;
    for (const auto& ground : exposure.grounds) facts.insert(ground.harms);
    for (const auto fact : facts) ++harms[{exposure.threat, exposure.property, fact}];
  }
  for (const auto& [key, exposures] : harms) {
    const auto& [threat, property, fact] = key;
    found.harms.push_back({fact, threat, property, exposures});
  }
  return found;
}

std::string harm_code(const Catalog& catalog, ThreatId threat, std::optional<PropertyId> property) {
  const auto& code = catalog.threats[threat].code;
  return property ? code + " harms " + catalog.properties[*property].code : code;
}

std::vector<std::string> codes_behind(const DerivationReport& report, std::size_t exposure) {
  const auto& catalog = report.view.catalog();
  const auto& one = report.derivation.analysis.exposures[exposure];
  std::vector<std::string> codes;
  if (one.property) codes.push_back(harm_code(catalog, one.threat, one.property));
  for (const auto link : links_behind(report, one)) codes.push_back(catalog.link(link).code);
  return codes;
}

std::vector<LinkId> answering_links(const Answer& answer) {
  std::vector<LinkId> links;
  for (const auto& support : answer.measures) links.push_back(support.link);
  for (const auto& support : answer.controls) links.push_back(support.link);
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

}  // namespace michibiki
