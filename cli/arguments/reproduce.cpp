#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"
#include "cli/arguments/validators.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_reproduce{
    "reproduce",
    "Derive what the published figures print, and compare cell by cell\n"
    "公表された図の内容を導き、欄ごとに印刷と比べる",
    R"(Every cell gets one verdict; only `derived` and `repaired` may be called reproduced. Exit status 1 when a cell differs, 4
when there are no published figures. --verbose adds notes, oddities of the source and what the figures do not print.
どの欄にも一つの結果が付く。再現といえるのは「導出」と「修復」だけである。相違があれば、終了コードは 1 となる。)"};

class ReproduceArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_reproduce; }

  void add_to(CLI::App& command) override {
    command.add_option("--figure", options_.figures, "Only that figure; may be repeated / 比べる図")
        ->type_name("ID")
        ->allow_extra_args(false)
        ->check(not_empty());
  }

  Command options() const override { return options_; }

 private:
  ReproduceOptions options_;
};

}  // namespace

std::unique_ptr<CommandArguments> reproduce_arguments() { return std::make_unique<ReproduceArguments>(); }

}  // namespace michibiki::cli
