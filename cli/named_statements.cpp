#include "cli/named_statements.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "engine/component_names.hpp"
#include "engine/statements.hpp"
#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

/// That there is such an entry; of a heading, with all that is under it.
std::vector<FactId> of_entry(const Catalog& catalog, EntryRef entry) {
  std::vector<FactId> facts{catalog.entry(entry).fact};
  if (!catalog.entry(entry).group) return facts;
  for (std::size_t i = 0; i < catalog.size(entry.kind); ++i) {
    const EntryRef item(entry.kind, i);
    if (item != entry && lies_under(catalog, item, entry)) facts.push_back(catalog.entry(item).fact);
  }
  return facts;
}

/// "THREAT origin", "THREAT harms PROPERTY", "MEASURE class": sorts of statements are called "threat-origins", "measure-classes".
std::vector<FactId> of_attribute(const Catalog& catalog, const std::vector<std::string>& words) {
  std::vector<FactId> facts;
  for (const auto& statement : statements(catalog)) {
    if (!statement.about || catalog.entry(*statement.about).code != words[0]) continue;
    const auto dash = statement.sort.find('-');
    if (dash == std::string_view::npos) continue;
    const auto sort = statement.sort.substr(dash + 1);
    if (sort != words[1] && sort != words[1] + "s" && sort != words[1] + "es") continue;
    if (words.size() > 2 && (!statement.property || catalog.properties[*statement.property].code != words[2])) continue;
    facts.push_back(statement.fact);
  }
  return facts;
}

/// "MEASURE.KEY": the indicator; with a pattern its value there.
std::vector<FactId> of_value(const Catalog& catalog, const std::string& indicator, const std::string& pattern) {
  const auto dot = indicator.rfind('.');
  if (dot == std::string::npos) return {};
  const auto measure = catalog.measures.find(indicator.substr(0, dot));
  if (!measure) return {};
  for (const auto& one : catalog.measures[*measure].indicators) {
    if (one.key != indicator.substr(dot + 1)) continue;
    if (pattern.empty()) return {one.fact};
    for (const auto& [of, value] : one.values) {
      if (catalog.patterns[of].code == pattern) return {value.fact};
    }
  }
  return {};
}

/// By its id, or FROM KIND TO, and the property that it is limited to where one is given.
std::vector<FactId> of_links(const Catalog& catalog, const std::vector<std::string>& words) {
  std::vector<FactId> facts;
  const auto code = in_one(words);
  const auto names = [&](const std::vector<EntryRef>& entries, const std::string& id) {
    return std::ranges::any_of(entries, [&](EntryRef entry) { return catalog.entry(entry).code == id; });
  };
  for (const auto& link : catalog.links) {
    const auto limited_to = [&](const std::string& property) {
      return std::ranges::any_of(link.limits.properties,
                                 [&](PropertyId id) { return catalog.properties[id].code == property; });
    };
    const bool by_ends = words.size() >= 3 && words.size() <= 4 && name_of(link.kind) == words[1] &&
                         names(link.from, words[0]) && names(link.to, words[2]) &&
                         (words.size() == 3 || limited_to(words[3]));
    if (by_ends || link.code == code) facts.push_back(link.fact);
  }
  return facts;
}

/// Before the id of a link: that one alone, whatever else is called so.
constexpr std::string_view link_word = "link";

std::vector<FactId> of_link_called(const Catalog& catalog, const std::string& code) {
  const auto link = std::ranges::find(catalog.links, code, &Link::code);
  return link == catalog.links.end() ? std::vector<FactId>() : std::vector{link->fact};
}

std::vector<std::string> codes_of(const Catalog& catalog, EntryKind kind) {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < catalog.size(kind); ++i) codes.push_back(catalog.entry({kind, i}).code);
  return codes;
}

std::vector<std::string> codes_of_all(const Catalog& catalog) {
  std::vector<std::string> codes;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    auto some = codes_of(catalog, static_cast<EntryKind>(kind));
    codes.insert(codes.end(), some.begin(), some.end());
  }
  return codes;
}

/// What may stand between or behind ids: kinds of links, and what sorts of statements are called.
std::vector<std::string> second_words(const Catalog& catalog) {
  std::vector<std::string> words{"harms"};
  for (std::size_t kind = 0; kind < link_kind_count; ++kind) words.emplace_back(name_of(static_cast<LinkKind>(kind)));
  for (const auto& statement : statements(catalog)) {
    const auto dash = statement.sort.find('-');
    if (dash == std::string_view::npos) continue;
    std::string word(statement.sort.substr(dash + 1));
    for (const std::string_view plural : {"es", "s"}) {
      if (word.ends_with(plural)) words.push_back(word.substr(0, word.size() - plural.size()));
    }
    words.push_back(std::move(word));
  }
  return words;
}

/// The words that may stand at a position among several.
std::vector<std::string> known_at(const Catalog& catalog, const std::vector<std::string>& words, std::size_t position) {
  const auto kind = words.size() == 2 ? entry_kind_named(words[0]) : std::nullopt;
  if (kind) return position == 0 ? std::vector{words[0]} : codes_of(catalog, *kind);
  if (position == 1) {
    auto known = second_words(catalog);
    const auto patterns = codes_of(catalog, EntryKind::pattern);
    known.insert(known.end(), patterns.begin(), patterns.end());
    return known;
  }
  if (position == 3) return codes_of(catalog, EntryKind::property);
  auto known = codes_of_all(catalog);
  const auto dot = words[position].rfind('.');
  // "MEASURE.KEY" is no id.
  if (words.size() == 2 && dot != std::string::npos && catalog.measures.find(words[position].substr(0, dot)))
    known.push_back(words[position]);
  return known;
}

/// Several words, each as it may be meant; what they say then is something that the catalogues state. Empty: nothing is near.
std::string several_meant(const Catalog& catalog, std::vector<std::string> words) {
  if (words.size() < 2 || words.size() > 4) return {};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto known = known_at(catalog, words, i);
    if (std::ranges::count(known, words[i]) != 0) continue;
    const auto meant = did_you_mean(words[i], known);
    if (!meant) return {};
    words[i] = *meant;
  }
  return statements_named(catalog, words).facts.empty() ? std::string() : in_one(words);
}

}  // namespace

std::vector<std::string> words_of(const std::string& argument) {
  std::istringstream stream(to_nfkc(argument).value_or(argument));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string in_one(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<EntryRef> entries_called(const Catalog& catalog, const std::string& id) {
  std::vector<EntryRef> found;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    if (const auto entry = catalog.find(static_cast<EntryKind>(kind), id)) found.push_back(*entry);
  }
  return found;
}

bool lies_under(const Catalog& catalog, EntryRef entry, EntryRef above) {
  for (std::optional<std::size_t> at = entry.index; at; at = catalog.entry({entry.kind, *at}).parent) {
    if (EntryRef(entry.kind, *at) == above) return true;
  }
  return false;
}

NamedStatements statements_named(const Catalog& catalog, const std::vector<std::string>& words) {
  if (words.size() >= 2 && words[0] == link_word)
    return {of_link_called(catalog, in_one({words.begin() + 1, words.end()})), {}};
  if (words.size() == 2) {
    if (const auto kind = entry_kind_named(words[0])) {
      const auto entry = catalog.find(*kind, words[1]);
      return {entry ? of_entry(catalog, *entry) : std::vector<FactId>(), {}};
    }
  }
  if (words.size() == 1) {
    auto entries = entries_called(catalog, words[0]);
    if (entries.size() > 1) return {{}, std::move(entries)};
    if (entries.size() == 1) return {of_entry(catalog, entries.front()), {}};
  }
  auto facts = of_links(catalog, words);
  if (facts.empty() && words.size() <= 2)
    facts = of_value(catalog, words[0], words.size() == 2 ? words[1] : std::string());
  if (facts.empty() && words.size() >= 2 && words.size() <= 3) facts = of_attribute(catalog, words);
  return {std::move(facts), {}};
}

std::string nothing_called(const Catalog& catalog, const Portfolio& portfolio, const std::string& flag,
                           const std::string& words) {
  const auto codes = codes_of_all(catalog);
  std::set<std::string> known(codes.begin(), codes.end());
  for (const auto& link : catalog.links) {
    known.insert(link.code);
    if (words.starts_with(link_word)) known.insert(in_one({std::string(link_word), link.code}));
  }
  for (const auto& layer : catalog.layers) known.insert(layer.code);
  for (const auto& service : portfolio.services) {
    for (const auto& id : component_ids(service)) {
      known.insert(id);
      if (words.find('/') != std::string::npos) known.insert(service.code + '/' + id);
    }
  }
  const auto several = several_meant(catalog, words_of(words));
  const auto hint = several.empty() ? did_you_mean_hint(words, std::vector(known.begin(), known.end()))
                                    : "did you mean " + quote(several) + "?";
  return flag + ": nothing is called " + quote(words) +
         (hint.empty()
              ? "; name something of the catalogues or a component of the service, or see `michibiki what-if --help`"
              : "; " + hint);
}

}  // namespace michibiki::cli
