#include "model/editor.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace michibiki {
namespace {

constexpr std::size_t whole_line = 10'000;

Node* entry_of(Node& mapping, std::string_view key) {
  const auto found = std::ranges::find(mapping.entries, key, &Node::Entry::key);
  return found == mapping.entries.end() ? nullptr : &found->value;
}

/// The value inside `{is: …}`, or the node itself.
Node& unwrapped(Node& node) {
  auto* inner = entry_of(node, "is");
  return inner != nullptr ? *inner : node;
}
const Node& unwrapped(const Node& node) {
  const auto* inner = node.find("is");
  return inner != nullptr ? *inner : node;
}

/// Whether what stands there now says what the edit expects. Why it is believed is no part of what it says, unless the edit asks.
bool says(const Node& now, const Node& was) {
  if (!now.is_mapping() || now.find("is") != nullptr) {
    const Node& value = unwrapped(now);
    if (value.kind != was.kind || value.text != was.text || value.items.size() != was.items.size()) return false;
    for (std::size_t i = 0; i < was.items.size(); ++i) {
      if (!says(value.items[i], was.items[i])) return false;
    }
    return !value.is_mapping() || says(value, was);
  }
  const auto about_itself = [](const Node::Entry& entry) { return entry.key == "basis" || entry.key == "because"; };
  return was.is_mapping() &&
         std::all_of(now.entries.begin(), now.entries.end(),
                     [&](const Node::Entry& e) { return was.find(e.key) != nullptr || about_itself(e); }) &&
         std::all_of(was.entries.begin(), was.entries.end(), [&](const Node::Entry& e) {
           const Node* value = now.find(e.key);
           return value != nullptr && says(*value, e.value);
         });
}

/// Fields that hold lists; a single value in them is a list of one.
bool holds_list(std::string_view section, std::string_view field) {
  static const std::set<std::string, std::less<>> lists{
      "acts-on", "aims-at",    "assets",     "carries", "choices",  "components",     "considers",  "from",
      "harms",   "indicators", "natures",    "origins", "rules",    "operators",      "spares",     "tags",
      "threats", "to",         "mechanisms", "levels",  "replaces", "implemented-on", "properties", "vulnerabilities"};
  // Patterns and service types have `levels` too, and there they are a mapping.
  return lists.contains(field) && (field != "levels" || section == section_of(EntryKind::property));
}

/// How an item of a list is called in `field: indicators.a.title`; empty when it has no name.
std::string_view name_of_item(const Node& item) {
  for (const auto* key : {"id", "key"}) {
    const auto* name = unwrapped(item).find(key);
    if (name != nullptr && name->is_scalar()) return name->text;
  }
  return {};
}

/// What stands in a mapping or list under the first names of a dotted path: the longest, as names may have dots themselves.
struct Step {
  Node* node = nullptr;
  std::string_view name;
};
Step step_into(Node& holder, std::string_view path) {
  Step best;
  const auto offer = [&](Node& node, std::string_view name) {
    const bool leads = path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '.');
    if (!name.empty() && leads && (best.node == nullptr || name.size() > best.name.size())) best = {&node, name};
  };
  for (auto& entry : holder.entries) offer(entry.value, entry.key);
  for (auto& item : holder.items) offer(item, name_of_item(item));
  return best;
}

std::vector<std::string> names_in(const Node& holder) {
  std::vector<std::string> names;
  for (const auto& entry : holder.entries) names.push_back(entry.key);
  for (const auto& item : holder.items) {
    if (const auto name = name_of_item(item); !name.empty()) names.emplace_back(name);
  }
  return names;
}

void erase_from(Node& holder, const Node* node) {
  std::erase_if(holder.entries, [&](const Node::Entry& entry) { return &entry.value == node; });
  // An item is found by its place: it is `node` itself.
  const auto item = std::ranges::find_if(holder.items, [&](const Node& it) { return &it == node; });
  if (item != holder.items.end()) holder.items.erase(item);
}

/// The new value with the edit's own reason and basis, else that of its catalogue: never that of what it changes.
Node edited(const Edit& edit, const std::string& catalog, const std::string& name, const Node& is) {
  if (name == "basis") return is;
  Node result = is;
  if (edit.basis || edit.because) {
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

}  // namespace

void Editor::index(std::size_t position) {
  const auto& record = resolved_.records[position];
  if (record.section == "placement") {
    if (!record.code.empty()) places_.emplace(Key("rules", record.code), Place{position, {}});
    return;
  }
  if (!record.code.empty()) places_.emplace(Key(record.section, record.code), Place{position, {}});
  const auto* rules = record.section == "level-criteria" ? record.body.find("rules") : nullptr;
  if (rules == nullptr) return;
  for (const auto& item : unwrapped(*rules).items) {
    if (const std::string id(name_of_item(item)); !id.empty()) places_.emplace(Key("rules", id), Place{position, id});
  }
}

void Editor::apply(const Edit& edit, const std::string& catalog) {
  const auto found = places_.find({edit.section, edit.code});
  if (found == places_.end()) {
    const bool lost = edit.section == "rules" ? resolved_.gaps.in("level-criteria") || resolved_.gaps.in("placement")
                                              : resolved_.gaps.in(edit.section, edit.code);
    if (!lost) report_unknown(edit);
    return;
  }
  const auto place = found->second;
  auto& record = resolved_.records[place.record];
  if (!may_edit(edit, catalog, record)) return;
  auto target = find(edit, place);
  if (!target || conflicts(edit, *target, catalog, place.record) || is_withdrawn(edit, place)) return;
  if (edit.field.empty()) {
    withdraw_whole(edit, *target, catalog, record);
  } else if (target->name == "id") {
    error(DiagnosticKind::invalid_value, edit.at,
          "an `id` is never edited; withdraw the entry and add one that `replaces` it");
  } else if (edit.action == Edit::Action::add) {
    add(edit, *target, catalog, record);
  } else {
    change(edit, *target, catalog, record);
  }
}

void Editor::error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint) {
  diagnostics_.push_back(make_error(kind, at, std::move(message), std::move(hint)));
}

void Editor::error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related) {
  auto diagnostic = make_error(kind, at, std::move(message));
  diagnostic.related.push_back(std::move(related));
  diagnostics_.push_back(std::move(diagnostic));
}

void Editor::report_unknown(const Edit& edit) {
  const auto first = places_.lower_bound({edit.section, {}});
  std::size_t count = 0;
  for (auto i = first; i != places_.end() && i->first.first == edit.section && guesses_.afford(1); ++i) ++count;
  const auto list = [&] {
    std::vector<std::string> known;
    for (auto i = first; known.size() < count; ++i) known.push_back(i->first.second);
    return known;
  };
  const auto where = edit.section == "rules"
                         ? std::string("rule ") + quote(edit.code) + " in `level-criteria` or `placement`"
                         : quote(edit.code) + " under `" + edit.section + '`';
  error(DiagnosticKind::unknown_id, edit.at,
        "there is no " + where + " to edit; only what a catalogue below says can be",
        did_you_mean_hint(edit.code, list()));
}

bool Editor::depends(const std::string& catalog, const std::string& on) const {
  const auto found = dependencies_.find(catalog);
  return catalog == on || (found != dependencies_.end() && found->second.contains(on));
}

bool Editor::may_edit(const Edit& edit, const std::string& catalog, const Record& record) {
  if (depends(catalog, record.catalog)) return true;
  error_with(DiagnosticKind::edit_conflict, edit.at,
             "catalogue " + quote(catalog) + " edits " + quote(edit.code) + " of " + quote(record.catalog) +
                 " without depending on it; add it to `depends-on`",
             {record.body.at, "stated here"});
  return false;
}

/// What the edit names; says so when there is no such place.
std::optional<Editor::Target> Editor::find(const Edit& edit, const Place& place) {
  auto& body = resolved_.records[place.record].body;
  Target target;
  target.text = kind_word(edit.section) + ' ' + edit.code;
  auto* start = &body;
  if (!place.rule.empty()) {
    target.path = {"rules", place.rule};
    auto* rules = entry_of(body, "rules");
    target.holder = rules == nullptr ? nullptr : &unwrapped(*rules);
    start = target.holder == nullptr ? nullptr : step_into(*target.holder, place.rule).node;
    if (start == nullptr || name_of_item(*start) != place.rule) {  // a catalogue below has taken it out
      is_withdrawn(edit, place);
      return std::nullopt;
    }
    target.node = start;
    start = &unwrapped(*start);
  }
  if (edit.field.empty()) return target;
  target.text += ", " + edit.field;
  auto found = walk(edit, std::move(target), *start);
  if (found) name_parts(edit, *found);
  return found;
}

/// Follows the field of an edit name by name: `indicators.a.values.1`.
std::optional<Editor::Target> Editor::walk(const Edit& edit, Target target, Node& start) {
  std::string_view rest = edit.field;
  auto* holder = &start;
  for (;;) {
    auto step = step_into(*holder, rest);
    auto* inside = &unwrapped(*holder);
    if (step.node == nullptr && (inside->is_mapping() || inside->is_sequence())) {
      holder = inside;
      step = step_into(*holder, rest);
    }
    if (step.node == nullptr) break;
    target.path.emplace_back(step.name);
    if (step.name.size() == rest.size()) {
      target.holder = holder;
      target.node = step.node;
      target.name = rest;
      return target;
    }
    rest.remove_prefix(step.name.size() + 1);
    holder = step.node;
  }
  if (holder->is_mapping()) {
    target.holder = holder;
    target.node = nullptr;
    target.name = rest;
    target.path.emplace_back(rest);
    return target;
  }
  const auto outer = edit.field.substr(0, edit.field.size() - rest.size() - 1);
  const auto names = names_in(*holder);
  std::string known;
  for (std::size_t i = 0; i < names.size() && i < 8; ++i) known += (i == 0 ? "" : ", ") + outer + '.' + names[i];
  if (names.size() > 8) known += ", …";
  error(DiagnosticKind::invalid_value, edit.at,
        target.text + " names no statement: `" + outer + "` is " + std::string(describe(holder->kind)) +
            (holder->is_sequence() ? "; name one of its items by its id" : ", which has no parts"),
        known.empty() ? known : "one of: " + known);
  return std::nullopt;
}

/// The members of a list, or the keys of a mapping, that the edit is about, so that two edits of different ones are no conflict.
void Editor::name_parts(const Edit& edit, Target& target) const {
  const auto* now = target.node == nullptr ? nullptr : &unwrapped(*target.node);
  const auto part = [&](std::string name) {
    target.parts.push_back(target.path);
    target.parts.back().push_back(std::move(name));
  };
  const bool adds = edit.action == Edit::Action::add;
  const auto& about = adds ? edit.is : edit.was;
  if (!about) return;
  const bool list = (now != nullptr && now->is_sequence()) || holds_list(edit.section, target.name);
  if (list && (adds || !about->is_sequence())) {
    const auto label = [](const Node& item) {
      const auto name = name_of_item(item);
      return name.empty() ? to_line(unwrapped(item), whole_line) : std::string(name);
    };
    if (!about->is_sequence()) part(label(*about));
    for (const auto& item : about->items) part(label(item));
  } else if (!list && adds && now != nullptr && now->is_mapping()) {
    for (const auto& entry : unwrapped(*about).entries) part(entry.key);
  }
}

/// Whoever edits what another edited before must come after it on purpose.
bool Editor::conflicts(const Edit& edit, const Target& target, const std::string& catalog, std::size_t record) {
  const auto paths = target.parts.empty() ? std::vector<EditPath>{target.path} : target.parts;
  const auto comes_after = [&](const std::string& past) { return past != catalog && depends(catalog, past); };
  for (const auto& path : paths) {
    const auto other = history_.collision(record, path, comes_after);
    if (!other) continue;
    error_with(
        DiagnosticKind::edit_conflict, edit.at,
        "two edits of the same statement, " + target.text + "; keep one, or let one catalogue depend on the other",
        {other->at, "the other edit"});
    return true;
  }
  for (const auto& path : paths) history_.add(record, path, {catalog, edit.at});
  return false;
}

bool Editor::is_withdrawn(const Edit& edit, const Place& place) {
  const auto& record = resolved_.records[place.record];
  const auto rule = withdrawn_at_.find({edit.section, edit.code});
  if (!record.withdrawn && rule == withdrawn_at_.end()) return false;
  const auto text = kind_word(edit.section) + ' ' + edit.code + (edit.field.empty() ? "" : ", " + edit.field);
  error_with(DiagnosticKind::edit_mismatch, edit.at,
             "a catalogue below has withdrawn this already: " + text + "; leave this edit out",
             {record.withdrawn ? record.withdrawn->at : rule->second, "withdrawn here"});
  return true;
}

void Editor::note(const Edit& edit, const Target& target, const std::string& catalog, std::string before,
                  std::string after, const SourceLocation& stated_at) {
  resolved_.overrides.push_back({target.text, std::move(before), std::move(after), catalog, edit.at, stated_at});
}

void Editor::withdraw_whole(const Edit& edit, Target& target, const std::string& catalog, Record& record) {
  if (edit.action != Edit::Action::withdraw) {
    error(DiagnosticKind::missing_key, edit.at, "this edit lacks `field`; a whole entry can only be withdrawn");
    return;
  }
  if (target.node != nullptr) {  // a rule in the list of a record
    note(edit, target, catalog, to_line(*target.node), "", target.node->at);
    withdrawn_at_.emplace(Key(edit.section, edit.code), edit.at);
    erase_from(*target.holder, target.node);
    return;
  }
  record.withdrawn = Withdrawal{catalog, edit.at};
  note(edit, target, catalog, to_line(record.body), "", record.body.at);
}

/// Replaces or withdraws a statement, or a member of the list that it is.
void Editor::change(const Edit& edit, Target& target, const std::string& catalog, const Record& record) {
  if (target.node == nullptr) {
    auto diagnostic = make_error(DiagnosticKind::edit_mismatch, edit.at,
                                 target.text + " does not exist; use `add` to state something new",
                                 guesses_.hint(target.name, names_in(*target.holder)));
    diagnostic.related.push_back({record.body.at, "stated here"});
    diagnostics_.push_back(std::move(diagnostic));
    return;
  }
  if (!edit.was) {
    error(DiagnosticKind::missing_key, edit.at,
          "this edit lacks `was`; say what the catalogue below says now, so that a later change of it is noticed");
    return;
  }
  if (auto& list = unwrapped(*target.node); list.is_sequence() && !edit.was->is_sequence()) {
    change_member(edit, target, catalog, list);
    return;
  }
  if (!says(*target.node, *edit.was)) {
    mismatch(edit, target, *target.node);
    return;
  }
  note(edit, target, catalog, to_line(unwrapped(*target.node)), edit.is ? to_line(*edit.is) : "", target.node->at);
  if (edit.action == Edit::Action::replace) {
    *target.node = edited(edit, catalog, target.name, *edit.is);
  } else {
    erase_from(*target.holder, target.node);
  }
}

void Editor::change_member(const Edit& edit, const Target& target, const std::string& catalog, Node& list) {
  const auto member = std::ranges::find_if(list.items, [&](const Node& item) { return says(item, *edit.was); });
  if (member == list.items.end()) {
    mismatch(edit, target, list);
    return;
  }
  note(edit, target, catalog, to_line(unwrapped(*member)), edit.is ? to_line(*edit.is) : "", member->at);
  if (edit.action == Edit::Action::replace) {
    *member = edited(edit, catalog, target.name, *edit.is);
  } else {
    list.items.erase(member);
  }
}

void Editor::add(const Edit& edit, Target& target, const std::string& catalog, const Record& record) {
  if (target.node == nullptr) {
    target.holder->entries.push_back({target.name, edit.at, edited(edit, catalog, target.name, *edit.is)});
    note(edit, target, catalog, "", to_line(*edit.is), record.body.at);
    return;
  }
  auto& now = unwrapped(*target.node);
  if (now.is_sequence()) {
    add_members(edit, target, catalog, now);
  } else if (holds_list(edit.section, target.name)) {
    Node list;  // of the one member that the single value stands for
    list.kind = Node::Kind::sequence;
    list.at = target.node->at;
    if (!target.node->is_null()) list.items.push_back(std::move(*target.node));
    *target.node = std::move(list);
    add_members(edit, target, catalog, *target.node);
  } else if (now.is_mapping() && unwrapped(*edit.is).is_mapping()) {
    add_keys(edit, target, catalog, now);
  } else {
    error_with(DiagnosticKind::edit_mismatch, edit.at, target.text + " is stated already; use `replace` with `was`",
               {target.node->at, "stated here"});
  }
}

void Editor::add_members(const Edit& edit, const Target& target, const std::string& catalog, Node& list) {
  const auto news = edit.is->is_sequence() ? edit.is->items : std::vector{*edit.is};
  for (const auto& item : news) {
    const auto there =
        std::ranges::find_if(list.items, [&](const Node& member) { return says(member, unwrapped(item)); });
    if (there == list.items.end()) continue;
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               "`is: " + to_line(unwrapped(item)) + "` stands already in " + target.text + "; leave this edit out",
               {there->at, "stated here"});
    return;
  }
  const auto stated_at = list.at;
  for (const auto& item : news) list.items.push_back(edited(edit, catalog, target.name, item));
  note(edit, target, catalog, "", to_line(*edit.is), stated_at);
}

void Editor::add_keys(const Edit& edit, const Target& target, const std::string& catalog, Node& mapping) {
  const auto& news = unwrapped(*edit.is).entries;
  for (const auto& entry : news) {
    const auto* there = mapping.find_entry(entry.key);
    if (there == nullptr) continue;
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               target.text + '.' + entry.key + " is stated already; use `replace` with `was`",
               {there->key_at, "stated here"});
    return;
  }
  const auto stated_at = mapping.at;
  for (const auto& entry : news) {
    mapping.entries.push_back({entry.key, entry.key_at, edited(edit, catalog, entry.key, entry.value)});
  }
  note(edit, target, catalog, "", to_line(*edit.is), stated_at);
}

void Editor::mismatch(const Edit& edit, const Target& target, const Node& now) {
  error_with(DiagnosticKind::edit_mismatch, edit.at,
             "`was: " + to_line(*edit.was) + "` no longer fits: " + target.text + " now says " +
                 to_line(unwrapped(now)) + "; look at it again and bring `was` up to date",
             {now.at, "stated here"});
}

}  // namespace michibiki
