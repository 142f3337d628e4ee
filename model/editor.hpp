#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/did_you_mean.hpp"
#include "model/edit_history.hpp"
#include "model/resolve.hpp"

namespace michibiki {

/// Whom each catalogue depends on, directly or not.
using Dependencies = std::map<std::string, std::set<std::string>>;

/// Applies the edits of overlays to the records of the catalogues below them, and notes each as an override.
class Editor {
 public:
  Editor(Resolved& resolved, const Dependencies& dependencies, std::vector<Diagnostic>& diagnostics)
      : resolved_(resolved), dependencies_(dependencies), diagnostics_(diagnostics) {}

  /// Makes the record at that position, and the rules in it, known by their ids.
  void index(std::size_t record);
  void apply(const Edit& edit, const std::string& catalog);

 private:
  using Key = std::pair<std::string, std::string>;  ///< section and id

  /// Where what is edited stands: a record, or a rule in the list of one.
  struct Place {
    std::size_t record = 0;
    std::string rule;  ///< its id; empty: the record itself
  };

  /// What an edit is about.
  struct Target {
    std::string text;             ///< "threat malicious.theft, origin"
    Node* holder = nullptr;       ///< the mapping or list that the statement stands in; null for a record
    Node* node = nullptr;         ///< the statement; null when it is not there yet
    std::string name;             ///< its key in the holder
    EditPath path;                ///< how it is called in the history
    std::vector<EditPath> parts;  ///< members or keys of it that the edit is about; none: all of it
  };

  void error(DiagnosticKind kind, const SourceLocation& at, std::string message, std::string hint = {});
  void error_with(DiagnosticKind kind, const SourceLocation& at, std::string message, Related related);
  void report_unknown(const Edit& edit);
  bool depends(const std::string& catalog, const std::string& on) const;
  bool may_edit(const Edit& edit, const std::string& catalog, const Record& record);
  std::optional<Target> find(const Edit& edit, const Place& place);
  std::optional<Target> walk(const Edit& edit, Target target, Node& start);
  void name_parts(const Edit& edit, Target& target) const;
  bool conflicts(const Edit& edit, const Target& target, const std::string& catalog, std::size_t record);
  bool is_withdrawn(const Edit& edit, const Place& place);
  void note(const Edit& edit, const Target& target, const std::string& catalog, std::string before, std::string after,
            const SourceLocation& stated_at);
  void withdraw_whole(const Edit& edit, Target& target, const std::string& catalog, Record& record);
  void change(const Edit& edit, Target& target, const std::string& catalog, const Record& record);
  void change_member(const Edit& edit, const Target& target, const std::string& catalog, Node& list);
  void add(const Edit& edit, Target& target, const std::string& catalog, const Record& record);
  void add_members(const Edit& edit, const Target& target, const std::string& catalog, Node& list);
  void add_keys(const Edit& edit, const Target& target, const std::string& catalog, Node& mapping);
  void mismatch(const Edit& edit, const Target& target, const Node& now);

  Resolved& resolved_;
  const Dependencies& dependencies_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<Key, Place> places_;
  std::map<Key, SourceLocation> withdrawn_at_;
  EditHistory history_;
  Guesses guesses_;
};

}  // namespace michibiki
