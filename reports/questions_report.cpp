#include <algorithm>

#include "reports/classification_report.hpp"
#include "reports/json_facts.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

constexpr Words title{"判定に用いる問いとサービス種別", "Questions and service types for classification"};
constexpr Words questions_title{"問い（--answer 問い=yes|no）", "Questions (--answer QUESTION=yes|no)"};
constexpr Words types_title{"サービス種別（--type 種別）", "Service types (--type SERVICE-TYPE)"};
constexpr Words levels_title{"レベル（--level 性質=水準）", "Levels (--level PROPERTY=LEVEL)"};
constexpr Words levels_column{"レベル（緩い順）", "Levels, laxest first"};
constexpr Words decides{"決める性質", "Decides"};

/// The properties whose level a question takes part in deciding.
std::vector<PropertyId> decided_by(const View& view, QuestionId question) {
  std::vector<PropertyId> found;
  for (const auto& criterion : view.catalog().level_criteria) {
    const bool asks = std::ranges::any_of(
        criterion.rules, [&](const LevelRule& rule) { return view.holds(rule.fact) && rule.when.contains(question); });
    if (asks && std::ranges::find(found, criterion.property) == found.end()) found.push_back(criterion.property);
  }
  return found;
}

template <typename T>
std::vector<Id<T>> shown(const View& view, const Table<T>& table) {
  std::vector<Id<T>> ids;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Id<T> id{i};
    if (!table[id].group && view.holds(ref(id))) ids.push_back(id);
  }
  return ids;
}

class QuestionsPage {
 public:
  QuestionsPage(const View& view, Language language) : view_(view), catalog_(view.catalog()), language_(language) {}

  Page draw() {
    page_.push_back(Heading{1, in(title)});
    add_questions();
    add_levels();
    add_types();
    return std::move(page_);
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  void add_questions() {
    Grid grid;
    grid.columns = {{in(words::question), false, true}, {in(words::title)}, {in(decides)}};
    for (const auto id : shown(view_, catalog_.questions)) {
      std::vector<std::string> properties;
      for (const auto property : decided_by(view_, id))
        properties.push_back(title_of(catalog_.properties[property], language_));
      grid.rows.push_back({{{catalog_.questions[id].code},
                            {title_of(catalog_.questions[id], language_)},
                            {joined(properties, language_)}},
                           false});
    }
    if (grid.rows.empty()) return;
    page_.push_back(Heading{2, in(questions_title)});
    page_.push_back(std::move(grid));
  }

  void add_levels() {
    Grid grid;
    grid.columns = {{in(words::property), false, true}, {in(levels_column)}};
    for (const auto id : shown(view_, catalog_.properties)) {
      std::vector<std::string> levels;
      for (const auto level : catalog_.properties[id].levels) levels.push_back(catalog_.levels[level].code);
      if (!levels.empty()) grid.rows.push_back({{{catalog_.properties[id].code}, {joined(levels, language_)}}, false});
    }
    if (grid.rows.empty()) return;
    page_.push_back(Heading{2, in(levels_title)});
    page_.push_back(std::move(grid));
  }

  void add_types() {
    Grid grid;
    grid.columns = {{in(words::service_type), false, true}, {in(words::title)}, {in(words::level)}};
    for (const auto id : shown(view_, catalog_.service_types)) {
      const auto& type = catalog_.service_types[id];
      std::vector<std::string> levels;
      for (const auto& [property, stated] : type.levels) {
        if (view_.holds(stated.fact)) levels.push_back(level_text(property, stated));
      }
      grid.rows.push_back({{{type.code}, {title_of(type, language_)}, {joined(levels, language_)}}, false});
    }
    if (grid.rows.empty()) return;
    page_.push_back(Heading{2, in(types_title)});
    page_.push_back(std::move(grid));
  }

  std::string level_text(PropertyId property, const TypeLevel& stated) const {
    std::vector<std::string> titles;
    for (const auto level : stated.possible) titles.push_back(title_of(catalog_.levels[level], language_));
    const auto all = listed(titles, language_);
    return say(words::word_and_count, language_, title_of(catalog_.properties[property], language_),
               any_of(titles, language_));
  }

  const View& view_;
  const Catalog& catalog_;
  Language language_;
  Page page_;
};

}  // namespace

std::string questions_text(const View& view, Language language, const TextStyle& style) {
  return draw_text(QuestionsPage(view, language).draw(), style);
}

std::string questions_markdown(const View& view, Language language) {
  return draw_markdown(QuestionsPage(view, language).draw());
}

std::string questions_json(const View& view) {
  const auto& catalog = view.catalog();
  Json json;
  json["format"] = "michibiki-questions";
  json["version"] = 1;
  json["questions"] = Json::array();
  for (const auto id : shown(view, catalog.questions)) {
    Json one;
    one["id"] = catalog.questions[id].code;
    one["title"] = json_wording(catalog.questions[id].title);
    one["decides"] = Json::array();
    for (const auto property : decided_by(view, id)) one["decides"].push_back(catalog.properties[property].code);
    json["questions"].push_back(std::move(one));
  }
  json["properties"] = Json::array();
  for (const auto id : shown(view, catalog.properties)) {
    Json one;
    one["id"] = catalog.properties[id].code;
    one["title"] = json_wording(catalog.properties[id].title);
    one["levels"] = Json::array();
    for (const auto level : catalog.properties[id].levels) one["levels"].push_back(catalog.levels[level].code);
    json["properties"].push_back(std::move(one));
  }
  json["service_types"] = Json::array();
  for (const auto id : shown(view, catalog.service_types)) {
    const auto& type = catalog.service_types[id];
    Json one;
    one["id"] = type.code;
    one["title"] = json_wording(type.title);
    one["levels"] = Json::object();
    for (const auto& [property, stated] : type.levels) {
      Json possible = Json::array();
      for (const auto level : stated.possible) possible.push_back(catalog.levels[level].code);
      one["levels"][catalog.properties[property].code] = std::move(possible);
    }
    json["service_types"].push_back(std::move(one));
  }
  return json_document(json);
}

}  // namespace michibiki
