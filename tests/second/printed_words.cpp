#include "tests/second/printed_words.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <regex>
#include <stdexcept>

#include "model/yaml/parse.hpp"

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;

/// What stands around names in a language.
struct Signs {
  std::string language;
  std::string comma;
  std::string opening;
  std::string closing;
  std::string colon;
  std::string undecided;
};
const std::array<Signs, 2> signs_of{Signs{"ja", "、", "（", "）", "：", "（まだ決まっていない）"},
                                    Signs{"en", ", ", " (", ")", ": ", " (not decided yet)"}};

/// The section of a catalogue in which the entries stand that a part of a sentence names.
const std::map<std::string, std::string> section_of{{"asset", "assets"},
                                                    {"chapter", "chapters"},
                                                    {"class", "classes"},
                                                    {"component", "components"},
                                                    {"component-type", "components"},
                                                    {"control", "controls"},
                                                    {"level", "levels"},
                                                    {"measure", "measures"},
                                                    {"mechanism", "mechanisms"},
                                                    {"nature", "natures"},
                                                    {"pattern", "patterns"},
                                                    {"property", "properties"},
                                                    {"service-type", "service-types"},
                                                    {"stakeholder", "stakeholders"},
                                                    {"system-case", "system-cases"},
                                                    {"threat", "threats"},
                                                    {"vulnerability", "vulnerabilities"}};
/// These are told by their titles alone.
const Texts without_id{"class", "level", "mechanism", "nature", "pattern", "property"};
/// Which the fields of a step do not name; a sentence has at most one of them.
const Texts of_others{"answer", "member", "operator", "value", "with"};
/// Whose component is left out where it is called as its asset.
const Texts about_exposures{"exposed-by-mechanism", "exposed-outright", "exposed-to-all", "counters", "mitigates"};

/// Of what is concluded, what is told however it is told.
const Texts told_always{"asset",     "chapter", "class",  "control", "indicator", "level", "measure",
                        "mechanism", "nature",  "origin", "pattern", "threat",    "value", "vulnerability"};

using Parts = std::map<std::string, Strings>;

struct Titles {
  std::map<std::pair<std::string, std::string>, const Node*> entries;     ///< by section and id
  std::map<std::pair<std::string, std::string>, const Node*> indicators;  ///< by measure and key
  std::vector<Node> roots;

  explicit Titles(const PrintedFiles& files) {
    roots.reserve(files.size());
    for (const auto& [name, text] : files) {
      auto reading = parse_yaml(text, std::make_shared<const std::string>(name));
      if (!reading.root) throw std::logic_error("not YAML: " + name);
      roots.push_back(std::move(*reading.root));
    }
    for (const auto& root : roots) {
      for (const auto& section : root.entries) {
        for (const auto& item : section.value.items) add(section.key, item);
      }
    }
  }

  void add(const std::string& section, const Node& item) {
    const auto* id = item.find("id");
    if (id == nullptr) return;
    // An edit of another catalogue names an entry without a title.
    auto& known = entries[{section, id->text}];
    if (known == nullptr || item.find("title") != nullptr) known = &item;
    const auto* indicators_node = item.find("indicators");
    if (indicators_node == nullptr) return;
    for (const auto& indicator : indicators_node->items) {
      if (const auto* key = indicator.find("key")) indicators[{id->text, key->text}] = &indicator;
    }
  }

  const Node* entry(const std::string& section, const std::string& id) const {
    const auto found = entries.find({section, id});
    return found == entries.end() ? nullptr : found->second;
  }
};

std::string text_at(const Node* node, const std::string& key, const std::string& language) {
  const auto* texts = node == nullptr ? nullptr : node->find(key);
  const auto* text = texts == nullptr ? nullptr : texts->find(language);
  const auto* is = text == nullptr ? nullptr : text->find("is");
  return text == nullptr ? "" : is != nullptr ? is->text : text->text;
}

std::string joined(const Strings& all, const std::string& between) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : between) + one;
  return text;
}

Strings codes(const Json& value) { return value.is_array() ? value.get<Strings>() : Strings{value.get<std::string>()}; }

class Words {
 public:
  Words(const Json& explanation, const PrintedFiles& files, const SecondPortfolio& portfolio)
      : explanation_(explanation), titles_(files) {
    for (const auto& step : explanation.at("steps")) conclusions_[step.at("id")] = step.at("conclusion");
    for (const auto& service : portfolio.services) services_[service.code] = &service;
  }

  Texts wrong() const {
    Texts wrong;
    for (const auto& step : explanation_.at("steps")) {
      if (step.at("rule") == "either") continue;
      for (const auto& signs : signs_of) {
        const auto& text = step.at("text").at(signs.language).get_ref<const std::string&>();
        if (!says(step, text, signs)) wrong.insert(step.at("id").dump() + ": says otherwise: " + text);
      }
    }
    return wrong;
  }

 private:
  Parts named_by(const Json& step) const {
    const auto rule = step.at("rule").get<std::string>();
    Parts parts;
    const auto add = [&](const Json& conclusion) {
      Parts fresh;
      for (const auto& [name, value] : conclusion.items()) {
        if (name != "is" && !parts.contains(name)) fresh[name] = codes(value);
      }
      parts.merge(fresh);
    };
    add(step.at("conclusion"));
    if (rule == "requires") {
      parts["needed"] = parts.contains("measure") ? parts["measure"] : parts["control"];
      for (const auto& premise : step.at("premises")) {
        const auto& by = conclusions_.at(premise);
        if (by.at("is") == "is-called-for")
          parts["by"].push_back(by.at(by.contains("measure") ? "measure" : "control"));
      }
    }
    if (rule == "component-listed" || rule == "level-by-type") {
      const auto& service = *services_.at(parts.at("service").front());
      if (rule == "level-by-type") parts["service-type"] = {service.type};
      if (rule == "component-listed") parts["system-case"] = {service.system_case};
    }
    for (const auto& premise : step.at("premises")) add(conclusions_.at(premise));
    if (about_exposures.contains(rule) && parts.contains("component") && parts["component"] == parts["asset"])
      parts.erase("component");
    return parts;
  }

  std::string named(const std::string& title, const std::string& id, const Signs& signs) const {
    return title.empty() ? id : title + signs.opening + id + signs.closing;
  }

  /// What a sentence calls the one of that id.
  std::string name(const Parts& parts, const std::string& part, const std::string& id, const Signs& signs) const {
    if (part == "origin" || part == "needed" || part == "by") {
      for (const auto* section : {"controls", "measures", "documents", "considerations", "origins", "chapters"}) {
        if (const auto* entry = titles_.entry(section, id))
          return named(text_at(entry, "title", signs.language), id, signs);
      }
    }
    if (part == "indicator") {
      const auto found = titles_.indicators.find({parts.at("measure").front(), id});
      if (found == titles_.indicators.end()) return id;
      return named(text_at(found->second, "title", signs.language), id, signs);
    }
    const auto section = section_of.find(part);
    if (section == section_of.end()) return id;
    auto known_as = id;
    if (part == "component")
      known_as = parts.contains("component-type") ? parts.at("component-type").front() : id.substr(id.rfind('/') + 1);
    const auto title = text_at(titles_.entry(section->second, known_as), "title", signs.language);
    if (without_id.contains(part)) return title.empty() ? id : title;
    return named(title, id, signs);
  }

  std::string names(const Parts& parts, const std::string& part, const Signs& signs) const {
    Strings all;
    for (const auto& id : parts.at(part)) all.push_back(name(parts, part, id, signs));
    return joined(all, signs.comma);
  }

  bool says(const Json& step, const std::string& text, const Signs& signs) const {
    const auto parts = named_by(step);
    const bool open = step.at("open").get<bool>();
    const auto rule = step.at("rule").get<std::string>();
    const auto* wording = titles_.entry("steps", rule);
    auto phrase = open ? text_at(wording, "open", signs.language) : "";
    auto told = text;
    if (open && phrase.empty() && rule != "level-open") {
      if (!told.ends_with(signs.undecided)) return false;
      told.resize(told.size() - signs.undecided.size());
    }
    if (phrase.empty()) phrase = text_at(wording, "title", signs.language);
    if (phrase.empty()) return lists(parts, step, told, signs);
    // Somebody under a heading is told by name.
    auto unknown = of_others;
    if (parts.contains("or-under")) unknown.insert("stakeholder");
    return fits(filled(phrase, parts, unknown, true, signs), parts, told, signs) ||
           fits(filled(phrase, parts, unknown, false, signs), parts, told, signs);
  }

  /// With "\1part\1" for what only others know, if they are `there`.
  std::string filled(const std::string& phrase, const Parts& parts, const Texts& unknown, bool there,
                     const Signs& signs) const {
    std::string sentence;
    for (std::size_t at = 0; at < phrase.size();) {
      const bool optional = phrase[at] == '[';
      const auto end = std::min(phrase.find(optional ? ']' : '[', at), phrase.size());
      const auto piece = optional ? phrase.substr(at + 1, end - at - 1) : phrase.substr(at, end - at);
      at = optional ? end + 1 : end;
      std::string told;
      bool complete = true;
      std::size_t from = 0;
      for (auto part = piece.find('{'); part != std::string::npos; part = piece.find('{', from)) {
        const auto close = piece.find('}', part);
        const auto of = piece.substr(part + 1, close - part - 1);
        told += piece.substr(from, part - from);
        from = close + 1;
        if (unknown.contains(of)) {
          told += '\1' + of + '\1';
          complete = complete && (there || !optional);
        } else if (parts.contains(of)) {
          told += names(parts, of, signs);
        } else {
          complete = false;
        }
      }
      told += piece.substr(from);
      if (complete || !optional) sentence += told;
    }
    return sentence;
  }

  /// Whether it is that sentence, whatever of its kind stands where only others know it.
  bool fits(std::string sentence, const Parts& parts, const std::string& told, const Signs& signs) const {
    std::size_t from = 0;
    return fits_from(sentence, from, parts, told, 0, signs);
  }

  bool fits_from(const std::string& sentence, std::size_t from, const Parts& parts, const std::string& told,
                 std::size_t at, const Signs& signs) const {
    const auto mark = sentence.find('\1', from);
    if (mark == std::string::npos) return told.compare(at, std::string::npos, sentence, from, std::string::npos) == 0;
    const auto literal = sentence.substr(from, mark - from);
    if (told.compare(at, literal.size(), literal) != 0) return false;
    at += literal.size();
    const auto close = sentence.find('\1', mark + 1);
    const auto part = sentence.substr(mark + 1, close - mark - 1);
    for (auto end = told.size(); end > at; --end) {
      if (fits_from(sentence, close + 1, parts, told, end, signs) &&
          may_stand(part, told.substr(at, end - at), parts, signs))
        return true;
    }
    return false;
  }

  bool may_stand(const std::string& part, const std::string& told, const Parts& parts, const Signs& signs) const {
    if (part == "answer") return true;
    if (part == "value") return tells_value(parts.at("value").front(), told);
    const auto names_of = [&](const std::string& section, const std::string& as) -> const Texts& {
      const auto [known, added] = known_names_.try_emplace({section, signs.language});
      auto& names = known->second;
      if (!added) return names;
      for (const auto& [key, entry] : titles_.entries) {
        if (key.first == section) names.insert(name(parts, as, key.second, signs));
      }
      return names;
    };
    if (part != "with") return names_of("stakeholders", "stakeholder").contains(told);
    const auto& all = parts.contains("measure") ? names_of("measures", "measure") : names_of("controls", "control");
    return std::ranges::any_of(all, [&](const std::string& name) {
      return told == name || (told.starts_with(name + signs.comma) &&
                              may_stand(part, told.substr(name.size() + signs.comma.size()), parts, signs));
    });
  }

  /// Every number of it, in its order.
  static bool tells_value(const std::string& value, const std::string& told) {
    static const std::regex number(R"([0-9]+)");
    std::size_t at = 0;
    for (std::sregex_iterator part(value.begin(), value.end(), number), end; part != end; ++part) {
      at = told.find(part->str(), at);
      if (at == std::string::npos) return false;
      at += part->str().size();
    }
    return true;
  }

  /// What is told without a sentence: "rule (part: name, part: name)".
  bool lists(const Parts& parts, const Json& step, const std::string& told, const Signs& signs) const {
    const auto rule = step.at("rule").get<std::string>();
    if (told == rule) return step.at("conclusion").size() == 1;  // the service as a whole, where there are no assets
    const auto opening = rule + signs.opening;
    if (!told.starts_with(opening) || !told.ends_with(signs.closing)) return false;
    const auto inside = told.substr(opening.size(), told.size() - opening.size() - signs.closing.size());
    const std::regex label("(^|" + signs.comma + ")([a-z-]+)" + signs.colon);
    std::vector<std::pair<std::string, std::string>> listed;
    std::size_t from = 0;
    for (std::sregex_iterator at(inside.begin(), inside.end(), label), end; at != end; ++at) {
      const auto start = static_cast<std::size_t>(at->position());
      if (!listed.empty()) listed.back().second = inside.substr(from, start - from);
      listed.emplace_back((*at)[2].str(), "");
      from = start + static_cast<std::size_t>(at->length());
    }
    if (listed.empty()) return false;
    listed.back().second = inside.substr(from);
    Texts seen;
    for (const auto& [part, name] : listed) {
      if (!seen.insert(part).second) return false;
      const bool somebody = of_others.contains(part) || (part == "stakeholder" && parts.contains("or-under"));
      const bool right =
          somebody ? may_stand(part, name, parts, signs) : parts.contains(part) && name == names(parts, part, signs);
      if (!right) return false;
    }
    if (rule == "requires") return seen == Texts{"by", "needed"};
    // Which of its natures is asked about.
    if (step.at("conclusion").contains("within") && !seen.contains("nature")) return false;
    return std::ranges::all_of(told_always, [&](const std::string& part) {
      return !step.at("conclusion").contains(part) || seen.contains(part);
    });
  }

  const Json& explanation_;
  Titles titles_;
  std::map<long, Json> conclusions_;
  std::map<std::string, const SecondService*> services_;
  mutable std::map<std::pair<std::string, std::string>, Texts> known_names_;  ///< by section and language
};

}  // namespace

Texts wrong_words(const Json& explanation, const PrintedFiles& files, const SecondPortfolio& portfolio) {
  try {
    return Words(explanation, files, portfolio).wrong();
  } catch (const std::exception& what) {
    return {what.what()};
  }
}

}  // namespace michibiki::testing
