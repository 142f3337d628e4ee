#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/items.hpp"
#include "model/yaml/fields.hpp"

namespace michibiki {

/// The components of a system case or of a service, as they gather from one list or several. Their ids are unique, and what one is part
/// of must be among them in the end.
class Instances {
 public:
  explicit Instances(Context& context) : context_(&context) {}

  /// An item of a list: a component type (then its id is the instance's too), or a mapping.
  void read(const Node& node, const Scope& scope);
  /// Those of a system case.
  void add(const std::vector<Instance>& instances);
  /// Takes away what each text names, an instance or all instances of a component type, with everything that is part of them. Says
  /// when there is none, unless `complete` is false: then it may be among those that could not be told.
  void remove(const std::vector<const Node*>& names, bool complete);
  /// Says which are part of something that is not there, or of themselves. `also` are ids that may be named beside.
  void check_parents(const std::set<std::string>& also = {});

  bool has(const std::string& code) const { return places_.contains(code); }
  bool empty() const { return instances_.empty(); }
  std::size_t size() const { return instances_.size(); }
  /// Whether any, or the one of that id, had to be left out.
  bool broken() const { return !broken_.empty(); }
  bool broken(const std::string& code) const { return broken_.contains(code); }
  std::vector<std::string> codes() const;
  /// Where it is written; nowhere for one of a system case.
  SourceLocation place_of(const std::string& code) const { return places_.at(code); }
  std::vector<Instance> take() { return std::move(instances_); }

 private:
  void note_fact(Instance& instance, const Scope& scope, const Node& node);
  bool is_named(const Instance& instance, const std::string& code) const;
  void report_circle(Instance& instance);

  Context* context_;
  std::vector<Instance> instances_;
  std::map<std::string, SourceLocation> places_;  ///< where each is written; none for those of a system case
  std::set<std::string> broken_;                  ///< ids of those that had to be left out
};

}  // namespace michibiki
