// Every command line and output shown in the documents is executed: a ```console block holds lines `$ command` and below each what it
// prints (both streams); a line `...` stands for any lines, and a prompt line that ends in `# exit N` says the exit status when not 0.
// MICHIBIKI_UPDATE_GOLDEN=1 writes anew what is shown without such a line; the difference is for reviewers to read.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "tests/catch.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path root = MICHIBIKI_SOURCE_DIR;

struct Shown {
  std::string command;
  int status = 0;
  std::vector<std::string> output;
  std::size_t line = 0;  ///< where its output starts in the document, from 0
};

std::vector<std::string> lines_of(std::istream& stream) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Shown> shown_in(const fs::path& document) {
  std::ifstream stream(document);
  std::vector<Shown> found;
  bool inside = false;
  std::size_t number = 0;
  for (const auto& line : lines_of(stream)) {
    ++number;
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      Shown shown{line.substr(2), 0, {}, number};
      if (const auto mark = shown.command.find("  # exit "); mark != std::string::npos) {
        shown.status = std::stoi(shown.command.substr(mark + 9));
        shown.command.erase(mark);
      }
      found.push_back(shown);
    } else if (inside && !found.empty()) {
      found.back().output.push_back(line);
    }
  }
  return found;
}

/// A folder to run in that has the examples and catalogues, so that what a command writes does not stay.
fs::path scratch_folder() {
  const auto folder = fs::temp_directory_path() / ("michibiki-documents-" + std::to_string(getpid()));
  fs::create_directories(folder);
  for (const auto* name : {"examples", "catalogs"}) fs::create_directory_symlink(root / name, folder / name);
  return folder;
}

struct Ran {
  int status = 0;
  std::vector<std::string> output;
};

Ran run(const std::string& command, const fs::path& folder) {
  const auto program = fs::path(MICHIBIKI_PROGRAM).parent_path().string();
  const auto line = "cd '" + folder.string() + "' && export PATH='" + program +
                    "':$PATH LC_ALL=C.UTF-8 && unset MICHIBIKI_CATALOGS && { " + command + " ; } 2>&1";
  Ran ran;
  FILE* pipe = popen(line.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> buffer{};
  while (const auto n = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), n);
  ran.status = pclose(pipe) >> 8;
  std::istringstream stream(text);
  ran.output = lines_of(stream);
  return ran;
}

/// `...` on a line of its own stands for any number of lines.
bool fits(const std::vector<std::string>& shown, std::size_t i, const std::vector<std::string>& printed,
          std::size_t j) {
  for (; i < shown.size(); ++i, ++j) {
    if (shown[i] == "...") {
      for (auto k = j; k <= printed.size(); ++k) {
        if (fits(shown, i + 1, printed, k)) return true;
      }
      return false;
    }
    if (j >= printed.size() || shown[i] != printed[j]) return false;
  }
  return j == printed.size();
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

/// Puts what is printed in the place of what is shown.
void rewrite(const fs::path& document, const Shown& shown, const std::vector<std::string>& printed) {
  std::ifstream in(document);
  auto lines = lines_of(in);
  const auto start = lines.begin() + static_cast<std::ptrdiff_t>(shown.line);
  const auto end = start + static_cast<std::ptrdiff_t>(shown.output.size());
  lines.insert(lines.erase(start, end), printed.begin(), printed.end());
  std::ofstream(document) << joined(lines);
}

/// In the texts of the files with that ending in a folder and below it: what the pattern finds, with the first file where.
std::map<std::string, fs::path> found_below(const fs::path& folder, const std::string& ending,
                                            const std::regex& wanted) {
  std::map<std::string, fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ending) continue;
    std::ifstream stream(entry.path());
    for (const auto& line : lines_of(stream)) {
      for (std::sregex_iterator it(line.begin(), line.end(), wanted); it != std::sregex_iterator(); ++it)
        found.try_emplace((*it)[1], entry.path());
    }
  }
  return found;
}

const std::vector<fs::path> guides{root, root / "docs", root / "docs" / "method"};
const std::vector<fs::path> walks{root / "docs" / "extending"};

std::vector<fs::path> documents(const std::vector<fs::path>& folders) {
  std::vector<fs::path> found;
  for (const auto& folder : folders) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".md") found.push_back(entry.path());
    }
  }
  return found;
}

/// Runs what the documents of these folders show, each document in a folder of its own.
void check_shown(const std::vector<fs::path>& folders) {
  const bool update = std::getenv("MICHIBIKI_UPDATE_GOLDEN") != nullptr;
  std::size_t commands = 0;
  for (const auto& document : documents(folders)) {
    const auto folder = scratch_folder();
    for (std::size_t i = 0; i < shown_in(document).size(); ++i) {
      const auto shown = shown_in(document)[i];  // anew: what was written before may have moved it
      ++commands;
      const auto ran = run(shown.command, folder);
      if (update && std::ranges::count(shown.output, "...") == 0) {
        rewrite(document, shown, ran.output);
        continue;
      }
      INFO(document.filename().string() << ": $ " << shown.command << "\nprinted:\n" << joined(ran.output));
      CHECK(ran.status == shown.status);
      CHECK(fits(shown.output, 0, ran.output, 0));
    }
    fs::remove_all(folder);
  }
  CHECK(commands > 0);
}

}  // namespace

TEST_CASE("what the documents show is what the program prints", "[docs][thorough]") { check_shown(guides); }

TEST_CASE("the extensions can be walked through as shown", "[docs][thorough]") { check_shown(walks); }

TEST_CASE("what a walk-through quotes of an extension stands in its files", "[docs]") {
  std::size_t quoted = 0;
  for (const auto& document : documents(walks)) {
    const auto name = document.filename().string();
    const auto extension = name.substr(0, name.find('.'));
    std::set<std::string> written;
    std::vector<fs::path> files{root / "examples" / "extensions" / (extension + ".yaml")};
    for (const auto& entry : fs::directory_iterator(root / "catalogs" / extension)) files.push_back(entry.path());
    for (const auto& file : files) {
      std::ifstream in(file);
      for (const auto& line : lines_of(in)) written.insert(line);
    }
    std::ifstream in(document);
    bool inside = false;
    for (const auto& line : lines_of(in)) {
      if (line.starts_with("```")) {
        inside = line == "```yaml";
      } else if (inside && line != "...") {
        ++quoted;
        INFO(name << ": " << line);
        CHECK(written.contains(line));
      }
    }
  }
  CHECK(quoted > 100);
}

TEST_CASE("what a document links to is there", "[docs]") {
  static const std::regex link(R"re(\]\(([^)#: ]+)(#[^)]*)?\))re");
  std::vector<std::string> missing;
  auto everything = guides;
  everything.insert(everything.end(), walks.begin(), walks.end());
  for (const auto& document : documents(everything)) {
    std::ifstream in(document);
    for (const auto& line : lines_of(in)) {
      for (std::sregex_iterator found(line.begin(), line.end(), link), end; found != end; ++found) {
        const auto target = (*found)[1].str();
        if (!fs::exists(document.parent_path() / target))
          missing.push_back(document.filename().string() + ": " + target);
      }
    }
  }
  CHECK(missing == std::vector<std::string>{});
}

TEST_CASE("the plots in the documents are what the program draws", "[docs][thorough]") {
  const auto folder = scratch_folder();
  for (const std::string language : {"en", "ja"}) {
    const auto path = root / "docs" / "method" / ("sensitivity." + language + ".svg");
    const auto drawn = run("michibiki sensitivity --trials 50 --plot --lang " + language, folder);
    CHECK(drawn.status == 0);
    if (std::getenv("MICHIBIKI_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << joined(drawn.output);
    std::ifstream shown(path);
    CHECK((lines_of(shown) == drawn.output));
  }
  fs::remove_all(folder);
}

TEST_CASE("what the documents call by an id of the catalogues is in them", "[docs]") {
  const auto known = found_below(root / "catalogs", ".yaml", std::regex(R"(\bid: "?([A-Za-z][A-Za-z0-9./-]*))"));
  REQUIRE(known.size() > 2000);
  // A number of the guideline or standard, with what follows behind a stroke; or an origin, and what comes of it.
  const std::regex id(
      R"((?:^|[^A-Za-z0-9.])((?:iot\.)?(?:III|II|A)(?:\.[0-9]+)+(?:/[a-z][a-z0-9-]*)?|(?:malicious|negligent|non-human)\.[a-z][a-z-]+))");
  const auto named = found_below(root / "docs", ".md", id);
  CHECK(named.size() > 100);
  for (const auto& [code, document] : named) {
    INFO(document.string() << ": " << code);
    CHECK(known.contains(code));
  }
}
