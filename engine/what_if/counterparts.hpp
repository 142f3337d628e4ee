#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// What a conclusion of one derivation is in another, be it of another service, view or catalogue: things are the same where their ids are.
/// A component of its own is the same in the same service, a shared one whoever uses it.
class Counterparts {
 public:
  Counterparts(const Workings& here, const Workings& there);

  /// The same in the other derivation's positions; none where the other has no such thing. That it has does not mean that it is so.
  std::optional<Conclusion> operator()(const Conclusion& conclusion) const;

 private:
  const Workings& here_;
  const Workings& there_;
  std::map<std::string, std::size_t> components_;
  std::map<std::string, std::size_t> assets_;
  std::map<std::string, std::size_t> exposures_;
  std::map<std::string, std::size_t> grades_;
  std::map<std::string, std::size_t> services_;
  std::map<std::string, LinkId> links_;
};

}  // namespace michibiki
