#include "reports/json_facts.hpp"
#include "reports/reproduction_report.hpp"
#include "reports/reproduction_words.hpp"

namespace michibiki {
namespace {

/// English under `key`, Japanese beside it.
void put(Json& json, const std::string& key, const Wording& wording) {
  json[key] = wording.en.empty() ? Json(nullptr) : Json(wording.en);
  json[key + "_ja"] = wording.ja.empty() ? Json(nullptr) : Json(wording.ja);
}

Json json_cell(const PublishedCell& published, const ReproducedCell& cell) {
  Json json;
  json["cell"] = published.id;
  json["published"] = published.value;
  json["derived"] = cell.verdict == Verdict::not_comparable ? Json(nullptr) : Json(cell.derived);
  json["verdict"] = name_of(cell.verdict);
  json["line"] = published.line > 0 ? Json(published.line) : Json(nullptr);
  if (published.unverified) json["unverified"] = true;
  return json;
}

Json json_oddity(const Oddity& oddity) {
  Json json;
  json["sort"] = name_of(oddity.sort);
  put(json, "what", oddity.what);
  put(json, "reading", oddity.reading);
  json["lines"] = oddity.lines;
  return json;
}

Json json_figure(const ReproducedFigure& figure) {
  const auto& published = *figure.figure;
  Json json;
  json["figure"] = published.id;
  json["title"] = json_wording(published.title);
  json["form"] = published.form == FigureForm::image ? "image" : "table";
  json["compare"] = published.compare ? Json(name_of(*published.compare)) : Json(nullptr);
  json["cells"] = figure.cells.size();
  json["derived"] = figure.count(Verdict::derived);
  json["repaired"] = figure.count(Verdict::repaired);
  json["calibrated"] = figure.count(Verdict::calibrated);
  json["settled"] = figure.count(Verdict::settled);
  json["transcribed"] = figure.count(Verdict::transcribed);
  json["not_comparable"] = figure.count(Verdict::not_comparable);
  json["differ"] = figure.count(Verdict::differs);
  json["differences"] = Json::array();
  json["verdicts"] = Json::array();
  for (std::size_t i = 0; i < figure.cells.size(); ++i) {
    const auto& cell = published.cells[i];
    json["verdicts"].push_back(json_cell(cell, figure.cells[i]));
    if (figure.cells[i].verdict != Verdict::differs) continue;
    Json difference;
    difference["cell"] = cell.id;
    difference["published"] = cell.value;
    difference["derived"] = figure.cells[i].derived;
    put(difference, "explanation", cell.explanation);
    json["differences"].push_back(std::move(difference));
  }
  json["unprinted"] = Json::array();
  for (const auto& cell : figure.unprinted)
    json["unprinted"].push_back({{"cell", cell.cell}, {"derived", cell.derived}});
  json["note"] = json_wording(published.note);
  json["oddities"] = Json::array();
  for (const auto& oddity : published.oddities) json["oddities"].push_back(json_oddity(oddity));
  return json;
}

Json json_claim(const Claim& claim) {
  Json json;
  json["claim"] = name_of(claim.kind);
  json["part"] = claim.part.empty() ? Json(nullptr) : Json(claim.part);
  json["cases"] = claim.cases;
  json["could_fail"] = claim.could_fail;
  json["agree"] = claim.agree;
  json["by_chance"] = {{"trials", claim.chance.trials},
                       {"mean", mean_text(claim.chance)},
                       {"least", claim.chance.least},
                       {"most", claim.chance.most},
                       {"as_good", claim.chance.as_good}};
  json["exceptions"] = Json::array();
  for (const auto& exception : claim.exceptions) {
    json["exceptions"].push_back(
        {{"item", exception.subject}, {"claimed", exception.claimed}, {"recorded", exception.found}});
  }
  return json;
}

}  // namespace

std::string reproduction_json(const ReproductionReport& report) {
  Json json;
  json["format"] = "michibiki-reproduction";
  json["version"] = 1;
  json["trust"] = name_of(report.view.trust());
  json["catalogs"] = json_catalogs(report.view.catalog());
  json["overrides"] = json_overrides(report.view.catalog());
  json["figure_catalogs"] = Json::array();
  for (const auto& catalog : report.figures) {
    json["figure_catalogs"].push_back(
        {{"id", catalog.info.code}, {"version", catalog.info.version}, {"sha256", catalog.info.sha256}});
  }
  json["figures"] = Json::array();
  for (const auto& figure : report.result.figures) json["figures"].push_back(json_figure(figure));
  json["claims"] = Json::array();
  for (const auto& claim : report.result.claims) json["claims"].push_back(json_claim(claim));
  return json_document(json);
}

}  // namespace michibiki
