// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace Fanout {

// The value below which `share` of all values lie; 0 for no values at all.
template <typename T> T quantile(std::vector<T> &values, double share)
{
    if (values.empty())
        return {};
    const auto rank = std::min(values.size() - 1, static_cast<std::size_t>(share * double(values.size())));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace Fanout
