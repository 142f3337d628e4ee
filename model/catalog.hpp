#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/entry.hpp"
#include "model/fact.hpp"
#include "model/items.hpp"
#include "model/link.hpp"
#include "model/terms.hpp"

namespace michibiki {

/// All entries of one kind in catalogue order, found by id.
template <typename T>
class Table {
 public:
  using Key = Id<T>;

  Key add(T item) {
    const Key id{items_.size()};
    by_code_.emplace(item.code, id);
    items_.push_back(std::move(item));
    return id;
  }
  std::optional<Key> find(std::string_view code) const {
    const auto found = by_code_.find(std::string(code));
    return found == by_code_.end() ? std::nullopt : std::optional(found->second);
  }
  const T& at(std::size_t index) const { return items_[index]; }
  T& at(std::size_t index) { return items_[index]; }
  const T& operator[](Key id) const { return items_[id.index()]; }
  T& operator[](Key id) { return items_[id.index()]; }
  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<T> items_;
  std::unordered_map<std::string, Key> by_code_;
};

/// A document that catalogues cite.
struct Source {
  std::string code;
  Bilingual title;
  std::string published;
  std::string where;
  std::string catalog;      ///< id of the catalogue that declares it
  SourceLocation location;  ///< where it does
};

/// Which catalogue a resolved Catalog was made of: reports name them by id, version and SHA-256.
struct CatalogInfo {
  std::string code;
  std::string version;
  std::string released;
  std::string sha256;
  std::string licence;
  Bilingual title;
  std::vector<std::string> depends_on;
  SourceLocation location;  ///< of its manifest
};

/// A statement of one catalogue that another one changed: visible wherever the statement is shown.
struct Override {
  std::string target;   ///< "threat malicious.theft, origin"
  std::string before;   ///< what the edited catalogue said, whole, in a line
  std::string after;    ///< empty: withdrawn
  std::string catalog;  ///< the one that edits
  SourceLocation edited_at;
  std::string stated_by;  ///< the catalogue that said what is edited
  SourceLocation stated_at;
  bool wording = false;  ///< it changes a text alone, of which nothing follows
  /// Why the other catalogue believes it; none where the parts of what it states have a basis each.
  std::optional<Basis> basis = {};
};

/// Which catalogue takes an entry away, and where.
struct Withdrawal {
  std::string catalog;
  SourceLocation at;
};

/// What the catalogues say once layers and overlays are resolved: plain values in catalogue order.
struct Catalog {
  // Defaulted in catalog.cpp: else all these tables are compiled into every file that holds a catalogue.
  Catalog();
  ~Catalog();
  Catalog(const Catalog&);
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(const Catalog&);
  Catalog& operator=(Catalog&&) noexcept;

  std::vector<CatalogInfo> layers;
  std::map<std::string, Source> sources;
  std::vector<Override> overrides;
  std::map<EntryRef, Withdrawal> withdrawn;  ///< entries that are there, but that no view shows
  std::vector<Fact> facts;
  std::vector<Link> links;

  Table<Property> properties;
  Table<Level> levels;
  Table<Origin> origins;
  Table<MeasureClass> classes;
  Table<Purpose> purposes;
  Table<Role> roles;
  Table<Nature> natures;
  Table<Mechanism> mechanisms;
  Table<Component> components;
  Table<Asset> assets;
  Table<Threat> threats;
  Table<Vulnerability> vulnerabilities;
  Table<Standard> standards;
  Table<Control> controls;
  Table<Document> documents;
  Table<Chapter> chapters;
  Table<Measure> measures;
  Table<Scale> scales;
  Table<Unit> units;
  Table<Stakeholder> stakeholders;
  Table<Pattern> patterns;
  Table<Question> questions;
  Table<Reason> reasons;
  Table<ServiceType> service_types;
  Table<SystemCase> system_cases;
  Table<Consideration> considerations;
  Table<Exclusion> exclusions;
  Table<Disposition> dispositions;
  Table<Treatment> treatments;
  Table<StepWording> steps;
  std::vector<LevelCriterion> level_criteria;
  std::vector<PlacementRule> placement;

  const Fact& fact(FactId id) const { return facts[id.index()]; }
  const Link& link(LinkId id) const { return links[id.index()]; }
  /// What all kinds of entries have in common, by reference.
  const Entry& entry(EntryRef ref) const;
  Entry& entry(EntryRef ref);
  std::size_t size(EntryKind kind) const;
  std::optional<EntryRef> find(EntryKind kind, std::string_view code) const;
  /// Appends an entry of which only the common part is known yet.
  EntryRef add(EntryKind kind, Entry entry);
};

/// Calls the visitor with the table of that kind: the one place that pairs kinds with tables.
template <typename CatalogType, typename Visitor>
decltype(auto) visit_table(CatalogType& catalog, EntryKind kind, Visitor&& visit) {
  switch (kind) {
    case EntryKind::property:
      return visit(catalog.properties);
    case EntryKind::level:
      return visit(catalog.levels);
    case EntryKind::origin:
      return visit(catalog.origins);
    case EntryKind::measure_class:
      return visit(catalog.classes);
    case EntryKind::purpose:
      return visit(catalog.purposes);
    case EntryKind::role:
      return visit(catalog.roles);
    case EntryKind::nature:
      return visit(catalog.natures);
    case EntryKind::mechanism:
      return visit(catalog.mechanisms);
    case EntryKind::component:
      return visit(catalog.components);
    case EntryKind::asset:
      return visit(catalog.assets);
    case EntryKind::threat:
      return visit(catalog.threats);
    case EntryKind::vulnerability:
      return visit(catalog.vulnerabilities);
    case EntryKind::standard:
      return visit(catalog.standards);
    case EntryKind::control:
      return visit(catalog.controls);
    case EntryKind::document:
      return visit(catalog.documents);
    case EntryKind::chapter:
      return visit(catalog.chapters);
    case EntryKind::measure:
      return visit(catalog.measures);
    case EntryKind::scale:
      return visit(catalog.scales);
    case EntryKind::unit:
      return visit(catalog.units);
    case EntryKind::stakeholder:
      return visit(catalog.stakeholders);
    case EntryKind::pattern:
      return visit(catalog.patterns);
    case EntryKind::question:
      return visit(catalog.questions);
    case EntryKind::reason:
      return visit(catalog.reasons);
    case EntryKind::service_type:
      return visit(catalog.service_types);
    case EntryKind::system_case:
      return visit(catalog.system_cases);
    case EntryKind::consideration:
      return visit(catalog.considerations);
    case EntryKind::exclusion:
      return visit(catalog.exclusions);
    case EntryKind::disposition:
      return visit(catalog.dispositions);
    case EntryKind::treatment:
      return visit(catalog.treatments);
    case EntryKind::step:
      return visit(catalog.steps);
  }
  throw std::logic_error("entry kind out of range");  // a value outside the enumeration: our own failure
}

/// The reference of an entry of a known kind: ref(threat_id).
template <typename T>
constexpr EntryRef ref(Id<T> id) {
  return EntryRef(T::kind, id.index());
}

}  // namespace michibiki
