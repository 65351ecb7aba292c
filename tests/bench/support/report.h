// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Bench {

/// How tables look, for the whole program.
void useMarkdown(bool markdown);

class Table
{
public:
    Table(const QString &title, QStringList columns);

    void add(const QStringList &row) { m_rows << row; }
    void print() const;

private:
    QString m_title;
    QList<QStringList> m_rows; ///< the first are the columns
};

void sayGoal(const QString &goal, bool isMet);
/// What cannot be overlooked: somebody to compare with, or something to measure with, is not there.
void sayLoudly(const QString &sentence);
/// How far it is, to standard error.
void sayProgress(const QString &sentence);

[[nodiscard]] QString number(double value, int decimals = 1);

} // namespace Bench
