// `explain --all` writes reason after reason while it finds them: what becomes of that when nobody takes them any more.
#include <array>
#include <csignal>
#include <cstdio>

#include <sys/resource.h>

#include "cli/output_file.hpp"

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::size_t ways = 30;
constexpr std::size_t reasons = ways * ways;  // a megabyte and more

/// So many mechanisms by which a thing of so many natures is stolen.
std::string field_of_many() {
  const auto each = [](const std::string& before, const std::string& after) {
    std::string text;
    for (std::size_t i = 0; i < ways; ++i) text += before + std::to_string(i) + after;
    return text;
  };
  return "catalog: {schema: 1, id: many, version: 1.0.0, released: 2026-01-01, title: {ja: 多, en: Many},\n"
         "  licence: CC0-1.0, sources: [{id: report, title: {ja: 報告書, en: The report}}]}\n"
         "basis: {stated: report}\n"
         "properties: [{id: presence, title: {ja: 所在, en: Presence}}]\n"
         "natures:\n  - {id: thing, title: {ja: 物, en: Thing}}\n" +
         each("  - {id: n", ", parent: thing, title: {ja: 物, en: Thing}}\n") + "mechanisms:\n" +
         each("  - {id: m", ", title: {ja: 法, en: Way}, acts-on: [{natures: [thing], properties: [presence]}]}\n") +
         "components: [{id: rack, title: {ja: 棚, en: Rack}, carries: [disk]}]\n"
         "assets: [{id: disk, title: {ja: 板, en: Disk}, natures: [" +
         each("n", ", ") + "]}]\nthreats: [{id: theft, title: {ja: 盗難, en: Theft}, harms: [presence], mechanisms: [" +
         each("m", ", ") +
         "]}]\nmeasures: [{id: lock, title: {ja: 施錠, en: Lock}}]\n"
         "links: [{kind: counters, from: lock, to: theft}]\n";
}

struct Many : Scratch {
  Many() { write("many/manifest.yaml", field_of_many()); }

  std::vector<std::string> call(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"explain", "lock", "--catalog", path("many"), "--all"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
};

/// Takes only so many bytes, and remembers the largest piece in which it was given them.
class Narrow : public std::streambuf {
 public:
  explicit Narrow(std::size_t most) : most_(most) {}
  std::size_t given = 0;
  std::size_t largest = 0;

 protected:
  std::streamsize xsputn(const char*, std::streamsize count) override {
    const auto size = static_cast<std::size_t>(count);
    largest = std::max(largest, size);
    given += size;
    return given <= most_ ? count : 0;
  }
  int_type overflow(int_type c) override { return ++given <= most_ ? traits_type::not_eof(c) : traits_type::eof(); }

 private:
  std::size_t most_;
};

}  // namespace

TEST_CASE("a file gets every reason that the screen would have got", "[cli][explain][output]") {
  const Many many;
  const auto screen = Program{}.run(many.call());
  CHECK(screen.status == 0);
  CHECK(screen.out.size() > 1'000'000);
  CHECK_THAT(screen.out, ContainsSubstring("\nReason " + std::to_string(reasons) + "\n"));
  CHECK(Program{}.run(many.call({"--output", many.path("all.txt")})).status == 0);
  CHECK(many.read("all.txt") == screen.out);
}

TEST_CASE("reasons are written one by one, and no more once nobody takes them", "[cli][explain][output]") {
  const Many many;
  constexpr std::size_t most = 100'000;
  Narrow narrow(most);
  std::ostream out(&narrow);
  std::ostringstream err;
  std::istringstream in;
  michibiki::cli::Environment environment{.in = in,
                                          .out = out,
                                          .err = err,
                                          .variable = [](const std::string&) { return std::nullopt; },
                                          .program_folder = ""};
  CHECK(static_cast<int>(michibiki::cli::run(many.call(), environment)) == 3);
  CHECK_THAT(err.str(), ContainsSubstring("cannot write the result to standard output"));
  CHECK(narrow.largest < 10'000);
  CHECK(narrow.given > most);
  CHECK(narrow.given < most + 10'000);
}

TEST_CASE("who stops reading the reasons ends the program without a word", "[cli][explain][output]") {
  const Many many;
  std::string call = std::string("( '") + MICHIBIKI_PROGRAM + "'";
  for (const auto& word : many.call()) call += " '" + word + "'";
  call += "; echo \"status $?\" >&2 ) 2>'" + many.path("err") + "' | head -c 1000";
  const auto before = std::signal(SIGPIPE, SIG_DFL);
  FILE* pipe = popen(call.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> part{};
  const auto count = std::fread(part.data(), 1, part.size(), pipe);
  pclose(pipe);
  std::signal(SIGPIPE, before);
  CHECK(count == 1000);
  CHECK(many.read("err") == "status " + std::to_string(128 + SIGPIPE) + "\n");
}

TEST_CASE("a disk that fills up while reasons are written leaves the old file and nothing beside it",
          "[cli][explain][output]") {
  const Many many;
  many.write("out/all.txt", "old");
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto ignored = std::signal(SIGXFSZ, SIG_IGN);  // so that writing fails instead of ending the program
  rlimit small = before;
  small.rlim_cur = 300'000;
  setrlimit(RLIMIT_FSIZE, &small);
  const auto ran = Program{}.run(many.call({"--output", many.path("out/all.txt")}));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, ignored);
  CHECK(ran.status == 3);
  CHECK_THAT(ran.err, ContainsSubstring("all.txt': File too large"));
  CHECK(many.read("out/all.txt") == "old");
  CHECK(many.files() == std::vector<std::string>{"many/manifest.yaml", "out/all.txt"});
}

TEST_CASE("a text that cannot be made to its end leaves the old file and nothing beside it", "[cli][output]") {
  const Scratch scratch;
  const auto path = scratch.write("report.txt", "old");
  const auto make = [](const michibiki::TextSink& sink) {
    sink(std::string(200'000, 'x'));
    throw std::runtime_error("no more");
  };
  CHECK_THROWS(michibiki::cli::write_whole_file(path, make));
  CHECK(scratch.read("report.txt") == "old");
  CHECK(scratch.files() == std::vector<std::string>{"report.txt"});
}

TEST_CASE("no input is overwritten by reasons, and none is looked for", "[cli][explain][output]") {
  const Many many;
  CHECK(Program{}.run(many.call({"--output", many.path("many/manifest.yaml")})).status == 2);
  CHECK(many.read("many/manifest.yaml") == field_of_many());
}

TEST_CASE("whoever watches is told how many reasons are written, unless they pass by there", "[cli][explain]") {
  const Many many;
  Program watched;
  watched.err_is_terminal = true;
  // Over in less than a second it tells nothing, else how far it has come.
  const auto ran = watched.run(many.call());
  CHECK(ran.status == 0);
  if (!ran.err.empty()) CHECK_THAT(ran.err, ContainsSubstring("telling the reasons one by one: "));
  watched.out_is_terminal = true;
  CHECK(watched.run(many.call()).err.empty());
}
