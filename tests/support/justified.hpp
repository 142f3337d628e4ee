#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/explain/justify.hpp"

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

inline Workings workings_of(const Derived& derived) { return {derived.view, derived.portfolio, derived.derivation}; }

/// All that a derivation concludes and that can be explained, by names that hold no positions: two derivations can be compared.
std::map<std::string, Conclusion> concluded(const Derived& derived);

/// Such a conclusion with what it is, where that may be otherwise: a value by itself for each of its services, whatever pattern gives it and
/// whoever shares it; a placement with its chapter.
std::set<std::string> told(const Derived& derived, const std::string& name, const Conclusion& conclusion);
std::set<std::string> all_told(const Derived& derived);

/// All conclusions by such names; of a value with the pattern that gives it, too.
std::map<std::string, Conclusion> all_said(const Derived& derived);

/// Whether it is so only in some of the levels or patterns that are still possible, read off the results themselves; none where nothing of the
/// kind can be open.
std::optional<bool> open_in(const Derived& derived, const Conclusion& conclusion);

/// Why all of that is so, in the order of the names.
Justification justified(const Derived& derived);

/// What a step says, wherever it stands.
Way said_by(const Justification& justification, std::size_t step);

/// The names of conclusions that a derivation without those facts keeps although no listed reason is left, or has lost, or has anew,
/// although there is one or was none; a line each.
std::string disagreement(const World& world, const std::string& service, const Derived& derived,
                         const std::vector<FactId>& gone);

/// What is listed of single judgements, in a system with every component, and does not go without them, or goes and is not listed.
std::string wrong_about_lone_judgements(const World& world);

/// The statements on which conclusions rest: to take one away never makes anything follow. Others decide by their absence: what spares
/// or lacks something, excludes, names a weakness, says of which pattern a service or a measure is.
std::vector<FactId> supporting_facts(const Catalog& catalog);

}  // namespace michibiki::testing
