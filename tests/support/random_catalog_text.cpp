#include <algorithm>
#include <random>

#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {
namespace {

/// Puts things into another order; the order given when the seed is 0.
class Shuffler {
 public:
  explicit Shuffler(unsigned seed) : seed_(seed), random_(seed) {}

  template <typename T>
  std::vector<T> operator()(std::vector<T> items) {
    if (seed_ != 0) std::shuffle(items.begin(), items.end(), random_);
    return items;
  }

 private:
  unsigned seed_;
  std::mt19937 random_;
};

class Printer {
 public:
  Printer(const RandomCatalog& catalog, unsigned seed) : catalog_(catalog), shuffled_(seed) {}

  NamedText things() {
    Strings properties;
    Strings levels;
    Strings patterns;
    std::string scale;
    for (std::size_t i = 0; i < catalog_.patterns; ++i) {
      const auto number = std::to_string(i);
      levels.push_back("{id: h" + number + '}');
      patterns.push_back("{id: y" + number + ", levels: {p0: h" + number + "}}");
      scale += (i == 0 ? ", levels: [h" : ", h") + number;
    }
    if (!scale.empty()) scale += ']';
    for (std::size_t i = 0; i < catalog_.properties; ++i)
      properties.push_back("{id: p" + std::to_string(i) + (i == 0 ? scale : "") + '}');
    return file("things", "",
                {section("levels", levels), section("properties", properties), section("patterns", patterns),
                 section("natures", natures()), section("mechanisms", mechanisms()),
                 section("components", components()), section("assets", assets())});
  }
  NamedText threats() {
    return file("threats", "things",
                {section("threats", threat_entries()), section("vulnerabilities", vulnerabilities())});
  }
  NamedText answers() {
    return file(
        "answers", "threats",
        {section("controls", answering("k", catalog_.controls)), section("measures", answering("g", catalog_.measures)),
         section("stakeholders", stakeholders()), section("exclusions", exclusions()), section("links", links())});
  }
  std::vector<NamedText> all() { return shuffled_(std::vector{things(), threats(), answers()}); }

 private:
  static NamedText file(const std::string& id, const std::string& depends_on, const Strings& sections) {
    std::string text;
    for (const auto& section : sections) text += section;
    return catalog_text(text, id, depends_on);
  }

  std::string section(const std::string& name, const Strings& entries) {
    if (entries.empty()) return {};
    auto text = name + ":\n";
    for (const auto& entry : shuffled_(entries)) text += "  - " + entry + '\n';
    return text;
  }

  /// `, key: [x0, x2]`, nothing for an empty list.
  std::string list(const std::string& key, const std::string& letter, const Indices& items) {
    return items.empty() ? "" : ordered_list(key, letter, shuffled_(items));
  }
  static std::string ordered_list(const std::string& key, const std::string& letter, const Indices& items) {
    if (items.empty()) return {};
    std::string text;
    for (const auto item : items) text += (text.empty() ? "" : ", ") + letter + std::to_string(item);
    return ", " + key + ": [" + text + ']';
  }
  static std::string basis(BasisKind kind) {
    if (kind == BasisKind::stated) return {};
    return kind == BasisKind::judgement ? ", basis: {judgement: ours}" : ", basis: unverified";
  }
  static std::string head(const std::string& letter, std::size_t i, const RandomCatalog::Entry& entry) {
    auto text = "{id: " + letter + std::to_string(i);
    if (entry.parent) text += ", parent: " + letter + std::to_string(*entry.parent);
    return text + basis(entry.basis);
  }

  /// One line per entry: its head and what `rest` says of it.
  template <typename T, typename Rest>
  Strings entries(const std::string& letter, const std::vector<T>& all, Rest rest) {
    Strings lines;
    for (std::size_t i = 0; i < all.size(); ++i) lines.push_back(head(letter, i, all[i]) + rest(all[i]) + '}');
    return lines;
  }
  template <typename T>
  Strings plain(const std::string& letter, const std::vector<T>& all) {
    return entries(letter, all, [](const T&) { return std::string(); });
  }

  Strings answering(const std::string& letter, const std::vector<RandomCatalog::Answering>& all) {
    return entries(letter, all, [&](const RandomCatalog::Answering& entry) {
      const std::string heading = entry.group ? ", group: true" : "";
      if (entry.patterns.empty()) return heading;
      const auto named = list("patterns", "y", entry.patterns).substr(std::string(", patterns: ").size());
      return heading + ", patterns: {is: " + named + basis(entry.called) + '}';
    });
  }

  Strings natures() { return plain("n", catalog_.natures); }
  Strings mechanisms() {
    return entries("m", catalog_.mechanisms, [&](const RandomCatalog::Mechanism& mechanism) {
      return statements("acts-on", mechanism.acts_on) + statements("spares", mechanism.spares);
    });
  }
  /// The code of such a link tells its natures in the order written, so their order stays.
  std::string statements(const std::string& key, const std::vector<RandomCatalog::Statement>& all) {
    if (all.empty()) return {};
    std::string text;
    for (const auto& statement : shuffled_(all)) {
      text += (text.empty() ? "{" : ", {") + ordered_list("natures", "n", statement.natures).substr(2) +
              ordered_list("properties", "p", statement.properties) + basis(statement.basis) + '}';
    }
    return ", " + key + ": [" + text + ']';
  }
  Strings components() {
    return entries("c", catalog_.components, [&](const RandomCatalog::Component& c) {
      return list("carries", "a", c.carries) + list("lacks", "a", c.lacks);
    });
  }
  Strings assets() {
    return entries("a", catalog_.assets,
                   [&](const RandomCatalog::Asset& a) { return list("natures", "n", a.natures); });
  }
  Strings threat_entries() {
    return entries("t", catalog_.threats, [&](const RandomCatalog::Threat& t) {
      return (t.group ? ", group: true" : "") + list("harms", "p", t.harms) + list("mechanisms", "m", t.mechanisms);
    });
  }
  Strings vulnerabilities() {
    return entries("v", catalog_.vulnerabilities, [&](const RandomCatalog::Vulnerability& v) {
      return (v.group ? ", group: true" : "") + list("assets", "a", v.assets) + list("threats", "t", v.threats);
    });
  }
  Strings stakeholders() {
    return entries("s", catalog_.stakeholders,
                   [](const RandomCatalog::Stakeholder& s) { return std::string(s.always ? ", always: true" : ""); });
  }
  Strings exclusions() {
    return entries("x", catalog_.exclusions, [&](const RandomCatalog::Exclusion& x) {
      return (x.group ? ", group: true" : "") + list("components", "c", x.components);
    });
  }
  Strings links() {
    struct Words {
      std::string kind, from, to;
    };
    static const std::vector<Words> words{{"counters", "g", "t"}, {"mitigates", "k", "t"}, {"exposes", "t", "a"},
                                          {"involves", "s", "g"}, {"requires", "g", "g"},  {"requires", "k", "k"}};
    Strings lines;
    for (std::size_t i = 0; i < catalog_.links.size(); ++i) {
      const auto& link = catalog_.links[i];
      const auto& word = words[static_cast<std::size_t>(link.kind)];
      lines.push_back("{id: l" + std::to_string(i) + ", kind: " + word.kind + list("from", word.from, link.from) +
                      list("to", word.to, link.to) + (link.any ? ", join: any" : "") +
                      list("properties", "p", link.properties) + list("natures", "n", link.natures) +
                      list("components", "c", link.components) + list("assets", "a", link.assets) +
                      list("vulnerabilities", "v", link.vulnerabilities) + basis(link.basis) + '}');
    }
    return lines;
  }

  const RandomCatalog& catalog_;
  Shuffler shuffled_;
};

}  // namespace

std::vector<NamedText> texts_of(const RandomCatalog& catalog, unsigned shuffle) {
  auto texts = Printer(catalog, shuffle).all();
  // A catalogue that says nothing is an error of its own; these may say little.
  for (auto& text : texts) {
    if (text.name == "threats.yaml" && catalog.threats.empty()) text.text += "considerations: [{id: nothing}]\n";
    if (text.name == "things.yaml") text.text += "considerations: [{id: no-things}]\n";
    if (text.name == "answers.yaml") text.text += "considerations: [{id: no-answers}]\n";
  }
  return texts;
}

std::string text_of(const RandomService& service) {
  std::string text = service.instances.empty() ? "" : "instances:\n";
  for (std::size_t i = 0; i < service.instances.size(); ++i) {
    const auto& instance = service.instances[i];
    text += "  - {id: i" + std::to_string(i) + ", type: c" + std::to_string(instance.type);
    if (instance.operated_by) text += ", operator: s" + std::to_string(*instance.operated_by);
    text += "}\n";
  }
  if (service.pattern) text += "levels: {p0: h" + std::to_string(*service.pattern) + "}\n";
  return text;
}

std::ostream& operator<<(std::ostream& stream, const RandomCatalog& catalog) {
  for (const auto& text : texts_of(catalog)) stream << "--- " << text.name << '\n' << text.text;
  return stream;
}

std::ostream& operator<<(std::ostream& stream, const RandomService& service) { return stream << text_of(service); }

}  // namespace michibiki::testing
