// SPDX-License-Identifier: Apache-2.0
#include "bench/support/report.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

bool isMarkdown = false;

void put(const QString &line, FILE *where = stdout)
{
    std::fputs(qPrintable(line + '\n'_L1), where);
    std::fflush(where);
}

} // namespace

void useMarkdown(bool markdown) { isMarkdown = markdown; }

Table::Table(const QString &title, QStringList columns)
    : m_title(title)
    , m_rows{std::move(columns)}
{
}

void Table::print() const
{
    const QString between = isMarkdown ? u" | "_s : u"  "_s;
    const QString edge = isMarkdown ? u"|"_s : QString();
    QList<qsizetype> widths(m_rows.first().size());
    for (const auto &row : m_rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    put((isMarkdown ? u"\n### %1\n"_s : u"\n%1\n"_s).arg(m_title));
    for (qsizetype line = 0; line < m_rows.size(); ++line) {
        QStringList cells;
        for (qsizetype i = 0; i < m_rows[line].size(); ++i)
            cells << (i == 0 ? m_rows[line][i].leftJustified(widths[i])
                             : m_rows[line][i].rightJustified(widths[i]));
        put(edge + (isMarkdown ? u" "_s : QString()) + cells.join(between)
            + (isMarkdown ? u" |"_s : QString()));
        if (line == 0 && isMarkdown)
            put(u"|---|"_s + u"---:|"_s.repeated(widths.size() - 1));
    }
    put({});
}

void sayGoal(const QString &goal, bool isMet)
{
    put(u"- Goal: %1: %2."_s.arg(goal, isMet ? u"met"_s : u"MISSED"_s));
}

void sayLoudly(const QString &sentence) { put(u"*** %1 ***"_s.arg(sentence)); }

void sayProgress(const QString &sentence) { put(u"  ... "_s + sentence, stderr); }

QString number(double value, int decimals) { return QString::number(value, 'f', decimals); }

} // namespace Bench
