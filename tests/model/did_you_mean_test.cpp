#include "model/did_you_mean.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tests/property.hpp"

namespace {

using namespace michibiki;

using Words = std::vector<std::string>;

TEST_CASE("distances count inserted, deleted, replaced and swapped characters", "[model][did-you-mean]") {
  CHECK(edit_distance("theft", "theft", 9) == 0);
  CHECK(edit_distance("theft", "thefts", 9) == 1);
  CHECK(edit_distance("theft", "thft", 9) == 1);
  CHECK(edit_distance("theft", "theif", 9) == 2);
  CHECK(edit_distance("theft", "tehft", 9) == 1);
  CHECK(edit_distance("脅威", "脅異", 9) == 1);
  CHECK(edit_distance("", "abc", 9) == 3);
  CHECK(edit_distance("abc", "xyz", 2) == 3);
}

TEST_CASE("a distance that is bounded is the distance itself, up to the bound", "[model][did-you-mean][property]") {
  rc::prop("cutting short changes nothing", [](std::string a, std::string b) {
    for (auto* text : {&a, &b}) {
      for (char& c : *text) c = static_cast<char>('a' + (static_cast<unsigned char>(c) % 3));
    }
    const auto whole = edit_distance(a, b, a.size() + b.size());
    for (std::size_t bound = 0; bound <= 6; ++bound)
      RC_ASSERT(edit_distance(a, b, bound) == std::min(whole, bound + 1));
  });
}

TEST_CASE("only so many guesses are made in one run, and those that are too dear are left out",
          "[model][did-you-mean]") {
  Guesses guesses(5);
  int listed = 0;
  const auto names = [&] {
    ++listed;
    return Words{"theft", "fire", "flood"};
  };
  CHECK(guesses.hint("thef", 3, names) == "did you mean 'theft'?");
  CHECK(guesses.hint("thef", 3, names).empty());
  CHECK(listed == 1);
  CHECK(guesses.hint("titel", Words{"title", "tags"}) == "did you mean 'title'?");
  CHECK_FALSE(guesses.afford(1));
}

TEST_CASE("the nearest candidate is what was probably meant", "[model][did-you-mean]") {
  CHECK((did_you_mean("A.9.2.11", Words{"A.9.1.1", "A.9.2.1", "A.10.5.1"}) == "A.9.2.1"));
  CHECK((did_you_mean("confidentialty", Words{"integrity", "confidentiality"}) == "confidentiality"));
  CHECK((did_you_mean("titel", Words{"tags", "title"}) == "title"));
  CHECK((did_you_mean("機密姓", Words{"完全性", "機密性"}) == "機密性"));
}

TEST_CASE("a word that differs only by case comes first", "[model][did-you-mean]") {
  CHECK((did_you_mean("BACKUP", Words{"BACKUP2", "backup"}) == "backup"));
  CHECK((did_you_mean("id", Words{"is", "ID"}) == "ID"));
}

TEST_CASE("the last part of a longer id is enough when only one ends so", "[model][did-you-mean]") {
  CHECK((did_you_mean("theft", Words{"malicious.theft", "negligent.loss"}) == "malicious.theft"));
  CHECK((did_you_mean("alteration", Words{"III.2.3.1/alteration"}) == "III.2.3.1/alteration"));
  CHECK_FALSE(did_you_mean("theft", Words{"malicious.theft", "negligent.theft"}).has_value());
}

TEST_CASE("what is far from everything gets no guess", "[model][did-you-mean]") {
  CHECK_FALSE(did_you_mean("storage", Words{"server", "database"}).has_value());
  CHECK_FALSE(did_you_mean("a", Words{"b"}).has_value());
  CHECK_FALSE(did_you_mean("x", Words{}).has_value());
  CHECK_FALSE(did_you_mean("", Words{"a", ""}).has_value());
}

TEST_CASE("a guess becomes a hint, no guess none", "[model][did-you-mean]") {
  CHECK(did_you_mean_hint("titel", Words{"title"}) == "did you mean 'title'?");
  CHECK(did_you_mean_hint("xyz", Words{"title"}) == "");
}

TEST_CASE("the order of candidates never changes the guess", "[model][did-you-mean][property]") {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab.")));
  rc::prop("any permutation gives the same", [&] {
    Words candidates = *rc::gen::container<Words>(word);
    const std::string wanted = *word;
    const auto guess = did_you_mean(wanted, candidates);
    std::sort(candidates.begin(), candidates.end());
    RC_ASSERT(did_you_mean(wanted, candidates) == guess);
    std::reverse(candidates.begin(), candidates.end());
    RC_ASSERT(did_you_mean(wanted, candidates) == guess);
  });
}

/// The definition, word for word and without a bound.
std::size_t slow_distance(const std::string& a, std::size_t i, const std::string& b, std::size_t j) {
  if (i == 0 || j == 0) return std::max(i, j);
  std::size_t best = slow_distance(a, i - 1, b, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
  best = std::min({best, slow_distance(a, i - 1, b, j) + 1, slow_distance(a, i, b, j - 1) + 1});
  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
    best = std::min(best, slow_distance(a, i - 2, b, j - 2) + 1);
  }
  return best;
}

TEST_CASE("the bounded distance is the distance, or one above the bound", "[model][did-you-mean][property]") {
  const auto word = rc::gen::map(rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc"))),
                                 [](const std::string& text) { return text.substr(0, 6); });
  rc::prop("it agrees with the definition", [&] {
    const std::string a = *word;
    const std::string b = *word;
    const std::size_t bound = *rc::gen::inRange<std::size_t>(0, 7);
    RC_ASSERT(edit_distance(a, b, bound) == std::min(slow_distance(a, a.size(), b, b.size()), bound + 1));
  });
}

}  // namespace
