#include "bench/engine/sections.h"
namespace Bench { bool measureStarts(const Plan &) { return true; } }
