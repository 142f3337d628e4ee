#include "cli/session.hpp"

#include <filesystem>
#include <iterator>
#include <ostream>
#include <string_view>

#include "cli/build_info.hpp"
#include "cli/diagnostics_output.hpp"
#include "model/text.hpp"
#include "model/yaml/catalog_folder.hpp"
#include "model/yaml/parse.hpp"
#include "model/yaml/read_file.hpp"

namespace michibiki::cli {
namespace {

namespace fs = std::filesystem;

Log::Level least_level(const CommonOptions& options) {
  if (options.quiet) return Log::Level::error;
  return options.verbose == 0 ? Log::Level::warning : Log::Level::debug;
}

std::vector<std::string> split(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const auto end = std::min(list.find(separator), list.size());
    if (end > 0) parts.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

/// Wherever links lead, at any depth.
bool lies_within(const fs::path& path, const fs::path& folder) {
  std::error_code problem;
  const auto real = [&](const fs::path& place) { return fs::weakly_canonical(fs::absolute(place, problem), problem); };
  const auto way = real(path).lexically_relative(real(folder));
  return !way.empty() && *way.begin() != "..";
}

/// At most one byte more than a reader takes: it then says that the input is too large.
std::string read_stream(std::istream& stream) {
  const auto most = ParseLimits{}.max_bytes + 1;
  std::string text;
  char part[65536];
  while (text.size() < most && stream.read(part, sizeof part)) text.append(part, sizeof part);
  if (text.size() < most) text.append(part, static_cast<std::size_t>(stream.gcount()));
  return text;
}

}  // namespace

Session::Session(Environment& environment, CommonOptions options)
    : environment_(environment),
      options_(std::move(options)),
      log_(environment.err, least_level(options_), color(environment.err_is_terminal)) {}

bool Session::color(bool terminal) const {
  if (options_.color != "auto") return options_.color == "always";
  const auto no_color = environment_.variable("NO_COLOR");
  return terminal && (!no_color || no_color->empty());
}

Format Session::format() const {
  if (options_.format == "json") return Format::json;
  return options_.format == "markdown" ? Format::markdown : Format::text;
}

BasisKind Session::trust() const {
  for (const auto kind : {BasisKind::stated, BasisKind::judgement}) {
    if (options_.trust == name_of(kind)) return kind;
  }
  return BasisKind::unverified;
}

std::string Session::under_trust() const {
  return trust() == BasisKind::unverified ? std::string() : " under --trust " + std::string(name_of(trust()));
}

Language Session::language() const {
  if (!options_.language.empty()) return options_.language == "ja" ? Language::ja : Language::en;
  // Not the locale: the same call gives the same bytes on every machine, unless someone asks for another language.
  return environment_.variable("MICHIBIKI_LANG") == "ja" ? Language::ja : Language::en;
}

TextStyle Session::text_style() const {
  const bool terminal = result_on_terminal();
  return {color(terminal), terminal ? environment_.columns : TextStyle{}.width};
}

std::vector<std::string> Session::catalog_folders() const {
  if (!options_.catalogs.empty()) return options_.catalogs;
  if (const auto folders = environment_.variable("MICHIBIKI_CATALOGS"); folders && !folders->empty()) {
    return split(*folders, ':');
  }
  return {shipped_catalogs()};
}

std::string Session::shipped_catalogs() const {
  return (fs::path(environment_.program_folder) / build_info::catalogs_from_program).lexically_normal().string();
}

std::string Session::schema() const {
  const auto below = fs::path("schemas") / "catalog.schema.json";
  std::error_code problem;
  for (const auto& folder : catalog_folders()) {
    for (const auto& place : {fs::path(folder), fs::path(folder) / ".."}) {  // of catalogues, or of one among others
      if (fs::exists(place / below, problem)) return (place / below).string();
    }
  }
  return (fs::path(shipped_catalogs()) / below).string();
}

std::optional<Catalog> Session::load(const CatalogPaths& paths) const {
  for (const auto& path : paths.folders) note_input(path);
  for (const auto& path : paths.overlays) note_input(path);
  for (const auto& folder : paths.folders) log_.debug("reading catalogues in " + printable(folder));
  auto loaded = load_catalog(paths);
  show(loaded.diagnostics);
  if (!loaded.catalog) return std::nullopt;
  const auto& catalog = *loaded.catalog;
  log_.debug(std::to_string(catalog.layers.size()) + " catalogues, " + std::to_string(catalog.facts.size()) +
             " statements, " + std::to_string(catalog.links.size()) + " links");
  return std::move(loaded.catalog);
}

std::optional<Session::Input> Session::read(const std::string& path) const {
  if (path == "-") return Input{"<stdin>", read_stream(environment_.in)};
  note_input(path);
  auto content = read_file(path);
  show(content.diagnostics);
  if (!content.bytes) return std::nullopt;
  return Input{path, std::move(*content.bytes)};
}

void Session::show(const std::vector<Diagnostic>& diagnostics, const std::optional<Input>& input) const {
  DiagnosticsStyle style;
  style.color = color(environment_.err_is_terminal);
  style.source_lines = environment_.err_is_terminal;
  style.errors_only = options_.quiet;
  if (input) style.texts.emplace(input->name, input->text);
  show_diagnostics(diagnostics, style, environment_.err);
}

ExitStatus Session::deliver(const std::string& result, ExitStatus status) const {
  return deliver_made([&](const TextSink& sink) { sink(result); }, status);
}

ExitStatus Session::deliver_made(const MakeText& make, ExitStatus status) const {
  if (to_standard_output()) {
    make([&](std::string_view part) { return (environment_.out << part).good(); });
    environment_.out.flush();
    if (environment_.out.good()) return status;
    log_.error("cannot write the result to standard output");
    return ExitStatus::failure;
  }
  if (const auto harm = harm_to_inputs(); !harm.empty()) {
    log_.error("--output would " + harm);
    return ExitStatus::wrong_input;
  }
  const auto problem = write_whole_file(options_.output, make);
  if (problem.empty()) {
    log_.debug("the result is in " + printable(options_.output));
    return status;
  }
  log_.error(problem);
  return ExitStatus::failure;
}

bool Session::to_standard_output() const { return options_.output.empty() || options_.output == "-"; }

void Session::note_input(const std::string& path) const {
  std::error_code problem;
  if (!fs::is_directory(path, problem)) {
    inputs_.push_back(path);
    return;
  }
  // A folder of a catalogue, or of such folders.
  constexpr int deepest = 1;
  for (auto i = fs::recursive_directory_iterator(path, problem); !problem && i != fs::recursive_directory_iterator();
       i.increment(problem)) {
    if (i.depth() >= deepest) i.disable_recursion_pending();
    if (is_yaml(i->path())) inputs_.push_back(i->path().string());
  }
}

std::string Session::harm_to_inputs() const {
  // What the call names is somebody's work, whether this command had to read it or not.
  for (const auto& folder : catalog_folders()) note_input(folder);
  for (const auto& overlay : overlays()) note_input(overlay);
  for (const auto& path : inputs_) {
    std::error_code problem;
    if (fs::is_regular_file(path, problem) && fs::equivalent(path, options_.output, problem)) {
      return "overwrite " + quote(path, 200) + ", which is an input of this call; name another file";
    }
    const fs::path input(path);
    if (input.filename() == "manifest.yaml" && is_yaml(options_.output) &&
        lies_within(options_.output, folder_of(input))) {
      return "become a part of the catalogue in " + quote(folder_of(input).string(), 200) +
             ", where every YAML file is read; choose another place, or a name that does not end in `.yaml` or `.yml`";
    }
  }
  return {};
}

}  // namespace michibiki::cli
