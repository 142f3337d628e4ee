#include "reports/requirements.hpp"

#include <algorithm>

namespace michibiki {

std::vector<std::string> requiring(const DerivationReport& report, const std::vector<std::size_t>& requirements) {
  std::vector<std::string> who;
  for (const auto position : requirements) {
    for (const auto by : report.derivation.selection.requirements[position].by) {
      const auto& code = report.view.catalog().entry(by).code;
      if (std::ranges::count(who, code) == 0) who.push_back(code);
    }
  }
  return who;
}

Json json_requirements(const DerivationReport& report, const std::vector<std::size_t>& requirements) {
  const auto& catalog = report.view.catalog();
  Json json = Json::array();
  for (const auto position : requirements) {
    const auto& requirement = report.derivation.selection.requirements[position];
    Json one;
    one["link"] = catalog.link(requirement.link).code;
    one["by"] = Json::array();
    for (const auto by : requirement.by) one["by"].push_back(catalog.entry(by).code);
    if (requirement.open()) one["state"] = "open";
    one["basis"] = name_of(requirement.basis);
    json.push_back(std::move(one));
  }
  return json;
}

std::vector<LinkId> related_links(const View& view, EntryRef entry) {
  auto links = view.links_from(entry, LinkKind::related);
  const auto to = view.links_to(entry, LinkKind::related);
  links.insert(links.end(), to.begin(), to.end());
  std::ranges::sort(links);
  return links;
}

Json json_related(const View& view, EntryRef entry) {
  Json json = Json::array();
  for (const auto link : related_links(view, entry)) json.push_back(view.catalog().link(link).code);
  return json;
}

std::set<LinkId> links_between(const DerivationReport& report) {
  const auto& selection = report.derivation.selection;
  std::set<LinkId> links;
  for (const auto& requirement : selection.requirements) links.insert(requirement.link);
  const auto add_related = [&](EntryRef entry) {
    const auto related = related_links(report.view, entry);
    links.insert(related.begin(), related.end());
  };
  for (const auto& selected : selection.measures) add_related(ref(selected.measure));
  for (const auto& selected : selection.controls) add_related(ref(selected.control));
  return links;
}

}  // namespace michibiki
