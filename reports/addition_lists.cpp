#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "reports/acceptance_sections.hpp"
#include "reports/acceptance_words.hpp"
#include "reports/changes_by_threat.hpp"
#include "reports/check_words.hpp"
#include "reports/clipped_page.hpp"
#include "reports/code_names.hpp"
#include "reports/entry_words.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

constexpr Words changes_title{"脅威ごとの突合結果の変化", "Exposures that change, by threat"};
constexpr Words adds_title{"加わる記述", "What it states"};
constexpr Words reach_title{"加わる項目の到達", "What its entries reach"};
constexpr Words entry_kind{"項目の別", "Kind"};
constexpr Words entry_column{"項目", "Entry"};
constexpr Words open_title{"対策のない突合結果", "What it leaves open"};
constexpr Words open_point{"{}：{}（{}）", "{}: {}; {}"};
constexpr Words open_assets{"情報資産 {}：{}", "{} asset(s): {}"};
constexpr Words proposal{"対応案：{}", "proposed: {}"};
constexpr Words nothing_proposed{"対応案がない", "nothing is proposed"};
constexpr Words unreached_title{"何にも届かない脅威", "Threats that reach nothing"};
constexpr Words idle_title{"除いても結論の変わらない記述", "Statements that change no conclusion"};
constexpr Words idle_note{
    "一つだけを除いて導き直しても、結論が変わらない。互いに代わりとなる二つは、どちらもここに現れる。",
    "Each was taken away alone and everything derived again: nothing changed. Two that stand in for each other are both here."};
constexpr Words unconfirmed_title{"裏付けのない記述", "What nobody has confirmed"};
constexpr Words lone_title{"一つのリンクだけに支えられる結論", "What hangs on a single link"};
constexpr Words link_column{"リンク", "Link"};
constexpr Words from_to{"両端", "From and to"};
constexpr Words arrow{"{} → {}", "{} -> {}"};
constexpr Words findings_title{"検査の指摘", "What the check says"};

class AdditionLists {
 public:
  AdditionLists(const AcceptanceReport& report, Language language)
      : view_(report.view),
        catalog_(report.view.catalog()),
        appraisal_(report.appraisal),
        language_(language),
        page_(language, 0) {}

  Page draw() {
    add_open();
    add_unreached();
    add_reach();
    add_idle();
    add_unconfirmed();
    add_lone_links();
    add_findings();
    add_changes();
    if (!appraisal_.adds.empty()) {
      page_.section(adds_title);
      page_.add(bases_grid(appraisal_.adds, language_));
    }
    return page_.take();
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  std::string treatments(const std::set<std::string>& codes) const {
    std::vector<std::string> titles;
    for (const auto& code : codes) titles.push_back(title_and_id(catalog_.treatments, code, language_));
    return joined(titles, language_);
  }

  std::string place(FactId fact) const {
    const auto& stated = catalog_.fact(fact);
    return text_of(Place{stated.catalog, stated.location});
  }

  void add_reach() {
    if (appraisal_.reach.empty()) return;
    page_.section(reach_title);
    Grid grid;
    grid.columns = {
        {in(entry_kind), false, true},     {in(entry_column)},
        {in(words::assets), true},         {in(words::threats), true},
        {in(words::exposure_count), true}, {in(words_for(CoverageStatus::covered, catalog_.measures.empty())), true},
        {in(words::control_only), true},   {in(words::uncovered), true}};
    for (const auto& reach : appraisal_.reach) {
      grid.rows.push_back(
          {{{in(words_for(reach.entry.kind))},
            {title_and_id(catalog_.entry(reach.entry), language_), reach.nowhere() ? Tone::caution : Tone::plain},
            count_cell(reach.assets),
            count_cell(reach.threats),
            count_cell(reach.exposures),
            count_cell(reach.covered, Tone::good),
            count_cell(reach.control_only, Tone::caution),
            count_cell(reach.uncovered, Tone::bad)},
           false});
    }
    page_.add(std::move(grid));
  }

  /// One point for all that one threat leaves in the same state; the worst first.
  void add_open() {
    using Properties = std::set<std::string>;
    std::map<std::pair<std::string, std::string>, Properties> properties;  // by threat and asset
    for (const auto& code : appraisal_.open)
      properties[{threat_name(catalog_, code, language_), asset_name(catalog_, code, language_)}].insert(
          property_name(catalog_, code, language_));
    std::map<std::tuple<CoverageStatus, std::string, Properties, std::string>, std::set<std::string>> rows;
    for (const auto& code : appraisal_.open) {
      const auto& answer = appraisal_.answers.at(code);
      rows[{answer.status, threat_name(catalog_, code, language_),
            properties.at({threat_name(catalog_, code, language_), asset_name(catalog_, code, language_)}),
            treatments(answer.treatments)}]
          .insert(asset_name(catalog_, code, language_));
    }
    std::vector<Points::Point> points;
    for (const auto status : {CoverageStatus::uncovered, CoverageStatus::control_only}) {
      for (const auto& [key, assets] : rows) {
        const auto& [of_status, threat, harmed, proposed] = key;
        if (of_status != status) continue;
        const auto& word = words_for(status, catalog_.measures.empty());
        points.push_back(
            {{say(open_point, language_, in(word), threat, listed({harmed.begin(), harmed.end()}, language_)),
              tone_of(status)},
             {{say(open_assets, language_, assets.size(), joined({assets.begin(), assets.end()}, language_))},
              {proposed.empty() ? in(nothing_proposed) : say(proposal, language_, proposed),
               proposed.empty() ? Tone::caution : Tone::plain}}});
      }
    }
    page_.points(open_title, points);
  }

  void add_unreached() {
    std::vector<Points::Point> points;
    for (const auto threat : appraisal_.unreached) {
      points.push_back({{title_and_id(catalog_.threats[threat], language_)}, {}});
    }
    page_.points(unreached_title, points);
  }

  void add_idle() {
    std::vector<Points::Point> points;
    for (const auto& statement : appraisal_.idle) {
      points.push_back(
          {{name_of(catalog_, statement, language_), Tone::caution}, {{place(statement.fact), Tone::faint}}});
    }
    if (points.empty()) return;
    page_.section(idle_title);
    page_.add(Paragraph{in(idle_note), Tone::faint});
    page_.points(points);
  }

  void add_unconfirmed() {
    std::vector<Points::Point> points;
    for (const auto& statement : appraisal_.unconfirmed)
      points.push_back(
          {{name_of(catalog_, statement, language_), Tone::caution}, {{place(statement.fact), Tone::faint}}});
    page_.points(unconfirmed_title, points);
  }

  std::string ends(const Link& link) const {
    const auto codes = [&](const std::vector<EntryRef>& entries) {
      std::vector<std::string> all;
      for (const auto entry : entries) all.push_back(catalog_.entry(entry).code);
      return joined(all, language_);
    };
    return say(arrow, language_, codes(link.from), codes(link.to));
  }

  void add_lone_links() {
    if (appraisal_.lone_links.empty()) return;
    auto lone = appraisal_.lone_links;
    std::ranges::stable_sort(lone, std::greater<>(), [](const LoneLink& one) { return one.exposures.size(); });
    Grid grid;
    grid.columns = {
        {in(link_column)}, {in(from_to)}, {in(words::exposure_count), true, true}, {in(words::basis), false, true}};
    for (const auto& [id, exposures] : lone) {
      const auto& link = catalog_.link(id);
      grid.rows.push_back({{{link.code},
                            {ends(link)},
                            count_cell(exposures.size()),
                            {in(words_for(catalog_.fact(link.fact).basis.kind))}},
                           false});
    }
    page_.section(lone_title);
    page_.grid(std::move(grid));
  }

  /// What speaks against a criterion; what stands in sections of its own is not said again.
  void add_findings() {
    std::vector<Points::Point> points;
    for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
      for (const auto& finding : appraisal_.findings) {
        if (finding.severity != severity || !criterion_of(finding)) continue;
        Points::Point point{
            {say(words::colon, language_, words_for(severity).in(language_), message_of(view_, finding, language_)),
             severity == Severity::error ? Tone::bad : Tone::caution},
            {}};
        for (const auto& where : finding.places) point.below.push_back({text_of(where), Tone::faint});
        points.push_back(std::move(point));
      }
    }
    page_.points(findings_title, points);
  }

  void add_changes() {
    auto changes = changes_by_threat(catalog_, appraisal_.difference, language_);
    if (changes.rows.empty()) return;
    page_.section(changes_title);
    page_.add(std::move(changes));
  }

  const View& view_;
  const Catalog& catalog_;
  const Appraisal& appraisal_;
  Language language_;
  ClippedPage page_;
};

}  // namespace

Page addition_lists(const AcceptanceReport& report, Language language) {
  return AdditionLists(report, language).draw();
}

}  // namespace michibiki
