#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/overlay_fields.hpp"
#include "tests/support/plain.hpp"

namespace michibiki::testing {

/// What is said, without why it is believed.
Plain bare(const Plain& plain);

/// Leads through fields, and through the members of lists by their names.
using Path = std::vector<std::string>;

/// What stands there, with why it is believed; nothing: null.
const Plain* at(const Plain& body, const Path& path);

/// By what a member of a list is called: its id or key.
std::string name_of_member(const Plain& member);

/// What an edit says of how it is believed.
struct Manner {
  std::optional<Plain> basis = {};
  std::optional<Plain> because = {};
  Plain of_file = {};  ///< the basis of what has none of its own
};

/// An entry as it now stands in the text.
struct HandRecord {
  std::string section;
  std::string id;
  Plain body;                          ///< every statement with its basis
  std::string owner;                   ///< the overlay that states it; empty: a base catalogue
  bool withdrawn = false;              ///< it still stands there, unless it is gone
  bool gone = false;                   ///< from the text
  std::map<Path, Plain> counted = {};  ///< how what counts with it is believed, where an edit put it there
};

/// The one catalogue of somebody who makes in its text what overlays change by edits: the rules of edits, written down a second time
/// from docs/catalog-format.md. What is asked for has to be possible.
class CatalogByHand {
 public:
  /// `of_file`: the basis of what has none of its own.
  void state(const std::string& section, const Plain& written, const Plain& of_file, const std::string& owner);

  const std::vector<HandRecord>& records() const { return records_; }
  /// Whom an id means now: also what replaced the entry that had it.
  std::string meant(const std::string& section, std::string id) const;
  bool lies_under(const std::string& section, std::string id, const std::string& above) const;

  // Edits of the record in that position.

  /// One value, a statement of its own, whether there is one already or not.
  void put(std::size_t record, const Path& path, const Plain& is, const Manner& manner);
  /// One that counts with its rule or else with the entry.
  void put_counted(std::size_t record, const Path& path, const Plain& is, const Manner& manner);
  void remove(std::size_t record, const Path& path);
  /// At the end of a list of mappings.
  void append(std::size_t record, const std::string& field, const Plain& member, const Manner& manner);
  /// Of a list of ids: these where those stood; at the end, where none did.
  void exchange(std::size_t record, const EntryField& field, const std::vector<std::string>& was,
                const std::vector<std::string>& is, const Manner& manner);
  void withdraw(std::size_t record);

  /// Its sections.
  std::string text() const;

 private:
  std::optional<std::size_t> find(const std::string& section, const std::string& id) const;
  void rename(Plain& plain, const std::string& section) const;
  void rename_all(HandRecord& record) const;

  std::vector<HandRecord> records_;
  std::map<std::pair<std::string, std::string>, std::string> replaced_;  ///< by what, by section and id
};

}  // namespace michibiki::testing
