// A result is written whole or not at all.
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output_file.hpp"

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using michibiki::cli::write_whole_file;

namespace {

namespace fs = std::filesystem;

struct Field : Scratch {
  Field() {
    write("thieves/manifest.yaml", field_of_thieves());
    write("service.yaml", "id: shop\ntitle: {ja: 店, en: Shop}\ntype: plain\ncase: one-rack\n");
  }
  Ran derive_to(const std::string& output) const {
    return Program{}.run({"derive", path("service.yaml"), "--catalog", path("thieves"), "--output", output});
  }
};

}  // namespace

TEST_CASE("a file gets what the screen would have got", "[cli][output]") {
  const Field field;
  const auto ran = field.derive_to(field.path("report.txt"));
  CHECK(ran.status == 0);
  CHECK(ran.out.empty());
  const auto screen = Program{}.run({"derive", field.path("service.yaml"), "--catalog", field.path("thieves")});
  CHECK(field.read("report.txt") == screen.out);
  CHECK(field.files() == std::vector<std::string>{"report.txt", "service.yaml", "thieves/manifest.yaml"});
}

TEST_CASE("`-` as output is the screen", "[cli][output]") {
  const Field field;
  const auto ran = field.derive_to("-");
  CHECK(ran.status == 0);
  CHECK(ran.out == Program{}.run({"derive", field.path("service.yaml"), "--catalog", field.path("thieves")}).out);
  CHECK_FALSE(fs::exists("-"));
}

TEST_CASE("no input is overwritten: service, catalogues, overlays, checked ones", "[cli][output]") {
  const Field field;
  field.write("overlay.yaml", R"(
catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-01-01, title: {ja: 私, en: Mine}, licence: CC0-1.0, depends-on: [thieves]}
basis: unverified
purposes: [{id: keep-out, title: {ja: 締め出す, en: Keep out}}]
)");
  for (const auto* input : {"service.yaml", "thieves/manifest.yaml", "overlay.yaml"}) {
    const auto before = field.read(input);
    for (const auto* command : {"derive", "check", "classify"}) {
      const bool derives = std::string(command) == "derive";
      if (!derives && std::string(input) == "service.yaml") continue;
      std::vector<std::string> call{
          command,    "--catalog",      field.path("thieves"), "--overlay", field.path("overlay.yaml"),
          "--output", field.path(input)};
      if (derives) call.insert(call.begin() + 1, field.path("service.yaml"));
      const auto ran = Program{}.run(call);
      INFO(command << ' ' << input);
      CHECK(ran.status == 2);
      CHECK_THAT(ran.err,
                 ContainsSubstring("--output would overwrite") &&
                     ContainsSubstring(std::string(input) + "', which is an input of this call; name another file"));
      CHECK(field.read(input) == before);
    }
  }
}

TEST_CASE("no result becomes a part of a catalogue", "[cli][output]") {
  const Field field;
  const auto check_to = [&](const std::string& output) {
    return Program{}.run({"check", field.path("thieves"), "--output", field.path(output)});
  };
  fs::create_directories(field.path("thieves/reports"));
  for (const auto* output : {"thieves/report.yaml", "thieves/report.YML", "thieves/reports/report.yaml"}) {
    const auto ran = check_to(output);
    INFO(output);
    CHECK(ran.status == 2);
    CHECK_THAT(
        ran.err,
        ContainsSubstring(
            "--output would become a part of the catalogue in '" + field.path("thieves") +
            "', where every YAML file is read; choose another place, or a name that does not end in `.yaml` or `.yml`"));
    CHECK_FALSE(fs::exists(field.path(output)));
  }
  CHECK(field.derive_to(field.path("thieves/report.yaml")).status == 2);
  const auto here = fs::current_path();
  fs::current_path(field.path("thieves"));
  const auto inside = Program{}.run({"check", ".", "--output", "report.yaml"});
  fs::current_path(here);
  CHECK(inside.status == 2);
  CHECK_THAT(inside.err, ContainsSubstring("a part of the catalogue in '.'"));
  CHECK(check_to("report.yaml").status != 2);
  CHECK(check_to("thieves/report.txt").status != 2);
  CHECK(check_to("thieves/reports/report.txt").status != 2);
}

TEST_CASE("a wrong catalogue leaves an earlier report as it was", "[cli][output]") {
  const Field field;
  field.write("thieves/wrong.yaml", "threats: [{id: fire, harms: [presense]}]\n");
  field.write("report.txt", "old");
  for (const std::vector<std::string>& call : {std::vector<std::string>{"derive", field.path("service.yaml")},
                                               {"check"},
                                               {"check", field.path("thieves")},
                                               {"classify"},
                                               {"classify", "--list"}}) {
    auto arguments = call;
    for (const auto& more :
         {std::string("--catalog"), field.path("thieves"), std::string("--output"), field.path("report.txt")}) {
      arguments.push_back(more);
    }
    const auto ran = Program{}.run(arguments);
    INFO(call.front());
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring("wrong.yaml:1:30: error: unknown property 'presense'"));
    CHECK(field.read("report.txt") == "old");
    CHECK(field.files() ==
          std::vector<std::string>{"report.txt", "service.yaml", "thieves/manifest.yaml", "thieves/wrong.yaml"});
  }
}

TEST_CASE("a file that cannot be written is our failure, and what was there stays", "[cli][output]") {
  const Field field;
  field.write("kept/report.txt", "old");
  const auto in_no_folder = field.derive_to(field.path("nowhere/report.txt"));
  CHECK(in_no_folder.status == 3);
  CHECK_THAT(in_no_folder.err,
             ContainsSubstring("cannot write") &&
                 ContainsSubstring("nowhere/report.txt': No such file or directory (in the folder '"));
  CHECK(field.derive_to(field.path("kept")).status == 3);
  CHECK(field.derive_to("/proc/report.txt").status == 3);  // not even root may
  CHECK(field.derive_to("/dev/full").status == 3);
  CHECK(field.read("kept/report.txt") == "old");
}

TEST_CASE("a folder that may not be written to keeps its file", "[cli][output]") {
  const Field field;
  field.write("closed/report.txt", "old");
  fs::permissions(field.path("closed"), fs::perms::owner_read | fs::perms::owner_exec);
  const auto ran = field.derive_to(field.path("closed/report.txt"));
  fs::permissions(field.path("closed"), fs::perms::owner_all);
  if (geteuid() == 0) return;  // root may write everywhere
  CHECK(ran.status == 3);
  CHECK(field.read("closed/report.txt") == "old");
}

TEST_CASE("a disk that fills up leaves the old file and nothing beside it", "[cli][output]") {
  const Scratch scratch;
  const auto path = scratch.write("report.txt", "old");
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto ignored = std::signal(SIGXFSZ, SIG_IGN);  // so that writing fails instead of ending the program
  rlimit small = before;
  small.rlim_cur = 1000;
  setrlimit(RLIMIT_FSIZE, &small);
  const auto problem = write_whole_file(path, std::string(5000, 'x'));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, ignored);
  CHECK_THAT(problem, ContainsSubstring("cannot write"));
  CHECK(scratch.read("report.txt") == "old");
  CHECK(scratch.files() == std::vector<std::string>{"report.txt"});
}

TEST_CASE("a rewritten file keeps its permissions, and a link stays a link", "[cli][output]") {
  const Scratch scratch;
  const auto path = scratch.write("real/report.txt", "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  fs::create_symlink("real/report.txt", scratch.path("link"));
  CHECK(write_whole_file(scratch.path("link"), "new").empty());
  CHECK(scratch.read("real/report.txt") == "new");
  CHECK(fs::is_symlink(scratch.path("link")));
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
  const auto mask = umask(022);
  CHECK(write_whole_file(scratch.path("fresh.txt"), "x").empty());
  umask(mask);
  CHECK((fs::status(scratch.path("fresh.txt")).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read));
}

TEST_CASE("a report does not overwrite the service it is made from", "[cli][output]") {
  const Field field;
  const auto before = field.read("service.yaml");
  const auto ran = field.derive_to(field.path("thieves/../service.yaml"));
  CHECK(ran.status == 2);
  CHECK(field.read("service.yaml") == before);
}

TEST_CASE("a result that standard output does not take is our failure", "[cli][output]") {
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in;
  out.setstate(std::ios::badbit);
  michibiki::cli::Environment environment{.in = in,
                                          .out = out,
                                          .err = err,
                                          .variable = [](const std::string&) { return std::nullopt; },
                                          .program_folder = ""};
  CHECK(static_cast<int>(michibiki::cli::run({"--version"}, environment)) == 3);
  CHECK_THAT(err.str(), ContainsSubstring("cannot write the result to standard output"));
}
