#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// The guesses of one run. Nobody reads ten thousand of them, and each is a walk over all candidates: after so many comparisons
/// no more are made, whatever is wrong with how many files.
class Guesses {
 public:
  explicit Guesses(std::size_t most = 200'000) : left_(most) {}

  /// Whether looking at so many candidates is still worth it; counts them.
  bool afford(std::size_t candidates);

  /// As did_you_mean_hint; the candidates are listed only when they are looked at.
  std::string hint(std::string_view word, std::size_t candidates,
                   const std::function<std::vector<std::string>()>& list);
  std::string hint(std::string_view word, const std::vector<std::string>& candidates);

 private:
  std::size_t left_;
};

}  // namespace michibiki
