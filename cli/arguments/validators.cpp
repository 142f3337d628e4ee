#include "cli/arguments/validators.hpp"

#include <algorithm>

#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki::cli {

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

CLI::Validator one_of(const std::vector<std::string>& allowed) {
  return {[allowed](const std::string& word) -> std::string {
            if (std::ranges::count(allowed, word) != 0) return {};
            const auto hint = did_you_mean_hint(word, allowed);
            return quote(word) + " is none of " + listed(allowed) + (hint.empty() ? "" : "; " + hint);
          },
          ""};
}

CLI::Validator not_empty() {
  return {[](const std::string& word) -> std::string { return word.empty() ? "the name is empty" : ""; }, ""};
}

}  // namespace michibiki::cli
