#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"

namespace michibiki {
namespace {

constexpr std::size_t reasons_at_once = 2;

void add_every_reason(Page& page, const ExplanationTeller& teller, std::size_t conclusion, std::size_t most) {
  const auto& count = teller.report().explanation.counts.of_conclusions[conclusion];
  const auto language = teller.language();
  if (count.number > most) {
    append(page, reason_group_section(teller, conclusion, ReasonGroup::threat));
    page.emplace_back(
        Paragraph{say(words::too_many_reasons, language, teller.count(count), count.number.str()), Tone::plain});
    return;
  }
  page.emplace_back(Heading{2, say(words::every_reason_of, language, teller.conclusion(conclusion))});
  std::size_t number = 0;
  each_reason(teller.justification(), conclusion, [&](const ReasonSteps& reason) {
    page.emplace_back(Heading{3, say(words::reason_number, language, ++number)});
    page.emplace_back(teller.reason(reason));
    return number < most;
  });
}

}  // namespace

Page shortest_reason_sections(const ExplanationTeller& teller) {
  auto page = teller.page();
  const auto& roots = teller.justification().roots;
  auto left = teller.whole() ? roots.size() : reasons_at_once;
  for (const auto root : roots) {
    if (teller.told_at_once(root)) continue;
    if (left == 0) {
      page.add(Paragraph{teller.in(words::see_other_conclusions), Tone::faint});
      break;
    }
    --left;
    page.add(Heading{2, say(words::shortest_reason_of, teller.language(), teller.conclusion(root))});
    page.add(teller.reason(teller.report().explanation.shortest_reason(root)));
  }
  if (!teller.whole()) page.add(Paragraph{teller.in(words::see_more_reasons), Tone::faint});
  return page.take();
}

Page every_reason_sections(const ExplanationTeller& teller, std::size_t most) {
  Page page;
  for (const auto root : teller.justification().roots) {
    if (!teller.told_at_once(root)) add_every_reason(page, teller, root, most);
  }
  return page;
}

}  // namespace michibiki
