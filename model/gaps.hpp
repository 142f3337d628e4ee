#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace michibiki {

/// What of the catalogues could not be read and was said so. Whoever looks for something that may have stood there does not complain
/// that it is missing: that would be the same mistake told twice.
struct Gaps {
  bool anywhere = false;  ///< nobody knows what is missing: a folder, a catalogue, an unreadable file
  /// Sections of which items are missing. `catalog`: who a catalogue is and what it depends on; `sources`: what it cites.
  std::set<std::string, std::less<>> sections;
  std::set<std::pair<std::string, std::string>>
      ids;  ///< section and id of items that are there, but under no readable id

  bool in(std::string_view section) const { return anywhere || sections.contains(section); }
  bool in(std::string_view section, std::string_view id) const {
    return in(section) || ids.contains({std::string(section), std::string(id)});
  }
  void add(const Gaps& other) {
    anywhere = anywhere || other.anywhere;
    sections.insert(other.sections.begin(), other.sections.end());
    ids.insert(other.ids.begin(), other.ids.end());
  }
};

}  // namespace michibiki
