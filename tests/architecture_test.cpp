// The rules of the design that no compiler sees: who includes whom, where an outside library may show, and that what a catalogue says
// is not said again in C++.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/catch.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path root = MICHIBIKI_SOURCE_DIR;

struct SourceFile {
  std::string path;  ///< from the root, e.g. "engine/cover.cpp"
  std::string text;
};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<SourceFile> files_under(const std::vector<std::string>& folders, const std::set<std::string>& extensions) {
  std::vector<SourceFile> found;
  for (const auto& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.is_regular_file() && extensions.contains(entry.path().extension().string()))
        found.push_back({entry.path().lexically_relative(root).generic_string(), read(entry.path())});
    }
  }
  std::ranges::sort(found, {}, &SourceFile::path);
  return found;
}

/// The program and its libraries, tests apart.
std::vector<SourceFile> program_sources() {
  return files_under({"model", "engine", "reports", "cli"}, {".cpp", ".hpp", ".in"});
}

/// A folder inside a room is a room of its own; the commands and their arguments are just the command line in files.
std::string room_of(const std::string& path) {
  const auto folder = path.substr(0, path.rfind('/'));
  return folder == "cli/commands" || folder == "cli/arguments" ? "cli" : folder;
}

/// The rooms that each room sees: cli -> reports -> engine -> model <- model/yaml <- cli.
const std::map<std::string, std::set<std::string>> seen_from = {
    {"model", {"model"}},
    {"model/yaml", {"model", "model/yaml"}},
    {"engine", {"model", "engine"}},
    {"engine/compare", {"model", "engine", "engine/compare"}},
    {"engine/explain", {"model", "engine", "engine/explain"}},
    {"engine/what_if", {"model", "engine", "engine/explain", "engine/what_if"}},
    {"reports", {"model", "engine", "engine/compare", "engine/explain", "engine/what_if", "reports"}},
    {"cli", {"model", "model/yaml", "engine", "engine/compare", "engine/explain", "engine/what_if", "reports", "cli"}},
};

/// Headers from outside, by how their names start, with the files, also by how their names start, that may include them.
const std::map<std::string, std::vector<std::string>> place_of = {
    {"yaml-cpp/", {"model/yaml/"}},
    {"boost/graph/", {"model/knowledge_graph.cpp", "engine/explain/"}},
    {"spdlog/", {"cli/"}},
    {"CLI/", {"cli/"}},
    {"coin/", {"engine/explain/smallest_cut.cpp"}},
    // Model and engine are values and functions: no files, no standard streams, no clock, no chance, no locale.
    {"iostream", {"cli/"}},
    {"fstream", {"cli/", "model/yaml/"}},
    {"filesystem", {"cli/", "model/yaml/"}},
    {"chrono", {"cli/", "model/yaml/scalars.cpp"}},  // the latter for the calendar, not the clock
    {"ctime", {"cli/"}},
    {"random", {"engine/compare/chance.hpp"}},  // an engine that the standard lays down to the bit, with a given seed
    {"locale", {}},
    {"clocale", {}},
};

std::vector<std::string> wrong_includes(const SourceFile& file) {
  static const std::regex include(R"re(\s*#\s*include\s*(["<])([^">]+)[">].*)re");
  std::vector<std::string> wrong;
  std::istringstream lines(file.text);
  std::string text;
  for (int line = 1; std::getline(lines, text); ++line) {
    std::smatch match;
    if (!std::regex_match(text, match, include)) continue;
    const std::string name = match[2];
    bool right = true;
    if (match[1] == "\"") {
      right = name.find('/') != std::string::npos && seen_from.at(room_of(file.path)).contains(room_of(name));
    } else {
      for (const auto& [start, places] : place_of)
        if (name == start || (start.ends_with('/') && name.starts_with(start)))
          right = std::ranges::any_of(places, [&](const auto& place) { return file.path.starts_with(place); });
    }
    if (!right) wrong.push_back(file.path + ":" + std::to_string(line) + ": " + name);
  }
  return wrong;
}

/// C++ text taken apart as far as these rules need it.
struct Code {
  std::string without_comments;       ///< comments are one space
  std::vector<std::string> literals;  ///< what stands between quotation marks, escapes as written
  std::vector<std::string> texts;     ///< the same as the program has them: adjacent ones are one, and escapes are read
};

std::string unescaped(const std::string& literal) {
  std::string text;
  for (std::size_t i = 0; i < literal.size(); ++i) {
    const bool escape = literal[i] == '\\' && i + 1 < literal.size();
    if (escape) ++i;
    text += escape && literal[i] == 'n' ? '\n' : literal[i];
  }
  return text;
}

Code take_apart(const std::string& text) {
  Code code;
  const auto until = [&](std::size_t from, std::string_view end) {
    const auto found = text.find(end, from);
    return found == std::string::npos ? text.size() : found + end.size();
  };
  bool adjacent = false;  // nothing but blanks since the last literal
  const auto add = [&](const std::string& literal, const std::string& read) {
    code.literals.push_back(literal);
    if (!adjacent) code.texts.emplace_back();
    code.texts.back() += read;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    const auto rest = std::string_view(text).substr(at);
    const bool in_word = at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;
    if (rest.starts_with("//") || rest.starts_with("/*")) {
      at = rest[1] == '/' ? std::min(text.find('\n', at), text.size()) : until(at + 2, "*/");
      code.without_comments += ' ';
      continue;
    }
    if (rest.starts_with("R\"") && !in_word) {
      const auto open = text.find('(', at);
      const auto end = ")" + text.substr(at + 2, open - at - 2) + "\"";
      next = until(open, end);
      const auto raw = text.substr(open + 1, next - end.size() - open - 1);
      add(raw, raw);
      adjacent = true;
    } else if (rest.front() == '"' || (rest.front() == '\'' && !in_word)) {  // 1'000 is no character
      while (next < text.size() && text[next] != rest.front()) next += text[next] == '\\' ? 2U : 1U;
      next = std::min(next + 1, text.size());
      const auto literal = text.substr(at + 1, next - at - 2);
      if (rest.front() == '"') add(literal, unescaped(literal));
      adjacent = rest.front() == '"';
    } else if (std::isspace(static_cast<unsigned char>(rest.front())) == 0) {
      adjacent = false;
    }
    code.without_comments += text.substr(at, next - at);
    at = next;
  }
  return code;
}

/// Figures of the report, numbers of measures (III.2.3.1) and of controls (A.10.5.1), outside comments.
std::vector<std::string> knowledge_in(const SourceFile& file) {
  static const std::regex shape("\\bI{2,3}\\.[0-9]|\\bA\\.[0-9]+\\.[0-9]|図表|[ⅡⅢ]．");
  const auto code = take_apart(file.text).without_comments;
  std::vector<std::string> found;
  for (std::sregex_iterator match(code.begin(), code.end(), shape), end; match != end; ++match)
    found.push_back(file.path + ": " + match->str());
  return found;
}

/// The ids in the sections of a catalogue file that hold its knowledge: threats, controls, measures and the terms they use. The kinds of
/// steps are the program's own words.
std::set<std::string> ids_in(const std::string& yaml) {
  static const std::regex section("([a-z-]+):.*");
  static const std::regex entry(R"re(\s*-\s*\{?\s*id:\s*["']?([A-Za-z0-9._-]+).*)re");
  static const std::set<std::string> without_knowledge{"sources", "judgements", "steps"};
  std::set<std::string> ids;
  std::istringstream lines(yaml);
  std::string line;
  std::smatch match;
  bool entries = false;
  while (std::getline(lines, line)) {
    const auto start = line.substr(0, 200);  // ids stand at the start; std::regex recurses per character
    if (std::regex_match(start, match, section)) entries = !without_knowledge.contains(match[1]);
    if (entries && std::regex_match(start, match, entry) && match[1].length() > 2) ids.insert(match[1]);
  }
  return ids;
}

std::vector<std::string> each(const std::vector<SourceFile>& files,
                              std::vector<std::string> (*rule)(const SourceFile&)) {
  std::vector<std::string> all;
  for (const auto& file : files) std::ranges::move(rule(file), std::back_inserter(all));
  return all;
}

const std::vector<std::string> nothing;

TEST_CASE("rooms include only what lies below them, and outside libraries stay in their place", "[architecture]") {
  const auto sources = program_sources();
  REQUIRE(sources.size() > 10);
  CHECK(each(sources, wrong_includes) == nothing);
}

TEST_CASE("an include against the direction is noticed", "[architecture]") {
  const auto wrong = [](const std::string& path, const std::string& text) {
    return !wrong_includes({path, text}).empty();
  };
  CHECK(wrong("model/view.cpp", "#include \"engine/cover.hpp\""));
  CHECK(wrong("model/view.cpp", "#include \"model/yaml/parse.hpp\""));
  CHECK(wrong("engine/cover.cpp", "#include \"model/yaml/parse.hpp\""));
  CHECK(wrong("engine/cover.cpp", "#include \"reports/text_report.hpp\""));
  CHECK(wrong("reports/text_report.cpp", "#include \"model/yaml/parse.hpp\""));
  CHECK(wrong("model/yaml/parse.cpp", "#include \"engine/cover.hpp\""));
  CHECK(wrong("engine/cover.cpp", "#include \"select.hpp\""));
  CHECK(wrong("engine/cover.cpp", "  #  include <yaml-cpp/yaml.h>  // why"));
  CHECK(wrong("model/view.cpp", "#include <boost/graph/compressed_sparse_row_graph.hpp>"));
  CHECK(wrong("engine/derive.cpp", "#include <chrono>"));
  CHECK_FALSE(wrong("model/knowledge_graph.cpp", "#include <boost/graph/compressed_sparse_row_graph.hpp>"));
  CHECK_FALSE(wrong("model/yaml/parse.cpp", "#include <yaml-cpp/eventhandler.h>\n#include \"model/node.hpp\""));
  CHECK_FALSE(wrong("cli/main.cpp", "#include \"model/yaml/read_file.hpp\"\n#include \"reports/text_report.hpp\""));
}

/// Types that a header defines in the project's own namespaces, each as "namespace type".
std::vector<std::string> types_in(const std::string& text) {
  static const std::regex line(R"re((?:struct|class|enum class) (\w+)(?: final)?(?: :.*)? \{.*)re");
  std::vector<std::string> found;
  std::istringstream lines(take_apart(text).without_comments);
  std::string space;
  for (std::string text_line; std::getline(lines, text_line);) {
    std::smatch match;
    if (text_line.starts_with("namespace ")) space = text_line.substr(10, text_line.find(' ', 10) - 10);
    if (std::regex_match(text_line, match, line)) found.push_back(space + ' ' + match[1].str());
  }
  return found;
}

// Two of one name in one namespace, in headers that no file sees both: no compiler notices, and the program is broken.
TEST_CASE("no two headers define a type of the same name", "[architecture]") {
  std::map<std::string, std::vector<std::string>> places;
  for (const auto& file : files_under({"model", "engine", "reports", "cli"}, {".hpp"}))
    for (const auto& type : types_in(file.text)) places[type].push_back(file.path);
  std::vector<std::string> twice;
  for (const auto& [type, files] : places) {
    if (std::set<std::string>(files.begin(), files.end()).size() > 1)
      twice.push_back(type + " in " + files.front() + " and " + files.back());
  }
  CHECK(twice == nothing);
  CHECK(places.size() > 200);
  CHECK(types_in("namespace a {\nstruct B {\n};\nclass C final : public B {};\nstruct D;\n}") ==
        std::vector<std::string>{"a B", "a C"});
}

TEST_CASE("no figure, measure or control is named in C++", "[architecture]") {
  CHECK(each(program_sources(), knowledge_in) == nothing);
}

TEST_CASE("a measure named in C++ is noticed, in a comment it is welcome", "[architecture]") {
  const auto named = [](const std::string& text) { return !knowledge_in({"engine/cover.cpp", text}).empty(); };
  CHECK(named("if (code == \"III.2.3.1\") {}"));
  CHECK(named("const auto title = R\"(A.10.5.1)\";"));
  CHECK(named("print(\"図表34\");"));
  CHECK(named("/* a */ \"// II.1\""));
  CHECK_FALSE(named("// 図表32: only direct harm counts\nint a = 1'000;  /* III.2.3.1 */"));
  CHECK_FALSE(named("out << \"//\"; // A.10.5.1"));
}

TEST_CASE("no id of a shipped catalogue is a word of the program", "[architecture]") {
  std::set<std::string> ids;
  for (const auto& file : files_under({"catalogs"}, {".yaml"})) ids.merge(ids_in(file.text));
  for (const auto* own : {"document", "entry", "premises"})
    ids.erase(own);  // words of the tool that catalogues use as well
  std::vector<std::string> found;
  for (const auto& file : program_sources())
    for (const auto& literal : take_apart(file.text).literals)
      if (ids.contains(literal)) found.push_back(file.path + ": " + literal);
  CHECK(found == nothing);
}

TEST_CASE("ids are found in the entries of a catalogue", "[architecture]") {
  CHECK(ids_in("sources:\n  - id: mic-2008-report\nthreats:\n  - id: malicious.theft\n  - {id: fire, title: {}}\n") ==
        std::set<std::string>{"malicious.theft", "fire"});
}

/// What options and commands are for is told in both languages, what is wrong with a call in one.
bool is_help(const SourceFile& file, const std::string& text) {
  const bool of_arguments = file.path == "cli/arguments.cpp" || file.path.starts_with("cli/arguments/");
  return of_arguments && std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) > 127; });
}

/// The parts of messages between the values that are put into them: of three words or more, of which no other text of the program is
/// made by chance.
std::vector<std::string> sentences_in(const SourceFile& file) {
  std::vector<std::string> found;
  for (const auto& text : take_apart(file.text).texts) {
    if (is_help(file, text)) continue;
    for (std::size_t start = 0; start <= text.size();) {
      const auto end = std::min(text.find("{}", start), text.size());
      auto part = text.substr(start, end - start);
      part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
      part.erase(part.find_last_not_of(' ') + 1);
      if (std::ranges::count(part, ' ') >= 2) found.push_back(part);
      start = end + 2;
    }
  }
  return found;
}

/// Those that stand in no test, neither in its code nor in what it expects.
std::vector<std::string> untested(const std::vector<SourceFile>& sources, const std::string& tests) {
  std::vector<std::string> found;
  for (const auto& file : sources) {
    for (const auto& sentence : sentences_in(file)) {
      if (tests.find(sentence) == std::string::npos) found.push_back(file.path + ": " + sentence);
    }
  }
  return found;
}

TEST_CASE("whatever the program says of a wrong input or call stands in a test", "[architecture]") {
  std::string tests;
  for (const auto& file : files_under({"tests"}, {".cpp", ".hpp"})) {
    if (file.path == "tests/architecture_test.cpp") continue;
    for (const auto& text : take_apart(file.text).texts) tests += text + '\n';
  }
  for (const auto& file : files_under({"tests/golden"}, {"", ".txt"})) tests += file.text + '\n';
  auto sources = files_under({"model", "cli"}, {".cpp"});
  std::ranges::move(files_under({"cli"}, {".hpp"}), std::back_inserter(sources));
  std::erase_if(sources, [](const auto& file) { return file.path == "model/diagnostic.cpp"; });  // the meaning of kinds
  REQUIRE(sources.size() > 30);
  CHECK(untested(sources, tests) == nothing);
}

TEST_CASE("a message without a test is noticed", "[architecture]") {
  const auto noticed = [](const std::string& cpp, const std::string& tests, const std::string& path = "cli/run.cpp") {
    return !untested({{path, cpp}}, tests).empty();
  };
  CHECK(noticed("tell(\"there is \" \n \"no such \\\"file\\\"\");", "there is no such file"));
  CHECK_FALSE(noticed("tell(\"there is \" \n \"no such \\\"file\\\"\");", "there is no such \"file\""));
  CHECK(noticed("log(\"cannot write to {}, as it is full\");", "cannot write to x, which is full"));
  CHECK_FALSE(noticed("log(\"cannot write to {}, as it is full\");", "cannot write to x, as it is full"));
  CHECK(noticed("return \"leave out the \" \"form\";", "", "cli/arguments/check.cpp"));
  CHECK(noticed("add(\"Only that one figure / 図\");", ""));
  CHECK_FALSE(noticed("add(\"Only that one figure / 図\");", "", "cli/arguments/check.cpp"));
}

TEST_CASE("every source file is listed by name in the CMakeLists.txt of its room", "[architecture]") {
  const auto lists = files_under({"model", "engine", "reports", "cli", "tests"}, {".txt"});
  std::vector<std::string> unlisted;
  for (const auto& file : files_under({"model", "engine", "reports", "cli", "tests"}, {".cpp"})) {
    const bool listed = std::ranges::any_of(lists, [&](const auto& list) {
      const auto folder = fs::path(list.path).parent_path().generic_string() + "/";
      return list.path.ends_with("/CMakeLists.txt") && file.path.starts_with(folder) &&
             std::regex_search(list.text, std::regex("(^|[\\s(])" + file.path.substr(folder.size()) + "(\\s|\\))"));
    });
    if (!listed) unlisted.push_back(file.path);
  }
  CHECK(unlisted == nothing);
}

}  // namespace

TEST_CASE("no test has a name that CTest would split or Catch2 take for an option", "[architecture]") {
  static const std::regex name("TEST_CASE\\(\"([^\"]*)\"");
  std::vector<std::string> split;
  for (const auto& file : files_under({"tests"}, {".cpp"})) {
    for (std::sregex_iterator found(file.text.begin(), file.text.end(), name), end; found != end; ++found) {
      const auto test = (*found)[1].str();
      if (!test.starts_with('-') && test.find_first_of(";[]\\") == std::string::npos) continue;
      split.push_back(file.path + ": " + test);
    }
  }
  CHECK(split.empty());
}
