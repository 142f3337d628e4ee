// Whatever a command is asked to do, what its author wrote stays as it is: comments, order and blanks included.
#include <algorithm>
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
        "# last first\nfigures: [{cells: [{is: thing,   id: x/y}], form: table, id: \"1\", title: {en: Lost, ja: 失}}]\n"
        "basis: {stated: report}   # as printed\n"
        "judgements: [{id: counters, title: {ja: 対抗, en: Counters}, rows: [lock], columns: [theft], second: {lock: [theft]}, "
        "first: {lock: [theft]}}]\n"
        "catalog: {kind: figures, id: printed, schema: 1, version: 1.0.0, released: 2026-01-01, title: {ja: 図, en: Figures}, "
        "licence: CC0-1.0, sources: [{id: report, title: {ja: 報告書, en: The report}}]}\n");
    write("overlay.yaml",
          "basis: {judgement: {ja: 見た, en: seen}, by: us, on: 2026-01-01}\n\n\n# why: see the minutes\ncontrols:\n"
          "    -   {title: {en: Guarding, ja: 警備}, id: guarding}\n"
          "measures: [{id: bars,   title: {en: Bars, ja: 柵}}]\n"
          "links: [{to: theft, from: bars, kind: counters, because: {en: nobody passes, ja: 通れない}}]\n"
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
    call.insert(call.end(), {"--catalog", path("catalogs")});
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
                                        {"check", "--added", "OVERLAY"},
                                        {"classify"},
                                        {"classify", "--list"},
                                        {"reproduce"},
                                        {"agreement"},
                                        {"sensitivity", "--trials", "2"},
                                        {"dispositions"}};
  return all;
}

/// The overlay takes part in every call, be it as what is asked about.
Strings filled_in(Strings call, const Authored& field) {
  if (std::ranges::count(call, "OVERLAY") == 0) call.insert(call.end(), {"--overlay", "OVERLAY"});
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
    const auto ran = field.run(filled_in(call, field));
    INFO(ran.err);
    CHECK(ran.status < 2);  // it has done what it does
    CHECK(field.digests() == before);
    auto to_a_file = filled_in(call, field);
    to_a_file.insert(to_a_file.end(), {"--output", field.path("out/result")});
    field.run(to_a_file);
    CHECK(field.digests() == before);
  }
  for (const auto* kind : {"catalog", "service-type", "component", "measure", "overlay"}) {
    CAPTURE(kind);
    CHECK(field.run(filled_in({"new", kind, "fresh", "--output", field.path("out/" + std::string(kind))}, field))
              .status == 0);
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
      overwriting.insert(overwriting.end(), {"--output", field.path(input)});
      const auto ran = field.run(overwriting);
      CAPTURE(call, input, ran.err);
      CHECK(ran.status == 2);
      CHECK(field.digests() == before);
    }
  }
}

TEST_CASE("`new` never overwrites: not even the catalogues it starts from", "[cli][inputs]") {
  const Authored field;
  const auto before = field.digests();
  for (const auto* kind : {"catalog", "service-type", "component", "measure", "overlay"}) {
    for (const auto& [input, digest] : before) {
      const auto ran = field.run(filled_in({"new", kind, "fresh", "--output", field.path(input)}, field));
      CAPTURE(kind, input, ran.err);
      CHECK(ran.status == 2);
      CHECK(field.digests() == before);
    }
  }
}
