#include "cli/arguments.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"
#include "cli/arguments/common_arguments.hpp"
#include "cli/arguments/validators.hpp"
#include "cli/build_info.hpp"
#include "model/did_you_mean.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

constexpr auto about =
    R"(michibiki 導き: derives the threats, controls and measures of a service from catalogues, with a reason for every step.
カタログから、サービスの脅威・管理策・対策項目とその理由を導く。)";

constexpr auto exit_statuses = R"(Exit status / 終了コード:
  0  done and clean / 正常（指摘なし）
  1  done, with findings / 正常（指摘あり）
  2  the call or an input is wrong; nothing is written / 呼出し又は入力の誤り（何も書かない）
  3  our own failure, or a file could not be written / 内部の失敗、又は書込みの失敗
  4  nothing to check: never "all clear" / 検査の対象がない（「問題なし」ではない）

Environment / 環境変数:
  MICHIBIKI_CATALOGS  folders of catalogues, separated by ':' / カタログのフォルダ
  MICHIBIKI_LANG  the language when --lang is not given: ja or en (the default) / --lang のないときの言語
  NO_COLOR  no colours unless --color always / 色を付けない

Messages about the call and its inputs are in English. / 呼出しや入力についてのメッセージは英語で示す。)";

/// In the order of the help.
std::vector<std::unique_ptr<CommandArguments>> every_command() {
  std::vector<std::unique_ptr<CommandArguments>> commands;
  for (auto* const make :
       {derive_arguments, check_arguments, classify_arguments, explain_arguments, what_if_arguments,
        reproduce_arguments, agreement_arguments, dispositions_arguments, sensitivity_arguments, new_arguments})
    commands.push_back(make());
  return commands;
}

class Parser {
 public:
  Parser() {
    app_.name("michibiki");
    app_.formatter(formatter_);
    app_.require_subcommand(1);
    app_.fallthrough();  // `derive --lang ja FILE` and `--lang ja derive FILE` mean the same
    app_.set_help_flag("-h,--help", "Show this help / この説明を示す");
    app_.set_version_flag("--version", "michibiki " + std::string(build_info::version), "Show the version / 版を示す");
    add_common_arguments(app_, common_);
    for (const auto& command : commands_) add(*command);
    app_.footer(exit_statuses);
  }

  Parsed parse(const std::vector<std::string>& arguments) {
    Parsed parsed;
    try {
      app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
      parsed.problem = wrong_together(common_);
      if (parsed.problem.empty()) parsed.problem = chosen().wrong(common_);
      if (parsed.problem.empty()) parsed.call = Call{common_, chosen().options()};
    } catch (const CLI::CallForHelp&) {
      parsed.text = app_.help();
    } catch (const CLI::CallForVersion&) {
      parsed.text = app_.version() + '\n';
    } catch (const CLI::ParseError& error) {
      parsed.problem = describe(error);
    }
    const auto used = app_.get_subcommands();
    parsed.help = "michibiki " + (used.empty() ? "" : used.front()->get_name() + ' ') + "--help";
    return parsed;
  }

 private:
  void add(CommandArguments& arguments) {
    const auto text = arguments.text();
    auto* command = app_.add_subcommand(text.name, text.summary);
    command->footer([this, text] {
      const auto shared =
          std::as_const(app_).get_options([](const CLI::Option* option) { return option->get_group() == everywhere; });
      return formatter_->make_group(everywhere, false, shared) + '\n' + text.details + "\n\n" + exit_statuses;
    });
    arguments.add_to(*command);
  }

  /// The command that was given.
  const CommandArguments& chosen() const {
    const auto& name = app_.get_subcommands().front()->get_name();
    return **std::ranges::find(commands_, name, [](const auto& command) { return command->text().name; });
  }

  std::vector<std::string> command_names() const {
    std::vector<std::string> names;
    for (const auto& command : commands_) names.emplace_back(command->text().name);
    return names;
  }

  std::vector<std::string> option_names() const {
    std::vector<std::string> names;
    const auto add = [&](const CLI::App& app) {
      for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
        for (const auto& name : option->get_snames()) names.push_back("-" + name);
      }
    };
    add(app_);
    for (const auto* command : app_.get_subcommands()) add(*command);
    return names;
  }

  /// CLI11 knows what it did not understand; what may have been meant is ours to say.
  std::string describe(const CLI::ParseError& error) const {
    const auto rest = app_.remaining(true);
    const auto option =
        std::ranges::find_if(rest, [](const std::string& word) { return word.size() > 1 && word.front() == '-'; });
    if (option != rest.end()) {
      const auto name = option->substr(0, option->find('='));
      const auto hint = did_you_mean_hint(name, option_names());
      return "unknown option " + quote(name) + (hint.empty() ? "" : "; " + hint);
    }
    if (app_.get_subcommands().empty()) {
      if (rest.empty()) return "no command is given; the commands are " + listed(command_names());
      const auto hint = did_you_mean_hint(rest.front(), command_names());
      return "unknown command " + quote(rest.front()) + "; " +
             (hint.empty() ? "the commands are " + listed(command_names()) : hint);
    }
    if (!rest.empty()) return quote(rest.front()) + " is one argument too many";
    const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    const auto missing = required ? chosen().missing() : std::string();
    return missing.empty() ? printable(error.what()) : missing;
  }

  std::shared_ptr<CLI::Formatter> formatter_ = std::make_shared<CLI::Formatter>();
  std::vector<std::unique_ptr<CommandArguments>> commands_ = every_command();
  CommonOptions common_;
  CLI::App app_{about};
};

}  // namespace

Parsed parse_arguments(const std::vector<std::string>& arguments) { return Parser().parse(arguments); }

}  // namespace michibiki::cli
