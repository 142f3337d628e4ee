#pragma once

#include <map>
#include <string>
#include <vector>

namespace michibiki::testing {

/// What a field is and how what it says is believed.
enum class FieldShape {
  text,     ///< a statement of its own, in one language or in both
  word,     ///< a statement of its own that names an entry
  members,  ///< names entries, each a statement of its own
  counted,  ///< names an entry or several, and counts with what it stands in
  tags
};

struct EntryField {
  std::string name;
  FieldShape shape = FieldShape::text;
  std::string names = {};  ///< the section that it refers to
};

/// What stands in an entry, as far as random overlays change it, by section.
const std::map<std::string, std::vector<EntryField>>& entry_fields();

struct LinkEnds {
  std::string kind;
  std::string from;  ///< the section
  std::string to;
};
/// Of the kinds of links that random overlays make and change.
const std::vector<LinkEnds>& link_ends();

/// What narrows a link: fields that are called like the section that they refer to.
const std::vector<std::string>& link_limits();

/// How an edit calls an entry of that section.
const std::string& singular(const std::string& section);

}  // namespace michibiki::testing
