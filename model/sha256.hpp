#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace michibiki {

/// The SHA-256 of these bytes as 64 lower-case hexadecimal digits. Nothing only if the system's
/// cryptographic library refuses to compute it.
[[nodiscard]] std::optional<std::string> sha256_hex(std::string_view bytes);

}  // namespace michibiki
