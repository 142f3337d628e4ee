#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"
#include "cli/arguments/validators.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_what_if{
    "what-if",
    "What changes for a service without, or with, something: newly uncovered exposures, measures and values, and why\n"
    "何かがなければ、又はあれば、サービスについて何が変わるかを、その理由とともに示す",
    R"(THING of --without: an id, or a kind and an id (`threat ID`); a component of the service or a type of these; a link (`link ID`), or all of FROM KIND
TO (`MEASURE counters THREAT`); an attribute (`THREAT origin`, `THREAT harms PROPERTY`, `MEASURE class`); an indicator (MEASURE.KEY) or its value
(`MEASURE.KEY PATTERN`); a whole catalogue. THING of --with: a type of component, or ID=TYPE@OPERATOR; PROPERTY=LEVEL; QUESTION=yes; an
overlay (FILE.yaml or ./FOLDER); FROM KIND TO (without limits), THREAT harms PROPERTY or KIND ID that no catalogue states yet; or what is withdrawn or hidden by --trust. In a
portfolio SERVICE/ stands before a component, level or answer. Nothing on disk changes. Exit status 1 when an exposure becomes open, 4 when there is
nothing to check then.
--without には、id、種類とid、サービスの構成要素やその種類、リンク（link ID、又は FROM KIND TO の全て）、属性、評価項目とその値、カタログを指定する。--with には、
構成要素の種類（ID=TYPE@OPERATOR）、PROPERTY=LEVEL、QUESTION=yes、上書き用カタログのファイル、まだどのカタログにもないリンクや項目、撤回され又は --trust で隠れている記述を指定する。FROM KIND TO は、限定なしにそうであるとする。
ファイルは何も変わらない。新たに未対策となる突合結果があれば終了コードは 1、変えた後に調べるものがなければ 4 となる。)"};

class WhatIfArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_what_if; }

  void add_to(CLI::App& command) override {
    command.add_option("SERVICE", options_.service, "Service file; - is standard input / サービスのファイル")
        ->required()
        ->type_name("")
        ->check(not_empty());
    command.add_option("--without", options_.without, "Suppose that it is not there; may be repeated / ないとする")
        ->type_name("THING")
        ->allow_extra_args(false)
        ->check(not_empty());
    command.add_option("--with", options_.with, "Suppose that it is there; may be repeated / あるとする")
        ->type_name("THING")
        ->allow_extra_args(false)
        ->check(not_empty());
  }

  std::string wrong(const CommonOptions&) const override {
    if (options_.with.empty() && options_.without.empty())
      return "nothing is supposed; say with --without or --with what is to be otherwise";
    return {};
  }

  std::string missing() const override { return service_is_missing; }

  Command options() const override { return options_; }

 private:
  WhatIfOptions options_;
};

}  // namespace

std::unique_ptr<CommandArguments> what_if_arguments() { return std::make_unique<WhatIfArguments>(); }

}  // namespace michibiki::cli
