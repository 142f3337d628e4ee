#pragma once

#include "reports/words.hpp"

namespace michibiki::words {

// Of what would be otherwise

inline constexpr Words what_if_title{"{}：条件を変えた場合の変化", "What if: {}"};
inline constexpr Words supposed_gone{"ないとする", "Without"};
inline constexpr Words supposed_there{"あるとする", "With"};
inline constexpr Words thing{"{}「{}」", "{} {}"};
inline constexpr Words supposed_catalog{"カタログ {}", "catalogue {}"};
inline constexpr Words supposed_component{"構成要素 {}（{}）", "component {} ({})"};
inline constexpr Words supposed_operator{"{}、運用：{}", "{}, run by {}"};
inline constexpr Words supposed_of_service{"{}の{}", "{}: {}"};
inline constexpr Words supposed_level{"{}：{}", "{}: {}"};
inline constexpr Words supposed_answer{"問い「{}」：{}", "{} {}"};
inline constexpr Words yes{"はい", "yes"};
inline constexpr Words no{"いいえ", "no"};
inline constexpr Words stated_nowhere{"どのカタログにもない", "stated by no catalogue"};
inline constexpr Words after_withdrawn_at{"{}で取り下げ", "withdrawn at {}"};
inline constexpr Words before_withdrawn_at{"{}で取り下げられていた", "was withdrawn at {}"};
inline constexpr Words supposed_by{"{} による仮定", "supposed by {}"};
inline constexpr Words supposed_answer_by{"回答は {} による仮定", "the answer supposed by {}"};
inline constexpr Words has_supposed_component{"{}の構成要素には{}がある", "{} has the component {}"};
inline constexpr Words requires_supposed_level{"{0}の{1}の要求レベルは{2}である", "{0} requires level {2} of {1}"};
inline constexpr Words supposed_also{"{}ほか、その下の{}件", "{} and {} under it"};
inline constexpr Words whole_link{"リンク {} の全体（{}）", "the whole of link {}: {}"};
inline constexpr Words before_and_after{"{} → {}", "{} -> {}"};
inline constexpr Words as_before{"{}（変わらない）", "{} (as before)"};
inline constexpr Words components_line{"構成要素", "Components"};
inline constexpr Words exposures_line{"突合結果", "Exposures"};
inline constexpr Words open_line{"未対応の突合結果", "Open exposures"};
inline constexpr Words newly_open_line{"{}（新たに{}、なくなるもの{}）", "{} ({} newly open, {} no longer)"};
inline constexpr Words measures_line{"対策項目", "Measures"};
inline constexpr Words controls_line{"管理策", "Controls"};
inline constexpr Words come_and_go{"{}（加わる{}、なくなる{}、扱いの変わる{}）",
                                   "{} ({} come, {} go, {} called for otherwise)"};
inline constexpr Words values_line{"変わる対策参照値", "Values that change"};
inline constexpr Words values_changed_line{"{}（ほかに対策項目とともに加わる{}、なくなる{}）",
                                           "{} (besides {} come and {} go with their measures)"};
inline constexpr Words lone_value{"対策参照値 {}：{}", "reference value of {}: {}"};
inline constexpr Words effort_line{"導き直した割合", "Derived again"};
inline constexpr Words effort_anew{"知識グラフが別のものになるため、最初からすべて：{}",
                                   "all from the start, as the graph is another one: {}"};
inline constexpr Words effort_parts{
    "情報資産と脅威の組{}/{}、突合結果への対策{}/{}、対策項目の章{}/{}、対策参照値{}/{}",
    "{} of {} pairs of asset and threat, answers to {} of {} exposures, chapters of {} of {} measures, {} of {} values"};
inline constexpr Words newly_open{"新たに未対応となる突合結果", "Exposures that become open"};
inline constexpr Words no_longer_open{"未対応でなくなる突合結果", "Exposures that are no longer open"};
inline constexpr Words measures_go{"求められなくなる対策項目", "Measures that go"};
inline constexpr Words measures_come{"新たに求められる対策項目", "Measures that come"};
inline constexpr Words what_else{"そのほかの変化", "What else changes"};
inline constexpr Words measures_moved{"扱いの変わる対策項目", "Measures called for otherwise"};
inline constexpr Words controls_go{"選ばれなくなる管理策", "Controls that go"};
inline constexpr Words controls_come{"新たに選ばれる管理策", "Controls that come"};
inline constexpr Words controls_moved{"扱いの変わる管理策", "Controls called for otherwise"};
inline constexpr Words otherwise_class{"区分", "class"};
inline constexpr Words otherwise_chapter{"章", "chapter"};
inline constexpr Words otherwise_involved{"関わるステークホルダ", "involves"};
inline constexpr Words otherwise_required_by{"必要とするもの", "required by"};
inline constexpr Words otherwise_called{"求められるか", "called for"};
inline constexpr Words for_certain{"確定", "for certain"};
inline constexpr Words in_some_patterns{"ありうる一部のパターンでだけ", "in some of the possible patterns only"};
inline constexpr Words components_go{"なくなる構成要素", "Components that go"};
inline constexpr Words components_come{"加わる構成要素", "Components that come"};
inline constexpr Words components_otherwise_used{"使うサービスの変わる共用の構成要素",
                                                 "Shared components used by others"};
inline constexpr Words uses_shared{"{}が共用の{}を使う", "{} uses the shared {}"};
inline constexpr Words threats_unreached{"何にも届かない脅威（増えるもの）", "More threats that reach nothing"};
inline constexpr Words threats_reaching{"届くようになる脅威", "Threats that come to reach something"};
inline constexpr Words otherwise_treated{"応じる対策は変わらず、状況又は提案する対応案が変わる",
                                         "answered by the same, with another status or other treatments proposed"};
inline constexpr Words exposures_count{"突合結果{}件", "{} exposures"};
inline constexpr Words exposures_go{"なくなる突合結果", "Exposures that go"};
inline constexpr Words exposures_come{"加わる突合結果", "Exposures that come"};
inline constexpr Words exposures_answered_otherwise{"対策の変わる突合結果", "Exposures answered otherwise"};
inline constexpr Words value_change{"{}：{} → {}", "{}: {} -> {}"};
inline constexpr Words promises_changed{"対策参照値との関係が変わる約束値", "Promises that stand otherwise"};
inline constexpr Words promises_changed_line{"{}（うち対策参照値との関係が変わるもの{}）", "{} ({} stand otherwise)"};
inline constexpr Words promise_change{"{}（約束値：{}）：{} → {}", "{}, promised {}: {} -> {}"};
inline constexpr Words promise_without_measure{"対策項目が求められない", "measure not called for"};
inline constexpr Words promise_beside{"対策参照値：{} → {}", "reference value: {} -> {}"};
inline constexpr Words promise_comes_to_hold{"約束値が適用されるようになる", "what is promised comes to hold"};
inline constexpr Words promise_ceases_to_hold{"約束値は適用されなくなる", "what is promised no longer holds"};
inline constexpr Words promise_becomes_undecided{"約束値が適用されるかどうかは定まらなくなる",
                                                 "whether what is promised holds is no longer decided"};
inline constexpr Words no_value{"値なし", "no value"};
inline constexpr Words no_longer_so{"成り立たなくなる：{}", "no longer: {}"};
inline constexpr Words newly_so{"新たに成り立つ：{}", "now: {}"};
inline constexpr Words nothing_changes{"何も変わらない。", "Nothing changes."};

}  // namespace michibiki::words
