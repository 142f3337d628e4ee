#include "cli/missed_item.hpp"

#include <algorithm>
#include <array>

#include "cli/asked_about.hpp"
#include "cli/named_together.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

/// Entries of that id, all of which were withdrawn; none where one stands.
std::vector<EntryRef> withdrawn_called(const Catalog& catalog, const std::string& id, std::optional<EntryKind> wanted) {
  std::vector<EntryRef> found;
  for (std::size_t i = 0; i < entry_kind_count; ++i) {
    const auto kind = static_cast<EntryKind>(i);
    const auto entry = catalog.find(kind, id);
    if (!entry || (wanted && kind != *wanted)) continue;
    if (!catalog.withdrawn.contains(*entry)) return {};
    found.push_back(*entry);
  }
  return found;
}

bool is_answer(EntryRef entry) { return entry.kind == EntryKind::measure || entry.kind == EntryKind::control; }

// An exposure has one of each, and one measure or control answers it.
enum Role : std::size_t { component, asset, threat, vulnerability, property, answer, role_count };

std::array<bool, role_count> roles_of(const Catalog& catalog, const Portfolio& portfolio, const std::string& id) {
  std::array<bool, role_count> roles{};
  const auto is = [&](EntryKind kind) { return catalog.find(kind, id).has_value(); };
  roles[component] = is(EntryKind::component) || names_component(catalog, portfolio, id);
  roles[asset] = is(EntryKind::asset);
  roles[threat] = is(EntryKind::threat);
  roles[vulnerability] = is(EntryKind::vulnerability);
  roles[property] = is(EntryKind::property);
  roles[answer] = is(EntryKind::measure) || is(EntryKind::control);
  return roles;
}

/// Whether each can play a role of its own.
bool fit_together(const std::vector<std::array<bool, role_count>>& all, std::size_t position = 0,
                  std::array<bool, role_count> taken = {}) {
  if (position == all.size()) return true;
  for (std::size_t role = 0; role < role_count; ++role) {
    if (!all[position][role] || taken[role]) continue;
    auto more = taken;
    more[role] = true;
    if (fit_together(all, position + 1, more)) return true;
  }
  return false;
}

/// Several words name one thing between them; none where they cannot.
std::optional<Missed> missed_among(const Workings& workings, const std::vector<std::string>& ids,
                                   const std::vector<EntryRef>& entries) {
  if (!name_one_thing(workings, ids)) return std::nullopt;
  const auto& catalog = workings.view.catalog();
  Missed missed;
  const auto named = named_together(catalog, ids);
  if (named.value) {
    missed.value = MissedValue{named.value->measure, named.value->indicator, named.value->pattern};
    return missed;
  }
  if (named.level) {
    missed.level = named.level;
    return missed;
  }
  const auto answers = std::ranges::find_if(entries, is_answer);
  if (answers != entries.end()) missed.answer = *answers;
  for (const auto& id : ids) {
    if (!missed.answer || catalog.entry(*missed.answer).code != id) missed.exposures.push_back(id);
  }
  return missed;
}

}  // namespace

bool name_one_thing(const Workings& workings, const std::vector<std::string>& words) {
  const auto& catalog = workings.view.catalog();
  std::vector<std::string> ids;
  std::vector<std::array<bool, role_count>> roles;
  for (const auto& word : words) {
    ids.push_back(normalise_id(word).id);
    roles.push_back(roles_of(catalog, workings.portfolio, ids.back()));
  }
  const auto named = named_together(catalog, ids);
  return named.value || named.level || fit_together(roles);
}

std::optional<MissedItem> missed_item(const Session& session, const Workings& workings,
                                      const std::vector<std::string>& words) {
  const auto& catalog = workings.view.catalog();
  MissedItem item;
  std::vector<std::string> ids;
  for (const auto& word : words) ids.push_back(normalise_id(word).id);
  const auto kind = words.size() == 2 ? entry_kind_named(words.front()) : std::nullopt;
  if (words.size() == 1 || kind) {
    item.entries = withdrawn_called(catalog, ids.back(), kind);
    item.missed.entries = item.entries;
    if (!item.entries.empty()) return item;
  }
  // It may be left out, and then nothing is concluded about it.
  const bool may_be_component = words.size() == 1 || (kind == EntryKind::component && !catalog.find(*kind, ids.back()));
  const bool component = may_be_component && names_component(catalog, workings.portfolio, ids.back());
  if (component) item.missed.component = ids.back();
  const auto left_out = [&](const OutOfScope& out) { return out.instance.code == ids.back(); };
  if (component && std::ranges::any_of(workings.derivation.inventory.out_of_scope, left_out)) return item;
  auto asked = asked_about(session, workings, words);
  if (!asked) return std::nullopt;
  item.entries = std::move(asked->entries);
  if (words.size() > 1 && !kind) {
    auto missed = missed_among(workings, ids, item.entries);
    if (!missed) {
      std::string all;
      for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
      session.log().error(
          quote(all) +
          " is nothing that could apply; name a measure or control and where it would answer: a component, an asset, a threat, a "
          "property, one of each at most; or a measure and a pattern, or a property and a level");
      return std::nullopt;
    }
    item.missed = std::move(*missed);
  } else if (const auto indicator = indicator_called(catalog, ids.back()); indicator && !kind) {
    item.missed.indicator = std::pair(indicator->measure, indicator->indicator);
  } else {
    item.missed.entries = item.entries;
  }
  return item;
}

}  // namespace michibiki::cli
