#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

/// Files by the names that explanations give them: "catalogue/file.yaml".
using PrintedFiles = std::map<std::string, std::string>;

PrintedFiles files_in(const std::vector<NamedText>& catalogs);
/// Of the catalogues in the folders under this one.
PrintedFiles files_under(const std::string& folder);

/// The shipped sentences for the kinds of steps, as a catalogue in one file.
NamedText step_wording();

}  // namespace michibiki::testing
