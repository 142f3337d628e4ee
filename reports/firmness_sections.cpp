#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"
#include "reports/reason_words.hpp"

namespace michibiki {
namespace {

Labelled counts_of(const ExplanationTeller& teller, const Firmness& one) {
  Labelled counts;
  const auto add = [&](const Words& label, const ReasonCount& count) {
    const bool none = count.number == 0;
    counts.lines.push_back(
        {teller.in(label),
         {none ? teller.in(words::nothing_left) : teller.count(count), none ? Tone::caution : Tone::plain}});
  };
  add(words::with_stated, one.stated);
  if (one.judged.number != one.all.number) add(words::with_judged, one.judged);
  add(words::with_all, one.all);
  return counts;
}

Page firmness_section(const ExplanationTeller& teller, const Firmness& one) {
  auto page = teller.page();
  page.add(Heading{2, say(words::firmness_of, teller.language(), teller.conclusion(one.conclusion))});
  page.add(counts_of(teller, one));
  if (!one.carried_by) {
    page.add(Paragraph{teller.in(words::stands_without), Tone::good});
    return page.take();
  }
  if (one.alone.empty()) {
    page.add(Paragraph{say(words::carried_by, teller.language(), one.carried_by->size())});
    page.add(teller.statements(*one.carried_by));
    return page.take();
  }
  page.add(Paragraph{one.alone.size() == 1 ? teller.in(words::carried_by_one)
                                           : say(words::carried_by_each, teller.language(), one.alone.size())});
  page.add(teller.statements(one.alone));
  page.add(Paragraph{one.besides ? say(words::besides, teller.language(), one.besides->size())
                                 : teller.in(words::besides_none)});
  if (one.besides) page.add(teller.statements(*one.besides));
  return page.take();
}

}  // namespace

Page firmness_sections(const ExplanationTeller& teller) {
  Page page;
  for (const auto& one : teller.report().firmness) append(page, firmness_section(teller, one));
  return page;
}

}  // namespace michibiki
