#include <algorithm>

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

const Words& words_for(Fate fate) {
  switch (fate) {
    case Fate::falls:
      return words::fate_falls;
    case Fate::undecided:
      return words::fate_undecided;
    case Fate::stands:
      return words::fate_stands;
  }
  return words::fate_falls;
}

bool falls(Fate fate) { return fate == Fate::falls; }

/// Statements all of which have to go.
void add_set(ClippedPage& page, const ExplanationTeller& teller, const Words& introduction,
             const std::vector<FactId>& facts, Fate fate) {
  page.add(Paragraph{say(falls(fate) ? introduction : words::used_by_some, teller.language(), facts.size())});
  page.add(teller.statements(facts));
  if (!falls(fate)) page.add(Paragraph{say(words::not_a_reason_left, teller.language(), teller.in(words_for(fate)))});
}

/// What has to go where others come in the place of some.
void add_dropping(ClippedPage& page, const ExplanationTeller& teller, const Dropping& dropping) {
  if (dropping.facts) {
    add_set(page, teller, words::dropped_by, *dropping.facts, Fate::falls);
  } else if (dropping.cut) {
    page.add(Paragraph{teller.in(words::dropping_cut), Tone::caution});
  } else {
    page.add(Paragraph{teller.in(words::not_ruled_out_without), Tone::good});
  }
}

/// Statements each of which is in every reason.
void add_alone(ClippedPage& page, const ExplanationTeller& teller, const Firmness& one, const FirmnessFates& fates) {
  auto grid = teller.statements(one.alone);
  if (std::ranges::all_of(fates.alone, falls)) {
    page.add(Paragraph{one.alone.size() == 1 ? teller.in(words::carried_by_one)
                                             : say(words::carried_by_each, teller.language(), one.alone.size())});
  } else {
    page.add(Paragraph{one.alone.size() == 1 ? teller.in(words::used_by_one)
                                             : say(words::used_by_each, teller.language(), one.alone.size())});
    grid.columns.push_back({teller.in(words::without_column)});
    for (std::size_t i = 0; i < grid.rows.size(); ++i)
      grid.rows[i].cells.push_back({teller.in(words_for(fates.alone[i]))});
  }
  page.add(std::move(grid));
}

Page firmness_section(const ExplanationTeller& teller, const Firmness& one, const FirmnessFates& fates) {
  auto page = teller.page();
  page.add(Heading{2, say(words::firmness_of, teller.language(), teller.conclusion(one.conclusion))});
  page.add(counts_of(teller, one));
  if (!one.carried_by) {
    page.add(Paragraph{teller.in(words::stands_without), Tone::good});
  } else if (one.alone.empty()) {
    add_set(page, teller, words::carried_by, *one.carried_by, fates.without_carried_by);
  } else {
    add_alone(page, teller, one, fates);
    if (one.besides) {
      add_set(page, teller, words::besides, *one.besides, fates.without_besides);
    } else {
      page.add(Paragraph{teller.in(words::besides_none)});
    }
  }
  if (fates.dropping) add_dropping(page, teller, *fates.dropping);
  return page.take();
}

}  // namespace

Page firmness_sections(const ExplanationTeller& teller) {
  Page page;
  const auto& report = teller.report();
  for (std::size_t i = 0; i < report.firmness.size(); ++i)
    append(page, firmness_section(teller, report.firmness[i], report.fates[i]));
  return page;
}

}  // namespace michibiki
