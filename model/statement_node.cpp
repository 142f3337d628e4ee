#include "model/statement_node.hpp"

#include <algorithm>
#include <utility>

#include "model/text.hpp"

namespace michibiki {
namespace {

/// No label is cut, or two members could share one.

bool is_about_itself(std::string_view key) { return key == "basis" || key == "because"; }

/// The same for all ways to write the same.
Node canonical(const Node& node) {
  Node result = unwrapped(node);
  for (auto& item : result.items) item = canonical(item);
  std::erase_if(result.entries, [](const Node::Entry& entry) { return is_about_itself(entry.key); });
  for (auto& entry : result.entries) entry.value = canonical(entry.value);
  std::ranges::sort(result.entries, {}, &Node::Entry::key);
  return result;
}

bool says_value(const Node& value, const Node& was) {
  if (value.kind != was.kind || value.text != was.text || value.items.size() != was.items.size()) return false;
  for (std::size_t i = 0; i < was.items.size(); ++i) {
    if (!says(value.items[i], was.items[i])) return false;
  }
  return std::ranges::all_of(
             value.entries,
             [&](const Node::Entry& entry) { return was.find(entry.key) != nullptr || is_about_itself(entry.key); }) &&
         std::ranges::all_of(was.entries, [&](const Node::Entry& entry) {
           const auto* there = value.find(entry.key);
           return there != nullptr && says(*there, entry.value);
         });
}

}  // namespace

Node& unwrapped(Node& node) {
  const auto inner = std::ranges::find(node.entries, "is", &Node::Entry::key);
  return inner != node.entries.end() ? inner->value : node;
}
const Node& unwrapped(const Node& node) {
  const auto* inner = node.find("is");
  return inner != nullptr ? *inner : node;
}

bool says(const Node& now, const Node& was) {
  if (now.is_scalar() && was.is_scalar()) return now.text == was.text;
  if (was.find("is") == nullptr) return says_value(unwrapped(now), was);
  return says_value(unwrapped(now), unwrapped(was)) && std::ranges::all_of(was.entries, [&](const Node::Entry& asked) {
           const auto* there = now.find(asked.key);
           return asked.key == "is" || (there != nullptr && says(*there, asked.value));
         });
}

std::string_view name_of_item(const Node& item) {
  for (const auto* key : {"id", "key"}) {
    const auto* name = unwrapped(item).find(key);
    if (name != nullptr && name->is_scalar()) return name->text;
  }
  return {};
}

std::vector<std::string> earlier_ids(const Node& body) {
  std::vector<std::string> ids;
  const auto* written = body.find("replaces");
  if (written == nullptr) return ids;
  for (const auto& item : members_of(*written)) {
    const auto id = item.is_scalar() ? normalise_id(item.text) : NormalisedId{{}, "no text"};
    if (id.ok()) ids.push_back(id.id);
  }
  return ids;
}

std::string label_of_item(const Node& item) {
  const auto name = name_of_item(item);
  return name.empty() ? to_line(canonical(item), whole_line) : std::string(name);
}

Node& as_list(Node& node) {
  auto& value = unwrapped(node);
  if (value.is_sequence()) return value;
  Node list;
  list.kind = Node::Kind::sequence;
  list.at = node.at;
  if (!node.is_null()) list.items.push_back(std::move(node));
  return node = std::move(list);
}

std::vector<Node> members_of(const Node& node) { return node.is_sequence() ? node.items : std::vector{node}; }

void erase_from(Node& holder, const Node* node) {
  std::erase_if(holder.entries, [&](const Node::Entry& entry) { return &entry.value == node; });
  // An item is found by its place: it is `node` itself.
  const auto item = std::ranges::find_if(holder.items, [&](const Node& it) { return &it == node; });
  if (item != holder.items.end()) holder.items.erase(item);
}

}  // namespace michibiki
