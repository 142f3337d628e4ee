#include "reports/page.hpp"

#include <algorithm>
#include <sstream>

#include "model/text.hpp"
#include "reports/fit.hpp"
#include "reports/markdown_page.hpp"
#include "reports/text_page.hpp"

#include "tests/catch.hpp"

namespace michibiki {
namespace {

using Strings = std::vector<std::string>;

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("text is wrapped between words and between Japanese characters", "[reports][page]") {
  CHECK(wrap("one two three", 8) == Strings{"one two", "three"});
  CHECK(wrap("情報資産の盗難", 8) == Strings{"情報資産", "の盗難"});
  CHECK(wrap("", 8) == Strings{""});
  CHECK(wrap("   ", 8) == Strings{""});
}

TEST_CASE("no line begins with a full stop nor ends with an opening bracket", "[reports][page]") {
  CHECK(wrap("漏れない。次", 8) == Strings{"漏れな", "い。次"});
  CHECK(wrap("機密性（高）", 8) == Strings{"機密性", "（高）"});
  CHECK(wrap("「低」は他と比べた水準", 8) == Strings{"「低」は", "他と比べ", "た水準"});
}

TEST_CASE("a word that is too long is cut, at a joint where it has one", "[reports][page]") {
  CHECK(wrap("malicious.denial-of-service", 12) == Strings{"malicious.", "denial-of-", "service"});
  CHECK(wrap("aaaaaaaaaa", 4) == Strings{"aaaa", "aaaa", "aa"});
  CHECK(wrap("漢", 1) == Strings{"漢"});
}

TEST_CASE("wrapping loses no character", "[reports][page]") {
  const std::string text =
      "機密性 (Confidentiality): 「高」—営業秘密を預かる, e\xCC\x81t\xC3\xA9 情報セキュリティ、III.2.3.1 *";
  for (std::size_t width = 2; width < 60; ++width) {
    std::string joined;
    for (const auto& line : wrap(text, width)) {
      if (width > 3) CHECK(display_width(line) <= width);
      joined += line;
    }
    auto expected = text;
    std::erase(expected, ' ');
    std::erase(joined, ' ');
    CHECK(joined == expected);
  }
}

TEST_CASE("a table's columns stand under each other for Japanese too, and it fits the terminal", "[reports][page]") {
  Grid grid{{{"脅威"}, {"数", true, true}},
            {{{{"情報資産の盗難"}, {"12"}}, false}, {{{"サーバ"}}, true}, {{{"Theft"}, {"3"}}, false}}};
  CHECK(draw_text({grid}, {false, 80}) ==
        "脅威           | 数\n"
        "---------------+---\n"
        "情報資産の盗難 | 12\n"
        "== サーバ\n"
        "Theft          |  3\n");
  grid.rows.push_back({{{"とても長い名前を持つ脅威がここに一つあって、一行には収まらない"}, {"1"}}, false});
  CHECK(widest_line(draw_text({grid}, {false, 40})) == 40);
}

TEST_CASE("the last text of a row runs on over empty cells", "[reports][page]") {
  const Grid grid{
      {{"Id"}, {"Topic"}, {"Value"}},
      {{{{"M-1"}, {"A measure with a long title"}, {""}}, false}, {{{""}, {"a. Interval"}, {"within 24 h"}}, false}}};
  CHECK(draw_text({grid}, {false, 40}) ==
        "Id  | Topic       | Value\n"
        "----+-------------+------------\n"
        "M-1 | A measure with a long\n"
        "    | title\n"
        "    | a. Interval | within 24 h\n");
}

TEST_CASE("a row of one text is a line of its own, as wide as the page, and a number stays in its column",
          "[reports][page]") {
  const Grid grid{{{"Id"}, {"Count", true}, {"Note"}},
                  {{{{"M-1"}, {"7"}, {"all"}}, false},
                   {{{"A remark about the measure above"}}, false},
                   {{{"M-2"}, {"12"}}, false}}};
  CHECK(draw_text({grid}, {false, 40}) ==
        "Id  | Count | Note\n"
        "----+-------+-----\n"
        "M-1 |     7 | all\n"
        "A remark about the measure above\n"
        "M-2 |    12 |\n");
}

TEST_CASE("a column is never so narrow that a word of its title breaks", "[reports][page]") {
  Grid grid{{{"System case"}, {"uncovered", true}, {"管理策のみ", true}, {"Reason"}}, {}};
  grid.rows.push_back({{{"one"}, {"8"}, {"105"}, {std::string(200, 'x')}}, false});
  const auto drawn = draw_text({grid}, {false, 60});
  CHECK(drawn.find("uncovered") != std::string::npos);
  CHECK(drawn.find("管理策のみ") != std::string::npos);
  CHECK(widest_line(drawn) <= 60);
}

TEST_CASE("a ledger stands in bands as wide as the terminal, and breaks between groups", "[reports][page]") {
  const Ledger ledger{"Chapter",
                      {"basic", "other"},
                      {{"A", {"3", "0"}, true}, {"A.1", {"3", "0"}}, {"B", {"5", "2"}, true}, {"B.1", {"5", "2"}}}};
  CHECK(draw_text({ledger}, {false, 80}) ==
        "Chapter  A  A.1  B  B.1\n"
        "basic    3    3  5    5\n"
        "other    0    0  2    2\n");
  auto wide = ledger;
  for (auto& column : wide.columns) column.title += "-longtitle";
  CHECK(draw_text({wide}, {false, 40}) ==
        "Chapter  A-longtitle  A.1-longtitle\n"
        "basic              3              3\n"
        "Chapter  B-longtitle  B.1-longtitle\n"
        "basic              5              5\n"
        "other              2              2\n");
  CHECK(
      draw_markdown({ledger}) ==
      "| Chapter | basic | other |\n| --- | ---: | ---: |\n| A | 3 | 0 |\n| A.1 | 3 | 0 |\n| B | 5 | 2 |\n| B.1 | 5 | 2 |\n");
}

TEST_CASE("Japanese rather breaks after a comma or where a phrase ends than inside a word", "[reports][page]") {
  CHECK(wrap("対策あり 644、管理策のみ 105", 22) == Strings{"対策あり 644、", "管理策のみ 105"});
  CHECK(wrap("利用者が頼る情報を提供するため", 24) == Strings{"利用者が頼る情報を", "提供するため"});
}

TEST_CASE("colours are only there when asked for", "[reports][page]") {
  const Page page{Paragraph{"open", Tone::bad}};
  CHECK(draw_text(page, {false, 80}) == "open\n");
  CHECK(draw_text(page, {true, 80}) == "\x1b[31mopen\x1b[0m\n");
}

TEST_CASE("a hostile text cannot command a terminal or add lines", "[reports][page]") {
  const std::string hostile = "\x1b[2J red\r\n\nforged\t\xE2\x80\xAEx \x07\xFF";
  const auto drawn =
      draw_text({Paragraph{hostile}, Points{{{{hostile}, {{hostile}}}}}, Labelled{{{hostile, {hostile}}}},
                 Grid{{{hostile}}, {{{{hostile}}, false}, {{{hostile}}, true}}}, Heading{1, hostile}},
                {false, 80});
  for (const char c : drawn) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  CHECK(drawn.find("\xE2\x80\xAE") == std::string::npos);
  CHECK_FALSE(find_invalid_utf8(drawn).has_value());
  CHECK(draw_text({Paragraph{hostile}}, {false, 80}) == "\\u{1b}[2J red forged \\u{202e}x \\u{7}\\xff\n");
}

TEST_CASE("Markdown shows a text as it is", "[reports][page]") {
  CHECK(markdown_text("a|b") == "a\\|b");
  CHECK(markdown_text("*5* _x_ `c` ~d~") == "\\*5\\* \\_x\\_ \\`c\\` \\~d\\~");
  CHECK(markdown_text("<img src=x onerror=alert(1)> &amp;") == "&lt;img src=x onerror=alert(1)&gt; &amp;amp;");
  CHECK(markdown_text("[a](javascript:b) ![c](d)") == "\\[a\\](javascript:b) !\\[c\\](d)");
  CHECK(markdown_text("https://evil.example www.evil.example x@y.z") ==
        "https\\://evil.example www\\.evil.example x\\@y.z");
  CHECK(markdown_text("# no heading") == "\\# no heading");
  CHECK(markdown_text("1. no list") == "1\\. no list");
  CHECK(markdown_text("- no list") == "\\- no list");
  CHECK(markdown_text("two\n\nlines\\") == "two lines\\\\");
  CHECK(markdown_text("III.2.3.1 24時間以内*") == "III.2.3.1 24時間以内\\*");
}

TEST_CASE("every row of a Markdown table has as many cells as its head", "[reports][page]") {
  const Grid grid{{{"a|"}, {"b"}},
                  {{{{"x | y | z\n| forged | row |"}, {"\\|"}}, false}, {{{"group"}}, true}, {{{"only one"}}, false}}};
  CHECK(draw_markdown({Heading{2, "T"}, grid}) ==
        "## T\n\n"
        "| a\\| | b |\n| --- | --- |\n| x \\| y \\| z \\| forged \\| row \\| | \\\\\\| |\n\n"
        "### group\n\n"
        "| a\\| | b |\n| --- | --- |\n| only one |  |\n");
}

TEST_CASE("a page that comes part by part is drawn as the whole one", "[reports][page]") {
  const Grid grid{{{"a"}, {"b"}}, {{{{"x"}, {"y"}}, false}, {{{"group"}}, true}, {{{"only one"}}, false}}};
  const Page whole{Heading{1, "T"}, Paragraph{"p"}, Heading{2, "S"}, grid, Heading{3, "E"}, Paragraph{"q"}};
  const auto in_parts = [&](const PageDrawing& draw) {
    std::string text = draw({});
    for (const auto& block : whole) text += draw({block});
    return text;
  };
  CHECK(in_parts(text_drawing({false, 80})) == draw_text(whole, {false, 80}));
  CHECK(in_parts(markdown_drawing()) == draw_markdown(whole));
}

}  // namespace michibiki
