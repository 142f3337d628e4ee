#include "cli/arguments/common_arguments.hpp"

#include <CLI/CLI.hpp>

#include "cli/arguments/validators.hpp"

namespace michibiki::cli {

void add_common_arguments(CLI::App& program, CommonOptions& common) {
  const auto add = [&](CLI::Option* option) { option->group(everywhere); };
  add(program
          .add_option("--catalog", common.catalogs,
                      "Catalogues to use instead of the default ones; may be repeated / 使うカタログ")
          ->type_name("DIR")
          ->allow_extra_args(false)
          ->check(not_empty()));
  add(program
          .add_option("--overlay", common.overlays,
                      "A catalogue that adds to or edits the others; may be repeated / 上書きするカタログ")
          ->type_name("FILE")
          ->allow_extra_args(false)
          ->check(not_empty()));
  add(program
          .add_option("--trust", common.trust,
                      "Use facts of this basis and firmer / 用いる根拠の下限（既定は unverified：すべて）")
          ->type_name("stated|judgement|unverified")
          ->check(one_of({"stated", "judgement", "unverified"})));
  add(program.add_option("--format", common.format, "Form of the result / 出力の形式（既定は text）")
          ->type_name("text|markdown|json")
          ->check(one_of({"text", "markdown", "json"})));
  add(program
          .add_option("-o,--output", common.output,
                      "Write the result there, whole or not at all; - is standard output / 結果を書くファイル")
          ->type_name("FILE")
          ->check(not_empty()));
  add(program.add_option("--lang", common.language, "Language of the result / 結果の言語")
          ->type_name("ja|en")
          ->check(one_of({"ja", "en"})));
  add(program.add_option("--color", common.color, "Colours / 色（既定は auto）")
          ->type_name("auto|always|never")
          ->check(one_of({"auto", "always", "never"})));
  add(program.add_flag("-q,--quiet", common.quiet, "Only the result and errors / 結果と誤りだけを示す"));
  add(program.add_flag("-v,--verbose", common.verbose,
                       "Say more: every reason in `derive`, everything in `check` / 詳しく示す"));
}

std::string wrong_together(const CommonOptions& common) {
  if (common.quiet && common.verbose > 0) return "--quiet and --verbose exclude each other";
  return {};
}

}  // namespace michibiki::cli
