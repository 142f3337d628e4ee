#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/node.hpp"

namespace michibiki {

/// The value inside `{is: …}`, or the node itself.
Node& unwrapped(Node& node);
const Node& unwrapped(const Node& node);

/// Whether what stands there now says what an edit expects. Why it is believed is no part of what it says, unless the edit asks.
bool says(const Node& now, const Node& was);

/// How an item of a list is called in `field: indicators.a.title`: its `id` or `key`; empty when it has no name.
std::string_view name_of_item(const Node& item);

/// The earlier ids of an entry that its `replaces` gives, as far as they are ids.
std::vector<std::string> earlier_ids(const Node& body);

/// What tells a member of a list from the others: its name, else all that it says, however that is written.
std::string label_of_item(const Node& item);

/// Makes of a single value the list of one that it stands for; the list.
Node& as_list(Node& node);

/// The members of a list, or the one that a single value stands for.
std::vector<Node> members_of(const Node& node);

/// Takes that very entry or item out of a mapping or list.
void erase_from(Node& holder, const Node* node);

}  // namespace michibiki
