#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"
#include "cli/arguments/validators.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_check{
    "check",
    "Look over the catalogues: what is missing, doubled or without effect; coverage; bases\n"
    "カタログを点検する（欠け、重複、効果のないリンク、システム事例ごとの対策状況、根拠、訳）",
    R"(CATALOG is a folder with a manifest.yaml, a folder of such folders, or one file; what it depends on is taken from the
default catalogues. Without one, all of those are checked. Exit status 1 when there is an error or a warning; notes do
not count. 4 when nothing is in them, or nothing is left by --trust.
CATALOG を省けば、既定のカタログをすべて点検する。誤りか警告があれば、終了コードは 1 となる（参考は数えない）。)"};

class CheckArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_check; }

  void add_to(CLI::App& command) override {
    command.add_option("CATALOG", options_.catalogs, "Catalogues to check / 点検するカタログ")
        ->type_name("")
        ->check(not_empty());
    command
        .add_option(
            "--added", acceptance_.added,
            "Whether that catalogue is a sound addition to the others; may be repeated / 追加するカタログを評価する")
        ->type_name("CATALOG")
        ->allow_extra_args(false)
        ->check(not_empty());
    command
        .add_option("--service-type", acceptance_.service_type,
                    "Whether that service type is sound / サービス種別を評価する")
        ->type_name("ID")
        ->check(not_empty());
  }

  std::string wrong(const CommonOptions&) const override {
    if (!acceptance_.added.empty() && !acceptance_.service_type.empty())
      return "--added looks at every service type that it adds; leave out --service-type";
    if (acceptance_wanted() && !options_.catalogs.empty())
      return quote(options_.catalogs.front()) +
             " is a catalogue to check by itself; name what is added with --added, " +
             "and what it is added to with --catalog and --overlay";
    return {};
  }

  Command options() const override {
    if (acceptance_wanted()) return acceptance_;
    return options_;
  }

 private:
  bool acceptance_wanted() const { return !acceptance_.added.empty() || !acceptance_.service_type.empty(); }

  CheckOptions options_;
  AcceptanceOptions acceptance_;
};

}  // namespace

std::unique_ptr<CommandArguments> check_arguments() { return std::make_unique<CheckArguments>(); }

}  // namespace michibiki::cli
