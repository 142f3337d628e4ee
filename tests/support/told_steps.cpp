#include "tests/support/told_steps.hpp"

#include <map>
#include <set>

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;

/// A printed explanation without the numbers of its steps: these are called by what they conclude.
class Told {
 public:
  explicit Told(const Json& document) : document_(document) {
    for (const auto& step : document.at("steps")) steps_[step.at("id").get<long>()] = &step;
    for (const auto& [id, step] : steps_) numberless_[id] = without_numbers(*step).dump();
    for (const auto& reason : document.at("reasons")) reasons_[reason.at("root").get<long>()] = &reason;
  }

  std::vector<long> roots() const { return document_.at("roots").get<std::vector<long>>(); }
  std::string conclusion(long id) const { return steps_.at(id)->at("conclusion").dump(); }
  std::size_t size() const { return steps_.size(); }

  /// All that it rests on, and its reasons.
  std::set<std::string> rests_on(long root) const {
    std::set<std::string> all{"reasons " + reasons(root)};
    for (const auto id : below(root)) all.insert(numberless_.at(id));
    return all;
  }

  std::set<long> below(long root) const {
    std::set<long> seen;
    std::vector<long> next{root};
    while (!next.empty()) {
      const auto id = next.back();
      next.pop_back();
      if (!seen.insert(id).second) continue;
      for (const auto& premise : steps_.at(id)->at("premises")) next.push_back(premise.get<long>());
    }
    return seen;
  }

  /// What is said of all of it; not what was asked.
  Json head() const {
    static const std::set<std::string> apart{"asked", "steps", "roots", "reasons", "hangs_on", "values"};
    Json head;
    for (const auto& [key, said] : document_.items()) {
      if (!apart.contains(key)) head[key] = said;
    }
    return head;
  }
  /// Of one root what only some questions ask for.
  std::set<std::string> hangs_on() const {
    std::set<std::string> all;
    if (!document_.contains("hangs_on")) return all;
    for (auto one : document_.at("hangs_on")) {
      one["root"] = conclusion(one.at("root").get<long>());
      all.insert(one.dump());
    }
    return all;
  }
  std::set<std::string> values() const {
    std::set<std::string> all;
    if (!document_.contains("values")) return all;
    for (const auto& one : document_.at("values")) all.insert(one.dump());
    return all;
  }

 private:
  Json without_numbers(Json step) const {
    step.erase("id");
    const bool either = step.at("rule") == "either";
    for (auto& premise : step.at("premises")) {
      const auto& of = *steps_.at(premise.get<long>());
      premise = either ? without_numbers(of) : of.at("conclusion");
    }
    return step;
  }

  std::string reasons(long root) const {
    auto reason = *reasons_.at(root);
    reason["root"] = conclusion(root);
    for (auto& step : reason.at("shortest")) step = numberless_.at(step.get<long>());
    return reason.dump();
  }

  const Json& document_;
  std::map<long, const Json*> steps_;
  std::map<long, std::string> numberless_;
  std::map<long, const Json*> reasons_;
};

}  // namespace

std::string told_otherwise(const Json& bulk, const std::vector<Json>& alone) {
  const Told all(bulk);
  const auto roots = all.roots();
  std::size_t next = 0;
  std::set<std::string> hangs_on;
  std::set<std::string> values;
  std::string lines;
  for (const auto& document : alone) {
    const Told one(document);
    const auto asked = document.at("asked").dump() + ": ";
    if (one.head() != all.head()) lines += asked + "another head\n";
    std::set<long> reached;
    for (const auto root : one.roots()) {
      reached.merge(one.below(root));
      if (next == roots.size() || one.conclusion(root) != all.conclusion(roots[next])) {
        lines += asked + "another order, or more, of conclusions\n";
        break;
      }
      if (one.rests_on(root) != all.rests_on(roots[next])) lines += asked + one.conclusion(root) + '\n';
      ++next;
    }
    if (reached.size() != one.size()) lines += asked + "steps that nothing rests on\n";
    hangs_on.merge(one.hangs_on());
    values.merge(one.values());
  }
  if (next != roots.size()) lines += "not all were asked alone\n";
  if (hangs_on != all.hangs_on()) lines += "hangs on other statements\n";
  if (values != all.values()) lines += "other values\n";
  return lines;
}

}  // namespace michibiki::testing
