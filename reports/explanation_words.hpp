#pragma once

#include "reports/words.hpp"

namespace michibiki::words {

// Of explanations

inline constexpr Words why{"{}の理由", "Why: {}"};
inline constexpr Words asked_about{"対象", "About"};
inline constexpr Words derived_for{"サービス", "Service"};
inline constexpr Words for_any_service{"特定しない（カタログのすべての構成要素とパターン）",
                                       "none named: every component type of the catalogues, every pattern"};
inline constexpr Words under_trust{"根拠の下限", "Trust"};
inline constexpr Words conclusions{"結論", "Conclusions"};
inline constexpr Words conclusion{"結論", "Conclusion"};
inline constexpr Words reasons_column{"理由の数", "Reasons"};
inline constexpr Words firmness_column{"確かさ", "Firmness"};
inline constexpr Words at_least_count{"{}以上", "at least {}"};
inline constexpr Words reasons_mean{
    "理由とは、カタログの記述から結論までのひと続きの道筋。確かさは、最も確かな理由の中の最も弱い根拠による。",
    "A reason is one whole way from statements of the catalogues to the conclusion. Its firmness is that of the weakest statement "
    "in the firmest reason."};
inline constexpr Words shortest_reason{"最も短い理由", "Shortest reason"};
inline constexpr Words shortest_reason_of{"最も短い理由：{}", "Shortest reason: {}"};
inline constexpr Words every_reason_of{"すべての理由：{}", "Every reason: {}"};
inline constexpr Words grounds_of{"よりどころとなる記述：{}", "What it rests on: {}"};
inline constexpr Words rests_on_service{"サービス自らの記述だけによる：{}",
                                        "It rests on the word of the service alone: {}"};
inline constexpr Words reason_number{"理由 {}", "Reason {}"};
inline constexpr Words step_column{"段階", "Step"};
inline constexpr Words from_column{"前提", "From"};
inline constexpr Words called_for_anywhere{"{}が求められる", "{} is called for"};
inline constexpr Words called_for_open{"{}が求められうる（パターンによる）",
                                       "{} may be called for, depending on the pattern"};
inline constexpr Words undecided_step{"{}（まだ決まっていない）", "{} (not decided yet)"};
inline constexpr Words by_threat{"脅威ごとの理由", "Reasons by threat"};
inline constexpr Words by_asset{"情報資産ごとの理由", "Reasons by asset"};
inline constexpr Words by_control{"管理策ごとの理由", "Reasons by control"};
inline constexpr Words by_control_means{
    "対策項目の由来する管理策のうち、その突合結果に有効なもの。",
    "Of the controls that the measure originates from, those that mitigate the exposure."};
inline constexpr Words said_by_service{"〔サービスの記述〕", "(the service itself)"};
inline constexpr Words answers_yes{"「{}」に「はい」", "yes to \"{}\""};
inline constexpr Words answers_no{"「{}」に「いいえ」", "no to \"{}\""};
inline constexpr Words with_facts{"{}、併せて {}", "{}, with {}"};
inline constexpr Words without_threat{"脅威によらない", "without a threat"};
inline constexpr Words without_asset{"情報資産によらない", "without an asset"};
inline constexpr Words without_control{"該当する管理策なし", "without such a control"};
inline constexpr Words stakeholder_is_involved{"ステークホルダが関わる", "a stakeholder is involved"};
inline constexpr Words other_requires_it{"ほかの対策項目・管理策に必要", "another measure or control requires it"};
inline constexpr Words whole_tree{"理由の木", "Tree of reasons"};
inline constexpr Words tree_means{
    "下の段ほど根拠に近い。番号のある段階は一度だけ示し、「又は」はどれか一つで足りることを表す。",
    "What stands below is nearer to the statements. Each numbered step is shown once; of steps with \"or\" "
    "any one will do."};
inline constexpr Words legend{"凡例", "Legend"};
inline constexpr Words any_will_do{"点：どれか一つで足りる", "A point: any one of the steps will do"};
inline constexpr Words or_else{"又は ", "or "};
inline constexpr Words shown_above{"（上に示した）", " (shown above)"};
inline constexpr Words more_below{"（下にさらに{}段階）", " ({} more below)"};
inline constexpr Words too_many_reasons{
    "理由が{}件あるため、脅威ごとの数だけを示す。すべてを示すには `--all --limit {}` とする。",
    "There are {} reasons: only how many each threat has is shown. `--all --limit {}` shows all."};
inline constexpr Words see_more_reasons{
    "`--all` はすべての理由を、`--by threat`（又は asset、control）はまとめた数を、`--depth 3` は理由の木を示す。",
    "`--all` shows every reason, `--by threat` (or asset, control) how many of each, `--depth 3` the tree."};
inline constexpr Words see_other_conclusions{"ほかの結論の理由は `--verbose` で示す。",
                                             "`--verbose` gives the reasons of the other conclusions, too."};

// How much hangs on judgement
inline constexpr Words firmness_of{"判断への依存：{}", "How much hangs on judgement: {}"};
inline constexpr Words with_stated{"出典のみによる理由", "By stated facts alone"};
inline constexpr Words with_judged{"未確認を除く理由", "Without unverified facts"};
inline constexpr Words with_all{"すべての理由", "All reasons"};
inline constexpr Words nothing_left{"ない", "none"};
inline constexpr Words stands_without{"判断と未確認の記述をすべて除いても成り立つ。",
                                      "It follows without anything judged or unverified."};
inline constexpr Words carried_by_one{"次の一つの記述が支えている。これを除くと成り立たない。",
                                      "A single statement carries it: without this it does not follow."};
inline constexpr Words carried_by_each{
    "次の{}件の記述は、それぞれが欠かせない。どの一つを除いても成り立たない。",
    "Each of these {} statements carries it: without any one of them it does not follow."};
inline constexpr Words besides_none{
    "上の記述を別とすれば、ほかの判断と未確認の記述をすべて除いても成り立つ。",
    "Apart from the above it follows without anything else that is judged or unverified."};
inline constexpr Words besides{
    "上の記述を別とすれば、次の{}件の記述をすべて除くと成り立たない。これより少なければ成り立つ。",
    "Apart from the above it takes {} statements away to make it fall; without fewer it still follows. These are such a set."};
inline constexpr Words carried_by{
    "次の{}件の記述をすべて除くと成り立たない。これより少なければ成り立つ。",
    "It takes {} statements away to make it fall; without fewer it still follows. These are such a set."};
inline constexpr Words used_by_one{
    "どの理由も次の記述を用いる。これを除いて導き直すとどうなるかを右に示す。",
    "Every reason uses this statement. Beside it stands what a derivation without it says."};
inline constexpr Words used_by_each{
    "どの理由も、次の{}件の記述のそれぞれを用いる。それぞれを除いて導き直すとどうなるかを右に示す。",
    "Every reason uses each of these {} statements. Beside each stands what a derivation without it says."};
inline constexpr Words used_by_some{"どの理由も、次の{}件の記述のうち少なくとも一つを用いる。",
                                    "Every reason uses at least one of these {} statements."};
inline constexpr Words dropped_by{
    "代わりになる記述も含めると、次の{}件の記述をすべて除けば成り立たない。これより少なければ成り立つ。",
    "With what takes their place, it takes {} statements away to make it fall; without fewer it still follows. These are such a set."};
inline constexpr Words not_ruled_out_without{
    "判断と未確認の記述をすべて除いて導き直しても、成り立たないとは言えない。",
    "A derivation without anything judged or unverified does not rule it out either."};
inline constexpr Words dropping_cut{
    "どれだけ除けば成り立たなくなるかは、ほかの記述による成り立ち方が多すぎるため、求めるのを途中でやめた。",
    "How many have to go to make it fall was not looked for to the end: too many other statements take their place."};
inline constexpr Words without_column{"これなしでは", "Without it, this"};
inline constexpr Words not_a_reason_left{"これらを除くと理由は残らないが、導き直すと、{}。",
                                         "Without these no reason is left; in a derivation without them, this {}."};
inline constexpr Words fate_falls{"成り立たない", "does not follow"};
inline constexpr Words fate_undecided{"まだ決まらない", "is not decided any more"};
inline constexpr Words fate_stands{"ほかの記述により成り立つ", "still follows, by other statements"};
inline constexpr Words statement_column{"記述", "Statement"};

// Where a value comes from
inline constexpr Words origin_of_value{"値の由来：{} {}", "Where the value comes from: {} {}"};
inline constexpr Words value_taken{"対策参照値", "Reference value"};
inline constexpr Words of_pattern{"{}（{}）", "{} ({})"};
inline constexpr Words taken_by_pattern{"{}のパターンの値", "the value of the pattern of {}"};
inline constexpr Words may_be_taken_by_pattern{
    "{}に当てはまりうるパターンの一つの値。どのパターンかはまだ決まっていない",
    "the value of one of the patterns that {} may be of; which it is of is not decided yet"};
inline constexpr Words may_be_taken_mark{"採用されうる", "may be taken"};
inline constexpr Words taken_by_strictness{
    "{}が共用するため、パターン{}の値のうち最も厳しいもの",
    "the strictest of the values of patterns {1}, as {0} share what the measure protects"};
inline constexpr Words how_taken{"選び方", "Taken as"};
inline constexpr Words countered_properties{"対抗する突合結果の性質", "Counters exposures of"};
inline constexpr Words varying{"値が変わる性質", "Values vary with"};
inline constexpr Words varies_not{"変わらない", "nothing: every pattern has the same"};
inline constexpr Words drives_not{"{}の突合結果には対抗しないのに、値はそれによって変わる。",
                                  "The values vary with {}, though the measure counters no exposure of that."};
inline constexpr Words taken_mark{"採用", "taken"};
inline constexpr Words compared_mark{"比べた", "compared"};
inline constexpr Words overridden_value{"上書き", "Overridden"};
inline constexpr Words override_line{"{}（{}）→ {}（{}）", "{} ({}) -> {} ({})"};
inline constexpr Words withdrawn_value{"取下げ", "withdrawn"};

// The other way round
inline constexpr Words rests_on{"{}の上に成り立つもの", "What rests on {}"};
inline constexpr Words kind_of_conclusion{"結論の種類", "Conclusions"};
inline constexpr Words rest_column{"用いる", "Rest on it"};
inline constexpr Words fall_column{"不成立", "Fall without it"};
inline constexpr Words open_column{"未決", "Open without it"};
inline constexpr Words all_column{"全体", "All"};
inline constexpr Words resting_means{
    "「用いる」は、理由のどれかがこれについての記述を用いる結論。「不成立」は、これを除いて導き直すと、ほかの理由によっても導かれない結論。「未決」は、今は決まっているが、これを除くとありうるものの一つにとどまる結論。",
    "A conclusion rests on it when some reason uses what is stated about it. It falls when nothing leads to it in a derivation "
    "without that, nor any other reason that comes in its place; it is open when it only may be so then."};
inline constexpr Words falling_measures{"これなしでは求められない対策項目・管理策", "Measures and controls that fall"};
inline constexpr Words tree_upwards{"上に向かう木", "Upwards from it"};
inline constexpr Words upwards_means{"下の段ほど、これから導かれる先の結論に近い。各段階は一度だけ示す。",
                                     "What stands below follows from what stands above. Each step is shown once."};
inline constexpr Words nothing_falls{"ない。", "None."};
inline constexpr Words more_above{"（この先さらに{}段階）", " ({} more follow)"};
inline constexpr Words see_upwards{"`--depth 3` は、これから導かれる先を三段階まで示す。",
                                   "`--depth 3` shows what follows, three steps far."};

}  // namespace michibiki::words
