#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_classify{
    "classify",
    "Find the pattern of a service: ask the questions of the level criteria, or take answers as options\n"
    "サービスのパターンを判定する（端末では質問し、又は分かっていることをオプションで受け取る）",
    R"(With any of --type, --answer and --level nothing is asked. What is not known stays open: every pattern that is still
possible is shown, with the questions that decide.
分からないことがあれば、ありうるパターンのすべてと、決め手となる問いを示す。)"};

class ClassifyArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_classify; }

  void add_to(CLI::App& command) override {
    command.add_option("--type", options_.type, "Service type / サービス種別")->type_name("SERVICE-TYPE");
    command.add_option("--answer", options_.answers, "Answer to a question; may be repeated / 問いへの回答")
        ->type_name("QUESTION=yes|no")
        ->allow_extra_args(false);
    command.add_option("--level", options_.levels, "Required level; may be repeated / 要求レベル")
        ->type_name("PROPERTY=LEVEL")
        ->allow_extra_args(false);
    command.add_flag("--list", options_.list, "List questions, levels and service types / 問い、レベル、種別の一覧");
  }

  Command options() const override { return options_; }

 private:
  ClassifyOptions options_;
};

}  // namespace

std::unique_ptr<CommandArguments> classify_arguments() { return std::make_unique<ClassifyArguments>(); }

}  // namespace michibiki::cli
