#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reports/derivation_report.hpp"

namespace michibiki {

// What a derivation rests on: statements of the catalogues, each counted with the exposures that it carries.

/// Why a link holds: what it says itself, else the reason of its basis; empty where there is none.
const Wording& reason_of(const Catalog& catalog, LinkId link);
/// The same of any other statement: the reason of its basis.
const Wording& reason_of(const Catalog& catalog, FactId fact);

/// That a threat harms a property: no link says so, the threat itself does.
struct HarmStatement {
  FactId fact;
  ThreatId threat;
  std::optional<PropertyId> property;
  std::size_t exposures = 0;
};

struct Statements {
  std::vector<HarmStatement> harms;     ///< by threat, then property
  std::map<LinkId, std::size_t> links;  ///< works-by, acts-on, has-nature, carries, exposes, with the exposures of each
};

/// What the exposures of a derivation rest on.
Statements statements_behind(const DerivationReport& report);

/// "malicious.theft harms availability", in the form of a link's id.
std::string harm_code(const Catalog& catalog, ThreatId threat, std::optional<PropertyId> property);
/// What one exposure rests on, by the ids of links and harms: that the component carries the asset, what the threat harms, its
/// mechanism, what that does to which nature, and that the asset is of that nature. Each once.
std::vector<std::string> codes_behind(const DerivationReport& report, std::size_t exposure);
/// The links by which measures and controls answer an exposure, each once.
std::vector<LinkId> answering_links(const Answer& answer);

}  // namespace michibiki
