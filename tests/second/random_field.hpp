#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "tests/property.hpp"
#include "tests/second/second_derivation.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

/// Small catalogues that use whatever docs/catalog-format.md lets them say of a derivation, and services to derive for. Three catalogues
/// depend on one another, against the order of their ids. Codes are a letter and a number: p property, n nature, m mechanism, a asset,
/// c component, o origin, t threat, v vulnerability, k control, g measure, s stakeholder, x exclusion, y pattern, q question, u type,
/// z case; i, h and b are components of a service, shared ones and those of a case; w is a service.
struct RandomField {
  std::vector<NamedText> catalogs;
  std::string service;        ///< as a service file says it
  SecondPortfolio portfolio;  ///< the same
};

rc::Gen<RandomField> random_field();
/// One without vulnerabilities: where one is hidden, another exposure takes the place of its own.
rc::Gen<RandomField> random_plain_field();

std::ostream& operator<<(std::ostream& stream, const RandomField& field);

}  // namespace michibiki::testing
