#pragma once

#include <string>
#include <vector>

#include "model/catalog.hpp"

namespace michibiki::testing {

/// Puts a small catalogue together from values, without a reader: `entry(EntryKind::threat, "fire", "natural")`.
class CatalogBuilder {
 public:
  EntryRef entry(EntryKind kind, const std::string& code, const std::string& parent = {},
                 BasisKind basis = BasisKind::stated) {
    Entry item;
    item.code = code;
    item.fact = fact(basis);
    if (!parent.empty()) item.parent = catalog_.find(kind, parent).value().index;
    return catalog_.add(kind, std::move(item));
  }

  LinkId link(LinkKind kind, std::vector<EntryRef> from, std::vector<EntryRef> to, Join join = Join::all,
              BasisKind basis = BasisKind::stated) {
    Link item;
    item.code = "link " + std::to_string(catalog_.links.size());
    item.kind = kind;
    item.from = std::move(from);
    item.to = std::move(to);
    item.join = join;
    item.fact = fact(basis);
    catalog_.links.push_back(std::move(item));
    return LinkId{catalog_.links.size() - 1};
  }

  FactId fact(BasisKind basis = BasisKind::stated, bool withdrawn = false) {
    Fact item;
    item.basis.kind = basis;
    item.withdrawn = withdrawn;
    catalog_.facts.push_back(std::move(item));
    return FactId{catalog_.facts.size() - 1};
  }

  Catalog& catalog() { return catalog_; }
  Catalog take() { return std::move(catalog_); }

 private:
  Catalog catalog_;
};

}  // namespace michibiki::testing
