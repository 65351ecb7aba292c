// SPDX-License-Identifier: Apache-2.0
#include "app/library/search.h"

#include "app/library/searchtext.h"
#include "app/library/statement.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// From so many the best are chosen. More would be found by words that nobody types to find one thing.
constexpr int candidates = 300;

struct Where {
    QString table;
    QString key; ///< the column that has searchKey() of the name
    QString index;
    QStringList columns; ///< of the index, where to look first; empty for anywhere
};

Where placesFor(Searched what)
{
    switch (what) {
    case Searched::Tracks:
        return {u"tracks"_s,
                u"title_key"_s,
                u"search"_s,
                {u"title"_s, u"album album_artist"_s, u"artist"_s, u""_s}};
    case Searched::Albums:
        return {u"albums"_s, u"title_key"_s, u"album_search"_s, {u"title"_s, u""_s}};
    case Searched::Artists:
        return {u"artists"_s, u"name_key"_s, u"artist_search"_s, {u""_s}};
    }
    Q_UNREACHABLE();
}

/// Each id once, up to a limit.
class Ranking
{
public:
    explicit Ranking(int limit)
        : m_limit(limit)
    {
    }
    [[nodiscard]] bool isFull() const { return m_ids.size() >= m_limit; }
    void add(quint64 id)
    {
        if (isFull() || m_seen.contains(id))
            return;
        m_seen.insert(id);
        m_ids.append(id);
    }
    [[nodiscard]] QList<quint64> take() { return std::move(m_ids); }

private:
    const int m_limit;
    QList<quint64> m_ids;
    QSet<quint64> m_seen;
};

/// In alphabetical order, so that the name itself comes first. The index ends it after @p limit rows.
void addBeginnings(Ranking &ranking, Statements &statements, const Where &where, const QString &key,
                   int limit)
{
    const QString last = QString::fromUcs4(U"\U0010ffff");
    QSqlQuery &rows = statements.run(
        u"SELECT id FROM %1 WHERE %2 >= ? AND %2 < ? ORDER BY %2 LIMIT ?"_s.arg(where.table, where.key),
        {key, key + last, limit});
    while (rows.next())
        ranking.add(idAt(rows, 0));
}

void addMentions(Ranking &ranking, Statements &statements, const Where &where, const QString &expression)
{
    QSqlQuery &rows = statements.run(
        u"SELECT %1.id, %1.%2 FROM %3 JOIN %1 ON %1.id = %3.rowid WHERE %3 MATCH ? LIMIT ?"_s.arg(
            where.table, where.key, where.index),
        {expression, candidates});
    QList<std::pair<QString, quint64>> found;
    while (rows.next())
        found.append({rows.value(1).toString(), idAt(rows, 0)});
    std::ranges::sort(found);
    for (const auto &[key, id] : std::as_const(found))
        ranking.add(id);
}

} // namespace

QList<quint64> search(Statements &statements, Searched what, const QString &typed, int limit)
{
    if (searchExpression(typed).isEmpty())
        return {};
    const Where where = placesFor(what);
    Ranking ranking(limit);
    addBeginnings(ranking, statements, where, searchKey(typed), limit);
    for (const QString &columns : where.columns)
        if (!ranking.isFull())
            addMentions(ranking, statements, where, searchExpression(typed, columns));
    return ranking.take();
}

} // namespace Library
