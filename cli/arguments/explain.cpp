#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"
#include "cli/arguments/validators.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_explain{
    "explain",
    "Why: every reason for a measure, control, exposure, asset, value, chapter or pattern\n"
    "対策項目、管理策、突合結果、情報資産、対策参照値、章、パターンの理由を、資料の箇所までさかのぼって示す",
    R"(WHAT is an id; the id of a measure and the key of an indicator (MEASURE.KEY) for its values; a kind and an id where several things
are called so (`asset ID`); or several ids in any order: those that an exposure is about (component, asset, threat, property), with or without
a measure or control that answers it; a measure or MEASURE.KEY and a pattern; a property and a level. In a portfolio SERVICE/COMPONENT is
that of one service. Without --for it is explained for any
service of the catalogues: every type of component, every pattern. Shown are what is concluded, how many reasons it has and how firm it is,
and the shortest reason. docs/explaining.md shows how to read it.
Exit status 4 when nothing is concluded about it. With --why-not 1 when it can never apply.
WHAT はid、対策項目のidと評価項目のキー（MEASURE.KEY、対策参照値）、種類とid（同じidのものが複数あるとき）、又は複数のid（順不同）：
突合結果のid（構成要素、情報資産、脅威、性質）と、応じる対策項目や管理策。対策項目や MEASURE.KEY とパターン。性質と要求レベル。SERVICE/COMPONENT は一つのサービスの構成要素。--for がなければ、すべての構成要素とパターンについて示す。何も導かれていなければ、終了コードは 4 となる。
--why-not では、当てはまることがなければ 1 となる。)"};

class ExplainArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_explain; }

  void add_to(CLI::App& command) override {
    command.add_option("WHAT", options_.asked, "What to explain / 理由を示すもの")->type_name("")->check(not_empty());
    command.add_option("--for", options_.service, "Service file; - is standard input / サービスのファイル")
        ->type_name("SERVICE")
        ->check(not_empty());
    command.add_flag("--all-measures", options_.all_measures, "The whole book: every measure / すべての対策項目");
    command.add_flag("--all", options_.all, "Every reason, behind their number / すべての理由");
    command
        .add_option(
            "--limit", options_.limit,
            "With --all: no more reasons than so many, else their number by threat / --all の上限（既定は1000）")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000'000));
    command.add_option("--by", options_.by, "How many reasons of each / まとめた数")
        ->type_name("threat|asset|control")
        ->check(one_of({"threat", "asset", "control"}));
    command.add_option("--depth", options_.depth, "The tree of reasons, so many steps deep / 理由の木の深さ")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    command
        .add_option("--step", options_.step, "With --depth: only below that step of the tree / 木のその段階から下だけ")
        ->type_name("NUMBER")
        ->check(CLI::PositiveNumber);
    command.add_flag("-i,--inverted", options_.inverted,
                     "The other way round: what rests on it / 逆に、その上に成り立つもの");
    command.add_flag("--value", options_.value,
                     "Where reference values come from, and what drives them / 対策参照値の由来");
    command.add_flag("--firmness", options_.firmness,
                     "How much it hangs on judgement: the fewest statements that carry it / 判断への依存");
    command.add_flag("--why-not", options_.why_not,
                     "Why it is not so: the nearest edits with which it would be / 当てはまらない理由と最も近い変更");
    command.add_flag("--dot", options_.dot, "The whole structure as a graph for Graphviz / Graphviz用の図");
  }

  /// Nothing that was given may be without effect: of the ways to show reasons one at a time, and those that show all are not cut short.
  std::string wrong(const CommonOptions& common) const override {
    const bool part = options_.all || !options_.by.empty() || options_.depth || options_.step;
    const auto ways = static_cast<int>(options_.all) + static_cast<int>(!options_.by.empty()) +
                      static_cast<int>(options_.depth.has_value()) + static_cast<int>(options_.dot) +
                      static_cast<int>(options_.firmness) + static_cast<int>(options_.value);
    if (options_.asked.empty() && !options_.all_measures)
      return "WHAT is missing; name what to explain, for example a measure, or give --all-measures";
    if (!options_.asked.empty() && options_.all_measures)
      return "--all-measures explains every measure; leave out " + quote(options_.asked.front());
    if (options_.why_not && (ways > 0 || options_.inverted || options_.step || options_.limit || options_.all_measures))
      return "--why-not is about something that is not so; leave out --all-measures, --all, --limit, --by, --depth, "
             "--step, --value, --firmness, --dot and --inverted";
    if (options_.why_not && options_.service.empty()) return "--why-not is about a service; name it with --for";
    if (options_.inverted && options_.all_measures)
      return "--inverted is about something that others rest on; name it instead of --all-measures";
    if (options_.inverted &&
        (options_.all || options_.dot || !options_.by.empty() || options_.value || options_.firmness))
      return "--inverted shows what rests on something; leave out --all, --by, --value, --firmness and --dot";
    if (options_.limit && !options_.all) return "--limit is of the reasons that --all shows; give --all, too";
    if (options_.step && !options_.depth) return "--step needs --depth, which says how deep to go below it";
    if (options_.step && options_.inverted) return "--step is of the tree of reasons; leave out --inverted";
    if (ways > 1) return "--all, --by, --depth, --value, --firmness and --dot are different forms; give one of them";
    if (options_.dot && common.format != "text") return "--dot is a form of its own; leave out --format";
    if (part && common.format == "json")
      return "--format json holds all reasons, each step once; leave out --all, --limit, --by, --depth and --step, or take "
             "--format markdown";
    return {};
  }

  Command options() const override { return options_; }

 private:
  ExplainOptions options_;
};

}  // namespace

std::unique_ptr<CommandArguments> explain_arguments() { return std::make_unique<ExplainArguments>(); }

}  // namespace michibiki::cli
