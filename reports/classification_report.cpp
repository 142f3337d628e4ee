#include "reports/classification_report.hpp"

#include <algorithm>

#include "reports/json_facts.hpp"
#include "reports/level_json.hpp"
#include "reports/levels.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/sections.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

constexpr Words title{"パターンの判定", "Classification"};
constexpr Words answers_given{"回答", "Answers"};
constexpr Words yes{"はい", "yes"};
constexpr Words no{"いいえ", "no"};
constexpr Words undecided{
    "ほかの問いへの回答しだいで、ありうるパターンが絞られる。`--answer 問い=yes` などで答える。",
    "The possible patterns narrow down as these questions are answered, for example with `--answer QUESTION=yes`."};

/// The parts of a derivation's report that show levels need no more of a derivation than its classifications.
struct Derived {
  explicit Derived(const ClassificationReport& source) {
    portfolio.services = {source.service};
    derivation.classifications = {source.classification};
  }
  Portfolio portfolio;
  Derivation derivation;
};

Page page_of(const ClassificationReport& report, Language language) {
  const Derived derived(report);
  const DerivationReport levels{report.view, derived.portfolio, derived.derivation};
  const auto& catalog = report.view.catalog();
  Labelled lines;
  const auto add = [&](const Words& label, std::string text, Tone tone = Tone::plain) {
    auto& line = lines.lines.emplace_back();
    line.label = label.in(language);
    line.cell = {std::move(text), tone};
  };
  std::vector<std::string> patterns;
  const bool decided = report.classification.decided();  // the levels of several are listed below
  for (const auto pattern : report.classification.patterns)
    patterns.push_back(pattern_text(levels, pattern, decided, language));
  if (patterns.empty()) patterns.emplace_back(words::no_pattern.in(language));
  add(patterns.size() > 1 || !report.classification.withheld.empty() ? words::possible_patterns : words::pattern,
      joined(patterns, language), Tone::strong);
  if (report.service.type)
    add(words::service_type, title_and_id(catalog.service_types[*report.service.type], language));
  std::vector<std::string> answers;
  for (const auto& [question, answer] : report.service.answers) {
    answers.push_back(catalog.questions[question].code + '=' + std::string((answer.value ? yes : no).in(language)));
  }
  if (!answers.empty()) add(answers_given, joined(answers, language));
  if (const auto overridden = override_count(catalog, language); !overridden.empty())
    add(words::overrides, overridden, Tone::caution);

  Page page{Heading{1, std::string(title.in(language))}, std::move(lines)};
  append(page, level_sections(levels, language));
  if (!open_questions(report.classification).empty()) {
    page.push_back(Paragraph{std::string(undecided.in(language)), Tone::faint});
  }
  const auto noted = noted_levels(levels);
  Points notes;
  for (std::size_t i = 0; i < noted.size(); ++i) {
    notes.points.push_back({{say(words::colon, language, say(words::note_number, language, i + 1),
                                 catalog.levels[noted[i]].note.in(language))},
                            {}});
  }
  if (!notes.points.empty()) page.push_back(std::move(notes));
  return page;
}

}  // namespace

std::string classification_text(const ClassificationReport& report, Language language, const TextStyle& style) {
  return draw_text(page_of(report, language), style);
}

std::string classification_markdown(const ClassificationReport& report, Language language) {
  return draw_markdown(page_of(report, language));
}

std::string classification_json(const ClassificationReport& report) {
  const auto& catalog = report.view.catalog();
  Json json;
  json["format"] = "michibiki-classification";
  json["version"] = 1;
  json["trust"] = name_of(report.view.trust());
  json["catalogs"] = json_catalogs(catalog);
  json["overrides"] = json_overrides(catalog);
  json["type"] = json_code(report.service.type, catalog.service_types);
  json["answers"] = Json::object();
  for (const auto& [question, answer] : report.service.answers)
    json["answers"][catalog.questions[question].code] = answer.value;
  json["decided"] = report.classification.decided();
  json["patterns"] = Json::array();
  for (const auto id : report.classification.patterns) {
    const auto& pattern = catalog.patterns[id];
    Json one;
    one["id"] = pattern.code;
    one["title"] = json_wording(pattern.title);
    one["levels"] = json_pattern_levels(report.view, pattern);
    json["patterns"].push_back(std::move(one));
  }
  json["withheld_patterns"] = json_codes(report.classification.withheld, catalog.patterns);
  json["levels"] = Json::array();
  for (const auto& level : report.classification.levels) {
    json["levels"].push_back(json_required_level(catalog, level));
  }
  json["open_questions"] = json_codes(open_questions(report.classification), catalog.questions);
  return json_document(json);
}

}  // namespace michibiki
