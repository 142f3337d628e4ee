#pragma once

#include <string>

namespace michibiki::testing {

/// Two patterns by one property, and a threat to what a server carries.
inline const std::string two_patterns = R"(
levels: [{id: low}, {id: high}]
properties: [{id: secrecy, levels: [low, high]}]
patterns: [{id: strict, levels: {secrecy: high}}, {id: lax, levels: {secrecy: low}}]
components: [{id: server, carries: [file]}]
assets: [{id: file}]
threats: [{id: theft, harms: [secrecy]}]
)";

}  // namespace michibiki::testing
