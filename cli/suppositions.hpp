#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "engine/what_if/supposition.hpp"
#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki::cli {

/// Whether an argument of --with names a catalogue: a YAML file, or a folder by a path with a slash in it.
bool names_catalog(const std::string& argument);

/// What --with and --without suppose of a catalogue and a service, as the words of the command line say it: an id, a kind and an id, a
/// link by its id or as FROM KIND TO, a threat `harms` a property, an attribute or value of an entry; a component of the service, or
/// ID=TYPE@OPERATOR; PROPERTY=LEVEL; QUESTION=yes. In a portfolio SERVICE/ stands before what is about one service.
class Suppositions {
 public:
  /// What is stated anew is added to the catalogue; the service changes at once.
  Suppositions(const Session& session, Catalog& catalog, Portfolio& portfolio)
      : session_(session), catalog_(catalog), portfolio_(portfolio) {}

  void with(const std::string& words);
  void without(const std::string& words);
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
  void suppose_statements(bool so, const std::string& words, std::vector<FactId> facts, bool anew = false);
  std::vector<EntryRef> entries_called(const std::string& id) const;
  std::optional<std::vector<FactId>> statements_named(const std::string& flag, const std::vector<std::string>& words);
  std::vector<FactId> of_entry(EntryRef entry) const;
  std::vector<FactId> of_attribute(const std::vector<std::string>& words) const;
  std::vector<FactId> of_value(const std::string& indicator, const std::string& pattern) const;
  std::vector<FactId> of_links(const std::vector<std::string>& words) const;
  bool says_less(const std::vector<std::string>& words, const std::vector<FactId>& facts) const;
  std::optional<std::vector<FactId>> state(const std::vector<std::string>& words);
  std::optional<EntryRef> end_of_link(const std::string& id, const std::vector<EntryKind>& kinds);
  FactId new_fact();
  void report_unknown(const std::string& flag, const std::string& words);
  std::optional<std::pair<std::size_t, std::string>> in_service(const std::string& flag, const std::string& words);
  bool remove_components(const std::string& words);
  bool add_component(const std::string& words);
  bool set_level(const std::string& words);

  const Session& session_;
  Catalog& catalog_;
  Portfolio& portfolio_;
  std::vector<Supposition> all_;
  bool ok_ = true;
  bool first_of_a_kind_ = false;
};

}  // namespace michibiki::cli
