#include "model/yaml/read_layer.hpp"

#include <algorithm>
#include <array>

#include "model/sha256.hpp"
#include "model/text.hpp"
#include "model/yaml/fields.hpp"
#include "model/yaml/parse.hpp"

namespace michibiki {
namespace {

constexpr std::string_view schema_version = "1";

/// Sections that are neither entries nor about the file itself.
constexpr std::array<std::string_view, 3> rule_sections{"links", "level-criteria", "placement"};

std::vector<std::string> all_sections() {
  std::vector<std::string> sections{"basis", "catalog", "edits", "figures"};
  sections.insert(sections.end(), rule_sections.begin(), rule_sections.end());
  for (std::size_t i = 0; i < entry_kind_count; ++i) sections.emplace_back(section_of(static_cast<EntryKind>(i)));
  return sections;
}

class LayerReader {
 public:
  explicit LayerReader(std::vector<Diagnostic>& diagnostics)
      : context_(nothing_, facts_, diagnostics), diagnostics_(diagnostics) {
    context_.knows_sources = false;
  }

  LayerReading read(const std::vector<CatalogFile>& files) {
    std::vector<Node> roots;
    for (const auto& file : files) {
      auto parsed = parse_yaml(file.text, make_file_name(file.name));
      diagnostics_.insert(diagnostics_.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
      if (parsed.root) roots.push_back(std::move(*parsed.root));
    }
    for (const auto& root : roots) read_manifest(root);
    if (!manifest_found_) {
      if (roots.size() == files.size()) {
        context_.error(
            DiagnosticKind::missing_manifest, {make_file_name(files.empty() ? "" : files.front().name), 1, 1},
            "no file of this catalogue has the section `catalog`; it says the catalogue's id, version and sources");
      }
      return {};
    }
    for (const auto& root : roots) read_sections(root);
    if (layer_.records.empty() && layer_.edits.empty() && reading_.figures.empty() && roots.size() == files.size()) {
      context_.error(
          DiagnosticKind::empty_catalog, layer_.at,
          "catalogue " + quote(layer_.info.code) + " says nothing; give it at least one entry, link or edit");
    }
    reading_.layer = std::move(layer_);
    return std::move(reading_);
  }

 private:
  void read_manifest(const Node& root) {
    const auto* node = root.find("catalog");
    if (node == nullptr) return;
    if (manifest_found_) {
      context_.error_with(DiagnosticKind::duplicate_manifest, node->at,
                          "a second section `catalog`; one catalogue has one", {layer_.at, "the first one"});
      return;
    }
    manifest_found_ = true;
    layer_.at = node->at;
    if (const auto* basis = root.find("basis")) manifest_basis_ = std::make_shared<const Node>(*basis);
    Fields fields(context_, *node, {Basis{}, {}, false}, "this manifest");
    if (const auto* schema = fields.require("schema"); schema != nullptr && schema->text != schema_version) {
      context_.error(
          DiagnosticKind::unsupported_schema, schema->at,
          "schema is " + to_line(*schema, 20) + "; this program reads schema " + std::string(schema_version));
    }
    layer_.info.code = required_id(fields);
    fields.require("version");
    layer_.info.version = fields.text("version");
    fields.require("released");
    layer_.info.released = fields.text("released");
    layer_.info.licence = fields.text("licence");
    layer_.info.title = fields.bilingual("title");
    if (const auto kind = fields.text("kind"); kind == "figures") {
      reading_.kind = CatalogKind::figures;
    } else if (!kind.empty() && kind != "catalog") {
      context_.error(DiagnosticKind::invalid_value, fields.find("kind")->at,
                     "`kind` is " + quote(kind) + "; write `catalog` or `figures`");
    }
    for (const auto* item : fields.list("depends-on"))
      layer_.info.depends_on.push_back(text_of(context_, *item, "`depends-on`"));
    for (const auto* item : fields.list("sources")) read_source(*item);
    fields.finish();
  }

  std::string required_id(Fields& fields) {
    const auto* node = fields.require("id");
    if (node == nullptr) return {};
    const auto id = normalise_id(text_of(context_, *node, "`id`"));
    if (!id.ok() && node->is_scalar()) context_.error(DiagnosticKind::invalid_id, node->at, id.problem);
    return id.id;
  }

  void read_source(const Node& node) {
    Fields fields(context_, node, {Basis{}, {}, false}, "this source");
    Source source{required_id(fields), fields.bilingual("title"), fields.text("published"), fields.text("where")};
    fields.finish();
    layer_.sources.push_back(std::move(source));
  }

  void read_sections(const Node& root) {
    if (root.is_null()) return;
    if (!root.is_mapping()) {
      if (!root.refused) {
        context_.error(
            DiagnosticKind::wrong_type, root.at,
            "this file is " + std::string(describe(root.kind)) + "; write a mapping from sections to their entries");
      }
      return;
    }
    const auto* basis = root.find("basis");
    const auto default_basis = basis != nullptr ? std::make_shared<const Node>(*basis) : manifest_basis_;
    Fields fields(context_, root, {Basis{}, {}, false}, "this file");
    for (const auto& section : all_sections()) {
      if (section == "basis" || section == "catalog") {
        fields.find(section);
      } else if (section == "edits") {
        for (const auto* item : list_of(fields, section)) read_edit(*item);
      } else if (section == "figures") {
        read_figures(fields, default_basis);
      }
    }
    // Records keep the order of the file, whatever the order of its sections.
    for (const auto& entry : root.entries) {
      const bool is_rule = std::ranges::find(rule_sections, entry.key) != rule_sections.end();
      if (!is_rule && !entry_kind_of_section(entry.key)) continue;
      for (const auto* item : list_of(fields, entry.key)) read_record(entry.key, *item, default_basis);
    }
    for (const auto& section : all_sections()) fields.find(section);
    fields.finish();
  }

  std::vector<const Node*> list_of(Fields& fields, const std::string& section) {
    const auto* node = fields.find(section);
    if (node != nullptr && !node->is_sequence() && !node->refused) {
      context_.error(DiagnosticKind::wrong_type, node->at,
                     "section `" + section + "` is " + std::string(describe(node->kind)) + "; write a list");
      return {};
    }
    return fields.list(section);
  }

  void read_figures(Fields& fields, const std::shared_ptr<const Node>& default_basis) {
    const auto* node = fields.find("figures");
    if (node == nullptr) return;
    if (reading_.kind != CatalogKind::figures) {
      context_.error(DiagnosticKind::wrong_catalog_kind, node->at,
                     "published figures stand in a catalogue of `kind: figures`, so that no derivation reads them");
      return;
    }
    for (const auto* item : list_of(fields, "figures")) {
      reading_.figures.push_back({"figures", {}, *item, default_basis, layer_.info.code, false});
    }
  }

  void read_record(const std::string& section, const Node& node, const std::shared_ptr<const Node>& default_basis) {
    if (!node.is_mapping()) {
      if (!node.refused) {
        context_.error(DiagnosticKind::wrong_type, node.at,
                       "an item of `" + section + "` is " + std::string(describe(node.kind)) + "; write a mapping");
      }
      return;
    }
    Record record{section, {}, node, default_basis, layer_.info.code, false};
    const bool is_rule = std::ranges::find(rule_sections, section) != rule_sections.end();
    if (const auto* id = node.find("id"); id != nullptr && (section == "links" || !is_rule)) {
      record.code = entry_code(*id);
      if (record.code.empty()) return;
    } else if (!is_rule) {
      if (!node.refused) {
        context_.error(DiagnosticKind::missing_key, node.at, "this item of `" + section + "` lacks `id`");
      }
      return;
    }
    layer_.records.push_back(std::move(record));
  }

  std::string entry_code(const Node& node) {
    const auto id = normalise_id(text_of(context_, node, "`id`"));
    if (!id.ok() && node.is_scalar()) context_.error(DiagnosticKind::invalid_id, node.at, id.problem);
    return id.id;
  }

  void read_edit(const Node& node) {
    Fields fields(context_, node, {Basis{}, {}, false}, "this edit");
    Edit edit;
    edit.at = node.at;
    int actions = 0;
    const auto action = [&](std::string_view key, Edit::Action value) {
      const auto* target = fields.find(key);
      if (target == nullptr) return;
      ++actions;
      edit.action = value;
      read_target(*target, edit);
    };
    action("add", Edit::Action::add);
    action("replace", Edit::Action::replace);
    action("withdraw", Edit::Action::withdraw);
    edit.field = fields.text("field");
    const auto copy = [&](std::string_view key) {
      const auto* value = fields.find(key);
      return value == nullptr ? std::nullopt : std::optional(*value);
    };
    edit.was = copy("was");
    edit.is = copy("is");
    edit.because = copy("because");
    edit.basis = copy("basis");
    fields.finish();
    if (actions != 1) {
      if (!node.refused) {
        context_.error(DiagnosticKind::invalid_value, node.at,
                       "an edit has exactly one of `add`, `replace` and `withdraw`");
      }
      return;
    }
    if (edit.section.empty()) return;
    if (edit.action != Edit::Action::withdraw && !edit.is) {
      context_.error(DiagnosticKind::missing_key, node.at, "this edit lacks `is`, the new value");
      return;
    }
    layer_.edits.push_back(std::move(edit));
  }

  /// "threat malicious.theft", "link III.2.3.1/alteration"
  void read_target(const Node& node, Edit& edit) {
    const auto text = text_of(context_, node, "the target of an edit");
    const auto space = text.find(' ');
    const auto kind_name = text.substr(0, space);
    const auto kind = entry_kind_named(kind_name);
    if (space == std::string::npos || (!kind && kind_name != "link")) {
      if (node.is_scalar()) {
        context_.error(
            DiagnosticKind::invalid_value, node.at,
            quote(text) + " names no statement; write a kind and an id, like `threat malicious.theft` or `link A/b`");
      }
      return;
    }
    const auto id = normalise_id(text.substr(space + 1));
    if (!id.ok()) {
      context_.error(DiagnosticKind::invalid_id, node.at, id.problem);
      return;
    }
    edit.section = kind ? std::string(section_of(*kind)) : "links";
    edit.code = id.id;
  }

  Catalog nothing_;
  std::vector<Fact> facts_;
  Context context_;
  std::vector<Diagnostic>& diagnostics_;
  Layer layer_;
  LayerReading reading_;
  std::shared_ptr<const Node> manifest_basis_;
  bool manifest_found_ = false;
};

}  // namespace

LayerReading read_layer(const std::vector<CatalogFile>& files, const std::vector<std::string>& digest_names,
                        std::vector<Diagnostic>& diagnostics) {
  auto reading = LayerReader(diagnostics).read(files);
  if (reading.layer) {
    // Names and lengths are hashed too: moving a line from one file to another is another catalogue.
    std::string all;
    for (std::size_t i = 0; i < files.size(); ++i) {
      all += digest_names[i] + '\n' + std::to_string(files[i].text.size()) + '\n' + files[i].text;
    }
    reading.layer->info.sha256 = sha256_hex(all).value_or(std::string());
  }
  return reading;
}

}  // namespace michibiki
