#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/edit_history.hpp"
#include "model/node.hpp"

namespace michibiki {

/// Where the field of an edit leads: `indicators.a.values.1`. Names may have dots themselves: of those that fit the longest is meant.
struct FieldPlace {
  Node* holder = nullptr;   ///< where the last name was looked up; null when that has gone itself
  Node* node = nullptr;     ///< the statement; null when it is not there
  EditPath path;            ///< the names up to the statement, or up to where it would stand
  std::string rest;         ///< what is left of the field where it leads nowhere, else the last name
  bool leads = false;       ///< whether the statement is there, or could be
  bool identifies = false;  ///< it is what an entry, or an item of a list, is called by
};

/// Follows the field through what stands below `start`, an entry or an item, which is called `path`. `known` gives the longest name
/// that begins the text and stood under a path before, as what has gone keeps its name.
FieldPlace find_field(Node& start, EditPath path, std::string_view field,
                      const std::function<std::string_view(const EditPath&, std::string_view)>& known);

/// The names by which what is in a mapping or list can be reached.
std::vector<std::string> names_in(const Node& holder);

}  // namespace michibiki
