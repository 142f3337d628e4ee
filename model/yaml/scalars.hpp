#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/yaml/context.hpp"

namespace michibiki {

/// The text of a scalar; anything else is an error and gives an empty text.
std::string text_of(Context& context, const Node& node, std::string_view what);
/// Whether that word stands there, and not a text in quotes that looks like it.
bool is_word(const Node& node, std::string_view word);
/// `true` or `false`; anything else is an error.
std::optional<bool> truth_of(Context& context, const Node& node, std::string_view what);
/// A whole number; anything else is an error.
std::optional<int> whole_number_of(Context& context, const Node& node, std::string_view what);
/// A date like 2026-11-22; says so when it is none. An absent one is fine.
std::string date_of(Context& context, const Node* node, std::string_view what);
/// The id in its one form; says so and gives an empty one when the node is none.
std::string id_of(Context& context, const Node& node, std::string_view what);

}  // namespace michibiki
