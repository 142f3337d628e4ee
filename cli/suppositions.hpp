#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "cli/supposed_portfolio.hpp"
#include "engine/what_if/supposition.hpp"
#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki::cli {

/// Whether an argument of --with names a catalogue: a YAML file, or a folder by a path with a slash in it.
bool names_catalog(const std::string& argument);

/// What --with and --without suppose of a catalogue and its services, all together: what cli/supposed_portfolio.hpp and
/// cli/named_statements.hpp understand, and what no catalogue states yet.
class Suppositions {
 public:
  /// What is stated anew is added to the catalogue; the service changes at once.
  Suppositions(const Session& session, Catalog& catalog, Portfolio& portfolio)
      : session_(session), catalog_(catalog), portfolio_(portfolio), of_services_(session, catalog, portfolio) {}

  void with(const std::string& argument);
  void without(const std::string& argument);
  void add(Supposition supposition) { all_.push_back(std::move(supposition)); }

  /// Whether all was understood; what was not has been said.
  bool ok() const { return ok_; }
  const std::vector<Supposition>& all() const { return all_; }

  /// Statements that no catalogue makes.
  std::vector<FactId> stated_anew() const;
  /// Whether some of them are the first of their kind: stages ask whether a catalogue has any such thing.
  bool first_of_a_kind() const { return first_of_a_kind_; }

  /// The view in which it is as supposed. Says what is so already, or is not so anyway: then none.
  std::optional<View> suppose(const View& view) const;

 private:
  void wrong(const std::string& what);
  void report_unknown(const std::string& flag, const std::string& words);
  void add_without_contradiction(const Supposition& one);
  bool suppose_of_services(const SupposedPortfolio::Edits& edits);
  void suppose_statements(bool so, const std::string& words, std::vector<FactId> facts, bool anew = false);
  std::optional<std::vector<FactId>> statements(const std::string& flag, const std::vector<std::string>& words);
  std::vector<FactId> saying_as_much(const std::vector<std::string>& words, std::vector<FactId> facts) const;
  std::optional<std::vector<FactId>> state(const std::vector<std::string>& words);
  std::optional<EntryRef> end_of_link(const std::string& id, const std::vector<EntryKind>& kinds) const;
  FactId new_fact();

  const Session& session_;
  Catalog& catalog_;
  Portfolio& portfolio_;
  SupposedPortfolio of_services_;
  std::vector<Supposition> all_;
  bool ok_ = true;
  bool first_of_a_kind_ = false;
};

}  // namespace michibiki::cli
