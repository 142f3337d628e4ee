#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/did_you_mean.hpp"
#include "model/edit_history.hpp"
#include "model/field_place.hpp"
#include "model/resolve.hpp"
#include "model/successors.hpp"

namespace michibiki {

/// Applies the edits of overlays to the records of the catalogues below them, and notes each as an override.
class Editor {
 public:
  Editor(Resolved& resolved, const Dependencies& dependencies, std::vector<Diagnostic>& diagnostics)
      : resolved_(resolved), dependencies_(dependencies), diagnostics_(diagnostics) {}

  /// Makes the record at that position, and the rules in it, known by their ids. All are known before the first edit, so that an
  /// edit of what it does not come after is told apart from one of what nobody states.
  void index(std::size_t record);
  void apply(const Edit& edit, const std::string& catalog);

 private:
  using Key = std::pair<std::string, std::string>;  ///< section and id

  /// Where what is edited stands, or once stood: a record, or a rule in the list of one.
  struct Place {
    std::size_t record = 0;
    std::string rule;  ///< its id; empty: the record itself
  };

  /// What an edit is about.
  struct Target {
    std::string text;  ///< "threat malicious.theft, origin"
    std::size_t record = 0;
    FieldPlace place;
    /// How it is called in the history: the statement, or only the members or keys of it that the edit is about.
    std::vector<EditPath> paths;
    bool appends = false;  ///< to a list whose order has a meaning
  };

  void error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint = {});
  void error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related,
                  std::string hint = {});
  std::vector<Key> successors_of(const Edit& edit) const;
  void report_unknown(const Edit& edit, const std::string& catalog);
  bool depends(const std::string& catalog, const std::string& on) const;
  void index_rules(std::size_t record, const Node& rules);
  Node* rule_at(const Place& place);
  const Place& choose(const std::vector<Place>& places, const std::string& catalog);
  bool may_edit(const Edit& edit, const std::string& catalog, const Record& record);
  Target find(const Edit& edit, const Place& place);
  void name_parts(const Edit& edit, Target& target) const;
  bool conflicts(const Edit& edit, const Target& target, const std::string& catalog);
  bool is_absent(const Edit& edit, const Target& target);
  void report_missing(const Edit& edit, const Target& target);
  std::optional<EditHistory::Past> last_change(const Target& target) const;
  void index_new_rules(const Edit& edit, const Target& target, const std::string& catalog);
  void note(const Edit& edit, const Target& target, const std::string& catalog, std::string before, std::string after,
            const SourceLocation& stated_at);
  void withdraw_whole(const Edit& edit, const Target& target, const std::string& catalog);
  // Each of these says whether it could be done.
  bool change(const Edit& edit, const Target& target, const std::string& catalog);
  bool change_member(const Edit& edit, const Target& target, const std::string& catalog, Node& list);
  bool add(const Edit& edit, const Target& target, const std::string& catalog);
  bool add_members(const Edit& edit, const Target& target, const std::string& catalog, Node& list);
  bool add_keys(const Edit& edit, const Target& target, const std::string& catalog, Node& mapping);
  void mismatch(const Edit& edit, const Target& target, const Node& now);

  Resolved& resolved_;
  const Dependencies& dependencies_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<Key, std::vector<Place>> places_;
  Successors successors_;
  EditHistory attempts_;  ///< all edits: of two that meet one comes after the other on purpose
  EditHistory changes_;   ///< those that were done
  std::map<std::string, EditHistory::Past> missed_rules_;  ///< the first edit of each rule that was not there
  Guesses guesses_;
};

}  // namespace michibiki
