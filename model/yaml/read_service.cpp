#include "model/yaml/read_service.hpp"

#include <algorithm>

#include "model/did_you_mean.hpp"
#include "model/text.hpp"
#include "model/yaml/fields.hpp"
#include "model/yaml/parse.hpp"
#include "model/yaml/read_entries.hpp"

namespace michibiki {
namespace {

/// What a service says of itself needs no basis: its owner says so.
const Scope own_words{Basis{BasisKind::stated, {}, {}, 0, {}, {}, {}, {}, {}}, {}, false};

class ServiceReader {
 public:
  ServiceReader(const Catalog& catalog, std::vector<Diagnostic>& diagnostics)
      : catalog_(catalog), context_(catalog, facts_, diagnostics) {}

  Portfolio read(const Node& root) {
    Portfolio portfolio;
    if (root.find("services") == nullptr) {
      portfolio.services.push_back(read_one(root, nullptr));
      portfolio.code = portfolio.services.front().code;
      portfolio.title = portfolio.services.front().title;
      return portfolio;
    }
    Fields fields(context_, root, own_words, "this portfolio");
    portfolio.code = id(fields);
    portfolio.title = fields.bilingual("title");
    portfolio.shared = read_instances(context_, fields.list("shared"), own_words);
    for (const auto* node : fields.list("services")) portfolio.services.push_back(read_one(*node, &portfolio.shared));
    fields.finish();
    check_services(portfolio, root);
    return portfolio;
  }

 private:
  std::string id(Fields& fields) {
    const auto* node = fields.require("id");
    if (node == nullptr || !node->is_scalar()) return {};
    const auto normalised = normalise_id(node->text);
    if (!normalised.ok()) context_.error(DiagnosticKind::invalid_id, node->at, normalised.problem);
    return normalised.id;
  }

  Service read_one(const Node& node, const std::vector<Instance>* shared) {
    Fields fields(context_, node, own_words, "this service");
    Service service;
    service.location = node.at;
    service.code = id(fields);
    service.title = fields.bilingual("title");
    service.type = item_reference<ServiceType>(fields, "type");
    service.system_case = fields.reference<SystemCase>("case");
    read_answers(fields, service);
    read_levels(fields, service);
    read_instances_of(fields, service, shared);
    for (const auto* item : fields.list("accepted")) read_acceptance(*item, service);
    fields.finish();
    check_pattern(node, service);
    return service;
  }

  /// A reference to an item, not to a heading.
  template <typename T>
  std::optional<Id<T>> item_reference(Fields& fields, std::string_view key) {
    const auto found = fields.reference<T>(key);
    if (found && context_.catalog.entry(ref(*found)).group) {
      std::string items;
      for (std::size_t i = 0; i < catalog_.size(T::kind); ++i) {
        const auto& entry = catalog_.entry({T::kind, i});
        if (entry.parent == found->index() && !entry.group) items += (items.empty() ? "" : ", ") + entry.code;
      }
      context_.error(DiagnosticKind::wrong_kind, fields.find(key)->at,
                     quote(catalog_.entry(ref(*found)).code) + " is a heading; name one of the entries under it",
                     items.empty() ? std::string() : "one of: " + items);
      return std::nullopt;
    }
    return found;
  }

  void read_answers(Fields& fields, Service& service) {
    const auto* answers = fields.find("answers");
    if (answers == nullptr) return;
    if (!answers->is_mapping() && !answers->refused) {
      context_.error(DiagnosticKind::wrong_type, answers->at,
                     "`answers` is no mapping; write `question: true` or `question: false`");
    }
    for (const auto& [key, key_at, value] : answers->entries) {
      const auto question = context_.resolve_as<Question>(make_scalar(key, key_at));
      const auto answer = value.is_null() ? std::nullopt : truth_of(context_, value, "the answer to " + quote(key));
      if (question && answer) service.answers[*question] = *answer;
    }
  }

  void read_levels(Fields& fields, Service& service) {
    const auto* levels = fields.find("levels");
    if (levels == nullptr) return;
    if (!levels->is_mapping() && !levels->refused) {
      context_.error(DiagnosticKind::wrong_type, levels->at, "`levels` is no mapping; write `property: level`");
    }
    for (const auto& [key, key_at, value] : levels->entries) {
      const auto property = context_.resolve_as<Property>(make_scalar(key, key_at));
      const auto level = context_.resolve_as<Level>(value);
      if (!property || !level) continue;
      const auto& scale = catalog_.properties[*property].levels;
      if (std::ranges::find(scale, *level) == scale.end()) {
        std::string allowed;
        for (const auto id : scale) allowed += (allowed.empty() ? "" : ", ") + catalog_.levels[id].code;
        context_.error(DiagnosticKind::outside_lattice, value.at,
                       quote(value.text) + " is not a level of " + quote(key) + "; its levels are " + allowed);
        continue;
      }
      service.levels[*property] = *level;
    }
  }

  void read_instances_of(Fields& fields, Service& service, const std::vector<Instance>* shared) {
    if (service.system_case) service.instances = catalog_.system_cases[*service.system_case].instances;
    if (fields.find("instances") != nullptr) {
      if (service.system_case) {
        context_.error(
            DiagnosticKind::invalid_value, fields.find("instances")->at,
            "both `case` and `instances`; take the case and change it by `with` and `without`, or list all instances");
      }
      service.instances = read_instances(context_, fields.list("instances"), own_words);
    }
    for (const auto* node : fields.list("without")) remove_instance(*node, service);
    for (auto& instance : read_instances(context_, fields.list("with"), own_words)) {
      if (has(service.instances, instance.code)) {
        context_.error(
            DiagnosticKind::duplicate_id, fields.find("with")->at,
            "component " + quote(instance.code) + " is in the service already; give the new one its own `id`");
        continue;
      }
      service.instances.push_back(std::move(instance));
    }
    for (const auto* node : fields.list("uses")) {
      const auto code = text_of(context_, *node, "`uses`");
      if (shared == nullptr || !has(*shared, code)) {
        context_.error(DiagnosticKind::unknown_id, node->at,
                       quote(code) + " is no shared component; a portfolio lists those under `shared`",
                       shared == nullptr ? std::string() : did_you_mean_hint(code, codes(*shared)));
        continue;
      }
      service.uses.push_back(code);
    }
    if (service.instances.empty() && service.uses.empty() && !catalog_.components.empty()) {
      context_.error(DiagnosticKind::missing_key, fields.node().at,
                     "service " + quote(service.code) + " has no components; give it a `case` or `instances`");
    }
  }

  /// `without` names an instance, or a component type: then all instances of the type go.
  void remove_instance(const Node& node, Service& service) {
    const auto code = text_of(context_, node, "`without`");
    const auto normalised = normalise_id(code);
    const auto before = service.instances.size();
    std::erase_if(service.instances, [&](const Instance& instance) {
      return instance.code == normalised.id || (instance.parent && *instance.parent == normalised.id) ||
             catalog_.components[instance.type].code == normalised.id;
    });
    if (service.instances.size() != before) return;
    context_.error(DiagnosticKind::unknown_id, node.at, quote(code) + " is not among the components of this service",
                   did_you_mean_hint(code, codes(service.instances)));
  }

  void read_acceptance(const Node& node, Service& service) {
    Fields fields(context_, node, own_words, "this acceptance");
    Acceptance acceptance;
    acceptance.location = node.at;
    fields.require("asset");
    fields.require("threat");
    const auto asset = fields.reference<Asset>("asset");
    const auto threat = fields.reference<Threat>("threat");
    acceptance.property = fields.reference<Property>("property");
    if (const auto instance = fields.text("instance"); !instance.empty()) acceptance.instance = instance;
    fields.require("reason");
    acceptance.reason = fields.bilingual("reason");
    fields.require("by");
    acceptance.by = fields.text("by");
    fields.require("on");
    acceptance.on = fields.text("on");
    fields.finish();
    if (!asset || !threat) return;
    acceptance.asset = *asset;
    acceptance.threat = *threat;
    service.accepted.push_back(std::move(acceptance));
  }

  /// Levels given outright must be a point of the lattice.
  void check_pattern(const Node& node, const Service& service) {
    if (service.levels.empty() || catalog_.patterns.empty()) return;
    const bool possible = std::any_of(catalog_.patterns.begin(), catalog_.patterns.end(), [&](const Pattern& pattern) {
      return std::all_of(service.levels.begin(), service.levels.end(), [&](const auto& level) {
        const auto wanted = pattern.levels.find(level.first);
        return wanted == pattern.levels.end() || wanted->second == level.second;
      });
    });
    if (!possible) {
      context_.error(DiagnosticKind::outside_lattice, node.find("levels")->at,
                     "no pattern has these levels; the lattice is listed under `patterns`");
    }
  }

  void check_services(const Portfolio& portfolio, const Node& root) {
    if (portfolio.services.empty()) {
      context_.error(DiagnosticKind::missing_key, root.at, "this portfolio has no services");
    }
    for (std::size_t i = 0; i < portfolio.services.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (portfolio.services[i].code != portfolio.services[j].code) continue;
        context_.error_with(DiagnosticKind::duplicate_id, portfolio.services[i].location,
                            "service " + quote(portfolio.services[i].code) + " stands twice; give each its own `id`",
                            {portfolio.services[j].location, "first here"});
      }
    }
  }

  static bool has(const std::vector<Instance>& instances, const std::string& code) {
    return std::ranges::any_of(instances, [&](const Instance& instance) { return instance.code == code; });
  }
  static std::vector<std::string> codes(const std::vector<Instance>& instances) {
    std::vector<std::string> all;
    for (const auto& instance : instances) all.push_back(instance.code);
    return all;
  }

  const Catalog& catalog_;
  std::vector<Fact> facts_;
  Context context_;
};

}  // namespace

ServiceReading read_service(const Catalog& catalog, const std::string& text, const std::string& name) {
  ServiceReading reading;
  auto parsed = parse_yaml(text, make_file_name(name));
  reading.diagnostics = std::move(parsed.diagnostics);
  if (parsed.root) {
    if (parsed.root->is_mapping()) {
      auto portfolio = ServiceReader(catalog, reading.diagnostics).read(*parsed.root);
      sort_and_deduplicate(reading.diagnostics);
      if (!has_errors(reading.diagnostics)) reading.portfolio = std::move(portfolio);
    } else if (!parsed.root->refused) {
      reading.diagnostics.push_back(make_error(DiagnosticKind::wrong_type, parsed.root->at,
                                               "this service file is " + std::string(describe(parsed.root->kind)) +
                                                   "; write a mapping with `id`, `type` and `case`"));
    }
  }
  sort_and_deduplicate(reading.diagnostics);
  return reading;
}

}  // namespace michibiki
