#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"
#include "reports/naming.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

/// With the basis of its only reason, where that is told at once.
std::string told(const ExplanationTeller& teller, std::size_t conclusion) {
  auto text = teller.conclusion(conclusion);
  if (!teller.told_at_once(conclusion)) return text;
  const auto& step = teller.justification().steps[teller.report().explanation.shortest[conclusion]];
  const auto basis = teller.basis(step).text;
  return basis.empty() ? text : with_mark(text, basis, teller.language());
}

}  // namespace

Page conclusion_sections(const ExplanationTeller& teller) {
  const auto& explanation = teller.report().explanation;
  if (teller.justification().roots.empty()) return {};
  auto page = teller.page();
  page.section(words::conclusions);
  Grid grid;
  grid.columns = {{teller.in(words::conclusion)},
                  {teller.in(words::reasons_column), true, true},
                  {teller.in(words::firmness_column), false, true}};
  for (const auto root : teller.justification().roots) {
    const auto firm = explanation.firmness[root];
    grid.rows.push_back({{{told(teller, root)},
                          {teller.count(explanation.counts.of_conclusions[root])},
                          {teller.in(words_for(firm)), tone_of(firm)}},
                         false});
  }
  page.grid(std::move(grid));
  page.add(Paragraph{teller.in(words::reasons_mean), Tone::faint});
  return page.take();
}

}  // namespace michibiki
