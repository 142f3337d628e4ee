#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "model/catalog.hpp"
#include "model/diagnostic.hpp"
#include "model/fact.hpp"
#include "model/wording.hpp"
#include "model/yaml/load_catalog.hpp"
#include "reports/text_style.hpp"

namespace michibiki::cli {

/// One call of the program: what the options mean here, and the way out for everything a command has to say.
class Session {
 public:
  Session(Environment& environment, CommonOptions options);

  Environment& environment() const { return environment_; }
  const Log& log() const { return log_; }

  Format format() const;
  BasisKind trust() const;
  /// " under --trust LEVEL", for what holds only there.
  std::string under_trust() const;
  Language language() const;
  TextStyle text_style() const;
  bool quiet() const { return options_.quiet; }
  bool verbose() const { return options_.verbose > 0; }

  /// The folders given with --catalog, or the default ones: $MICHIBIKI_CATALOGS, else those shipped with the program.
  std::vector<std::string> catalog_folders() const;
  /// Those given with --catalog.
  const std::vector<std::string>& given_catalogs() const { return options_.catalogs; }
  const std::vector<std::string>& overlays() const { return options_.overlays; }
  /// Where editors find the schema of catalogue files: beside the catalogues of this call, else beside those shipped.
  std::string schema() const;
  /// As given with --output; empty: not given.
  const std::string& output() const { return options_.output; }
  /// Loads the catalogues and overlays of this call; shows all that is wrong with them.
  std::optional<Catalog> load() const { return load({catalog_folders(), overlays()}); }
  std::optional<Catalog> load(const CatalogPaths& paths) const;

  /// The content of an input; `-` is standard input. Shows why when it cannot be read.
  struct Input {
    std::string name;  ///< how messages call it
    std::string text;
  };
  std::optional<Input> read(const std::string& path) const;

  void show(const std::vector<Diagnostic>& diagnostics, const std::optional<Input>& input = std::nullopt) const;

  /// Says that this call reads that file, or the catalogues in that folder: --output never overwrites an input.
  void note_input(const std::string& path) const;
  /// Writes the result to --output or standard output. Gives `status`; failure when it could not be written; wrong_input when it would
  /// overwrite what was read, or a catalogue or overlay of this call, or become a part of one.
  ExitStatus deliver(const std::string& result, ExitStatus status) const;
  /// The same of a result that may be larger than memory: it is made while it is written. A file is still written whole or not at all;
  /// standard output has what came before something went wrong.
  ExitStatus deliver_made(const MakeText& make, ExitStatus status) const;
  /// Whoever watches sees the result itself.
  bool result_on_terminal() const { return to_standard_output() && environment_.out_is_terminal; }

 private:
  std::string shipped_catalogs() const;
  bool to_standard_output() const;
  /// What writing to --output would do to what was read, and to the catalogues and overlays of this call; empty: nothing.
  std::string harm_to_inputs() const;
  bool color(bool terminal) const;

  Environment& environment_;
  CommonOptions options_;
  Log log_;
  mutable std::vector<std::string> inputs_;
};

}  // namespace michibiki::cli
