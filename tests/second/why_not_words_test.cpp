// The words that are printed for an edit, tried as `what-if` reads them: they suppose that edit, and no other.

#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/second/random_missed.hpp"

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;

/// The files of a field, and the service that is asked about.
class Files {
 public:
  explicit Files(const RandomField& field) : service_(scratch_.write("service.yaml", field.service)) {
    for (const auto& [name, text] : field.catalogs) scratch_.write("field/" + name + "/manifest.yaml", text);
    options_.insert(options_.end(),
                    {"--catalog", scratch_.path("field"), "--catalog", "catalogs/step-wording", "--format", "json",
                     "--trust", std::string(name_of(*rc::gen::elementOf(every_trust)))});
  }

  Ran why_not(Strings words) const {
    words.insert(words.begin(), "explain");
    words.insert(words.end(), {"--why-not", "--for", service_});
    return run(std::move(words));
  }
  Ran what_if(Strings words) const {
    words.insert(words.begin(), {"what-if", service_});
    return run(std::move(words));
  }

 private:
  Ran run(Strings words) const {
    words.insert(words.end(), options_.begin(), options_.end());
    return Program{}.run(words);
  }

  Scratch scratch_;
  std::string service_;
  Strings options_;
};

/// Nothing where one of them has no words.
Strings words_of(const Json& proposal) {
  Strings words;
  for (const auto& edit : proposal["edits"]) {
    if (edit["what_if"].is_null()) return {};
    words.insert(words.end(), {edit["what_if"][0].get<std::string>(), edit["what_if"][1].get<std::string>()});
  }
  return words;
}

/// What is otherwise, as a proposal tells it.
Json changes_of(const Json& what_if) {
  const auto& measures = what_if["measures"];
  const auto& controls = what_if["controls"];
  const auto& exposures = what_if["exposures"];
  return {{"new_exposures", exposures["come"].size()},
          {"gone_exposures", exposures["go"].size()},
          {"newly_open", what_if["newly_open"].size()},
          {"new_measures", measures["come"]},
          {"gone_measures", measures["go"]},
          {"new_controls", controls["come"]},
          {"gone_controls", controls["go"]},
          {"answered_otherwise", exposures["otherwise"].size()},
          {"called_for_otherwise", measures["otherwise"].size() + controls["otherwise"].size()},
          {"changed_values", what_if["values"].size()},
          {"more_components", what_if["after"]["components"].get<int>() - what_if["before"]["components"].get<int>()}};
}
Json told_changes(const Json& proposal) {
  auto changes = proposal["changes"];
  changes["newly_open"] = changes["newly_open"].size();
  changes["more_components"] = changes["new_components"].get<int>() - changes["gone_components"].get<int>();
  for (const auto* key : {"new_components", "gone_components", "new_assets", "gone_assets", "uncovered"})
    changes.erase(key);
  return changes;
}

}  // namespace

TEST_CASE("what is printed for an edit supposes just that edit", "[second][why-not]") {
  std::size_t tried = 0;
  rc::prop("tried with what-if", [&] {
    const auto field = *random_plain_field();
    const World world(field.catalogs);
    const auto missed = words_of(world.catalog(), random_missed(world.catalog()));
    RC_PRE(!missed.empty());
    const Files files(field);
    const auto asked = files.why_not(missed);
    RC_PRE(!asked.out.empty());
    const auto answer = Json::parse(asked.out);
    for (std::size_t i = 0; i < answer["proposals"].size() && i < 6; ++i) {
      const auto& proposal = answer["proposals"][i];
      const auto words = words_of(proposal);
      if (words.empty()) continue;
      const auto ran = files.what_if(words);
      const auto as_told = [&] { return Json(missed).dump() + ": " + Json(words).dump() + '\n' + ran.err; };
      if (ran.out.empty()) RC_FAIL("refused: " + as_told());
      const auto changes = changes_of(Json::parse(ran.out));
      if (changes != told_changes(proposal))
        RC_FAIL(changes.dump() + "\nis not\n" + told_changes(proposal).dump() + '\n' + as_told());
      ++tried;
    }
  });
  CHECK(tried > 10);
}

}  // namespace michibiki::testing
