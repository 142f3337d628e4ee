#include "reports/acceptance_words.hpp"

#include <array>

#include "reports/code_names.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

/// In the order of the enumeration.
constexpr std::array<CriterionWords, criterion_count> criterion_words{{
    {{"整合", "Consistent"}, {"カタログの検査に誤りがないか", "Does the check find no error in it?"}},
    {{"到達", "Reaching"},
     {"加えた項目はいずれかの突合結果に関わり、サービス種別には突合結果があるか",
      "Does every entry take part in an exposure, and every service type have some?"}},
    {{"維持", "Preserving"},
     {"それまでの突合結果、対策項目、管理策がすべて残るか",
      "Do all exposures, measures and controls of before remain?"}},
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

constexpr Words link_statement{"リンク「{}」（{}）", "link {} ({})"};
constexpr Words part_of{"{}、{}", "{}, {}"};

}  // namespace

const CriterionWords& words_for(Criterion criterion) { return criterion_words.at(static_cast<std::size_t>(criterion)); }

std::string name_of(const Catalog& catalog, const Statement& statement, Language language) {
  if (statement.link) {
    const auto& link = catalog.link(*statement.link);
    return say(link_statement, language, link.code, name_of(link.kind));
  }
  if (!statement.about) return std::string(statement.sort);
  auto name = title_and_id(catalog.entry(*statement.about), language);
  if (statement.property)
    name = say(part_of, language, name, title_of(catalog.properties[*statement.property], language));
  return say(words::colon, language, std::string(statement.sort), name);
}

}  // namespace michibiki
