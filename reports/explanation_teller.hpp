#pragma once

#include <string>

#include "reports/clipped_page.hpp"
#include "reports/explanation_report.hpp"
#include "reports/step_teller.hpp"

namespace michibiki {

/// What all sections of an explanation's report have in common: how conclusions, steps and statements are told.
class ExplanationTeller {
 public:
  /// `whole`: nothing is left out for the sake of a short page. The report must outlive the teller.
  ExplanationTeller(const ExplanationReport& report, Language language, bool whole)
      : report_(report),
        language_(language),
        whole_(whole),
        steps_(report.derivation, report.explanation.justification, language, report.asked) {}

  const ExplanationReport& report() const { return report_; }
  const Catalog& catalog() const { return report_.derivation.view.catalog(); }
  const Justification& justification() const { return report_.explanation.justification; }
  Language language() const { return language_; }
  bool whole() const { return whole_; }

  /// Of a section: its long lists are cut unless nothing is left out.
  ClippedPage page() const;
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  /// By its id where the head tells its title.
  std::string name(EntryRef entry) const;
  std::string count(const ReasonCount& count) const;

  /// What a conclusion says: of one that comes about in several ways that it is called for, or the last step of its shortest reason.
  std::string conclusion(std::size_t conclusion) const;
  /// Its only reason is a single step, which the line of the conclusion tells.
  bool told_at_once(std::size_t conclusion) const;

  std::string step(std::size_t step) const { return steps_.tell(step); }
  /// "[3] …", by which number `--step` finds it; `before` stands before the sentence.
  std::string numbered(std::size_t step, const std::string& before = "") const;
  /// The steps of a reason, numbered; what each rests on stands before it.
  Grid reason(const ReasonSteps& reason) const;

  /// A link with all that it joins; any other statement as the step tells it that it makes; of one that only stands behind steps, what it says.
  std::string statement(FactId fact) const;
  Grid statements(const std::vector<FactId>& facts) const;
  /// Its basis, source and place, and why.
  Cell basis(FactId fact) const;
  /// The same of the statement that makes the step; empty where none does.
  Cell basis(const Step& step) const;

 private:
  std::vector<std::string> places_beside(const Step& step) const;
  std::vector<std::string> told_apart(const Step& step) const;

  const ExplanationReport& report_;
  Language language_;
  bool whole_;
  StepTeller steps_;
};

}  // namespace michibiki
