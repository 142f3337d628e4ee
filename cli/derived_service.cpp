#include "cli/derived_service.hpp"

#include <algorithm>

#include "engine/classify.hpp"
#include "model/text.hpp"
#include "model/yaml/read_service.hpp"

namespace michibiki::cli {

std::optional<ServiceFile> read_service_file(const Session& session, const Catalog& catalog, const std::string& path) {
  auto input = session.read(path);
  if (!input) return std::nullopt;
  auto reading = read_service(catalog, input->text, input->name);
  session.show(reading.diagnostics, input);
  if (!reading.portfolio) return std::nullopt;
  return ServiceFile{std::move(*input), std::move(*reading.portfolio)};
}

std::optional<ExitStatus> outside_lattice(const Session& session, const View& view, const ServiceFile& file) {
  std::vector<Diagnostic> diagnostics;
  bool hidden = false;
  const auto everything = view.at_trust(BasisKind::unverified);
  for (const auto& service : file.portfolio.services) {
    const auto found = classify(view, service);
    if (!found.patterns.empty()) continue;
    if (!found.withheld.empty()) {
      session.log().error("every pattern that has the levels of service " + quote(service.code) + " is hidden" +
                          session.under_trust());
      hidden = true;
    } else if (classify(everything, service).outside_lattice) {
      diagnostics.push_back(make_error(DiagnosticKind::outside_lattice, service.requires_at,
                                       "no pattern has the levels that service " + quote(service.code) +
                                           " requires; the lattice is listed under `patterns`"));
    }
  }
  session.show(diagnostics, file.input);
  if (!diagnostics.empty()) return ExitStatus::wrong_input;
  return hidden ? std::optional(ExitStatus::nothing_to_check) : std::nullopt;
}

std::string nothing_to_check(const Session& session, const Derivation& derivation) {
  if (!derivation.analysis.exposures.empty()) return {};
  const auto& inventory = derivation.inventory;
  const bool excluded = inventory.components.empty() && inventory.withheld.empty() && !inventory.out_of_scope.empty();
  return "there is nothing to check: no threat reaches any asset of the service" +
         (excluded ? std::string(", as all of its components are out of scope") : session.under_trust()) +
         "; that is not \"all clear\"";
}

void warn_of_withheld(const Session& session, const Portfolio& portfolio, const Inventory& inventory) {
  for (const auto& withheld : inventory.withheld) {
    const auto& user = portfolio.services[withheld.used_by.front()];
    const bool shared = std::ranges::count(user.uses, withheld.instance.code) != 0;
    const auto owner = shared || portfolio.services.size() == 1 ? std::string() : user.code + '/';
    session.log().warn("component " + quote(owner + withheld.instance.code) +
                       " is not derived from: what says that the service has it is hidden" + session.under_trust());
  }
}

}  // namespace michibiki::cli
