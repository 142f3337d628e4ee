#include "engine/explain/explanation.hpp"

namespace michibiki {

Explanation explain(const Workings& workings, const std::vector<Conclusion>& conclusions) {
  Explanation explanation;
  explanation.justification = justify(workings, conclusions);
  explanation.counts = count_reasons(explanation.justification);
  explanation.firmness = firmness(explanation.justification, workings.view.catalog());
  explanation.shortest = shortest_ways(explanation.justification, workings.view.catalog());
  return explanation;
}

}  // namespace michibiki
