#include "tests/second/random_missed.hpp"

#include <array>

#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

constexpr std::array kinds{EntryKind::measure,     EntryKind::measure,       EntryKind::measure, EntryKind::control,
                           EntryKind::asset,       EntryKind::component,     EntryKind::threat,  EntryKind::threat,
                           EntryKind::stakeholder, EntryKind::vulnerability, EntryKind::pattern, EntryKind::level};

std::optional<EntryRef> some_entry(const Catalog& catalog, EntryKind kind) {
  if (catalog.size(kind) == 0) return std::nullopt;
  return EntryRef(kind, pick(catalog.size(kind)));
}

/// A level of a property, a value in a pattern, or an indicator, where the catalogues have some.
Missed random_level_or_value(const Catalog& catalog) {
  Missed missed;
  if (one_in(3)) {
    const auto property = some_entry(catalog, EntryKind::property);
    if (!property) return missed;
    const auto& levels = catalog.properties[PropertyId{property->index}].levels;
    if (!levels.empty()) missed.level = std::pair(PropertyId{property->index}, any_of(levels));
    return missed;
  }
  const auto entry = some_entry(catalog, EntryKind::measure);
  if (!entry) return missed;
  const MeasureId measure{entry->index};
  const auto& indicators = catalog.measures[measure].indicators;
  std::optional<std::size_t> indicator;
  if (!indicators.empty()) indicator = pick(indicators.size());
  const auto pattern = some_entry(catalog, EntryKind::pattern);
  if (one_in(3) && indicator) {
    missed.indicator = std::pair(measure, *indicator);
  } else if (pattern) {
    missed.value = MissedValue{measure, one_in(2) ? indicator : std::nullopt, PatternId{pattern->index}};
  }
  return missed;
}

std::string word_of(const Catalog& catalog, MeasureId measure, std::optional<std::size_t> indicator) {
  return catalog.measures[measure].code + (indicator ? '.' + catalog.measures[measure].indicators[*indicator].key : "");
}

}  // namespace

Missed random_missed(const Catalog& catalog) {
  if (one_in(5)) return random_level_or_value(catalog);
  Missed missed;
  const auto code = [&](EntryKind kind) {
    if (const auto entry = some_entry(catalog, kind)) missed.exposures.push_back(catalog.entry(*entry).code);
  };
  if (one_in(6)) {
    code(EntryKind::threat);
    code(EntryKind::component);
    if (one_in(3)) missed.answer = some_entry(catalog, one_in(3) ? EntryKind::control : EntryKind::measure);
  } else if (one_in(4)) {
    code(EntryKind::threat);
    if (one_in(2)) code(EntryKind::asset);
    if (one_in(3)) code(EntryKind::property);
    if (one_in(3)) code(EntryKind::component);
    if (one_in(2)) missed.answer = some_entry(catalog, one_in(3) ? EntryKind::control : EntryKind::measure);
  } else if (const auto entry = some_entry(catalog, kinds.at(pick(kinds.size())))) {
    missed.entries.push_back(*entry);
  }
  return missed;
}

std::vector<std::string> words_of(const Catalog& catalog, const Missed& missed) {
  std::vector<std::string> words;
  for (const auto entry : missed.entries) words.push_back(catalog.entry(entry).code);
  if (missed.answer) words.push_back(catalog.entry(*missed.answer).code);
  words.insert(words.end(), missed.exposures.begin(), missed.exposures.end());
  if (missed.level) {
    words.push_back(catalog.properties[missed.level->first].code);
    words.push_back(catalog.levels[missed.level->second].code);
  }
  if (missed.indicator) words.push_back(word_of(catalog, missed.indicator->first, missed.indicator->second));
  if (missed.value) {
    words.push_back(word_of(catalog, missed.value->measure, missed.value->indicator));
    words.push_back(catalog.patterns[missed.value->pattern].code);
  }
  return words;
}

std::string told(const Catalog& catalog, const Missed& missed) {
  std::string text;
  for (const auto& word : words_of(catalog, missed)) text += word + ' ';
  return text;
}

}  // namespace michibiki::testing
