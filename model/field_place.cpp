#include "model/field_place.hpp"

#include "model/statement_node.hpp"

namespace michibiki {
namespace {

/// What stands in a mapping or list under the first names of a dotted text.
struct Step {
  Node* node = nullptr;
  std::string_view name;
};

Step step_into(Node& holder, std::string_view dotted) {
  Step best;
  const auto offer = [&](Node& node, std::string_view name) {
    const bool leads = dotted.starts_with(name) && (dotted.size() == name.size() || dotted[name.size()] == '.');
    if (!name.empty() && leads && (best.node == nullptr || name.size() > best.name.size())) best = {&node, name};
  };
  for (auto& entry : holder.entries) offer(entry.value, entry.key);
  for (auto& item : holder.items) offer(item, name_of_item(item));
  return best;
}

}  // namespace

FieldPlace find_field(Node& start, EditPath path, std::string_view field,
                      const std::function<std::string_view(const EditPath&, std::string_view)>& known) {
  FieldPlace place;
  place.holder = &start;
  place.path = std::move(path);
  std::string_view rest = field;
  bool of_item = true;
  for (;;) {
    auto step = step_into(*place.holder, rest);
    if (step.node == nullptr) {
      auto& inside = unwrapped(*place.holder);
      if (inside.is_mapping() || inside.is_sequence()) place.holder = &inside;
      step = step_into(*place.holder, rest);
    }
    if (const auto past = known(place.path, rest); past.size() > step.name.size()) step = {nullptr, past};
    place.node = step.node;
    place.rest = rest;
    const bool last = step.name.size() == rest.size();
    if (last || step.name.empty()) {
      place.leads =
          step.node != nullptr || (place.holder->is_mapping() && (last || rest.find('.') == std::string_view::npos));
      if (place.leads && (rest != "is" || place.path.empty())) place.path.emplace_back(rest);  // else the whole
      place.identifies = of_item && (rest == "id" || rest == "key" || rest == "property");
      return place;
    }
    if (step.name != "is") place.path.emplace_back(step.name);  // what is wrapped is the statement itself
    rest.remove_prefix(step.name.size() + 1);
    place.rest = rest;
    if (step.node == nullptr) {
      place.holder = nullptr;
      return place;
    }
    of_item = place.holder->is_sequence() || (of_item && step.name == "is");
    place.holder = step.node;
  }
}

std::vector<std::string> names_in(const Node& holder) {
  std::vector<std::string> names;
  for (const auto& entry : holder.entries) names.push_back(entry.key);
  for (const auto& item : holder.items) {
    if (const auto name = name_of_item(item); !name.empty()) names.emplace_back(name);
  }
  return names;
}

}  // namespace michibiki
