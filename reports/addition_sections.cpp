#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "reports/acceptance_sections.hpp"
#include "reports/check_words.hpp"
#include "reports/clipped_page.hpp"
#include "reports/code_names.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

constexpr Words adds_title{"加わる記述", "What it states"};
constexpr Words reach_title{"加わる項目の到達", "What its entries reach"};
constexpr Words entry_kind{"項目の別", "Kind"};
constexpr Words entry_count{"項目", "Entries"};
constexpr Words reaching{"関わる", "Reaching"};
constexpr Words reaching_nothing{"関わらない", "Reaching nothing"};
constexpr Words entry_column{"項目", "Entry"};
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
constexpr Words edits_title{"ほかのカタログの記述に加える変更", "What it changes of what others state"};
constexpr Words edit_line{"{}：{} → {}", "{}: {} -> {}"};
constexpr Words edit_places{"{}（元の記述：{}）", "{}; stated in {}"};
constexpr Words idle_edit{"除いても、どの結論も変わらない。", "Without it nothing would be concluded otherwise."};
constexpr Words untried_edit{"ほかの記述が依存しており、除いて試せない。",
                             "It could not be tried without: other statements need it."};
constexpr Words unconfirmed_title{"裏付けのない記述", "What nobody has confirmed"};
constexpr Words changed_types{"パターンの変わるサービス種別", "Service types of another pattern"};
constexpr Words changed_type{"{}（{} → {}）", "{} ({} -> {})"};
constexpr Words link_statement{"リンク「{}」（{}）", "link {} ({})"};
constexpr Words lone_title{"一つのリンクだけに支えられる結論", "What hangs on a single link"};
constexpr Words link_column{"リンク", "Link"};
constexpr Words from_to{"両端", "From and to"};
constexpr Words arrow{"{} → {}", "{} -> {}"};
constexpr Words findings_title{"検査の指摘", "What the check says"};
constexpr Words difference_title{"結論の変化", "What is concluded otherwise"};
constexpr Words new_measures{"新たに求められる対策項目", "Measures called for anew"};
constexpr Words gone_measures{"求められなくなる対策項目", "Measures no longer called for"};
constexpr Words moved_measures{"扱いの変わる対策項目", "Measures called for otherwise"};
constexpr Words moved_controls{"扱いの変わる管理策", "Controls called for otherwise"};
constexpr Words new_controls{"新たに選ばれる管理策", "Controls called for anew"};
constexpr Words gone_controls{"選ばれなくなる管理策", "Controls no longer called for"};
constexpr Words other_values{"変わる対策参照値", "Values that change"};
constexpr Words new_unreached{"届かなくなる脅威", "Threats that come to reach nothing"};
constexpr Words gone_unreached{"届くようになる脅威", "Threats that come to reach something"};
constexpr Words new_column{"新規", "New"};
constexpr Words gone_column{"消滅", "Gone"};
constexpr Words changed_column{"変化", "Changed"};
constexpr Words nothing_changes{"変化はない。", "Nothing is concluded otherwise."};

/// Words for kinds of entries that take part in exposures.
const Words& kind_words(EntryKind kind) {
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

class AdditionSections {
 public:
  AdditionSections(const AcceptanceReport& report, Language language, std::size_t most)
      : view_(report.view),
        catalog_(report.view.catalog()),
        appraisal_(report.appraisal),
        language_(language),
        page_(language, most) {}

  Page draw() {
    add_open();
    add_unreached();
    add_reach();
    add_edits();
    add_idle();
    add_unconfirmed();
    add_lone_links();
    add_findings();
    if (!appraisal_.added.empty()) add_difference();
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
    if (!page_.clips()) {
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
      grid.rows.push_back({{{in(kind_words(kind))},
                            count_cell(count.first),
                            count_cell(count.first - count.second, Tone::good),
                            count_cell(count.second, Tone::caution)},
                           false});
    }
    page_.add(std::move(grid));
    if (nowhere.empty()) return;
    page_.add(Paragraph{in(nowhere_note)});
    page_.points(nowhere);
  }

  void add_reach_of_each() {
    Grid grid;
    grid.columns = {
        {in(entry_kind), false, true},     {in(entry_column)},
        {in(words::assets), true},         {in(words::threats), true},
        {in(words::exposure_count), true}, {in(words_for(CoverageStatus::covered, catalog_.measures.empty())), true},
        {in(words::control_only), true},   {in(words::uncovered), true}};
    for (const auto& reach : appraisal_.reach) {
      grid.rows.push_back(
          {{{in(kind_words(reach.entry.kind))},
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

  std::string said(const Statement& statement) const {
    if (statement.link) {
      const auto& link = catalog_.link(*statement.link);
      return say(link_statement, language_, link.code, name_of(link.kind));
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
    if (points.empty()) return;
    page_.section(idle_title);
    page_.add(Paragraph{in(idle_note), Tone::faint});
    page_.points(points);
  }

  void add_unconfirmed() {
    std::vector<Points::Point> points;
    for (const auto& statement : appraisal_.unconfirmed)
      points.push_back({{said(statement), Tone::caution}, {{place(statement.fact), Tone::faint}}});
    page_.points(unconfirmed_title, points);
  }

  /// Those that change something first.
  void add_edits() {
    std::vector<Points::Point> points;
    auto edits = appraisal_.edits;
    std::ranges::stable_sort(edits, {}, &EditEffect::idle);
    for (const auto& effect : edits) {
      const auto& change = catalog_.overrides[effect.edit];
      auto& point = points.emplace_back();
      point.cell = {say(edit_line, language_, change.target, change.before.empty() ? in(words::none) : change.before,
                        change.after.empty() ? in(words::withdrawn) : change.after),
                    effect.idle ? Tone::caution : Tone::plain};
      if (effect.idle || !effect.tried) point.below.push_back({in(effect.idle ? idle_edit : untried_edit)});
      point.below.push_back({say(edit_places, language_, text_of(Place{change.catalog, change.edited_at}),
                                 text_of(Place{change.stated_by, change.stated_at})),
                             Tone::faint});
    }
    page_.points(edits_title, points);
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

  void add_difference() {
    page_.section(difference_title);
    const auto& difference = appraisal_.difference;
    if (difference.empty() && appraisal_.changed_types.empty()) {
      page_.add(Paragraph{in(nothing_changes), Tone::caution});
      return;
    }
    Labelled lines;
    const auto add = [&](const Words& label, const std::vector<std::string>& codes) {
      if (!codes.empty()) lines.lines.push_back({in(label), {page_.ids(codes)}});
    };
    add(new_measures, difference.new_measures);
    add(gone_measures, difference.gone_measures);
    add(moved_measures, difference.moved_measures);
    add(new_controls, difference.new_controls);
    add(gone_controls, difference.gone_controls);
    add(moved_controls, difference.moved_controls);
    add(other_values, value_names(difference.changed_values));
    add(new_unreached, difference.new_unreached);
    add(gone_unreached, difference.gone_unreached);
    add(changed_types, type_changes());
    if (!lines.lines.empty()) page_.add(std::move(lines));
    add_changes_by_threat(difference);
  }

  std::vector<std::string> type_changes() const {
    std::vector<std::string> changes;
    const auto patterns = [&](const std::vector<std::string>& codes) {
      return codes.empty() ? in(words::none) : joined(codes, language_);
    };
    for (const auto& change : appraisal_.changed_types)
      changes.push_back(say(changed_type, language_, change.type, patterns(change.before), patterns(change.after)));
    return changes;
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
      grid.rows.push_back({{{title_and_id(catalog_.threats, threat, language_)},
                            count_cell(counts[0]),
                            count_cell(counts[1]),
                            count_cell(counts[2])},
                           false});
    }
    page_.grid(std::move(grid));
  }

  const View& view_;
  const Catalog& catalog_;
  const Appraisal& appraisal_;
  Language language_;
  ClippedPage page_;
};

}  // namespace

Page addition_sections(const AcceptanceReport& report, Language language, std::size_t most_of_a_list) {
  return AdditionSections(report, language, most_of_a_list).draw();
}

}  // namespace michibiki
