#pragma once

#include <span>
#include <string_view>

namespace michibiki::cli {

/// A file of cli/skeletons/, put into the program when it was built: an installed program needs no files for it.
struct SkeletonText {
  std::string_view name;  ///< from cli/skeletons/: "component.yaml", "catalog/threats.yaml"
  std::string_view text;
};

/// All of them, by name.
extern const std::span<const SkeletonText> skeletons;

}  // namespace michibiki::cli
