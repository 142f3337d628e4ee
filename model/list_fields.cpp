#include "model/list_fields.hpp"

#include <functional>
#include <set>
#include <string>

#include "model/entry.hpp"

namespace michibiki {

bool holds_list(std::string_view section, std::string_view field) {
  static const std::set<std::string, std::less<>> lists{
      "acts-on",   "aims-at",        "assets",     "carries",         "choices", "lacks",      "components",
      "considers", "from",           "harms",      "indicators",      "natures", "origins",    "rules",
      "operators", "spares",         "tags",       "threats",         "to",      "mechanisms", "levels",
      "replaces",  "implemented-on", "properties", "vulnerabilities", "patterns"};
  // Patterns and service types have `levels` too, and there they are a mapping.
  return lists.contains(field) && (field != "levels" || section == section_of(EntryKind::property));
}

bool order_counts(std::string_view section, std::string_view field) {
  static const std::set<std::string, std::less<>> ordered{"choices", "levels", "rules"};
  return ordered.contains(field) && holds_list(section, field);
}

}  // namespace michibiki
