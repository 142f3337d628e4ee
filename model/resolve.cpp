#include "model/resolve.hpp"

#include <algorithm>
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
  LayerOrder(const std::vector<Layer>& layers, std::vector<Diagnostic>& diagnostics)
      : layers_(layers), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const auto [found, added] = position_.emplace(layers[i].info.code, i);
      if (!added) {
        auto error = make_error(DiagnosticKind::duplicate_id, layers[i].at,
                                "catalogue " + quote(layers[i].info.code) + " is given twice; leave one of them out");
        error.related.push_back({layers_[found->second].at, "first given here"});
        diagnostics_.push_back(std::move(error));
      }
    }
    for (std::size_t i = 0; i < layers.size(); ++i) visit(i);
  }

  const std::vector<std::size_t>& order() const { return order_; }
  const Dependencies& dependencies() const { return dependencies_; }

 private:
  enum class State { unseen, open, done };

  void visit(std::size_t index) {
    const auto& layer = layers_[index];
    auto& state = state_[index];
    if (state == State::done) return;
    if (state == State::open) {
      report_cycle(index);
      return;
    }
    state = State::open;
    path_.push_back(index);
    auto& all = dependencies_[layer.info.code];
    for (const auto& wanted : layer.info.depends_on) {
      const auto found = position_.find(wanted);
      if (found == position_.end()) {
        report_missing(layer, wanted);
        continue;
      }
      visit(found->second);
      const auto& theirs = dependencies_[wanted];
      all.insert(theirs.begin(), theirs.end());
      all.insert(wanted);
    }
    path_.pop_back();
    state_[index] = State::done;
    order_.push_back(index);
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
  }

  void report_missing(const Layer& layer, const std::string& wanted) {
    std::vector<std::string> known;
    for (const auto& [code, position] : position_) known.push_back(code);
    auto hint = did_you_mean_hint(wanted, known);
    if (hint.empty()) hint = "give its folder with --catalog, or an overlay file with --overlay";
    diagnostics_.push_back(make_error(
        DiagnosticKind::unknown_id, layer.at,
        "catalogue " + quote(layer.info.code) + " depends on " + quote(wanted) + ", which is not among those loaded",
        hint));
  }

  const std::vector<Layer>& layers_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::string, std::size_t> position_;
  std::map<std::size_t, State> state_;
  std::vector<std::size_t> path_;
  std::vector<std::size_t> order_;
  Dependencies dependencies_;
};

/// The value inside `{is: …}`, or the node itself.
const Node& unwrapped(const Node& node) {
  const auto* inner = node.find("is");
  return inner != nullptr ? *inner : node;
}

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
      std::vector<std::string> known;
      for (const auto& [key, record] : records_) {
        if (key.first == edit.section) known.push_back(key.second);
      }
      error(DiagnosticKind::unknown_id, edit.at,
            "there is no " + quote(edit.code) + " under `" + edit.section +
                "` to edit; only what a catalogue below says can be",
            did_you_mean_hint(edit.code, known));
      return;
    }
    auto& record = resolved_.records[found->second];
    if (!may_edit(edit, catalog, record) || conflicts(edit, catalog)) return;
    if (edit.field.empty()) {
      withdraw_record(edit, catalog, record);
    } else {
      edit_field(edit, catalog, record);
    }
  }

 private:
  static std::pair<std::string, std::string> key_of(const Record& record) { return {record.section, record.code}; }

  void error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint = {}) {
    diagnostics_.push_back(make_error(kind, at, std::move(message), std::move(hint)));
  }

  bool depends(const std::string& catalog, const std::string& on) const {
    const auto found = dependencies_.find(catalog);
    return catalog == on || (found != dependencies_.end() && found->second.contains(on));
  }

  bool may_edit(const Edit& edit, const std::string& catalog, const Record& record) {
    if (depends(catalog, record.catalog)) return true;
    error(DiagnosticKind::edit_conflict, edit.at,
          "catalogue " + quote(catalog) + " edits " + quote(edit.code) + " of " + quote(record.catalog) +
              " without depending on it; add it to `depends-on`");
    return false;
  }

  /// Whoever edits what another edited before must come after it on purpose.
  bool conflicts(const Edit& edit, const std::string& catalog) {
    const auto member = edit.was && edit.action == Edit::Action::withdraw ? to_line(*edit.was, 200) : std::string();
    const auto key = edit.section + '\n' + edit.code + '\n' + edit.field + '\n' + member;
    const auto [found, first] = edited_.emplace(key, std::pair(catalog, edit.at));
    if (first) return false;
    const bool ordered = found->second.first != catalog && depends(catalog, found->second.first);
    if (!ordered && edit.action != Edit::Action::add) {
      auto conflict = make_error(DiagnosticKind::edit_conflict, edit.at,
                                 "two edits of the same statement, " + describe_target(edit) +
                                     "; keep one, or let one catalogue depend on the other");
      conflict.related.push_back({found->second.second, "the other edit"});
      diagnostics_.push_back(std::move(conflict));
      return true;
    }
    found->second = {catalog, edit.at};
    return false;
  }

  static std::string describe_target(const Edit& edit) {
    const auto kind = entry_kind_of_section(edit.section);
    std::string target = kind ? std::string(name_of(*kind)) : "link";
    target += ' ' + edit.code;
    if (!edit.field.empty()) target += ", " + edit.field;
    return target;
  }

  void note(const Edit& edit, const std::string& catalog, std::string before, std::string after,
            const SourceLocation& stated_at) {
    resolved_.overrides.push_back(
        {describe_target(edit), std::move(before), std::move(after), catalog, edit.at, stated_at});
  }

  void withdraw_record(const Edit& edit, const std::string& catalog, Record& record) {
    if (edit.action != Edit::Action::withdraw) {
      error(DiagnosticKind::invalid_value, edit.at, "this edit needs a `field`; a whole entry can only be withdrawn");
      return;
    }
    record.withdrawn = true;
    note(edit, catalog, to_line(record.body), "", record.body.at);
  }

  void edit_field(const Edit& edit, const std::string& catalog, Record& record) {
    auto& entries = record.body.entries;
    const auto field =
        std::find_if(entries.begin(), entries.end(), [&](const Node::Entry& e) { return e.key == edit.field; });
    if (edit.action == Edit::Action::add) {
      add(edit, catalog, record, field == entries.end() ? nullptr : &field->value);
      return;
    }
    if (field == entries.end()) {
      error(DiagnosticKind::edit_mismatch, edit.at,
            describe_target(edit) + " does not exist; use `add` to state something new");
      return;
    }
    if (!edit.was) {
      error(DiagnosticKind::missing_key, edit.at,
            "this edit lacks `was`; say what the catalogue below says now, so that a later change "
            "of it is noticed");
      return;
    }
    if (field->value.is_sequence() && !edit.was->is_sequence()) {
      edit_member(edit, catalog, field->value);
    } else if (!(unwrapped(field->value) == *edit.was)) {
      mismatch(edit, unwrapped(field->value));
    } else if (edit.action == Edit::Action::replace) {
      note(edit, catalog, to_line(unwrapped(field->value)), to_line(*edit.is), field->value.at);
      field->value = edited(edit);
    } else {
      note(edit, catalog, to_line(unwrapped(field->value)), "", field->value.at);
      entries.erase(field);
    }
  }

  void edit_member(const Edit& edit, const std::string& catalog, Node& list) {
    const auto member = std::find_if(list.items.begin(), list.items.end(),
                                     [&](const Node& item) { return unwrapped(item) == *edit.was; });
    if (member == list.items.end()) {
      mismatch(edit, list);
      return;
    }
    note(edit, catalog, to_line(unwrapped(*member)), edit.is ? to_line(*edit.is) : "", member->at);
    if (edit.action == Edit::Action::replace) {
      *member = edited(edit);
    } else {
      list.items.erase(member);
    }
  }

  void add(const Edit& edit, const std::string& catalog, Record& record, Node* field) {
    if (field != nullptr && !field->is_sequence()) {
      error(DiagnosticKind::edit_mismatch, edit.at,
            describe_target(edit) + " is stated already; use `replace` with `was`");
      return;
    }
    if (field == nullptr) {
      record.body.entries.push_back({edit.field, edit.at, edit.is->is_sequence() ? *edit.is : edited(edit)});
      if (is_list_field(edit)) {
        auto& value = record.body.entries.back().value;
        Node list;
        list.kind = Node::Kind::sequence;
        list.at = edit.at;
        list.items.push_back(std::move(value));
        value = std::move(list);
      }
    } else {
      field->items.push_back(edited(edit));
    }
    note(edit, catalog, "", to_line(*edit.is), record.body.at);
  }

  /// Fields that hold lists even when the entry does not have them yet.
  static bool is_list_field(const Edit& edit) {
    static const std::set<std::string> lists{"carries", "natures",        "mechanisms", "harms",     "acts-on",
                                             "spares",  "implemented-on", "aims-at",    "considers", "indicators",
                                             "assets",  "threats",        "tags",       "replaces"};
    return !edit.is->is_sequence() && lists.contains(edit.field);
  }

  void mismatch(const Edit& edit, const Node& now) {
    auto wrong = make_error(DiagnosticKind::edit_mismatch, edit.at,
                            "`was: " + to_line(*edit.was) + "` no longer fits: " + describe_target(edit) +
                                " now says " + to_line(now) + "; look at it again and bring `was` up to date");
    wrong.related.push_back({now.at, "stated here"});
    diagnostics_.push_back(std::move(wrong));
  }

  /// The new value with the edit's own basis and reason.
  static Node edited(const Edit& edit) {
    if (!edit.basis && !edit.because) return *edit.is;
    Node wrapped;
    wrapped.kind = Node::Kind::mapping;
    wrapped.at = edit.is->at;
    wrapped.entries.push_back({"is", edit.is->at, *edit.is});
    if (edit.basis) wrapped.entries.push_back({"basis", edit.basis->at, *edit.basis});
    if (edit.because) wrapped.entries.push_back({"because", edit.because->at, *edit.because});
    return wrapped;
  }

  Resolved& resolved_;
  const Dependencies& dependencies_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::pair<std::string, std::string>, std::size_t> records_;
  std::map<std::string, std::pair<std::string, SourceLocation>> edited_;
};

}  // namespace

Resolved resolve(std::vector<Layer> layers, std::vector<Diagnostic>& diagnostics) {
  Resolved resolved;
  const LayerOrder order(layers, diagnostics);
  Editor editor(resolved, order.dependencies(), diagnostics);
  for (const auto position : order.order()) {
    auto& layer = layers[position];
    for (auto& record : layer.records) {
      resolved.records.push_back(std::move(record));
      editor.index(resolved.records.size() - 1);
    }
    for (const auto& edit : layer.edits) editor.apply(edit, layer.info.code);
    resolved.sources.insert(resolved.sources.end(), layer.sources.begin(), layer.sources.end());
    resolved.layers.push_back(std::move(layer.info));
  }
  return resolved;
}

}  // namespace michibiki
