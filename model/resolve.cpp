#include "model/resolve.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "model/did_you_mean.hpp"
#include "model/editor.hpp"
#include "model/text.hpp"

namespace michibiki {
namespace {

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
      auto error = make_error(DiagnosticKind::duplicate_id, layers[i].info.location,
                              "catalogue " + quote(code) + " is given twice; leave one of them out");
      error.related.push_back({layers_[found->second].info.location, "first given here"});
      diagnostics_.push_back(std::move(error));
      state_[i] = State::done;  // once is enough: its entries would all be there twice
    }
    // By id, so that neither the order of options nor that of folders shows.
    std::vector<std::size_t> by_id(layers.size());
    std::iota(by_id.begin(), by_id.end(), std::size_t{0});
    std::ranges::stable_sort(by_id, {}, [&](std::size_t i) -> const std::string& { return layers[i].info.code; });
    for (const auto layer : by_id) visit(layer);
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
    std::map<std::string, std::size_t> below;
    for (std::size_t i = 0; i < layer.info.depends_on.size(); ++i) {
      if (const auto found = find(layer, i)) below.emplace(layers_[*found].info.code, *found);
    }
    auto& all = dependencies_[layer.info.code];
    for (const auto& [code, position] : below) {
      visit(position);
      const auto& theirs = dependencies_[code];
      all.insert(theirs.begin(), theirs.end());
      all.insert(code);
    }
    path_.pop_back();
    state_[index] = State::done;
    order_.push_back(index);
  }

  static const SourceLocation& place_of(const Layer& layer, std::size_t dependency) {
    return dependency < layer.depends_on_at.size() ? layer.depends_on_at[dependency] : layer.info.location;
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
    auto error = make_error(DiagnosticKind::dependency_cycle, layers_[index].info.location,
                            "catalogues depend on each other in a circle: " + ring + layers_[index].info.code +
                                "; remove one `depends-on`");
    for (auto i = start; i != path_.end(); ++i) {
      if (*i != index) error.related.push_back({layers_[*i].info.location, "also in the circle"});
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

/// Sections whose order has a meaning: which of two catalogues that both have one comes first must be said.
class SectionOrder {
 public:
  SectionOrder(const Dependencies& dependencies, std::vector<Diagnostic>& diagnostics)
      : dependencies_(dependencies), diagnostics_(diagnostics) {}

  void check(const Layer& layer) {
    check(layer, "placement", "both have placement rules, and the first that matches decides", "the rules of ");
    check(layer, "classes", "both have classes of measures, whose order is their priority", "the classes of ");
  }

 private:
  void check(const Layer& layer, const std::string& section, const std::string& problem, const std::string& those_of) {
    const auto first = std::ranges::find(layer.records, section, &Record::section);
    if (first == layer.records.end()) return;
    const auto& below = dependencies_.at(layer.info.code);
    auto& seen = seen_[section];
    for (const auto& [other, at] : seen) {
      if (below.contains(other)) continue;
      auto error = make_error(DiagnosticKind::edit_conflict, first->body.at,
                              "catalogues " + quote(other) + " and " + quote(layer.info.code) + ' ' + problem +
                                  "; let one catalogue depend on the other");
      error.related.push_back({at, those_of + quote(other)});
      diagnostics_.push_back(std::move(error));
    }
    seen.emplace_back(layer.info.code, first->body.at);
  }

  const Dependencies& dependencies_;
  std::vector<Diagnostic>& diagnostics_;
  /// By section: the first item of each catalogue that has any.
  std::map<std::string, std::vector<std::pair<std::string, SourceLocation>>> seen_;
};

}  // namespace

Resolved resolve(std::vector<Layer> layers, std::vector<Diagnostic>& diagnostics, Gaps gaps) {
  Resolved resolved;
  resolved.gaps = std::move(gaps);
  for (const auto& layer : layers) resolved.gaps.add(layer.gaps);
  const LayerOrder order(layers, resolved.gaps, diagnostics);
  Editor editor(resolved, order.dependencies(), diagnostics);
  SectionOrder sections(order.dependencies(), diagnostics);
  for (const auto position : order.order()) {
    auto& layer = layers[position];
    if (order.settled(position)) sections.check(layer);
    for (auto& record : layer.records) {
      resolved.records.push_back(std::move(record));
      editor.index(resolved.records.size() - 1);
    }
    std::move(layer.sources.begin(), layer.sources.end(), std::back_inserter(resolved.sources));
  }
  for (const auto position : order.order()) {
    auto& layer = layers[position];
    if (order.settled(position)) {
      for (const auto& edit : layer.edits) editor.apply(edit, layer.info.code);
    }
    resolved.layers.push_back(std::move(layer.info));
  }
  resolved.dependencies = order.dependencies();
  return resolved;
}

}  // namespace michibiki
