// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace Bench {

/// The value below which @p share of all values lie; 0 for no values at all.
template <typename T> [[nodiscard]] T quantile(std::vector<T> values, double share)
{
    if (values.empty())
        return {};
    const auto rank = std::min(values.size() - 1, std::size_t(share * double(values.size())));
    const auto at = values.begin() + std::ptrdiff_t(rank);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace Bench
