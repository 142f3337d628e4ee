#include "cli/suppositions.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/named_statements.hpp"
#include "engine/what_if/weaker_links.hpp"
#include "model/text.hpp"
#include "reports/suppositions.hpp"

namespace michibiki::cli {
namespace {

enum class Beside { nothing, alike, contradicts };

Beside when(bool about_the_same, bool alike) {
  return !about_the_same ? Beside::nothing : alike ? Beside::alike : Beside::contradicts;
}

/// How a supposition stands beside an earlier one. Components come and go one after the other; of levels, answers and statements there
/// is one at a time.
Beside beside(const Supposition& earlier, const Supposition& later) {
  if (const auto* was = std::get_if<SupposedLevel>(&earlier.what)) {
    const auto* is = std::get_if<SupposedLevel>(&later.what);
    return when(is != nullptr && was->service == is->service && was->property == is->property,
                is != nullptr && was->level == is->level);
  }
  if (const auto* was = std::get_if<SupposedAnswer>(&earlier.what)) {
    const auto* is = std::get_if<SupposedAnswer>(&later.what);
    return when(is != nullptr && was->service == is->service && was->question == is->question,
                is != nullptr && was->yes == is->yes);
  }
  if (const auto* was = std::get_if<SupposedStatements>(&earlier.what)) {
    const auto* is = std::get_if<SupposedStatements>(&later.what);
    return when(is != nullptr && was->facts == is->facts, earlier.so == later.so);
  }
  return Beside::nothing;
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

void Suppositions::report_unknown(const std::string& flag, const std::string& words) {
  wrong(nothing_called(catalog_, portfolio_, flag, words));
}

/// Once, however often it is said.
void Suppositions::add_without_contradiction(const Supposition& one) {
  for (const auto& earlier : all_) {
    switch (beside(earlier, one)) {
      case Beside::nothing:
        break;
      case Beside::alike:
        return;
      case Beside::contradicts:
        return wrong(option_of(earlier) + " and " + option_of(one) + " contradict each other; suppose one of them");
    }
  }
  all_.push_back(one);
}

/// False: it is not about them.
bool Suppositions::suppose_of_services(const SupposedPortfolio::Edits& edits) {
  if (!edits) return false;
  ok_ = ok_ && !edits->empty();
  for (const auto& edit : *edits) add_without_contradiction(edit);
  return true;
}

void Suppositions::suppose_statements(bool so, const std::string& words, std::vector<FactId> facts, bool anew) {
  add_without_contradiction({so, words, SupposedStatements{std::move(facts), anew}});
}

/// Empty: nothing is called so. None: it has been said what is wrong.
std::optional<std::vector<FactId>> Suppositions::statements(const std::string& flag,
                                                            const std::vector<std::string>& words) {
  auto named = statements_named(catalog_, words);
  if (named.several.empty()) return std::move(named.facts);
  std::string kinds;
  for (const auto entry : named.several)
    kinds += (kinds.empty() ? "'" : " or '") + std::string(name_of(entry.kind)) + ' ' + words[0] + '\'';
  wrong(flag + ": several things are called " + quote(words[0]) + "; say " + kinds);
  return std::nullopt;
}

FactId Suppositions::new_fact() {
  Fact fact;
  fact.location.file = make_file_name("--with");
  catalog_.facts.push_back(std::move(fact));
  return FactId{catalog_.facts.size() - 1};
}

std::optional<EntryRef> Suppositions::end_of_link(const std::string& id, const std::vector<EntryKind>& kinds) const {
  for (const auto entry : entries_called(catalog_, id)) {
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
    if (entries_called(catalog_, word).empty()) {
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
  link.code = in_one(words);
  const auto taken = [&](const Link& other) { return other.code == link.code; };
  while (std::ranges::any_of(catalog_.links, taken)) link.code += '+';
  link.kind = *kind;
  link.from = {*from};
  link.to = {*to};
  link.fact = new_fact();
  catalog_.links.push_back(link);
  return std::vector{link.fact};
}

/// Of what is called FROM KIND TO, and be it hidden or withdrawn, that which says it everywhere: what is said within limits is less.
std::vector<FactId> Suppositions::saying_as_much(const std::vector<std::string>& words,
                                                 std::vector<FactId> facts) const {
  const auto kind = words.size() == 3 || words.size() == 4 ? link_kind_named(words[1]) : std::nullopt;
  if (!kind) return facts;
  const auto from = end_of_link(words[0], from_kinds(*kind));
  const auto to = end_of_link(words[2], to_kinds(*kind));
  std::vector<PropertyId> properties;
  if (words.size() == 4) {
    if (const auto property = catalog_.properties.find(words[3])) properties.push_back(*property);
  }
  std::erase_if(facts, [&](FactId fact) {
    const auto link = std::ranges::find(catalog_.links, fact, &Link::fact);
    return !from || !to || link == catalog_.links.end() || !says(*link, *from, *to, properties);
  });
  return facts;
}

void Suppositions::with(const std::string& argument) {
  const auto words = words_of(argument);
  if (words.empty()) return wrong("--with: the name is empty");
  if (words.size() == 1 && (suppose_of_services(of_services_.set_level(words[0])) ||
                            suppose_of_services(of_services_.add_component(words[0]))))
    return;
  auto facts = statements("--with", words);
  if (facts) facts = saying_as_much(words, std::move(*facts));
  const bool known = facts && !facts->empty();
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
  const auto words = words_of(argument);
  if (words.empty()) return wrong("--without: the name is empty");
  if (words.size() == 1 &&
      (suppose_of_services(of_services_.remove_components(words[0])) || of_services_.gone_already(words[0])))
    return;
  auto facts = statements("--without", words);
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
