#include "reports/chapters.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "reports/naming.hpp"

namespace michibiki {
namespace {

/// The chapter itself and those it lies under, outermost first.
std::vector<std::size_t> path_to(const Catalog& catalog, ChapterId chapter) {
  std::vector<std::size_t> path{chapter.index()};
  while (const auto parent = catalog.chapters.at(path.back()).parent) path.push_back(*parent);
  std::reverse(path.begin(), path.end());
  return path;
}

/// Groups by what `key` makes of a measure's chapter; the measures without one come last.
template <typename Key>
std::vector<ChapterTally> group(const DerivationReport& report, const std::vector<MeasureDigest>& digests, Key key) {
  std::map<ChapterId, ChapterTally> by_chapter;
  ChapterTally without;
  const auto& placements = report.derivation.placements;
  for (std::size_t i = 0; i < placements.size(); ++i) {
    if (!placements[i].chapter) {
      without.measures.push_back(i);
      continue;
    }
    const ChapterId chapter = key(*placements[i].chapter);
    auto& tallied = by_chapter[chapter];
    tallied.chapter = chapter;
    tallied.measures.push_back(i);
  }
  std::vector<ChapterTally> result;
  for (auto& [chapter, tallied] : by_chapter) result.push_back(std::move(tallied));
  if (!without.measures.empty()) result.push_back(std::move(without));
  for (auto& tallied : result) tallied.classes = tally(report, digests, tallied.measures);
  return result;
}

}  // namespace

ClassTally tally(const DerivationReport& report, const std::vector<MeasureDigest>& digests,
                 const std::vector<std::size_t>& measures) {
  const auto& catalog = report.view.catalog();
  ClassTally result;
  result.by_class.resize(catalog.classes.size());
  for (const auto position : measures) {
    ++result.total;
    const auto& measure = catalog.measures[report.derivation.selection.measures[position].measure];
    switch (digests[position].class_shown) {
      case Shown::yes:
        ++result.by_class[measure.measure_class->value.index()];
        break;
      case Shown::withheld:
        ++result.withheld;
        break;
      case Shown::not_stated:
        ++result.unknown;
        break;
    }
  }
  return result;
}

std::vector<ChapterTally> chapter_tallies(const DerivationReport& report, const std::vector<MeasureDigest>& digests) {
  return group(report, digests, [](ChapterId chapter) { return chapter; });
}

std::vector<ChapterTally> chapter_tallies_at(const DerivationReport& report, const std::vector<MeasureDigest>& digests,
                                             std::size_t depth) {
  return group(report, digests, [&](ChapterId chapter) {
    const auto path = path_to(report.view.catalog(), chapter);
    return ChapterId{path[std::min(depth, path.size() - 1)]};
  });
}

std::string chapter_heading(const DerivationReport& report, const ChapterTally& chapter, Language language) {
  auto heading = std::string(words::without_chapter.in(language));
  if (chapter.chapter) {
    const auto& entry = report.view.catalog().chapters[*chapter.chapter];
    heading = entry.title.empty() ? entry.code : entry.code + ' ' + entry.title.in(language);
  }
  auto count = say(words::count, language, chapter.classes.total);
  const auto classes = classes_text(report, chapter.classes, language);
  if (!classes.empty()) count = say(words::colon, language, count, classes);
  return heading + say(words::in_brackets, language, count);
}

std::string classes_text(const DerivationReport& report, const ClassTally& classes, Language language) {
  const auto& catalog = report.view.catalog();
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < classes.by_class.size(); ++i) {
    if (classes.by_class[i] == 0) continue;
    parts.push_back(
        say(words::word_and_count, language, title_of(catalog.classes.at(i), language), classes.by_class[i]));
  }
  if (catalog.classes.empty()) return {};
  if (classes.unknown > 0)
    parts.push_back(say(words::word_and_count, language, words::unknown_class.in(language), classes.unknown));
  if (classes.withheld > 0)
    parts.push_back(say(words::word_and_count, language, words::withheld_class.in(language), classes.withheld));
  return joined(parts, language);
}

std::size_t ValueTally::total() const { return std::accumulate(by_state.begin(), by_state.end(), std::size_t{0}); }

ValueTally tally_values(const DerivationReport& report, const std::vector<MeasureDigest>& digests,
                        const std::vector<std::size_t>& measures) {
  ValueTally result;
  for (const auto position : measures) {
    const auto& measure = report.view.catalog().measures[report.derivation.selection.measures[position].measure];
    for (std::size_t i = 0; i < measure.indicators.size(); ++i)
      ++result.by_state[static_cast<std::size_t>(value_state(report, digests[position], i))];
  }
  return result;
}

namespace {

const Words& words_for(ValueState state) {
  switch (state) {
    case ValueState::confirmed:
      return words::confirmed;
    case ValueState::unverified:
      return words::unverified;
    case ValueState::unknown:
      return words::value_unknown;
    case ValueState::withheld:
      break;
  }
  return words::value_withheld;
}

/// The states that there are any of, with what `describe` makes of each.
template <typename Describe>
std::vector<std::string> per_state(const ValueTally& values, Describe describe) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < value_state_count; ++i) {
    if (values.by_state[i] > 0) parts.push_back(describe(static_cast<ValueState>(i)));
  }
  return parts;
}

std::string with_slashes(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : "/") + part;
  return text;
}

}  // namespace

std::string value_states_text(const ValueTally& values, Language language) {
  return with_slashes(per_state(values, [&](ValueState state) {
    return say(words::state_count, language, words_for(state).in(language), values.of(state));
  }));
}

std::string value_states_cell(const ValueTally& all, const ValueTally& some) {
  return with_slashes(per_state(all, [&](ValueState state) { return std::to_string(some.of(state)); }));
}

}  // namespace michibiki
