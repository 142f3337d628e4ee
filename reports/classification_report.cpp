#include "reports/classification_report.hpp"

#include <algorithm>

#include "reports/json_facts.hpp"
#include "reports/levels.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
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
  const bool decided = report.classification.patterns.size() == 1;  // the levels of several are listed below
  for (const auto pattern : report.classification.patterns)
    patterns.push_back(pattern_text(levels, pattern, decided, language));
  if (patterns.empty()) patterns.emplace_back(words::no_pattern.in(language));
  add(patterns.size() > 1 ? words::possible_patterns : words::pattern, joined(patterns, language), Tone::strong);
  if (report.service.type)
    add(words::service_type, title_and_id(catalog.service_types[*report.service.type], language));
  std::vector<std::string> answers;
  for (const auto& [question, answer] : report.service.answers) {
    answers.push_back(catalog.questions[question].code + '=' + std::string((answer ? yes : no).in(language)));
  }
  if (!answers.empty()) add(answers_given, joined(answers, language));

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

std::string_view name_of_origin(LevelOrigin origin) {
  switch (origin) {
    case LevelOrigin::given:
      return "given";
    case LevelOrigin::answers:
      return "answers";
    case LevelOrigin::service_type:
      return "service-type";
    case LevelOrigin::criteria:
      break;
  }
  return "criteria";
}

template <typename T>
Json codes(const Table<T>& table, const std::vector<Id<T>>& ids) {
  Json json = Json::array();
  for (const auto id : ids) json.push_back(table[id].code);
  return json;
}

Json json_grounds(const Catalog& catalog, const std::vector<LevelGround>& grounds) {
  Json json = Json::array();
  for (const auto& ground : grounds) {
    Json reason;
    reason["reason"] = ground.reason ? Json(catalog.reasons[*ground.reason].code) : Json(nullptr);
    reason["because"] = json_wording(ground.reason ? catalog.reasons[*ground.reason].title : ground.because);
    reason["basis"] = json_basis(catalog, ground.fact);
    reason["stated_at"] = json_stated_at(catalog, ground.fact);
    json.push_back(std::move(reason));
  }
  return json;
}

Json json_level(const Catalog& catalog, const RequiredLevel& level) {
  Json json;
  json["property"] = catalog.properties[level.property].code;
  json["possible"] = codes(catalog.levels, level.possible);
  json["origin"] = name_of_origin(level.origin);
  json["reasons"] = json_grounds(catalog, level.grounds);
  json["open_questions"] = codes(catalog.questions, level.open_questions);
  json["overruled"] = json_grounds(catalog, level.overruled);
  json["withheld"] = Json::array();
  for (const auto fact : level.withheld) {
    json["withheld"].push_back({{"basis", json_basis(catalog, fact)}, {"stated_at", json_stated_at(catalog, fact)}});
  }
  return json;
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
  json["catalogs"] = Json::array();
  for (const auto& layer : catalog.layers) {
    json["catalogs"].push_back({{"id", layer.code}, {"version", layer.version}, {"sha256", layer.sha256}});
  }
  json["type"] = report.service.type ? Json(catalog.service_types[*report.service.type].code) : Json(nullptr);
  json["answers"] = Json::object();
  for (const auto& [question, answer] : report.service.answers)
    json["answers"][catalog.questions[question].code] = answer;
  json["decided"] = report.classification.patterns.size() == 1;
  json["patterns"] = Json::array();
  for (const auto id : report.classification.patterns) {
    const auto& pattern = catalog.patterns[id];
    Json one;
    one["id"] = pattern.code;
    one["title"] = json_wording(pattern.title);
    one["levels"] = Json::object();
    for (const auto& [property, level] : pattern.levels) {
      one["levels"][catalog.properties[property].code] = catalog.levels[level.value].code;
    }
    json["patterns"].push_back(std::move(one));
  }
  json["levels"] = Json::array();
  for (const auto& level : report.classification.levels) json["levels"].push_back(json_level(catalog, level));
  json["open_questions"] = codes(catalog.questions, open_questions(report.classification));
  return json_document(json);
}

}  // namespace michibiki
