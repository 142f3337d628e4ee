#include "reports/entry_words.hpp"

#include <array>

namespace michibiki {

const Words& words_for(EntryKind kind) {
  // In the order of EntryKind.
  static constexpr std::array<Words, entry_kind_count> all{{
      {"性質", "property"},
      {"レベル", "level"},
      {"要因", "origin"},
      {"区分", "class"},
      {"目的", "aim"},
      {"役割", "role"},
      {"種類", "nature"},
      {"仕組み", "mechanism"},
      {"構成要素", "component"},
      {"情報資産", "asset"},
      {"脅威", "threat"},
      {"脆弱性", "vulnerability"},
      {"規格", "standard"},
      {"管理策", "control"},
      {"文書", "document"},
      {"章", "chapter"},
      {"対策項目", "measure"},
      {"尺度", "scale"},
      {"単位", "unit"},
      {"ステークホルダ", "stakeholder"},
      {"パターン", "pattern"},
      {"問い", "question"},
      {"理由", "reason"},
      {"サービス種別", "service type"},
      {"システム事例", "system case"},
      {"考慮事項", "consideration"},
      {"対象外", "exclusion"},
      {"扱い", "disposition"},
      {"対応案", "treatment"},
      {"段階の言い方", "wording of a step"},
  }};
  return all.at(static_cast<std::size_t>(kind));
}

}  // namespace michibiki
