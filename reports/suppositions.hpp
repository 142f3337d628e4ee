#pragma once

#include <string>
#include <vector>

#include "engine/what_if/supposition.hpp"
#include "reports/derivation_report.hpp"

namespace michibiki {

/// What is supposed, as people read it. What is not there after is told by the derivation before.
std::string supposition_text(const DerivationReport& before, const DerivationReport& after, const Supposition& supposed,
                             Language language);

/// What a statement is about where that says it all: the entry that it states; else what it says, in short.
std::string thing_stated(const Catalog& catalog, FactId fact, Language language);

/// The links among what is supposed, which stand or fall whole, whatever part of one was named; none where something else is supposed.
std::vector<LinkId> links_supposed(const Catalog& catalog, const Supposition& supposed);

/// As it was asked for: "--with 'guards counters fire'".
std::string option_of(const Supposition& supposed);

/// The word for what kind of thing is supposed: "statement", "component", "level", "answer", "catalog".
std::string_view name_of(const Supposition& supposed);

}  // namespace michibiki
