#include "model/yaml/tree_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <yaml-cpp/mark.h>

#include "model/text.hpp"
#include "model/yaml/syntax_error.hpp"

namespace michibiki {
namespace {

using enum DiagnosticKind;

/// The name behind & or *, or the whole tag: up to a blank or a flow indicator.
std::string_view word_at(std::string_view text, std::size_t offset) {
  text.remove_prefix(std::min(offset, text.size()));
  return text.substr(0, text.find_first_of(" \t\r\n,[]{}"));
}

Node refused_node(SourceLocation at) {
  Node node;
  node.refused = true;
  node.at = std::move(at);
  return node;
}

}  // namespace

Diagnostic refuse_anchor(const SourceText& source, std::size_t offset) {
  return make_error(alias, source.locate(offset),
                    "the anchor " + quote(word_at(source.text(), offset)) +
                        " is not accepted; write the value wherever it is needed, or put the text in quotes");
}

Diagnostic refuse_alias(const SourceText& source, std::size_t offset) {
  return make_error(alias, source.locate(offset),
                    "the alias " + quote(word_at(source.text(), offset)) +
                        " is not accepted; write the value itself, or put the text in quotes");
}

Diagnostic refuse_tag(const SourceText& source, std::size_t offset) {
  return make_error(
      tag, source.locate(offset),
      "the tag " + quote(word_at(source.text(), offset)) + " is not accepted; leave it out, or put the text in quotes");
}

TreeBuilder::TreeBuilder(const SourceText& source, const ParseLimits& limits, bool replaced, Collector& errors)
    : source_(source), limits_(limits), replaced_(replaced), errors_(errors) {}

Node TreeBuilder::take_root() {
  if (root_) return std::move(*root_);
  Node nothing;
  nothing.at = source_.locate(0);
  return nothing;
}

void TreeBuilder::abandon() {
  for (Frame& frame : open_) drop_duplicate_keys(frame.node);
}

std::optional<TreeBuilder::Open> TreeBuilder::innermost() const {
  if (!skipped_.empty()) return skipped_.back();
  if (open_.empty()) return std::nullopt;
  return Open{open_.back().offset, open_.back().flow, open_.back().node.is_mapping()};
}

std::size_t TreeBuilder::note_event(const YAML::Mark& mark) {
  last_offset_ = static_cast<std::size_t>(std::max(0, mark.pos));
  if (++nodes_ > limits_.max_nodes) throw StopReading();
  return last_offset_;
}

bool TreeBuilder::expects_key() const {
  return !open_.empty() && open_.back().node.is_mapping() && !open_.back().has_key;
}

void TreeBuilder::add(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = open_.back();
  if (frame.node.is_sequence()) {
    frame.node.items.push_back(std::move(node));
    return;
  }
  if (!frame.drop) {
    frame.node.entries.push_back({std::move(frame.key), source_.locate(frame.key_offset), std::move(node)});
  }
  frame.has_key = false;
}

void TreeBuilder::begin_key(std::string key, std::size_t offset, bool drop) {
  Frame& frame = open_.back();
  frame.has_key = true;
  frame.drop = drop;
  frame.key = std::move(key);
  frame.key_offset = offset;
  if (drop) frame.node.refused = true;
}

void TreeBuilder::refuse_key(Diagnostic diagnostic, std::size_t offset) {
  errors_.add(std::move(diagnostic));
  begin_key({}, offset, true);
}

void TreeBuilder::check_anchor(std::size_t offset, YAML::anchor_t anchor) {
  if (anchor == YAML::NullAnchor) return;
  errors_.add(refuse_anchor(source_, source_.text().find('&', offset)));  // a tag may stand before it
}

void TreeBuilder::check_tag(std::size_t offset, std::string_view tag_name, bool plain_start) {
  // "?" stands for no tag; "!" for no tag in quotes, but also for the tag `!` itself.
  const bool untagged = tag_name.empty() || tag_name == "?" || tag_name == "!";
  if (untagged && (!plain_start || source_.at(offset) != '!')) return;
  errors_.add(refuse_tag(source_, source_.text().find('!', offset)));  // an anchor may stand before it
}

bool TreeBuilder::has_refused_character(std::size_t offset, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCharacter character = decode_utf8(text, i);
    const char32_t c = character.code_point;
    if (replaced_ && c == U'\uFFFD') return true;  // reported where it stands
    if (!character.valid || is_refused_character(c) || c == U'\r') {
      errors_.add(make_error(
          control_character, source_.locate(offset),
          character.valid
              ? "an escape in this text gives " + code_point_name(c) + ", which cannot stand in a text; delete it"
              : "an escape in this text gives no valid character; write the character itself"));
      return true;
    }
    i += character.length;
  }
  return false;
}

bool TreeBuilder::is_null_literal(std::size_t offset) const {
  for (const std::string_view literal : {"~", "null", "Null", "NULL"}) {
    if (source_.has(offset, literal)) {
      return std::string_view(" \t\r\n:,]}").find(source_.at(offset + literal.size())) != std::string_view::npos;
    }
  }
  return false;
}

/// yaml-cpp places a value that is not there at the token that follows, often on another line. It is
/// missing behind its key or its dash.
std::size_t TreeBuilder::place_of_nothing(std::size_t offset) const {
  if (open_.empty()) return is_null_literal(offset) ? offset : 0;
  const Frame& frame = open_.back();
  if (frame.node.is_mapping()) {
    const SourceLocation key = source_.locate(frame.key_offset);
    const SourceLocation next = source_.locate(offset);
    const bool belongs_to_key =
        next.line == key.line ? next.column > key.column : next.column > key.column || frame.flow;
    return belongs_to_key && is_null_literal(offset) ? offset : frame.key_offset;
  }
  if (frame.flow || is_null_literal(offset)) return offset;
  for (std::size_t start = source_.line_start(offset);;) {  // upwards over blank lines and comments
    const std::size_t dash = source_.text().find_first_not_of(' ', start);
    if (dash < offset && source_.at(dash) == '-') {
      std::size_t last = dash;
      while (source_.has(last, "- -")) last += 2;
      return last;
    }
    if (start == 0) return offset;
    start = source_.line_start(start - 1);
  }
}

void TreeBuilder::begin(Node::Kind kind, std::size_t offset, bool flow) {
  const bool too_deep = open_.size() + skipped_.size() >= static_cast<std::size_t>(std::max(1, limits_.max_depth));
  if (too_deep && !was_too_deep_) {
    errors_.add(make_error(nesting_too_deep, source_.locate(offset),
                           "lists and mappings stand inside each other here more than " +
                               std::to_string(limits_.max_depth) + " times; write it flatter"));
    was_too_deep_ = true;
  }
  if (too_deep || !skipped_.empty() || expects_key()) {
    skipped_.push_back({offset, flow, kind == Node::Kind::mapping});
    return;
  }
  Frame frame;
  frame.node.kind = kind;
  frame.node.at = source_.locate(offset);
  frame.offset = offset;
  frame.flow = flow;
  open_.push_back(std::move(frame));
}

void TreeBuilder::end() {
  if (skipped_.empty()) {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    drop_duplicate_keys(node);
    add(std::move(node));
    return;
  }
  const Open refused = skipped_.back();
  skipped_.pop_back();
  if (!skipped_.empty()) return;
  if (expects_key()) {  // said only here: a list that is never closed looks like a key to yaml-cpp, and is none
    const auto kind = refused.mapping ? Node::Kind::mapping : Node::Kind::sequence;
    refuse_key(make_error(wrong_type, source_.locate(refused.offset),
                          "a key is " + std::string(describe(kind)) + "; keys are texts"),
               refused.offset);
  } else {
    add(refused_node(source_.locate(refused.offset)));
  }
}

void TreeBuilder::drop_duplicate_keys(Node& mapping) {
  if (mapping.entries.size() < 2) return;
  std::vector<std::size_t> order(mapping.entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return mapping.entries[a].key < mapping.entries[b].key; });

  std::vector<bool> again(order.size(), false);
  for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
    const Node::Entry& entry = mapping.entries[order[i]];
    const Node::Entry& earlier = mapping.entries[order[first]];
    if (entry.key != earlier.key) {
      first = i;
      continue;
    }
    again[order[i]] = true;
    Diagnostic diagnostic =
        make_error(duplicate_key, entry.key_at, "key " + quote(entry.key) + " is given again; keep one of them");
    diagnostic.related.push_back({earlier.key_at, "first given here"});
    errors_.add(std::move(diagnostic));
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < again.size(); ++i) {
    if (again[i]) continue;
    if (kept != i) mapping.entries[kept] = std::move(mapping.entries[i]);
    ++kept;
  }
  mapping.entries.resize(kept);
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& /*mark*/) {}

void TreeBuilder::OnDocumentEnd() {}

Diagnostic TreeBuilder::why_no_key(std::size_t offset) const {
  if (is_null_literal(offset)) {
    return make_error(wrong_type, source_.locate(offset), "a key is '~' or 'null'; put it in quotes");
  }
  if (auto too_long = refuse_long_key(source_, offset, open_.back().flow)) return *too_long;
  return make_error(malformed_yaml, source_.locate(offset), "a key is missing here; write 'key: value'");
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t offset = note_event(mark);
  if (!skipped_.empty()) return;
  check_anchor(offset, anchor);
  if (expects_key()) {
    refuse_key(why_no_key(offset), offset);
    return;
  }
  Node node;
  node.at = source_.locate(place_of_nothing(offset));
  add(std::move(node));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  const std::size_t offset = note_event(mark);
  if (!skipped_.empty()) return;
  if (expects_key()) {
    refuse_key(refuse_alias(source_, offset), offset);
    return;
  }
  errors_.add(refuse_alias(source_, offset));
  add(refused_node(source_.locate(offset)));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const std::size_t offset = note_event(mark);
  if (!skipped_.empty()) return;
  check_anchor(offset, anchor);
  check_tag(offset, tag, true);
  const bool quoted = tag == "!";
  const bool refused = has_refused_character(offset, value);
  if (expects_key()) {
    if (!quoted && value == "<<") {
      refuse_key(
          make_error(merge_key, source_.locate(offset), "the merge key '<<' is not accepted; write the keys out"),
          offset);
    } else {
      begin_key(value, offset, refused);
    }
    return;
  }
  Node node = make_scalar(refused ? printable(value) : value, source_.locate(offset), quoted);
  node.refused = refused;
  add(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  const std::size_t offset = note_event(mark);
  if (skipped_.empty()) {
    check_anchor(offset, anchor);
    check_tag(offset, tag, true);
  }
  begin(Node::Kind::sequence, offset, style == YAML::EmitterStyle::Flow);
}

void TreeBuilder::OnSequenceEnd() { end(); }

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  const std::size_t offset = note_event(mark);
  const bool flow = style == YAML::EmitterStyle::Flow;
  if (skipped_.empty()) {
    check_anchor(offset, anchor);
    check_tag(offset, tag, flow);  // in block style the place is that of the first key, with the key's tag
  }
  begin(Node::Kind::mapping, offset, flow);
}

void TreeBuilder::OnMapEnd() { end(); }

}  // namespace michibiki
