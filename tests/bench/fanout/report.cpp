// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include "statistics.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace Fanout {

namespace {

enum class Layout { Aligned, Markdown };

using Row = std::array<std::string, 9>;

const Row headings{"receivers", "server",          "deliveries/s",  "ratio",          "p50 ms",
                   "p99 ms",    "CPU us/delivery", "idle KiB each", "connect ms each"};

std::string fixed(double value, int digits)
{
    std::array<char, 64> text;
    const int size = std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return {text.data(), std::size_t(size)};
}

double medianOf(const std::vector<Sample> &samples, double Sample::*field)
{
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample &sample : samples)
        values.push_back(sample.*field);
    return median(std::move(values));
}

// The median of each round's ratio: the two of a pair ran next to each other.
double ratio(const Comparison &comparison)
{
    std::vector<double> values;
    values.reserve(comparison.segued.size());
    for (std::size_t i = 0; i < comparison.segued.size(); ++i)
        values.push_back(comparison.segued[i].deliveriesPerSecond / comparison.limit[i].deliveriesPerSecond);
    return median(std::move(values));
}

Row row(int receivers, std::string server, const std::vector<Sample> &samples, double share)
{
    return {std::to_string(receivers),
            std::move(server),
            fixed(medianOf(samples, &Sample::deliveriesPerSecond), 0),
            fixed(share, 2),
            fixed(medianOf(samples, &Sample::latencyMedian), 2),
            fixed(medianOf(samples, &Sample::latencyLate), 2),
            fixed(medianOf(samples, &Sample::processorPerDelivery), 2),
            fixed(medianOf(samples, &Sample::idleKib), 1),
            fixed(medianOf(samples, &Sample::connectTime), 3)};
}

std::string line(const Row &cells, const std::array<std::size_t, 9> &widths, Layout layout)
{
    std::string text = layout == Layout::Markdown ? "|" : "";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string padding(widths[i] - cells[i].size(), ' ');
        const bool isWord = i == 1;
        text += layout == Layout::Markdown ? " " : i == 0 ? "" : "  ";
        text += isWord ? cells[i] + padding : padding + cells[i];
        text += layout == Layout::Markdown ? " |" : "";
    }
    return text + '\n';
}

std::string table(const std::vector<Row> &rows, Layout layout)
{
    std::array<std::size_t, 9> widths = {};
    for (const Row &cells : rows) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    }
    Row rule;
    for (std::size_t i = 0; i < rule.size(); ++i)
        rule[i] = i == 1 ? std::string(widths[i], '-') : std::string(widths[i] - 1, '-') + ':';
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += line(rows[i], widths, layout);
        if (i == 0 && layout == Layout::Markdown)
            text += line(rule, widths, layout);
    }
    return text;
}

std::string verdict(int receivers, double value, int digits, bool isMet)
{
    return " N=" + std::to_string(receivers) + " " + fixed(value, digits)
        + (isMet ? " (met)" : " (below goal)");
}

std::string goals(const std::vector<Comparison> &comparisons, bool isPaced)
{
    std::string speed = "- Goal: at least " + fixed(goalRatio, 2) + " of the limit's deliveries/s:";
    std::string memory = "- Goal: at most " + fixed(goalIdleKib, 0) + " KiB per idle connection:";
    for (const Comparison &comparison : comparisons) {
        const double share = ratio(comparison);
        const double kib = medianOf(comparison.segued, &Sample::idleKib);
        speed += verdict(comparison.receivers, share, 2, share >= goalRatio);
        memory += verdict(comparison.receivers, kib, 1, kib <= goalIdleKib);
    }
    return (isPaced ? "" : speed + '\n') + memory + '\n';
}

} // namespace

std::string report(const std::vector<Comparison> &comparisons, const Options &options)
{
    std::vector<Row> rows{headings};
    std::vector<Comparison> measured;
    for (const Comparison &comparison : comparisons) {
        if (comparison.segued.empty())
            continue;
        const std::string contender = options.selfTest ? "limit again" : "segued";
        rows.push_back(row(comparison.receivers, "limit", comparison.limit, 1));
        rows.push_back(row(comparison.receivers, contender, comparison.segued, ratio(comparison)));
        measured.push_back(comparison);
    }
    if (measured.empty())
        return {};
    const std::string rounds = std::to_string(measured.back().segued.size());
    const std::string pace = options.pace > 0
        ? ", at most " + std::to_string(options.pace) + " per second (compare latencies, not rates)"
        : "";
    return table(rows, options.markdown ? Layout::Markdown : Layout::Aligned) + "\nMedian of " + rounds
        + " interleaved round(s), one message in flight" + pace + ".\n\n" + goals(measured, options.pace > 0);
}

} // namespace Fanout
