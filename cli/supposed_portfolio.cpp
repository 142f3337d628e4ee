#include "cli/supposed_portfolio.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "cli/level_words.hpp"
#include "cli/named_item.hpp"
#include "cli/named_statements.hpp"
#include "cli/questionnaire.hpp"
#include "engine/component_names.hpp"
#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

/// Those of that id or type, and what is part of them or of others that go.
std::set<std::string> going(const Catalog& catalog, const std::vector<Instance>& instances, const std::string& name,
                            const std::set<std::string>& others) {
  const auto type = catalog.components.find(name);
  std::set<std::string> gone;
  for (bool more = true; more;) {
    more = false;
    for (const auto& instance : instances) {
      const bool named = instance.code == name || (type && lies_under(catalog, ref(instance.type), ref(*type)));
      const bool part = instance.parent && (gone.contains(*instance.parent) || others.contains(*instance.parent));
      if ((named || part) && gone.insert(instance.code).second) more = true;
    }
  }
  return gone;
}

void remove(std::vector<Instance>& instances, const std::set<std::string>& gone, const std::string& word,
            std::size_t service, bool shared, std::vector<Supposition>& edits) {
  for (const auto& instance : instances) {
    if (gone.contains(instance.code))
      edits.push_back(
          {false, word, SupposedComponent{service, instance.code, instance.type, instance.operated_by, shared}});
  }
  std::erase_if(instances, [&](const Instance& instance) { return gone.contains(instance.code); });
}

/// "SERVICE/NAME"; of ids that have slashes themselves the longest that there is.
std::optional<NameInService> of_service(const Portfolio& portfolio, const std::string& word) {
  const auto names = names_in_services(portfolio, word);
  if (names.empty()) return std::nullopt;
  return *std::ranges::min_element(names, {}, [](const NameInService& one) { return one.name.size(); });
}

/// What stands behind "SERVICE/", be there such a service or not.
std::string behind_service(const Portfolio& portfolio, const std::string& word) {
  if (const auto of = of_service(portfolio, word)) return of->name;
  const auto slash = word.find('/');
  return slash < word.find('=') ? word.substr(slash + 1) : word;
}

/// Ids of a kind that something may be or stand for, not headings.
std::vector<std::string> items_of(const Catalog& catalog, EntryKind kind) {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < catalog.size(kind); ++i) {
    const auto& entry = catalog.entry({kind, i});
    if (!entry.group) codes.push_back(entry.code);
  }
  return codes;
}

std::string in_a_row(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// What is wrong with "LEFT=RIGHT" where no type of component stands on the right, and no property or question on the left.
std::string wrong_sides(const Catalog& catalog, const std::string& word, const std::string& left,
                        const std::string& right) {
  auto asked = items_of(catalog, EntryKind::property);
  const auto questions = items_of(catalog, EntryKind::question);
  asked.insert(asked.end(), questions.begin(), questions.end());
  const auto types = items_of(catalog, EntryKind::component);
  const bool is_value = catalog.levels.find(right).has_value() || parse_answer(right).has_value();
  const auto of_type = is_value ? std::string() : did_you_mean_hint(right, types);
  if (!of_type.empty()) return "nothing is called " + quote(right) + "; " + of_type;
  const auto of_asked = did_you_mean_hint(left, asked);
  if (!of_asked.empty()) return "nothing is called " + quote(left) + "; " + of_asked;
  if (is_value)
    return "nothing is called " + quote(left) +
           "; name a property or a question of the level criteria: " + in_a_row(asked);
  return quote(word) + " supposes nothing: neither is " + quote(left) + " a property or a question, nor " +
         quote(right) + " a type of component; their ids are in the catalogues";
}

}  // namespace

SupposedPortfolio::Edits SupposedPortfolio::wrong(const std::string& what) const {
  session_.log().error(what);
  return std::vector<Supposition>();
}

std::optional<std::pair<std::size_t, std::string>> SupposedPortfolio::in_service(const std::string& word) const {
  const auto slash = word.find('/');
  if (const auto of = of_service(portfolio_, word)) return std::pair(of->service, of->name);
  const bool of_unknown = slash < word.find('=') && !catalog_.components.find(word.substr(0, word.find('@')));
  if (of_unknown) {
    std::vector<std::string> known;
    for (const auto& service : portfolio_.services) known.push_back(service.code);
    const auto hint = did_you_mean_hint(word.substr(0, slash), known);
    wrong("--with: no service is called " + quote(word.substr(0, slash)) + (hint.empty() ? "" : "; " + hint));
    return std::nullopt;
  }
  if (portfolio_.services.size() == 1) return std::pair(std::size_t{0}, word);
  wrong("--with: there are several services; say of which with SERVICE/" + word);
  return std::nullopt;
}

std::vector<Instance> SupposedPortfolio::used_by(const Service& service) const {
  auto instances = portfolio_.shared;
  std::erase_if(instances, [&](const Instance& one) { return std::ranges::count(service.uses, one.code) == 0; });
  return instances;
}

bool SupposedPortfolio::has_component(std::size_t service, const std::string& code) const {
  return std::ranges::count(portfolio_.services[service].instances, code, &Instance::code) +
             std::ranges::count(portfolio_.shared, code, &Instance::code) !=
         0;
}

SupposedPortfolio::Edits SupposedPortfolio::remove_components(const std::string& word) {
  std::vector<Supposition> edits;
  const auto shared = going(catalog_, portfolio_.shared, word, {});
  const auto of = of_service(portfolio_, word);
  for (std::size_t s = 0; s < portfolio_.services.size(); ++s) {
    auto& service = portfolio_.services[s];
    const bool of_this = of && of->service == s;
    const auto& name = of_this ? of->name : word;
    // What others use, too, this service alone does without.
    auto unused = of_this ? going(catalog_, used_by(service), name, {}) : std::set<std::string>();
    for (const auto& instance : portfolio_.shared) {
      if (unused.contains(instance.code))
        edits.push_back({false, word, SupposedComponent{s, instance.code, instance.type, instance.operated_by, false}});
    }
    std::ranges::copy_if(shared, std::inserter(unused, unused.end()),
                         [&](const std::string& code) { return std::ranges::count(service.uses, code) != 0; });
    remove(service.instances, going(catalog_, service.instances, name, unused), word, s, false, edits);
    std::erase_if(service.uses, [&](const std::string& code) { return unused.contains(code); });
  }
  remove(portfolio_.shared, shared, word, 0, true, edits);
  return edits.empty() ? std::nullopt : Edits(std::move(edits));
}

bool SupposedPortfolio::gone_already(const std::string& word) const {
  auto given = given_;
  return SupposedPortfolio(session_, catalog_, given).remove_components(word).has_value();
}

SupposedPortfolio::Edits SupposedPortfolio::add_component(const std::string& word) {
  const auto asked = behind_service(portfolio_, word);
  const auto equals = asked.find('=');
  const auto at = asked.find('@');
  const auto begin = equals == std::string::npos ? std::size_t{0} : equals + 1;
  const auto type_asked = asked.substr(begin, at - begin);
  auto type = catalog_.components.find(type_asked);
  if (!type && equals == std::string::npos) type = catalog_.components.find(word.substr(0, word.find('@')));
  if (!type || catalog_.components[*type].group) {
    if (equals == std::string::npos) return std::nullopt;
    return wrong("--with: " + wrong_sides(catalog_, word, asked.substr(0, equals), type_asked));
  }
  const auto in = in_service(word);
  if (!in) return std::vector<Supposition>();
  Instance instance;
  instance.type = *type;
  if (equals != std::string::npos) {
    const auto id = normalise_id(in->second.substr(0, in->second.find('=')));
    if (!id.ok()) return wrong("--with: " + quote(word) + " gives no id: " + id.problem);
    instance.code = id.id;
    if (has_component(in->first, instance.code))
      return wrong("--with: there is a component " + quote(instance.code) + " already; give another id");
  } else {
    const auto& code = catalog_.components[*type].code;
    instance.code = code;
    for (int number = 2; has_component(in->first, instance.code); ++number)
      instance.code = code + '-' + std::to_string(number);
  }
  if (at != std::string::npos) {
    const auto by = named_item(session_, catalog_, EntryKind::stakeholder, "--with", asked.substr(at + 1),
                               "name one: " + in_a_row(items_of(catalog_, EntryKind::stakeholder)));
    if (!by) return std::vector<Supposition>();
    instance.operated_by = StakeholderId{by->index};
  }
  const SupposedComponent supposed{in->first, instance.code, instance.type, instance.operated_by, false};
  portfolio_.services[in->first].instances.push_back(std::move(instance));
  return std::vector<Supposition>{{true, word, supposed}};
}

SupposedPortfolio::Edits SupposedPortfolio::set_level(const std::string& word) {
  const auto both = sides_of(behind_service(portfolio_, word));
  if (!both) return std::nullopt;
  const bool level = catalog_.properties.find(both->first).has_value();
  if (!level && !catalog_.questions.find(both->first)) return std::nullopt;
  const auto in = in_service(word);
  if (!in) return std::vector<Supposition>();
  auto& service = portfolio_.services[in->first];
  if (level) {
    const auto wanted = level_in(session_, catalog_, "--with", both->first, both->second);
    if (!wanted) return std::vector<Supposition>();
    service.levels[wanted->first] = {wanted->second};
    return std::vector<Supposition>{{true, word, SupposedLevel{in->first, wanted->first, wanted->second}}};
  }
  const auto answer = answer_in(session_, catalog_, "--with", both->first, both->second);
  if (!answer) return std::vector<Supposition>();
  service.answers[answer->first] = {answer->second};
  return std::vector<Supposition>{{true, word, SupposedAnswer{in->first, answer->first, answer->second}}};
}

}  // namespace michibiki::cli
