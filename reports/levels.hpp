#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/derivation_report.hpp"
#include "reports/page.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// The levels shown in this report that the catalogue wants a note beside, in catalogue order: their notes are numbered from 1.
std::vector<LevelId> noted_levels(const DerivationReport& report);

/// Those notes, where no level bears a number: 「「低」の注」 and what it says; for a page that shows required levels or patterns.
std::vector<Labelled::Line> level_notes(const DerivationReport& report, Language language);
/// The notes of such levels alone.
std::vector<Labelled::Line> level_notes(const Catalog& catalog, const std::vector<LevelId>& shown, Language language);

/// The levels of a pattern, as far as trust shows them.
std::vector<LevelId> levels_of(const View& view, PatternId pattern);

/// The level's title, with the number of its note: 「低（注1）」.
std::string level_text(const DerivationReport& report, LevelId level, Language language);
/// All that are still possible: 「低（注1）・中のいずれか」.
std::string levels_text(const DerivationReport& report, const RequiredLevel& level, Language language);

/// Why the level is required: a sentence, and its basis and place. Several when several rules may decide.
struct LevelReason {
  std::string text;
  std::string mark;  ///< basis and place; empty where the service itself says so
  std::optional<BasisKind> basis{};
};
std::vector<LevelReason> level_reasons(const DerivationReport& report, const RequiredLevel& level, Language language);

/// 「パターン3」, with its levels where asked: 「パターン3（機密性 高・可用性 低）」. Notes are numbered where the levels stand alone.
std::string pattern_text(const DerivationReport& report, PatternId pattern, bool with_levels, Language language);

/// The questions whose answers would decide, each once.
std::vector<QuestionId> open_questions(const Classification& classification);

}  // namespace michibiki
