#include "reports/statement_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/statements.hpp"
#include "reports/entry_words.hpp"
#include "reports/link_text.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

constexpr Words there_is{"{}「{}」がある", "There is the {} {}"};
constexpr Words there_is_indicator{"「{}」に評価項目「{}」がある", "{} has the indicator {}"};
constexpr Words of_entry{"「{1}」の{0}", "{} of {}"};
constexpr Words of_entry_and_more{"「{1}」の{0}（{2}）", "{} of {} ({})"};

struct SortWords {
  std::string_view sort;
  Words words;
};
constexpr std::string_view indicators = "indicators";
constexpr std::array<SortWords, 8> sorts{{
    {"threat-origins", {"起因", "origin"}},
    {"threat-harms", {"損なう性質", "harm"}},
    {"control-patterns", {"求められるパターン", "pattern"}},
    {"measure-numbers", {"公表された番号", "published number"}},
    {"measure-classes", {"区分", "class"}},
    {"measure-patterns", {"求められるパターン", "pattern"}},
    {"reference-values", {"対策参照値", "reference value"}},
    {"service-type-levels", {"要求レベル", "required level"}},
}};

/// That the measure has the indicator which the statement is about.
std::string indicator_text(const Catalog& catalog, const Statement& stated, Language language) {
  const auto& measure = catalog.measures.at(stated.about->index);
  const auto indicator = std::ranges::find(measure.indicators, stated.fact, &Indicator::fact);
  return say(there_is_indicator, language, title_and_id(measure, language),
             title_and_id(indicator->title.wording(), indicator->key, language));
}

/// Which of an entry's attributes it is: the property of a harm, the indicator and pattern of a value.
std::vector<std::string> which(const Catalog& catalog, const Statement& stated, Language language) {
  std::vector<std::string> parts;
  if (stated.property) parts.push_back(title_of(catalog.properties[*stated.property], language));
  if (stated.about->kind != EntryKind::measure) return parts;
  for (const auto& indicator : catalog.measures.at(stated.about->index).indicators) {
    if (indicator.single && indicator.single->fact == stated.fact) parts.push_back(indicator.key);
    for (const auto& [pattern, value] : indicator.values) {
      if (value.fact == stated.fact) parts = {indicator.key, title_of(catalog.patterns[pattern], language)};
    }
  }
  return parts;
}
constexpr Words always{"「{}」はどのサービスにも関わる", "{} is part of every service"};

}  // namespace

std::string statement_text(const Catalog& catalog, FactId fact, Language language) {
  for (const auto& stated : statements(catalog)) {
    if (stated.fact != fact) continue;
    if (stated.link) return short_link_text(catalog, catalog.link(*stated.link), language);
    if (!stated.about) break;
    const auto& entry = catalog.entry(*stated.about);
    const auto name = title_and_id(entry, language);
    if (entry.fact == fact) return say(there_is, language, words_for(stated.about->kind).in(language), name);
    if (stated.sort == indicators) return indicator_text(catalog, stated, language);
    const auto known = std::ranges::find(sorts, stated.sort, &SortWords::sort);
    const auto sort = known == sorts.end() ? stated.sort : known->words.in(language);
    const auto parts = which(catalog, stated, language);
    return parts.empty() ? say(of_entry, language, sort, name)
                         : say(of_entry_and_more, language, sort, name, joined(parts, language));
  }
  // No catalogue-wide count knows headings, on which what stands under them rests,
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
      const auto& entry = catalog.entry({static_cast<EntryKind>(kind), i});
      if (entry.group && entry.fact == fact)
        return say(there_is, language, words_for(static_cast<EntryKind>(kind)).in(language),
                   title_and_id(entry, language));
    }
  }
  // nor this one: who is part of every service.
  for (const auto& stakeholder : catalog.stakeholders) {
    if (stakeholder.always == fact) return say(always, language, title_and_id(stakeholder, language));
  }
  return place_of(catalog, fact);
}

}  // namespace michibiki
