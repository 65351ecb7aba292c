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

// From so many the best are chosen. More would be found by words that nobody types to find one thing.
constexpr int candidates = 200;
// To look at so many rows takes no longer than to ask again for each place where a word may be.
constexpr int few = 400;

struct Places {
    QString table;
    QString key; ///< the column that has searchKey() of the name
    QString index;
    QStringList columns; ///< of the index, in the order in which a mention counts; empty for any
    QString others; ///< of the table, those of `columns` after the first, as a list of expressions
};

Places placesFor(Searched what)
{
    switch (what) {
    case Searched::Tracks:
        return {u"tracks"_s,
                u"title_key"_s,
                u"search"_s,
                {u"title"_s, u"album album_artist"_s, u"artist"_s, u""_s},
                u", album || ' ' || album_artist, artist"_s};
    case Searched::Albums:
        return {u"albums"_s, u"title_key"_s, u"album_search"_s, {u"title"_s, u""_s}, {}};
    case Searched::Artists:
        return {u"artists"_s, u"name_key"_s, u"artist_search"_s, {u""_s}, {}};
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
    int place = 0; ///< of Places::columns
    QString key;
    quint64 id = 0;

    bool operator<(const Mention &other) const
    {
        return std::tie(place, key, id) < std::tie(other.place, other.key, other.id);
    }
};

const auto mentionedIds = u"SELECT rowid FROM %1 WHERE %1 MATCH ? LIMIT ?"_s;

/// By the first of the texts after the id that has all words; the first of these is a key already.
void addRanked(Ranking &ranking, const QList<QStringList> &rows, const QStringList &words)
{
    QList<Mention> found;
    for (const QStringList &texts : rows) {
        Mention mention{.key = texts[1], .id = texts[0].toULongLong()};
        QString key = mention.key;
        while (!mentions(key, words) && ++mention.place + 1 < texts.size())
            key = searchKey(texts[mention.place + 1]);
        found.append(mention);
    }
    std::sort(found.begin(), found.end());
    for (const Mention &mention : std::as_const(found))
        ranking.add(mention.id);
}

/// Where few things are meant one question finds them all. False where there are more: rows are only looked
/// up once that is certain.
bool addFew(Ranking &ranking, Statements &statements, const Places &places, const QString &typed)
{
    QList<quint64> ids;
    QSqlQuery &mentioned = statements.run(mentionedIds.arg(places.index), {searchExpression(typed), few + 1});
    while (mentioned.next())
        ids.append(idAt(mentioned, 0));
    if (ids.size() > few)
        return false;
    const int columns = 2 + int(places.others.count(u','));
    QSqlQuery &rows =
        statements.run(u"SELECT id, %2%3 FROM %1 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(
                           places.table, places.key, places.others),
                       {Sync::idListValue(ids)});
    QList<QStringList> found;
    while (rows.next()) {
        QStringList texts;
        for (int column = 0; column < columns; ++column)
            texts += rows.value(column).toString();
        found.append(texts);
    }
    addRanked(ranking, found, searchKey(typed).split(u' '));
    return true;
}

/// Some of the many that mention it there.
void addSome(Ranking &ranking, Statements &statements, const Places &places, const QString &expression)
{
    QSqlQuery &rows = statements.run(u"SELECT id, %2 FROM %1 WHERE id IN (%3)"_s.arg(
                                         places.table, places.key, mentionedIds.arg(places.index)),
                                     {expression, candidates});
    QList<Mention> found;
    while (rows.next())
        found.append({.key = rows.value(1).toString(), .id = idAt(rows, 0)});
    std::sort(found.begin(), found.end());
    for (const Mention &mention : std::as_const(found))
        ranking.add(mention.id);
}

} // namespace

QList<quint64> search(Statements &statements, Searched what, const QString &typed, int limit)
{
    if (searchExpression(typed).isEmpty())
        return {};
    const Places places = placesFor(what);
    Ranking ranking(limit);
    addBeginnings(ranking, statements, places, searchKey(typed), limit);
    if (ranking.isFull() || addFew(ranking, statements, places, typed))
        return ranking.take();
    for (const QString &columns : places.columns)
        if (!ranking.isFull())
            addSome(ranking, statements, places, searchExpression(typed, columns));
    return ranking.take();
}

} // namespace Library
