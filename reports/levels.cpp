#include "reports/levels.hpp"

#include <algorithm>

#include "reports/naming.hpp"

namespace michibiki {

namespace {

/// Those that have a note, in catalogue order, each once.
std::vector<LevelId> with_notes(const Catalog& catalog, std::vector<LevelId> levels) {
  std::sort(levels.begin(), levels.end());
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  std::erase_if(levels, [&](LevelId level) { return catalog.levels[level].note.empty(); });
  return levels;
}

}  // namespace

std::vector<LevelId> levels_of(const View& view, PatternId pattern) {
  std::vector<LevelId> levels;
  for (const auto& [property, level] : view.catalog().patterns[pattern].levels) {
    if (view.holds(level.fact)) levels.push_back(level.value);
  }
  return levels;
}

std::vector<LevelId> noted_levels(const DerivationReport& report) {
  std::vector<LevelId> levels;
  for (const auto& classification : report.derivation.classifications) {
    for (const auto& level : classification.levels)
      levels.insert(levels.end(), level.possible.begin(), level.possible.end());
    for (const auto pattern : classification.patterns) {
      const auto of_pattern = levels_of(report.view, pattern);
      levels.insert(levels.end(), of_pattern.begin(), of_pattern.end());
    }
  }
  return with_notes(report.view.catalog(), std::move(levels));
}

std::vector<Labelled::Line> level_notes(const DerivationReport& report, Language language) {
  return level_notes(report.view.catalog(), noted_levels(report), language);
}

std::vector<Labelled::Line> level_notes(const Catalog& catalog, const std::vector<LevelId>& shown, Language language) {
  std::vector<Labelled::Line> notes;
  for (const auto level : with_notes(catalog, shown)) {
    const auto& entry = catalog.levels[level];
    notes.push_back({say(words::note_on, language, title_of(entry, language)), {entry.note.in(language)}});
  }
  return notes;
}

std::string level_text(const DerivationReport& report, LevelId level, Language language) {
  const auto& title = title_of(report.view.catalog().levels[level], language);
  const auto noted = noted_levels(report);
  const auto found = std::ranges::find(noted, level);
  return found == noted.end() ? title : say(words::noted, language, title, found - noted.begin() + 1);
}

std::string levels_text(const DerivationReport& report, const RequiredLevel& level, Language language) {
  std::vector<std::string> titles;
  for (const auto possible : level.possible) titles.push_back(level_text(report, possible, language));
  if (titles.empty()) return std::string(words::levels_undecided.in(language));
  return any_of(titles, language);
}

std::vector<LevelReason> level_reasons(const DerivationReport& report, const RequiredLevel& level, Language language) {
  const auto& catalog = report.view.catalog();
  std::vector<LevelReason> reasons;
  for (const auto& ground : level.grounds) {
    std::string text = ground.because.in(language);
    if (ground.reason) text = title_of(catalog.reasons[*ground.reason], language);
    if (text.empty()) text = words::no_reason_printed.in(language);
    reasons.push_back({text, basis_and_place(catalog, ground.fact, language), catalog.fact(ground.fact).basis.kind});
  }
  for (const auto& ground : level.overruled) {
    const auto text = ground.reason ? title_of(catalog.reasons[*ground.reason], language) : ground.because.in(language);
    reasons.push_back({say(words::level_overruled, language, text), basis_and_place(catalog, ground.fact, language),
                       catalog.fact(ground.fact).basis.kind});
  }
  for (const auto fact : level.withheld) {
    reasons.push_back({std::string(words::level_withheld.in(language)), basis_and_place(catalog, fact, language),
                       catalog.fact(fact).basis.kind});
  }
  if (reasons.empty()) reasons.push_back({std::string(words_for(level.origin).in(language)), {}, BasisKind::stated});
  return reasons;
}

std::string pattern_text(const DerivationReport& report, PatternId pattern, bool with_levels, Language language) {
  const auto& catalog = report.view.catalog();
  const auto& entry = catalog.patterns[pattern];
  std::vector<std::string> levels;
  for (const auto& [property, level] : entry.levels) {
    const auto shown = report.view.holds(level.fact) ? title_of(catalog.levels[level.value], language)
                                                     : std::string(words::value_withheld.in(language));
    levels.push_back(say(words::word_and_count, language, title_of(catalog.properties[property], language), shown));
  }
  if (!with_levels || levels.empty()) return title_of(entry, language);
  return title_of(entry, language) + say(words::in_brackets, language, listed(levels, language));
}

std::vector<QuestionId> open_questions(const Classification& classification) {
  std::vector<QuestionId> questions;
  for (const auto& level : classification.levels) {
    questions.insert(questions.end(), level.open_questions.begin(), level.open_questions.end());
  }
  std::sort(questions.begin(), questions.end());
  questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
  return questions;
}

}  // namespace michibiki
