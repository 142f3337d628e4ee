#include <set>

#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

class ReasonTree {
 public:
  ReasonTree(const ExplanationTeller& teller, std::size_t depth)
      : teller_(teller), justification_(teller.justification()), depth_(depth) {}

  void add_conclusion(std::size_t conclusion) {
    outline_.lines.push_back({0, {teller_.conclusion(conclusion), Tone::strong}});
    add_ways(conclusion, 1);
  }

  void add_step(std::size_t position, bool first, std::size_t at) {
    const auto& step = justification_.steps[position];
    auto text = teller_.numbered(position, first ? "" : teller_.in(words::or_else));
    const bool again = !shown_.insert(position).second;
    const bool deeper = !again && at < depth_;
    if (again) {
      text += teller_.in(words::shown_above);
    } else if (!deeper && !step.premises.empty()) {
      text += say(words::more_below, teller_.language(), step.premises.size());
    }
    const auto basis = teller_.basis(step);
    outline_.lines.push_back(
        {at, {basis.text.empty() ? text : with_mark(text, basis.text, teller_.language()), basis.tone}});
    if (!deeper) return;
    for (const auto premise : step.premises) add_ways(premise, at + 1);
  }

  Outline take() { return std::move(outline_); }

 private:
  void add_ways(std::size_t conclusion, std::size_t at) {
    const auto& ways = justification_.ways[conclusion];
    for (const auto position : ways) add_step(position, position == ways.front(), at);
  }

  const ExplanationTeller& teller_;
  const Justification& justification_;
  std::size_t depth_;
  Outline outline_;
  std::set<std::size_t> shown_;
};

}  // namespace

Page reason_tree_sections(const ExplanationTeller& teller, std::size_t depth) {
  ReasonTree tree(teller, depth);
  if (const auto step = teller.report().extent.step) {
    tree.add_step(*step - 1, true, 0);
  } else {
    for (const auto root : teller.justification().roots) tree.add_conclusion(root);
  }
  auto page = teller.page();
  page.section(words::whole_tree);
  page.add(Paragraph{teller.in(words::tree_means), Tone::faint});
  page.add(tree.take());
  return page.take();
}

}  // namespace michibiki
