#include <set>

#include "reports/explanation_report.hpp"
#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

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
  return head;
}

/// What was asked for, of the reasons.
Page reasons_asked_for(const ExplanationTeller& teller) {
  const auto& report = teller.report();
  if (!report.values.empty()) return value_origin_sections(teller);
  if (!report.firmness.empty()) return firmness_sections(teller);
  if (report.extent.by) return reason_group_sections(teller, *report.extent.by);
  if (report.extent.depth) return reason_tree_sections(teller, *report.extent.depth);
  if (report.extent.all) return every_reason_sections(teller, *report.extent.all);
  return shortest_reason_sections(teller);
}

Page page_of(const ExplanationReport& report, Language language, bool whole) {
  const ExplanationTeller teller(report, language, whole);
  Page page;
  page.emplace_back(Heading{1, say(report.resting ? words::rests_on : words::why, language, report.asked_in_words)});
  page.emplace_back(head_of(teller));
  if (report.resting) {
    append(page, resting_sections(teller, *report.resting));
  } else {
    append(page, conclusion_sections(teller));
    append(page, reasons_asked_for(teller));
  }
  append(page, override_section(teller.catalog(), language));
  return page;
}

}  // namespace

std::string explanation_text(const ExplanationReport& report, Language language, const TextStyle& style) {
  return draw_text(page_of(report, language, report.extent.verbose), style);
}

std::string explanation_markdown(const ExplanationReport& report, Language language) {
  return draw_markdown(page_of(report, language, true));
}

}  // namespace michibiki
