#include <algorithm>
#include <ostream>

#include "cli/commands/commands.hpp"
#include "cli/level_words.hpp"
#include "cli/named_item.hpp"
#include "cli/questionnaire.hpp"
#include "model/knowledge_graph.hpp"
#include "model/text.hpp"
#include "reports/classification_report.hpp"

namespace michibiki::cli {
namespace {

/// Reads the flags against the catalogue; says everything that is wrong with them.
class Flags {
 public:
  Flags(const Session& session, const Catalog& catalog) : session_(session), catalog_(catalog) {}

  bool ok() const { return ok_; }

  Service read(const ClassifyOptions& options) {
    Service service;
    if (!options.type.empty()) service.type = item<ServiceType>("--type", options.type);
    for (const auto& text : options.answers) read_answer(text, service);
    for (const auto& text : options.levels) read_level(text, service);
    return service;
  }

 private:
  void wrong(const std::string& what) {
    ok_ = false;
    session_.log().error(what);
  }

  template <typename T>
  std::optional<Id<T>> item(const std::string& flag, const std::string& text) {
    const auto found = named_item(session_, catalog_, T::kind, flag, text);
    if (!found) ok_ = false;
    return found ? std::optional(Id<T>{found->index}) : std::nullopt;
  }

  std::optional<std::pair<std::string, std::string>> sides(const std::string& text, const std::string& flag,
                                                           const std::string& form) {
    auto both = sides_of(text);
    if (!both) wrong(flag + ": " + quote(text) + " is not of the form " + form);
    return both;
  }

  void read_answer(const std::string& text, Service& service) {
    const auto both = sides(text, "--answer", "QUESTION=yes or QUESTION=no");
    if (!both) return;
    const auto answer = answer_in(session_, catalog_, "--answer", both->first, both->second);
    ok_ = ok_ && answer.has_value();
    if (!answer) return;
    const auto [known, added] = service.answers.try_emplace(answer->first, Said<bool>{answer->second});
    if (!added && known->second.value != answer->second)
      wrong("--answer: " + quote(both->first) + " is answered both yes and no");
  }

  void read_level(const std::string& text, Service& service) {
    const auto both = sides(text, "--level", "PROPERTY=LEVEL");
    if (!both) return;
    const auto level = level_in(session_, catalog_, "--level", both->first, both->second);
    ok_ = ok_ && level.has_value();
    if (!level) return;
    const auto [known, added] = service.levels.try_emplace(level->first, Said<LevelId>{level->second});
    if (!added && known->second.value != level->second)
      wrong("--level: " + quote(both->first) + " is said to be both " +
            quote(catalog_.levels[known->second.value].code) + " and " + quote(catalog_.levels[level->second].code));
  }

  const Session& session_;
  const Catalog& catalog_;
  bool ok_ = true;
};

std::string render_questions(const Session& session, const View& view) {
  switch (session.format()) {
    case Format::json:
      return questions_json(view);
    case Format::markdown:
      return questions_markdown(view, session.language());
    case Format::text:
      break;
  }
  return questions_text(view, session.language(), session.text_style());
}

std::string render(const Session& session, const ClassificationReport& report) {
  switch (session.format()) {
    case Format::json:
      return classification_json(report);
    case Format::markdown:
      return classification_markdown(report, session.language());
    case Format::text:
      break;
  }
  return classification_text(report, session.language(), session.text_style());
}

/// The flags that levels came from, strongest first; answers may also have been given on the terminal.
std::string flags_given(const ClassifyOptions& options) {
  std::string flags;
  const auto add = [&](bool given, const std::string& flag) {
    if (given) flags += (flags.empty() ? "" : ", ") + flag;
  };
  add(!options.levels.empty(), "--level");
  add(!options.answers.empty(), "--answer");
  add(!options.type.empty(), "--type");
  return flags.empty() ? "the answers" : flags;
}

bool any_pattern(const View& view) {
  for (std::size_t i = 0; i < view.catalog().patterns.size(); ++i) {
    if (view.holds(ref(PatternId{i}))) return true;
  }
  return false;
}

}  // namespace

ExitStatus run_classify(const Session& session, const ClassifyOptions& options) {
  auto catalog = session.load();
  if (!catalog) return ExitStatus::wrong_input;
  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  Flags flags(session, view.catalog());
  auto service = flags.read(options);
  if (!flags.ok()) return ExitStatus::wrong_input;
  if (!any_pattern(view)) {
    session.log().error("there is nothing to classify by: the catalogues have no patterns" + session.under_trust());
    return ExitStatus::nothing_to_check;
  }
  if (options.list) return session.deliver(render_questions(session, view), ExitStatus::clean);

  const bool told = !options.type.empty() || !options.answers.empty() || !options.levels.empty();
  auto& environment = session.environment();
  if (!told && environment.in_is_terminal) {
    ask_questions(view, service, session.language(), environment.in, environment.err);
  }
  const auto classification = classify(view, service);
  if (classification.patterns.empty() && !classification.withheld.empty()) {
    session.log().error(flags_given(options) + ": every pattern that has these levels is hidden" +
                        session.under_trust());
    return ExitStatus::nothing_to_check;
  }
  if (classification.outside_lattice) {
    session.log().error(flags_given(options) + ": no pattern" + session.under_trust() +
                        " has these levels; the lattice is listed under `patterns` of the catalogue");
    return ExitStatus::wrong_input;
  }
  return session.deliver(render(session, {view, service, classification}), ExitStatus::clean);
}

}  // namespace michibiki::cli
