#include "model/phrase.hpp"

#include <map>
#include <string>
#include <vector>

#include "tests/catch.hpp"

using namespace michibiki;

namespace {

using Names = std::map<std::string, std::string, std::less<>>;

Phrase phrase(std::string_view text) {
  auto reading = parse_phrase(text);
  for (const auto& mistake : reading.mistakes) UNSCOPED_INFO(mistake.what);
  REQUIRE(reading.phrase);
  return *reading.phrase;
}

std::string filled(std::string_view text, const Names& names) {
  return phrase(text).fill([&](std::string_view part) {
    const auto found = names.find(part);
    return found == names.end() ? std::nullopt : std::optional(found->second);
  });
}

/// "3 `{` is not closed", a line each; the phrase is there only when nothing is wrong.
std::string wrong(std::string_view text) {
  const auto reading = parse_phrase(text);
  CHECK(reading.phrase.has_value() == reading.mistakes.empty());
  std::string told;
  for (const auto& [character, what] : reading.mistakes) {
    told += (told.empty() ? "" : "; ") + std::to_string(character) + ' ' + what;
  }
  return told;
}

}  // namespace

TEST_CASE("a sentence names its parts where they stand", "[model][phrase]") {
  CHECK(filled("{measure} counters {threat}", {{"measure", "Locks"}, {"threat", "theft"}}) == "Locks counters theft");
  CHECK(filled("{threat}に{measure}で対抗する", {{"measure", "施錠"}, {"threat", "盗難"}}) == "盗難に施錠で対抗する");
  CHECK(filled("{a}{a}", {{"a", "x"}}) == "xx");
  CHECK(filled("no part at all", {}) == "no part at all");
  CHECK(filled("", {}) == "");
}

TEST_CASE("what is in brackets is left out where a part in them is not there", "[model][phrase]") {
  const std::string text = "{threat}[ on {asset}][ at {component} by {way}]";
  CHECK(filled(text, {{"threat", "Fire"}, {"asset", "disk"}, {"component", "hall"}, {"way", "heat"}}) ==
        "Fire on disk at hall by heat");
  CHECK(filled(text, {{"threat", "Fire"}, {"component", "hall"}, {"way", "heat"}}) == "Fire at hall by heat");
  CHECK(filled(text, {{"threat", "Fire"}, {"asset", "disk"}, {"component", "hall"}}) == "Fire on disk");
  CHECK(filled(text, {{"threat", "Fire"}}) == "Fire");
}

TEST_CASE("a part that is not there and may not be left out leaves nothing in its place", "[model][phrase]") {
  CHECK(filled("{threat} on {asset}", {{"threat", "Fire"}}) == "Fire on ");
}

TEST_CASE("what a part is called is taken as it is, with its brackets", "[model][phrase]") {
  CHECK(filled("{asset}[: {threat}]", {{"asset", "{threat}"}, {"threat", "[x]"}}) == "{threat}: [x]");
}

TEST_CASE("a phrase lists its parts, also those that may be left out", "[model][phrase]") {
  CHECK(phrase("{measure} counters {threat}[ on {asset}, {measure}]").parts() ==
        std::vector<std::string>{"measure", "threat", "asset", "measure"});
  CHECK(phrase("plain").parts().empty());
}

TEST_CASE("brackets and braces that do not fit are told with the character where they stand", "[model][phrase]") {
  CHECK(wrong("{measure") == "1 `{` is not closed");
  CHECK(wrong("counters threat}") == "16 `}` closes nothing");
  CHECK(wrong("対抗[{asset}に") == "3 `[` is not closed");
  CHECK(wrong("対抗{asset}]に") == "10 `]` closes nothing");
  CHECK(wrong("a {} b") == "3 `{}` names no part");
  CHECK(wrong("{a{b}}") == "1 `{` is not closed; 6 `}` closes nothing");
  CHECK(wrong("{a[b]}") == "1 `{` is not closed; 6 `}` closes nothing");
  CHECK(wrong("[ on {asset}[ at {component}]]") == "13 `[` stands within brackets");
  CHECK(wrong("[{a}[{b}]") == "1 `[` is not closed; 5 `[` stands within brackets");
  CHECK(wrong("a[ on {asset]") == "7 `{` is not closed");
  CHECK(wrong("[always]") == "1 `[` opens brackets that name no part");
  CHECK(parse_phrase(std::string(1'000'000, '}')).mistakes.size() == 10);
  CHECK(wrong("]{") == "1 `]` closes nothing; 2 `{` is not closed");
}
