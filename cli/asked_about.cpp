#include "cli/asked_about.hpp"

#include <algorithm>

#include "cli/named_item.hpp"
#include "cli/named_together.hpp"
#include "engine/component_names.hpp"
#include "engine/explain/about.hpp"
#include "engine/explain/resting.hpp"
#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

/// Of whatever kind, headings too; not what is withdrawn.
std::vector<EntryRef> entries_called(const Catalog& catalog, const std::string& id) {
  std::vector<EntryRef> found;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    const auto entry = catalog.find(static_cast<EntryKind>(kind), id);
    if (entry && !catalog.withdrawn.contains(*entry)) found.push_back(*entry);
  }
  return found;
}

/// The catalogue that withdrew what is called so; empty where nothing of that id was.
std::string withdrawn_by(const Catalog& catalog, const std::string& id) {
  for (const auto& [entry, withdrawal] : catalog.withdrawn) {
    if (catalog.entry(entry).code == id) return withdrawal.catalog;
  }
  return {};
}

std::vector<std::string> all_ids(const Workings& workings) {
  const auto& catalog = workings.view.catalog();
  std::vector<std::string> ids;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
      const EntryRef entry(static_cast<EntryKind>(kind), i);
      if (!catalog.withdrawn.contains(entry)) ids.push_back(catalog.entry(entry).code);
    }
  }
  for (const auto& component : workings.derivation.inventory.components) ids.push_back(component.instance.code);
  return ids;
}

/// How what a service has or uses is called among what others have: SERVICE/COMPONENT.
std::vector<std::string> names_of_components(const Portfolio& portfolio) {
  std::vector<std::string> names;
  for (const auto& service : portfolio.services) {
    for (const auto& id : component_ids(service)) names.push_back(service.code + '/' + id);
  }
  return names;
}

std::string what_may_be_meant(const Workings& workings, const std::string& id) {
  auto known = all_ids(workings);
  const auto slash = id.find('/');
  if (slash != std::string::npos) {
    const auto names = names_of_components(workings.portfolio);
    known.insert(known.end(), names.begin(), names.end());
  }
  const auto hint = did_you_mean_hint(id, known);
  if (!hint.empty()) return hint;
  const auto in_a_row = [](const std::vector<std::string>& ids) {
    std::string text;
    for (const auto& one : ids) text += (text.empty() ? "" : ", ") + one;
    return text;
  };
  if (const auto names = names_in_services(workings.portfolio, id); !names.empty()) {
    const auto& service = workings.portfolio.services[names.front().service];
    return "the components of service " + quote(service.code) + " are " + in_a_row(component_ids(service));
  }
  if (slash != std::string::npos && std::ranges::count(known, id.substr(slash + 1)) != 0) {
    std::vector<std::string> services;
    for (const auto& service : workings.portfolio.services) {
      if (!service.code.empty()) services.push_back(service.code);
    }
    if (!services.empty()) return "before a component stands its service: " + in_a_row(services);
  }
  return "name an entry of the catalogues or a component of the service";
}

template <typename T>
void append(std::vector<T>& all, std::vector<T> more) {
  for (auto& one : more) {
    if (std::ranges::count(all, one) == 0) all.push_back(std::move(one));
  }
}

/// SERVICE/COMPONENT names what services share for that one alone.
std::vector<ComponentAway> named_for(const Workings& workings, const std::string& id, const Conclusion& conclusion) {
  const auto position = std::get<HasComponent>(conclusion).component;
  const auto& component = workings.derivation.inventory.components[position];
  if (component.instance.code == id || !is_shared(workings.portfolio, component)) return {{position, std::nullopt}};
  std::vector<ComponentAway> away;
  for (const auto& name : names_in_services(workings.portfolio, id)) {
    if (std::ranges::count(component.used_by, name.service) != 0) away.push_back({position, name.service});
  }
  return away;
}

/// Nothing is concluded about a link, but much may rest on it.
bool add_link(const Catalog& catalog, const std::string& code, Asked& asked) {
  const auto link = std::ranges::find(catalog.links, code, &Link::code);
  if (link == catalog.links.end() || catalog.fact(link->fact).withdrawn) return false;
  asked.facts.push_back(link->fact);
  return true;
}

/// What is concluded about each of them, as that a measure originates from a control, is of a class or stands in a chapter.
std::vector<Conclusion> conclusions_about_each(const Workings& workings, const std::vector<std::string>& ids) {
  std::vector<Conclusion> common;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    std::vector<Conclusion> of_one;
    for (const auto entry : entries_called(workings.view.catalog(), ids[i]))
      append(of_one, conclusions_about(workings, entry));
    if (i == 0) common = of_one;
    std::erase_if(common, [&](const Conclusion& one) { return std::ranges::count(of_one, one) == 0; });
  }
  return common;
}

/// What is concluded about all of these ids together, be it one thing or another.
std::vector<Conclusion> conclusions_about_together(const Workings& workings, const std::vector<std::string>& ids,
                                                   const NamedTogether& named) {
  auto conclusions = conclusions_about_exposures(workings, ids);
  for (const auto& [answer, exposures] : named.answering)
    append(conclusions, conclusions_about_answer(workings, answer, exposures));
  if (const auto& value = named.value)
    append(conclusions, conclusions_about_value(workings, value->measure, value->indicator, value->pattern));
  if (named.level) append(conclusions, conclusions_about_level(workings, named.level->first, named.level->second));
  return conclusions.empty() ? conclusions_about_each(workings, ids) : conclusions;
}

/// What the catalogues say it is.
std::vector<FactId> facts_of(const Catalog& catalog, const CalledValue& value) {
  std::vector<FactId> facts;
  const auto& indicators = catalog.measures[value.measure].indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto found = indicators[i].values.find(value.pattern);
    if ((!value.indicator || *value.indicator == i) && found != indicators[i].values.end())
      facts.push_back(found->second.fact);
  }
  return facts;
}

/// A component of the services, not of the catalogues.
Asked about_components(const Workings& workings, const std::string& id) {
  Asked asked;
  asked.components = conclusions_about_component(workings, id);
  asked.conclusions = asked.components;
  for (const auto& component : asked.components) append(asked.away, named_for(workings, id, component));
  return asked;
}

}  // namespace

std::optional<Asked> asked_about(const Session& session, const Workings& workings,
                                 const std::vector<std::string>& words) {
  const auto& catalog = workings.view.catalog();
  Asked asked;
  if (words.size() == 2) {
    if (const auto kind = entry_kind_named(words.front())) {
      const auto id = normalise_id(words.back()).id;
      auto entry = catalog.find(*kind, id);  // headings, too
      if (!entry && *kind == EntryKind::component && names_component(catalog, workings.portfolio, id))
        return about_components(workings, id);
      if (!entry || catalog.withdrawn.contains(*entry))
        entry = named_item(session, catalog, *kind, "explain", words.back(),
                           "leave out " + quote(words.front()) + " to look for it among all kinds");
      if (!entry) return std::nullopt;
      return Asked{{*entry}, conclusions_about(workings, *entry), facts_about(catalog, *entry), {}, {}};
    }
  }
  std::vector<std::string> ids;
  for (const auto& word : words) ids.push_back(normalise_id(word).id);
  const auto named = named_together(catalog, ids);
  bool known = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    const auto& id = ids[i];
    auto entries = entries_called(catalog, id);
    auto components = conclusions_about_component(workings, id);
    const bool link = words.size() == 1 && add_link(catalog, word, asked);
    if (link && components.empty()) continue;
    if (const auto indicator = indicator_called(catalog, id)) {
      asked.entries.push_back(ref(indicator->measure));
      asked.facts.push_back(catalog.measures[indicator->measure].indicators[indicator->indicator].fact);
      if (words.size() == 1)
        append(asked.conclusions, conclusions_about_indicator(workings, indicator->measure, indicator->indicator));
      if (words.size() > 1 && entries.empty() && !named.value) {
        session.log().error(
            quote(word) +
            " is an indicator, which has a value in a pattern and answers nothing; name beside it a pattern alone, or " +
            quote(catalog.measures[indicator->measure].code) + " in its place");
        known = false;
        continue;
      }
    } else if (entries.empty() && components.empty() && !names_component(catalog, workings.portfolio, id)) {
      if (const auto by = withdrawn_by(catalog, id); !by.empty()) {
        session.log().error(quote(word) + " was withdrawn by catalogue " + quote(by) +
                            "; ask about it alone with --why-not to see what stands for it, or leads to it");
        known = false;
        continue;
      }
      session.log().error("nothing is called " + quote(word) + "; " + what_may_be_meant(workings, id));
      known = false;
      continue;
    }
    append(asked.components, components);
    for (const auto& component : components) append(asked.away, named_for(workings, id, component));
    if (words.size() == 1) {
      for (const auto entry : entries) append(asked.conclusions, conclusions_about(workings, entry));
      append(asked.conclusions, std::move(components));
    }
    for (const auto entry : entries) {
      const auto facts = facts_about(catalog, entry);
      asked.facts.insert(asked.facts.end(), facts.begin(), facts.end());
    }
    asked.entries.insert(asked.entries.end(), entries.begin(), entries.end());
  }
  if (!known) return std::nullopt;
  if (words.size() > 1) {
    asked.conclusions = conclusions_about_together(workings, ids, named);
    if (named.value) asked.facts = facts_of(catalog, *named.value);
  }
  return asked;
}

}  // namespace michibiki::cli
