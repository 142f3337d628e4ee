#include "reports/statement_text.hpp"

#include "engine/statements.hpp"
#include "reports/entry_words.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

constexpr Words there_is{"{}「{}」がある", "There is the {} {}"};
constexpr Words of_entry{"「{1}」についての記述（{0}）", "{} of {}"};
constexpr Words always{"「{}」はどのサービスにも関わる", "{} is part of every service"};
constexpr Words by_link{"リンク {}", "Link {}"};

}  // namespace

std::string statement_text(const Catalog& catalog, FactId fact, Language language) {
  for (const auto& stated : statements(catalog)) {
    if (stated.fact != fact) continue;
    if (stated.link) return say(by_link, language, catalog.link(*stated.link).code);
    if (!stated.about) break;
    const auto& entry = catalog.entry(*stated.about);
    const auto name = title_and_id(entry, language);
    if (entry.fact == fact) return say(there_is, language, words_for(stated.about->kind).in(language), name);
    return say(of_entry, language, stated.sort, name);
  }
  // No catalogue-wide count knows this one: who is part of every service.
  for (const auto& stakeholder : catalog.stakeholders) {
    if (stakeholder.always == fact) return say(always, language, title_and_id(stakeholder, language));
  }
  return place_of(catalog, fact);
}

}  // namespace michibiki
