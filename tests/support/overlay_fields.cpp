#include "tests/support/overlay_fields.hpp"

namespace michibiki::testing {

const std::map<std::string, std::vector<EntryField>>& entry_fields() {
  using enum FieldShape;
  const EntryField title{"title", text};
  const EntryField note{"note", text};
  const EntryField tag_list{"tags", tags};
  const auto parent = [](const char* section) { return EntryField{"parent", counted, section}; };
  static const std::map<std::string, std::vector<EntryField>> all{
      {"natures", {title, parent("natures")}},
      {"mechanisms", {title, note, parent("mechanisms")}},
      {"components",
       {title, tag_list, parent("components"), {"carries", members, "assets"}, {"lacks", members, "assets"}}},
      {"assets", {title, tag_list, parent("assets"), {"natures", members, "natures"}}},
      {"threats",
       {title,
        note,
        tag_list,
        parent("threats"),
        {"origin", word, "origins"},
        {"harms", members, "properties"},
        {"mechanisms", members, "mechanisms"}}},
      {"vulnerabilities", {title, {"assets", members, "assets"}, {"threats", members, "threats"}}},
      {"controls", {title, note, tag_list, parent("controls")}},
      {"measures",
       {title,
        {"summary", text},
        tag_list,
        parent("measures"),
        {"class", word, "classes"},
        {"implemented-on", members, "components"}}},
      {"stakeholders", {title, parent("stakeholders")}},
      {"exclusions", {title, {"components", members, "components"}}},
      {"patterns", {title}},
      {"questions", {title}}};
  return all;
}

const std::vector<LinkEnds>& link_ends() {
  static const std::vector<LinkEnds> all{{"counters", "measures", "threats"},
                                         {"mitigates", "controls", "threats"},
                                         {"exposes", "threats", "assets"},
                                         {"requires", "measures", "measures"}};
  return all;
}

const std::vector<std::string>& link_limits() {
  static const std::vector<std::string> all{"properties", "natures", "components", "assets", "vulnerabilities"};
  return all;
}

const std::string& singular(const std::string& section) {
  static const std::map<std::string, std::string> words{
      {"natures", "nature"},       {"mechanisms", "mechanism"},    {"components", "component"},
      {"assets", "asset"},         {"threats", "threat"},          {"vulnerabilities", "vulnerability"},
      {"controls", "control"},     {"measures", "measure"},        {"stakeholders", "stakeholder"},
      {"exclusions", "exclusion"}, {"patterns", "pattern"},        {"questions", "question"},
      {"links", "link"},           {"level-criteria", "criterion"}};
  return words.at(section);
}

}  // namespace michibiki::testing
