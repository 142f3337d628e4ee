#include "cli/supposition_faults.hpp"

#include <algorithm>

#include "engine/classify.hpp"
#include "model/text.hpp"
#include "reports/suppositions.hpp"

namespace michibiki::cli {
namespace {

/// Whether it may be why a service requires such levels: what is supposed of its components, or of other services, is not.
bool bears_on_levels(const Supposition& supposed, std::size_t service) {
  if (const auto* level = std::get_if<SupposedLevel>(&supposed.what)) return level->service == service;
  if (const auto* answer = std::get_if<SupposedAnswer>(&supposed.what)) return answer->service == service;
  return !std::holds_alternative<SupposedComponent>(supposed.what);
}

std::vector<Supposition> bearing_on_levels(const std::vector<Supposition>& suppositions, std::size_t service) {
  std::vector<Supposition> found;
  std::ranges::copy_if(suppositions, std::back_inserter(found),
                       [&](const Supposition& one) { return bears_on_levels(one, service); });
  return found;
}

/// "1 (secrecy=high, presence=low), 2 (…)": the patterns of a view, as their levels may be supposed.
std::string patterns_of(const View& view) {
  const auto& catalog = view.catalog();
  std::string all;
  for (const auto& pattern : catalog.patterns) {
    if (!view.holds(pattern.fact)) continue;
    std::string levels;
    for (const auto& [property, level] : pattern.levels) {
      levels +=
          (levels.empty() ? "" : ", ") + catalog.properties[property].code + '=' + catalog.levels[level.value].code;
    }
    all += (all.empty() ? "" : ", ") + pattern.code + " (" + levels + ')';
  }
  return all;
}

}  // namespace

std::string as_asked(const std::vector<Supposition>& suppositions) {
  std::vector<std::string> options;
  for (const auto& one : suppositions) {
    auto option = option_of(one);
    if (std::ranges::count(options, option) == 0) options.push_back(std::move(option));  // one for several components
  }
  std::string text;
  for (const auto& option : options) text += (text.empty() ? "" : " ") + option;
  return text;
}

void blame(const Session& session, const std::vector<Supposition>& suppositions,
           const std::vector<Diagnostic>& diagnostics, const std::string& hint) {
  for (const auto& one : diagnostics) {
    if (one.severity != Severity::error) continue;
    const auto what = one.message.substr(0, one.message.find("; "));  // behind it, how to mend the file
    session.log().error(as_asked(suppositions) + ": " + printable(to_string(one.location)) +
                        " would be wrong then: " + printable(what) + "; " + hint);
  }
}

std::optional<ExitStatus> supposed_outside_lattice(const Session& session, const View& view, const Portfolio& portfolio,
                                                   const std::vector<Supposition>& suppositions) {
  std::optional<ExitStatus> status;
  const auto everything = view.at_trust(BasisKind::unverified);
  for (std::size_t i = 0; i < portfolio.services.size(); ++i) {
    const auto& service = portfolio.services[i];
    const auto found = classify(view, service);
    if (!found.patterns.empty()) continue;
    const auto blamed = as_asked(bearing_on_levels(suppositions, i)) + ": ";
    if (!found.withheld.empty()) {
      session.log().error(blamed + "every pattern that has the levels which service " + quote(service.code) +
                          " would require is hidden" + session.under_trust() + "; suppose others, or trust more");
      if (!status) status = ExitStatus::nothing_to_check;
    } else if (classify(everything, service).outside_lattice) {
      session.log().error(blamed + "no pattern has the levels that service " + quote(service.code) +
                          " would require; suppose levels that one has: " + patterns_of(everything));
      status = ExitStatus::wrong_input;
    }
  }
  return status;
}

}  // namespace michibiki::cli
