#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace michibiki {

/// Optimal-string-alignment distance (insert, delete, replace, swap neighbours: 1 each) between two
/// texts, in characters; `bound + 1` as soon as it is known to exceed `bound`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound);

/// The candidate that `word` most probably misspells, or nothing when none is near: differs only by
/// case, or by at most one character in three, or is the only candidate whose last part (after `.`
/// or `/`) is `word`. Ties go to the candidate that sorts first, so the order given never matters.
[[nodiscard]] std::optional<std::string> did_you_mean(std::string_view word, std::span<const std::string> candidates);

/// `did you mean 'x'?`, or empty: ready to be a diagnostic's hint.
[[nodiscard]] std::string did_you_mean_hint(std::string_view word, std::span<const std::string> candidates);

}  // namespace michibiki
