// SPDX-License-Identifier: Apache-2.0
#include "app/library/search.h"

#include "app/library/searchtext.h"
#include "sync/store/statement.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Library {

using Sync::idAt;
using Sync::Statements;

namespace {

// Of so many the best come first. More are found only by words that nobody types to find one thing: then what
// has them in its name comes before all others.
constexpr int candidates = 200;

struct Places {
    QString table;
    QString key; ///< the column that has searchKey() of the name
    QString index;
    QString name; ///< the column of the index with the name; empty where it has no other
    QStringList others; ///< of the table, where else a mention counts, in that order
};

Places placesFor(Searched what)
{
    switch (what) {
    case Searched::Tracks:
        return {u"tracks"_s,
                u"title_key"_s,
                u"search"_s,
                u"title"_s,
                {u"album || ' ' || album_artist"_s, u"artist"_s}};
    case Searched::Albums:
        return {u"albums"_s, u"title_key"_s, u"album_search"_s, u"title"_s, {}};
    case Searched::Artists:
        return {u"artists"_s, u"name_key"_s, u"artist_search"_s, {}, {}};
    }
    Q_UNREACHABLE();
}

/// Whether each word begins one of the key's.
bool mentions(const QString &key, const QStringList &words)
{
    return std::ranges::all_of(
        words, [&](const QString &word) { return key.startsWith(word) || key.contains(u' ' + word); });
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
void addBeginnings(Ranking &ranking, Statements &statements, const Places &places, const QString &key,
                   int limit)
{
    const QString last = QString::fromUcs4(U"\U0010ffff");
    QSqlQuery &rows = statements.run(
        u"SELECT id FROM %1 WHERE %2 >= ? AND %2 < ? ORDER BY %2 LIMIT ?"_s.arg(places.table, places.key),
        {key, key + last, limit});
    while (rows.next())
        ranking.add(idAt(rows, 0));
}

struct Mention {
    int place = 0; ///< 0 for the name, then as in Places::others
    QString key;
    quint64 id = 0;

    bool operator<(const Mention &other) const
    {
        return std::tie(place, key, id) < std::tie(other.place, other.key, other.id);
    }
};

QList<quint64> mentioned(Statements &statements, const Places &places, const QString &expression, int limit)
{
    QList<quint64> ids;
    QSqlQuery &rows = statements.run(u"SELECT rowid FROM %1 WHERE %1 MATCH ? LIMIT ?"_s.arg(places.index),
                                     {expression, limit});
    while (rows.next())
        ids.append(idAt(rows, 0));
    rows.finish();
    return ids;
}

/// By the first of their texts that has all words: the name, then @p others.
void addRanked(Ranking &ranking, Statements &statements, const Places &places, const QStringList &others,
               const QList<quint64> &ids, const QStringList &words)
{
    const QStringList texts = QStringList{u"id"_s, places.key} + others;
    QSqlQuery &rows = statements.run(u"SELECT %1 FROM %2 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(
                                         texts.join(u','), places.table),
                                     {Sync::idListValue(ids)});
    QList<Mention> found;
    while (rows.next()) {
        Mention mention{.key = rows.value(1).toString(), .id = idAt(rows, 0)};
        QString key = mention.key; // is one already
        while (!mentions(key, words) && ++mention.place <= others.size())
            key = searchKey(rows.value(mention.place + 1).toString());
        found.append(mention);
    }
    std::sort(found.begin(), found.end());
    for (const Mention &mention : std::as_const(found))
        ranking.add(mention.id);
}

} // namespace

QList<quint64> search(Statements &statements, Searched what, const QString &typed, int limit)
{
    const QString expression = searchExpression(typed);
    if (expression.isEmpty())
        return {};
    const Places places = placesFor(what);
    const QStringList words = searchKey(typed).split(u' ');
    Ranking ranking(limit);
    addBeginnings(ranking, statements, places, words.join(u' '), limit);
    if (ranking.isFull())
        return ranking.take();
    const QList<quint64> anywhere = mentioned(statements, places, expression, candidates);
    if (anywhere.size() < candidates) {
        addRanked(ranking, statements, places, places.others, anywhere, words);
        return ranking.take();
    }
    if (!places.name.isEmpty())
        addRanked(ranking, statements, places, {},
                  mentioned(statements, places, searchExpression(typed, places.name), limit), words);
    if (!ranking.isFull())
        addRanked(ranking, statements, places, {}, anywhere, words);
    return ranking.take();
}

} // namespace Library
