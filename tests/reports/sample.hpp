#pragma once

#include <string>

#include "reports/derivation_report.hpp"

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

/// A small field of its own with something for every part of a report: each status, an accepted exposure, a threat that reaches
/// nothing, values of every kind and basis, an open pattern, an exclusion, stakeholders.
inline const std::string shop_catalog = R"(
properties:
  - {id: secrecy, title: {ja: 秘匿性, en: Secrecy}, levels: [calm, strict]}
  - {id: uptime, title: {ja: 稼働性, en: Uptime}, levels: [calm, strict]}
levels:
  - {id: calm, title: {ja: 低, en: low}, note: {ja: 重要でないという意味ではない。, en: This does not mean unimportant.}}
  - {id: strict, title: {ja: 高, en: high}}
questions:
  - {id: keeps-names, title: {ja: 名前を預かりますか。, en: "Does it keep names?"}}
level-criteria:
  - property: uptime
    rules:
      - {id: u.names, when: {keeps-names: true}, then: strict, because: {ja: 名前を預かる。, en: It keeps names.}}
      - {id: u.else, then: calm, because: {ja: 預からない。, en: It keeps none.}}
reasons:
  - {id: orders, title: {ja: 注文を預かる, en: It keeps orders}}
service-types:
  - id: trade
    title: {ja: 通信販売, en: Mail order}
    levels:
      secrecy: {is: strict, reason: orders, basis: {stated: report, at: Table 1, line: 12}}
patterns:
  - {id: P1, title: {ja: 型1, en: Kind 1}, levels: {secrecy: strict, uptime: strict}}
  - {id: P2, title: {ja: 型2, en: Kind 2}, levels: {secrecy: strict, uptime: calm}}
classes:
  - {id: first, title: {ja: 基本, en: basic}}
  - {id: later, title: {ja: 推奨, en: recommended}}
units:
  - {id: h, title: {ja: 時間, en: h}, dimension: duration, factor: 3600}
  - {id: day, title: {ja: 日, en: day(s)}, dimension: duration, factor: 86400}
  - {id: times, title: {ja: 回, en: time(s)}, dimension: count, factor: 1}
natures: [{id: data}, {id: machine}, {id: people}]
mechanisms:
  - {id: copying, acts-on: [{natures: [data], properties: [secrecy]}]}
  - {id: breaking, acts-on: [{natures: [machine], properties: [uptime]}]}
  - {id: leaving, acts-on: [{natures: [people], properties: [uptime]}]}
components:
  - {id: host, title: {ja: サーバ, en: Server}, carries: [box, records]}
  - {id: kiosk, title: {ja: 店頭端末, en: Kiosk}, carries: [box]}
assets:
  - {id: box, title: {ja: 筐体, en: Box}, natures: [machine]}
  - {id: records, title: {ja: 記録, en: Records}, natures: [data]}
threats:
  - {id: spying, title: {ja: 盗み見, en: Spying}, harms: [secrecy], mechanisms: [copying]}
  - {id: quake, title: {ja: 地震, en: Earthquake}, harms: [uptime], mechanisms: [breaking]}
  - {id: flood, title: {ja: 洪水, en: Flood}, harms: [uptime], mechanisms: [breaking]}
  - {id: wear, title: {ja: 摩耗, en: Wear}, harms: [uptime], mechanisms: [breaking]}
  - {id: holiday, title: {ja: 休暇, en: Holiday}, harms: [uptime], mechanisms: [leaving]}
controls:
  - {id: K-1, title: {ja: 覗き見の防止, en: Against prying eyes}}
  - {id: K-2, title: {ja: 高台, en: High ground}}
chapters:
  - {id: T, title: {ja: 技術, en: Technical}, group: true}
  - {id: T1, parent: T, title: {ja: データ, en: Data}}
  - {id: O, title: {ja: 組織, en: Organisation}, group: true}
  - {id: O1, parent: O, title: {ja: 人, en: People}}
purposes: [{id: hiding}, {id: training}]
placement:
  - {when: {aims-at: [hiding]}, then: T1}
  - {when: {aims-at: [training]}, then: O1}
measures:
  - id: M-1
    number: {is: M-1, basis: unverified}
    title: {ja: 暗号化, en: Encryption}
    class: {is: first, basis: unverified}
    aims-at: [hiding]
    indicators:
      - key: a
        title: {ja: 鍵の更新, en: Change of keys}
        stricter: lower
        relative-to: {ja: 前回の更新から, en: after the last change}
        values: {P1: within 24 h *, P2: {is: 3 day, basis: unverified}}
      - key: b
        title: {ja: 確認の頻度, en: Checks}
        stricter: higher
        values: {P1: at least 1 times per 1 day, P2: "-"}
  - {id: M-2, title: {ja: 固定, en: Fastening}, class: later}
  - {id: M-3, title: {ja: 教育, en: Training}, class: first, aims-at: [training]}
roles: [{id: acts, title: {ja: 実施する, en: acts}}]
stakeholders:
  - {id: staff, title: {ja: 従業員, en: Staff}, always: true}
  - {id: guests, title: {ja: 来店者, en: Guests}}
exclusions:
  - {id: not-ours, title: {ja: 来店者の持ち物, en: What guests bring}, operators: [guests]}
links:
  - id: M-1/spying
    kind: counters
    from: M-1
    to: spying
    because: {ja: 読めないものは漏れない。, en: What cannot be read does not leak.}
    basis: {judgement: ours}
  - {id: M-2/quake, kind: counters, from: M-2, to: quake, because: {ja: 倒れない。, en: It does not fall.}}
  - {id: K-1/spying, kind: mitigates, from: K-1, to: spying}
  - {id: K-2/flood, kind: mitigates, from: K-2, to: flood}
  - {id: M-3/staff, kind: involves, from: staff, to: M-3, role: acts, because: {ja: 人が行う。, en: People do it.}}
)";

inline const std::string shop_service = R"(
id: shop
title: {ja: 店, en: Shop}
type: trade
instances: [host, {id: tablet, type: kiosk, operator: guests}]
answers: {keeps-names: false}
accepted:
  - {asset: box, threat: wear, reason: {ja: 交換する。, en: It will be replaced.}, by: The owner, on: 2026-11-22}
)";

/// The same while nobody has said whether it keeps names.
inline const std::string open_shop = R"(
id: shop
type: trade
instances: [host]
)";

inline DerivationReport report_of(const Derived& derived) {
  return {derived.view, derived.portfolio, derived.derivation};
}

}  // namespace michibiki::testing
