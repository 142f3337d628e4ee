#pragma once

#include "reports/words.hpp"

namespace michibiki::words {

// Of the sections that tell reasons

inline constexpr Words basis_and_where{"根拠と記載箇所", "Basis and where"};
inline constexpr Words where{"{} {}", "{} {}"};
inline constexpr Words sources_agree{"一致：{}", "agree: {}"};
inline constexpr Words sources_disagree{"不一致：{}", "disagree: {}"};
inline constexpr Words sources_silent{"言及なし：{}", "silent: {}"};
inline constexpr Words why_exposed{"脅威が情報資産に及ぶ理由", "Why threats reach assets"};
inline constexpr Words why_exposed_means{
    "突合結果は、脅威の仕組みが情報資産の種類に直接及ぶことから導かれる。下の表は、その根拠となる記述を一度ずつ、それによる突合結果の数とともに示す。",
    "An exposure follows from a threat's mechanism that acts directly on a nature of the asset. Each statement behind the "
    "exposures stands below once, with the number of exposures that rest on it."};
inline constexpr Words harms_title{"脅威が損なう性質", "What threats harm"};
inline constexpr Words works_by_title{"脅威の仕組み", "How threats work"};
inline constexpr Words acts_on_title{"仕組みが及ぶ種類", "What mechanisms act on"};
inline constexpr Words natures_title{"情報資産の種類", "Natures of assets"};
inline constexpr Words carries_title{"構成要素が担う情報資産", "Assets that components carry"};
inline constexpr Words exposes_title{"直接示された突合", "Exposures stated outright"};
inline constexpr Words mechanism{"仕組み", "Mechanism"};
inline constexpr Words nature{"種類", "Nature"};
inline constexpr Words nature_and_properties{"{}（{}）", "{} ({})"};
inline constexpr Words why_controls{"管理策を挙げた理由", "Why each control is there"};
inline constexpr Words through{"仕組み→種類", "Mechanism -> nature"};
inline constexpr Words by_mechanism{"{}→{}", "{} -> {}"};
inline constexpr Words stated_outright{"直接の記載", "stated outright"};
inline constexpr Words answered_by{"対抗する対策項目", "Countered by"};
inline constexpr Words printed_in{"{}（掲載は {}）", "{} (printed in {})"};
inline constexpr Words see_markdown{"理由のすべては `--verbose` 又は `--format markdown` で示す。",
                                    "`--verbose` or `--format markdown` gives every reason."};
inline constexpr Words reason_line{"{}：{}　{}", "{}: {} {}"};
inline constexpr Words origin_label{"由来", "Origin"};
inline constexpr Words consideration_label{"考慮事項", "Consideration"};
inline constexpr Words related_label{"関連", "See also"};
inline constexpr Words required_by{"{}に必要", "Required by {}"};
inline constexpr Words required_by_after{"{}（{}に必要）", "{} (required by {})"};
inline constexpr Words required_controls{"ほかの管理策に必要な管理策", "Controls that others require"};
inline constexpr Words related_controls{"関連する管理策", "Related controls"};
inline constexpr Words requires_control{"必要とする管理策", "Requires"};
inline constexpr Words related_control{"関連", "Related"};
inline constexpr Words summary_label{"ベストプラクティスの要旨", "Best practice in short"};
inline constexpr Words placement_label{"章の割当て", "Placement"};
inline constexpr Words class_label{"区分", "Class"};
inline constexpr Words number_label{"番号", "Number"};
inline constexpr Words title_label{"題名", "Title"};
inline constexpr Words value_label{"値 {}", "Value {}"};
inline constexpr Words direction_label{"厳しい向き {}", "Stricter direction {}"};
inline constexpr Words partners_at{"（{} に挙げた{}件と併せて）", " (together with the {1} measures named at {0})"};
inline constexpr Words purpose_label{"目的", "Aim"};
inline constexpr Words implemented_label{"実施箇所", "Put in place on"};
inline constexpr Words proposed{"→ 対応案：{}", "-> Proposed: {}"};
inline constexpr Words proposed_for{"→ 対応案（{}）：{}", "-> Proposed for {}: {}"};
inline constexpr Words nothing_proposed{"→ 対応案はない", "-> No treatment is proposed"};
inline constexpr Words nothing_proposed_for{"→ 対応案（{}）はない", "-> No treatment is proposed for {}"};
inline constexpr Words treatments{"対応案", "Proposed treatments"};
inline constexpr Words proposals_mean{
    "対策項目のない脅威について、専門家の検討に供する案。対応案があっても、対策ありとはみなさない。対策項目ができるか、サービスが受容するまで、未対応である。",
    "What is proposed against threats that no measure covers, for experts to decide. A proposal covers nothing: what it is about "
    "stays open until a measure covers it or the service accepts it."};
inline constexpr Words proposed_against{"{}（突合結果 {}件、届かない脅威 {}件）",
                                        "{} (exposures: {}, unreached threats: {})"};
inline constexpr Words proposal_reason{"{}（{}、{}件）{}", "{} ({}, {}) {}"};
inline constexpr Words no_rule{"当てはまる規則がない", "no rule fits"};

}  // namespace michibiki::words
