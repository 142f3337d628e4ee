#include "reports/acceptance_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "reports/check_words.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/page.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

constexpr Words title{"{}の受入れ評価", "Acceptance of {}"};

// The summary
constexpr Words addition{"追加するもの", "Addition"};
constexpr Words on_top_of{"土台", "On top of"};
constexpr Words stated_in{"{}の種別（カタログ {}）", "{} (in catalogue {})"};
constexpr Words states{"記述", "States"};
constexpr Words states_line{"{}件（出典あり {}、判断 {}、未確認 {}）",
                            "{} statements ({} stated, {} judged, {} unverified)"};
constexpr Words exposures_line{"{} → {}（新規 {}、消滅 {}、応じ方の変化 {}）",
                               "{} -> {} ({} new, {} gone, {} answered otherwise)"};
constexpr Words of_these{"うち", "Of these"};
constexpr Words of_new_and_changed{"うち新規・変化", "Of new and changed"};
constexpr Words status_line{"{} {}、{} {}、{} {}", "{} {}, {} {}, {} {}"};
constexpr Words measures_line{"新規 {}、不要となるもの {}、扱いの変化 {}",
                              "{} new, {} no longer called for, {} otherwise placed"};
constexpr Words criteria_line{"{}のうち{}を満たす", "{1} of {0} met"};
constexpr Words to_look_at{"{}。要確認：{}", "{}; to look at: {}"};
constexpr Words in_whole_system{
    "突合結果と対策項目の増減は、すべての構成要素を持つシステムを、追加の前と後に導いて比べた。",
    "Exposures and measures are those of a system with every component, derived without and with the addition."};

// Criteria
constexpr Words criteria_title{"受入れの観点", "Criteria"};
constexpr Words criterion_column{"観点", "Criterion"};
constexpr Words asked{"問い", "What is asked"};
constexpr Words against{"該当", "Against"};
constexpr Words verdict_column{"判定", "Verdict"};
constexpr Words met{"満たす", "met"};
constexpr Words look{"要確認", "look at"};
constexpr Words refuse{"不可", "not met"};
constexpr Words noted{"参考", "noted"};

struct CriterionWords {
  Words name;
  Words question;
};
/// In the order of the enumeration.
constexpr std::array<CriterionWords, criterion_count> criterion_words{{
    {{"整合", "Consistent"}, {"カタログの検査に誤りがないか", "Does the check find no error in it?"}},
    {{"到達", "Reaching"},
     {"加えた項目は、いずれかの突合結果に関わるか",
      "Does every entry take part in an exposure, and every service type have some?"}},
    {{"対応", "Answered"},
     {"生じる突合結果に対策があるか（すべてに対応案があれば参考）",
      "Is what it exposes covered (only noted where a treatment is proposed against all that is not)?"}},
    {{"効果", "Effective"},
     {"どの記述も、それを除くと結論が変わるか",
      "Would something be concluded otherwise without each statement and edit?"}},
    {{"独立", "Independent"},
     {"対策のある突合結果は、二つ以上のリンクに支えられるか", "Is what is covered covered by more than one link?"}},
    {{"両言語", "Worded"}, {"日英両方で書かれているか", "Is all of it in both languages?"}},
    {{"根拠", "Grounded"},
     {"未確認の記述や理由のない判断がないか", "Is nothing unverified, no judgement without a reason?"}},
    {{"整頓", "Tidy"}, {"検査にほかの警告がないか", "Does the check give no other warning?"}},
}};

// Sections
constexpr Words adds_title{"加わる記述", "What it states"};
constexpr Words reach_title{"加わる項目の到達", "What its entries reach"};
constexpr Words entry_kind{"項目の別", "Kind"};
constexpr Words entry_count{"項目", "Entries"};
constexpr Words reaching{"関わる", "Reaching"};
constexpr Words reaching_nothing{"関わらない", "Reaching nothing"};
constexpr Words entry_column{"項目", "Entry"};
constexpr Words assets_column{"情報資産", "Assets"};
constexpr Words threats_column{"脅威", "Threats"};
constexpr Words nowhere_note{"次の項目は、どの突合結果にも関わらない。", "These take part in no exposure:"};
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
constexpr Words idle_edits{"結論の変わらない編集", "Edits that change no conclusion"};
constexpr Words untried_edits{"ほかの記述が依存しており、除いて試せない編集：{}件",
                              "Edits that could not be tried, as other statements need them: {}"};
constexpr Words edit_line{"{}：{} → {}", "{}: {} -> {}"};
constexpr Words link_statement{"リンク「{}」（{}）", "link {} ({})"};
constexpr Words lone_title{"一つのリンクだけに支えられる結論", "What hangs on a single link"};
constexpr Words link_column{"リンク", "Link"};
constexpr Words from_to{"両端", "From and to"};
constexpr Words arrow{"{} → {}", "{} -> {}"};
constexpr Words findings_title{"検査の指摘", "What the check says"};
constexpr Words difference_title{"結論の変化", "What is concluded otherwise"};
constexpr Words new_measures{"新たに求められる対策項目", "Measures called for anew"};
constexpr Words gone_measures{"求められなくなる対策項目", "Measures no longer called for"};
constexpr Words moved_measures{"区分、章、関わる者が変わる対策項目",
                               "Measures of another class, chapter or stakeholder"};
constexpr Words new_controls{"新たに選ばれる管理策", "Controls called for anew"};
constexpr Words gone_controls{"選ばれなくなる管理策", "Controls no longer called for"};
constexpr Words other_values{"変わる対策参照値", "Values that change"};
constexpr Words new_unreached{"届かなくなる脅威", "Threats that come to reach nothing"};
constexpr Words gone_unreached{"届くようになる脅威", "Threats that come to reach something"};
constexpr Words new_column{"新規", "New"};
constexpr Words gone_column{"消滅", "Gone"};
constexpr Words changed_column{"変化", "Changed"};
constexpr Words nothing_changes{"変化はない。", "Nothing is concluded otherwise."};

// Service types
constexpr Words type_title{"サービス種別「{}」", "Service type: {}"};
constexpr Words composition{"典型的な構成", "Composition"};
constexpr Words single_column{"単一依存", "single point"};
constexpr Words unreached_column{"未到達", "unreached"};
constexpr Words all_components{"すべての構成要素", "all component types"};
constexpr Words nearest{"最も近い種別", "Most like it"};
constexpr Words nearest_line{"{}（{}、一致 {}%）", "{} ({}, {} % the same)"};
constexpr Words without_nearest{"ほかに種別がない", "there is no other type"};
constexpr Words compared{"比べた構成", "Compared in"};
constexpr Words more_and_less{"＋{}、−{}", "+{}, -{}"};
constexpr Words more_less_changed{"＋{}、−{}、変化 {}", "+{}, -{}, {} otherwise"};
constexpr Words only_here{"この種別だけの対策項目", "Measures of this type only"};
constexpr Words only_there{"最も近い種別だけの対策項目", "Measures of the other only"};
constexpr Words here_column{"この種別", "This type"};
constexpr Words there_column{"最も近い種別", "The other"};
constexpr Words value_column{"評価項目", "Indicator"};

// Decision
constexpr Words decision{"採否", "Decision"};
constexpr Words accepted_box{"[ ] 受け入れる　[ ] 受け入れない", "[ ] accepted   [ ] refused"};
constexpr Words decided_by{"判断者・日付", "By, on"};
constexpr Words see_all{"（--verbose ですべて示す）", " (--verbose shows all)"};

/// Words for kinds of entries that take part in exposures.
const Words& words_for(EntryKind kind) {
  static constexpr Words nature{"種類", "Nature"};
  static constexpr Words mechanism{"仕組み", "Mechanism"};
  static constexpr Words vulnerability{"脆弱性", "Vulnerability"};
  static constexpr Words other{"項目", "Entry"};
  switch (kind) {
    case EntryKind::component:
      return words::component;
    case EntryKind::asset:
      return words::asset;
    case EntryKind::nature:
      return nature;
    case EntryKind::mechanism:
      return mechanism;
    case EntryKind::threat:
      return words::threat;
    case EntryKind::vulnerability:
      return vulnerability;
    case EntryKind::control:
      return words::control;
    case EntryKind::measure:
      return words::measure;
    default:
      return other;
  }
}

Cell count_cell(std::size_t count, Tone tone = Tone::plain) {
  return {std::to_string(count), count == 0 ? Tone::faint : tone};
}

struct Verdicted {
  const Words& words;
  Tone tone;
};

Verdicted verdicted(const Verdict& verdict) {
  if (verdict.count == 0) return {met, Tone::good};
  switch (verdict.severity) {
    case Severity::error:
      return {refuse, Tone::bad};
    case Severity::warning:
      return {look, Tone::caution};
    case Severity::note:
      break;
  }
  return {noted, Tone::plain};
}

Tone tone_of(CoverageStatus status) {
  switch (status) {
    case CoverageStatus::covered:
      return Tone::good;
    case CoverageStatus::control_only:
      return Tone::caution;
    case CoverageStatus::uncovered:
      break;
  }
  return Tone::bad;
}

class AcceptancePage {
 public:
  AcceptancePage(const AcceptanceReport& report, Language language, std::size_t most)
      : view_(report.view),
        catalog_(report.view.catalog()),
        appraisal_(report.appraisal),
        language_(language),
        most_(most) {}

  Page draw(bool with_decision) {
    page_.push_back(Heading{1, say(title, language_, name_of_addition())});
    page_.push_back(summary());
    if (of_catalogs()) page_.push_back(Paragraph{in(in_whole_system), Tone::faint});
    add_criteria();
    add_types();
    add_open();
    add_unreached();
    add_reach();
    add_idle();
    add_lone_links();
    add_findings();
    if (of_catalogs()) add_difference();
    if (!appraisal_.adds.empty()) {
      section(adds_title);
      page_.push_back(bases_grid(appraisal_.adds, language_));
    }
    if (with_decision) add_decision();
    return std::move(page_);
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  bool of_catalogs() const { return !appraisal_.added.empty(); }
  void section(const Words& heading) { page_.push_back(Heading{2, in(heading)}); }

  std::size_t shown(std::size_t count) const { return most_ == 0 ? count : std::min(count, most_); }
  void tell_rest(std::size_t count) {
    if (count > shown(count)) {
      page_.push_back(Paragraph{say(words::and_more, language_, count - shown(count)) + in(see_all), Tone::faint});
    }
  }

  void add_points(const Words& heading, const std::vector<Points::Point>& all) {
    if (all.empty()) return;
    section(heading);
    add_points(all);
  }
  void add_points(const std::vector<Points::Point>& all) {
    Points points;
    points.points.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown(all.size())));
    page_.push_back(std::move(points));
    tell_rest(all.size());
  }

  void add_grid(Grid grid) {
    const auto count = grid.rows.size();
    grid.rows.resize(shown(count));
    page_.push_back(std::move(grid));
    tell_rest(count);
  }

  // Names

  std::string name_of_addition() const {
    if (!of_catalogs()) return title_and_id(catalog_.service_types[appraisal_.types.front().type], language_);
    std::vector<std::string> names;
    for (const auto& layer : catalog_.layers) {
      if (appraisal_.added.contains(layer.code)) names.push_back(title_and_id(layer.title, layer.code, language_));
    }
    return joined(names, language_);
  }

  /// The title and id of what has that id; the id where there is no such thing (any more).
  template <typename T>
  std::string named(const Table<T>& table, const std::string& code) const {
    const auto id = table.find(code);
    return id ? title_and_id(table[*id], language_) : code;
  }

  std::string asset_of(const ExposureCode& code) const {
    const auto asset = code.asset.empty() ? in(words::whole_service) : named(catalog_.assets, code.asset);
    if (code.component.empty() || code.component == code.asset) return asset;
    return code.component + " / " + asset;
  }

  std::string threat_of(const ExposureCode& code) const {
    const auto threat = named(catalog_.threats, code.threat);
    if (code.vulnerability.empty()) return threat;
    return say(words::vulnerability_of, language_, threat, named(catalog_.vulnerabilities, code.vulnerability));
  }

  std::string property_of(const ExposureCode& code) const {
    const auto id = catalog_.properties.find(code.property);
    return id ? title_of(catalog_.properties[*id], language_) : code.property;
  }

  std::string treatments(const std::set<std::string>& codes) const {
    std::vector<std::string> titles;
    for (const auto& code : codes) titles.push_back(named(catalog_.treatments, code));
    return joined(titles, language_);
  }

  std::string ids(const std::vector<std::string>& codes) const {
    std::vector<std::string> first(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(shown(codes.size())));
    auto text = joined(first, language_);
    if (first.size() < codes.size()) {
      text += std::string(words::comma.in(language_)) + say(words::and_more, language_, codes.size() - first.size());
    }
    return text;
  }

  std::string place(FactId fact) const {
    const auto& stated = catalog_.fact(fact);
    return text_of(Place{stated.catalog, stated.location});
  }

  // Summary

  Labelled summary() const {
    Labelled lines;
    const auto add = [&](const Words& label, std::string text, Tone tone = Tone::plain) {
      auto& line = lines.lines.emplace_back();
      line.label = in(label);
      line.cell = {std::move(text), tone};
    };
    std::vector<std::string> others;
    std::vector<std::string> mine;
    for (const auto& layer : catalog_.layers) {
      (appraisal_.added.contains(layer.code) ? mine : others).push_back(layer.code + ' ' + layer.version);
    }
    if (of_catalogs()) {
      add(addition, joined(mine, language_));
    } else {
      const auto& type = catalog_.service_types[appraisal_.types.front().type];
      add(words::service_type, say(stated_in, language_, type.code, catalog_.fact(type.fact).catalog));
    }
    add(of_catalogs() ? on_top_of : words::catalogs, joined(others, language_), Tone::faint);
    add(states, states_text());
    add_exposures(add);
    const auto& difference = appraisal_.difference;
    if (of_catalogs()) {
      add(words::measures, say(measures_line, language_, difference.new_measures.size(),
                               difference.gone_measures.size(), difference.moved_measures.size()));
    }
    add_verdict(add);
    return lines;
  }

  std::string states_text() const {
    std::array<std::size_t, 3> by_basis{};
    for (const auto& tally : appraisal_.adds) {
      for (std::size_t i = 0; i < by_basis.size(); ++i) by_basis.at(i) += tally.by_basis.at(i);
    }
    const auto of = [&](BasisKind basis) { return by_basis.at(static_cast<std::size_t>(basis)); };
    return say(states_line, language_, by_basis[0] + by_basis[1] + by_basis[2], of(BasisKind::stated),
               of(BasisKind::judgement), of(BasisKind::unverified));
  }

  template <typename Add>
  void add_exposures(const Add& add) const {
    const auto& difference = appraisal_.difference;
    if (of_catalogs()) {
      add(words::exposure_count,
          say(exposures_line, language_, appraisal_.exposures_before, appraisal_.exposures_after,
              difference.new_exposures.size(), difference.gone_exposures.size(), difference.changed_exposures.size()));
    } else {
      add(words::exposure_count, std::to_string(appraisal_.answers.size()));
    }
    if (appraisal_.answers.empty()) return;
    std::array<std::size_t, 3> counts{};
    for (const auto& [code, answer] : appraisal_.answers) ++counts.at(static_cast<std::size_t>(answer.status));
    const bool controls = catalog_.measures.empty();
    const auto word = [&](CoverageStatus status) { return words_for(status, controls).in(language_); };
    add(of_catalogs() ? of_new_and_changed : of_these,
        say(status_line, language_, word(CoverageStatus::covered), counts[0], word(CoverageStatus::control_only),
            counts[1], word(CoverageStatus::uncovered), counts[2]),
        counts[2] > 0   ? Tone::bad
        : counts[1] > 0 ? Tone::caution
                        : Tone::good);
  }

  template <typename Add>
  void add_verdict(const Add& add) const {
    const auto verdicts = appraisal_.verdicts();
    std::vector<std::string> open;
    std::size_t kept = 0;
    for (const auto& verdict : verdicts) {
      const bool weighs = verdict.count > 0 && verdict.severity != Severity::note;
      if (weighs) open.push_back(in(words_of(verdict.criterion).name));
      kept += weighs ? 0 : 1;
    }
    auto text = say(criteria_line, language_, verdicts.size(), kept);
    if (!open.empty()) text = say(to_look_at, language_, text, joined(open, language_));
    add(criteria_title, std::move(text), open.empty() ? Tone::good : Tone::caution);
  }

  static const CriterionWords& words_of(Criterion criterion) {
    return criterion_words.at(static_cast<std::size_t>(criterion));
  }

  // Sections

  void add_criteria() {
    Grid grid;
    grid.columns = {
        {in(criterion_column), false, true}, {in(asked)}, {in(against), true, true}, {in(verdict_column), false, true}};
    for (const auto& verdict : appraisal_.verdicts()) {
      const auto [words, tone] = verdicted(verdict);
      grid.rows.push_back({{{in(words_of(verdict.criterion).name)},
                            {in(words_of(verdict.criterion).question)},
                            count_cell(verdict.count),
                            {in(words), tone}},
                           false});
    }
    section(criteria_title);
    page_.push_back(std::move(grid));
  }

  void add_reach() {
    if (appraisal_.reach.empty()) return;
    section(reach_title);
    if (most_ == 0) {
      add_reach_of_each();
      return;
    }
    Grid grid;
    grid.columns = {{in(entry_kind), false, true},
                    {in(entry_count), true, true},
                    {in(reaching), true, true},
                    {in(reaching_nothing), true, true}};
    std::vector<Points::Point> nowhere;
    std::map<EntryKind, std::pair<std::size_t, std::size_t>> counts;
    for (const auto& reach : appraisal_.reach) {
      ++counts[reach.entry.kind].first;
      if (!reach.nowhere()) continue;
      ++counts[reach.entry.kind].second;
      nowhere.push_back({{title_and_id(catalog_.entry(reach.entry), language_), Tone::caution},
                         {{place(catalog_.entry(reach.entry).fact), Tone::faint}}});
    }
    for (const auto& [kind, count] : counts) {
      grid.rows.push_back({{{in(words_for(kind))},
                            count_cell(count.first),
                            count_cell(count.first - count.second, Tone::good),
                            count_cell(count.second, Tone::caution)},
                           false});
    }
    page_.push_back(std::move(grid));
    if (nowhere.empty()) return;
    page_.push_back(Paragraph{in(nowhere_note)});
    add_points(nowhere);
  }

  void add_reach_of_each() {
    Grid grid;
    grid.columns = {{in(entry_kind), false, true},
                    {in(entry_column)},
                    {in(assets_column), true},
                    {in(threats_column), true},
                    {in(words::exposure_count), true},
                    {in(michibiki::words_for(CoverageStatus::covered, catalog_.measures.empty())), true},
                    {in(words::control_only), true},
                    {in(words::uncovered), true}};
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
    page_.push_back(std::move(grid));
  }

  /// One point for all that one threat leaves in the same state; the worst first.
  void add_open() {
    using Properties = std::set<std::string>;
    std::map<std::pair<std::string, std::string>, Properties> properties;  // by threat and asset
    for (const auto& code : appraisal_.open) properties[{threat_of(code), asset_of(code)}].insert(property_of(code));
    std::map<std::tuple<CoverageStatus, std::string, Properties, std::string>, std::set<std::string>> rows;
    for (const auto& code : appraisal_.open) {
      const auto& answer = appraisal_.answers.at(code);
      rows[{answer.status, threat_of(code), properties.at({threat_of(code), asset_of(code)}),
            treatments(answer.treatments)}]
          .insert(asset_of(code));
    }
    std::vector<Points::Point> points;
    for (const auto status : {CoverageStatus::uncovered, CoverageStatus::control_only}) {
      for (const auto& [key, assets] : rows) {
        const auto& [of_status, threat, harmed, proposed] = key;
        if (of_status != status) continue;
        const auto& word = michibiki::words_for(status, catalog_.measures.empty());
        points.push_back(
            {{say(open_point, language_, in(word), threat, listed({harmed.begin(), harmed.end()}, language_)),
              tone_of(status)},
             {{say(open_assets, language_, assets.size(), joined({assets.begin(), assets.end()}, language_))},
              {proposed.empty() ? in(nothing_proposed) : say(proposal, language_, proposed),
               proposed.empty() ? Tone::caution : Tone::plain}}});
      }
    }
    add_points(open_title, points);
  }

  void add_unreached() {
    std::vector<Points::Point> points;
    for (const auto threat : appraisal_.unreached) {
      points.push_back({{title_and_id(catalog_.threats[threat], language_)}, {}});
    }
    add_points(unreached_title, points);
  }

  std::string said(const Statement& statement) const {
    if (statement.link) {
      const auto& link = catalog_.link(*statement.link);
      return say(link_statement, language_, link.code, michibiki::name_of(link.kind));
    }
    if (!statement.about) return std::string(statement.sort);
    const auto name = title_and_id(catalog_.entry(*statement.about), language_);
    return say(words::colon, language_, std::string(statement.sort), name);
  }

  void add_idle() {
    std::vector<Points::Point> points;
    for (const auto& statement : appraisal_.idle) {
      points.push_back({{said(statement), Tone::caution}, {{place(statement.fact), Tone::faint}}});
    }
    if (!points.empty()) {
      section(idle_title);
      page_.push_back(Paragraph{in(idle_note), Tone::faint});
      add_points(points);
    }
    add_edits();
  }

  void add_edits() {
    std::vector<Points::Point> points;
    std::size_t untried = 0;
    for (const auto& effect : appraisal_.edits) {
      untried += effect.tried ? 0 : 1;
      if (!effect.idle) continue;
      const auto& change = catalog_.overrides[effect.edit];
      points.push_back(
          {{say(edit_line, language_, change.target, change.before.empty() ? in(words::none) : change.before,
                change.after.empty() ? in(words::withdrawn) : change.after),
            Tone::caution},
           {{text_of(Place{change.catalog, change.edited_at}), Tone::faint},
            {text_of(Place{change.stated_by, change.stated_at}), Tone::faint}}});
    }
    add_points(idle_edits, points);
    if (untried > 0) page_.push_back(Paragraph{say(untried_edits, language_, untried), Tone::faint});
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
                            {in(michibiki::words_for(catalog_.fact(link.fact).basis.kind))}},
                           false});
    }
    section(lone_title);
    add_grid(std::move(grid));
  }

  /// Errors and warnings; what stands in sections of its own is not said again.
  void add_findings() {
    std::vector<Points::Point> points;
    for (const auto severity : {Severity::error, Severity::warning}) {
      for (const auto& finding : appraisal_.findings) {
        if (finding.severity != severity || !criterion_of(finding)) continue;
        Points::Point point{{say(words::colon, language_, michibiki::words_for(severity).in(language_),
                                 message_of(view_, finding, language_)),
                             severity == Severity::error ? Tone::bad : Tone::caution},
                            {}};
        for (const auto& where : finding.places) point.below.push_back({text_of(where), Tone::faint});
        points.push_back(std::move(point));
      }
    }
    add_points(findings_title, points);
  }

  void add_difference() {
    section(difference_title);
    const auto& difference = appraisal_.difference;
    if (difference.empty()) {
      page_.push_back(Paragraph{in(nothing_changes), Tone::caution});
      return;
    }
    Labelled lines;
    const auto add = [&](const Words& label, const std::vector<std::string>& codes) {
      if (!codes.empty()) lines.lines.push_back({in(label), {ids(codes)}});
    };
    add(new_measures, difference.new_measures);
    add(gone_measures, difference.gone_measures);
    add(moved_measures, difference.moved_measures);
    add(new_controls, difference.new_controls);
    add(gone_controls, difference.gone_controls);
    add(other_values, value_names(difference.changed_values));
    add(new_unreached, difference.new_unreached);
    add(gone_unreached, difference.gone_unreached);
    if (!lines.lines.empty()) page_.push_back(std::move(lines));
    add_changes_by_threat(difference);
  }

  static std::vector<std::string> value_names(const std::vector<ValueCode>& values) {
    std::set<std::string> names;
    for (const auto& value : values) names.insert(value.measure + '.' + value.indicator);
    return {names.begin(), names.end()};
  }

  void add_changes_by_threat(const Difference& difference) {
    std::map<std::string, std::array<std::size_t, 3>> by_threat;
    const auto count = [&](const std::vector<ExposureCode>& codes, std::size_t column) {
      for (const auto& code : codes) ++by_threat[code.threat].at(column);
    };
    count(difference.new_exposures, 0);
    count(difference.gone_exposures, 1);
    count(difference.changed_exposures, 2);
    if (by_threat.empty()) return;
    std::vector<std::pair<std::string, std::array<std::size_t, 3>>> rows(by_threat.begin(), by_threat.end());
    std::ranges::stable_sort(rows, std::greater<>(),
                             [](const auto& row) { return row.second[0] + row.second[1] + row.second[2]; });
    Grid grid;
    grid.columns = {{in(words::threat)},
                    {in(new_column), true, true},
                    {in(gone_column), true, true},
                    {in(changed_column), true, true}};
    for (const auto& [threat, counts] : rows) {
      grid.rows.push_back(
          {{{named(catalog_.threats, threat)}, count_cell(counts[0]), count_cell(counts[1]), count_cell(counts[2])},
           false});
    }
    add_grid(std::move(grid));
  }

  // Service types

  std::string case_name(const TypeInCase& type) const {
    return type.system_case ? title_and_id(catalog_.system_cases[*type.system_case], language_) : in(all_components);
  }

  void add_types() {
    for (const auto& type : appraisal_.types) {
      page_.push_back(
          Heading{2, say(type_title, language_, title_and_id(catalog_.service_types[type.type], language_))});
      add_compositions(type);
      add_nearest(type);
    }
  }

  void add_compositions(const TypeAppraisal& type) {
    Ledger ledger;
    ledger.things = in(composition);
    for (const auto* row :
         {&words::pattern, &assets_column, &threats_column, &words::exposure_count,
          &michibiki::words_for(CoverageStatus::covered, catalog_.measures.empty()), &words::control_only,
          &words::uncovered, &single_column, &unreached_column, &words::measures})
      ledger.rows.push_back(in(*row));
    for (const auto& one : type.compositions) {
      std::set<std::string> assets;
      std::set<std::string> threats;
      for (const auto& [code, answer] : one.conclusions.exposures) {
        assets.insert(code.asset);
        threats.insert(code.threat);
      }
      auto& column = ledger.columns.emplace_back();
      column.title = one.system_case ? catalog_.system_cases[*one.system_case].code : in(all_components);
      column.cells.push_back(listed(pattern_codes(one), language_));
      for (const auto count : {assets.size(), threats.size(), one.coverage.exposures.size(), one.coverage.covered,
                               one.coverage.control_only, one.coverage.uncovered, one.coverage.single_point,
                               one.unreached.size(), one.conclusions.measures.size()})
        column.cells.push_back(std::to_string(count));
    }
    page_.push_back(std::move(ledger));
  }

  std::vector<std::string> pattern_codes(const TypeInCase& type) const {
    std::vector<std::string> codes;
    for (const auto pattern : type.patterns) codes.push_back(catalog_.patterns[pattern].code);
    return codes;
  }

  void add_nearest(const TypeAppraisal& type) {
    Labelled lines;
    const auto add = [&](const Words& label, std::string text) {
      lines.lines.push_back({in(label), {std::move(text)}});
    };
    if (!type.nearest) {
      add(nearest, in(without_nearest));
      page_.push_back(std::move(lines));
      return;
    }
    const auto& [position, other, similarity, difference] = *type.nearest;
    add(nearest, say(nearest_line, language_, title_and_id(catalog_.service_types[other.type], language_),
                     case_name(other), std::to_string(std::lround(similarity * 100))));
    if (type.compositions.size() > 1) add(compared, case_name(type.compositions[position]));
    add(words::exposure_count, say(more_less_changed, language_, difference.new_exposures.size(),
                                   difference.gone_exposures.size(), difference.changed_exposures.size()));
    add(words::measures,
        say(more_and_less, language_, difference.new_measures.size(), difference.gone_measures.size()));
    if (!difference.new_measures.empty()) add(only_here, ids(difference.new_measures));
    if (!difference.gone_measures.empty()) add(only_there, ids(difference.gone_measures));
    if (!difference.changed_values.empty()) add(other_values, std::to_string(difference.changed_values.size()));
    page_.push_back(std::move(lines));
    if (!difference.changed_values.empty()) add_values(difference, type.compositions[position], other);
  }

  void add_values(const Difference& difference, const TypeInCase& here, const TypeInCase& there) {
    Grid grid;
    grid.columns = {{in(value_column)}, {in(here_column)}, {in(there_column)}};
    const auto value = [&](const TypeInCase& type, const ValueCode& code) {
      const auto found = type.conclusions.values.find(code);
      return found == type.conclusions.values.end() ? in(words::none) : found->second;
    };
    for (const auto& code : difference.changed_values) {
      grid.rows.push_back({{{code.measure + '.' + code.indicator}, {value(here, code)}, {value(there, code)}}, false});
    }
    add_grid(std::move(grid));
  }

  void add_decision() {
    section(decision);
    Labelled lines;
    lines.lines.push_back({in(decision), {in(accepted_box)}});
    lines.lines.push_back({in(words::reason), {}});
    lines.lines.push_back({in(decided_by), {}});
    page_.push_back(std::move(lines));
  }

  const View& view_;
  const Catalog& catalog_;
  const Appraisal& appraisal_;
  Language language_;
  std::size_t most_;
  Page page_;
};

}  // namespace

std::string acceptance_text(const AcceptanceReport& report, Language language, const TextStyle& style,
                            std::size_t most_of_a_list) {
  return draw_text(AcceptancePage(report, language, most_of_a_list).draw(false), style);
}

std::string acceptance_markdown(const AcceptanceReport& report, Language language, std::size_t most_of_a_list) {
  return draw_markdown(AcceptancePage(report, language, most_of_a_list).draw(true));
}

}  // namespace michibiki
