// The words of the shipped catalogues, in both languages.

#include <algorithm>
#include <string>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

TEST_CASE("every entry, indicator and choice has a title in Japanese and in English", "[catalogs]") {
  Codes without;
  const auto check = [&](const std::string& what, const Wording& title) {
    if (title.ja.empty() || title.en.empty()) without.insert(what);
  };
  each_entry([&](EntryKind kind, const Entry& entry) {
    check(std::string(name_of(kind)) + ' ' + entry.code, entry.title);
    if (!entry.note.empty()) check(std::string(name_of(kind)) + ' ' + entry.code + ", note", entry.note);
  });
  for (const auto& entry : shipped().measures) {
    if (entry.group) continue;
    if (!entry.summary.empty()) check(entry.code + ", summary", entry.summary);
    for (const auto& indicator : entry.indicators) {
      check(entry.code + '.' + indicator.key, indicator.title);
      if (!indicator.relative_to.empty())
        check(entry.code + '.' + indicator.key + ", relative to", indicator.relative_to);
    }
  }
  for (const auto& scale : shipped().scales) {
    for (const auto& choice : scale.choices) check(scale.code + '/' + choice.code, choice.title);
  }
  for (const auto& [code, source] : shipped().sources) check("source " + code, source.title);
  for (const auto& criterion : shipped().level_criteria) {
    for (const auto& rule : criterion.rules) check("rule " + rule.code, rule.because);
  }
  CHECK(without == nothing);
}

TEST_CASE("a Japanese text is Japanese and an English one English", "[catalogs]") {
  const auto has_kana_or_kanji = [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
  };
  const auto has_letters = [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  };
  Codes wrong;
  each_entry([&](EntryKind kind, const Entry& entry) {
    if (kind == EntryKind::unit) return;
    if (!has_kana_or_kanji(entry.title.ja) && entry.title.ja != entry.title.en)
      wrong.insert(entry.code + ": " + entry.title.ja);
    if (!has_letters(entry.title.en)) wrong.insert(entry.code + ": " + entry.title.en);
  });
  for (const auto& link : shipped().links) {
    if (!link.because.ja.empty() && !has_kana_or_kanji(link.because.ja)) wrong.insert(link.code);
    if (!link.because.en.empty() && !has_letters(link.because.en)) wrong.insert(link.code);
  }
  CHECK(wrong == nothing);
}

}  // namespace
