#include "reports/dispositions_report.hpp"

#include <algorithm>

#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/page.hpp"
#include "reports/statements.hpp"
#include "reports/text_page.hpp"
#include "reports/words.hpp"

namespace michibiki {
namespace {

constexpr Words title{"管理策の扱い", "Dispositions of the controls"};
constexpr Words intro{
    "ガイドラインのもとになった規格の管理策を、それぞれどう扱ったか。「対策項目」は、その管理策、又はその上の見出しに由来するもの。",
    "What became of every control in the guideline that is drawn from its standard. Measures are those that originate from the "
    "control, or from a heading above it."};
constexpr Words by_disposition{"扱いごとの数", "How many of each"};
constexpr Words disposition_column{"扱い", "Disposition"};
constexpr Words meaning_column{"意味", "Meaning"};
constexpr Words undisposed{"記載なし", "not stated"};
constexpr Words all_controls{"計", "Total"};
constexpr Words several{"扱いが複数ある管理策は、それぞれに数える。",
                        "A control with several dispositions counts under each."};
constexpr Words without_standard{"規格に属しない管理策", "Controls of no standard"};
constexpr Words together{"{}（{} と併せて）", "{} (together with {})"};
constexpr Words of_measures{"{}：{}", "{}: {}"};
constexpr Words reason_separator{"　", " / "};
constexpr Words doubtful_title{"題名が手元の資料では確かめられていない", "no source at hand confirms the title"};

class DispositionsPage {
 public:
  DispositionsPage(const DispositionsReport& report, Language language)
      : report_(report), catalog_(report.view.catalog()), language_(language) {}

  Page draw() {
    page_.push_back(Heading{1, in(title)});
    page_.push_back(Paragraph{in(intro)});
    add_counts();
    for (const auto& standard : report_.standards) add_standard(standard);
    append(page_, override_section(catalog_, language_));
    add_marks();
    return std::move(page_);
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  std::string name_of(const StandardDispositions& standard) const {
    return standard.standard ? title_of(catalog_.standards[*standard.standard], language_) : in(without_standard);
  }

  /// A column for each standard, and their sum where there are several.
  template <typename Count>
  Grid::Row counted(const std::string& what, const Count& count, Tone tone) const {
    Grid::Row row{{{what, tone}}, false};
    std::size_t sum = 0;
    for (const auto& standard : report_.standards) {
      const std::size_t here = count(standard);
      sum += here;
      row.cells.push_back({std::to_string(here), here == 0 ? Tone::faint : tone});
    }
    if (report_.standards.size() > 1) row.cells.push_back({std::to_string(sum), sum == 0 ? Tone::faint : tone});
    return row;
  }

  void add_counts() {
    Grid grid;
    grid.columns.push_back({in(disposition_column), false, true});
    for (const auto& standard : report_.standards) grid.columns.push_back({name_of(standard), true});
    if (report_.standards.size() > 1) grid.columns.push_back({in(all_controls), true, true});
    const bool explained =
        std::ranges::any_of(catalog_.dispositions, [](const Disposition& entry) { return !entry.note.empty(); });
    if (explained) grid.columns.push_back({in(meaning_column)});
    for (std::size_t i = 0; i < catalog_.dispositions.size(); ++i) {
      const DispositionId id{i};
      const auto& entry = catalog_.dispositions[id];
      if (entry.group || !report_.view.holds(ref(id))) continue;
      auto row = counted(
          title_of(entry, language_), [&](const StandardDispositions& of) { return of.count(id); }, Tone::plain);
      if (explained) row.cells.push_back({entry.note.empty() ? std::string() : entry.note.in(language_)});
      grid.rows.push_back(std::move(row));
    }
    const bool any_without =
        std::ranges::any_of(report_.standards, [](const StandardDispositions& of) { return of.without() > 0; });
    if (any_without) {
      grid.rows.push_back(counted(
          in(undisposed), [](const StandardDispositions& of) { return of.without(); }, Tone::caution));
    }
    grid.rows.push_back(counted(
        in(all_controls), [](const StandardDispositions& of) { return of.controls.size(); }, Tone::strong));
    page_.push_back(Heading{2, in(by_disposition)});
    page_.push_back(std::move(grid));
    if (any_with_several()) page_.push_back(Paragraph{in(several), Tone::faint});
  }

  bool any_with_several() const {
    return std::ranges::any_of(report_.standards, [](const StandardDispositions& of) {
      return std::ranges::any_of(of.controls,
                                 [](const ControlDisposition& row) { return row.dispositions.size() > 1; });
    });
  }

  /// The headings above a control, outermost first.
  std::vector<EntryRef> headings(ControlId control) const {
    auto path = report_.view.graph().upwards(ref(control));
    path.erase(path.begin());
    std::ranges::reverse(path);
    return path;
  }

  /// A table under each of the outermost headings, those below it inside.
  void add_standard(const StandardDispositions& standard) {
    page_.push_back(Heading{2, name_of(standard)});
    Grid grid;
    std::vector<EntryRef> above;
    for (const auto& row : standard.controls) {
      auto path = headings(row.control);
      const bool another = path.empty() != above.empty() || (!path.empty() && path.front() != above.front());
      if (another) finish(grid);
      if (another && !path.empty()) page_.push_back(Heading{3, code_and_title(path.front())});
      if (path != above && (path.size() > 1 || !another)) grid.rows.push_back({{{inner(path)}}, true});
      above = std::move(path);
      grid.rows.push_back(row_of(row));
    }
    finish(grid);
  }

  void finish(Grid& grid) {
    if (grid.rows.empty()) return;
    grid.columns = {{in(words::id), false, true},
                    {in(words::control)},
                    {in(disposition_column)},
                    {in(words::measures)},
                    {in(words::reason)}};
    page_.push_back(std::exchange(grid, {}));
  }

  std::string code_and_title(EntryRef entry) const {
    const auto& control = catalog_.entry(entry);
    return control.title.empty() ? control.code : control.code + ' ' + control.title.in(language_);
  }

  /// The headings below the outermost; of a control that stands under that one itself, that one again.
  std::string inner(const std::vector<EntryRef>& path) const {
    if (path.size() == 1) return code_and_title(path.front());
    std::string text;
    for (auto heading = path.begin() + 1; heading != path.end(); ++heading)
      text += (text.empty() ? "" : " / ") + code_and_title(*heading);
    return text;
  }

  template <typename T>
  std::string codes(const Table<T>& table, const std::vector<Id<T>>& ids) const {
    std::vector<std::string> all;
    for (const auto id : ids) all.push_back(table[id].code);
    return joined(all, language_);
  }

  Grid::Row row_of(const ControlDisposition& row) const {
    const auto& control = catalog_.controls[row.control];
    return {{{control.code},
             {control.title.empty() ? std::string() : marked_title(catalog_, control, language_)},
             disposition(row),
             {codes(catalog_.measures, row.measures)},
             {reasons(row)}},
            false};
  }

  Cell disposition(const ControlDisposition& row) const {
    if (row.dispositions.empty()) return {in(undisposed), Tone::caution};
    std::vector<std::string> titles;
    for (const auto id : row.dispositions) titles.push_back(title_of(catalog_.dispositions[id], language_));
    const auto text = joined(titles, language_);
    if (row.together_with.empty()) return {text};
    return {say(together, language_, text, codes(catalog_.controls, row.together_with))};
  }

  /// Why it was disposed of so; where nobody says, why measures originate from it, each with its measures.
  std::string reasons(const ControlDisposition& row) const {
    std::string text;
    for (const auto id : row.reasons()) {
      const auto& link = catalog_.link(id);
      const auto& why = reason_of(catalog_, id);
      auto because = why.empty() ? in(words::no_reason_given) : why.in(language_);
      if (row.disposed_by.empty()) because = say(of_measures, language_, measures_of(link), because);
      text += text.empty() ? "" : in(reason_separator);
      text += with_mark(because, basis_and_place(catalog_, link.fact, language_), language_);
    }
    return text;
  }

  std::string measures_of(const Link& link) const {
    std::vector<std::string> all;
    for (const auto from : link.from) all.push_back(catalog_.entry(from).code);
    return joined(all, language_);
  }

  void add_marks() {
    Grid grid;
    grid.columns = {{in(words::mark), false, true}, {in(words::meaning)}};
    const auto add = [&](const std::string& mark, const Words& meaning) {
      grid.rows.push_back({{{mark}, {in(meaning)}}, false});
    };
    add(in(words::stated_mark), words::stated_means);
    add(in(words::judgement_mark), words::judgement_means);
    add(in(words::unverified_mark), words::unverified_means);
    add("?", doubtful_title);
    page_.push_back(Heading{2, in(words::marks)});
    page_.push_back(std::move(grid));
  }

  const DispositionsReport& report_;
  const Catalog& catalog_;
  Language language_;
  Page page_;
};

}  // namespace

std::string dispositions_text(const DispositionsReport& report, Language language, const TextStyle& style) {
  return draw_text(DispositionsPage(report, language).draw(), style);
}

std::string dispositions_markdown(const DispositionsReport& report, Language language) {
  return draw_markdown(DispositionsPage(report, language).draw());
}

}  // namespace michibiki
