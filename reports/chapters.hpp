#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "reports/digest.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// How many measures of each class.
struct ClassTally {
  std::vector<std::size_t> by_class;  ///< by MeasureClassId
  std::size_t unknown = 0;            ///< of no stated class
  std::size_t withheld = 0;           ///< of a class that the view hides
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

/// How many indicators of some measures have a value of which state.
struct ValueTally {
  std::array<std::size_t, value_state_count> by_state{};

  std::size_t of(ValueState state) const { return by_state[static_cast<std::size_t>(state)]; }
  std::size_t total() const;
};
ValueTally tally_values(const DerivationReport& report, const std::vector<MeasureDigest>& digests,
                        const std::vector<std::size_t>& measures);
/// "5 confirmed/30 unverified", of states that there are any of.
std::string value_states_text(const ValueTally& values, Language language);
/// "0/8": in the same order, of some of those values.
std::string value_states_cell(const ValueTally& all, const ValueTally& some);

}  // namespace michibiki
