#include "model/yaml/read_layer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "model/sha256.hpp"
#include "model/statement_node.hpp"
#include "model/text.hpp"
#include "model/yaml/fields.hpp"
#include "model/yaml/parse.hpp"

namespace michibiki {
namespace {

constexpr std::string_view schema_version = "1";

/// Sections that are neither entries nor about the file itself.
constexpr std::array<std::string_view, 2> compared_sections{"figures", "judgements"};  // never derived from
constexpr std::array<std::string_view, 3> rule_sections{"links", "level-criteria", "placement"};

const std::vector<std::string_view>& all_sections() {
  static const std::vector<std::string_view> sections = [] {
    std::vector<std::string_view> all{"basis", "catalog", "edits"};
    all.insert(all.end(), compared_sections.begin(), compared_sections.end());
    all.insert(all.end(), rule_sections.begin(), rule_sections.end());
    for (std::size_t i = 0; i < entry_kind_count; ++i) all.push_back(section_of(static_cast<EntryKind>(i)));
    return all;
  }();
  return sections;
}

bool is_rule_section(std::string_view section) {
  return std::ranges::find(rule_sections, section) != rule_sections.end();
}

/// What a file that could not be parsed was about: its sections stand at the start of lines. Without any it may be about everything.
Gaps gaps_of(const CatalogFile& file) {
  Gaps gaps;
  for (std::size_t start = 0; file.readable && start < file.text.size();) {
    const auto end = std::min(file.text.find('\n', start), file.text.size());
    const auto word = std::string_view(file.text).substr(start, end - start);
    const auto colon = word.find(':');
    if (colon != std::string_view::npos &&
        std::ranges::find(all_sections(), word.substr(0, colon)) != all_sections().end()) {
      gaps.sections.emplace(word.substr(0, colon));
    }
    start = end + 1;
  }
  if (gaps.sections.contains("catalog")) gaps.sections.emplace("sources");
  gaps.anywhere = gaps.sections.empty();
  return gaps;
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
      auto parsed = file.readable ? parse_yaml(file.text, make_file_name(file.name)) : ParseResult{};
      diagnostics_.insert(diagnostics_.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
      if (parsed.root) {
        roots.push_back(std::move(*parsed.root));
      } else {
        layer_.gaps.add(gaps_of(file));
      }
    }
    for (const auto& root : roots) read_manifest(root);
    if (!manifest_found_ && !layer_.gaps.in("catalog")) {
      lose_manifest();
      context_.error(
          DiagnosticKind::missing_manifest, {make_file_name(files.empty() ? "" : files.front().name), 1, 1},
          "no file of this catalogue has the section `catalog`; it says the catalogue's id, version and sources");
    }
    // A manifest that nobody could read may have said why all of this is believed.
    if (!manifest_found_) manifest_basis_ = std::make_shared<const Node>(make_scalar("unverified"));
    if (!readable_schema_) {
      layer_.gaps.anywhere = true;
      reading_.layer = std::move(layer_);
      return std::move(reading_);
    }
    for (auto& root : roots) read_sections(root);
    if (layer_.records.empty() && layer_.edits.empty() && reading_.figures.empty() && manifest_found_ &&
        roots.size() == files.size() && !items_refused_) {
      context_.error(
          DiagnosticKind::empty_catalog, layer_.info.location,
          "catalogue " + quote(layer_.info.code) + " says nothing; give it at least one entry, link or edit");
    }
    reading_.layer = std::move(layer_);
    return std::move(reading_);
  }

 private:
  void lose_manifest() { layer_.gaps.sections.insert({"catalog", "sources"}); }

  void read_manifest(const Node& root) {
    const auto* node = root.find("catalog");
    if (node == nullptr) return;
    if (manifest_found_) {
      context_.error_with(DiagnosticKind::duplicate_manifest, node->at,
                          "a second section `catalog`; one catalogue has one", {layer_.info.location, "the first one"});
      return;
    }
    manifest_found_ = true;
    layer_.info.location = node->at;
    if (const auto* basis = root.find("basis")) manifest_basis_ = std::make_shared<const Node>(*basis);
    Fields fields(context_, *node, {Basis{}, {}, false}, "this manifest", Fields::Own::no_basis);
    if (node->refused || !node->is_mapping()) lose_manifest();
    if (const auto* schema = fields.require("schema");
        schema != nullptr && schema->text != schema_version && !schema->refused) {
      readable_schema_ = false;
      context_.error(
          DiagnosticKind::unsupported_schema, schema->at,
          "schema is " + to_line(*schema, 20) + "; this program reads schema " + std::string(schema_version));
    }
    if (const auto* id = fields.require("id")) layer_.info.code = id_of(context_, *id, "`id`");
    if (layer_.info.code.empty()) layer_.gaps.sections.emplace("catalog");
    fields.require("version");
    layer_.info.version = fields.text("version");
    layer_.info.released = date_of(context_, fields.require("released"), "`released`");
    layer_.info.licence = fields.text("licence");
    layer_.info.title = fields.bilingual("title");
    if (const auto* kind = fields.find("kind")) read_catalog_kind(*kind);
    for (const auto* item : fields.list("depends-on")) {
      auto code = id_of(context_, *item, "`depends-on`");
      if (code.empty()) {
        layer_.gaps.sections.emplace("catalog");
        continue;
      }
      layer_.info.depends_on.push_back(std::move(code));
      layer_.depends_on_at.push_back(item->at);
    }
    for (const auto* item : fields.list("sources")) read_source(*item);
    fields.finish();
  }

  void read_catalog_kind(const Node& node) {
    const auto kind = text_of(context_, node, "`kind`");
    if (kind == "figures") {
      reading_.kind = CatalogKind::figures;
    } else if (kind == "overlay") {
      reading_.kind = CatalogKind::overlay;
    } else if (kind != "catalog" && node.is_scalar()) {
      context_.error(DiagnosticKind::invalid_value, node.at,
                     "`kind` is " + quote(kind) + "; write `catalog`, `overlay` or `figures`");
    }
  }

  void read_source(const Node& node) {
    Fields fields(context_, node, {Basis{}, {}, false}, "this source", Fields::Own::no_basis);
    const auto* id = fields.require("id");
    Source source{id == nullptr ? std::string() : id_of(context_, *id, "`id`"),
                  fields.bilingual("title"),
                  fields.text("published"),
                  fields.text("where"),
                  layer_.info.code,
                  node.at};
    fields.finish();
    if (source.code.empty()) {
      layer_.gaps.sections.emplace("sources");
      return;
    }
    const auto [first, added] = source_places_.emplace(source.code, node.at);
    if (!added) {
      context_.error_with(DiagnosticKind::duplicate_id, node.at,
                          "source " + quote(source.code) + " is declared twice; keep one",
                          {first->second, "first declared here"});
      return;
    }
    layer_.sources.push_back(std::move(source));
  }

  void read_sections(Node& root) {
    if (root.is_null() && !root.refused) return;
    if (root.refused || !root.is_mapping()) layer_.gaps.anywhere = true;
    if (!root.is_mapping()) {
      items_refused_ = true;
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
    for (const auto section : all_sections()) fields.find(section);
    fields.finish();
    for (const auto& item : list_of(root, "edits")) read_edit(item, default_basis);
    for (const auto section : compared_sections) read_compared(root, section, default_basis);
    // Records keep the order of the file, whatever the order of its sections.
    for (auto& entry : root.entries) {
      if (!is_rule_section(entry.key) && !entry_kind_of_section(entry.key)) continue;
      for (auto& item : list_of(root, entry.key)) read_record(entry.key, item, default_basis);
    }
  }

  /// The items of a section; a section that is no list is an error and counts as one that could not be read.
  std::span<Node> list_of(Node& root, std::string_view section) {
    const auto found = std::ranges::find(root.entries, section, &Node::Entry::key);
    if (found == root.entries.end() || (found->value.is_null() && !found->value.refused)) return {};
    auto& value = found->value;
    if (value.refused) layer_.gaps.sections.emplace(section);
    if (value.is_sequence()) return value.items;
    layer_.gaps.sections.emplace(section);
    items_refused_ = true;
    if (!value.refused) {
      context_.error(
          DiagnosticKind::wrong_type, value.at,
          "section `" + std::string(section) + "` is " + std::string(describe(value.kind)) + "; write a list");
    }
    return {};
  }

  void read_compared(Node& root, std::string_view section, const std::shared_ptr<const Node>& default_basis) {
    const auto* node = root.find(section);
    if (node == nullptr || node->is_null()) return;
    if (reading_.kind != CatalogKind::figures) {
      items_refused_ = true;
      if (!manifest_found_) return;  // it may have said that these are figures
      context_.error(DiagnosticKind::wrong_catalog_kind, node->at,
                     (section == "figures" ? std::string("published figures stand") : "tables of judgements stand") +
                         " in a catalogue of `kind: figures`, so that no derivation reads them");
      return;
    }
    for (auto& item : list_of(root, section)) {
      reading_.figures.push_back({std::string(section), {}, std::move(item), default_basis, layer_.info.code, {}});
    }
  }

  void read_record(const std::string& section, Node& node, const std::shared_ptr<const Node>& default_basis) {
    if (!node.is_mapping()) {
      items_refused_ = true;
      layer_.gaps.sections.insert(section);
      if (!node.refused) {
        context_.error(DiagnosticKind::wrong_type, node.at,
                       "an item of `" + section + "` is " + std::string(describe(node.kind)) + "; write a mapping");
      }
      return;
    }
    Record record{section, {}, std::move(node), default_basis, layer_.info.code, {}};
    const auto& body = record.body;
    const auto* id = body.find(section == "level-criteria" ? "property" : "id");
    if (section == "level-criteria") {
      if (id != nullptr && id->is_scalar())
        record.code = normalise_id(id->text).id;  // what is wrong with it is said later
    } else if (id != nullptr) {
      record.code = id_of(context_, *id, "`id`");
    } else if (section == "links") {
      record.code = default_link_code(body);
    } else if (!is_rule_section(section) && !body.refused) {
      context_.error(DiagnosticKind::missing_key, body.at, "this item of `" + section + "` lacks `id`");
    }
    if (const auto* status = body.find("status"); status != nullptr && unwrapped(*status).text == "withdrawn") {
      record.withdrawn = Withdrawal{layer_.info.code, status->at};
    }
    layer_.records.push_back(std::move(record));
  }

  /// "FROM KIND TO", by which an edit names a link without an id.
  static std::string default_link_code(const Node& body) {
    std::string code;
    for (const auto* key : {"from", "kind", "to"}) {
      const auto* node = body.find(key);
      if (node != nullptr && node->items.size() == 1) node = &node->items.front();
      const auto id = node != nullptr && node->is_scalar() ? normalise_id(node->text) : NormalisedId{{}, "no id"};
      if (!id.ok()) return {};
      code += (code.empty() ? "" : " ") + id.id;
    }
    return code;
  }

  void read_edit(const Node& node, const std::shared_ptr<const Node>& default_basis) {
    Fields fields(context_, node, {Basis{}, {}, false}, "this edit");
    Edit edit;
    edit.at = node.at;
    edit.default_basis = default_basis;
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
    fields.bilingual("because");  // looked at even when the edit takes something away and nobody reads it again
    fields.finish();
    if (actions != 1) {
      items_refused_ = true;
      if (!node.refused) {
        context_.error(DiagnosticKind::invalid_value, node.at,
                       "an edit has exactly one of `add`, `replace` and `withdraw`");
      }
      return;
    }
    check_parts(edit, node);
    if (edit.section.empty()) {
      items_refused_ = true;
    } else if (edit.action == Edit::Action::withdraw || edit.is) {
      layer_.edits.push_back(std::move(edit));
    }
  }

  void check_parts(const Edit& edit, const Node& node) {
    if (edit.action != Edit::Action::withdraw && !edit.is) {
      items_refused_ = true;
      if (!node.refused) context_.error(DiagnosticKind::missing_key, node.at, "this edit lacks `is`, the new value");
    }
    const auto without_use = [&](std::string_view key, const std::optional<Node>& value, std::string_view why) {
      if (!value) return;
      context_.error(DiagnosticKind::unknown_key, value->at,
                     '`' + std::string(key) + "` says nothing here; " + std::string(why));
    };
    if (edit.action == Edit::Action::withdraw)
      without_use("is", edit.is, "to put something else in place use `replace`");
    if (edit.action == Edit::Action::add) without_use("was", edit.was, "to change something use `replace`");
    if (edit.field.empty()) without_use("was", edit.was, "it belongs to an edit of a `field`");
  }

  /// "threat malicious.theft", "link III.2.3.1/alteration", "link A.9.1.1 mitigates malicious.theft", "rule c.personal",
  /// "criterion confidentiality"
  void read_target(const Node& node, Edit& edit) {
    const auto text = text_of(context_, node, "the target of an edit");
    const auto space = text.find(' ');
    const auto kind_name = text.substr(0, space);
    const auto kind = entry_kind_named(kind_name);
    const auto section = kind                       ? section_of(*kind)
                         : kind_name == "link"      ? std::string_view("links")
                         : kind_name == "rule"      ? std::string_view("rules")
                         : kind_name == "criterion" ? std::string_view("level-criteria")
                                                    : std::string_view();
    if (space == std::string::npos || section.empty()) {
      if (node.is_scalar()) {
        std::vector<std::string> known{"link", "rule", "criterion"};
        for (std::size_t i = 0; i < entry_kind_count; ++i) known.emplace_back(name_of(static_cast<EntryKind>(i)));
        context_.error(
            DiagnosticKind::invalid_value, node.at,
            quote(text) + " names no statement; write a kind and an id, like `threat malicious.theft` or `link A/b`",
            space == std::string::npos ? std::string() : context_.guesses.hint(kind_name, known));
      }
      return;
    }
    std::string code;
    for (auto rest = std::string_view(text).substr(space + 1);;) {
      const auto end = section == "links" ? rest.find(' ') : std::string_view::npos;
      const auto id = normalise_id(rest.substr(0, end));
      if (!id.ok()) {
        context_.error(DiagnosticKind::invalid_id, node.at, id.problem);
        return;
      }
      code += (code.empty() ? "" : " ") + id.id;
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    edit.section = section;
    edit.code = std::move(code);
  }

  Catalog nothing_;
  std::vector<Fact> facts_;
  Context context_;
  std::vector<Diagnostic>& diagnostics_;
  Layer layer_;
  LayerReading reading_;
  std::shared_ptr<const Node> manifest_basis_;
  std::map<std::string, SourceLocation> source_places_;
  bool manifest_found_ = false;
  bool readable_schema_ = true;
  bool items_refused_ = false;  ///< something was said here, but could not be read
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
