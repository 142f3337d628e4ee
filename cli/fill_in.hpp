#pragma once

#include <map>
#include <string>
#include <string_view>

namespace michibiki::cli {

/// What the gaps of a text are filled with, by their names; for a condition an empty value counts as none.
using GapValues = std::map<std::string, std::string, std::less<>>;

/// Fills the gaps of a text:
///
///     {{name}}      the value; of one of several lines each line gets what stands around the gap, so that lists can stand in
///                   comments; there is no second gap behind it then
///     {{#name}}     on a line of its own: what follows, up to {{/name}}, is there only with that value
///     {{^name}}     … only without it
///
/// A value is not looked into for gaps again. A condition that is not closed, or a gap for which there is not even an empty value, is our
/// own mistake: std::logic_error.
std::string fill_in(std::string_view text, const GapValues& values);

}  // namespace michibiki::cli
