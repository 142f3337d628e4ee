#pragma once

#include <functional>
#include <string_view>

namespace michibiki {

/// Takes a text part by part, in order. False: it takes no more, and whoever makes the text stops.
using TextSink = std::function<bool(std::string_view)>;

}  // namespace michibiki
