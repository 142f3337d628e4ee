#include <algorithm>
#include <array>

#include "reports/decimal.hpp"
#include "reports/sensitivity_report.hpp"
#include "reports/sensitivity_words.hpp"

namespace michibiki {
namespace {

constexpr Words heading{"判断したリンクを除いたとき、対策のある突合結果の割合",
                        "Exposures that stay covered without some judged links"};
constexpr Words across{"無作為に除いたリンクの割合（%）", "Links removed at random (%)"};
constexpr Words upwards{"除く前の突合結果に対する割合（%）", "Share of the untouched system's exposures (%)"};

// Sizes in pixels.
constexpr std::int64_t width = 760;
constexpr std::int64_t height = 460;
constexpr std::int64_t left = 70;
constexpr std::int64_t right = 170;
constexpr std::int64_t top = 50;
constexpr std::int64_t bottom = 60;

/// Colours that are told apart with any eyesight (Okabe and Ito), and a dash pattern each for print.
constexpr std::array<std::string_view, 7> colours{"#000000", "#0072b2", "#d55e00", "#009e73",
                                                  "#cc79a7", "#56b4e9", "#e69f00"};
constexpr std::array<std::string_view, 7> dashes{"none", "6 3", "2 2", "8 3 2 3", "4 4", "1 3", "10 4"};

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else {
      safe += c;
    }
  }
  return safe;
}

class Plot {
 public:
  Plot(const SensitivityReport& report, Language language) : result_(report.result), language_(language) {
    for (const auto& series : result_.series) {
      for (const auto& point : series.points) most_percent_ = std::max(most_percent_, rounded_up(point));
    }
    most_percent_ = (most_percent_ + 4) / 5 * 5;
  }

  std::string draw() {
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(width) + ' ' +
           std::to_string(height) + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n";
    out_ += "<title>" + in(heading) + "</title>\n";
    out_ += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    text(left, 28, in(heading), "start", "font-size=\"15\" font-weight=\"bold\"");
    axes();
    for (std::size_t i = 0; i < result_.series.size(); ++i) line(result_.series[i], i);
    return out_ + "</svg>\n";
  }

 private:
  /// The share that is really removed, to the next whole percent.
  static std::int64_t rounded_up(const SensitivityPoint& point) {
    const auto links = std::max<std::int64_t>(1, whole(point.links));
    return (whole(point.removed) * 100 + links - 1) / links;
  }
  static std::int64_t whole(std::size_t number) { return static_cast<std::int64_t>(number); }
  std::string in(const Words& words) const { return escaped(std::string(words.in(language_))); }

  Ratio x_of(Ratio percent) const {
    return Ratio(left) + percent * Ratio(width - left - right, std::max<std::int64_t>(1, most_percent_));
  }
  static Ratio y_of(Ratio percent) { return Ratio(height - bottom) - percent * Ratio(height - top - bottom, 100); }
  static std::string number(const Ratio& ratio) { return decimal(ratio, 1); }

  void text(const Ratio& x, const Ratio& y, const std::string& what, const std::string& anchor,
            const std::string& more = {}) {
    out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" fill=\"#222222\"" +
            (more.empty() ? "" : ' ' + more) + '>' + what + "</text>\n";
  }

  void stroke(const Ratio& x1, const Ratio& y1, const Ratio& x2, const Ratio& y2, const std::string& style) {
    out_ += "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) +
            "\" " + style + "/>\n";
  }

  void axes() {
    for (std::int64_t percent = 0; percent <= 100; percent += 20) {
      const auto y = y_of(Ratio(percent));
      stroke(Ratio(left), y, Ratio(width - right), y, "stroke=\"#dddddd\"");
      text(Ratio(left - 8), y + 4, std::to_string(percent), "end");
    }
    const auto step = most_percent_ > 30 ? 10 : 5;
    for (std::int64_t percent = 0; percent <= most_percent_; percent += step) {
      const auto x = x_of(Ratio(percent));
      stroke(x, Ratio(height - bottom), x, Ratio(height - bottom + 5), "stroke=\"#222222\"");
      text(x, Ratio(height - bottom + 20), std::to_string(percent), "middle");
    }
    stroke(Ratio(left), Ratio(height - bottom), Ratio(width - right), Ratio(height - bottom), "stroke=\"#222222\"");
    text(Ratio(left + (width - left - right) / 2), Ratio(height - 18), in(across), "middle");
    out_ += "<text transform=\"translate(20 " + std::to_string((height - bottom + top) / 2) +
            ") rotate(-90)\" text-anchor=\"middle\" fill=\"#222222\">" + in(upwards) + "</text>\n";
  }

  /// How much of what the untouched system is exposed to is covered.
  static Ratio share(const Ratio& covered, const SensitivityPoint& untouched) {
    const auto all = whole(untouched.exposures.total);
    return all == 0 ? Ratio(0) : covered * Ratio(100, all);
  }

  void line(const SensitivitySeries& series, std::size_t position) {
    const std::string colour(colours[position % colours.size()]);
    const auto untouched = share(Ratio(whole(series.whole.covered.total)), series.whole);
    auto points = series.points;
    std::ranges::stable_sort(points, {}, &SensitivityPoint::removed);
    std::string path = "M" + number(x_of(Ratio(0))) + ' ' + number(y_of(untouched));
    Ratio end_x = x_of(Ratio(0));
    Ratio end_y = y_of(untouched);
    for (const auto& point : points) {
      end_x = x_of(Ratio(whole(point.removed) * 100, std::max<std::int64_t>(1, whole(point.links))));
      end_y = y_of(share(mean_of(point.covered, result_.trials), series.whole));
      path += " L" + number(end_x) + ' ' + number(end_y);
      bar(point, series.whole, end_x, colour);
      mark(point, end_x, end_y, colour);
    }
    out_ += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" stroke-dasharray=\"" +
            std::string(dashes[position % dashes.size()]) + "\"/>\n";
    const auto row = Ratio(top + 10 + whole(position) * 22);
    const auto legend = Ratio(width - right + 18);
    stroke(legend, row - 4, legend + 26, row - 4,
           "stroke=\"" + colour + "\" stroke-width=\"2\" stroke-dasharray=\"" +
               std::string(dashes[position % dashes.size()]) + '"');
    text(legend + 32, row, escaped(name_of_series(series, language_)), "start");
  }

  /// From the least to the most that was covered in any trial.
  void bar(const SensitivityPoint& point, const SensitivityPoint& untouched, const Ratio& x,
           const std::string& colour) {
    stroke(x, y_of(share(Ratio(whole(point.covered.least)), untouched)), x,
           y_of(share(Ratio(whole(point.covered.most)), untouched)),
           "stroke=\"" + colour + "\" stroke-opacity=\"0.45\"");
  }

  void mark(const SensitivityPoint& point, const Ratio& x, const Ratio& y, const std::string& colour) {
    out_ += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + (point.kappa ? "5" : "3") +
            "\" fill=\"" + (point.kappa ? "#ffffff" : colour) + "\" stroke=\"" + colour +
            "\" stroke-width=\"2\"><title>" + escaped(share_text(point)) + "</title></circle>\n";
    if (point.kappa) text(x + 8, y - 6, "κ " + decimal(*point.kappa, 2), "start", "font-size=\"11\"");
  }

  const Sensitivity& result_;
  Language language_;
  std::int64_t most_percent_ = 0;
  std::string out_;
};

}  // namespace

std::string sensitivity_svg(const SensitivityReport& report, Language language) {
  return Plot(report, language).draw();
}

}  // namespace michibiki
