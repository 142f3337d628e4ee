#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/arguments/command_arguments.hpp"
#include "cli/arguments/validators.hpp"

namespace michibiki::cli {
namespace {

constexpr CommandText text_of_new{
    "new",
    "Write a commented skeleton to start from: of a catalogue, or of something to add to those there are\n"
    "カタログ、又は既にあるカタログに加えるもののひな形（説明付き）を書く",
    R"(catalog is a folder of its own that derives from one end to the other; the others are an overlay in one file, which depends on
the catalogues of this call and takes from them what fits. NAME is its id, and the name of the file in the current folder unless
--output gives a place. Nothing is ever overwritten. What is written passes `michibiki check` as it is.
catalog は独立したカタログのフォルダ、ほかは一つのファイルの上書き用カタログで、この呼出しのカタログを土台とする。NAME はidとファイル名になる
（場所は --output で選ぶ）。既にあるものは決して上書きしない。書かれたものは、そのままで `michibiki check` を通る。)"};

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const auto& [kind, word] : skeleton_words) words.emplace_back(word);
  return words;
}

SkeletonKind kind_of(std::string_view word) {
  return std::ranges::find(skeleton_words, word, [](const auto& row) { return row.second; })->first;
}

class NewArguments final : public CommandArguments {
 public:
  CommandText text() const override { return text_of_new; }

  void add_to(CLI::App& command) override {
    command.add_option("KIND", kind_, "What to write / 何を書くか: catalog, service-type, component, measure, overlay")
        ->required()
        ->type_name("")
        ->check(one_of(kind_words()));
    command.add_option("NAME", name_, "Its id / そのid")->required()->type_name("");
  }

  std::string wrong(const CommonOptions& common) const override {
    if (common.format != "text") return "a skeleton is YAML whatever the form of results; leave out --format";
    return {};
  }

  std::string missing() const override {
    if (kind_.empty()) return "KIND is missing; it is one of " + listed(kind_words());
    return "NAME is missing; give the " + kind_ + " an id";
  }

  Command options() const override { return NewOptions{kind_of(kind_), name_}; }

 private:
  std::string kind_;
  std::string name_;
};

}  // namespace

std::unique_ptr<CommandArguments> new_arguments() { return std::make_unique<NewArguments>(); }

}  // namespace michibiki::cli
