#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/classify.hpp"
#include "engine/cover.hpp"
#include "model/fact.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// The tool's own words, in both languages. What a field calls its things (properties, levels, classes, chapters …) stands in the
/// catalogues; here is only what every field needs. `{}` is filled in by `say`.
struct Words {
  std::string_view ja;
  std::string_view en;

  constexpr std::string_view in(Language language) const { return language == Language::ja ? ja : en; }
};

/// The words in that language, their gaps filled in order.
template <typename... Parts>
std::string say(const Words& words, Language language, const Parts&... parts) {
  return fmt::format(fmt::runtime(words.in(language)), parts...);
}

namespace words {

// Between words and numbers
inline constexpr Words comma{"、", ", "};
inline constexpr Words title_and_id{"{}（{}）", "{} ({})"};
inline constexpr Words in_brackets{"（{}）", " ({})"};
inline constexpr Words semicolon{"；", "; "};
inline constexpr Words between_sentences{"", " "};
inline constexpr Words colon{"{}：{}", "{}: {}"};
inline constexpr Words and_more{"ほか{}件", "{} more"};
inline constexpr Words either{"{}又は{}", "{} or {}"};
inline constexpr Words see{"{}、詳細は「{}」", "{}: see \"{}\""};
inline constexpr Words count{"{}件", "{}"};
inline constexpr Words word_and_count{"{} {}", "{} {}"};
inline constexpr Words title_of_report{"{}の導出結果", "Derivation of {}"};
inline constexpr Words none{"なし", "none"};

// What is called for in some patterns alone
inline constexpr Words only_in_patterns{"{}のパターンでのみ求められる", "called for only in pattern {}"};
inline constexpr Words open_in_patterns{"未定：{}のパターンでのみ求められ、パターンが決まっていない",
                                        "open: called for only in pattern {}, and the pattern is not decided"};
inline constexpr Words open_as_withheld{"未定：求められるパターンの記述が非表示である",
                                        "open: a statement on the patterns that call for it is withheld"};
inline constexpr Words open_with_others{
    "未定：併せて応じるもの、又はこれを必要とするものが求められるかは、決まっていないパターンによる",
    "open: the pattern, which is not decided, decides on what answers with it or requires it"};
inline constexpr Words open_selection{"未定の対策・管理策", "Open until the pattern is decided"};
inline constexpr Words open_selection_means{
    "可能性の残るパターンの一部でのみ求められる。パターンが決まるまで、対策ありとは数えない。",
    "Called for only in some of the patterns that are still possible: until the pattern is decided these cover nothing."};
inline constexpr Words may_answer{"応じうる突合結果", "may answer"};

// Values
inline constexpr Words value_free{"任意", "free"};
inline constexpr Words value_unknown{"不明", "unknown"};
inline constexpr Words value_withheld{"非表示", "withheld"};
inline constexpr Words value_done{"実施", "done"};
inline constexpr Words at_least{"{}以上", "at least {}"};
inline constexpr Words at_most{"{}以下", "at most {}"};
inline constexpr Words within{"{}以内", "within {}"};
inline constexpr Words number_and_unit{"{}{}", "{} {}"};
inline constexpr Words rate{"{}/{}", "{} per {}"};
inline constexpr Words unverified_value{"{}?", "{} ?"};
inline constexpr Words in_pattern{"{}：{}", "{}: {}"};
inline constexpr Words pattern_of_value{"{}（{}の値）", "{} (value of {})"};
inline constexpr Words beside_hidden_pattern{"{}（非表示のパターンでは異なりうる）",
                                             "{} (a withheld pattern may ask for another)"};
inline constexpr Words incomplete{"{}（不明な値と比べていない）", "{} (not compared with unknown values)"};

// Bases
inline constexpr Words stated_mark{"〔出典〕", "(stated)"};
inline constexpr Words stated_place{"〔{}〕", "({})"};
inline constexpr Words judgement_mark{"〔判断〕", "(judged)"};
inline constexpr Words unverified_mark{"〔未確認〕", "(unverified)"};
inline constexpr Words source_line{"{}行", "line {}"};
inline constexpr Words stated{"出典あり", "stated"};
inline constexpr Words judgement{"判断", "judged"};
inline constexpr Words unverified{"未確認", "unverified"};
inline constexpr Words unknown_count{"不明・なし", "unknown or none"};
inline constexpr Words confirmed{"確認済", "confirmed"};
inline constexpr Words state_count{"{0} {1}", "{1} {0}"};

// Service, pattern, levels
inline constexpr Words service{"サービス", "Service"};
inline constexpr Words services{"サービス", "Services"};
inline constexpr Words service_type{"種別", "Type"};
inline constexpr Words pattern{"パターン", "Pattern"};
inline constexpr Words possible_patterns{"ありうるパターン", "Possible patterns"};
inline constexpr Words still_open{"{}（未定）", "{} (open)"};
inline constexpr Words open_beside_withheld{"{}（未定。{}は非表示）", "{} (open; {} withheld)"};
inline constexpr Words withheld_patterns{"求められた根拠の水準に達しないが、当てはまりうるもの：{}",
                                         "May fit too, but below the wanted trust: {}"};
inline constexpr Words no_pattern{"当てはまるパターンがない", "no pattern has these levels"};
inline constexpr Words open_questions{"決め手となる問い", "Questions that decide"};
inline constexpr Words questions_count{"問い{}件", "{} questions"};
inline constexpr Words decides{"決め手", "Decides"};
inline constexpr Words question{"問い", "Question"};
inline constexpr Words levels_open{"{}のいずれか", "{}"};
inline constexpr Words level_separator{"・", ", "};
inline constexpr Words level_and_reason{"{} {}：{}", "{} {}: {}"};
inline constexpr Words pattern_and_type{"{}　種別：{}", "{}. Type: {}"};
inline constexpr Words no_reason_printed{"理由の印刷はない", "no reason is printed"};
inline constexpr Words origin_given{"サービスの指定による", "given by the service"};
inline constexpr Words origin_answers{"判定基準への回答による", "from the answers to the level criteria"};
inline constexpr Words origin_service_type{"サービス種別による", "from the service type"};
inline constexpr Words origin_criteria{"判定基準による", "from the level criteria"};
inline constexpr Words level_withheld{"求められた根拠の水準に達しない記述が決めうる",
                                      "a statement below the wanted trust may decide"};
inline constexpr Words level_overruled{"種別によるレベルは回答と合わない：{}",
                                       "the answers rule out the type's level: {}"};
inline constexpr Words levels_undecided{"まだ決まらない", "not decided yet"};
inline constexpr Words noted{"{}（注{}）", "{} (note {})"};
inline constexpr Words note_number{"注{}", "Note {}"};
inline constexpr Words note_on{"「{}」の注", "Note on {}"};
inline constexpr Words required_levels{"要求レベルとパターン", "Required levels and pattern"};
inline constexpr Words property{"性質", "Property"};
inline constexpr Words level{"レベル", "Level"};
inline constexpr Words reason{"理由", "Reason"};
inline constexpr Words taken_from{"決め方", "Taken from"};
inline constexpr Words basis{"根拠", "Basis"};

// Coverage
inline constexpr Words exposures{"突合結果", "Exposures"};
inline constexpr Words exposure_count{"突合数", "Exposures"};
inline constexpr Words coverage_line{"{}：{} {}、{} {}、{} {}", "{}: {} {}, {} {}, {} {}"};
inline constexpr Words exposure_is{"（資産×脅威×性質）", ""};
inline constexpr Words not_covered{"手当てなし", "Not covered"};
inline constexpr Words single_count{"{}。単一の対策に依存 {}", "{}. Covered by a single measure: {}"};
inline constexpr Words not_covered_line{"{}（受容 {}、未対応 {}）", "{} (accepted {}, open {})"};
inline constexpr Words of_threats{"{}（脅威 {}種）", "{} (from {} threats)"};
inline constexpr Words of_one_threat{"{}（脅威 {}種）", "{} (from {} threat)"};
inline constexpr Words uncovered_label{"対策なし", "Uncovered"};
inline constexpr Words control_only_label{"管理策のみ", "Control-only"};
inline constexpr Words no_exposures{"突合結果がない（脅威、又は脅威が及ぶ情報資産がない）",
                                    "no exposures: no threats, or none that reaches an asset"};
inline constexpr Words relative_to_list{
    "ここでの「{}」「{}」などは、用いた脅威の一覧に照らしたものであり、一覧にない脅威については何も言わない。",
    "\"{}\", \"{}\" and the like are relative to the threat list that was used; they say nothing of threats that are not on it."};
inline constexpr Words covered{"対策あり", "covered"};
inline constexpr Words covered_by_control{"管理策あり", "covered"};
inline constexpr Words control_only{"管理策のみ", "control-only"};
inline constexpr Words uncovered{"対策なし", "uncovered"};
inline constexpr Words single_point{"単一の対策に依存", "single point"};
inline constexpr Words accepted{"受容", "accepted"};
inline constexpr Words unreached{"届かない脅威", "Unreached threats"};
inline constexpr Words unreached_label{"届かない脅威", "Unreached"};
inline constexpr Words uncovered_title{"対策のない突合結果", "Uncovered exposures"};
inline constexpr Words control_only_title{"管理策のみの突合結果", "Control-only exposures"};
inline constexpr Words accepted_title{"受容された突合結果", "Accepted exposures"};
inline constexpr Words single_point_title{"単一の対策に依存する突合結果", "Exposures covered by a single measure"};
inline constexpr Words covered_means{"選ばれた対策項目が、その情報資産への脅威に対抗する",
                                     "a selected measure counters the threat on the asset"};
inline constexpr Words covered_by_control_means{"管理策がその脅威に有効である（対策項目のないカタログ）",
                                                "a control mitigates the threat (the catalogues have no measures)"};
inline constexpr Words control_only_means{"管理策は一般に有効だが、対抗する対策項目がない",
                                          "a control is good for it in general, no measure counters it"};
inline constexpr Words uncovered_means{"対応する対策項目も管理策もない", "no measure and no control answers it"};
inline constexpr Words single_point_means{"その対策項目を欠くと対策がなくなる",
                                          "without that one measure it would not be covered"};
inline constexpr Words accepted_means{"サービスの責任者が、理由、氏名、日付を示して受容した",
                                      "accepted by the service's owner with reason, name and date"};
inline constexpr Words unreached_means{
    "このサービスの情報資産に直接の害を及ぼさない脅威。無視したのではなく、及ぶ先がない。",
    "Threats that do no direct harm to any asset of this service. Not ignored: there is nothing they reach."};
inline constexpr Words matrix_legend{
    "o = {}（数字は、互いに独立に対抗する対策項目の数、+ はそれ以上ありうること）、! = {}、c = {}、x = {}、(a) = 受容、空欄 = 直接の害がない",
    "o = {} (the number: measures that counter it independently, + : or more), ! = {}, c = {}, x = {}, (a) = accepted, blank = no direct harm"};
inline constexpr Words more_threats{"ほか{}種", "{} more"};
inline constexpr Words status{"状態", "Status"};
inline constexpr Words asset{"情報資産", "Asset"};
inline constexpr Words threat{"脅威", "Threat"};
inline constexpr Words threats{"脅威", "Threats"};
inline constexpr Words vulnerability_of{"{} / {}", "{} / {}"};
inline constexpr Words whole_service{"サービス全体", "The service as a whole"};
inline constexpr Words accepted_by{"受容者", "Accepted by"};
inline constexpr Words accepted_on{"日付", "Date"};
inline constexpr Words all_properties{"すべて", "all"};

// Measures and controls
inline constexpr Words measures{"対策項目", "Measures"};
inline constexpr Words measure{"対策項目", "Measure"};
inline constexpr Words id{"番号", "Id"};
inline constexpr Words measure_class{"区分", "Class"};
inline constexpr Words topic_and_indicator{"対策項目・評価項目", "Topic and indicators"};
inline constexpr Words indicator{"{}. {}", "{}. {}"};
inline constexpr Words reference_value{"対策参照値", "Reference value"};
inline constexpr Words without_chapter{"章の決まらない対策項目", "Measures without a chapter"};
inline constexpr Words no_measures{"カタログに対策項目がない。管理策までを導いた。",
                                   "The catalogues have no measures; controls are derived."};
inline constexpr Words none_selected{"選ばれた対策項目はない。", "No measure was selected."};
inline constexpr Words chapter{"章", "Chapter"};
inline constexpr Words no_chapter{"章なし", "none"};
inline constexpr Words values_label{"対策参照値", "Values"};
inline constexpr Words confirmed_values{"{}。確認済は {}", "{}. Confirmed: {}"};
inline constexpr Words unknown_class{"区分不明", "class unknown"};
inline constexpr Words withheld_class{"区分非表示", "class withheld"};
inline constexpr Words placement_is_ours{
    "章立ては、実施箇所や目的から導いた当ツールの再構成である。",
    "The chapters are this tool's reconstruction, from where a measure is put in place and what it aims at."};
inline constexpr Words why_measures{"対策項目を選んだ理由", "Why each measure is there"};
inline constexpr Words measure_heading{"{} {} {}", "{} {} {}"};
inline constexpr Words counters_count{"対抗する突合結果 {}件", "counters {} exposures"};
inline constexpr Words counters_one{"対抗する突合結果 {}件", "counters {} exposure"};
inline constexpr Words driven_by{"関わる性質：{}", "concerns {}"};
inline constexpr Words link_reason{"{}{}（{}、{}件）{}", "{}{} ({}, {}) {}"};
inline constexpr Words weaker{"{}（前提を含めると{}）", "{} ({} with all it rests on)"};
inline constexpr Words together_with{"（{} と併せて）", " (together with {})"};
inline constexpr Words no_reason_given{"理由の記載なし", "no reason given"};
inline constexpr Words stands_because{"{}　支持する管理策がない理由：{}",
                                      "{} Stands without a supporting control because: {}"};
inline constexpr Words controls{"管理策", "Controls"};
inline constexpr Words control{"管理策", "Control"};
inline constexpr Words obligations{"ステークホルダの関わり", "What is asked of stakeholders"};
inline constexpr Words stakeholder{"ステークホルダ", "Stakeholder"};
inline constexpr Words role{"関わり方", "Role"};

// Inventory and scope
inline constexpr Words inventory{"構成要素と情報資産", "Components and assets"};
inline constexpr Words component{"構成要素", "Component"};
inline constexpr Words component_type{"種別", "Type"};
inline constexpr Words operated_by{"運用者", "Operator"};
inline constexpr Words used_by{"利用サービス", "Used by"};
inline constexpr Words assets{"情報資産", "Assets"};
inline constexpr Words out_of_scope{"対象外", "Out of scope"};
inline constexpr Words withheld_components{"根拠が足りず導出に用いなかった構成要素",
                                           "Components left aside for their basis"};
inline constexpr Words withheld_component_count{"{}件を導出に用いていない", "{} not derived from"};
inline constexpr Words nothing_left_out{"このサービスに該当する構成要素はない",
                                        "no component of this service is concerned"};

// What to do next
inline constexpr Words next{"次に", "Next"};
inline constexpr Words next_questions{"決め手の問い{}件に答える", "answer {} questions"};
inline constexpr Words next_question{"決め手の問いに答える", "answer the question"};
inline constexpr Words next_open{"未対応{}件の対策か受容", "meet or accept {} exposures"};
inline constexpr Words next_open_one{"未対応1件の対策か受容", "meet or accept 1 exposure"};
inline constexpr Words next_values{"値{}件の確認", "check {} values"};
inline constexpr Words next_value{"値1件の確認", "check 1 value"};

// Catalogues and marks
inline constexpr Words catalogs{"カタログ", "Catalogues"};
inline constexpr Words catalogs_used{"用いたカタログ", "Catalogues used"};
inline constexpr Words catalog{"カタログ", "Catalogue"};
inline constexpr Words version{"版", "Version"};
inline constexpr Words released{"公開日", "Released"};
inline constexpr Words title{"題名", "Title"};
inline constexpr Words sources{"出典", "Sources"};
inline constexpr Words trust{"用いた根拠", "Trusted bases"};
inline constexpr Words trust_stated{"出典のある事実だけ", "stated facts only"};
inline constexpr Words trust_judgement{"出典のある事実と判断（未確認は除く）",
                                       "stated facts and judgements, nothing unverified"};
inline constexpr Words trust_unverified{"すべて（未確認を含む）", "all, unverified ones included"};
inline constexpr Words criteria{"受入れの観点", "Criteria"};
inline constexpr Words overrides{"上書きされた記述", "Overridden statements"};
inline constexpr Words overridden_label{"上書き", "Overridden"};
inline constexpr Words override_target{"記述", "Statement"};
inline constexpr Words override_before{"元の値", "Was"};
inline constexpr Words override_after{"変更後", "Is"};
inline constexpr Words withdrawn{"取り下げ", "withdrawn"};
inline constexpr Words overriding_catalog{"変更したカタログ", "Changed by"};
inline constexpr Words basis_counts{"根拠の内訳", "What the results rest on"};
inline constexpr Words counted{"対象", "What"};
inline constexpr Words total{"計", "Total"};
inline constexpr Words selected_measures{"選ばれた対策項目", "Selected measures"};
inline constexpr Words measure_classes{"対策項目の区分", "Classes of measures"};
inline constexpr Words values{"対策参照値", "Reference values"};
inline constexpr Words marks{"凡例", "Legend"};
inline constexpr Words mark{"記号", "Mark"};
inline constexpr Words meaning{"意味", "Meaning"};
inline constexpr Words star_means{"特に達成が必要な値", "a value that is especially necessary to reach"};
inline constexpr Words question_mark_means{"その番号、題名、区分、値が未確認である",
                                           "the number, title, class or value is unverified"};
inline constexpr Words free_means{"`-` と記載され、事業者が任意に決める値", "given as `-`: the provider chooses"};
inline constexpr Words exposure_means{"情報資産、それに及ぶ脅威、損なわれる性質の組",
                                      "one asset, one threat that reaches it, one property that is harmed"};
inline constexpr Words unknown_means{"値が知られていない。「{}」とは異なる",
                                     "the value is not known; not the same as \"{}\""};
inline constexpr Words withheld_means{"値の記載はあるが、求められた根拠の水準に達しないため示さない",
                                      "a value is recorded, but its basis is below what was asked for"};
inline constexpr Words stated_means{"資料に記載がある（括弧内は資料と箇所）",
                                    "a source says so; where shown, which one and where"};
inline constexpr Words judgement_means{"カタログ作成者の判断であり、資料の記載ではない",
                                       "a judgement of the catalogue's authors, in no source"};
inline constexpr Words unverified_means{"手元の資料では確かめられていない", "confirmed by no source at hand"};
inline constexpr Words weakest_means{"導かれた結果は、前提のうち最も弱い根拠による。",
                                     "A derived result has the weakest basis among its premises."};
inline constexpr Words value_basis_means{
    "対策参照値の根拠は、そのパターンの値としての記載の根拠であり、パターンの決め方は含まない。",
    "The basis of a reference value is that of the value for its pattern, however the pattern was found."};

}  // namespace words

const Words& words_for(CoverageStatus status, bool controls_cover);
const Words& words_for(BasisKind kind);
const Words& mark_for(BasisKind kind);
const Words& words_for(LevelOrigin origin);

}  // namespace michibiki
