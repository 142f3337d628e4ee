#include "reports/reproduction_report.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/page.hpp"
#include "reports/reproduction_words.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

constexpr Words title{"公表された図の再現", "Reproduction of the published figures"};
constexpr Words figures_label{"図", "Figures"};
constexpr Words with_label{"用いたカタログ", "Derived with"};
constexpr Words cells_label{"欄", "Cells"};
constexpr Words cells_line{"{}。比較できたもの {}", "{}, of which {} can be compared"};
constexpr Words result_label{"結果", "Result"};
constexpr Words reproduced_label{"再現", "Reproduced"};
constexpr Words reproduced_line{"導出を比べた{}欄のうち{}（導出 {}、修復 {}）",
                                "{1} of the {0} cells that compare something derived (derived {2}, repaired {3})"};
constexpr Words count_of{"{} {}", "{} {}"};
constexpr Words figure_column{"図", "Figure"};
constexpr Words title_column{"題名", "Title"};
constexpr Words cells_column{"欄", "Cells"};
constexpr Words names_nothing{"用いたカタログに、この欄が指すものがない。",
                              "The cell names nothing in the catalogues that were used."};
constexpr Words image{"画像（テキストから失われた）", "an image, lost in the text"};
constexpr Words by_figure{"図ごとの結果", "By figure"};
constexpr Words differences{"相違", "Differences"};
constexpr Words cell_column{"欄", "Cell"};
constexpr Words printed_column{"印刷", "Printed"};
constexpr Words derived_column{"導出", "Derived"};
constexpr Words unexplained{"（説明がない）", "(unexplained)"};
constexpr Words no_differences{"相違はない。", "Nothing differs."};
constexpr Words incomparable_heading{"比べられない欄", "Cells that cannot be compared"};
constexpr Words claims_heading{"一欄ずつでは比べられない主張", "Claims that no single cell can show"};
constexpr Words claim_column{"主張", "Claim"};
constexpr Words part_column{"編", "Part"};
constexpr Words cases_column{"件数", "cases"};
constexpr Words could_fail_column{"反しえた", "could fail"};
constexpr Words agree_column{"一致", "agree"};
constexpr Words chance_column{"偶然なら", "by chance"};
constexpr Words chance_cell{"平均 {}（{}〜{}）", "{} on average ({} to {})"};
constexpr Words as_good_column{"偶然で同等以上", "as good by chance"};
constexpr Words as_good_cell{"{}回中{}回", "{1} of {0} times"};
constexpr Words chance_note{
    "「反しえた」は、主張に反する結果がありえた件数。「偶然なら」は、主張の前提を同じ項目の間で無作為に配り直したときに一致する件数である。",
    "\"Could fail\" counts the cases that could have contradicted the claim. \"By chance\" is how many agree when what "
    "the claim follows from is dealt out at random among the same things."};
constexpr Words exceptions_heading{"主張に反するもの", "Exceptions"};
constexpr Words subject_column{"項目", "Item"};
constexpr Words claimed_column{"主張による", "By the claim"};
constexpr Words found_column{"記録", "Recorded"};
constexpr Words notes_heading{"図についての注", "Notes on the figures"};
constexpr Words unprinted_heading{"カタログにあり、図に印刷のないもの",
                                  "What the catalogues say and the figures do not print"};
constexpr Words oddities_heading{"報告書の不整合と、その読み方", "Oddities of the report, and how they were read"};
constexpr Words reading{"読み：{}", "Read as: {}"};
constexpr Words lines{"{}行", "line {}"};
constexpr Words meanings_heading{"結果の意味", "What the results mean"};

constexpr std::array verdicts{Verdict::derived,     Verdict::repaired,       Verdict::calibrated, Verdict::settled,
                              Verdict::transcribed, Verdict::not_comparable, Verdict::differs};
constexpr std::array sorts{OdditySort::substance, OdditySort::naming, OdditySort::text_damage, OdditySort::revision};

/// What the parts of a cell's id are called; measures, chapters and patterns are known by their ids.
std::string name_of_cell(const Catalog& catalog, const std::string& id, Language language) {
  constexpr std::array kinds{EntryKind::service_type, EntryKind::asset,    EntryKind::component,
                             EntryKind::stakeholder,  EntryKind::property, EntryKind::level};
  std::string name;
  std::string part;
  const auto add = [&](char separator) {
    const Entry* named = nullptr;
    for (const auto kind : kinds) {
      const auto found = named == nullptr ? catalog.find(kind, part) : std::nullopt;
      if (found) named = &catalog.entry(*found);
    }
    const auto threat = catalog.threats.find(part);
    name += threat ? short_name(catalog, *threat, language) : named != nullptr ? title_of(*named, language) : part;
    part.clear();
    if (separator == ':') name += " + ";
    if (separator == '/') name += " / ";
  };
  for (const char c : id) {
    if (c == ':' || c == '/') {
      add(c);
    } else {
      part += c;
    }
  }
  add('\0');
  return name;
}

/// The comparison's own words as readers say them; what a figure prints stays as it is.
std::string value_in(const std::string& value, Language language) {
  constexpr Words present{"あり", "present"};
  constexpr Words absent{"なし", "absent"};
  if (value == "present") return std::string(present.in(language));
  if (value == "absent") return std::string(absent.in(language));
  return value;
}

class ReproductionPage {
 public:
  ReproductionPage(const ReproductionReport& report, Language language) : report_(report), language_(language) {}

  Page draw(bool whole) {
    page_.push_back(Heading{1, in(title)});
    page_.push_back(summary());
    add_figures();
    add_differences();
    add_claims();
    if (whole) {
      add_incomparable();
      add_notes();
      add_oddities();
      add_unprinted();
    }
    append(page_, override_section(report_.view.catalog(), language_));
    add_meanings();
    return std::move(page_);
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  std::string in(const Wording& wording) const { return wording.in(language_); }
  std::string named(const PublishedCell& cell) const {
    return name_of_cell(report_.view.catalog(), cell.id, language_);
  }
  std::string name_of_figure(const PublishedFigure& figure) const {
    return figure.basis.at.empty() ? figure.id : figure.basis.at;
  }

  Labelled summary() const {
    Labelled lines_of;
    const auto add = [&](const Words& label, std::string text, Tone tone = Tone::plain) {
      auto& line = lines_of.lines.emplace_back();
      line.label = in(label);
      line.cell = {std::move(text), tone};
    };
    std::vector<std::string> names;
    for (const auto& catalog : report_.figures) {
      if (!catalog.figures.empty()) names.push_back(catalog.info.code + ' ' + catalog.info.version);
    }
    add(figures_label, joined(names, language_));
    names.clear();
    for (const auto& layer : report_.view.catalog().layers) names.push_back(layer.code + ' ' + layer.version);
    add(with_label, joined(names, language_));
    std::size_t cells = 0;
    for (const auto verdict : verdicts) cells += count(verdict);
    add(cells_label, say(cells_line, language_, cells, cells - count(Verdict::not_comparable)));
    std::vector<std::string> counts;
    for (const auto verdict : verdicts)
      counts.push_back(say(count_of, language_, words_for(verdict).in(language_), count(verdict)));
    add(result_label, joined(counts, language_));
    const auto derived = count(Verdict::derived);
    const auto repaired = count(Verdict::repaired);
    const auto tried =
        derived + repaired + count(Verdict::calibrated) + count(Verdict::settled) + derived_differences();
    add(reproduced_label, say(reproduced_line, language_, tried, derived + repaired, derived, repaired), Tone::strong);
    return lines_of;
  }

  std::size_t count(Verdict verdict) const { return report_.result.count(verdict); }

  /// Differences of what was derived, not of what was copied.
  std::size_t derived_differences() const {
    std::size_t found = 0;
    for (const auto& figure : report_.result.figures) {
      const bool derives = std::ranges::any_of(figure.cells, [](const ReproducedCell& cell) {
        return cell.verdict != Verdict::transcribed && cell.verdict != Verdict::not_comparable &&
               cell.verdict != Verdict::differs;
      });
      if (derives) found += figure.count(Verdict::differs);
    }
    return found;
  }

  /// "derived 40, settled 4": what there is of each verdict.
  Cell verdicts_of(const ReproducedFigure& figure) const {
    if (figure.figure->form == FigureForm::image) return {in(image), Tone::faint};
    std::vector<std::string> counts;
    for (const auto verdict : verdicts) {
      if (const auto number = figure.count(verdict); number > 0)
        counts.push_back(say(count_of, language_, words_for(verdict).in(language_), number));
    }
    return {joined(counts, language_), figure.count(Verdict::differs) > 0 ? Tone::bad : Tone::plain};
  }

  void add_figures() {
    Grid grid;
    grid.columns = {
        {in(figure_column), false, true}, {in(title_column)}, {in(cells_column), true, true}, {in(result_label)}};
    for (const auto& figure : report_.result.figures) {
      grid.rows.push_back({{{name_of_figure(*figure.figure)},
                            {in(figure.figure->title)},
                            {std::to_string(figure.cells.size())},
                            verdicts_of(figure)},
                           false});
    }
    page_.push_back(Heading{2, in(by_figure)});
    page_.push_back(std::move(grid));
  }

  std::string heading_for(const PublishedFigure& figure) const {
    return name_of_figure(figure) + (language_ == Language::ja ? "　" : ": ") + in(figure.title);
  }

  /// The cells of each figure with that verdict; those next to each other that have one reason are told it once.
  template <typename Row, typename Reason>
  void add_cells(const Words& heading, Verdict verdict, const std::vector<Grid::Column>& columns, const Row& row,
                 const Reason& reason) {
    bool headed = false;
    for (const auto& figure : report_.result.figures) {
      if (figure.count(verdict) == 0) continue;
      if (!headed) page_.push_back(Heading{2, in(heading)});
      headed = true;
      page_.push_back(Heading{3, heading_for(*figure.figure)});
      Grid grid;
      std::string last;
      const auto finish = [&] {
        if (grid.rows.empty()) return;
        page_.push_back(Paragraph{last});
        grid.columns = columns;
        page_.push_back(std::exchange(grid, {}));
      };
      for (std::size_t i = 0; i < figure.cells.size(); ++i) {
        if (figure.cells[i].verdict != verdict) continue;
        const auto& published = figure.figure->cells[i];
        auto why = reason(published);
        if (why != last) finish();
        last = std::move(why);
        grid.rows.push_back({row(published, figure.cells[i]), false});
      }
      finish();
    }
  }

  void add_differences() {
    if (count(Verdict::differs) == 0) {
      page_.push_back(Paragraph{in(no_differences), Tone::good});
      return;
    }
    add_cells(
        differences, Verdict::differs, {{in(cell_column)}, {in(printed_column)}, {in(derived_column)}},
        [&](const PublishedCell& published, const ReproducedCell& cell) {
          return std::vector<Cell>{
              {named(published)}, {value_in(published.value, language_)}, {value_in(cell.derived, language_)}};
        },
        [&](const PublishedCell& published) {
          return published.explanation.empty() ? in(unexplained) : in(published.explanation);
        });
  }

  void add_incomparable() {
    add_cells(
        incomparable_heading, Verdict::not_comparable, {{in(cell_column)}, {in(printed_column)}},
        [&](const PublishedCell& published, const ReproducedCell&) {
          return std::vector<Cell>{{named(published)}, {published.value}};
        },
        [&](const PublishedCell& published) {
          return published.incomparable.empty() ? in(names_nothing) : in(published.incomparable);
        });
  }

  void add_claims() {
    if (report_.result.claims.empty()) return;
    Grid grid;
    grid.columns = {{in(claim_column)},
                    {in(part_column), false, true},
                    {in(cases_column), true, true},
                    {in(could_fail_column), true, true},
                    {in(agree_column), true, true},
                    {in(chance_column)},
                    {in(as_good_column)}};
    for (const auto& claim : report_.result.claims) {
      const auto& chance = claim.chance;
      grid.rows.push_back({{{in(words_for(claim.kind))},
                            {claim.part},
                            {std::to_string(claim.cases)},
                            {std::to_string(claim.could_fail)},
                            {std::to_string(claim.agree)},
                            {say(chance_cell, language_, mean_text(chance), chance.least, chance.most)},
                            {say(as_good_cell, language_, chance.trials, chance.as_good)}},
                           false});
    }
    page_.push_back(Heading{2, in(claims_heading)});
    page_.push_back(std::move(grid));
    page_.push_back(Paragraph{in(chance_note), Tone::faint});
    add_exceptions();
  }

  void add_exceptions() {
    Grid grid;
    grid.columns = {{in(subject_column), false, true}, {in(claimed_column)}, {in(found_column)}};
    for (const auto& claim : report_.result.claims) {
      if (claim.exceptions.empty()) continue;
      const auto heading = in(words_for(claim.kind)) + (claim.part.empty() ? "" : " " + claim.part);
      grid.rows.push_back({{{heading}}, true});
      for (const auto& exception : claim.exceptions)
        grid.rows.push_back({{{exception.subject},
                              {exception.claimed.empty() ? in(words::none) : exception.claimed},
                              {exception.found.empty() ? in(words::none) : exception.found}},
                             false});
    }
    if (grid.rows.empty()) return;
    page_.push_back(Heading{3, in(exceptions_heading)});
    page_.push_back(std::move(grid));
  }

  void add_notes() {
    Points points;
    for (const auto& figure : report_.result.figures) {
      if (figure.figure->note.empty()) continue;
      points.points.push_back(
          {{say(words::colon, language_, name_of_figure(*figure.figure), in(figure.figure->note))}, {}});
    }
    if (points.points.empty()) return;
    page_.push_back(Heading{2, in(notes_heading)});
    page_.push_back(std::move(points));
  }

  void add_oddities() {
    bool headed = false;
    for (const auto sort : sorts) {
      Points points;
      for (const auto& figure : report_.result.figures) {
        for (const auto& oddity : figure.figure->oddities) {
          if (oddity.sort == sort) points.points.push_back(point(*figure.figure, oddity));
        }
      }
      if (points.points.empty()) continue;
      if (!headed) page_.push_back(Heading{2, in(oddities_heading)});
      headed = true;
      page_.push_back(Heading{3, in(words_for(sort))});
      page_.push_back(std::move(points));
    }
  }

  Points::Point point(const PublishedFigure& figure, const Oddity& oddity) const {
    std::vector<std::string> numbers;
    for (const auto line : oddity.lines) numbers.push_back(std::to_string(line));
    auto place = name_of_figure(figure);
    if (!numbers.empty())
      place += (language_ == Language::ja ? "、" : ", ") + say(lines, language_, listed(numbers, language_));
    return {{in(oddity.what) + say(words::in_brackets, language_, place)},
            {{say(reading, language_, in(oddity.reading)), Tone::faint}}};
  }

  void add_unprinted() {
    Points points;
    for (const auto& figure : report_.result.figures) {
      if (figure.unprinted.empty()) continue;
      Points::Point point{{say(words::colon, language_, name_of_figure(*figure.figure),
                               say(words::count, language_, figure.unprinted.size()))},
                          {}};
      for (const auto& cell : figure.unprinted)
        point.below.push_back({say(words::colon, language_, name_of_cell(report_.view.catalog(), cell.cell, language_),
                                   value_in(cell.derived, language_)),
                               Tone::faint});
      points.points.push_back(std::move(point));
    }
    if (points.points.empty()) return;
    page_.push_back(Heading{2, in(unprinted_heading)});
    page_.push_back(std::move(points));
  }

  void add_meanings() {
    Labelled meanings;
    for (const auto verdict : verdicts) {
      auto& line = meanings.lines.emplace_back();
      line.label = in(words_for(verdict));
      line.cell = {in(meaning_of(verdict)), Tone::plain};
    }
    page_.push_back(Heading{2, in(meanings_heading)});
    page_.push_back(std::move(meanings));
  }

  const ReproductionReport& report_;
  Language language_;
  Page page_;
};

}  // namespace

std::string reproduction_text(const ReproductionReport& report, Language language, const TextStyle& style, bool whole) {
  return draw_text(ReproductionPage(report, language).draw(whole), style);
}

std::string reproduction_markdown(const ReproductionReport& report, Language language) {
  return draw_markdown(ReproductionPage(report, language).draw(true));
}

}  // namespace michibiki
