#include "reports/overrides.hpp"

#include <algorithm>
#include <vector>

#include "reports/naming.hpp"

namespace michibiki {
namespace {

std::string place(const std::string& catalog, const SourceLocation& at) {
  return catalog + '/' + file_name_of(at) + ':' + std::to_string(at.line);
}

}  // namespace

Page override_section(const Catalog& catalog, Language language) {
  if (catalog.overrides.empty()) return {};
  const auto in = [&](const Words& words) { return std::string(words.in(language)); };
  Grid grid;
  for (const auto* title :
       {&words::override_target, &words::override_before, &words::override_after, &words::overriding_catalog})
    grid.columns.push_back({in(*title)});
  for (const auto& change : catalog.overrides) {
    const auto before = change.before.empty() ? in(words::none) : change.before;
    grid.rows.push_back({{{change.target},
                          {say(words::title_and_id, language, before, place(change.stated_by, change.stated_at))},
                          {change.after.empty() ? in(words::withdrawn) : change.after},
                          {place(change.catalog, change.edited_at)}},
                         false});
  }
  return {Heading{2, in(words::overrides)}, std::move(grid)};
}

std::string override_count(const Catalog& catalog, Language language) {
  if (catalog.overrides.empty()) return {};
  std::vector<std::string> by;
  for (const auto& layer : catalog.layers) {
    if (std::ranges::count(catalog.overrides, layer.code, &Override::catalog) > 0) by.push_back(layer.code);
  }
  return say(words::title_and_id, language, say(words::count, language, catalog.overrides.size()),
             joined(by, language));
}

}  // namespace michibiki
