#include "model/yaml/read_instances.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace michibiki {

/// What a service says of itself is no statement of a catalogue.
void Instances::note_fact(Instance& instance, const Scope& scope, const Node& node) {
  const auto fact = context_->fact(scope, node.at);
  if (scope.catalog.empty()) {
    instance.at = node.at;
  } else {
    instance.fact = fact;
  }
}

void Instances::read(const Node& node, const Scope& scope) {
  Instance instance;
  std::optional<ComponentId> type;
  if (node.is_scalar()) {
    type = context_->needed<Component>(node);
    note_fact(instance, scope, node);
  } else {
    Fields fields(*context_, node, scope, "this component");
    fields.require("type");
    type = fields.reference<Component>("type", Want::item);
    if (const auto* id = fields.find("id")) instance.code = id_of(*context_, *id, "`id`");
    instance.operated_by = fields.reference<Stakeholder>("operator");
    if (const auto* parent = fields.find("parent")) {
      if (auto code = id_of(*context_, *parent, "`parent`"); !code.empty()) instance.parent = std::move(code);
    }
    fields.bilingual("because");
    fields.finish();
    note_fact(instance, fields.scope(), node);
  }
  if (!type) {
    broken_.insert(instance.code.empty() && node.is_scalar() ? normalise_id(node.text).id : instance.code);
    return;
  }
  instance.type = *type;
  if (instance.code.empty()) instance.code = context_->catalog.components[*type].code;
  if (const auto [first, added] = places_.emplace(instance.code, node.at); !added) {
    const auto message = "component " + quote(instance.code) + " stands twice; give each its own `id`";
    if (first->second.file) {
      context_->error_with(DiagnosticKind::duplicate_id, node.at, message, {first->second, "first here"});
    } else {
      context_->error(DiagnosticKind::duplicate_id, node.at,
                      "component " + quote(instance.code) +
                          " is in the service already, by its `case`; give the new one its own `id`");
    }
    return;
  }
  instances_.push_back(std::move(instance));
}

void Instances::add(const std::vector<Instance>& instances) {
  for (const auto& instance : instances) {
    if (places_.emplace(instance.code, SourceLocation{}).second) instances_.push_back(instance);
  }
}

bool Instances::is_named(const Instance& instance, const std::string& code) const {
  if (instance.code == code) return true;
  for (std::optional<std::size_t> type = instance.type.index(); type;) {
    const auto& component = context_->catalog.components.at(*type);
    if (component.code == code) return true;
    type = component.parent;
  }
  return false;
}

void Instances::remove(const std::vector<const Node*>& names, bool complete) {
  std::vector<std::string> gone;
  for (const auto* node : names) {
    const auto code = id_of(*context_, *node, "`without`");
    if (code.empty()) continue;
    const auto before = gone.size();
    for (const auto& instance : instances_) {
      if (is_named(instance, code)) gone.push_back(instance.code);
    }
    if (gone.size() != before || !complete || broken_.contains(code)) continue;
    context_->error(DiagnosticKind::unknown_id, node->at, quote(code) + " is not among the components of this service",
                    context_->guesses.hint(code, instances_.size(), [&] { return codes(); }));
  }
  if (gone.empty()) return;
  std::multimap<std::string, std::string> parts;
  for (const auto& instance : instances_) {
    if (instance.parent) parts.emplace(*instance.parent, instance.code);
  }
  std::set<std::string> all;
  while (!gone.empty()) {
    const auto code = std::move(gone.back());
    gone.pop_back();
    if (!all.insert(code).second) continue;
    const auto [first, last] = parts.equal_range(code);
    for (auto part = first; part != last; ++part) gone.push_back(part->second);
  }
  std::erase_if(instances_, [&](const Instance& instance) { return all.contains(instance.code); });
  for (const auto& code : all) places_.erase(code);
}

void Instances::check_parents(const std::set<std::string>& also) {
  std::map<std::string, Instance*> by_code;
  for (auto& instance : instances_) by_code.emplace(instance.code, &instance);
  const auto parent_of = [&](const Instance& instance) -> Instance* {
    const auto found = instance.parent ? by_code.find(*instance.parent) : by_code.end();
    return found == by_code.end() ? nullptr : found->second;
  };
  std::set<const Instance*> settled;  // known to end somewhere
  for (auto& instance : instances_) {
    if (instance.parent && parent_of(instance) == nullptr && !also.contains(*instance.parent) &&
        !broken_.contains(*instance.parent)) {
      context_->error(DiagnosticKind::unknown_id, places_.at(instance.code),
                      "component " + quote(instance.code) + " is part of " + quote(*instance.parent) +
                          ", which is not in this list",
                      context_->guesses.hint(*instance.parent, instances_.size(), [&] { return codes(); }));
    }
    std::set<const Instance*> path;
    auto* at = &instance;
    while (at != nullptr && !settled.contains(at) && path.insert(at).second) at = parent_of(*at);
    if (at != nullptr && !settled.contains(at)) report_circle(*at);
    settled.merge(path);
  }
}

void Instances::report_circle(Instance& instance) {
  context_->error(
      DiagnosticKind::parent_cycle, places_.at(instance.code),
      "component " + quote(instance.code) + " is part of itself by its chain of `parent`; break the circle");
  instance.parent.reset();
}

std::vector<std::string> Instances::codes() const {
  std::vector<std::string> all;
  for (const auto& instance : instances_) all.push_back(instance.code);
  return all;
}

}  // namespace michibiki
