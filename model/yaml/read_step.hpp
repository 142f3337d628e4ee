#pragma once

#include "model/yaml/fields.hpp"

namespace michibiki {

/// Checks a step whose title has been read: the id names a kind of step, and each text is a phrase that names only what such a step has.
void read_step(Builder& context, Fields& fields, StepWording& step);

}  // namespace michibiki
