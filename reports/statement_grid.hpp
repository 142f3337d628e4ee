#pragma once

#include <map>
#include <set>
#include <string>

#include "reports/page.hpp"
#include "reports/statements.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// Basis, source and place, and the line of the catalogue: 「〔判断〕 asp-saas-2008/threats.yaml:12」.
std::string basis_and_line(const Catalog& catalog, FactId fact, Language language);

/// The same of a link, with the independent sources that agree or disagree: 「〔判断、一致：osa〕 …」.
std::string basis_and_line(const Catalog& catalog, LinkId link, Language language);

/// Links, one row each: from, to, why, basis and where.
Grid links_grid(const DerivationReport& report, Language language, const Words& from, const Words& to,
                const std::set<LinkId>& links);

/// The same, with how many exposures rest on each.
Grid links_grid(const DerivationReport& report, Language language, const Words& from, const Words& to,
                const std::map<LinkId, std::size_t>& links);

}  // namespace michibiki
