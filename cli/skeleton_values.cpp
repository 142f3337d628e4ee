#include "cli/skeleton_values.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "engine/starting_points.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

constexpr std::size_t most_choices = 8;  // longer lists are for the catalogue itself to show
constexpr auto yes = "yes";

template <typename T>
std::vector<Id<T>> holding(const View& view, const Table<T>& table, bool groups = false) {
  std::vector<Id<T>> found;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.at(i).group == groups && view.holds(ref(Id<T>{i}))) found.push_back(Id<T>{i});
  }
  return found;
}

template <typename T>
std::vector<EntryRef> refs(const std::vector<Id<T>>& ids) {
  std::vector<EntryRef> found;
  for (const auto id : ids) found.push_back(ref(id));
  return found;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

/// Fills the gaps of one skeleton.
class Values {
 public:
  Values(const View& view, const SkeletonSubject& subject) : view_(view), catalog_(view.catalog()), subject_(subject) {
    set("id", yaml_scalar(subject.id));
    set("plain-id", subject.id);
    set("schema", subject.schema);
    set("file", subject.file);
    set("folder", subject.file);
    add_id("source", "-source");
    add_catalogs();
  }

  GapValues component() {
    const auto headings = holding(view_, catalog_.components, true);
    const auto types = holding(view_, catalog_.components);
    list("parents", headings.empty() ? types : headings);
    if (!types.empty()) set("first-parent", code(headings.empty() ? types.front() : headings.front()));
    list("components", types);
    const auto assets = holding(view_, catalog_.assets);
    list("assets", assets);
    if (!assets.empty()) set("first-asset", code(assets.front()));
    list("natures", holding(view_, catalog_.natures));
    if (!holding(view_, catalog_.system_cases).empty()) add_id("case", ".case");
    if (const auto start = start_component(view_)) add_start(*start);
    return std::move(values_);
  }

  GapValues measure() {
    const auto start = start_measure(view_);
    choose("class", "classes", catalog_.classes);
    choose("first-consideration", "considerations", catalog_.considerations);
    list("components", holding(view_, catalog_.components));
    list("purposes", holding(view_, catalog_.purposes));
    list("threats", holding(view_, catalog_.threats));
    list("properties", holding(view_, catalog_.properties));
    list("natures", holding(view_, catalog_.natures));
    list("controls", holding(view_, catalog_.controls));
    choose("stakeholder", "stakeholders", catalog_.stakeholders);
    add_id("counters-link", "/counters");
    add_id("origin-link", "/origin");
    add_id("involves-link", "/involves");
    const auto roles = holding(view_, catalog_.roles);
    set("role", roles.empty() ? "" : ", role: " + code(roles.front()));
    if (start) {
      add_start(*start);
    } else {
      add_involved();
    }
    add_indicator_values();
    return std::move(values_);
  }

  GapValues service_type() {
    choose("parent", "parents", catalog_.service_types, true);
    choose("case", "cases", catalog_.system_cases);
    list("reasons", holding(view_, catalog_.reasons));
    add_levels();
    return std::move(values_);
  }

  GapValues overlay() {
    const auto threats = holding(view_, catalog_.threats);
    const auto tagged = threats.empty() ? first_entry() : std::optional(ref(threats.front()));
    if (tagged) set("tagged", target(*tagged));
    list("targets", threats);
    add_carrier();
    add_replacement(threats);
    add_withdrawal();
    if (!threats.empty()) set("treated", code(threats.front()));
    add_id("treatment", ".treatment");
    add_id("treats-link", "/treats");
    return std::move(values_);
  }

  GapValues whole_catalog() {
    add_id("standard", "-standard");
    return std::move(values_);
  }

 private:
  void set(std::string_view name, std::string value) { values_.insert_or_assign(std::string(name), std::move(value)); }
  void add_id(std::string_view name, std::string_view ending) {
    set(name, yaml_scalar(subject_.id + std::string(ending)));
  }

  const std::string& plain_code(EntryRef entry) const { return catalog_.entry(entry).code; }
  template <typename T>
  std::string code(Id<T> id) const {
    return yaml_scalar(plain_code(ref(id)));
  }

  template <typename Ids>
  std::string codes(const Ids& ids) const {
    std::vector<std::string> all;
    for (const auto id : ids) all.push_back(code(id));
    return joined(all);
  }

  /// "data — データ / Data"
  std::string described(EntryRef entry) const {
    const auto& title = catalog_.entry(entry).title;
    auto text = plain_code(entry);
    if (!title.empty()) text += " — " + title.ja + (title.ja.empty() || title.en.empty() ? "" : " / ") + title.en;
    return printable(text);
  }

  void list(std::string_view name, const std::vector<EntryRef>& entries) {
    std::string lines;
    for (std::size_t i = 0; i < std::min(entries.size(), most_choices); ++i) {
      lines += (lines.empty() ? "" : "\n") + described(entries[i]);
    }
    if (entries.size() > most_choices) {
      const auto more = std::to_string(entries.size() - most_choices);
      const auto section = '`' + std::string(section_of(entries.front().kind)) + '`';
      lines += "\n… ほか" + more + "件（" + section + "） / " + more + " more under " + section;
    }
    set(name, lines);
  }
  template <typename T>
  void list(std::string_view name, const std::vector<Id<T>>& ids) {
    list(name, refs(ids));
  }

  /// The first that holds, and all that may take its place.
  template <typename T>
  void choose(std::string_view name, std::string_view list_name, const Table<T>& table, bool groups = false) {
    const auto all = holding(view_, table, groups);
    list(list_name, all);
    if (!all.empty()) set(name, code(all.front()));
  }

  bool has_links(LinkKind kind) const {
    return std::ranges::any_of(catalog_.links, [&](const Link& link) { return link.kind == kind; });
  }

  void add_catalogs() {
    std::vector<std::string> ids;
    std::string newest = "2000-01-01";  // where there are no catalogues to have a date from
    for (const auto& layer : catalog_.layers) {
      ids.push_back(yaml_scalar(layer.code));
      newest = std::max(newest, layer.released);
    }
    set("released", newest);
    set("depends-on", joined(ids));
  }

  void add_start(const ComponentStart& start) {
    add_id("asset", ".asset");
    if (start.parent) set("parent", code(*start.parent));
    if (start.nature) set("nature", code(*start.nature));
    list("threats", refs(std::vector(start.threats.begin(), start.threats.end())));
    list("answers", std::vector(start.answers.begin(), start.answers.end()));
    if (!start.open.empty()) add_answer(start.open);
  }

  /// Whether what answers these threats, and those under them, answers so many that `check` wants to know why.
  bool is_broad(const std::set<ThreatId>& answered) const {
    constexpr std::size_t few = 4;  // as in the check
    const auto threats = holding(view_, catalog_.threats);
    const auto count = std::ranges::count_if(threats, [&](ThreatId threat) {
      return std::ranges::any_of(answered,
                                 [&](ThreatId named) { return view_.graph().lies_under(ref(threat), ref(named)); });
    });
    return threats.size() >= few && 2 * static_cast<std::size_t>(count) >= threats.size();
  }

  /// Of what a new asset is open to: an answer of the kind that covers here.
  void add_answer(const std::set<ThreatId>& open) {
    const bool by_measure = !catalog_.measures.empty();
    set("open", codes(open));
    if (is_broad(open)) set("broad", yes);
    add_id("answer", ".answer");
    add_id(by_measure ? "answer-measure" : "answer-control", ".answer");
    set("answer-kind", std::string(name_of(by_measure ? LinkKind::counters : LinkKind::mitigates)));
    add_id("answer-link", "/answer");
    add_id("origin-link", "/origin");
    add_id("disposition-link", "/disposition");
    if (by_measure && has_links(LinkKind::mitigates)) set("stands-because", yes);
    if (by_measure && has_links(LinkKind::originates_from)) set("answer-origin", yes);
    const auto dispositions = holding(view_, catalog_.dispositions);
    if (!by_measure && !dispositions.empty()) set("answer-disposition", code(dispositions.front()));
  }

  void add_start(const MeasureStart& start) {
    set("threat", code(start.threat));
    if (is_broad({start.threat})) set("broad", yes);
    if (start.property) set("property", code(*start.property));
    if (start.nature) set("nature", code(*start.nature));
    if (start.asset) set("limit-asset", code(*start.asset));
    if (start.component) set("component", code(*start.component));
    if (start.component) set("limit-component", code(*start.component));
    if (start.control) set("control", code(*start.control));
    if (!start.control && has_links(LinkKind::mitigates)) set("stands-because", yes);
    const auto placement = start_placement(view_, start);
    if (placement.purpose) set("purpose", code(*placement.purpose));
    if (placement.chapter) set("chapter", described(ref(*placement.chapter)));
  }

  /// Where no threat reaches anything, a measure is only called for by somebody whom it involves.
  void add_involved() {
    set("involved", yes);
    if (values_.contains("stakeholder")) return;
    set("stakeholders-section", yes);
    add_id("actor", ".actor");
    add_id("stakeholder", ".actor");
    set("stakeholders", subject_.id + ".actor");
  }

  void add_indicator_values() {
    const auto patterns = holding(view_, catalog_.patterns);
    list("patterns", patterns);
    if (!patterns.empty()) set("first-pattern", code(patterns.front()));
    list("units", holding(view_, catalog_.units));
    const auto unit = usual_unit();
    if (unit) {
      set("unit", code(*unit));
      set("quantity", '"' + ("within 1 " + plain_code(ref(*unit))) + '"');
    }
    const auto each = [&](const std::string& value) {
      std::vector<std::string> parts;
      for (const auto pattern : patterns) parts.push_back('"' + plain_code(ref(pattern)) + "\": " + value);
      return '{' + joined(parts) + '}';
    };
    set("values", each("done"));
    if (unit) set("quantities", each(values_.at("quantity")));
  }

  /// That of the first value which is stricter when lower; else the first.
  std::optional<UnitId> usual_unit() const {
    for (const auto& measure : catalog_.measures) {
      for (const auto& indicator : measure.indicators) {
        if (indicator.stricter.value != Indicator::Stricter::lower) continue;
        for (const auto& [pattern, value] : indicator.values) {
          const auto* quantity = std::get_if<Quantity>(&value.value.what);
          if (quantity != nullptr && !quantity->per_unit && view_.holds(ref(quantity->unit))) return quantity->unit;
        }
      }
    }
    const auto units = holding(view_, catalog_.units);
    return units.empty() ? std::nullopt : std::optional(units.front());
  }

  /// Only where a pattern hangs on it, so that each decides something.
  void add_levels() {
    std::string lines;
    std::string scales;
    for (const auto& [property, level] : start_levels(view_)) {
      lines += (lines.empty() ? "" : "\n") + code(property) + ": {is: " + code(level);
      std::vector<std::string> scale;
      for (const auto step : catalog_.properties[property].levels) scale.push_back(plain_code(ref(step)));
      scales += (scales.empty() ? "" : "\n") + described(ref(property)) + ": " + joined(scale);
    }
    set("levels", lines);
    set("scales", scales);
    if (const auto patterns = holding(view_, catalog_.patterns); !lines.empty()) {
      set("pattern", described(ref(patterns.front())));
    }
  }

  std::string target(EntryRef entry) const {
    return yaml_scalar(std::string(name_of(entry.kind)) + ' ' + plain_code(entry));
  }

  std::optional<EntryRef> first_entry() const {
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
      for (std::size_t i = 0; i < catalog_.size(static_cast<EntryKind>(kind)); ++i) {
        const EntryRef entry(static_cast<EntryKind>(kind), i);
        if (view_.holds(entry)) return entry;
      }
    }
    return std::nullopt;
  }

  /// The first component type and the first asset of which it is not said yet whether it carries it.
  void add_carrier() {
    for (const auto type : holding(view_, catalog_.components)) {
      std::set<EntryRef> decided;
      for (const auto kind : {LinkKind::carries, LinkKind::lacks}) {
        for (const auto link : view_.links_from_upwards(ref(type), kind))
          decided.insert(catalog_.link(link).to.begin(), catalog_.link(link).to.end());
      }
      for (const auto asset : holding(view_, catalog_.assets)) {
        if (decided.contains(ref(asset))) continue;
        set("carrier", target(ref(type)));
        set("carried", code(asset));
        return;
      }
    }
  }

  /// The first threat of some origin, given another one.
  void add_replacement(const std::vector<ThreatId>& threats) {
    for (const auto id : threats) {
      const auto& origin = catalog_.threats[id].origin;
      if (!origin || !view_.holds(origin->fact)) continue;
      for (const auto other : holding(view_, catalog_.origins)) {
        if (other == origin->value) continue;
        set("replaced", target(ref(id)));
        set("field", "origin");
        set("was", code(origin->value));
        set("is", code(other));
        return;
      }
    }
  }

  /// The first link that covers something; it can be taken away without anything else.
  void add_withdrawal() {
    for (const auto kind : {LinkKind::counters, LinkKind::mitigates}) {
      for (std::size_t i = 0; i < catalog_.links.size(); ++i) {
        const auto& link = catalog_.links[i];
        if (link.kind != kind || !view_.holds(LinkId{i}) || link.code.empty()) continue;
        set("withdrawn", yaml_scalar("link " + link.code));
        return;
      }
    }
  }

  const View& view_;
  const Catalog& catalog_;
  const SkeletonSubject& subject_;
  GapValues values_;
};

}  // namespace

std::string yaml_scalar(std::string_view text) {
  // Ids hold nothing that has to be escaped in quotes. `:` is YAML's own, and what starts with a digit may be a number or a date.
  constexpr std::array<std::string_view, 9> words{"null", "true", "false", "yes", "no", "y", "n", "on", "off"};
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const bool digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
  const bool plain = !digit && text.find(':') == std::string_view::npos && std::ranges::count(words, lower) == 0;
  return plain ? std::string(text) : '"' + std::string(text) + '"';
}

GapValues skeleton_values(const View& view, const SkeletonSubject& subject) {
  Values values(view, subject);
  switch (subject.kind) {
    case SkeletonKind::catalog:
      return values.whole_catalog();
    case SkeletonKind::service_type:
      return values.service_type();
    case SkeletonKind::component:
      return values.component();
    case SkeletonKind::measure:
      return values.measure();
    case SkeletonKind::overlay:
      break;
  }
  return values.overlay();
}

}  // namespace michibiki::cli
