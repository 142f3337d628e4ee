#include <algorithm>

#include "engine/appraise.hpp"
#include "engine/check.hpp"

namespace michibiki {
namespace {

bool concerns(const Finding& finding, EntryRef type) {
  return finding.subject == type || finding.object == type || std::ranges::count(finding.members, type) > 0;
}

bool covers_less(const ExposureConclusion& a, const ExposureConclusion& b) {
  return a.status != b.status ? a.status > b.status : a.links.size() < b.links.size();
}

class TypeAppraiser {
 public:
  TypeAppraiser(const View& view, ServiceTypeId type) : view_(view), catalog_(view.catalog()), type_(type) {}

  Appraisal appraise(const AppraisalProgress& progress) {
    auto compositions = derive_type(view_, type_);
    auto nearest = nearest_type(view_, type_, compositions, {});
    note_answers(compositions);
    note_findings();
    for (const auto edit : edits_of(catalog_)) appraisal_.edits.push_back({edit});
    try_statements(compositions, progress);
    appraisal_.types.push_back({type_, std::move(compositions), std::move(nearest)});
    return std::move(appraisal_);
  }

 private:
  /// An exposure of several components or compositions is as open as where it is covered least.
  void note_answers(const std::vector<TypeInCase>& compositions) {
    std::vector<std::size_t> unreached(catalog_.threats.size());
    for (const auto& composition : compositions) {
      for (const auto& [repeated, answer] : composition.conclusions.exposures) {
        auto code = repeated;
        code.repeated = 0;
        const auto [there, added] = appraisal_.answers.emplace(code, answer);
        if (!added && covers_less(answer, there->second)) there->second = answer;
      }
      for (const auto threat : composition.unreached) ++unreached[threat.index()];
    }
    for (std::size_t i = 0; i < unreached.size(); ++i) {
      if (unreached[i] == compositions.size()) appraisal_.unreached.push_back(ThreatId{i});
    }
    conclude_from_answers(appraisal_, catalog_);
  }

  void note_findings() {
    auto checked = check(view_);
    appraisal_.findings = std::move(checked.findings);
    std::erase_if(appraisal_.findings, [&](const Finding& finding) { return !concerns(finding, ref(type_)); });
  }

  void try_statements(const std::vector<TypeInCase>& compositions, const AppraisalProgress& progress) {
    std::vector<Statement> own;
    for (const auto& statement : statements(catalog_)) {
      if (statement.about == ref(type_) && view_.holds(statement.fact)) own.push_back(statement);
    }
    for (const auto& statement : own) {
      if (appraisal_.adds.empty() || appraisal_.adds.back().what != statement.sort) {
        appraisal_.adds.push_back({std::string(statement.sort), {}});
      }
      ++appraisal_.adds.back().by_basis[static_cast<std::size_t>(catalog_.fact(statement.fact).basis.kind)];
      if (catalog_.fact(statement.fact).basis.kind == BasisKind::unverified)
        appraisal_.unconfirmed.push_back(statement);
      const bool itself = statement.sort == section_of(EntryKind::service_type);
      if (!itself && changes_nothing(statement, compositions)) appraisal_.idle.push_back(statement);
      if (!itself) ++appraisal_.tried;
      if (progress) progress(++done_, own.size());
    }
  }

  bool changes_nothing(const Statement& statement, const std::vector<TypeInCase>& compositions) const {
    const auto without = derive_type(view_.without({statement.fact}), type_);
    return std::ranges::equal(without, compositions, [](const TypeInCase& a, const TypeInCase& b) {
      return a.system_case == b.system_case && a.patterns == b.patterns && a.conclusions == b.conclusions;
    });
  }

  const View& view_;
  const Catalog& catalog_;
  ServiceTypeId type_;
  Appraisal appraisal_;
  std::size_t done_ = 0;
};

}  // namespace

Appraisal appraise(const View& view, ServiceTypeId type, const AppraisalProgress& progress) {
  return TypeAppraiser(view, type).appraise(progress);
}

}  // namespace michibiki
