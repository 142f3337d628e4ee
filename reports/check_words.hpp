#pragma once

#include <string>
#include <vector>

#include "engine/check.hpp"
#include "reports/page.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// What the findings of one kind are called, and what would be right.
const Words& heading_of(FindingKind kind);
const Words& hint_for(FindingKind kind);

/// One finding as a sentence without its final full stop.
std::string message_of(const View& view, const Finding& finding, Language language);

/// 「警告」, "warning".
const Words& words_for(Severity severity);

/// "asp-saas-2008/threats.yaml:12:5": the place as the catalogue knows it, whatever folder it lies in.
std::string text_of(const Place& place);

/// Statements of each sort by their basis.
Grid bases_grid(const std::vector<BasisTally>& tallies, Language language);

}  // namespace michibiki
