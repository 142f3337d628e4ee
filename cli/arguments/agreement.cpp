#include "cli/arguments/command_arguments.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_agreement{
    "agreement",
    "How far two judges agree on the links, and how their disagreements were settled\n"
    "二者が別々に判断したリンクの一致と、食い違いの決着を示す",
    R"(Of every table that was judged twice: raw agreement, Cohen's kappa, and what came of each disagreement (all of them with
--verbose, or in Markdown and JSON). Exit status 4 when no catalogue holds such tables.
二度判断された表ごとに、一致率、コーエンのκ、食い違いの決着を示す（--verbose ですべて）。)"};

class AgreementArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_agreement; }
  Command options() const override { return AgreementOptions{}; }
};

}  // namespace

std::unique_ptr<CommandArguments> agreement_arguments() { return std::make_unique<AgreementArguments>(); }

}  // namespace michibiki::cli
