// Whatever a command is asked to do, what its author wrote stays as it is: comments, order and blanks included.
#include <map>

#include "model/sha256.hpp"

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

/// Catalogues as people write them: comments, blanks, keys and sections in an order of their own, no line end at the end.
struct Authored : Scratch {
  Authored() {
    write("catalogs/thieves/manifest.yaml", "# Kept by hand.\n" + field_of_thieves() + "\n\n# the end");
    write(
        "catalogs/figures/manifest.yaml",
        "# last first\nfigures: [{cells: [{is: thing,   id: x/y}], form: image, id: \"1\", title: {en: Lost, ja: 失}}]\n"
        "basis: {stated: report}   # as printed\n"
        "catalog: {kind: figures, id: printed, schema: 1, version: 1.0.0, released: 2026-01-01, title: {ja: 図, en: Figures}, "
        "licence: CC0-1.0, sources: [{id: report, title: {ja: 報告書, en: The report}}]}\n");
    write(
        "overlay.yaml",
        "basis: unverified\n\n\n# why: see the minutes\npurposes:\n    -   {title: {en: Keep out, ja: 締め出す}, id: keep-out}\n"
        "catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-01-01, title: {ja: 私, en: Mine}, "
        "licence: CC0-1.0, depends-on: [thieves]}");
    write("service.yaml", "# ours\ncase: one-rack\ntype: plain\nid: shop\ntitle: {en: Shop, ja: 店}");
  }

  /// Each input by the digest of its bytes.
  std::map<std::string, std::string> digests() const {
    std::map<std::string, std::string> all;
    for (const auto& name : files()) {
      if (!name.starts_with("out/")) all[name] = michibiki::sha256_hex(read(name)).value();
    }
    return all;
  }

  Ran run(Strings call) const {
    call.insert(call.end(), {"--catalog", path("catalogs"), "--overlay", path("overlay.yaml")});
    Program program;
    program.input = "yes\nno\n";
    return program.run(call);
  }
};

const std::vector<Strings>& calls() {
  static const std::vector<Strings> all{{"derive", "SERVICE"},
                                        {"derive", "SERVICE", "--summary"},
                                        {"derive", "SERVICE", "--format", "json"},
                                        {"derive", "SERVICE", "--format", "markdown"},
                                        {"check"},
                                        {"check", "OVERLAY"},
                                        {"check", "--service-type", "plain"},
                                        {"classify"},
                                        {"classify", "--list"},
                                        {"reproduce"},
                                        {"agreement"},
                                        {"sensitivity", "--trials", "2"},
                                        {"dispositions"}};
  return all;
}

Strings filled_in(Strings call, const Authored& field) {
  for (auto& word : call) {
    if (word == "SERVICE") word = field.path("service.yaml");
    if (word == "OVERLAY") word = field.path("overlay.yaml");
  }
  return call;
}

}  // namespace

TEST_CASE("no command writes to any file that it reads", "[cli][inputs]") {
  const Authored field;
  const auto before = field.digests();
  REQUIRE(before.size() == 4);
  fs::create_directories(field.path("out"));
  for (const auto& call : calls()) {
    CAPTURE(call);
    CHECK(field.run(filled_in(call, field)).status != 3);
    CHECK(field.digests() == before);
    auto to_a_file = filled_in(call, field);
    to_a_file.insert(to_a_file.end(), {"--output", field.path("out/result")});
    field.run(to_a_file);
    CHECK(field.digests() == before);
  }
  for (const auto* kind : {"catalog", "service-type", "component", "measure", "overlay"}) {
    CAPTURE(kind);
    CHECK(field.run({"new", kind, "fresh", "--output", field.path("out/" + std::string(kind))}).status == 0);
    CHECK(field.digests() == before);
  }
}

TEST_CASE("a result that would replace an input is refused by every command", "[cli][inputs]") {
  const Authored field;
  const auto before = field.digests();
  for (const auto& call : calls()) {
    for (const auto& [input, digest] : before) {
      auto overwriting = filled_in(call, field);
      if (call.front() != "derive" && input == "service.yaml") continue;  // no input of theirs
      if (call.front() != "reproduce" && call.front() != "agreement" && input.find("figures") != std::string::npos)
        continue;
      overwriting.insert(overwriting.end(), {"--output", field.path(input)});
      const auto ran = field.run(overwriting);
      CAPTURE(call, input, ran.err);
      CHECK((ran.status == 2 || ran.status == 4));  // 4: nothing to tell of, and so nothing to write
      CHECK(field.digests() == before);
    }
  }
}

TEST_CASE("`new` never overwrites: not even the catalogues it starts from", "[cli][inputs]") {
  const Authored field;
  const auto before = field.digests();
  for (const auto* kind : {"catalog", "service-type", "component", "measure", "overlay"}) {
    for (const auto& [input, digest] : before) {
      const auto ran = field.run({"new", kind, "fresh", "--output", field.path(input)});
      CAPTURE(kind, input, ran.err);
      CHECK(ran.status == 2);
      CHECK(field.digests() == before);
    }
  }
}
