#include "reports/levels.hpp"
#include "reports/naming.hpp"
#include "reports/sections.hpp"

namespace michibiki {
namespace {

Grid levels_grid(const DerivationReport& report, const Classification& classification, Language language) {
  Grid grid;
  grid.columns = {{std::string(words::property.in(language)), false, true},
                  {std::string(words::level.in(language))},
                  {std::string(words::taken_from.in(language))},
                  {std::string(words::reason.in(language))}};
  for (const auto& level : classification.levels) {
    const auto& property = title_of(report.view.catalog().properties[level.property], language);
    bool first = true;
    for (const auto& reason : level_reasons(report, level, language)) {
      grid.rows.push_back({{{first ? property : ""},
                            {first ? levels_text(report, level, language) : ""},
                            {first ? std::string(words_for(level.origin).in(language)) : ""},
                            {with_mark(reason.text, reason.mark, language)}},
                           false});
      first = false;
    }
  }
  return grid;
}

Points patterns(const DerivationReport& report, const Classification& classification, Language language) {
  Points points;
  for (const auto pattern : classification.patterns) {
    Points::Point point{{pattern_text(report, pattern, true, language)}, {}};
    points.points.push_back(point);
  }
  return points;
}

Points questions(const DerivationReport& report, const Classification& classification, Language language) {
  const auto& catalog = report.view.catalog();
  Points points;
  for (const auto question : open_questions(classification)) {
    points.points.push_back({{title_and_id(catalog.questions[question], language)}, {}});
  }
  return points;
}

}  // namespace

Page level_sections(const DerivationReport& report, Language language) {
  const auto& services = report.portfolio.services;
  const bool has_patterns = !report.view.catalog().patterns.empty();
  Page page;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const auto& classification = report.derivation.classifications[i];
    if (classification.levels.empty() && !has_patterns) continue;
    if (page.empty()) page.push_back(Heading{2, std::string(words::required_levels.in(language))});
    if (services.size() > 1) page.push_back(Heading{3, title_and_id(services[i].title, services[i].code, language)});
    if (!classification.levels.empty()) page.push_back(levels_grid(report, classification, language));
    if (!has_patterns) continue;
    const bool one = classification.decided() || classification.patterns.empty();
    const auto& heading = one ? words::pattern : words::possible_patterns;
    page.push_back(Heading{3, std::string(heading.in(language))});
    if (classification.patterns.empty()) {
      page.push_back(Paragraph{std::string(words::no_pattern.in(language)), Tone::caution});
    } else {
      page.push_back(patterns(report, classification, language));
    }
    if (!classification.withheld.empty()) {
      const auto withheld = codes(classification.withheld, report.view.catalog().patterns, language);
      page.push_back(Paragraph{say(words::withheld_patterns, language, withheld), Tone::caution});
    }
    if (open_questions(classification).empty()) continue;
    page.push_back(Heading{3, std::string(words::open_questions.in(language))});
    page.push_back(questions(report, classification, language));
  }
  return page;
}

}  // namespace michibiki
