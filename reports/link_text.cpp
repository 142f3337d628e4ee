#include "reports/link_text.hpp"

#include <array>
#include <vector>

#include "reports/naming.hpp"
#include "reports/words.hpp"

namespace michibiki {
namespace {

constexpr Words by_link{"リンク {}", "Link {}"};
constexpr Words link_says{"リンク {}：{}", "Link {}: {}"};
constexpr Words limited_to{"{}。{}の範囲に限る", "{}, limited to {}"};
constexpr Words nothing{"なし", "nothing"};

const Words& words_for(LinkKind kind) {
  // In the order of LinkKind.
  static constexpr std::array<Words, link_kind_count> all{{
      {"{}は情報資産として{}を担う", "{} carries {}"},
      {"{}は情報資産として{}を担わない", "{} lacks {}"},
      {"{}の種類は{}である", "{} is of nature {}"},
      {"{}は{}という仕組みで作用する", "{} works by {}"},
      {"{}という仕組みは、種類が{}であるものを直接に損なう", "{} acts directly on {}"},
      {"{}という仕組みは、種類が{}であるものを損なわない", "{} spares {}"},
      {"{}は{}で実施する", "{} is put in place on {}"},
      {"{}は{}を目的とする", "{} aims at {}"},
      {"{}は{}を考慮している", "{} considers {}"},
      {"{}は{}に有効である", "{} mitigates {}"},
      {"{}は{}に対抗する", "{} counters {}"},
      {"{}は{}に由来する", "{} originates from {}"},
      {"{1}には{0}が関わる", "{1} involves {0}"},
      {"{}は{}に直接届く", "{} reaches {}"},
      {"{}には{}が欠かせない", "{} cannot do without {}"},
      {"{}は{}に関連する", "{} is related to {}"},
      {"{}は{}に対応する", "{} corresponds to {}"},
      {"{}の扱いは{}である", "{} is disposed of as {}"},
      {"{}は{}への対応案である", "{} is proposed against {}"},
  }};
  return all.at(static_cast<std::size_t>(kind));
}

std::string names_of(const std::vector<EntryRef>& entries, const EntryName& name, Language language) {
  std::vector<std::string> names;
  for (const auto entry : entries) names.push_back(name(entry));
  return names.empty() ? std::string(nothing.in(language)) : joined(names, language);
}

}  // namespace

std::string ends_text(const Link& link, const EntryName& name, Language language) {
  return say(words_for(link.kind), language, names_of(link.from, name, language), names_of(link.to, name, language));
}

std::string link_text(const Link& link, const EntryName& name, Language language) {
  auto text = ends_text(link, name, language);
  if (link.limits == Limits{}) return text;
  return say(limited_to, language, text, names_of(link.limits.named(), name, language));
}

bool has_own_code(const Catalog& catalog, const Link& link) {
  std::string made;
  for (const auto entry : link.from) made += (made.empty() ? "" : "+") + catalog.entry(entry).code;
  return !link.code.starts_with(made + ' ' + std::string(name_of(link.kind)) + ' ');
}

std::string short_link_text(const Catalog& catalog, const Link& link, Language language) {
  if (has_own_code(catalog, link)) return say(by_link, language, link.code);
  const auto code = [&](EntryRef entry) { return catalog.entry(entry).code; };
  return say(by_link, language, link_text(link, code, language));
}

std::string whole_link_text(const Catalog& catalog, const Link& link, const EntryName& name, Language language) {
  auto text = link_text(link, name, language);
  return has_own_code(catalog, link) ? say(link_says, language, link.code, text) : text;
}

}  // namespace michibiki
