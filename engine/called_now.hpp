#pragma once

#include <set>
#include <string>

#include "engine/conclusions.hpp"
#include "model/successors.hpp"

namespace michibiki {

/// What things are called in a later catalogue, so that what was only renamed is no difference.
class CalledNow {
 public:
  explicit CalledNow(const Catalog& later) : later_(later), successors_(successors_in(later)) {}

  /// An entry's own id while it stands there, else that of the one that replaced it.
  std::string operator()(EntryKind kind, const std::string& code) const;
  std::set<std::string> operator()(EntryKind kind, const std::set<std::string>& codes) const;
  /// Components are called by their types, as in a system with every component.
  Conclusions operator()(const Conclusions& conclusions) const;

 private:
  std::set<std::string> answering(const std::set<std::string>& measures_and_controls) const;

  const Catalog& later_;
  Successors successors_;
};

}  // namespace michibiki
