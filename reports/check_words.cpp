#include "reports/check_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/args.h>

#include "reports/naming.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

using enum FindingKind;

struct FindingWords {
  FindingKind kind{};
  Words heading;
  Words message;
  Words hint;
};

// {subject} {object} {on} {members} {ids} {title} {cases} {patterns} {proposed} {link} {other} {count} {text} {was} {is} {by} {language} are filled in, see `message_of`.
constexpr auto table = std::to_array<FindingWords>({
    {threat_without_origin,
     {"発生源のない脅威", "Threats without an origin"},
     {"脅威「{subject}」に発生源がない", "threat {subject} has no origin"},
     {"`origin` を書けば、発生源による限定と章の割当てが働く",
      "state its `origin`; limits and placement by origin go by it"}},
    {threat_without_harm,
     {"損なう性質のない脅威", "Threats that harm nothing"},
     {"脅威「{subject}」はどの性質も損なわない", "threat {subject} harms no property"},
     {"`harms` に、損なう性質を書く", "list under `harms` what it harms"}},
    {threat_without_mechanism,
     {"仕組みのない脅威", "Threats without a mechanism"},
     {"脅威「{subject}」が情報資産に届く仕組みがない",
      "threat {subject} has no mechanism by which it reaches an asset"},
     {"`mechanisms` に仕組みを書くか、`exposes` のリンクで情報資産を直接示す",
      "name one under `mechanisms`, or the assets outright by an `exposes` link"}},
    {mechanism_without_threat,
     {"使われない仕組み", "Mechanisms that no threat uses"},
     {"仕組み「{subject}」を使う脅威がない", "no threat works by mechanism {subject}"},
     {"脅威の `mechanisms` に加えるか、仕組みを取り下げる", "name it under `mechanisms` of a threat, or drop it"}},
    {mechanism_without_effect,
     {"何にも作用しない仕組み", "Mechanisms that act on nothing"},
     {"仕組み「{subject}」はどの種類の情報資産にも作用しない", "mechanism {subject} acts on no nature"},
     {"`acts-on` に、作用する種類と性質を書く", "say under `acts-on` which natures and properties it harms"}},
    {nature_without_asset,
     {"情報資産のない種類", "Natures that no asset has"},
     {"種類「{subject}」の情報資産がない", "no asset is of nature {subject}"},
     {"ほかのカタログのための種類であれば、このままでよい", "fine when it is there for other catalogues"}},
    {nature_without_mechanism,
     {"何の作用も受けない種類", "Natures that no mechanism acts on"},
     {"種類「{subject}」に作用する仕組みがない", "no mechanism acts on nature {subject}"},
     {"その種類の情報資産には、どの脅威も届かない", "no threat reaches an asset of that nature"}},
    {asset_without_nature,
     {"種類のない情報資産", "Assets without a nature"},
     {"情報資産「{subject}」に種類がない", "asset {subject} has no nature"},
     {"`natures` に種類を書く。なければ仕組みによる脅威が届かない",
      "name one under `natures`; without it no mechanism reaches the asset"}},
    {asset_without_component,
     {"どの構成要素にもない情報資産", "Assets that no component carries"},
     {"情報資産「{subject}」を担う構成要素がない", "no component carries asset {subject}"},
     {"構成要素の `carries` に加える", "name it under `carries` of a component"}},
    {control_without_use,
     {"使われない管理策", "Controls without any use"},
     {"管理策「{subject}」はどの脅威も軽減せず、どの対策項目の由来でもない",
      "control {subject} mitigates no threat and is the origin of no measure"},
     {"`mitigates` か `originates-from` のリンクで扱いを示す",
      "show what became of it by a `mitigates` or `originates-from` link"}},
    {control_without_threat,
     {"脅威を直接軽減しない管理策", "Controls that mitigate no threat"},
     {"管理策「{subject}」が直接軽減する脅威はない", "control {subject} mitigates no threat directly"},
     {"組織的な管理策であれば、このままでよい", "fine for a control of organisation"}},
    {control_without_disposition,
     {"扱いの示されていない管理策", "Controls without a disposition"},
     {"管理策「{subject}」がどう扱われたかが示されていない", "nobody says what became of control {subject}"},
     {"`disposed-as` のリンクで扱いを示す", "say so by a `disposed-as` link"}},
    {measure_without_use,
     {"選ばれない対策項目", "Measures that nothing selects"},
     {"対策項目「{subject}」は、どのシステム事例でも選ばれない", "measure {subject} is selected in no system case"},
     {"`counters` で対抗する脅威を、又は `involves` で関わるステークホルダを示す",
      "link it to threats by `counters`, or to stakeholders by `involves`"}},
    {measure_without_threat,
     {"ステークホルダだけで選ばれる対策項目", "Measures selected through stakeholders only"},
     {"対策項目「{subject}」は脅威に対抗せず、ステークホルダとの関わりで選ばれる",
      "measure {subject} counters no threat; the stakeholders it involves select it"},
     {"組織・運用の対策であれば、このままでよい", "fine for an organisational measure"}},
    {measure_without_origin,
     {"由来のない対策項目", "Measures without an origin"},
     {"対策項目「{subject}」の由来がない", "measure {subject} originates from nothing"},
     {"`originates-from` のリンクで、もとの管理策や文書を示す",
      "name the controls or documents behind it by an `originates-from` link"}},
    {measure_without_indicator,
     {"評価項目のない対策項目", "Measures without an indicator"},
     {"対策項目「{subject}」に評価項目がない", "measure {subject} has no indicator"},
     {"もとの文書に評価項目がなければ、このままでよい", "fine when its source has none"}},
    {measure_without_chapter,
     {"章の決まらない対策項目", "Measures without a chapter"},
     {"対策項目「{subject}」は、章の割当てのどの行にも当たらない",
      "no line of the placement table fits measure {subject}"},
     {"`placement` の行か、`implemented-on`・`aims-at` を見直す",
      "look at `placement`, or at its `implemented-on` and `aims-at`"}},
    {contradiction,
     {"矛盾", "Contradictions"},
     {"「{subject}」について、リンク「{link}」と「{other}」が矛盾する（{members}）",
      "of {subject}, links {link} and {other} contradict each other about {members}"},
     {"どちらかを取り下げる", "keep either of the two"}},
    {redundant_link,
     {"余分なリンク", "Redundant links"},
     {"リンク「{link}」の内容は、リンク「{other}」にすべて含まれる",
      "link {link} says nothing that link {other} does not say"},
     {"広い方だけを残すか、範囲を絞る", "keep the wider one, or narrow it"}},
    {link_without_effect,
     {"効果のないリンク", "Links without effect"},
     {"リンク「{link}」が答える突合結果は、どのシステム事例にもない",
      "link {link} answers no exposure in any system case"},
     {"限定（性質、種類、構成要素など）が、脅威の害の及ぶ先と合っているかを確かめる",
      "see whether its limits fit what the threat harms directly"}},
    {lack_without_effect,
     {"効果のない `lacks`", "`lacks` without effect"},
     {"リンク「{link}」：構成要素種別「{subject}」の上位に、{members}を担う種別がない",
      "link {link}: no type above {subject} carries {members}"},
     {"`lacks` から外すか、`parent` を確かめる", "take it out of `lacks`, or see whether its `parent` is right"}},
    {unsupported_counter,
     {"支持する管理策のない対抗関係", "Counters that no control supports"},
     {"リンク「{link}」：対策項目「{subject}」の由来となった管理策は、{members}を軽減しない",
      "link {link}: no control that measure {subject} originates from mitigates {members}"},
     {"`mitigates` か由来を補うか、`stands-because` に成り立つ理由を書く",
      "complete `mitigates` or the lineage, or say in `stands-because` why it stands"}},
    {lone_judgement,
     {"独立した資料の支持がない判断", "Judged links that no independent source supports"},
     {"リンク「{link}」と一致する資料がない", "no independent source agrees with link {link}"},
     {"`evidence` の `alone` に、それでも成り立つ理由を書くか、リンクを取り下げる",
      "say under `alone` of its `evidence` why it stands all the same, or drop it"}},
    {broad_answer,
     {"多くの脅威に答える項目", "What answers many threats"},
     {"{subject}は{count}の脅威に答えるとされ、全体の半分以上に当たる",
      "{subject} is said to answer {count} threats, half of all or more"},
     {"`broad-because` に理由を書くか、リンクを絞る", "say why in `broad-because`, or narrow its links"}},
    {declared_unmappable,
     {"対応するもののない項目", "Declared not mappable"},
     {"{subject}には、対応するものがないとされている：{title}", "{subject} is declared to map to nothing: {title}"},
     {"新しいカタログで事情が変わったときは、見直す", "look at it again when a catalogue brings something new"}},
    {mapped_after_all,
     {"対応がないとされながら、対応のある項目", "Declared not mappable, yet mapped"},
     {"{subject}は、リンク「{link}」では対応するものがないとされるが、リンク「{other}」で対応付けられている",
      "{subject} maps to nothing by link {link}, and yet there is link {other}"},
     {"どちらかを取り下げる", "withdraw one of the two"}},
    {withdrawn_end,
     {"廃止された項目へのリンク", "Links to what has been withdrawn"},
     {"リンク「{link}」の端にある「{subject}」は、そのカタログで廃止されている",
      "link {link} has {subject} at one end, which its own catalogue has withdrawn"},
     {"後継の項目に付け替えるか、リンクを取り下げる。後継の `replaces` に書けば自動でたどられる",
      "link to what took its place, or drop the link; an entry that `replaces` it is followed by itself"}},
    {orphan,
     {"使われない項目", "Entries that nothing uses"},
     {"{subject}を参照するものがない", "nothing refers to {subject}"},
     {"使うか、取り下げる", "use it, or drop it"}},
    {empty_group,
     {"空の見出し", "Empty headings"},
     {"見出し「{subject}」の下に項目がない", "nothing stands under the heading {subject}"},
     {"項目を加えるか、見出しを取り下げる", "put something under it, or drop it"}},
    {uncovered,
     {"対策のない突合結果", "Uncovered exposures"},
     {"{object}に対する脅威「{subject}」{members}に対応するものがない{cases}{patterns}{proposed}",
      "nothing answers threat {subject} on {object}{members}{cases}{patterns}{proposed}"},
     {"用いた脅威の一覧に照らした結果である。対策項目か、受容の理由が要る",
      "relative to the threat list used; it needs a measure, or a service's reasoned acceptance"}},
    {control_only,
     {"管理策のみの突合結果", "Control-only exposures"},
     {"{object}に対する脅威「{subject}」{members}は、管理策のみが軽減する{cases}{patterns}{proposed}",
      "only controls, no measure, answer threat {subject} on {object}{members}{cases}{patterns}{proposed}"},
     {"管理策を具体化した対策項目が要る", "it needs a measure that makes the control concrete"}},
    {single_point,
     {"単一の対策への依存", "Single points"},
     {"{subject}だけが支えている突合結果が{count}件ある（脅威：{members}）",
      "{count} exposure(s) hang on {subject} alone (threats: {members})"},
     {"それを欠くと対策がなくなる", "without it they would not be covered"}},
    {unreached_threat,
     {"届かない脅威", "Unreached threats"},
     {"脅威「{subject}」が直接害を及ぼす情報資産がない{cases}{proposed}",
      "threat {subject} directly harms no asset{cases}{proposed}"},
     {"脅威を無視したのではない。及ぶ先となる情報資産や種類がカタログにない",
      "it is not ignored: the catalogues have no asset, or no nature, that it would reach"}},
    {untreated,
     {"対応案のない脅威", "Left without a proposal"},
     {"{on}脅威「{subject}」{members}への対応案がない{cases}{patterns}",
      "no treatment is proposed against threat {subject}{on}{members}{cases}{patterns}"},
     {"専門家の検討に供する案を `treatments` に書き、`treats` で結ぶ。案があっても対策ありとはみなさない",
      "put a proposal to experts under `treatments`, linked by `treats`; it covers nothing"}},
    {treatment_without_use,
     {"向ける先のない対応案", "Treatments that nothing calls for"},
     {"対応案「{subject}」の向けられた脅威は、対策があるか、限定に合わない",
      "treatment {subject} is proposed against nothing that is left without a measure"},
     {"対策ができたのであれば取り下げる。そうでなければ `treats` の限定を確かめる",
      "drop it when a measure has come; else look at the limits of its `treats` links"}},
    {unthreatened_asset,
     {"脅威の届かない情報資産", "Assets that no threat reaches"},
     {"情報資産「{subject}」に届く脅威がない", "no threat reaches asset {subject}"},
     {"種類か、仕組みの `acts-on` を見直す", "look at its natures, or at what mechanisms act on"}},
    {unknown_value,
     {"不明な対策参照値", "Unknown reference values"},
     {"対策項目「{subject}」の評価項目「{text}」の値が不明である{members}",
      "the value of indicator {text} of measure {subject} is not known{members}"},
     {"`unknown` は、事業者が選ぶことを表す `-` と同じではない",
      "`unknown` is not `-`, which means that the provider chooses"}},
    {laxer_value,
     {"要求の強いパターンの方が緩い値", "Stronger requirement, laxer value"},
     {"対策項目「{subject}」の評価項目「{text}」：要求レベルの順（{members}）に対し、値の厳しさが逆である",
      "indicator {text} of measure {subject}: of {members}, the first requires more and has the laxer value"},
     {"値か、`stricter` の向きを確かめる", "look at the values, or at the direction of `stricter`"}},
    {laxer_selection,
     {"要求の強いパターンでは求められないもの", "Stronger requirement, not called for"},
     {"「{subject}」：要求レベルの順（{members}）に対し、要求の弱い方のパターンでのみ求められる",
      "{subject}: of {members}, the first requires more and does not call for it"},
     {"`patterns` に強い方のパターンを加えるか、二つのパターンの要求レベルを確かめる",
      "add the stronger pattern to its `patterns`, or look at the levels of both"}},
    {missing_translation,
     {"訳のない記述", "Texts in one language only"},
     {"{subject}の `{text}` に{language}がない", "`{text}` of {subject} has no {language}"},
     {"両方の言語で書く", "give both languages"}},
    {duplicate_title,
     {"同じ題名", "Equal titles"},
     {"「{title}」と題する項目が複数ある：{ids}", "several entries are titled \"{title}\": {ids}"},
     {"読者が区別できる題名にする", "readers cannot tell them apart"}},
    {judgement_without_reason,
     {"理由のない判断", "Judgements without a reason"},
     {"{subject}は判断とされるが、それ自体の理由がない", "{subject} is a judgement without a reason of its own"},
     {"`because` に、そう判断した理由を書く", "say in `because` why it was judged so"}},
    {overridden,
     {"上書きされた記述", "Overridden statements"},
     {"{by}が{text}を変更した：{was} → {is}", "{by} changes {text}: {was} -> {is}"},
     {"変更後の内容で導出される", "derivations go by the changed statement"}},
});

constexpr bool rows_follow_the_enumeration() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].kind) != i) return false;
  }
  return true;
}
static_assert(rows_follow_the_enumeration(), "the table lists the kinds in the order of the enumeration");

constexpr Words in_cases{"（{}）", " (in {})"};
constexpr Words in_patterns{"（パターン：{}）", " (pattern: {})"};
constexpr Words of_members{"（{}）", " ({})"};
constexpr Words in_every_case{"すべてのシステム事例", "every system case"};
constexpr Words on_asset{"{}に対する", " on {}"};
constexpr Words on_nothing{"どの情報資産にも届かない", ", which reaches no asset"};
constexpr Words proposed_against{"。対応案：{}", "; proposed: {}"};
constexpr Words a_link{"リンク「{}」", "link {}"};
constexpr Words an_edit{"上書き「{}」", "the edit of {}"};
constexpr Words this_place{"この箇所", "this place"};
constexpr Words absent{"（なし）", "(none)"};
constexpr Words japanese{"日本語", "Japanese"};
constexpr Words english{"英語", "English"};
constexpr Words error{"誤り", "error"};
constexpr Words warning{"警告", "warning"};
constexpr Words note{"参考", "note"};
constexpr Words statements{"記述", "Statements"};

const FindingWords& words_of(FindingKind kind) { return table.at(static_cast<std::size_t>(kind)); }

class Message {
 public:
  Message(const View& view, const Finding& finding, Language language)
      : catalog_(view.catalog()), view_(view), finding_(finding), language_(language) {}

  std::string write() const {
    fmt::dynamic_format_arg_store<fmt::format_context> parts;
    parts.push_back(fmt::arg("subject", about()));
    parts.push_back(fmt::arg("object", object()));
    parts.push_back(fmt::arg("on", on()));
    parts.push_back(fmt::arg("members", members()));
    parts.push_back(fmt::arg("ids", ids()));
    parts.push_back(fmt::arg("cases", cases()));
    parts.push_back(fmt::arg("patterns", patterns()));
    parts.push_back(fmt::arg("proposed", proposed()));
    parts.push_back(fmt::arg("link", finding_.link ? catalog_.link(*finding_.link).code : std::string()));
    parts.push_back(fmt::arg("other", finding_.other ? catalog_.link(*finding_.other).code : std::string()));
    parts.push_back(fmt::arg("count", finding_.count));
    parts.push_back(fmt::arg("title", title()));
    parts.push_back(fmt::arg("text", text(0)));
    parts.push_back(fmt::arg("was", text(1)));
    parts.push_back(fmt::arg("is", text(2)));
    parts.push_back(fmt::arg("by", text(3)));
    parts.push_back(fmt::arg("language", languages()));
    return fmt::vformat(words_of(finding_.kind).message.in(language_), parts);
  }

 private:
  std::string label(EntryRef entry) const { return title_and_id(catalog_.entry(entry), language_); }

  std::string about() const {
    if (finding_.subject && per_vulnerability()) return label(*finding_.subject) + " / " + finding_.texts.front();
    if (finding_.subject) return label(*finding_.subject);
    if (finding_.link) return say(a_link, language_, catalog_.link(*finding_.link).code);
    if (finding_.kind == judgement_without_reason) return say(an_edit, language_, text(0));
    return std::string(this_place.in(language_));
  }

  std::string object() const {
    return finding_.object ? label(*finding_.object) : std::string(words::whole_service.in(language_));
  }

  /// Where a threat is: on an asset, on the service as a whole in catalogues without assets, else nowhere.
  std::string on() const {
    const bool reaches = finding_.object || catalog_.assets.empty();
    return reaches ? say(on_asset, language_, object()) : std::string(on_nothing.in(language_));
  }

  std::string proposed() const {
    std::vector<std::string> titles;
    for (const auto treatment : finding_.proposed) titles.push_back(label(treatment));
    return titles.empty() ? std::string() : say(proposed_against, language_, joined(titles, language_));
  }

  bool of_exposures() const {
    return finding_.kind == uncovered || finding_.kind == control_only || finding_.kind == untreated;
  }

  bool per_vulnerability() const { return of_exposures() && !finding_.texts.empty(); }

  /// Where the members limit what is said, they stand in brackets, or not at all when there are none.
  std::string members() const {
    std::vector<std::string> titles;
    for (const auto entry : finding_.members) titles.push_back(title_of(catalog_.entry(entry), language_));
    const bool limits = of_exposures() || finding_.kind == unknown_value;
    auto text = joined(titles, language_);
    if (!limits) return text;
    return titles.empty() ? std::string() : say(of_members, language_, text);
  }

  std::string ids() const {
    std::vector<std::string> codes;
    for (const auto entry : finding_.members) codes.push_back(catalog_.entry(entry).code);
    return joined(codes, language_);
  }

  std::string cases() const {
    if (finding_.cases.empty()) return {};
    std::size_t all = 0;
    for (std::size_t i = 0; i < catalog_.system_cases.size(); ++i) {
      const EntryRef entry(EntryKind::system_case, i);
      if (!catalog_.entry(entry).group && view_.holds(entry)) ++all;
    }
    if (finding_.cases.size() == all) return say(in_cases, language_, in_every_case.in(language_));
    std::vector<std::string> codes;
    for (const auto entry : finding_.cases) codes.push_back(catalog_.entry(entry).code);
    return say(in_cases, language_, joined(codes, language_));
  }

  std::string patterns() const {
    std::vector<std::string> codes;
    for (const auto entry : finding_.patterns) codes.push_back(catalog_.entry(entry).code);
    return codes.empty() ? std::string() : say(in_patterns, language_, joined(codes, language_));
  }

  std::string text(std::size_t index) const {
    if (index >= finding_.texts.size()) return {};
    return finding_.texts[index].empty() ? std::string(absent.in(language_)) : finding_.texts[index];
  }

  /// Of two texts that are one title, the one in this language.
  std::string title() const {
    if (finding_.texts.size() != 2) return {};
    return Wording{finding_.texts[0], finding_.texts[1]}.in(language_);
  }

  std::string languages() const {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < finding_.texts.size(); ++i) {
      names.emplace_back((finding_.texts[i] == "ja" ? japanese : english).in(language_));
    }
    return joined(names, language_);
  }

  const Catalog& catalog_;
  const View& view_;
  const Finding& finding_;
  Language language_;
};

}  // namespace

const Words& heading_of(FindingKind kind) { return words_of(kind).heading; }
const Words& hint_for(FindingKind kind) { return words_of(kind).hint; }

std::string message_of(const View& view, const Finding& finding, Language language) {
  return Message(view, finding, language).write();
}

const Words& words_for(Severity severity) {
  switch (severity) {
    case Severity::error:
      return error;
    case Severity::warning:
      return warning;
    case Severity::note:
      break;
  }
  return note;
}

std::string text_of(const Place& place) {
  std::string text = place.catalog.empty() ? std::string() : place.catalog + '/';
  return text + file_name_of(place.at) + ':' + std::to_string(place.at.line) + ':' + std::to_string(place.at.column);
}

Grid bases_grid(const std::vector<BasisTally>& tallies, Language language) {
  const auto in = [&](const Words& words) { return std::string(words.in(language)); };
  Grid grid;
  grid.columns = {{in(statements)},
                  {in(words::stated), true, true},
                  {in(words::judgement), true, true},
                  {in(words::unverified), true, true},
                  {in(words::total), true, true}};
  for (const auto& tally : tallies) {
    const auto of = [&](BasisKind basis) { return count_cell(tally.by_basis[static_cast<std::size_t>(basis)]); };
    grid.rows.push_back({{{tally.what},
                          of(BasisKind::stated),
                          of(BasisKind::judgement),
                          of(BasisKind::unverified),
                          count_cell(tally.total())},
                         false});
  }
  return grid;
}

}  // namespace michibiki
