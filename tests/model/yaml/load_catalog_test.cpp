#include "model/yaml/load_catalog.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <sys/stat.h>

#include "model/knowledge_graph.hpp"
#include "model/yaml/load_figures.hpp"
#include "model/yaml/settle.hpp"

#include "tests/catch.hpp"
#include "tests/support/large.hpp"
#include "tests/support/texts.hpp"

using namespace michibiki;
using michibiki::testing::catalog_of;
using michibiki::testing::large;
using michibiki::testing::told;
namespace fs = std::filesystem;

namespace {

/// A folder of the test's own, gone with it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "michibiki-load-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string path(const std::string& name = {}) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string manifest_of(const std::string& id, const std::string& more = {}) {
  return "catalog: {schema: 1, id: " + id + ", version: 1.0.0, released: 2026-01-01" + more + "}\nbasis: unverified\n";
}

}  // namespace

TEST_CASE("a folder of catalogues is loaded without the published figures in it", "[yaml][load]") {
  const Folder folder;
  folder.write("one/manifest.yaml", manifest_of("one"));
  folder.write("one/threats.yaml", "threats: [{id: theft}]\n");
  folder.write("one/README.md", "not read");
  folder.write("two/manifest.yaml", manifest_of("two", ", depends-on: [one]") + "edits: [{withdraw: threat theft}]\n");
  folder.write("printed/manifest.yaml",
               manifest_of("printed", ", kind: figures") + "figures: [{id: \"22\", form: image}]\n");
  folder.write("notes/README.md", "no catalogue");

  const auto all = load_catalog(CatalogPaths{{folder.path()}, {}});
  INFO(told(all.diagnostics));
  REQUIRE(all.catalog);
  CHECK(all.catalog->layers.size() == 2);
  CHECK(all.catalog->threats.size() == 1);

  const auto one = load_catalog(CatalogPaths{{folder.path("one")}, {folder.path("two")}});
  REQUIRE(one.catalog);
  CHECK(one.catalog->layers[0].sha256 == all.catalog->layers[0].sha256);

  const auto figures = load_catalog(CatalogPaths{{folder.path("one"), folder.path("printed")}, {}});
  CHECK_FALSE(figures.catalog);
  REQUIRE(figures.diagnostics.size() == 1);
  CHECK(figures.diagnostics[0].kind == DiagnosticKind::wrong_catalog_kind);
}

TEST_CASE("an overlay in a folder of catalogues is loaded where it is asked for", "[yaml][load]") {
  const Folder folder;
  folder.write("base/manifest.yaml", manifest_of("base") + "threats: [{id: theft}]\n");
  folder.write("iot/manifest.yaml",
               manifest_of("iot", ", kind: overlay, depends-on: [base]") + "threats: [{id: tampering}]\n");
  folder.write("iot-japan/manifest.yaml",
               manifest_of("iot-japan", ", kind: overlay, depends-on: [iot]") + "threats: [{id: quake}]\n");
  folder.write("cloud/manifest.yaml", manifest_of("cloud", ", kind: overlay") + "threats: [{id: outage}]\n");
  const auto loaded = [&](const CatalogPaths& paths) {
    const auto all = load_catalog(paths);
    INFO(told(all.diagnostics));
    REQUIRE(all.catalog);
    std::string layers;
    for (const auto& layer : all.catalog->layers) layers += layer.code + ' ';
    return layers;
  };
  CHECK(loaded({{folder.path()}, {}}) == "base ");
  CHECK(loaded({{folder.path()}, {folder.path("cloud")}}) == "base cloud ");
  CHECK(loaded({{folder.path()}, {folder.path("iot-japan/manifest.yaml")}}) == "base iot iot-japan ");
  CHECK(loaded({{folder.path("base"), folder.path("iot")}, {}}) == "base iot ");
}

TEST_CASE("an overlay is one file or a folder", "[yaml][load]") {
  const Folder folder;
  folder.write("base/manifest.yaml", manifest_of("base") + "threats: [{id: theft}]\n");
  folder.write("overlay.yaml", manifest_of("overlay", ", depends-on: [base]") + "threats: [{id: fire}]\n");
  const auto loaded = load_catalog(CatalogPaths{{folder.path("base")}, {folder.path("overlay.yaml")}});
  REQUIRE(loaded.catalog);
  CHECK(loaded.catalog->threats.size() == 2);
}

TEST_CASE("of a catalogue's folder only what people keep there is read", "[yaml][load]") {
  const Folder folder;
  folder.write("base/manifest.yaml", manifest_of("base") + "threats: [{id: theft}]\n");
  folder.write("base/.#threats.yaml", "an editor's lock: [");
  folder.write("base/._threats.yml", "a system's copy: [");
  folder.write("base/notes.txt", "notes: [");
  const auto loaded = load_catalog(CatalogPaths{{folder.path("base")}, {}});
  INFO(told(loaded.diagnostics));
  CHECK(loaded.catalog);

  REQUIRE(mkfifo(folder.path("base/pipe.yaml").c_str(), 0600) == 0);
  fs::create_symlink("nowhere.yaml", folder.path("base/link.yaml"));
  const auto odd = load_catalog(CatalogPaths{{folder.path("base")}, {}});
  REQUIRE(odd.diagnostics.size() == 2);
  CHECK(to_string(odd.diagnostics[0]) ==
        folder.path("base/link.yaml") + ":1:1: error: there is no such file; check its name [unreadable-file]");
  CHECK(to_string(odd.diagnostics[1]) ==
        folder.path("base/pipe.yaml") +
            ":1:1: error: this is no regular file; keep only files in the folder of a catalogue [unreadable-file]");
}

TEST_CASE("what an author may take for a part of the catalogue, and is none, is told", "[yaml][load]") {
  const Folder folder;
  folder.write("base/manifest.yaml", manifest_of("base") + "threats: [{id: theft}]\n");
  folder.write("base/MORE.YAML", "threats: [{id: fire}]\n");
  folder.write("base/old/threats.yaml", "threats: [{id: flood}]\n");
  folder.write("base/pictures/plan.svg", "<svg/>");
  folder.write("base/pictures/.cache/x.yaml", "threats: [{id: flood}]\n");
  folder.write("base/shouted/a.YML", "threats: [{id: flood}]\n");
  folder.write("base/sub/deep/deeper/x.yaml", "threats: [{id: flood}]\n");
  const auto loaded = load_catalog(CatalogPaths{{folder.path("base")}, {}});
  REQUIRE(loaded.diagnostics.size() == 4);
  const std::string why =
      ":1:1: error: this would not be read: files of a catalogue stand beside its manifest, and their names end in `.yaml` or `.yml` "
      "[unreadable-file]";
  CHECK(to_string(loaded.diagnostics[0]) == folder.path("base/MORE.YAML") + why);
  CHECK(to_string(loaded.diagnostics[1]) == folder.path("base/old") + why);
  CHECK(to_string(loaded.diagnostics[2]) == folder.path("base/shouted") + why);
  CHECK(to_string(loaded.diagnostics[3]) == folder.path("base/sub") + why);
}

TEST_CASE("the order in which catalogues are given shows in nothing", "[yaml][load]") {
  const auto base = catalog_of("threats: [{id: fire}]\n", "base");
  const auto one = catalog_of("threats: [{id: theft}]\n", "one", "base");
  const auto two = catalog_of("threats: [{id: flood}]\n", "two", "base");
  const auto codes = [](const LoadedCatalog& loaded) {
    std::vector<std::string> all;
    for (const auto& threat : loaded.catalog.value().threats) all.push_back(threat.code);
    return all;
  };
  CHECK(codes(load_catalog({base, one, two})) == std::vector<std::string>{"fire", "theft", "flood"});
  CHECK(codes(load_catalog({two, one, base})) == std::vector<std::string>{"fire", "theft", "flood"});
}

TEST_CASE("a figure in two catalogues of published figures is told in both places", "[yaml][load][figures]") {
  const Folder folder;
  for (const auto* id : {"one", "two"}) {
    folder.write(std::string(id) + "/manifest.yaml",
                 manifest_of(id, ", kind: figures") + "figures: [{id: \"22\", form: image}]\n");
  }
  CHECK(told(load_figures({folder.path()}).diagnostics) ==
        folder.path("two/manifest.yaml") + ":3:11: error: figure '22' is in two catalogues; keep one [duplicate-id]\n" +
            "  note: the other one (" + folder.path("one/manifest.yaml") + ":3:11)\n");
}

TEST_CASE("nothing to load is never a clean result", "[yaml][load]") {
  const std::string nothing =
      "(no file): error: there is no catalogue to derive from; give the folder of one [empty-catalog]\n"
      "  hint: catalogues of published figures do not count: nothing is derived from them\n";
  CHECK(told(load_catalog(CatalogPaths{}).diagnostics) == nothing);
  CHECK(told(load_catalog(std::vector<NamedText>{}).diagnostics) == nothing);
}

TEST_CASE("of a file full of errors the first thousand are shown", "[yaml][load][diagnostics]") {
  std::string links = "links:\n";
  for (int i = 0; i < 3'000; ++i) links += "  - {id: l" + std::to_string(i) + ", kind: mitigates, from: A, to: t}\n";
  const auto loaded = load_catalog({catalog_of(links), catalog_of("threats: [{id: t, parent: u}]", "other")});
  REQUIRE(loaded.diagnostics.size() == 1'002);
  CHECK(
      to_string(loaded.diagnostics[1'000]) ==
      "field.yaml:1003:39: error: 2000 more errors of this file are not shown; correct these first [too-many-errors]");
  CHECK(loaded.diagnostics.back().location.file_name() == "other.yaml");
}

TEST_CASE("what was left out of a file is counted once", "[yaml][diagnostics]") {
  std::vector<Diagnostic> diagnostics;
  const auto file = make_file_name("a.yaml");
  for (int i = 5; i > 0; --i) diagnostics.push_back(make_error(DiagnosticKind::wrong_type, {file, i, 1}, "wrong"));
  diagnostics.push_back(diagnostics.front());
  settle(diagnostics, 3);
  REQUIRE(diagnostics.size() == 4);
  CHECK(diagnostics[0].location.line == 1);
  CHECK(diagnostics[3].kind == DiagnosticKind::too_many_errors);
  CHECK(diagnostics[3].location.line == 3);
}

TEST_CASE("twenty thousand entries and as many links load while one waits", "[yaml][load]") {
  const int count = large(10'000);
  std::string text = "natures: [{id: n}]\nassets:\n";
  for (int i = 0; i < count; ++i) {
    text += "  - {id: a" + std::to_string(i) + ", title: {ja: 資産, en: Asset}, natures: [n]}\n";
  }
  text += "threats:\n";
  for (int i = 0; i < count; ++i) text += "  - {id: t" + std::to_string(i) + ", title: {ja: 脅威, en: Threat}}\n";
  text += "links:\n";
  for (int i = 0; i < count; ++i) {
    text +=
        "  - {kind: exposes, from: t" + std::to_string(i) + ", to: a" + std::to_string(i) + ", because: it is near}\n";
  }
  const auto loaded = load_catalog({catalog_of(text)});
  INFO(told(loaded.diagnostics));
  REQUIRE(loaded.catalog);
  CHECK(loaded.catalog->links.size() == 2 * static_cast<std::size_t>(count));
}

TEST_CASE("a chain of ten thousand parents is read, and one that bites its tail is one mistake", "[yaml][load]") {
  const int count = large(10'000);
  const auto chain = [&](const std::string& top) {
    std::string text = "natures:\n  - {id: n0" + top + "}\n";
    for (int i = 1; i < count; ++i) {
      text += "  - {id: n" + std::to_string(i) + ", parent: n" + std::to_string(i - 1) + "}\n";
    }
    return catalog_of(text);
  };
  auto open = load_catalog({chain("")});
  const auto closed = load_catalog({chain(", parent: n" + std::to_string(count - 1))});
  REQUIRE(open.catalog);
  CHECK(KnowledgeGraph(std::move(*open.catalog))
            .upwards(EntryRef(EntryKind::nature, static_cast<std::size_t>(count) - 1))
            .size() == static_cast<std::size_t>(count));
  REQUIRE(closed.diagnostics.size() == 1);
  CHECK(closed.diagnostics[0].kind == DiagnosticKind::parent_cycle);
  CHECK(closed.diagnostics[0].message.size() < 500);
}

TEST_CASE("ten thousand wrong names among ten thousand right ones are told in time", "[yaml][load]") {
  const int count = large(10'000);
  std::string text = "threats:\n";
  for (int i = 0; i < count; ++i) text += "  - {id: threat-of-some-length-" + std::to_string(i) + "}\n";
  text += "natures:\n";
  for (int i = 0; i < count; ++i)
    text += "  - {id: n" + std::to_string(i) + ", parent: nature-" + std::to_string(i) + "}\n";
  text += "links:\n  - {id: l, kind: related, from: threat-of-some-length-1, to: [";
  for (int i = 0; i < count; ++i) text += "threat-of-sum-length-" + std::to_string(i) + ", ";
  CHECK(load_catalog({catalog_of(text + "]}\n")}).diagnostics.size() == 1'001);
}

TEST_CASE("one record of very many parts is read in time", "[yaml][load]") {
  const auto many = [](const std::string& before, const std::string& after) {
    std::string text;
    for (int i = 0; i < large(20'000); ++i) text += before + std::to_string(i) + after;
    return text;
  };
  const auto text = "scales:\n  - id: s\n    choices:\n" + many("      - {id: c", "}\n") +
                    "measures:\n  - id: m\n    indicators:\n" + many("      - {key: k", "}\n") +
                    "components: [{id: server}]\nsystem-cases:\n  - id: c\n    components:\n" +
                    many("      - {type: server, id: i", "}\n") + "threats: [" + many("{id: t", "}, ") +
                    "]\ncontrols: [{id: A}]\nlinks:\n  - {id: l, kind: mitigates, from: A, to: [" + many("t", ", ") +
                    "]}\n" + "properties: [{id: p, levels: [l]}]\nlevels: [{id: l}]\n";
  const auto loaded = load_catalog({catalog_of(text)});
  INFO(told(loaded.diagnostics));
  CHECK(loaded.catalog);
}

TEST_CASE("a text of a million letters is a text, and messages about it stay short", "[yaml][load]") {
  const std::string letters(1'000'000, 'x');
  CHECK(load_catalog({catalog_of("threats: [{id: theft, title: " + letters + "}]\n")}).catalog);
  const auto wrong = load_catalog({catalog_of("threats: [{id: " + letters + "!, parent: " + letters + ", " + letters +
                                              ": 1, group: " + letters + "}]\n")});
  CHECK_FALSE(wrong.diagnostics.empty());
  for (const auto& diagnostic : wrong.diagnostics) {
    CHECK(to_string(diagnostic).size() < 1'000);
  }
}

TEST_CASE("the same texts give the same diagnostics, and the order of files shows in nothing but names",
          "[yaml][load]") {
  const auto texts = std::vector{catalog_of("threats: [{id: theft, parent: nobody, harms: [x]}]\n", "one"),
                                 catalog_of("threats: [{id: theft}]\nassets: [{id: a, natures: [n]}]\n", "two")};
  const auto first = load_catalog(texts);
  const auto second = load_catalog(texts);
  CHECK(first.diagnostics == second.diagnostics);
  CHECK(std::is_sorted(first.diagnostics.begin(), first.diagnostics.end(),
                       [](const Diagnostic& a, const Diagnostic& b) { return a.location < b.location; }));
}
