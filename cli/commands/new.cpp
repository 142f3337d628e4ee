#include <algorithm>
#include <filesystem>
#include <ostream>
#include <stdexcept>
#include <vector>

#include "cli/commands/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/schema_reference.hpp"
#include "cli/shell_word.hpp"
#include "cli/skeleton_values.hpp"
#include "cli/skeletons.hpp"
#include "model/knowledge_graph.hpp"
#include "model/text.hpp"
#include "model/yaml/parse.hpp"
#include "reports/words.hpp"

namespace michibiki::cli {
namespace {

namespace fs = std::filesystem;

constexpr Words written{"{} を作成した。EDIT の箇所を書き換え、次のコマンドで点検する：\n  {}\n",
                        "{} is written. Write your own at each EDIT, and look it over with\n  {}\n"};

constexpr std::string_view folder_of_whole_catalog = "catalog/";

/// The skeleton of that name, filled in.
std::string filled(std::string_view name, const GapValues& values) {
  const auto found = std::ranges::find(skeletons, name, &SkeletonText::name);
  if (found == skeletons.end()) throw std::logic_error("no skeleton: " + std::string(name));
  return fill_in(found->text, values);
}

class Maker {
 public:
  Maker(const Session& session, const NewOptions& options) : session_(session), options_(options) {}

  ExitStatus run() {
    if (!settle_id() || !settle_target()) return ExitStatus::wrong_input;
    auto catalog = session_.load();
    if (!catalog) return ExitStatus::wrong_input;
    const KnowledgeGraph graph(std::move(*catalog));
    const View view(graph);
    const auto file = to_standard_output() ? usual_target() : target_;
    subject_.file = printable(fs::path(file).filename().string());
    subject_.schema =
        schema_reference(session_.schema(), whole_catalog() ? (fs::path(file) / "manifest.yaml").string() : file);
    return whole_catalog() ? make_folder(view) : make_file(view);
  }

 private:
  bool whole_catalog() const { return options_.kind == SkeletonKind::catalog; }
  bool to_standard_output() const { return session_.output() == "-"; }

  bool wrong(const std::string& what) const {
    session_.log().error(what);
    return false;
  }

  bool settle_id() {
    const auto id = normalise_id(options_.name);
    if (!id.ok()) return wrong("NAME: " + id.problem);
    subject_.kind = options_.kind;
    subject_.id = id.id;
    return true;
  }

  bool settle_target() {
    if (to_standard_output()) {
      return !whole_catalog() ||
             wrong("a catalogue is a folder, which standard output cannot take; name one with --output");
    }
    target_ = session_.output();
    if (target_.empty()) target_ = usual_target();
    while (target_.size() > 1 && target_.ends_with('/')) target_.pop_back();
    if (is_there(target_)) return already_there();
    const auto folder = fs::path(target_).parent_path();
    if (is_there((folder / "manifest.yaml").string())) {
      return wrong(
          quote(folder.empty() ? "." : folder.string(), 200) +
          " is the folder of a catalogue, which would read this as a part of itself; choose another place with --output");
    }
    return true;
  }

  /// Ids may have signs that names of files are better without.
  std::string usual_target() const {
    auto name = subject_.id;
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == ':'; }, '-');
    return whole_catalog() ? name : name + ".yaml";
  }

  bool already_there() const {
    return wrong(
        quote(target_, 200) +
        " exists already, and nothing is ever overwritten; choose another NAME, or another place with --output");
  }

  ExitStatus make_file(const View& view) {
    auto values = skeleton_values(view, subject_);
    values.emplace("head", filled("head.yaml", values));
    const auto text = filled(std::string(word_of(options_.kind)) + ".yaml", values);
    if (is_taken(view.catalog(), text)) return ExitStatus::wrong_input;
    if (to_standard_output()) return session_.deliver(text, ExitStatus::clean);
    return finish(write_new_file(target_, text));
  }

  ExitStatus make_folder(const View& view) {
    const auto values = skeleton_values(view, subject_);
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& skeleton : skeletons) {
      if (!skeleton.name.starts_with(folder_of_whole_catalog)) continue;
      files.emplace_back(skeleton.name.substr(folder_of_whole_catalog.size()), fill_in(skeleton.text, values));
    }
    if (names_a_catalog(view.catalog())) return ExitStatus::wrong_input;
    return finish(write_new_folder(target_, files));
  }

  bool names_a_catalog(const Catalog& catalog) const {
    if (std::ranges::find(catalog.layers, subject_.id, &CatalogInfo::code) == catalog.layers.end()) return false;
    wrong("NAME: the catalogue " + quote(subject_.id) + " exists already; choose another name");
    return true;
  }

  /// Whether an entry or a link that the skeleton adds is called as one of the catalogues.
  bool is_taken(const Catalog& catalog, const std::string& text) const {
    if (names_a_catalog(catalog)) return true;
    const auto parsed = parse_yaml(text, make_file_name(subject_.file));
    if (!parsed.root) throw std::logic_error("no YAML: " + subject_.file);
    for (const auto& section : parsed.root->entries) {
      const auto kind = entry_kind_of_section(section.key);
      for (const auto& record : section.value.items) {
        const auto* id = record.find("id");
        if (id == nullptr) continue;
        const bool link =
            section.key == "links" && std::ranges::find(catalog.links, id->text, &Link::code) != catalog.links.end();
        if (!link && !(kind && catalog.find(*kind, id->text))) continue;
        wrong("NAME: the " + (link ? std::string("link") : std::string(name_of(*kind))) + ' ' + quote(id->text) +
              " exists already; choose another name");
        return true;
      }
    }
    return false;
  }

  ExitStatus finish(const NewOutput& output) const {
    if (output.existed) {
      already_there();
      return ExitStatus::wrong_input;
    }
    if (!output.done()) {
      session_.log().error(output.problem);
      return ExitStatus::failure;
    }
    if (session_.quiet()) return ExitStatus::clean;
    session_.environment().out << say(written, session_.language(), printable(target_), printable(next_command()))
                               << std::flush;
    return ExitStatus::clean;
  }

  /// What it depends on is found where it was found now.
  std::string next_command() const {
    std::string command = "michibiki check " + shell_word(target_.starts_with('-') ? "./" + target_ : target_);
    if (whole_catalog()) return command;
    for (const auto& folder : session_.given_catalogs()) command += " --catalog " + shell_word(folder);
    for (const auto& overlay : session_.overlays()) command += " --overlay " + shell_word(overlay);
    return command;
  }

  const Session& session_;
  const NewOptions& options_;
  SkeletonSubject subject_;
  std::string target_;
};

}  // namespace

ExitStatus run_new(const Session& session, const NewOptions& options) { return Maker(session, options).run(); }

}  // namespace michibiki::cli
