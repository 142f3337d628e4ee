#pragma once

#include "tests/second/second_derivation.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

inline const std::vector<BasisKind> every_trust{BasisKind::unverified, BasisKind::judgement, BasisKind::stated};

/// What the engine concluded, in the form of the second computation.
SecondDerivation form_of(const Derived& derived);
SecondGrades grades_of(const Derived& derived);
Texts patterns_of(const Catalog& catalog, const std::string& service, const Classification& classification);

/// Whether some service is of none of the patterns: the program derives nothing then.
bool has_no_pattern(const Derived& derived);

/// What only one of the two says, a line each; empty where they say the same.
std::string difference(const SecondDerivation& engine, const SecondDerivation& sql);
std::string difference(const SecondGrades& engine, const SecondGrades& sql);

/// The catalogues for the second computation, each a text.
std::vector<CatalogTexts> texts_in(const std::vector<NamedText>& texts);

}  // namespace michibiki::testing
