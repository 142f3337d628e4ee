#include "model/editor.hpp"

#include <algorithm>
#include <iterator>

#include "model/link.hpp"
#include "model/list_fields.hpp"
#include "model/statement_node.hpp"
#include "model/text.hpp"

namespace michibiki {
namespace {

/// Not the name of any member: where a list whose order has a meaning grows.
constexpr const char* end_of_list = "";

Node* entry_of(Node& mapping, std::string_view key) {
  const auto found = std::ranges::find(mapping.entries, key, &Node::Entry::key);
  return found == mapping.entries.end() ? nullptr : &found->value;
}

/// The new value with the edit's own reason and basis, else that of its catalogue: never that of what it changes.
Node edited(const Edit& edit, const std::string& catalog, const std::string& name, const Node& is) {
  Node result = is;
  if (name != "basis" && (edit.basis || edit.because)) {
    Node wrapped;
    wrapped.kind = Node::Kind::mapping;
    wrapped.at = is.at;
    if (is.find("is") != nullptr) {  // it says more of itself, which stands
      wrapped.entries = is.entries;
    } else {
      wrapped.entries.push_back({"is", is.at, is});
    }
    const auto take = [&](const char* key, const std::optional<Node>& value) {
      if (value && wrapped.find(key) == nullptr) wrapped.entries.push_back({key, value->at, *value});
    };
    take("basis", edit.basis);
    take("because", edit.because);
    result = std::move(wrapped);
  }
  result.amended = std::make_shared<const Amendment>(Amendment{catalog, edit.default_basis});
  return result;
}

std::string kind_word(const std::string& section) {
  const auto kind = entry_kind_of_section(section);
  if (kind) return std::string(name_of(*kind));
  return section == "rules" ? "rule" : section == "level-criteria" ? "criterion" : "link";
}

/// A text of which nothing follows.
bool is_wording(const std::string& field) {
  return field == "title" || field == "note" || field == "because" || field == "stands-because";
}

}  // namespace

void Editor::index(std::size_t position) {
  auto& record = resolved_.records[position];
  for (auto& [key, at, value] : record.body.entries) {  // an item without its list is reached by its name all the same
    if (holds_list(record.section, key) && !name_of_item(value).empty()) as_list(value);
  }
  if (!record.code.empty()) {
    const auto* section = record.section == "placement" ? "rules" : record.section.c_str();
    places_[Key(section, record.code)].push_back({position, {}});
    for (const auto& earlier : earlier_ids(record.body)) successors_.add(section, earlier, record.code);
  }
  auto* rules = record.section == "level-criteria" ? entry_of(record.body, "rules") : nullptr;
  if (rules != nullptr && !rules->is_null()) index_rules(position, as_list(*rules));
}

void Editor::index_rules(std::size_t record, const Node& rules) {
  for (const auto& item : rules.items) {
    const std::string id(name_of_item(item));
    if (id.empty()) continue;
    auto& places = places_[Key("rules", id)];
    const auto known = std::ranges::any_of(places, [&](const Place& it) { return it.record == record; });
    if (!known) places.push_back({record, id});
  }
}

void Editor::apply(const Edit& edit, const std::string& catalog) {
  auto found = places_.find({edit.section, edit.code});
  if (found == places_.end()) {
    const auto now = successors_of(edit);
    if (now.empty()) {
      report_unknown(edit, catalog);
      return;
    }
    if (now.size() > 1) {
      std::vector<std::string> codes;
      for (const auto& [section, code] : now) codes.push_back(code);
      diagnostics_.push_back(split(edit.at, edit.code, codes));
      return;
    }
    found = places_.find(now.front());
    diagnostics_.push_back(renamed(edit.at, kind_word(edit.section), edit.code, now.front().second));
  }
  const auto place = choose(found->second, catalog);
  if (!may_edit(edit, catalog, resolved_.records[place.record])) return;
  const bool whole = edit.field.empty();
  if (whole && edit.action != Edit::Action::withdraw) {
    error(DiagnosticKind::missing_key, edit.at, "this edit lacks `field`; a whole entry can only be withdrawn");
    return;
  }
  const auto target = find(edit, place);
  if (conflicts(edit, target, catalog) || is_absent(edit, target)) return;
  if (target.place.path == EditPath{"status"}) {
    error(DiagnosticKind::invalid_value, edit.at,
          "a `status` is never edited; withdraw the entry, or state one anew that is withdrawn already");
    return;
  }
  if (target.place.identifies) {
    error(DiagnosticKind::invalid_value, edit.at,
          target.place.rest == "id" ? "an `id` is never edited; withdraw the entry and add one that `replaces` it"
                                    : "what something is called by, `" + target.place.rest +
                                          "`, is never edited; withdraw it and add another");
    return;
  }
  bool done = true;
  if (whole) {
    withdraw_whole(edit, target, catalog);
  } else {
    done = edit.action == Edit::Action::add ? add(edit, target, catalog) : change(edit, target, catalog);
  }
  if (!done) return;
  for (const auto& path : target.paths) changes_.add(target.record, path, catalog, edit.at);
  index_new_rules(edit, target, catalog);
}

void Editor::error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint) {
  diagnostics_.push_back(make_error(kind, at, std::move(message), std::move(hint)));
}

void Editor::error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related,
                        std::string hint) {
  auto diagnostic = make_error(kind, at, std::move(message), std::move(hint));
  diagnostic.related.push_back(std::move(related));
  diagnostics_.push_back(std::move(diagnostic));
}

/// What an edit means by an id that nobody has any more: what replaced it, or of a link without an id of its own one of its ends.
std::vector<Editor::Key> Editor::successors_of(const Edit& edit) const {
  const auto stands_in = [&](std::string_view section) {
    return [&, section = std::string(section)](const std::string& code) {
      const auto found = places_.find({section, code});
      return found != places_.end() && std::ranges::any_of(found->second, [&](const Place& place) {
               return !resolved_.records[place.record].withdrawn;
             });
    };
  };
  std::vector<Key> now;
  if (edit.section != "links") {
    for (auto& code : successors_.of(edit.section, edit.code, stands_in(edit.section))) {
      now.emplace_back(edit.section, std::move(code));
    }
    return now;
  }
  const auto first = edit.code.find(' ');
  const auto last = edit.code.rfind(' ');
  const auto kind = first < last ? link_kind_named(edit.code.substr(first + 1, last - first - 1)) : std::nullopt;
  if (!kind) return now;
  const auto ends = [&](const std::vector<EntryKind>& kinds, const std::string& code) {
    std::vector<std::string> codes{code};
    for (const auto of : kinds) {
      const auto more = successors_.of(section_of(of), code, stands_in(section_of(of)));
      codes.insert(codes.end(), more.begin(), more.end());
    }
    return codes;
  };
  for (const auto& from : ends(from_kinds(*kind), edit.code.substr(0, first))) {
    for (const auto& to : ends(to_kinds(*kind), edit.code.substr(last + 1))) {
      Key key("links", from + edit.code.substr(first, last - first + 1) + to);
      if (places_.contains(key)) now.push_back(std::move(key));
    }
  }
  return now;
}

void Editor::report_unknown(const Edit& edit, const std::string& catalog) {
  const bool rule = edit.section == "rules";
  const bool lost = rule ? resolved_.gaps.in("level-criteria") || resolved_.gaps.in("placement")
                         : resolved_.gaps.in(edit.section, edit.code);
  if (lost) return;
  if (rule) missed_rules_.try_emplace(edit.code, EditHistory::Past{catalog, edit.at});
  const auto first = places_.lower_bound({edit.section, {}});
  std::size_t count = 0;
  for (auto i = first; i != places_.end() && i->first.first == edit.section && guesses_.afford(1); ++i) ++count;
  const auto list = [&] {
    std::vector<std::string> known;
    for (auto i = first; known.size() < count; ++i) known.push_back(i->first.second);
    return known;
  };
  const auto where = rule ? std::string("rule ") + quote(edit.code) + " in `level-criteria` or `placement`"
                          : quote(edit.code) + " under `" + edit.section + '`';
  error(DiagnosticKind::unknown_id, edit.at,
        "there is no " + where + " to edit; only what a catalogue below says can be",
        did_you_mean_hint(edit.code, list()));
}

bool Editor::depends(const std::string& catalog, const std::string& on) const {
  const auto found = dependencies_.find(catalog);
  return catalog == on || (found != dependencies_.end() && found->second.contains(on));
}

/// The rule in the list that it stands in; null when it has gone from there.
Node* Editor::rule_at(const Place& place) {
  auto* rules = entry_of(resolved_.records[place.record].body, "rules");
  if (rules == nullptr) return nullptr;
  auto& items = unwrapped(*rules).items;
  const auto rule = std::ranges::find(items, place.rule, name_of_item);
  return rule == items.end() ? nullptr : &*rule;
}

/// What is withdrawn may be stated anew: meant is what still stands, of the last of the catalogues below.
const Editor::Place& Editor::choose(const std::vector<Place>& places, const std::string& catalog) {
  if (places.size() == 1) return places.front();
  const auto rank = [&](const Place& place) {
    const auto& record = resolved_.records[place.record];
    if (record.catalog == catalog) return 1;
    if (!depends(catalog, record.catalog)) return 0;
    return !record.withdrawn && (place.rule.empty() || rule_at(place) != nullptr) ? 3 : 2;
  };
  return *std::ranges::max_element(places.rbegin(), places.rend(), {}, rank);
}

bool Editor::may_edit(const Edit& edit, const std::string& catalog, const Record& record) {
  if (depends(catalog, record.catalog)) return true;
  error_with(DiagnosticKind::edit_conflict, edit.at,
             "catalogue " + quote(catalog) + " edits " + quote(edit.code) + " of " + quote(record.catalog) +
                 " without depending on it; add it to `depends-on`",
             {record.body.at, "stated here"});
  return false;
}

Editor::Target Editor::find(const Edit& edit, const Place& place) {
  Target target;
  target.text = kind_word(edit.section) + ' ' + edit.code + (edit.field.empty() ? "" : ", ") + edit.field;
  target.record = place.record;
  auto& body = resolved_.records[place.record].body;
  auto* start = place.rule.empty() ? &body : rule_at(place);
  EditPath path;
  if (!place.rule.empty()) path = {"rules", place.rule};
  if (edit.field.empty() || start == nullptr) {
    target.place.path = std::move(path);
    target.place.node = start;
    target.place.rest = edit.field;
    target.place.leads = start != nullptr;
  } else {
    target.place = find_field(*start, std::move(path), edit.field, [&](const EditPath& under, std::string_view dotted) {
      return changes_.name_leading(place.record, under, dotted);
    });
  }
  name_parts(edit, target);
  return target;
}

/// The members of a list, or the keys of a mapping, that the edit is about, so that two edits of different ones are no conflict.
void Editor::name_parts(const Edit& edit, Target& target) const {
  const auto& place = target.place;
  const auto part = [&](std::string name) {
    target.paths.push_back(place.path);
    target.paths.back().push_back(std::move(name));
  };
  if (!place.leads) {  // it may be a part of whatever its names begin with
    for (auto end = place.rest.find('.'); !place.rest.empty(); end = place.rest.find('.', end + 1)) {
      part(place.rest.substr(0, end));
      if (end == std::string::npos) break;
    }
  } else if (!edit.field.empty()) {
    const bool adds = edit.action == Edit::Action::add;
    const auto* now = place.node == nullptr ? nullptr : &unwrapped(*place.node);
    const bool list = (now != nullptr && now->is_sequence()) || holds_list(edit.section, place.path.back());
    const bool of_members = adds ? edit.is.has_value() : edit.was && !unwrapped(*edit.was).is_sequence();
    if (list && of_members) {
      if (!adds) part(label_of_item(*edit.was));
      if (edit.is) {
        for (const auto& item : members_of(*edit.is)) part(label_of_item(item));
      }
      target.appends = adds && order_counts(edit.section, place.path.back());
    } else if (adds && now != nullptr && now->is_mapping() && edit.is) {
      for (const auto& entry : unwrapped(*edit.is).entries) part(entry.key);
    }
  }
  if (target.paths.empty()) target.paths.push_back(place.path);
}

/// Whoever edits what another edited before must come after it on purpose.
bool Editor::conflicts(const Edit& edit, const Target& target, const std::string& catalog) {
  const auto ordered = [&](const std::string& past) { return depends(catalog, past); };
  const auto comes_after = [&](const std::string& past) { return past != catalog && ordered(past); };
  for (const auto& path : target.paths) {
    const auto other = attempts_.collision(target.record, path, comes_after);
    if (!other) continue;
    error_with(
        DiagnosticKind::edit_conflict, edit.at,
        "two edits of the same statement, " + target.text + "; keep one, or let one catalogue depend on the other",
        {other->at, "the other edit"});
    return true;
  }
  auto end = target.place.path;
  end.emplace_back(end_of_list);
  if (target.appends) {
    if (const auto other = attempts_.collision(target.record, end, ordered)) {
      error_with(DiagnosticKind::edit_conflict, edit.at,
                 "catalogues " + quote(other->catalog) + " and " + quote(catalog) + " both add to " + target.text +
                     ", where the order has a meaning; let one catalogue depend on the other",
                 {other->at, "the other edit"});
      return true;
    }
    attempts_.add(target.record, end, catalog, edit.at);
  }
  for (const auto& path : target.paths) attempts_.add(target.record, path, catalog, edit.at);
  return false;
}

std::optional<EditHistory::Past> Editor::last_change(const Target& target) const {
  std::optional<EditHistory::Past> last;
  for (const auto& path : target.paths) {
    const auto past = changes_.last(target.record, path);
    if (past && (!last || past->order > last->order)) last = past;
  }
  return last;
}

/// Whether the place that the edit leads to has gone, or never was; which is said.
bool Editor::is_absent(const Edit& edit, const Target& target) {
  if (const auto& withdrawn = resolved_.records[target.record].withdrawn) {
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               "a catalogue below has withdrawn this already: " + target.text + "; leave this edit out",
               {withdrawn->at, "withdrawn here"});
    return true;
  }
  const auto& place = target.place;
  if (place.leads) return false;
  if (place.holder == nullptr || last_change(target) ||
      (place.holder->is_mapping() && edit.action != Edit::Action::add)) {
    report_missing(edit, target);
    return true;
  }
  const auto outer = edit.field.substr(0, std::max(edit.field.size() - place.rest.size(), std::size_t{1}) - 1);
  if (place.holder->is_mapping()) {
    const auto dot = place.rest.find('.');
    const auto field = outer.empty() ? place.rest.substr(0, dot) : outer;
    const auto key = outer.empty() ? place.rest.substr(dot + 1) : place.rest;
    error(DiagnosticKind::edit_mismatch, edit.at,
          target.text + " has nothing to stand in; write `field: " + field + "`, `is: {" + key + ": ...}`");
    return true;
  }
  const auto names = names_in(*place.holder);
  std::string known;
  for (std::size_t i = 0; i < names.size() && i < 8; ++i) known += (i == 0 ? "" : ", ") + outer + '.' + names[i];
  if (names.size() > 8) known += ", …";
  error(DiagnosticKind::invalid_value, edit.at,
        target.text + " names no statement: `" + outer + "` is " + std::string(describe(place.holder->kind)) +
            (place.holder->is_sequence() ? "; name one of its items by its id" : ", which has no parts"),
        known.empty() ? known : "one of: " + known);
  return true;
}

void Editor::report_missing(const Edit& edit, const Target& target) {
  const auto* holder = target.place.holder;
  const auto& rest = target.place.rest;
  std::string hint;
  if (holder != nullptr) hint = guesses_.hint(rest, names_in(*holder));
  if (holder != nullptr && hint.empty()) hint = guesses_.hint(rest.substr(0, rest.find('.')), names_in(*holder));
  if (const auto past = last_change(target)) {
    error_with(
        DiagnosticKind::edit_mismatch, edit.at,
        target.text +
            " is not there any more: a catalogue below has changed this; bring this edit up to date, or leave it out",
        {past->at, "changed here"}, std::move(hint));
  } else {
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               target.text + " does not exist; use `add` to state something new",
               {resolved_.records[target.record].body.at, "stated here"}, std::move(hint));
  }
}

/// Rules that an edit states can be edited by the catalogues above, and by no other.
void Editor::index_new_rules(const Edit& edit, const Target& target, const std::string& catalog) {
  const auto& path = target.place.path;
  const bool states = edit.section == "level-criteria" && edit.is && edit.action != Edit::Action::withdraw;
  if (!states || path.empty() || path.size() > 2 || path.front() != "rules") return;
  Node rules;
  rules.items = members_of(unwrapped(*edit.is));
  index_rules(target.record, rules);
  for (const auto& item : rules.items) {
    const auto missed = missed_rules_.find(std::string(name_of_item(item)));
    if (missed == missed_rules_.end() || depends(catalog, missed->second.catalog)) continue;
    error_with(DiagnosticKind::edit_conflict, edit.at,
               "catalogue " + quote(missed->second.catalog) + " edits rule " + quote(missed->first) +
                   ", which is stated here, without depending on " + quote(catalog) + "; add it to `depends-on`",
               {missed->second.at, "the other edit"});
  }
}

void Editor::note(const Edit& edit, const Target& target, const std::string& catalog, std::string before,
                  std::string after, const SourceLocation& stated_at) {
  // What does not stand in the file of the record was stated by an earlier edit.
  const auto& record = resolved_.records[target.record];
  auto stated_by = record.catalog;
  for (const auto& earlier : resolved_.overrides) {
    if (stated_at.file != record.body.at.file && stated_at.file == earlier.edited_at.file) stated_by = earlier.catalog;
  }
  const bool wording =
      edit.section == section_of(EntryKind::step) || std::ranges::any_of(target.place.path, is_wording);
  resolved_.overrides.push_back(
      {target.text, std::move(before), std::move(after), catalog, edit.at, std::move(stated_by), stated_at, wording});
  resolved_.edits.push_back(edited(edit, catalog, target.place.rest, edit.is.value_or(Node{})));
}

void Editor::withdraw_whole(const Edit& edit, const Target& target, const std::string& catalog) {
  auto& record = resolved_.records[target.record];
  const auto* node = target.place.node;
  note(edit, target, catalog, to_line(*node, whole_line), "", node->at);
  if (node == &record.body) {
    record.withdrawn = Withdrawal{catalog, edit.at};
  } else {  // a rule in the list of a record
    erase_from(unwrapped(*entry_of(record.body, "rules")), node);
  }
}

/// Replaces or withdraws a statement, or a member of the list that it is.
bool Editor::change(const Edit& edit, const Target& target, const std::string& catalog) {
  auto* node = target.place.node;
  if (node == nullptr) {
    report_missing(edit, target);
    return false;
  }
  if (!edit.was) {
    error(DiagnosticKind::missing_key, edit.at,
          "this edit lacks `was`; say what the catalogue below says now, so that a later change of it is noticed");
    return false;
  }
  if (auto& list = unwrapped(*node); list.is_sequence() && !unwrapped(*edit.was).is_sequence()) {
    return change_member(edit, target, catalog, list);
  }
  if (!says(*node, *edit.was)) {
    mismatch(edit, target, *node);
    return false;
  }
  note(edit, target, catalog, to_line(unwrapped(*node), whole_line), edit.is ? to_line(*edit.is, whole_line) : "",
       node->at);
  if (edit.action == Edit::Action::replace) {
    *node = edited(edit, catalog, target.place.rest, *edit.is);
  } else {
    erase_from(*target.place.holder, node);
  }
  return true;
}

bool Editor::change_member(const Edit& edit, const Target& target, const std::string& catalog, Node& list) {
  auto member = std::ranges::find_if(list.items, [&](const Node& item) { return says(item, *edit.was); });
  if (member == list.items.end()) {
    mismatch(edit, target, list);
    return false;
  }
  note(edit, target, catalog, to_line(unwrapped(*member), whole_line), edit.is ? to_line(*edit.is, whole_line) : "",
       member->at);
  member = list.items.erase(member);
  if (edit.action != Edit::Action::replace) return true;
  std::vector<Node> news;
  for (const auto& item : members_of(*edit.is)) news.push_back(edited(edit, catalog, target.place.rest, item));
  list.items.insert(member, std::make_move_iterator(news.begin()), std::make_move_iterator(news.end()));
  return true;
}

bool Editor::add(const Edit& edit, const Target& target, const std::string& catalog) {
  const auto& name = target.place.rest;
  auto* node = target.place.node;
  if (node == nullptr) {
    auto& entries = target.place.holder->entries;
    entries.push_back({name, edit.at, edited(edit, catalog, name, *edit.is)});
    if (holds_list(edit.section, target.place.path.back()) && !edit.is->is_null()) as_list(entries.back().value);
    note(edit, target, catalog, "", to_line(*edit.is, whole_line), resolved_.records[target.record].body.at);
    return true;
  }
  auto& now = unwrapped(*node);
  if (now.is_sequence() || holds_list(edit.section, target.place.path.back())) {
    return add_members(edit, target, catalog, as_list(*node));
  }
  if (now.is_mapping() && unwrapped(*edit.is).is_mapping()) return add_keys(edit, target, catalog, now);
  error_with(DiagnosticKind::edit_mismatch, edit.at, target.text + " is stated already; use `replace` with `was`",
             {node->at, "stated here"});
  return false;
}

bool Editor::add_members(const Edit& edit, const Target& target, const std::string& catalog, Node& list) {
  const auto news = members_of(*edit.is);
  for (const auto& item : news) {
    const auto there =
        std::ranges::find_if(list.items, [&](const Node& member) { return says(member, unwrapped(item)); });
    if (there == list.items.end()) continue;
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               "`is: " + to_line(unwrapped(item)) + "` stands already in " + target.text + "; leave this edit out",
               {there->at, "stated here"});
    return false;
  }
  const auto stated_at = list.at;
  for (const auto& item : news) list.items.push_back(edited(edit, catalog, target.place.rest, item));
  note(edit, target, catalog, "", to_line(*edit.is, whole_line), stated_at);
  return true;
}

bool Editor::add_keys(const Edit& edit, const Target& target, const std::string& catalog, Node& mapping) {
  const auto& news = unwrapped(*edit.is).entries;
  for (const auto& entry : news) {
    const auto* there = mapping.find_entry(entry.key);
    if (there == nullptr) continue;
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               target.text + '.' + entry.key + " is stated already; use `replace` with `was`",
               {there->key_at, "stated here"});
    return false;
  }
  const auto stated_at = mapping.at;
  for (const auto& entry : news) {
    mapping.entries.push_back({entry.key, entry.key_at, edited(edit, catalog, entry.key, entry.value)});
  }
  note(edit, target, catalog, "", to_line(*edit.is, whole_line), stated_at);
  return true;
}

void Editor::mismatch(const Edit& edit, const Target& target, const Node& now) {
  const auto past = last_change(target);
  error_with(DiagnosticKind::edit_mismatch, edit.at,
             "`was: " + to_line(*edit.was) + "` no longer fits: " + target.text + " now says " +
                 to_line(edit.was->find("is") != nullptr ? now : unwrapped(now)) +
                 "; look at it again and bring `was` up to date",
             past ? Related{past->at, "changed here"} : Related{now.at, "stated here"});
}

}  // namespace michibiki
