#include "tests/second/printed_grounds.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "model/yaml/parse.hpp"

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;

const std::array<std::string, 3> kinds{"unverified", "judgement", "stated"};

std::size_t rank(const std::string& basis) {
  const auto found = std::ranges::find(kinds, basis);
  if (found == kinds.end()) throw std::logic_error("there is no basis " + basis);
  return static_cast<std::size_t>(found - kinds.begin());
}

/// What of its conclusion stands in the statement that a step is said at.
const std::map<std::string, Strings> said_there{
    {"asset-carried", {"asset"}}, {"class", {"class"}},          {"counters", {"measure"}}, {"mitigates", {"control"}},
    {"nature", {"nature"}},       {"pattern-fits", {"pattern"}}, {"placed", {"chapter"}}};
/// These are as firm as their statements. Others may be less: what is within the scope, and who calls for something, is as sure as what
/// excludes or limits it elsewhere.
const Texts as_said{"class", "harm", "lineage", "mechanism", "nature", "placed"};

/// By "catalogue/file.yaml:line" what is said there: all texts that start or stand below or above, and of what basis it may be.
class Statements {
 public:
  explicit Statements(const PrintedFiles& files) {
    for (const auto& [name, text] : files) {
      auto reading = parse_yaml(text, std::make_shared<const std::string>(name));
      if (!reading.root) throw std::logic_error("not YAML: " + name);
      roots_[name] = std::move(*reading.root);
    }
    for (const auto& [name, root] : roots_) read(name, root, in_catalog(name), {});
  }

  bool of_basis(const std::string& place, const std::string& kind) const {
    const auto found = bases_.find(place);
    return found != bases_.end() && found->second.contains(kind);
  }
  bool names(const std::string& place, const std::string& id) const {
    const auto found = texts_.find(place);
    if (found == texts_.end()) return false;
    Texts named{id};  // what is said of a heading is said of all under it
    for (std::size_t before = 0; before != named.size();) {
      before = named.size();
      const auto known = named;
      for (const auto& one : known) {
        const auto above = parents_.find(one);
        if (above != parents_.end()) named.insert(above->second);
      }
    }
    return std::ranges::any_of(named, [&](const std::string& one) { return found->second.contains(one); });
  }

 private:
  static std::string kind_of(const Node& node, const std::string& otherwise) {
    const auto* basis = node.find("basis");
    if (basis == nullptr) return otherwise;
    if (basis->is_scalar() || basis->find("unverified") != nullptr) return "unverified";
    return basis->find("judgement") != nullptr ? "judgement" : "stated";
  }

  std::string in_catalog(const std::string& name) const {
    const auto manifest = roots_.find(name.substr(0, name.find('/')) + "/manifest.yaml");
    return manifest == roots_.end() ? "unverified" : kind_of(manifest->second, "unverified");
  }

  void read(const std::string& name, const Node& node, const std::string& otherwise, Texts above) {
    const auto basis = kind_of(node, otherwise);
    const auto place = [&](const SourceLocation& at) { return name + ':' + std::to_string(at.line); };
    const auto* id = node.find("id");
    if (id != nullptr) above.insert(id->text);
    const auto* parent = node.find("parent");
    if (id != nullptr && parent != nullptr)
      parents_[id->text] = parent->find("is") != nullptr ? parent->find("is")->text : parent->text;
    const auto tell = [&](const SourceLocation& at) {
      bases_[place(at)].insert(basis);
      auto& texts = texts_[place(at)];
      texts.insert(above.begin(), above.end());
      collect(node, texts);
    };
    tell(node.at);
    for (const auto& item : node.items) read(name, item, basis, above);
    for (const auto& entry : node.entries) {
      auto there = above;
      there.insert(entry.key);
      read(name, entry.value, basis, there);
      bases_[place(entry.key_at)].insert(kind_of(entry.value, basis));
      auto& texts = texts_[place(entry.key_at)];
      texts.insert(there.begin(), there.end());
      collect(entry.value, texts);
    }
  }

  /// Not of whole sections or files.
  static void collect(const Node& node, Texts& texts) {
    if (node.is_scalar()) texts.insert(node.text);
    for (const auto& item : node.items) {
      if (item.find("id") == nullptr) collect(item, texts);
    }
    for (const auto& entry : node.entries) {
      texts.insert(entry.key);
      if (entry.key != "title") collect(entry.value, texts);
    }
  }

  std::map<std::string, Node> roots_;
  std::map<std::string, std::string> parents_;
  std::map<std::string, Texts> bases_;
  std::map<std::string, Texts> texts_;
};

class Grounds {
 public:
  Grounds(const Json& explanation, const PrintedFiles& files) : explanation_(explanation), statements_(files) {}

  Texts wrong() {
    for (const auto& step : explanation_.at("steps")) {
      if (step.at("rule") != "either") look_at(step);
    }
    look_at_what_follows();
    return wrong_;
  }

 private:
  void complain(const Json& step, const std::string& what) {
    wrong_.insert(step.at("id").dump() + ": " + step.at("rule").get<std::string>() + ": " + what);
  }

  void look_at(const Json& step) {
    std::size_t weakest = rank("stated");
    for (const auto& any : step.at("facts")) {
      std::size_t firmest = 0;
      if (any.empty()) complain(step, "rests on nothing");
      for (const auto& fact : any) {
        const auto text = fact.get<std::string>();
        const auto space = text.rfind(' ');
        const auto kind = text.substr(space + 1);
        if (!statements_.of_basis(text.substr(0, space), kind)) complain(step, text + " does not stand there");
        firmest = std::max(firmest, rank(kind));
      }
      weakest = std::min(weakest, firmest);
    }
    const auto rule = step.at("rule").get<std::string>();
    const auto firm = rank(step.at("firmness"));
    if (as_said.contains(rule) ? firm != weakest : firm > weakest) complain(step, "is not as firm as its statements");
    const auto kind = step.at("basis").at("kind").get<std::string>();
    if (step.at("basis").contains("service")) {
      if (rank(kind) != rank("stated")) complain(step, "what the service says is stated");
      if (step.at("at").is_null() != step.at("facts").empty() && !own_word(rule))
        complain(step, "is not what a service says");
      return;
    }
    const auto at = step.at("at").get<std::string>();
    if (step.at("facts").empty() || step.at("facts")[0][0] != at + ' ' + kind)
      return complain(step, "does not stand at its first statement");
    const auto parts = said_there.find(rule);
    if (parts == said_there.end()) return;
    for (const auto& part : parts->second) {
      if (!step.at("conclusion").contains(part)) continue;
      if (!statements_.names(at, step.at("conclusion").at(part))) complain(step, "that is not said at " + at);
    }
  }

  static bool own_word(const std::string& rule) {
    return rule == "level-given" || rule == "component-own" || rule == "stakeholder-operates";
  }

  /// How firm each conclusion is: as the firmest way to it, which is no firmer than what it rests on.
  void look_at_what_follows() {
    std::map<long, std::size_t> firm;  // by step; the weakest at first, and ever firmer
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto& step : explanation_.at("steps")) {
        const bool either = step.at("rule") == "either";
        std::size_t now = either ? 0 : rank(step.at("firmness"));
        for (const auto& premise : step.at("premises"))
          now = either ? std::max(now, firm[premise]) : std::min(now, firm[premise]);
        changed = changed || now > firm[step.at("id")];
        firm[step.at("id")] = std::max(firm[step.at("id")], now);
      }
    }
    for (const auto& step : explanation_.at("steps")) {
      if (step.at("rule") != "either") continue;
      if (!step.at("at").is_null()) complain(step, "stands nowhere");
      if (rank(step.at("basis").at("kind")) != firm[step.at("id")]) complain(step, "is not as firm as its ways");
    }
    for (const auto& reason : explanation_.at("reasons")) {
      if (rank(reason.at("firmness")) != firm[reason.at("root")])
        wrong_.insert("root " + reason.at("root").dump() + ": is not as firm");
    }
  }

  const Json& explanation_;
  Statements statements_;
  Texts wrong_;
};

}  // namespace

Texts wrong_grounds(const Json& explanation, const PrintedFiles& files) {
  try {
    return Grounds(explanation, files).wrong();
  } catch (const std::exception& what) {
    return {what.what()};
  }
}

}  // namespace michibiki::testing
