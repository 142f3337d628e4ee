#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"
#include "cli/arguments/validators.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_derive{
    "derive",
    "Derive one service, or a portfolio of services that share components\n"
    "サービスのパターン、情報資産、脅威、管理策、対策項目と対策参照値を導く",
    R"(Exit status 1 when an exposure is open: no measure covers it (it is uncovered, or answered by a control only) and the
service has not accepted it. Accepted ones are shown and do not count. 4 when no threat reaches any asset, for example
because --trust leaves none. docs/service-format.md describes service files.
受容されていない突合結果に、対策項目のないもの（管理策のみのものを含む）があれば、終了コードは 1 となる。)"};

class DeriveArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_derive; }

  void add_to(CLI::App& command) override {
    command
        .add_option("SERVICE", options_.service,
                    "Service file; - is standard input / サービスのファイル（- は標準入力）")
        ->required()
        ->type_name("")
        ->check(not_empty());
    command.add_flag("--summary", options_.summary, "Only the summary that fits a screen / 一画面の要約だけを示す");
  }

  std::string wrong(const CommonOptions& common) const override {
    if (options_.summary && common.format != "text")
      return "--summary is the first screen of the text form; leave out --format";
    return {};
  }

  std::string missing() const override { return service_is_missing; }

  Command options() const override { return options_; }

 private:
  DeriveOptions options_;
};

}  // namespace

std::unique_ptr<CommandArguments> derive_arguments() { return std::make_unique<DeriveArguments>(); }

}  // namespace michibiki::cli
