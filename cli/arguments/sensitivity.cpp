#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_sensitivity{
    "sensitivity",
    "What becomes of coverage and of the control set without some of the judged links\n"
    "判断によるリンクを無作為に除くと、対策状況と対策の数がどう変わるかを示す",
    R"(A system with every component is derived again and again, each time without a random 1, 5, 10 or 20 % of the judged links: of
all that decide exposures and their answers, and of each kind alone; and, of a kind that was judged twice, without the share
that the measured kappa stands for. The same seed gives the same numbers.
すべての構成要素を持つシステムを、判断によるリンクの1、5、10、20％を除いて繰り返し導く。二度判断された種類のリンクは、
測ったκに当たる割合も除く。同じ --seed では同じ結果となる。)"};

class SensitivityArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_sensitivity; }

  void add_to(CLI::App& command) override {
    command.add_option("--trials", options_.trials, "Derivations for each share / 割合ごとの回数（既定は200）")
        ->type_name("N")
        ->check(CLI::Range(1, 100'000));
    command.add_option("--seed", options_.seed, "Another seed takes away other links / 乱数の種（既定は1）")
        ->type_name("N");
    command.add_flag("--plot", options_.plot, "Draw an SVG instead of a table / 表の代わりにSVGを描く");
  }

  Command options() const override { return options_; }

 private:
  SensitivityOptions options_;
};

}  // namespace

std::unique_ptr<CommandArguments> sensitivity_arguments() { return std::make_unique<SensitivityArguments>(); }

}  // namespace michibiki::cli
