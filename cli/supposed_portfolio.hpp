#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/session.hpp"
#include "engine/what_if/supposition.hpp"
#include "model/service.hpp"

namespace michibiki::cli {

/// What --with and --without suppose of the services themselves: components, required levels and answers, each edited into the portfolio at
/// once. In a portfolio SERVICE/ stands before what is about one service.
class SupposedPortfolio {
 public:
  SupposedPortfolio(const Session& session, const Catalog& catalog, Portfolio& portfolio)
      : session_(session), catalog_(catalog), portfolio_(portfolio), given_(portfolio) {}

  // What a word supposes. None: it is about something else. Empty: it is wrong, and that has been said.
  using Edits = std::optional<std::vector<Supposition>>;

  /// A component by its id, or all of a type, with what is part of them; as `without` of a service file has it.
  Edits remove_components(const std::string& word);
  /// Whether the service had components of that word, all of which have been supposed away.
  bool gone_already(const std::string& word) const;
  /// "TYPE", "ID=TYPE", "ID=TYPE@OPERATOR".
  Edits add_component(const std::string& word);
  /// "PROPERTY=LEVEL" or "QUESTION=yes".
  Edits set_level(const std::string& word);

 private:
  Edits wrong(const std::string& what) const;
  std::optional<std::pair<std::size_t, std::string>> in_service(const std::string& word) const;
  std::vector<Instance> used_by(const Service& service) const;  ///< of what is shared
  bool has_component(std::size_t service, const std::string& code) const;

  const Session& session_;
  const Catalog& catalog_;
  Portfolio& portfolio_;
  Portfolio given_;
};

}  // namespace michibiki::cli
