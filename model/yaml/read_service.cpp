#include "model/yaml/read_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/text.hpp"
#include "model/yaml/fields.hpp"
#include "model/yaml/parse.hpp"
#include "model/yaml/read_instances.hpp"
#include "model/yaml/read_promises.hpp"
#include "model/yaml/settle.hpp"

namespace michibiki {
namespace {

/// What a service says of itself needs no basis: its owner says so.
const Scope own_words{Basis{BasisKind::stated, {}, {}, 0, {}, {}, {}, {}, {}}, {}, false};

/// A derivation takes up to half a megabyte for each component; who lists more than this lists many of a kind, which differ in nothing.
constexpr std::size_t most_components = 2000;

class ServiceReader {
 public:
  ServiceReader(const Catalog& catalog, std::vector<Diagnostic>& diagnostics)
      : catalog_(catalog), diagnostics_(diagnostics), context_(catalog, facts_, diagnostics) {
    context_.refuses_withdrawn = true;
  }

  Portfolio read(const Node& root) {
    Portfolio portfolio;
    if (root.find("services") == nullptr) {
      portfolio.services.push_back(read_one(root, nullptr));
      portfolio.code = portfolio.services.front().code;
      portfolio.title = portfolio.services.front().title;
      check_size(portfolio, root);
      return portfolio;
    }
    Fields fields(context_, root, own_words, "this portfolio", Fields::Own::no_basis);
    portfolio.code = id(fields);
    portfolio.title = fields.bilingual("title");
    Instances shared(context_);
    for (const auto& item : fields.statements("shared")) shared.read(*item.value, own_words);
    shared.check_parents();
    for (const auto* node : fields.list("services")) portfolio.services.push_back(read_one(*node, &shared));
    fields.finish();
    portfolio.shared = shared.take();
    check_services(portfolio, root);
    std::ranges::sort(portfolio.services, {}, &Service::code);  // the order of input is no statement
    warn_of_unused(portfolio, shared);
    check_size(portfolio, root);
    return portfolio;
  }

 private:
  std::string id(Fields& fields) {
    const auto* node = fields.require("id");
    return node == nullptr ? std::string() : id_of(context_, *node, "`id`");
  }

  Service read_one(const Node& node, const Instances* shared) {
    Fields fields(context_, node, own_words, "this service", Fields::Own::no_basis);
    Service service;
    service.location = node.at;
    service.requires_at = node.at;
    for (const auto* key : {"type", "answers", "levels"}) {
      if (const auto* said = node.is_mapping() ? node.find(key) : nullptr) service.requires_at = said->at;
    }
    service.code = id(fields);
    service.title = fields.bilingual("title");
    service.type = fields.reference<ServiceType>("type", Want::item);
    service.system_case = fields.reference<SystemCase>("case", Want::item);
    read_answers(fields, service);
    read_levels(fields, service);
    const auto components = read_components(fields, service, shared);
    for (const auto& item : fields.statements("accepted")) read_acceptance(*item.value, service, components);
    service.promises = read_promises(context_, fields);
    fields.finish();
    check_pattern(node, service);
    return service;
  }

  void read_answers(Fields& fields, Service& service) {
    const auto answers = fields.mapping("answers", "questions to `true` or `false`");
    if (!answers) return;
    for (const auto& [key, key_at, value] : answers->value->entries) {
      const auto question = context_.resolve_as<Question>(make_scalar(key, key_at), Want::item);
      const auto answer = value.is_null() ? std::nullopt : truth_of(context_, value, "the answer to " + quote(key));
      if (question && answer) service.answers[*question] = {*answer, key_at};
    }
  }

  void read_levels(Fields& fields, Service& service) {
    const auto levels = fields.mapping("levels", "properties to levels");
    if (!levels) return;
    for (const auto& [key, key_at, value] : levels->value->entries) {
      const auto property = context_.resolve_as<Property>(make_scalar(key, key_at), Want::item);
      const auto level = context_.resolve_as<Level>(value, Want::item);
      if (!property || !level) continue;
      const auto& scale = catalog_.properties[*property].levels;
      if (std::ranges::find(scale, *level) == scale.end()) {
        std::string allowed;
        for (const auto id : scale) allowed += (allowed.empty() ? "" : ", ") + catalog_.levels[id].code;
        context_.error(DiagnosticKind::outside_lattice, value.at,
                       quote(value.text) + " is not a level of " + quote(key) + "; " +
                           (allowed.empty() ? "it has none" : "its levels are " + allowed));
        continue;
      }
      service.levels[*property] = {*level, key_at};
    }
  }

  /// What a service is made of, known or not: then nobody complains that something is not among it.
  struct Components {
    std::set<std::string> codes;
    bool complete = true;
  };

  Components read_components(Fields& fields, Service& service, const Instances* shared) {
    Components components;
    components.complete = service.system_case || fields.find("case") == nullptr;
    Instances own(context_);
    if (service.system_case) own.add(catalog_.system_cases[*service.system_case].instances);
    const auto* listed = fields.find("instances");
    if (listed != nullptr && fields.find("case") != nullptr) {
      context_.error(
          DiagnosticKind::invalid_value, listed->at,
          "both `case` and `instances`; take the case and change it by `with` and `without`, or list all instances");
      own = Instances(context_);
    }
    for (const auto& item : fields.statements("instances")) own.read(*item.value, own_words);
    own.remove(fields.list("without"), components.complete);
    for (const auto& item : fields.statements("with")) own.read(*item.value, own_words);
    for (const auto* node : fields.list("uses")) read_use(*node, service, own, shared);

    std::set<std::string> used(service.uses.begin(), service.uses.end());
    if (components.complete) own.check_parents(used);
    const bool nothing =
        own.empty() && fields.list("uses").empty() && fields.list("instances").empty() && fields.list("with").empty();
    if (nothing && components.complete && !catalog_.components.empty() && fields.node().is_mapping()) {
      const auto name = service.code.empty() ? std::string("this service") : "service " + quote(service.code);
      const auto typical = service.type ? catalog_.service_types[*service.type].system_case : std::nullopt;
      context_.error(DiagnosticKind::missing_key, fields.node().at,
                     name + " has no components; give it a `case` or `instances`",
                     typical ? "typical of its type is `case: " + catalog_.system_cases[typical->value].code + '`'
                             : std::string());
    }
    const auto codes = own.codes();
    components.codes = std::move(used);
    components.codes.insert(codes.begin(), codes.end());
    components.complete = components.complete && !own.broken();
    service.instances = own.take();
    return components;
  }

  void read_use(const Node& node, Service& service, const Instances& own, const Instances* shared) {
    const auto code = id_of(context_, node, "`uses`");
    if (code.empty()) return;
    if (shared == nullptr || !shared->has(code)) {
      if (shared != nullptr && shared->broken(code)) return;
      context_.error(DiagnosticKind::unknown_id, node.at,
                     quote(code) + " is no shared component; a portfolio lists those under `shared`",
                     shared == nullptr ? std::string()
                                       : context_.guesses.hint(code, shared->size(), [&] { return shared->codes(); }));
    } else if (own.has(code)) {
      context_.error(DiagnosticKind::duplicate_id, node.at,
                     "component " + quote(code) + " is both shared and the service's own; give one of them another " +
                         "`id`, or take the own one away by `without`");
    } else if (std::ranges::find(service.uses, code) != service.uses.end()) {
      context_.error(DiagnosticKind::duplicate_id, node.at, quote(code) + " stands twice in `uses`; keep one");
    } else {
      service.uses.push_back(code);
    }
  }

  /// A text that must be there and say something.
  std::string said(Fields& fields, std::string_view key) {
    const auto* node = fields.require(key);
    auto text = fields.text(key);
    if (node != nullptr && node->is_scalar() && text.empty()) report_empty(*node, key);
    return text;
  }

  void report_empty(const Node& node, std::string_view key) {
    context_.error(DiagnosticKind::invalid_value, node.at,
                   '`' + std::string(key) + "` is empty; what is accepted needs a reason, a name and a date");
  }

  void read_acceptance(const Node& node, Service& service, const Components& components) {
    Fields fields(context_, node, own_words, "this acceptance", Fields::Own::no_basis);
    Acceptance acceptance;
    acceptance.location = node.at;
    if (!catalog_.assets.empty()) fields.require("asset");
    fields.require("threat");
    acceptance.asset = fields.reference<Asset>("asset", Want::item);
    const auto threat = fields.reference<Threat>("threat", Want::item);
    acceptance.property = fields.reference<Property>("property", Want::item);
    if (const auto* instance = fields.find("instance")) {
      acceptance.instance = id_of(context_, *instance, "`instance`");
      if (components.complete && !acceptance.instance->empty() && !components.codes.contains(*acceptance.instance)) {
        context_.error(DiagnosticKind::unknown_id, instance->at,
                       quote(*acceptance.instance) + " is not among the components of this service",
                       context_.guesses.hint(*acceptance.instance, components.codes.size(), [&] {
                         return std::vector<std::string>(components.codes.begin(), components.codes.end());
                       }));
      }
    }
    const auto* reason = fields.require("reason");
    acceptance.reason = fields.bilingual("reason");
    if (reason != nullptr && reason->is_scalar() && acceptance.reason.empty()) report_empty(*reason, "reason");
    acceptance.by = said(fields, "by");
    acceptance.on = date_of(context_, fields.require("on"), "`on`");
    fields.finish();
    if (!threat) return;
    acceptance.threat = *threat;
    service.accepted.push_back(std::move(acceptance));
  }

  /// Levels given outright must be a point of the lattice.
  void check_pattern(const Node& node, const Service& service) {
    if (service.levels.empty() || catalog_.patterns.empty()) return;
    const bool possible = std::any_of(catalog_.patterns.begin(), catalog_.patterns.end(), [&](const Pattern& pattern) {
      return !catalog_.fact(pattern.fact).withdrawn &&
             std::all_of(service.levels.begin(), service.levels.end(), [&](const auto& level) {
               const auto wanted = pattern.levels.find(level.first);
               return wanted == pattern.levels.end() || wanted->second.value == level.second.value;
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
    std::map<std::string, const Service*> first;
    for (const auto& service : portfolio.services) {
      if (service.code.empty()) continue;
      const auto [other, added] = first.emplace(service.code, &service);
      if (added) continue;
      context_.error_with(DiagnosticKind::duplicate_id, service.location,
                          "service " + quote(service.code) + " stands twice; give each its own `id`",
                          {other->second->location, "first here"});
    }
  }

  void check_size(const Portfolio& portfolio, const Node& root) {
    auto components = portfolio.shared.size();
    for (const auto& service : portfolio.services) components += service.instances.size();
    if (components <= most_components) return;
    context_.error(DiagnosticKind::too_large, root.at,
                   "these are " + std::to_string(components) + " components; at most " +
                       std::to_string(most_components) + " are derived at once",
                   "components of one type with one operator have the same exposures: list one for all of them");
  }

  /// A shared component that no service uses is part of nothing that is derived.
  void warn_of_unused(const Portfolio& portfolio, const Instances& shared) {
    if (has_errors(diagnostics_)) return;  // a misspelt `uses` would be told twice
    for (const auto& instance : portfolio.shared) {
      const bool used = std::ranges::any_of(portfolio.services, [&](const Service& service) {
        return std::ranges::find(service.uses, instance.code) != service.uses.end();
      });
      if (used) continue;
      auto warning = make_error(DiagnosticKind::invalid_value, shared.place_of(instance.code),
                                "no service uses the shared component " + quote(instance.code) +
                                    "; nothing is derived for it; list it under `uses` of those that do");
      warning.severity = Severity::warning;
      diagnostics_.push_back(std::move(warning));
    }
  }

  const Catalog& catalog_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Fact> facts_;
  Context context_;
};

}  // namespace

ServiceReading read_service(const Catalog& catalog, const std::string& text, const std::string& name) {
  ServiceReading reading;
  auto parsed = parse_yaml(text, make_file_name(name));
  reading.diagnostics = std::move(parsed.diagnostics);
  std::optional<Portfolio> portfolio;
  if (parsed.root && parsed.root->is_mapping()) {
    portfolio = ServiceReader(catalog, reading.diagnostics).read(*parsed.root);
  } else if (parsed.root && !parsed.root->refused) {
    reading.diagnostics.push_back(make_error(DiagnosticKind::wrong_type, parsed.root->at,
                                             "this service file is " + std::string(describe(parsed.root->kind)) +
                                                 "; write a mapping with `id`, `type` and `case`"));
  }
  settle(reading.diagnostics);
  if (portfolio && !has_errors(reading.diagnostics)) reading.portfolio = std::move(portfolio);
  return reading;
}

}  // namespace michibiki
