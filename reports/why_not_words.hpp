#pragma once

#include "reports/words.hpp"

namespace michibiki::words {

// Of what would have to be otherwise

inline constexpr Words why_not_title{"{}が当てはまらない理由", "Why not: {}"};
inline constexpr Words holds_already{"既に当てはまる。理由は `michibiki explain` で示す。",
                                     "It applies already; `michibiki explain` tells why."};
inline constexpr Words may_hold_already{
    "当てはまりうるが、まだ決まっていない。何によるかは `michibiki explain` で示す。",
    "It may apply: that is not decided yet; `michibiki explain` tells on what it depends."};
inline constexpr Words applies_not{"このサービスには当てはまらない。", "It does not apply to this service."};
inline constexpr Words applies_to_none{"これらのサービスのいずれにも当てはまらない。",
                                       "It applies to none of these services."};
inline constexpr Words nearest_is_one{"一つの変更で当てはまるようになる。", "One edit is enough for it to."};
inline constexpr Words nearest_is{"当てはまるようになるには、少なくとも{}つの変更が要る。",
                                  "It takes {} edits, at least, for it to."};
inline constexpr Words nearest_found_is{"見つかったうち最も少ない変更は{}つである。",
                                        "The fewest edits found that make it apply are {}."};
inline constexpr Words one_way{"必要な変更の組合せは一通りである。", "There is one such set of edits."};
inline constexpr Words ways{"必要な変更の組合せは{}通りある。",
                            "There are {} such sets of edits; none of a set can be left out."};
inline constexpr Words only_value{
    "対策項目は求められている。パターンによって選ばれるのは値だけで、その値はほかのパターンのものである。",
    "The measure is called for. A pattern selects its values alone, and this one is of another pattern."};
inline constexpr Words more_may_exist{
    "すべてを調べ尽くしてはいない。ほかの組や、変更の数が多い場合にはより少ない変更の組がありうる。",
    "Not all could be looked for: there may be others, and where these are many edits, nearer ones."};
inline constexpr Words checked_by_deriving{
    "どの組も、その変更を加えて導出し直し、当てはまること、一つでも欠ければ当てはまらないことを確かめてある。",
    "Each set was derived with: it applies then, and with any of the edits left out it does not."};
inline constexpr Words service_alone{"サービスの変更だけで当てはまる。", "It changes the service alone."};
inline constexpr Words some_service_alone{"サービスの変更だけで当てはまる組がある。",
                                          "Some of them change the service alone."};
inline constexpr Words not_by_service{
    "サービスの変更だけでは当てはまらない。カタログの変更か、信頼の下限の変更が要る。",
    "No change of the service alone makes it apply: it takes a change of the catalogues, or of the level of trust."};
inline constexpr Words can_never_apply{"当てはまることはない。", "It can never apply."};
inline constexpr Words never_concluded{
    "この種類のものについては、何も結論されない。ほかの結論の前提となるだけで、それは `michibiki explain --inverted` で示す。",
    "Nothing is concluded about things of this kind; others only rest on it, which `michibiki explain --inverted` shows."};
inline constexpr Words never_heading{"見出しであり、それ自体は導かれない。その下の項目を指定する。",
                                     "It is a heading, which is never derived itself; ask about an item under it."};
inline constexpr Words never_replaced{"取り下げられ、{}に置き換えられた。そちらを指定する。",
                                      "It was withdrawn and replaced by {}; ask about that."};
inline constexpr Words never_a_value{
    "この対策項目は、どのパターンでも対策参照値をもたない。求められるかどうかは、パターンを添えずに尋ねる。",
    "The measure has no reference values, in whatever pattern; ask without the pattern whether it is called for."};
inline constexpr Words never_known{
    "この対策参照値は分かっていない。値を示す出典がなく、カタログでも不明（unknown）となっているため、サービスを変えても定まらない。",
    "This reference value is not known: no source states it, and the catalogues have it as unknown. No change of the service gives one."};
inline constexpr Words state_the_value{
    "値を示す資料があれば、上書き用カタログ（オーバーレイ）に出典とともに書く：`edits` に `{{replace: measure {}, field: indicators.KEY.values.PATTERN, was: unknown, is: VALUE}}`。",
    "Whoever has a source that does can state it in an overlay: among its `edits`, `{{replace: measure {}, field: indicators.KEY.values.PATTERN, was: unknown, is: VALUE}}`, with that as its basis."};
inline constexpr Words too_far{
    "調べた範囲（多くとも{}個の変更、及び尋ねたものに近い記述）では、当てはまるようにならない。すべてを調べ尽くしてはいない。",
    "Nothing that was looked at makes it apply: {} edits at most, and statements close to what is asked about. Not all could be looked for."};
inline constexpr Words too_far_under_trust{"`--trust` で隠れた記述が多い場合は、下限を緩めて調べる。",
                                           "Where `--trust` hides many, ask at a lower level of trust."};
inline constexpr Words never_no_way{
    "構成要素や要求レベルを変えても、隠れた記述や取り下げられた記述を採っても、リンクを加えても、当てはまらない。",
    "Neither other components or levels, nor statements that are hidden or withdrawn, nor another link make it apply."};

// Where something is missing, in the order of the report's own steps
inline constexpr Words missing_itself{"尋ねた項目そのもの", "What is asked about itself"};
inline constexpr Words missing_itself_means{"それ自体が取り下げられているか、根拠の下限によって隠れている。",
                                            "It was itself withdrawn, or is hidden by the level of trust."};
inline constexpr Words missing_classify{"要求レベルとパターン", "Required levels and pattern"};
inline constexpr Words missing_identify{"構成要素と情報資産", "Components and assets"};
inline constexpr Words missing_analyse{"脅威との突合", "Threats and what they reach"};
inline constexpr Words missing_select{"対策・管理策の選定", "What answers"};
inline constexpr Words missing_place{"章の割当て", "Chapters"};
inline constexpr Words missing_grade{"対策参照値", "Reference values"};
inline constexpr Words missing_classify_means{"要求レベル又はパターンが異なれば当てはまる。",
                                              "It applies at other required levels, or in another pattern."};
inline constexpr Words missing_identify_means{"サービスの構成に欠けているものがある。",
                                              "Something is missing in what the service is made of."};
inline constexpr Words missing_analyse_means{"そこにあるものに脅威が届くとする記述がない。",
                                             "Nothing says that the threat reaches what is there."};
inline constexpr Words missing_select_means{"脅威は届くが、これがその脅威に対抗する（有効である）とする記述がない。",
                                            "The threat reaches it, but nothing says that this answers it there."};
inline constexpr Words missing_place_means{"その章に割り当てる記述がない。", "Nothing places it there."};
inline constexpr Words missing_grade_means{"値を示す記述がない。", "Nothing gives the value."};

// Edits
inline constexpr Words edit_numbered{"{}. {}", "{}. {}"};
inline constexpr Words edit_require_level{"{}の要求レベルを「{}」とする", "Require {1} for {0}"};
inline constexpr Words edit_add_component{"構成要素「{}」を加える", "Add the component {}"};
inline constexpr Words edit_add_component_of{"{1}が運用する構成要素「{0}」を加える", "Add the component {}, run by {}"};
inline constexpr Words edit_believe{"根拠の下限によらず、次の記述を採る：{}", "Believe what trust hides: {}"};
inline constexpr Words edit_restore{"取り下げられた記述を戻す：{}", "Restore what was withdrawn: {}"};
inline constexpr Words edit_withdrawn_at{"{}（{}で取り下げ）", "{} (withdrawn at {})"};
inline constexpr Words edit_take_away{"次の記述を除く：{}", "Take away: {}"};
inline constexpr Words edit_state{"次の記述を加える：{}", "State: {}"};
inline constexpr Words edit_in_service{"{}（{}）", "{} (in {})"};
inline constexpr Words harms_property{"{}は{}を損なう", "{} harms {}"};
inline constexpr Words there_is_exclusion{"対象外の定め「{}」", "the exclusion {}"};
inline constexpr Words link_for_properties{"{}（{}）", "{} (as to {})"};

// Premises
inline constexpr Words premise_state{"状態", "State"};
inline constexpr Words premise{"段階", "Step"};
inline constexpr Words requires_level{"{}の{}の要求レベルは{}である", "{0} requires {2} for {1}"};
inline constexpr Words has_component{"{}に構成要素「{}」がある", "{} has the component {}"};
inline constexpr Words has_component_of{"{0}に、{2}が運用する構成要素「{1}」がある",
                                        "{0} has the component {1}, run by {2}"};
inline constexpr Words premise_holds{"✓ 成立", "✓ holds"};
inline constexpr Words premise_in_the_way{"✗ 妨げ", "✗ in the way"};
inline constexpr Words premise_missing{"✗ 不足", "✗ missing"};
inline constexpr Words premise_follows{"→ 導かれる", "→ follows"};

// What is near to it
inline constexpr Words said_within_limits{"限定付きの記述", "Said within limits"};
inline constexpr Words only_for{"{}は{}に限る（{}）", "{} only for {} ({})"};
inline constexpr Words only_together{"{}は、ほかと合わせてのものである（{}）", "{} only together with others ({})"};
inline constexpr Words hidden_by_trust{"{}〔根拠の下限により除外〕", "{}, hidden by trust"};
inline constexpr Words said_no_longer{"{}〔取り下げ済み〕", "{}, withdrawn"};
inline constexpr Words try_it{"試す", "Try it"};

// What would change with it
inline constexpr Words would_change{"ほかの変化", "Changes with it"};
inline constexpr Words change_of{"{} {}", "{} {}"};
inline constexpr Words components_change{"構成要素", "components"};
inline constexpr Words assets_change{"情報資産", "assets"};
inline constexpr Words exposures_change{"突合結果", "exposures"};
inline constexpr Words newly_open_change{"新たに未対応となる突合結果", "newly open exposures"};
inline constexpr Words measures_change{"対策項目", "measures"};
inline constexpr Words controls_change{"管理策", "controls"};
inline constexpr Words values_change{"対策参照値の変わる評価項目", "values that differ"};
inline constexpr Words answers_change{"対策の変わる突合結果", "exposures answered otherwise"};
inline constexpr Words calls_change{"扱いの変わる対策項目・管理策", "measures and controls called for otherwise"};
inline constexpr Words nothing_else{"ない", "nothing"};
inline constexpr Words more_ways{"ほか{}通りは `--verbose` で示す。", "{} more: `--verbose` shows them."};

}  // namespace michibiki::words
