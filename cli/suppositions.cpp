#include "cli/suppositions.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "cli/level_words.hpp"
#include "cli/named_item.hpp"
#include "engine/statements.hpp"
#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

std::vector<std::string> split_words(const std::string& text) {
  std::istringstream stream(to_nfkc(text).value_or(text));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool lies_under(const Catalog& catalog, EntryRef entry, EntryRef above) {
  for (std::optional<std::size_t> at = entry.index; at; at = catalog.entry({entry.kind, *at}).parent) {
    if (EntryRef(entry.kind, *at) == above) return true;
  }
  return false;
}

}  // namespace

bool names_catalog(const std::string& argument) {
  std::error_code error;
  if (argument.ends_with(".yaml") || argument.ends_with(".yml")) return true;
  return argument.find('/') != std::string::npos && std::filesystem::exists(argument, error);
}

void Suppositions::wrong(const std::string& what) {
  ok_ = false;
  session_.log().error(what);
}

void Suppositions::suppose_statements(bool so, const std::string& words, std::vector<FactId> facts, bool anew) {
  all_.push_back({so, words, SupposedStatements{std::move(facts), anew}});
}

std::vector<EntryRef> Suppositions::entries_called(const std::string& id) const {
  std::vector<EntryRef> found;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    if (const auto entry = catalog_.find(static_cast<EntryKind>(kind), id)) found.push_back(*entry);
  }
  return found;
}

/// That there is such an entry; of a heading, with all that is under it.
std::vector<FactId> Suppositions::of_entry(EntryRef entry) const {
  std::vector<FactId> facts{catalog_.entry(entry).fact};
  if (!catalog_.entry(entry).group) return facts;
  for (std::size_t i = 0; i < catalog_.size(entry.kind); ++i) {
    const EntryRef item(entry.kind, i);
    if (item != entry && lies_under(catalog_, item, entry)) facts.push_back(catalog_.entry(item).fact);
  }
  return facts;
}

/// "THREAT origin", "THREAT harms PROPERTY", "MEASURE class": sorts of statements are called "threat-origins", "measure-classes".
std::vector<FactId> Suppositions::of_attribute(const std::vector<std::string>& words) const {
  std::vector<FactId> facts;
  for (const auto& statement : statements(catalog_)) {
    if (!statement.about || catalog_.entry(*statement.about).code != words[0]) continue;
    const auto dash = statement.sort.find('-');
    if (dash == std::string_view::npos) continue;
    const auto sort = statement.sort.substr(dash + 1);
    if (sort != words[1] && sort != words[1] + "s" && sort != words[1] + "es") continue;
    if (words.size() > 2 && (!statement.property || catalog_.properties[*statement.property].code != words[2]))
      continue;
    facts.push_back(statement.fact);
  }
  return facts;
}

/// "MEASURE.KEY": the indicator; with a pattern its value there.
std::vector<FactId> Suppositions::of_value(const std::string& indicator, const std::string& pattern) const {
  const auto dot = indicator.rfind('.');
  if (dot == std::string::npos) return {};
  const auto measure = catalog_.measures.find(indicator.substr(0, dot));
  if (!measure) return {};
  for (const auto& one : catalog_.measures[*measure].indicators) {
    if (one.key != indicator.substr(dot + 1)) continue;
    if (pattern.empty()) return {one.fact};
    for (const auto& [of, value] : one.values) {
      if (catalog_.patterns[of].code == pattern) return {value.fact};
    }
  }
  return {};
}

/// By its id, or FROM KIND TO, and the property that it is limited to where one is given.
std::vector<FactId> Suppositions::of_links(const std::vector<std::string>& words) const {
  std::vector<FactId> facts;
  const auto code = joined(words);
  const auto names = [&](const std::vector<EntryRef>& entries, const std::string& id) {
    return std::ranges::any_of(entries, [&](EntryRef entry) { return catalog_.entry(entry).code == id; });
  };
  for (const auto& link : catalog_.links) {
    const auto limited_to = [&](const std::string& property) {
      return std::ranges::any_of(link.limits.properties,
                                 [&](PropertyId id) { return catalog_.properties[id].code == property; });
    };
    const bool by_ends = words.size() >= 3 && words.size() <= 4 && name_of(link.kind) == words[1] &&
                         names(link.from, words[0]) && names(link.to, words[2]) &&
                         (words.size() == 3 || limited_to(words[3]));
    if (by_ends || link.code == code) facts.push_back(link.fact);
  }
  return facts;
}

/// Empty: nothing is called so. None: it has been said what is wrong.
std::optional<std::vector<FactId>> Suppositions::statements_named(const std::string& flag,
                                                                  const std::vector<std::string>& words) {
  if (words.size() == 2) {
    if (const auto kind = entry_kind_named(words[0])) {
      const auto entry = catalog_.find(*kind, words[1]);
      return entry ? of_entry(*entry) : std::vector<FactId>();
    }
  }
  if (words.size() == 1) {
    const auto entries = entries_called(words[0]);
    if (entries.size() > 1) {
      std::string kinds;
      for (const auto entry : entries)
        kinds += (kinds.empty() ? "'" : " or '") + std::string(name_of(entry.kind)) + ' ' + words[0] + '\'';
      wrong(flag + ": several things are called " + quote(words[0]) + "; say " + kinds);
      return std::nullopt;
    }
    if (entries.size() == 1) return of_entry(entries.front());
  }
  auto facts = of_links(words);
  if (facts.empty() && words.size() <= 2) facts = of_value(words[0], words.size() == 2 ? words[1] : std::string());
  if (facts.empty() && words.size() >= 2 && words.size() <= 3) facts = of_attribute(words);
  return facts;
}

FactId Suppositions::new_fact() {
  Fact fact;
  fact.location.file = make_file_name("--with");
  catalog_.facts.push_back(std::move(fact));
  return FactId{catalog_.facts.size() - 1};
}

std::optional<EntryRef> Suppositions::end_of_link(const std::string& id, const std::vector<EntryKind>& kinds) {
  for (const auto entry : entries_called(id)) {
    if (kinds.empty() || std::ranges::count(kinds, entry.kind) != 0) return entry;
  }
  return std::nullopt;
}

/// What no catalogue states: a link, a harm, an entry. Empty: it is none of these.
std::optional<std::vector<FactId>> Suppositions::state(const std::vector<std::string>& words) {
  if (words.size() == 2) {
    const auto kind = entry_kind_named(words[0]);
    if (!kind) return std::vector<FactId>();
    first_of_a_kind_ = first_of_a_kind_ || catalog_.size(*kind) == 0;
    Entry entry;
    entry.code = words[1];
    entry.fact = new_fact();
    catalog_.add(*kind, entry);
    return std::vector{entry.fact};
  }
  if (words.size() < 3 || words.size() > 4) return std::vector<FactId>();
  if (words[1] == "harms" && words.size() == 3) {
    const auto threat = catalog_.threats.find(words[0]);
    const auto property = catalog_.properties.find(words[2]);
    if (!threat || !property) {
      report_unknown("--with", threat ? words[2] : words[0]);
      return std::nullopt;
    }
    const auto fact = new_fact();
    catalog_.threats[*threat].harms.push_back({*property, fact});
    return std::vector{fact};
  }
  const auto kind = link_kind_named(words[1]);
  if (!kind) return std::vector<FactId>();
  const auto from = end_of_link(words[0], from_kinds(*kind));
  const auto to = end_of_link(words[2], to_kinds(*kind));
  for (const auto& [end, word, kinds] :
       {std::tuple(from, words[0], from_kinds(*kind)), {to, words[2], to_kinds(*kind)}}) {
    if (end) continue;
    if (entries_called(word).empty()) {
      report_unknown("--with", word);
    } else {
      std::string allowed;
      for (const auto one : kinds) allowed += (allowed.empty() ? "" : " or ") + std::string(name_of(one));
      wrong("--with: " + quote(word) + " cannot stand there: " + quote(words[1]) + " wants a " + allowed);
    }
    return std::nullopt;
  }
  first_of_a_kind_ =
      first_of_a_kind_ || std::ranges::none_of(catalog_.links, [&](const Link& link) { return link.kind == *kind; });
  Link link;
  if (words.size() == 4) {
    const auto property = catalog_.properties.find(words[3]);
    if (!property) {
      report_unknown("--with", words[3]);
      return std::nullopt;
    }
    link.limits.properties = {*property};
  }
  link.code = joined(words);
  const auto taken = [&](const Link& other) { return other.code == link.code; };
  while (std::ranges::any_of(catalog_.links, taken)) link.code += '+';
  link.kind = *kind;
  link.from = {*from};
  link.to = {*to};
  link.fact = new_fact();
  catalog_.links.push_back(link);
  return std::vector{link.fact};
}

void Suppositions::report_unknown(const std::string& flag, const std::string& words) {
  std::set<std::string> known;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog_.size(static_cast<EntryKind>(kind)); ++i)
      known.insert(catalog_.entry({static_cast<EntryKind>(kind), i}).code);
  }
  for (const auto& link : catalog_.links) known.insert(link.code);
  for (const auto& layer : catalog_.layers) known.insert(layer.code);
  for (const auto& service : portfolio_.services) {
    for (const auto& instance : service.instances) known.insert(instance.code);
  }
  const auto hint = did_you_mean_hint(words, std::vector(known.begin(), known.end()));
  wrong(flag + ": nothing is called " + quote(words) +
        (hint.empty()
             ? "; name something of the catalogues or a component of the service, or see `michibiki what-if --help`"
             : "; " + hint));
}

std::optional<std::pair<std::size_t, std::string>> Suppositions::in_service(const std::string& flag,
                                                                            const std::string& words) {
  const auto slash = words.find('/');
  for (std::size_t s = 0; slash != std::string::npos && s < portfolio_.services.size(); ++s) {
    if (portfolio_.services[s].code == words.substr(0, slash)) return std::pair(s, words.substr(slash + 1));
  }
  if (slash != std::string::npos) {
    wrong(flag + ": no service is called " + quote(words.substr(0, slash)));
    return std::nullopt;
  }
  if (portfolio_.services.size() == 1) return std::pair(std::size_t{0}, words);
  wrong(flag + ": there are several services; say of which with SERVICE/" + words);
  return std::nullopt;
}

/// A component by its id, or all of a type, with what is part of them; as `without` of a service file has it. False: none is called so.
bool Suppositions::remove_components(const std::string& words) {
  const auto slash = words.find('/');
  bool found = false;
  const auto remove = [&](std::vector<Instance>& instances, std::size_t service, const std::string& name, bool shared) {
    const auto type = catalog_.components.find(name);
    std::set<std::string> gone;
    for (bool more = true; more;) {
      more = false;
      for (const auto& instance : instances) {
        const bool named = instance.code == name || (type && lies_under(catalog_, ref(instance.type), ref(*type))) ||
                           (instance.parent && gone.contains(*instance.parent));
        if (named && gone.insert(instance.code).second) more = true;
      }
    }
    for (const auto& instance : instances) {
      if (gone.contains(instance.code))
        all_.push_back(
            {false, words, SupposedComponent{service, instance.code, instance.type, instance.operated_by, shared}});
    }
    std::erase_if(instances, [&](const Instance& instance) { return gone.contains(instance.code); });
    found = found || !gone.empty();
  };
  for (std::size_t s = 0; s < portfolio_.services.size(); ++s) {
    auto& service = portfolio_.services[s];
    const bool of_this = slash != std::string::npos && words.substr(0, slash) == service.code;
    remove(service.instances, s, of_this ? words.substr(slash + 1) : words, false);
  }
  remove(portfolio_.shared, 0, words, true);
  return found;
}

/// "TYPE", "ID=TYPE", "ID=TYPE@OPERATOR". False: it is no type of component.
bool Suppositions::add_component(const std::string& words) {
  const auto equals = words.find('=');
  const auto at = words.find('@');
  const auto slash = words.find('/');
  const auto end = at == std::string::npos ? words.size() : at;
  const auto begin = equals != std::string::npos ? equals + 1 : slash != std::string::npos ? slash + 1 : std::size_t{0};
  auto type = catalog_.components.find(words.substr(begin, end - begin));
  if (!type && equals == std::string::npos) type = catalog_.components.find(words.substr(0, end));
  if (!type || catalog_.components[*type].group) {
    if (equals == std::string::npos) return false;
    report_unknown("--with", words.substr(begin, end - begin));
    return true;
  }
  const auto in = in_service("--with", words);
  if (!in) return true;
  auto& instances = portfolio_.services[in->first].instances;
  const auto has = [&](const std::string& code) {
    return std::ranges::count(instances, code, &Instance::code) +
               std::ranges::count(portfolio_.shared, code, &Instance::code) !=
           0;
  };
  Instance instance;
  instance.type = *type;
  if (equals != std::string::npos) {
    const auto id = normalise_id(in->second.substr(0, in->second.find('=')));
    if (!id.ok()) {
      wrong("--with: " + quote(words) + " gives no id: " + id.problem);
      return true;
    }
    instance.code = id.id;
    if (has(instance.code)) {
      wrong("--with: there is a component " + quote(instance.code) + " already; give another id");
      return true;
    }
  } else {
    const auto& code = catalog_.components[*type].code;
    instance.code = code;
    for (int number = 2; has(instance.code); ++number) instance.code = code + '-' + std::to_string(number);
  }
  if (at != std::string::npos) {
    const auto by = named_item(session_, catalog_, EntryKind::stakeholder, "--with", words.substr(at + 1));
    if (!by) {
      ok_ = false;
      return true;
    }
    instance.operated_by = StakeholderId{by->index};
  }
  all_.push_back(
      {true, words, SupposedComponent{in->first, instance.code, instance.type, instance.operated_by, false}});
  instances.push_back(std::move(instance));
  return true;
}

/// "PROPERTY=LEVEL" or "QUESTION=yes". False: it is none of both.
bool Suppositions::set_level(const std::string& words) {
  const auto both = sides_of(words.substr(words.find('/') == std::string::npos ? 0 : words.find('/') + 1));
  if (!both) return false;
  const bool level = catalog_.properties.find(both->first).has_value();
  if (!level && !catalog_.questions.find(both->first)) return false;
  const auto in = in_service("--with", words);
  if (!in) return true;
  auto& service = portfolio_.services[in->first];
  if (level) {
    const auto wanted = level_in(session_, catalog_, "--with", both->first, both->second);
    ok_ = ok_ && wanted.has_value();
    if (!wanted) return true;
    service.levels[wanted->first] = wanted->second;
    all_.push_back({true, words, SupposedLevel{in->first, wanted->first, wanted->second}});
  } else {
    const auto answer = answer_in(session_, catalog_, "--with", both->first, both->second);
    ok_ = ok_ && answer.has_value();
    if (!answer) return true;
    service.answers[answer->first] = answer->second;
    all_.push_back({true, words, SupposedAnswer{in->first, answer->first, answer->second}});
  }
  return true;
}

/// Links of FROM KIND TO that hold, but each within limits: without any is more.
bool Suppositions::says_less(const std::vector<std::string>& words, const std::vector<FactId>& facts) const {
  if (words.size() != 3 || !link_kind_named(words[1])) return false;
  return std::ranges::all_of(facts, [&](FactId fact) {
    const auto link = std::ranges::find(catalog_.links, fact, &Link::fact);
    const auto& stated = catalog_.fact(fact);
    return link != catalog_.links.end() && link->limits != Limits{} && !stated.withdrawn &&
           stated.basis.kind >= session_.trust();
  });
}

void Suppositions::with(const std::string& argument) {
  const auto words = split_words(argument);
  if (words.empty()) return wrong("--with: the name is empty");
  if (words.size() == 1 && (set_level(words[0]) || add_component(words[0]))) return;
  auto facts = statements_named("--with", words);
  const bool known = facts && !facts->empty() && !says_less(words, *facts);
  if (facts && !known) facts = state(words);
  if (!facts) {
    ok_ = false;
  } else if (facts->empty()) {
    report_unknown("--with", argument);
  } else {
    suppose_statements(true, argument, std::move(*facts), !known);
  }
}

void Suppositions::without(const std::string& argument) {
  const auto words = split_words(argument);
  if (words.empty()) return wrong("--without: the name is empty");
  if (words.size() == 1 && remove_components(words[0])) return;
  auto facts = statements_named("--without", words);
  if (!facts) return;
  if (facts->empty()) {
    report_unknown("--without", argument);
  } else {
    suppose_statements(false, argument, std::move(*facts));
  }
}

std::vector<FactId> Suppositions::stated_anew() const {
  std::vector<FactId> facts;
  for (const auto& one : all_) {
    const auto* statements = std::get_if<SupposedStatements>(&one.what);
    if (statements != nullptr && statements->stated_anew)
      facts.insert(facts.end(), statements->facts.begin(), statements->facts.end());
  }
  return facts;
}

std::optional<View> Suppositions::suppose(const View& view) const {
  auto supposed = view;
  bool all_differ = true;
  for (const auto& one : all_) {
    const auto* statements = std::get_if<SupposedStatements>(&one.what);
    if (statements == nullptr) continue;
    const auto as_supposed = [&](FactId fact) { return view.holds(fact) == one.so; };
    if (!statements->stated_anew && std::ranges::all_of(statements->facts, as_supposed)) {
      session_.log().error((one.so ? "--with: " : "--without: ") + quote(one.words) +
                           (one.so ? " holds already; there is nothing to suppose"
                                   : " does not hold anyway; there is nothing to suppose"));
      all_differ = false;
    }
    supposed = one.so ? supposed.with(statements->facts) : supposed.without(statements->facts);
  }
  return all_differ ? std::optional(supposed) : std::nullopt;
}

}  // namespace michibiki::cli
