#include <algorithm>
#include <set>
#include <utility>

#include "reports/acceptance_sections.hpp"
#include "reports/check_words.hpp"
#include "reports/clipped_page.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"

namespace michibiki {
namespace {

constexpr Words edits_title{"ほかのカタログの記述に加える変更", "What it changes of what others state"};
constexpr Words edit_line{"{}：{} → {}", "{}: {} -> {}"};
constexpr Words edit_places{"{}（元の記述：{}）", "{}; stated in {}"};
constexpr Words idle_edit{"除いても、どの結論も変わらない。", "Without it nothing would be concluded otherwise."};
constexpr Words wording_edit{"文言だけを変えるもので、結論はこれによらない。",
                             "A wording: nothing is concluded from it."};
constexpr Words untried_edit{"ほかの記述が依存しており、除いて試せない。",
                             "It could not be tried without: other statements need it."};
constexpr Words changed_types{"パターンの変わるサービス種別", "Service types of another pattern"};
constexpr Words changed_type{"{}（{} → {}）", "{} ({} -> {})"};
constexpr Words difference_title{"結論の変化", "What is concluded otherwise"};
constexpr Words new_measures{"新たに求められる対策項目", "Measures called for anew"};
constexpr Words gone_measures{"求められなくなる対策項目", "Measures no longer called for"};
constexpr Words moved_measures{"扱いの変わる対策項目", "Measures called for otherwise"};
constexpr Words moved_controls{"扱いの変わる管理策", "Controls called for otherwise"};
constexpr Words new_controls{"新たに選ばれる管理策", "Controls called for anew"};
constexpr Words gone_controls{"選ばれなくなる管理策", "Controls no longer called for"};
constexpr Words other_values{"変わる対策参照値", "Values that change"};
constexpr Words gone_components{"突合結果のなくなる構成要素", "Components without exposures now"};
constexpr Words gone_assets{"突合結果のなくなる情報資産", "Assets without exposures now"};
constexpr Words gone_threats{"何にも届かなくなる脅威", "Threats that reach nothing now"};
constexpr Words gone_unreached{"届くようになる脅威", "Threats that come to reach something"};
constexpr Words nothing_changes{"変化はない。", "Nothing is concluded otherwise."};

class AdditionSections {
 public:
  AdditionSections(const AcceptanceReport& report, Language language, std::size_t most)
      : catalog_(report.view.catalog()), appraisal_(report.appraisal), language_(language), page_(language, most) {}

  Page draw() {
    if (!appraisal_.added.empty()) add_difference();
    add_edits();
    return page_.take();
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  /// Those that change something first.
  void add_edits() {
    const bool of_catalogs = !appraisal_.added.empty();
    std::vector<Points::Point> points;
    auto edits = appraisal_.edits;
    std::ranges::stable_sort(edits, {}, &EditEffect::idle);
    for (const auto& effect : edits) {
      const auto& change = catalog_.overrides[effect.edit];
      auto& point = points.emplace_back();
      point.cell = {
          say(edit_line, language_, change.target, before_text(change, language_), after_text(change, language_)),
          effect.idle && !effect.wording ? Tone::caution : Tone::plain};
      if (effect.wording) {
        point.below.push_back({in(wording_edit)});
      } else if (effect.idle || (of_catalogs && !effect.tried)) {
        point.below.push_back({in(effect.idle ? idle_edit : untried_edit)});
      }
      point.below.push_back({say(edit_places, language_, text_of(Place{change.catalog, change.edited_at}),
                                 text_of(Place{change.stated_by, change.stated_at})),
                             Tone::faint});
    }
    page_.points(of_catalogs ? edits_title : words::overrides, points);
  }

  void add_difference() {
    const auto& difference = appraisal_.difference;
    if (difference.empty() && appraisal_.changed_types.empty()) {
      page_.section(difference_title);
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
    add(gone_components, difference.gone_components);
    add(gone_assets, difference.gone_assets);
    add(gone_threats, difference.gone_threats);
    add(gone_unreached, standing_threats(difference.gone_unreached));
    add(changed_types, type_changes());
    if (lines.lines.empty()) return;  // exposures alone: the summary counts them
    page_.section(difference_title);
    page_.add(std::move(lines));
  }

  /// Without those that were taken away.
  std::vector<std::string> standing_threats(std::vector<std::string> codes) const {
    std::erase_if(codes, [&](const std::string& code) {
      const auto threat = catalog_.find(EntryKind::threat, code);
      return !threat || catalog_.withdrawn.contains(*threat);
    });
    return codes;
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
