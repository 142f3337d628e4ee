#include <algorithm>

#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"

namespace michibiki {
namespace {

constexpr std::size_t reasons_at_once = 2;

bool all_told_at_once(const ExplanationTeller& teller) {
  return std::ranges::all_of(teller.justification().roots, [&](std::size_t root) { return teller.told_at_once(root); });
}

/// What the service itself says needs no statement. Empty where nothing says it.
Page own_word_section(const ExplanationTeller& teller, std::size_t conclusion) {
  const auto step = teller.report().explanation.shortest[conclusion];
  const auto basis = teller.basis(teller.justification().steps[step]).text;
  if (basis.empty()) return {};
  return {Heading{2, say(words::grounds_of, teller.language(), teller.conclusion(conclusion))},
          Paragraph{say(words::rests_on_service, teller.language(), basis)}};
}

/// Of a conclusion that its one step tells: the statements that the step needs, of several that will do the first.
Page grounds_section(const ExplanationTeller& teller, std::size_t conclusion) {
  std::vector<FactId> facts;
  for (const auto step : teller.report().explanation.shortest_reason(conclusion)) {
    for (const auto& any : teller.justification().steps[step].facts) {
      if (std::ranges::count(facts, any.front()) == 0) facts.push_back(any.front());
    }
  }
  if (facts.empty()) return own_word_section(teller, conclusion);
  Page page;
  page.emplace_back(Heading{2, say(words::grounds_of, teller.language(), teller.conclusion(conclusion))});
  page.emplace_back(teller.statements(facts));
  return page;
}

class EveryReason {
 public:
  EveryReason(const ExplanationTeller& teller, std::size_t most, const PageSink& take, const ReasonsTold& told)
      : teller_(teller), most_(most), take_(take), told_(told) {
    for (const auto root : teller.justification().roots) {
      if (!is_told(root)) continue;
      const auto& count = count_of(root);
      total_.number += count.number;
      total_.at_least = total_.at_least || count.at_least;
    }
    if (total_.number <= most) all_ = total_.at_least ? most : static_cast<std::size_t>(total_.number);
  }

  bool give() {
    if (all_told_at_once(teller_)) {
      const auto& roots = teller_.justification().roots;
      return std::ranges::all_of(roots, [&](std::size_t root) { return take_(grounds_section(teller_, root)); });
    }
    const bool too_many = total_.number > most_;
    for (const auto root : teller_.justification().roots) {
      if (is_told(root) && !(too_many ? count_only(root) : give_each(root))) return false;
    }
    return !too_many || say_how_to_see_all();
  }

 private:
  const ReasonCount& count_of(std::size_t conclusion) const {
    return teller_.report().explanation.counts.of_conclusions[conclusion];
  }
  bool is_told(std::size_t conclusion) const { return !teller_.told_at_once(conclusion); }

  bool count_only(std::size_t conclusion) {
    const auto page = reason_group_section(teller_, conclusion, ReasonGroup::threat);
    return page.empty() || take_(page);
  }

  bool say_how_to_see_all() {
    return take_(
        {Paragraph{say(words::too_many_reasons, teller_.language(), teller_.count(total_), total_.number.str())}});
  }

  bool give_each(std::size_t conclusion) {
    const auto language = teller_.language();
    Page page;
    page.emplace_back(Heading{2, say(words::every_reason_of, language, teller_.conclusion(conclusion))});
    bool more = true;
    std::size_t number = 0;
    each_reason(teller_.justification(), conclusion, [&](const ReasonSteps& reason) {
      page.emplace_back(Heading{3, say(words::reason_number, language, ++number)});
      page.emplace_back(teller_.reason(reason));
      more = take_(page);
      page.clear();
      if (told_) told_(++done_, all_);
      return more && done_ < most_;
    });
    return more;
  }

  const ExplanationTeller& teller_;
  std::size_t most_;
  const PageSink& take_;
  const ReasonsTold& told_;
  ReasonCount total_;  ///< of all that are not told at once
  std::size_t done_ = 0;
  std::size_t all_ = 0;
};

}  // namespace

Page shortest_reason_sections(const ExplanationTeller& teller) {
  auto page = teller.page();
  const auto& roots = teller.justification().roots;
  auto left = teller.whole() ? roots.size() : reasons_at_once;
  const bool grounds = all_told_at_once(teller);
  for (const auto root : roots) {
    if (teller.told_at_once(root) && !grounds) continue;
    if (left == 0) {
      page.add(Paragraph{teller.in(words::see_other_conclusions), Tone::faint});
      break;
    }
    --left;
    if (grounds) {
      for (auto& block : grounds_section(teller, root)) page.add(std::move(block));
      continue;
    }
    page.add(Heading{2, say(words::shortest_reason_of, teller.language(), teller.conclusion(root))});
    page.add(teller.reason(teller.report().explanation.shortest_reason(root)));
  }
  if (!teller.whole()) page.add(Paragraph{teller.in(words::see_more_reasons), Tone::faint});
  return page.take();
}

bool every_reason_sections(const ExplanationTeller& teller, std::size_t most, const PageSink& take,
                           const ReasonsTold& told) {
  return EveryReason(teller, most, take, told).give();
}

}  // namespace michibiki
