#include "model/resolve.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki {
namespace {

/// Whom each catalogue depends on, directly or not.
using Dependencies = std::map<std::string, std::set<std::string>>;

class LayerOrder {
 public:
  LayerOrder(const std::vector<Layer>& layers, Gaps& gaps, std::vector<Diagnostic>& diagnostics)
      : layers_(layers),
        gaps_(gaps),
        manifest_lost_(gaps.in("catalog")),
        diagnostics_(diagnostics),
        state_(layers.size()) {
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const auto& code = layers[i].info.code;
      if (code.empty()) continue;  // which has been said
      const auto [found, added] = position_.emplace(code, i);
      if (added) continue;
      auto error = make_error(DiagnosticKind::duplicate_id, layers[i].at,
                              "catalogue " + quote(code) + " is given twice; leave one of them out");
      error.related.push_back({layers_[found->second].at, "first given here"});
      diagnostics_.push_back(std::move(error));
      state_[i] = State::done;  // once is enough: its entries would all be there twice
    }
    for (std::size_t i = 0; i < layers.size(); ++i) visit(i);
  }

  const std::vector<std::size_t>& order() const { return order_; }
  const Dependencies& dependencies() const { return dependencies_; }
  /// Whether it is known what lies below that catalogue; without, its edits cannot be judged.
  bool settled(std::size_t layer) const { return !circular_.contains(layer) && !layers_[layer].gaps.in("catalog"); }

 private:
  enum class State { unseen, open, done };

  void visit(std::size_t index) {
    const auto& layer = layers_[index];
    if (state_[index] == State::done) return;
    if (state_[index] == State::open) {
      report_cycle(index);
      return;
    }
    state_[index] = State::open;
    path_.push_back(index);
    auto& all = dependencies_[layer.info.code];
    for (std::size_t i = 0; i < layer.info.depends_on.size(); ++i) {
      const auto found = find(layer, i);
      if (!found) continue;
      visit(*found);
      const auto& wanted = layers_[*found].info.code;
      const auto& theirs = dependencies_[wanted];
      all.insert(theirs.begin(), theirs.end());
      all.insert(wanted);
    }
    path_.pop_back();
    state_[index] = State::done;
    order_.push_back(index);
  }

  static const SourceLocation& place_of(const Layer& layer, std::size_t dependency) {
    return dependency < layer.depends_on_at.size() ? layer.depends_on_at[dependency] : layer.at;
  }

  /// The catalogue that is meant; one that is misspelt is taken for what it probably is, so that only this is said.
  std::optional<std::size_t> find(const Layer& layer, std::size_t dependency) {
    const auto& wanted = layer.info.depends_on[dependency];
    if (const auto found = position_.find(wanted); found != position_.end()) return found->second;
    if (manifest_lost_) {  // of the very catalogue that is meant, perhaps
      gaps_.anywhere = true;
      return std::nullopt;
    }
    std::vector<std::string> known;
    for (const auto& [code, position] : position_) {
      if (code != layer.info.code) known.push_back(code);
    }
    const auto meant = did_you_mean(wanted, known);
    diagnostics_.push_back(make_error(
        DiagnosticKind::unknown_id, place_of(layer, dependency),
        "catalogue " + quote(layer.info.code) + " depends on " + quote(wanted) + ", which is not among those loaded",
        meant ? did_you_mean_hint(wanted, known)
              : "give its folder with --catalog, or an overlay file with --overlay"));
    if (meant) return position_.at(*meant);
    gaps_.anywhere = true;
    return std::nullopt;
  }

  void report_cycle(std::size_t index) {
    const auto start = std::find(path_.begin(), path_.end(), index);
    std::string ring;
    for (auto i = start; i != path_.end(); ++i) ring += layers_[*i].info.code + " -> ";
    auto error = make_error(DiagnosticKind::dependency_cycle, layers_[index].at,
                            "catalogues depend on each other in a circle: " + ring + layers_[index].info.code +
                                "; remove one `depends-on`");
    for (auto i = start; i != path_.end(); ++i) {
      if (*i != index) error.related.push_back({layers_[*i].at, "also in the circle"});
    }
    diagnostics_.push_back(std::move(error));
    circular_.insert(start, path_.end());
  }

  const std::vector<Layer>& layers_;
  Gaps& gaps_;
  bool manifest_lost_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::string, std::size_t> position_;
  std::vector<State> state_;
  std::vector<std::size_t> path_;
  std::vector<std::size_t> order_;
  std::set<std::size_t> circular_;
  Dependencies dependencies_;
};

/// The value inside `{is: …}`, or the node itself.
const Node& unwrapped(const Node& node) {
  const auto* inner = node.find("is");
  return inner != nullptr ? *inner : node;
}

/// The list in a field, also inside `{is: …}`; null when the field holds no list.
Node* list_in(Node& value) {
  const auto is = std::find_if(value.entries.begin(), value.entries.end(), [](const auto& e) { return e.key == "is"; });
  Node& inner = is != value.entries.end() ? is->value : value;
  return inner.is_sequence() ? &inner : nullptr;
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
bool holds_list(const std::string& field) {
  static const std::set<std::string, std::less<>> lists{
      "acts-on",    "aims-at",    "assets", "carries", "choices", "components", "considers",      "from",
      "harms",      "indicators", "levels", "natures", "origins", "operators",  "spares",         "implemented-on",
      "mechanisms", "properties", "tags",   "threats", "to",      "replaces",   "vulnerabilities"};
  return lists.contains(field);
}

/// What an edit is about: the whole entry, a field, or members of the list in a field.
struct Target {
  std::string text;                  ///< "threat malicious.theft, origin"
  std::vector<std::string> members;  ///< each on one line; empty: the field itself
};

/// Who edited what before, so that whoever edits it again must come after them on purpose.
class History {
 public:
  struct Past {
    std::string catalog;
    SourceLocation at;
  };

  /// The earlier edit of the same statement by a catalogue that this one does not come after, if there is one.
  template <typename ComesAfter>
  std::optional<Past> collision(const Edit& edit, const Target& target, ComesAfter comes_after) const {
    const auto record = records_.find({edit.section, edit.code});
    if (record == records_.end()) return std::nullopt;
    const auto first_of = [&](const std::vector<Past>& edits) -> std::optional<Past> {
      const auto found =
          std::find_if(edits.begin(), edits.end(), [&](const Past& p) { return !comes_after(p.catalog); });
      return found == edits.end() ? std::nullopt : std::optional(*found);
    };
    const auto first_within = [&](const Field& field) {
      auto found = first_of(field.whole);
      for (auto i = field.members.begin(); !found && i != field.members.end(); ++i) found = first_of(i->second);
      return found;
    };
    auto found = first_of(record->second.whole);
    if (edit.field.empty()) {
      for (auto i = record->second.fields.begin(); !found && i != record->second.fields.end(); ++i) {
        found = first_within(i->second);
      }
      return found;
    }
    const auto field = record->second.fields.find(edit.field);
    if (found || field == record->second.fields.end()) return found;
    if (target.members.empty()) return first_within(field->second);
    found = first_of(field->second.whole);
    for (auto i = target.members.begin(); !found && i != target.members.end(); ++i) {
      const auto member = field->second.members.find(*i);
      if (member != field->second.members.end()) found = first_of(member->second);
    }
    return found;
  }

  void add(const Edit& edit, const Target& target, const std::string& catalog) {
    auto& record = records_[{edit.section, edit.code}];
    if (edit.field.empty()) {
      record.whole.push_back({catalog, edit.at});
    } else if (target.members.empty()) {
      record.fields[edit.field].whole.push_back({catalog, edit.at});
    } else {
      for (const auto& member : target.members) record.fields[edit.field].members[member].push_back({catalog, edit.at});
    }
  }

 private:
  struct Field {
    std::vector<Past> whole;
    std::map<std::string, std::vector<Past>> members;
  };
  struct Statement {
    std::vector<Past> whole;
    std::map<std::string, Field> fields;
  };
  std::map<std::pair<std::string, std::string>, Statement> records_;
};

class Editor {
 public:
  Editor(Resolved& resolved, const Dependencies& dependencies, std::vector<Diagnostic>& diagnostics)
      : resolved_(resolved), dependencies_(dependencies), diagnostics_(diagnostics) {}

  void index(std::size_t record) {
    const auto& [section, code] = key_of(resolved_.records[record]);
    if (!code.empty()) records_.emplace(std::pair(section, code), record);
  }

  void apply(const Edit& edit, const std::string& catalog) {
    const auto found = records_.find({edit.section, edit.code});
    if (found == records_.end()) {
      if (!resolved_.gaps.in(edit.section, edit.code)) report_unknown(edit);
      return;
    }
    auto& record = resolved_.records[found->second];
    if (!may_edit(edit, catalog, record)) return;
    auto* field = field_of(record, edit.field);
    const auto target = target_of(edit, field);
    if (conflicts(edit, target, catalog) || is_withdrawn(edit, target, record)) return;
    if (edit.field.empty()) {
      withdraw_record(edit, target, catalog, record);
    } else if (edit.field == "id") {
      error(DiagnosticKind::invalid_value, edit.at,
            "an `id` is never edited; withdraw the entry and add one that `replaces` it");
    } else if (edit.action == Edit::Action::add) {
      add(edit, target, catalog, record, field);
    } else {
      change(edit, target, catalog, record, field);
    }
  }

 private:
  static std::pair<std::string, std::string> key_of(const Record& record) { return {record.section, record.code}; }

  void error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint = {}) {
    diagnostics_.push_back(make_error(kind, at, std::move(message), std::move(hint)));
  }

  void error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related) {
    auto diagnostic = make_error(kind, at, std::move(message));
    diagnostic.related.push_back(std::move(related));
    diagnostics_.push_back(std::move(diagnostic));
  }

  void report_unknown(const Edit& edit) {
    std::vector<std::string> known;
    for (auto i = records_.lower_bound({edit.section, {}}); i != records_.end() && i->first.first == edit.section;
         ++i) {
      known.push_back(i->first.second);
    }
    error(DiagnosticKind::unknown_id, edit.at,
          "there is no " + quote(edit.code) + " under `" + edit.section +
              "` to edit; only what a catalogue below says can be",
          did_you_mean_hint(edit.code, known));
  }

  bool depends(const std::string& catalog, const std::string& on) const {
    const auto found = dependencies_.find(catalog);
    return catalog == on || (found != dependencies_.end() && found->second.contains(on));
  }

  bool may_edit(const Edit& edit, const std::string& catalog, const Record& record) {
    if (depends(catalog, record.catalog)) return true;
    error_with(DiagnosticKind::edit_conflict, edit.at,
               "catalogue " + quote(catalog) + " edits " + quote(edit.code) + " of " + quote(record.catalog) +
                   " without depending on it; add it to `depends-on`",
               {record.body.at, "stated here"});
    return false;
  }

  static Node* field_of(Record& record, const std::string& name) {
    auto& entries = record.body.entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.key == name; });
    return found == entries.end() ? nullptr : &found->value;
  }

  static Target target_of(const Edit& edit, Node* field) {
    const auto kind = entry_kind_of_section(edit.section);
    Target target{(kind ? std::string(name_of(*kind)) : "link") + ' ' + edit.code, {}};
    if (edit.field.empty()) return target;
    target.text += ", " + edit.field;
    const bool list = field != nullptr ? list_in(*field) != nullptr || holds_list(edit.field) : holds_list(edit.field);
    const auto& about = edit.action == Edit::Action::add ? edit.is : edit.was;
    if (!list || !about || (edit.action != Edit::Action::add && about->is_sequence())) return target;
    constexpr std::size_t whole_line = 10'000;
    if (!about->is_sequence()) target.members.push_back(to_line(*about, whole_line));
    for (const auto& item : about->items) target.members.push_back(to_line(unwrapped(item), whole_line));
    return target;
  }

  /// Whoever edits what another edited before must come after it on purpose.
  bool conflicts(const Edit& edit, const Target& target, const std::string& catalog) {
    const auto other = history_.collision(
        edit, target, [&](const std::string& past) { return past != catalog && depends(catalog, past); });
    if (!other) {
      history_.add(edit, target, catalog);
      return false;
    }
    error_with(
        DiagnosticKind::edit_conflict, edit.at,
        "two edits of the same statement, " + target.text + "; keep one, or let one catalogue depend on the other",
        {other->at, "the other edit"});
    return true;
  }

  bool is_withdrawn(const Edit& edit, const Target& target, const Record& record) {
    if (!record.withdrawn) return false;
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               "a catalogue below has withdrawn this already: " + target.text + "; leave this edit out",
               {withdrawn_at_.at(key_of(record)), "withdrawn here"});
    return true;
  }

  void note(const Edit& edit, const Target& target, const std::string& catalog, std::string before, std::string after,
            const SourceLocation& stated_at) {
    resolved_.overrides.push_back({target.text, std::move(before), std::move(after), catalog, edit.at, stated_at});
  }

  void withdraw_record(const Edit& edit, const Target& target, const std::string& catalog, Record& record) {
    if (edit.action != Edit::Action::withdraw) {
      error(DiagnosticKind::missing_key, edit.at, "this edit lacks `field`; a whole entry can only be withdrawn");
      return;
    }
    record.withdrawn = true;
    withdrawn_at_.emplace(key_of(record), edit.at);
    note(edit, target, catalog, to_line(record.body), "", record.body.at);
  }

  /// Replaces or withdraws the value of a field, or a member of the list in it.
  void change(const Edit& edit, const Target& target, const std::string& catalog, Record& record, Node* field) {
    if (field == nullptr) {
      error_with(DiagnosticKind::edit_mismatch, edit.at,
                 target.text + " does not exist; use `add` to state something new", {record.body.at, "stated here"});
      return;
    }
    if (!edit.was) {
      error(DiagnosticKind::missing_key, edit.at,
            "this edit lacks `was`; say what the catalogue below says now, so that a later change "
            "of it is noticed");
      return;
    }
    if (auto* list = list_in(*field); list != nullptr && !edit.was->is_sequence()) {
      change_member(edit, target, catalog, *list);
      return;
    }
    if (!says(*field, *edit.was)) {
      mismatch(edit, target, *field);
      return;
    }
    note(edit, target, catalog, to_line(unwrapped(*field)), edit.is ? to_line(*edit.is) : "", field->at);
    if (edit.action == Edit::Action::replace) {
      *field = edited(edit, *edit.is);
    } else {
      std::erase_if(record.body.entries, [&](const Node::Entry& e) { return e.key == edit.field; });
    }
  }

  void change_member(const Edit& edit, const Target& target, const std::string& catalog, Node& list) {
    const auto member =
        std::find_if(list.items.begin(), list.items.end(), [&](const Node& item) { return says(item, *edit.was); });
    if (member == list.items.end()) {
      mismatch(edit, target, list);
      return;
    }
    note(edit, target, catalog, to_line(unwrapped(*member)), edit.is ? to_line(*edit.is) : "", member->at);
    if (edit.action == Edit::Action::replace) {
      *member = edited(edit, *edit.is);
    } else {
      list.items.erase(member);
    }
  }

  void add(const Edit& edit, const Target& target, const std::string& catalog, Record& record, Node* field) {
    if (field == nullptr) {
      record.body.entries.push_back({edit.field, edit.at, edited(edit, *edit.is)});
      note(edit, target, catalog, "", to_line(*edit.is), record.body.at);
      return;
    }
    auto* list = list_in(*field);
    if (list == nullptr && holds_list(edit.field)) list = make_list(*field);
    if (list == nullptr) {
      error_with(DiagnosticKind::edit_mismatch, edit.at, target.text + " is stated already; use `replace` with `was`",
                 {field->at, "stated here"});
      return;
    }
    const auto news = edit.is->is_sequence() ? edit.is->items : std::vector{*edit.is};
    for (const auto& item : news) {
      const auto there = std::find_if(list->items.begin(), list->items.end(),
                                      [&](const Node& member) { return says(member, unwrapped(item)); });
      if (there == list->items.end()) continue;
      error_with(DiagnosticKind::edit_mismatch, edit.at,
                 "`is: " + to_line(unwrapped(item)) + "` stands already in " + target.text + "; leave this edit out",
                 {there->at, "stated here"});
      return;
    }
    for (const auto& item : news) list->items.push_back(edited(edit, item));
    note(edit, target, catalog, "", to_line(*edit.is), record.body.at);
  }

  /// A single value of a list field, made the list of one that it stands for.
  static Node* make_list(Node& value) {
    Node list;
    list.kind = Node::Kind::sequence;
    list.at = value.at;
    if (!value.is_null()) list.items.push_back(std::move(value));
    value = std::move(list);
    return &value;
  }

  void mismatch(const Edit& edit, const Target& target, const Node& now) {
    error_with(DiagnosticKind::edit_mismatch, edit.at,
               "`was: " + to_line(*edit.was) + "` no longer fits: " + target.text + " now says " +
                   to_line(unwrapped(now)) + "; look at it again and bring `was` up to date",
               {now.at, "stated here"});
  }

  /// The new value with the edit's own basis and reason.
  static Node edited(const Edit& edit, const Node& is) {
    if ((!edit.basis && !edit.because) || edit.field == "basis") return is;
    Node wrapped;
    wrapped.kind = Node::Kind::mapping;
    wrapped.at = is.at;
    if (is.find("is") != nullptr) {  // it says more of itself, which stands
      wrapped.entries = is.entries;
    } else {
      wrapped.entries.push_back({"is", is.at, is});
    }
    const auto add = [&](const char* key, const std::optional<Node>& value) {
      if (value && wrapped.find(key) == nullptr) wrapped.entries.push_back({key, value->at, *value});
    };
    add("basis", edit.basis);
    add("because", edit.because);
    return wrapped;
  }

  Resolved& resolved_;
  const Dependencies& dependencies_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::pair<std::string, std::string>, std::size_t> records_;
  std::map<std::pair<std::string, std::string>, SourceLocation> withdrawn_at_;
  History history_;
};

}  // namespace

Resolved resolve(std::vector<Layer> layers, std::vector<Diagnostic>& diagnostics, Gaps gaps) {
  Resolved resolved;
  resolved.gaps = std::move(gaps);
  for (const auto& layer : layers) resolved.gaps.add(layer.gaps);
  const LayerOrder order(layers, resolved.gaps, diagnostics);
  Editor editor(resolved, order.dependencies(), diagnostics);
  for (const auto position : order.order()) {
    auto& layer = layers[position];
    for (auto& record : layer.records) {
      resolved.records.push_back(std::move(record));
      editor.index(resolved.records.size() - 1);
    }
    if (order.settled(position)) {
      for (const auto& edit : layer.edits) editor.apply(edit, layer.info.code);
    }
    std::move(layer.sources.begin(), layer.sources.end(), std::back_inserter(resolved.sources));
    resolved.layers.push_back(std::move(layer.info));
  }
  return resolved;
}

}  // namespace michibiki
