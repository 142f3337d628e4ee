#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/catalog.hpp"

namespace michibiki {

/// Statements that hold, or do not. Of several a whole stands or falls together: a heading with all that is under it.
struct SupposedStatements {
  std::vector<FactId> facts;  ///< in the catalogue in which they are supposed; the first says what it is about
  bool stated_anew = false;   ///< no catalogue says so
};
/// A component of a service, by its id there.
struct SupposedComponent {
  std::size_t service = 0;
  std::string code;
  ComponentId type;
  std::optional<StakeholderId> operated_by;
  bool shared = false;
};
struct SupposedLevel {
  std::size_t service = 0;
  PropertyId property;
  LevelId level;
};
struct SupposedAnswer {
  std::size_t service = 0;
  QuestionId question;
  bool yes = false;
};
/// A whole catalogue, by its id.
struct SupposedCatalog {
  std::string code;
};

/// One thing that is supposed to be otherwise than it is.
struct Supposition {
  bool so = false;    ///< that it is so; else that it is not
  std::string words;  ///< as it was asked for
  std::variant<SupposedStatements, SupposedComponent, SupposedLevel, SupposedAnswer, SupposedCatalog> what;
};

}  // namespace michibiki
