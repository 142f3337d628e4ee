#include "model/did_you_mean.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/text.hpp"

namespace michibiki {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter character = decode_utf8(text, offset);
    result += character.code_point;
    offset += character.length;
  }
  return result;
}

std::u32string lower_case(std::u32string text) {
  for (char32_t& c : text) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  }
  return text;
}

std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t bound) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > bound) return bound + 1;
  // Only cells within `bound` of the diagonal can lead to a distance within it.
  const std::size_t beyond = bound + 1;
  std::vector<std::size_t> before_last(b.size() + 1, beyond);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1, beyond);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  std::size_t best_of_last = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > bound ? i - bound : 1;
    const std::size_t end = std::min(b.size(), i + bound);
    current[first - 1] = first == 1 ? i : beyond;
    std::size_t best = current[first - 1];
    for (std::size_t j = first; j <= end; ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
      best = std::min(best, current[j]);
    }
    if (end < b.size()) current[end + 1] = beyond;
    // A swap reaches back two rows, so a row above the bound is final only with the one before.
    if (best > bound && best_of_last > bound) return beyond;
    best_of_last = best;
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return std::min(last[b.size()], bound + 1);
}

std::string_view last_part(std::string_view id) {
  const std::size_t separator = id.find_last_of("./");
  return separator == std::string_view::npos ? id : id.substr(separator + 1);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
  return distance(characters(a), characters(b), bound);
}

std::optional<std::string> did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::u32string wanted = characters(word);
  const std::u32string wanted_lower = lower_case(wanted);
  // Long words get no more than four mistakes: beyond that it is another word.
  const std::size_t bound = std::min<std::size_t>(4, std::max<std::size_t>(1, wanted.size() / 3));

  const std::string* best = nullptr;
  std::pair<std::size_t, std::size_t> best_distance{bound + 1, 0};  // ignoring case, then with case
  for (const std::string& candidate : candidates) {
    const std::u32string letters = characters(candidate);
    const std::size_t ignoring_case = distance(wanted_lower, lower_case(letters), bound);
    // Nothing of a one- or two-letter word would be left.
    if (ignoring_case > bound || ignoring_case >= std::max(wanted.size(), letters.size())) continue;
    const std::pair found{ignoring_case, distance(wanted, letters, bound + letters.size())};
    if (!best || found < best_distance || (found == best_distance && candidate < *best)) {
      best = &candidate;
      best_distance = found;
    }
  }
  if (best) return *best;

  for (const std::string& candidate : candidates) {
    if (last_part(candidate) != word || candidate == word) continue;
    if (best && *best != candidate) return std::nullopt;
    best = &candidate;
  }
  return best ? std::optional(*best) : std::nullopt;
}

std::string did_you_mean_hint(std::string_view word, std::span<const std::string> candidates) {
  const auto meant = did_you_mean(word, candidates);
  return meant ? "did you mean " + quote(*meant) + "?" : std::string();
}

bool Guesses::afford(std::size_t candidates) {
  if (candidates > left_) return false;
  left_ -= candidates;
  return true;
}

std::string Guesses::hint(std::string_view word, std::size_t candidates,
                          const std::function<std::vector<std::string>()>& list) {
  return afford(candidates) ? did_you_mean_hint(word, list()) : std::string();
}

std::string Guesses::hint(std::string_view word, const std::vector<std::string>& candidates) {
  return afford(candidates.size()) ? did_you_mean_hint(word, candidates) : std::string();
}

}  // namespace michibiki
