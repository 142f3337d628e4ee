#include <algorithm>

#include "reports/explanation_report.hpp"
#include "reports/explanation_teller.hpp"
#include "reports/explanation_words.hpp"
#include "reports/step_teller.hpp"
#include "reports/words.hpp"

namespace michibiki {
namespace {

/// Texts between quotation marks, as Graphviz reads them, each on a line of its own.
std::string quoted(const std::vector<std::string>& lines) {
  std::string out = "\"";
  for (const auto& line : lines) {
    if (line.empty()) continue;
    if (out.size() > 1) out += "\\n";
    for (const char c : line) {
      if (c == '"' || c == '\\') out += '\\';
      out += c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return out + '"';
}

/// Firm ones are drawn firmly.
std::string_view style_of(BasisKind kind) {
  switch (kind) {
    case BasisKind::stated:
      return "solid";
    case BasisKind::judgement:
      return "dashed";
    case BasisKind::unverified:
      return "dotted";
  }
  return "";
}

/// What the lines of the boxes and the points mean.
std::string legend(Language language) {
  std::string out =
      "  subgraph cluster_legend {\n    label=" + quoted({std::string(words::legend.in(language))}) + '\n';
  for (const auto kind : {BasisKind::stated, BasisKind::judgement, BasisKind::unverified}) {
    out += "    legend_" + std::string(name_of(kind)) +
           " [label=" + quoted({std::string(words_for(kind).in(language))}) + ", style=" + std::string(style_of(kind)) +
           "]\n";
  }
  return out + "    legend_either [shape=plaintext, label=" + quoted({std::string(words::any_will_do.in(language))}) +
         "]\n  }\n";
}

}  // namespace

std::string explanation_dot(const ExplanationReport& report, Language language) {
  const auto& justification = report.explanation.justification;
  const StepTeller teller(report.derivation, justification, language, report.asked);
  const ExplanationTeller grounds(report, language, false);
  const auto step_id = [](std::size_t position) { return "s" + std::to_string(position + 1); };
  const auto either_id = [](std::size_t conclusion) { return "c" + std::to_string(conclusion + 1); };
  // Any one of several steps: they meet in a point, and what rests on them starts there.
  const auto id_of = [&](std::size_t conclusion) {
    const auto& ways = justification.ways[conclusion];
    return ways.size() == 1 ? step_id(ways.front()) : either_id(conclusion);
  };
  std::string out = "digraph explanation {\n  label=" + quoted({report.asked_in_words}) +
                    "\n  labelloc=t\n  rankdir=BT\n  node [shape=box, fontname=\"sans-serif\"]\n";
  for (std::size_t i = 0; i < justification.steps.size(); ++i) {
    const auto& step = justification.steps[i];
    const bool root = std::ranges::count(justification.roots, step.conclusion) != 0;
    out += "  " + step_id(i) +
           " [label=" + quoted({"[" + std::to_string(i + 1) + "] " + teller.tell(step), grounds.basis(step).text}) +
           ", style=" + std::string(style_of(own_basis(step, report.derivation.view.catalog()))) +
           (root ? ", penwidth=2" : "") + "]\n";
    for (const auto premise : step.premises) out += "  " + id_of(premise) + " -> " + step_id(i) + '\n';
  }
  for (std::size_t i = 0; i < justification.conclusions.size(); ++i) {
    if (justification.ways[i].size() == 1) continue;
    out += "  " + either_id(i) + " [shape=point]\n";
    for (const auto way : justification.ways[i])
      out += "  " + step_id(way) + " -> " + either_id(i) + " [arrowhead=none]\n";
  }
  return out + legend(language) + "}\n";
}

}  // namespace michibiki
