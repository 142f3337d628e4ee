#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalog.hpp"

namespace michibiki {

/// Who stands for entries that have gone or been renamed, as `replaces` says it.
class Successors {
 public:
  explicit Successors(const Catalog& catalog);

  /// The entries that stand now for the one that was called so, over as many steps as it takes; in catalogue order. None: nobody
  /// replaced it. Several: it was split, and only whoever refers to it knows which part is meant.
  std::vector<EntryRef> of(EntryKind kind, std::string_view earlier) const;

 private:
  const Catalog& catalog_;
  std::map<std::pair<EntryKind, std::string>, std::vector<EntryRef>> by_earlier_id_;
};

}  // namespace michibiki
