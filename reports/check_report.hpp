#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "engine/check.hpp"
#include "engine/explain/lone_judgements.hpp"
#include "model/wording.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// A catalogue of published figures that was read. Nothing in it is looked at: it only had to be readable.
struct ReadFigures {
  std::string code;
  std::string version;
  std::string sha256;
  std::size_t figures = 0;
};

/// What every form of a check's report is drawn from. View and result are not owned: they must outlive the call.
struct CheckReport {
  const View& view;  ///< the one that was looked over
  const CheckResult& result;
  std::set<std::string> only;  ///< the catalogues whose statements mattered; empty: all
  std::vector<ReadFigures> figures;
  LoneJudgements lone = {};  ///< what single judgements carry
};

/// For a terminal: a summary, then the findings by kind, at most that many of one kind; 0: all.
std::string check_text(const CheckReport& report, Language language, const TextStyle& style,
                       std::size_t most_of_a_kind);

/// For review: the same with all findings, as GitHub's Markdown.
std::string check_markdown(const CheckReport& report, Language language);

/// For programs: format "michibiki-check", version 1. Messages are in English, Japanese ones stand beside them.
std::string check_json(const CheckReport& report);

}  // namespace michibiki
