#include "cli/arguments/command_arguments.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_dispositions{
    "dispositions",
    "What became of every control of the standards in the guideline that is drawn from them\n"
    "管理策のそれぞれを、ガイドラインでどう扱ったかを示す",
    R"(One row for each control, under its headings: its disposition, the measures that originate from it, and why. How many of
each comes first. Exit status 1 when a control has no disposition, 4 when there are no controls.
管理策ごとに、扱い、由来する対策項目、理由を示す。扱いの示されていない管理策があれば、終了コードは 1 となる。)"};

class DispositionsArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_dispositions; }
  Command options() const override { return DispositionsOptions{}; }
};

}  // namespace

std::unique_ptr<CommandArguments> dispositions_arguments() { return std::make_unique<DispositionsArguments>(); }

}  // namespace michibiki::cli
