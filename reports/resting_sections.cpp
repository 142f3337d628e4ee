#include <array>
#include <map>
#include <set>

#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"

namespace michibiki {
namespace {

/// In the order of the alternatives of Conclusion.
const Words& words_for_conclusions(std::size_t kind) {
  static constexpr std::array<Words, std::variant_size_v<Conclusion>> all{
      {{"要求レベル", "Required levels"},
       {"パターン", "Patterns"},
       {"構成要素", "Components"},
       {"ステークホルダ", "Stakeholders"},
       {"情報資産", "Assets"},
       {"情報資産の種類", "Natures of assets"},
       {"脅威が損なう性質", "What threats harm"},
       {"脅威の仕組み", "How threats work"},
       {"仕組みが及ぶ種類", "What mechanisms act on"},
       {"脆弱性", "Weaknesses"},
       {"突合結果", "Exposures"},
       {"求められる対策項目・管理策", "Measures and controls"},
       {"対策項目の由来", "Lineage of measures"},
       {"対策項目の区分", "Classes of measures"},
       {"対策項目の章", "Chapters of measures"},
       {"対策参照値", "Reference values"}}};
  return all.at(kind);
}

/// Only a part of another conclusion: a place of what counts anyway.
bool counts_elsewhere(const Conclusion& conclusion) {
  if (const auto* called = std::get_if<IsCalledFor>(&conclusion)) return called->exposure.has_value();
  const auto* exposed = std::get_if<IsExposed>(&conclusion);
  return exposed != nullptr && exposed->within;
}

/// How many of each kind rest on it, and fall or are open without it.
Grid counts_by_kind(const ExplanationTeller& teller, const Resting& resting, const Falling& falling) {
  struct Counts {
    std::size_t all = 0;
    std::size_t rest = 0;
    std::size_t fall = 0;
    std::size_t open = 0;
  };
  const auto& conclusions = teller.justification().conclusions;
  std::map<std::size_t, Counts> counts;
  for (std::size_t i = 0; i < conclusions.size(); ++i) {
    if (counts_elsewhere(conclusions[i])) continue;
    auto& count = counts[conclusions[i].index()];
    ++count.all;
    count.rest += resting.rests[i] ? 1U : 0U;
    count.fall += falling.falls[i] ? 1U : 0U;
    count.open += falling.undecided[i] ? 1U : 0U;
  }
  Grid grid;
  grid.columns = {{teller.in(words::kind_of_conclusion)},
                  {teller.in(words::rest_column), true},
                  {teller.in(words::fall_column), true},
                  {teller.in(words::open_column), true},
                  {teller.in(words::all_column), true}};
  for (const auto& [kind, count] : counts) {
    if (count.rest + count.fall + count.open == 0) continue;
    grid.rows.push_back({{{teller.in(words_for_conclusions(kind))},
                          {std::to_string(count.rest)},
                          {std::to_string(count.fall), count.fall > 0 ? Tone::caution : Tone::plain},
                          {std::to_string(count.open), count.open > 0 ? Tone::caution : Tone::plain},
                          {std::to_string(count.all)}},
                         false});
  }
  return grid;
}

/// The measures and controls that are not called for without it.
std::vector<std::string> falling_measures(const ExplanationTeller& teller, const Falling& falling) {
  const auto& conclusions = teller.justification().conclusions;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < conclusions.size(); ++i) {
    const auto* called = std::get_if<IsCalledFor>(&conclusions[i]);
    if (called != nullptr && !counts_elsewhere(conclusions[i]) && falling.falls[i])
      names.push_back(teller.name(called->entry));
  }
  return names;
}

class TreeUpwards {
 public:
  TreeUpwards(const ExplanationTeller& teller, std::size_t depth)
      : teller_(teller), upon_(steps_upon(teller.justification())), depth_(depth) {}

  void add(std::size_t position, std::size_t at = 0) {
    const auto& above = upon_[teller_.justification().steps[position].conclusion];
    const bool again = !shown_.insert(position).second;
    const bool deeper = !again && at + 1 < depth_;
    auto text = teller_.numbered(position);
    if (again) {
      text += teller_.in(words::shown_above);
    } else if (!deeper && !above.empty()) {
      text += say(words::more_above, teller_.language(), above.size());
    }
    outline_.lines.push_back({at, {text}});
    if (!deeper) return;
    for (const auto step : above) add(step, at + 1);
  }

  Outline take() { return std::move(outline_); }

 private:
  const ExplanationTeller& teller_;
  std::vector<std::vector<std::size_t>> upon_;  ///< of each conclusion
  std::size_t depth_;
  Outline outline_;
  std::set<std::size_t> shown_;
};

}  // namespace

Page resting_sections(const ExplanationTeller& teller, const Resting& resting, const Falling& falling) {
  auto page = teller.page();
  page.section(words::conclusions);
  page.grid(counts_by_kind(teller, resting, falling));
  page.add(Paragraph{teller.in(words::resting_means), Tone::faint});
  page.section(words::falling_measures);
  const auto names = falling_measures(teller, falling);
  page.add(Paragraph{names.empty() ? teller.in(words::nothing_falls) : page.names(names)});
  if (const auto depth = teller.report().extent.depth) {
    TreeUpwards tree(teller, *depth);
    for (const auto step : resting.directly) tree.add(step);
    page.section(words::tree_upwards);
    page.add(Paragraph{teller.in(words::upwards_means), Tone::faint});
    page.add(tree.take());
  } else {
    page.add(Paragraph{teller.in(words::see_upwards), Tone::faint});
  }
  return page.take();
}

}  // namespace michibiki
