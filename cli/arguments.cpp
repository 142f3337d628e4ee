#include "cli/arguments.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/build_info.hpp"
#include "model/did_you_mean.hpp"
#include "model/fact.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

constexpr auto everywhere = "Everywhere / どのコマンドでも";

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

struct CommandText {
  const char* name;
  const char* summary;
  const char* details;
};

constexpr CommandText derive_text{
    "derive",
    "Derive one service, or a portfolio of services that share components\n"
    "サービスのパターン、情報資産、脅威、管理策、対策項目と対策参照値を導く",
    R"(Exit status 1 when an exposure is open: no measure covers it (it is uncovered, or answered by a control only) and the
service has not accepted it. Accepted ones are shown and do not count. 4 when no threat reaches any asset, for example
because --trust leaves none. docs/service-format.md describes service files.
受容されていない突合結果に、対策項目のないもの（管理策のみのものを含む）があれば、終了コードは 1 となる。)"};

constexpr CommandText check_text{
    "check",
    "Look over the catalogues: what is missing, doubled or without effect; coverage; bases\n"
    "カタログを点検する（欠け、重複、効果のないリンク、システム事例ごとの対策状況、根拠、訳）",
    R"(CATALOG is a folder with a manifest.yaml, a folder of such folders, or one file; what it depends on is taken from the
default catalogues. Without one, all of those are checked. Exit status 1 when there is an error or a warning; notes do
not count. 4 when nothing is in them, or nothing is left by --trust.
CATALOG を省けば、既定のカタログをすべて点検する。誤りか警告があれば、終了コードは 1 となる（参考は数えない）。)"};

constexpr CommandText classify_text{
    "classify",
    "Find the pattern of a service: ask the questions of the level criteria, or take answers as options\n"
    "サービスのパターンを判定する（端末では質問し、又は分かっていることをオプションで受け取る）",
    R"(With any of --type, --answer and --level nothing is asked. What is not known stays open: every pattern that is still
possible is shown, with the questions that decide.
分からないことがあれば、ありうるパターンのすべてと、決め手となる問いを示す。)"};

constexpr CommandText explain_text{
    "explain",
    "Why: every reason for a measure, control, exposure, asset, value, chapter or pattern\n"
    "対策項目、管理策、突合結果、情報資産、対策参照値、章、パターンの理由を、資料の箇所までさかのぼって示す",
    R"(WHAT is an id; the id of a measure and the key of an indicator (MEASURE.KEY) for its values; a kind and an id where several things
are called so (`asset ID`); or several ids in any order: those that an exposure is about (component, asset, threat, property), with or without
a measure or control that answers it; a measure or MEASURE.KEY and a pattern; a property and a level. Without --for it is explained for any
service of the catalogues: every type of component, every pattern. Shown are what is concluded, how many reasons it has and how firm it is,
and the shortest reason. docs/explaining.md shows how to read it.
Exit status 4 when nothing is concluded about it. With --why-not 1 when it can never apply.
WHAT はid、対策項目のidと評価項目のキー（MEASURE.KEY、対策参照値）、種類とid（同じidのものが複数あるとき）、又は複数のid（順不同）：
突合結果のid（構成要素、情報資産、脅威、性質）と、応じる対策項目や管理策。対策項目や MEASURE.KEY とパターン。性質と要求レベル。--for がなければ、すべての構成要素とパターンについて示す。何も導かれていなければ、終了コードは 4 となる。
--why-not では、当てはまることがなければ 1 となる。)"};

constexpr CommandText what_if_text{
    "what-if",
    "What changes for a service without, or with, something: newly uncovered exposures, measures and values, and why\n"
    "何かがなければ、又はあれば、サービスについて何が変わるかを、その理由とともに示す",
    R"(THING of --without: an id, or a kind and an id (`threat ID`); a component of the service or a type of these; a link by its id, or FROM KIND TO
(`MEASURE counters THREAT`); an attribute (`THREAT origin`, `THREAT harms PROPERTY`, `MEASURE class`); an indicator (MEASURE.KEY) or its value
(`MEASURE.KEY PATTERN`); a whole catalogue. THING of --with: a type of component, or ID=TYPE@OPERATOR; PROPERTY=LEVEL; QUESTION=yes; an
overlay (FILE.yaml or ./FOLDER); FROM KIND TO, THREAT harms PROPERTY or KIND ID that no catalogue states yet; or what is withdrawn or hidden by --trust. In a
portfolio SERVICE/ stands before a component, level or answer. Nothing on disk changes. Exit status 1 when an exposure becomes open, 4 when there is
nothing to check then.
--without には、id、種類とid、サービスの構成要素やその種類、リンク（id、又は FROM KIND TO）、属性、評価項目とその値、カタログを指定する。--with には、
構成要素の種類（ID=TYPE@OPERATOR）、PROPERTY=LEVEL、QUESTION=yes、上書き用カタログのファイル、まだどのカタログにもないリンクや項目を指定する。
ファイルは何も変わらない。新たに未対策となる突合結果があれば終了コードは 1、変えた後に調べるものがなければ 4 となる。)"};

constexpr CommandText reproduce_text{
    "reproduce",
    "Derive what the published figures print, and compare cell by cell\n"
    "公表された図の内容を導き、欄ごとに印刷と比べる",
    R"(Every cell gets one verdict; only `derived` and `repaired` may be called reproduced. Exit status 1 when a cell differs, 4
when there are no published figures. --verbose adds notes, oddities of the source and what the figures do not print.
どの欄にも一つの結果が付く。再現といえるのは「導出」と「修復」だけである。相違があれば、終了コードは 1 となる。)"};

constexpr CommandText agreement_text{
    "agreement",
    "How far two judges agree on the links, and how their disagreements were settled\n"
    "二者が別々に判断したリンクの一致と、食い違いの決着を示す",
    R"(Of every table that was judged twice: raw agreement, Cohen's kappa, and what came of each disagreement (all of them with
--verbose, or in Markdown and JSON). Exit status 4 when no catalogue holds such tables.
二度判断された表ごとに、一致率、コーエンのκ、食い違いの決着を示す（--verbose ですべて）。)"};

constexpr CommandText sensitivity_text{
    "sensitivity",
    "What becomes of coverage and of the control set without some of the judged links\n"
    "判断によるリンクを無作為に除くと、対策状況と対策の数がどう変わるかを示す",
    R"(A system with every component is derived again and again, each time without a random 1, 5, 10 or 20 % of the judged links: of
all that decide exposures and their answers, and of each kind alone; and, of a kind that was judged twice, without the share
that the measured kappa stands for. The same seed gives the same numbers.
すべての構成要素を持つシステムを、判断によるリンクの1、5、10、20％を除いて繰り返し導く。二度判断された種類のリンクは、
測ったκに当たる割合も除く。同じ --seed では同じ結果となる。)"};

constexpr CommandText dispositions_text{
    "dispositions",
    "What became of every control of the standards in the guideline that is drawn from them\n"
    "管理策のそれぞれを、ガイドラインでどう扱ったかを示す",
    R"(One row for each control, under its headings: its disposition, the measures that originate from it, and why. How many of
each comes first. Exit status 1 when a control has no disposition, 4 when there are no controls.
管理策ごとに、扱い、由来する対策項目、理由を示す。扱いの示されていない管理策があれば、終了コードは 1 となる。)"};

constexpr CommandText new_text{
    "new",
    "Write a commented skeleton to start from: of a catalogue, or of something to add to those there are\n"
    "カタログ、又は既にあるカタログに加えるもののひな形（説明付き）を書く",
    R"(catalog is a folder of its own that derives from one end to the other; the others are an overlay in one file, which depends on
the catalogues of this call and takes from them what fits. NAME is its id, and the name of the file in the current folder unless
--output gives a place. Nothing is ever overwritten. What is written passes `michibiki check` as it is.
catalog は独立したカタログのフォルダ、ほかは一つのファイルの上書き用カタログで、この呼出しのカタログを土台とする。NAME はidとファイル名になる
（場所は --output で選ぶ）。既にあるものは決して上書きしない。書かれたものは、そのままで `michibiki check` を通る。)"};

std::vector<std::string> kinds_of_skeletons() {
  std::vector<std::string> words;
  for (const auto& [kind, word] : skeleton_words) words.emplace_back(word);
  return words;
}

SkeletonKind kind_of_skeleton(std::string_view word) {
  return std::ranges::find(skeleton_words, word, [](const auto& row) { return row.second; })->first;
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// A check for option values that says what was meant.
CLI::Validator one_of(const std::vector<std::string>& allowed) {
  return {[allowed](const std::string& word) -> std::string {
            if (std::ranges::count(allowed, word) != 0) return {};
            const auto hint = did_you_mean_hint(word, allowed);
            return quote(word) + " is none of " + listed(allowed) + (hint.empty() ? "" : "; " + hint);
          },
          ""};
}

CLI::Validator not_empty() {
  return {[](const std::string& word) -> std::string { return word.empty() ? "the name is empty" : ""; }, ""};
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
    add_common();
    add_commands();
    app_.footer(exit_statuses);
  }

  Parsed parse(const std::vector<std::string>& arguments) {
    Parsed parsed;
    try {
      app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
      if (call_.common.quiet && call_.common.verbose > 0) {
        parsed.problem = "--quiet and --verbose exclude each other";
      } else if (summary_ && call_.common.format != "text") {
        parsed.problem = "--summary is the first screen of the text form; leave out --format";
      } else if (explain_->parsed() && !wrong_explanation().empty()) {
        parsed.problem = wrong_explanation();
      } else if (what_if_->parsed() && what_if_options_.with.empty() && what_if_options_.without.empty()) {
        parsed.problem = "nothing is supposed; say with --without or --with what is to be otherwise";
      } else if (new_->parsed() && call_.common.format != "text") {
        parsed.problem = "a skeleton is YAML whatever the form of results; leave out --format";
      } else if (!acceptance_.added.empty() && !acceptance_.service_type.empty()) {
        parsed.problem = "--added looks at every service type that it adds; leave out --service-type";
      } else if (acceptance_wanted() && !checked_.empty()) {
        parsed.problem = quote(checked_.front()) +
                         " is a catalogue to check by itself; name what is added with --added, " +
                         "and what it is added to with --catalog and --overlay";
      } else {
        parsed.call = finished();
      }
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
  void add_common() {
    auto& common = call_.common;
    const auto add = [&](CLI::Option* option) { option->group(everywhere); };
    add(app_.add_option("--catalog", common.catalogs,
                        "Catalogues to use instead of the default ones; may be repeated / 使うカタログ")
            ->type_name("DIR")
            ->allow_extra_args(false)
            ->check(not_empty()));
    add(app_.add_option("--overlay", common.overlays,
                        "A catalogue that adds to or edits the others; may be repeated / 上書きするカタログ")
            ->type_name("FILE")
            ->allow_extra_args(false)
            ->check(not_empty()));
    add(app_.add_option("--trust", common.trust,
                        "Use facts of this basis and firmer / 用いる根拠の下限（既定は unverified：すべて）")
            ->type_name("stated|judgement|unverified")
            ->check(one_of({"stated", "judgement", "unverified"})));
    add(app_.add_option("--format", common.format, "Form of the result / 出力の形式（既定は text）")
            ->type_name("text|markdown|json")
            ->check(one_of({"text", "markdown", "json"})));
    add(app_.add_option("-o,--output", common.output,
                        "Write the result there, whole or not at all; - is standard output / 結果を書くファイル")
            ->type_name("FILE")
            ->check(not_empty()));
    add(app_.add_option("--lang", common.language, "Language of the result / 結果の言語")
            ->type_name("ja|en")
            ->check(one_of({"ja", "en"})));
    add(app_.add_option("--color", common.color, "Colours / 色（既定は auto）")
            ->type_name("auto|always|never")
            ->check(one_of({"auto", "always", "never"})));
    add(app_.add_flag("-q,--quiet", common.quiet, "Only the result and errors / 結果と誤りだけを示す"));
    add(app_.add_flag("-v,--verbose", common.verbose,
                      "Say more: every reason in `derive`, everything in `check` / 詳しく示す"));
  }

  CLI::App* add_command(const CommandText& text) {
    auto* command = app_.add_subcommand(text.name, text.summary);
    command->footer([this, text] {
      const CLI::App& app = app_;
      std::vector<const CLI::Option*> shared;
      for (const auto* option : app.get_options()) {
        if (option->get_group() == everywhere) shared.push_back(option);
      }
      return formatter_->make_group(everywhere, false, shared) + '\n' + text.details + "\n\n" + exit_statuses;
    });
    commands_.emplace_back(text.name);
    return command;
  }

  void add_new() {
    new_ = add_command(new_text);
    new_->add_option("KIND", new_kind_,
                     "What to write / 何を書くか: catalog, service-type, component, measure, overlay")
        ->required()
        ->type_name("")
        ->check(one_of(kinds_of_skeletons()));
    new_->add_option("NAME", new_name_, "Its id / そのid")->required()->type_name("");
  }

  void add_explain() {
    explain_ = add_command(explain_text);
    auto& options = explain_options_;
    explain_->add_option("WHAT", options.asked, "What to explain / 理由を示すもの")->type_name("")->check(not_empty());
    explain_->add_option("--for", options.service, "Service file; - is standard input / サービスのファイル")
        ->type_name("SERVICE")
        ->check(not_empty());
    explain_->add_flag("--all-measures", options.all_measures, "The whole book: every measure / すべての対策項目");
    explain_->add_flag("--all", options.all, "Every reason, behind their number / すべての理由");
    explain_
        ->add_option(
            "--limit", options.limit,
            "With --all: no more reasons than so many, else their number by threat / --all の上限（既定は1000）")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000'000));
    explain_->add_option("--by", options.by, "How many reasons of each / まとめた数")
        ->type_name("threat|asset|control")
        ->check(one_of({"threat", "asset", "control"}));
    explain_->add_option("--depth", options.depth, "The tree of reasons, so many steps deep / 理由の木の深さ")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    explain_
        ->add_option("--step", options.step, "With --depth: only below that step of the tree / 木のその段階から下だけ")
        ->type_name("NUMBER")
        ->check(CLI::PositiveNumber);
    explain_->add_flag("-i,--inverted", options.inverted,
                       "The other way round: what rests on it / 逆に、その上に成り立つもの");
    explain_->add_flag("--value", options.value,
                       "Where reference values come from, and what drives them / 対策参照値の由来");
    explain_->add_flag("--firmness", options.firmness,
                       "How much it hangs on judgement: the fewest statements that carry it / 判断への依存");
    explain_->add_flag("--why-not", options.why_not,
                       "Why it is not so: the nearest edits with which it would be / 当てはまらない理由と最も近い変更");
    explain_->add_flag("--dot", options.dot, "The whole structure as a graph for Graphviz / Graphviz用の図");
  }

  void add_commands() {
    derive_ = add_command(derive_text);
    derive_->add_option("SERVICE", service_, "Service file; - is standard input / サービスのファイル（- は標準入力）")
        ->required()
        ->type_name("")
        ->check(not_empty());
    derive_->add_flag("--summary", summary_, "Only the summary that fits a screen / 一画面の要約だけを示す");
    check_ = add_command(check_text);
    check_->add_option("CATALOG", checked_, "Catalogues to check / 点検するカタログ")
        ->type_name("")
        ->check(not_empty());
    check_
        ->add_option(
            "--added", acceptance_.added,
            "Whether that catalogue is a sound addition to the others; may be repeated / 追加するカタログを評価する")
        ->type_name("CATALOG")
        ->allow_extra_args(false)
        ->check(not_empty());
    check_
        ->add_option("--service-type", acceptance_.service_type,
                     "Whether that service type is sound / サービス種別を評価する")
        ->type_name("ID")
        ->check(not_empty());
    classify_ = add_command(classify_text);
    classify_->add_option("--type", classify_options_.type, "Service type / サービス種別")->type_name("SERVICE-TYPE");
    classify_->add_option("--answer", classify_options_.answers, "Answer to a question; may be repeated / 問いへの回答")
        ->type_name("QUESTION=yes|no")
        ->allow_extra_args(false);
    classify_->add_option("--level", classify_options_.levels, "Required level; may be repeated / 要求レベル")
        ->type_name("PROPERTY=LEVEL")
        ->allow_extra_args(false);
    classify_->add_flag("--list", classify_options_.list,
                        "List questions, levels and service types / 問い、レベル、種別の一覧");
    add_explain();
    what_if_ = add_command(what_if_text);
    what_if_->add_option("SERVICE", what_if_options_.service, "Service file; - is standard input / サービスのファイル")
        ->required()
        ->type_name("")
        ->check(not_empty());
    what_if_
        ->add_option("--without", what_if_options_.without,
                     "Suppose that it is not there; may be repeated / ないとする")
        ->type_name("THING")
        ->allow_extra_args(false)
        ->check(not_empty());
    what_if_->add_option("--with", what_if_options_.with, "Suppose that it is there; may be repeated / あるとする")
        ->type_name("THING")
        ->allow_extra_args(false)
        ->check(not_empty());
    reproduce_ = add_command(reproduce_text);
    reproduce_->add_option("--figure", figures_, "Only that figure; may be repeated / 比べる図")
        ->type_name("ID")
        ->allow_extra_args(false)
        ->check(not_empty());
    agreement_ = add_command(agreement_text);
    dispositions_ = add_command(dispositions_text);
    sensitivity_ = add_command(sensitivity_text);
    sensitivity_
        ->add_option("--trials", sensitivity_options_.trials,
                     "Derivations for each share / 割合ごとの回数（既定は200）")
        ->type_name("N")
        ->check(CLI::Range(1, 100'000));
    sensitivity_
        ->add_option("--seed", sensitivity_options_.seed, "Another seed takes away other links / 乱数の種（既定は1）")
        ->type_name("N");
    sensitivity_->add_flag("--plot", sensitivity_options_.plot,
                           "Draw an SVG instead of a table / 表の代わりにSVGを描く");
    add_new();
  }

  /// Nothing that was given may be without effect: of the ways to show reasons one at a time, and those that show all are not cut short.
  std::string wrong_explanation() const {
    const auto& options = explain_options_;
    const bool part = options.all || !options.by.empty() || options.depth || options.step;
    const auto ways = static_cast<int>(options.all) + static_cast<int>(!options.by.empty()) +
                      static_cast<int>(options.depth.has_value()) + static_cast<int>(options.dot) +
                      static_cast<int>(options.firmness) + static_cast<int>(options.value);
    if (options.asked.empty() && !options.all_measures)
      return "WHAT is missing; name what to explain, for example a measure, or give --all-measures";
    if (!options.asked.empty() && options.all_measures)
      return "--all-measures explains every measure; leave out " + quote(options.asked.front());
    if (options.why_not && (ways > 0 || options.inverted || options.step || options.limit || options.all_measures))
      return "--why-not is about something that is not so; leave out --all-measures, --all, --limit, --by, --depth, "
             "--step, --value, --firmness, --dot and --inverted";
    if (options.why_not && options.service.empty()) return "--why-not is about a service; name it with --for";
    if (options.inverted && options.all_measures)
      return "--inverted is about something that others rest on; name it instead of --all-measures";
    if (options.inverted && (options.all || options.dot || !options.by.empty() || options.value || options.firmness))
      return "--inverted shows what rests on something; leave out --all, --by, --value, --firmness and --dot";
    if (options.limit && !options.all) return "--limit is of the reasons that --all shows; give --all, too";
    if (options.step && !options.depth) return "--step needs --depth, which says how deep to go below it";
    if (options.step && options.inverted) return "--step is of the tree of reasons; leave out --inverted";
    if (ways > 1) return "--all, --by, --depth, --value, --firmness and --dot are different forms; give one of them";
    if (options.dot && call_.common.format != "text") return "--dot is a form of its own; leave out --format";
    if (part && call_.common.format == "json")
      return "--format json holds all reasons, each step once; leave out --all, --limit, --by, --depth and --step, or take "
             "--format markdown";
    return {};
  }

  bool acceptance_wanted() const { return !acceptance_.added.empty() || !acceptance_.service_type.empty(); }

  Call finished() {
    if (derive_->parsed()) call_.command = DeriveOptions{service_, summary_};
    if (check_->parsed() && acceptance_wanted()) call_.command = acceptance_;
    if (check_->parsed() && !acceptance_wanted()) call_.command = CheckOptions{checked_};
    if (classify_->parsed()) call_.command = classify_options_;
    if (explain_->parsed()) call_.command = explain_options_;
    if (what_if_->parsed()) call_.command = what_if_options_;
    if (agreement_->parsed()) call_.command = AgreementOptions{};
    if (dispositions_->parsed()) call_.command = DispositionsOptions{};
    if (sensitivity_->parsed()) call_.command = sensitivity_options_;
    if (new_->parsed()) call_.command = NewOptions{kind_of_skeleton(new_kind_), new_name_};
    if (reproduce_->parsed()) call_.command = ReproduceOptions{figures_};
    return call_;
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
      if (rest.empty()) return "no command is given; the commands are " + listed(commands_);
      const auto hint = did_you_mean_hint(rest.front(), commands_);
      return "unknown command " + quote(rest.front()) + "; " +
             (hint.empty() ? "the commands are " + listed(commands_) : hint);
    }
    if (!rest.empty()) return quote(rest.front()) + " is one argument too many";
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
      if (!new_->parsed()) return "SERVICE is missing; name a service file, or - for standard input";
      if (new_kind_.empty()) return "KIND is missing; it is one of " + listed(kinds_of_skeletons());
      return "NAME is missing; give the " + new_kind_ + " an id";
    }
    return printable(error.what());
  }

  std::shared_ptr<CLI::Formatter> formatter_ = std::make_shared<CLI::Formatter>();
  CLI::App app_{about};
  CLI::App* derive_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* classify_ = nullptr;
  CLI::App* what_if_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* reproduce_ = nullptr;
  CLI::App* agreement_ = nullptr;
  CLI::App* dispositions_ = nullptr;
  CLI::App* sensitivity_ = nullptr;
  CLI::App* new_ = nullptr;
  std::vector<std::string> commands_;
  Call call_;
  std::string service_;
  bool summary_ = false;
  std::vector<std::string> checked_;
  AcceptanceOptions acceptance_;
  ClassifyOptions classify_options_;
  WhatIfOptions what_if_options_;
  ExplainOptions explain_options_;
  std::vector<std::string> figures_;
  SensitivityOptions sensitivity_options_;
  std::string new_kind_;
  std::string new_name_;
};

}  // namespace

Parsed parse_arguments(const std::vector<std::string>& arguments) { return Parser().parse(arguments); }

}  // namespace michibiki::cli
