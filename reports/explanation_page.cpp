#include <set>
#include <utility>

#include "reports/explanation_report.hpp"
#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"
#include "reports/levels.hpp"
#include "reports/levels_shown.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

std::vector<LevelId> levels_shown(const ExplanationReport& report) {
  LevelsShown shown({report.derivation.view, report.derivation.portfolio, report.derivation.derivation});
  for (const auto entry : report.asked) shown.add(entry);
  const auto& conclusions = report.explanation.justification.conclusions;
  for (std::size_t i = 0; i < conclusions.size(); ++i) {
    // Asked the other way round, what rests on it is only counted unless it is asked how far.
    if (!report.resting || (report.extent.depth && report.resting->rests[i])) shown.add(conclusions[i]);
  }
  for (const auto& origin : report.values) {
    for (const auto& offered : origin.offered) {
      if (offered.pattern) shown.add(*offered.pattern);
    }
  }
  return shown.levels();
}

Labelled head_of(const ExplanationTeller& teller) {
  const auto& report = teller.report();
  Labelled head;
  const auto add = [&](const Words& label, const std::string& text) {
    head.lines.push_back({teller.in(label), {text}});
  };
  std::set<std::string> told;  // an asset may be called as the component that it is
  for (const auto entry : report.asked) {
    const auto name = title_and_id(teller.catalog().entry(entry), teller.language());
    if (told.insert(name).second) add(words::asked_about, name);
  }
  if (report.any_service) {
    add(words::derived_for, teller.in(words::for_any_service));
  } else {
    for (const auto& service : report.derivation.portfolio.services)
      add(words::derived_for, title_and_id(service.title, service.code, teller.language()));
  }
  const auto trust = report.derivation.view.trust();
  if (trust != BasisKind::unverified) add(words::under_trust, teller.in(words_for(trust)));
  for (auto& note : level_notes(teller.catalog(), levels_shown(report), teller.language()))
    head.lines.push_back(std::move(note));
  return head;
}

/// What was asked for, of the reasons, but all of them one by one.
Page reasons_asked_for(const ExplanationTeller& teller) {
  const auto& report = teller.report();
  if (!report.values.empty()) return value_origin_sections(teller);
  if (!report.firmness.empty()) return firmness_sections(teller);
  if (report.extent.by) return reason_group_sections(teller, *report.extent.by);
  if (report.extent.depth) return reason_tree_sections(teller, *report.extent.depth);
  return shortest_reason_sections(teller);
}

bool one_by_one(const ExplanationReport& report) {
  const auto& extent = report.extent;
  return extent.all && !extent.by && !extent.depth && report.values.empty() && report.firmness.empty();
}

void each_part(const ExplanationTeller& teller, const PageSink& take, const ReasonsTold& told) {
  const auto& report = teller.report();
  const auto language = teller.language();
  const auto title = say(report.resting ? words::rests_on : words::why, language, report.asked_in_words);
  Page page;
  page.emplace_back(Heading{1, title});
  page.emplace_back(head_of(teller));
  if (report.resting) {
    append(page, resting_sections(teller, *report.resting, report.falling));
  } else {
    append(page, conclusion_sections(teller));
    if (!one_by_one(report)) {
      append(page, reasons_asked_for(teller));
    } else if (!take(std::exchange(page, {})) || !every_reason_sections(teller, *report.extent.all, take, told)) {
      return;
    }
  }
  append(page, override_section(teller.catalog(), language));
  take(page);
}

/// Hands over what is drawn of each part.
PageSink drawn_into(const TextSink& sink, PageDrawing draw) {
  return [&sink, draw = std::move(draw)](const Page& part) { return sink(draw(part)); };
}

/// All parts in one.
template <typename Make>
std::string whole(const Make& make) {
  std::string text;
  make([&](std::string_view part) {
    text += part;
    return true;
  });
  return text;
}

}  // namespace

std::string explanation_text(const ExplanationReport& report, Language language, const TextStyle& style) {
  return whole([&](const TextSink& sink) { explanation_text(report, language, style, sink); });
}

std::string explanation_markdown(const ExplanationReport& report, Language language) {
  return whole([&](const TextSink& sink) { explanation_markdown(report, language, sink); });
}

void explanation_text(const ExplanationReport& report, Language language, const TextStyle& style, const TextSink& sink,
                      const ReasonsTold& told) {
  const ExplanationTeller teller(report, language, report.extent.verbose);
  each_part(teller, drawn_into(sink, text_drawing(style)), told);
}

void explanation_markdown(const ExplanationReport& report, Language language, const TextSink& sink,
                          const ReasonsTold& told) {
  const ExplanationTeller teller(report, language, true);
  each_part(teller, drawn_into(sink, markdown_drawing()), told);
}

}  // namespace michibiki
