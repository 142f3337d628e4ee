#include "reports/reproduction_words.hpp"

#include "reports/decimal.hpp"

namespace michibiki {
namespace {

struct VerdictWords {
  Words name;
  Words meaning;
};

const VerdictWords& row_of(Verdict verdict) {
  static constexpr VerdictWords derived{
      {"導出", "derived"},
      {"この図を見ずに定めた記述から導かれ、印刷と一致する。再現といえる。",
       "It follows from statements that were fixed without this figure, and agrees. This may be called reproduced."}};
  static constexpr VerdictWords repaired{
      {"修復", "repaired"},
      {"同上。ただし、テキストで崩れた記述をほかの手掛かりから復元している。再現といえる。",
       "The same, with a statement that is damaged in the text and was restored from other evidence. Reproduced."}};
  static constexpr VerdictWords calibrated{
      {"調整", "calibrated"},
      {"導かれて一致するが、前提の一部はこの図を知ったうえで定めている。再現とはいえない。",
       "It follows and agrees, but something it rests on was chosen knowing the figure. Not called reproduced."}};
  static constexpr VerdictWords settled{
      {"確定", "settled"},
      {"一致するが、前提の一部をこの図そのものから復元している。再現とはいえない。",
       "It agrees, but something it rests on was restored from the figure itself. Not called reproduced."}};
  static constexpr VerdictWords transcribed{
      {"転記", "transcribed"},
      {"図の内容がカタログの記述そのものであり、印刷と突き合わせて確かめた。何も導いていない。",
       "The figure is a statement of the catalogues, compared with the print once more. Nothing was derived."}};
  static constexpr VerdictWords not_comparable{
      {"比較不能", "not comparable"},
      {"図が失われた、テキストが崩れている、又は指すものがカタログにない。",
       "The image is lost, the text is damaged, or the cell names nothing in the catalogues."}};
  static constexpr VerdictWords differs{{"相違", "differ"},
                                        {"導かれたものが印刷と異なる。", "What was derived is not what is printed."}};
  switch (verdict) {
    case Verdict::derived:
      return derived;
    case Verdict::repaired:
      return repaired;
    case Verdict::calibrated:
      return calibrated;
    case Verdict::settled:
      return settled;
    case Verdict::transcribed:
      return transcribed;
    case Verdict::not_comparable:
      return not_comparable;
    case Verdict::differs:
      break;
  }
  return differs;
}

}  // namespace

const Words& words_for(Verdict verdict) { return row_of(verdict).name; }
const Words& meaning_of(Verdict verdict) { return row_of(verdict).meaning; }

const Words& words_for(ClaimKind kind) {
  static constexpr Words values{"対策参照値は、対策項目が対応する突合結果の性質によってしか変わらない",
                                "A value varies only with properties whose exposures its measure counters"};
  static constexpr Words sections{"対策項目の節は、実施箇所と目的から決まる",
                                  "A measure's section follows from where it is implemented and its aim"};
  static constexpr Words chapters{"対策項目の章は、実施箇所と目的から決まる",
                                  "A measure's chapter follows from where it is implemented and its aim"};
  switch (kind) {
    case ClaimKind::values_follow_exposures:
      return values;
    case ClaimKind::sections_follow_implementation:
      return sections;
    case ClaimKind::chapters_follow_implementation:
      break;
  }
  return chapters;
}

const Words& words_for(OdditySort sort) {
  static constexpr Words substance{"内容の食い違い", "Contradictions of substance"};
  static constexpr Words naming{"名称の違い", "Names that differ"};
  static constexpr Words damage{"テキストの崩れ", "Damage of the text"};
  static constexpr Words revision{"修正の跡", "Traces of revision"};
  switch (sort) {
    case OdditySort::substance:
      return substance;
    case OdditySort::naming:
      return naming;
    case OdditySort::text_damage:
      return damage;
    case OdditySort::revision:
      break;
  }
  return revision;
}

std::string mean_text(const ByChance& chance) {
  if (chance.trials == 0) return decimal(Ratio(0), 1);
  return decimal(Ratio(static_cast<std::int64_t>(chance.total), static_cast<std::int64_t>(chance.trials)), 1);
}

}  // namespace michibiki
