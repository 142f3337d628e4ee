#include "reports/agreement_report.hpp"

#include <algorithm>

#include "engine/compare/agreement.hpp"
#include "reports/decimal.hpp"
#include "reports/json_facts.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/page.hpp"
#include "reports/text_page.hpp"
#include "reports/words.hpp"

namespace michibiki {
namespace {

constexpr Words title{"二者の判断の一致", "Agreement of two judges"};
constexpr Words overview{"表ごとの一致", "By table"};
constexpr Words table_column{"表", "Table"};
constexpr Words cells_column{"欄", "Cells"};
constexpr Words both_column{"両者", "both"};
constexpr Words first_column{"一人目だけ", "first only"};
constexpr Words second_column{"二人目だけ", "second only"};
constexpr Words observed_column{"一致率", "agree"};
constexpr Words kappa_column{"κ", "κ"};
constexpr Words jaccard_column{"Jaccard", "Jaccard"};
constexpr Words settled_heading{"食い違いの決着", "How disagreements were settled"};
constexpr Words disagreements_column{"食い違い", "Disagreements"};
constexpr Words for_first{"一人目のとおり", "as the first"};
constexpr Words for_second{"二人目のとおり", "as the second"};
constexpr Words open_column{"未決", "open"};
constexpr Words meaning{
    "欄は、表の行と列の組。両者がともに「はい」「いいえ」とした欄の割合が一致率、偶然の一致を除いたものがコーエンのκ、"
    "どちらかが「はい」とした欄のうち両者がそうした割合が Jaccard である。どれも、突き合わせる前の、提出されたままの表による。",
    "A cell is one row with one column. \"Agree\" is the share of cells on which both said the same, Cohen's κ that share beyond chance, "
    "Jaccard the share of the cells either said yes to on which both did. All are of the tables as handed in, before they were compared."};
constexpr Words row_column{"行", "Row"};
constexpr Words column_column{"列", "Column"};
constexpr Words said_column{"はい", "Said yes"};
constexpr Words first_judge{"一人目", "first"};
constexpr Words second_judge{"二人目", "second"};
constexpr Words outcome_column{"決着", "Settled"};
constexpr Words holds{"結ぶ", "holds"};
constexpr Words does_not_hold{"結ばない", "does not hold"};
constexpr Words not_settled{"未決", "open"};
constexpr Words why_column{"理由", "Why"};
constexpr Words dissent_column{"異論", "Dissent"};

struct Settled {
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t open = 0;
};

Settled settled_of(const std::vector<Disagreement>& disagreements) {
  Settled counts;
  for (const auto& one : disagreements) {
    if (one.settled == nullptr) {
      ++counts.open;
    } else {
      ++(one.settled->holds == one.first_said_yes ? counts.first : counts.second);
    }
  }
  return counts;
}

template <typename Visit>
void for_each_table(const AgreementReport& report, const Visit& visit) {
  for (const auto& catalog : report.catalogs) {
    for (const auto& table : catalog.judgements) visit(table);
  }
}

class AgreementPage {
 public:
  AgreementPage(const AgreementReport& report, Language language) : report_(report), language_(language) {}

  Page draw(bool whole) {
    page_.push_back(Heading{1, in(title)});
    add_overview();
    page_.push_back(Paragraph{in(meaning), Tone::faint});
    add_outcome();
    if (whole) for_each_table(report_, [&](const JudgedTable& table) { add_disagreements(table); });
    return std::move(page_);
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  std::string name_of(const JudgedTable& table) const {
    return table.title.empty() ? table.id : table.title.in(language_);
  }

  void add_overview() {
    Grid grid;
    grid.columns = {{in(table_column)},
                    {in(cells_column), true, true},
                    {in(both_column), true, true},
                    {in(first_column), true, true},
                    {in(second_column), true, true},
                    {in(observed_column), true, true},
                    {in(kappa_column), true, true},
                    {in(jaccard_column), true, true}};
    for_each_table(report_, [&](const JudgedTable& table) {
      const auto agreement = agreement_of(table);
      grid.rows.push_back({{{name_of(table)},
                            {std::to_string(agreement.cells())},
                            {std::to_string(agreement.both)},
                            {std::to_string(agreement.first)},
                            {std::to_string(agreement.second)},
                            {decimal(agreement.observed(), 3)},
                            {decimal(agreement.kappa(), 2), Tone::strong},
                            {decimal(agreement.jaccard(), 2)}},
                           false});
    });
    page_.push_back(Heading{2, in(overview)});
    page_.push_back(std::move(grid));
  }

  void add_outcome() {
    Grid grid;
    grid.columns = {{in(table_column)},
                    {in(disagreements_column), true, true},
                    {in(for_first), true, true},
                    {in(for_second), true, true},
                    {in(open_column), true, true}};
    for_each_table(report_, [&](const JudgedTable& table) {
      const auto disagreements = disagreements_in(table);
      const auto counts = settled_of(disagreements);
      grid.rows.push_back({{{name_of(table)},
                            {std::to_string(disagreements.size())},
                            {std::to_string(counts.first)},
                            {std::to_string(counts.second)},
                            {std::to_string(counts.open), counts.open > 0 ? Tone::caution : Tone::faint}},
                           false});
    });
    page_.push_back(Heading{2, in(settled_heading)});
    page_.push_back(std::move(grid));
  }

  void add_disagreements(const JudgedTable& table) {
    Grid grid;
    grid.columns = {{in(row_column), false, true}, {in(column_column)}, {in(said_column), false, true},
                    {in(outcome_column)},          {in(why_column)},    {in(dissent_column)}};
    for (const auto& one : disagreements_in(table)) {
      const auto* settled = one.settled;
      grid.rows.push_back({{{one.row},
                            {one.column},
                            {in(one.first_said_yes ? first_judge : second_judge)},
                            {in(settled == nullptr ? not_settled
                                : settled->holds   ? holds
                                                   : does_not_hold)},
                            {settled == nullptr ? std::string() : settled->because.in(language_)},
                            {settled == nullptr ? std::string() : settled->dissent.in(language_)}},
                           false});
    }
    if (grid.rows.empty()) return;
    page_.push_back(Heading{2, name_of(table)});
    if (!table.note.empty()) page_.push_back(Paragraph{table.note.in(language_)});
    page_.push_back(std::move(grid));
  }

  const AgreementReport& report_;
  Language language_;
  Page page_;
};

Json json_disagreement(const Disagreement& one) {
  Json json;
  json["row"] = one.row;
  json["column"] = one.column;
  json["said_yes"] = one.first_said_yes ? "first" : "second";
  json["holds"] = one.settled == nullptr ? Json(nullptr) : Json(one.settled->holds);
  json["because"] = one.settled == nullptr ? Json(nullptr) : json_wording(one.settled->because);
  json["dissent"] = one.settled == nullptr ? Json(nullptr) : json_wording(one.settled->dissent);
  return json;
}

Json json_table(const JudgedTable& table) {
  const auto agreement = agreement_of(table);
  const auto disagreements = disagreements_in(table);
  const auto counts = settled_of(disagreements);
  Json json;
  json["table"] = table.id;
  json["title"] = json_wording(table.title);
  json["rows"] = table.rows.size();
  json["columns"] = table.columns.size();
  json["cells"] = agreement.cells();
  json["both"] = agreement.both;
  json["first_only"] = agreement.first;
  json["second_only"] = agreement.second;
  json["neither"] = agreement.neither;
  json["agree"] = decimal(agreement.observed(), 4);
  json["kappa"] = decimal(agreement.kappa(), 4);
  json["jaccard"] = decimal(agreement.jaccard(), 4);
  json["settled_as_first"] = counts.first;
  json["settled_as_second"] = counts.second;
  json["open"] = counts.open;
  json["disagreements"] = Json::array();
  for (const auto& one : disagreements) json["disagreements"].push_back(json_disagreement(one));
  return json;
}

}  // namespace

std::string agreement_text(const AgreementReport& report, Language language, const TextStyle& style, bool whole) {
  return draw_text(AgreementPage(report, language).draw(whole), style);
}

std::string agreement_markdown(const AgreementReport& report, Language language) {
  return draw_markdown(AgreementPage(report, language).draw(true));
}

std::string agreement_json(const AgreementReport& report) {
  Json json;
  json["format"] = "michibiki-agreement";
  json["version"] = 1;
  json["catalogs"] = Json::array();
  for (const auto& catalog : report.catalogs) {
    if (catalog.judgements.empty()) continue;
    json["catalogs"].push_back(
        {{"id", catalog.info.code}, {"version", catalog.info.version}, {"sha256", catalog.info.sha256}});
  }
  json["tables"] = Json::array();
  for_each_table(report, [&](const JudgedTable& table) { json["tables"].push_back(json_table(table)); });
  return json_document(json);
}

}  // namespace michibiki
