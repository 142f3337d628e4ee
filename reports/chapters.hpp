#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/digest.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// How many measures of each class; `unknown` are those whose class is not known or not shown.
struct ClassTally {
  std::vector<std::size_t> by_class;  ///< by MeasureClassId
  std::size_t unknown = 0;
  std::size_t total = 0;
};

/// The selected measures that one chapter holds.
struct ChapterTally {
  std::optional<ChapterId> chapter;   ///< none: no line of the placement table fits
  std::vector<std::size_t> measures;  ///< positions in Selection::measures
  ClassTally classes;
};

ClassTally tally(const DerivationReport& report, const std::vector<MeasureDigest>& digests,
                 const std::vector<std::size_t>& measures);

/// Chapters that hold a selected measure, in catalogue order, measures without a chapter last.
std::vector<ChapterTally> chapter_tallies(const DerivationReport& report, const std::vector<MeasureDigest>& digests);

/// The same, rolled up to the chapters that lie `depth` below the roots (0: the roots themselves).
std::vector<ChapterTally> chapter_tallies_at(const DerivationReport& report, const std::vector<MeasureDigest>& digests,
                                             std::size_t depth);

/// 「III.2.1 見出し（5件：基本 4、推奨 1）」.
std::string chapter_heading(const DerivationReport& report, const ChapterTally& chapter, Language language);
/// 「基本 4、推奨 1」, of classes that there are any of; empty in a catalogue without classes.
std::string classes_text(const DerivationReport& report, const ClassTally& classes, Language language);
/// "(4+1)", and "(4+1+2)" with those of unknown class last; "(5)" in a catalogue without classes.
std::string classes_short(const DerivationReport& report, const ClassTally& classes);

}  // namespace michibiki
