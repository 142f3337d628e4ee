#pragma once

#include <string>
#include <string_view>

#include "cli/fill_in.hpp"
#include "cli/options.hpp"
#include "model/view.hpp"

namespace michibiki::cli {

/// What a skeleton is about, besides the catalogues.
struct SkeletonSubject {
  SkeletonKind kind{};
  std::string id;      ///< normalised
  std::string file;    ///< the name of the file or folder, as its comments call it
  std::string schema;  ///< where an editor finds the schema
};

/// An id or a text of ids as a YAML scalar: in quotes where it would be read as something else.
std::string yaml_scalar(std::string_view text);

/// What the gaps of the skeleton are filled with: entries of the catalogues that fit one another, chosen by rules and never by name, and
/// lists of those that may take their places. A part that the catalogues have nothing for gets no value.
GapValues skeleton_values(const View& view, const SkeletonSubject& subject);

}  // namespace michibiki::cli
