#include "cli/named_statements.hpp"

#include <algorithm>
#include <set>
#include <sstream>

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
  std::set<std::string> known;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i)
      known.insert(catalog.entry({static_cast<EntryKind>(kind), i}).code);
  }
  for (const auto& link : catalog.links) known.insert(link.code);
  for (const auto& layer : catalog.layers) known.insert(layer.code);
  for (const auto& service : portfolio.services) {
    for (const auto& instance : service.instances) known.insert(instance.code);
  }
  const auto hint = did_you_mean_hint(words, std::vector(known.begin(), known.end()));
  return flag + ": nothing is called " + quote(words) +
         (hint.empty()
              ? "; name something of the catalogues or a component of the service, or see `michibiki what-if --help`"
              : "; " + hint);
}

}  // namespace michibiki::cli
