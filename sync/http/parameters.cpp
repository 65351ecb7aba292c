// SPDX-License-Identifier: Apache-2.0
#include "sync/http/parameters.h"

#include "sync/limits.h"
#include "sync/session/tracks.h"

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

Response badParameter(const QByteArray &name, const QByteArray &message)
{
    return errorResponse(400, "bad_parameter", message, name);
}

/// Without a sign, and nothing else beside it.
std::optional<quint64> numberIn(const QString &text)
{
    bool isNumber = !text.isEmpty() && text.front().isDigit();
    const quint64 number = isNumber ? text.toULongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

Response pageResponse(const QJsonArray &items, qsizetype total, const Page &page)
{
    return jsonResponse({{"items"_L1, items}, {"total"_L1, total}, {"offset"_L1, page.offset}});
}

Parameters::Parameters(const QByteArray &query)
    : m_query(QString::fromUtf8(QByteArray(query).replace('+', "%20")))
{
}

std::optional<QString> Parameters::take(const QByteArray &name)
{
    const QString key = QString::fromLatin1(name);
    const QStringList values = m_query.allQueryItemValues(key, QUrl::FullyDecoded);
    m_query.removeAllQueryItems(key);
    if (values.size() > 1)
        refuse(name, "must not stand twice");
    return values.isEmpty() ? std::nullopt : std::optional(values.first());
}

quint64 Parameters::number(const QByteArray &name, quint64 usual, quint64 least, quint64 most)
{
    const auto value = take(name);
    if (!value)
        return usual;
    const auto number = numberIn(*value);
    if (!number || *number < least || *number > most)
        refuse(name,
               "must be a number from " + QByteArray::number(least) + " to " + QByteArray::number(most));
    return number.value_or(usual);
}

QString Parameters::text(const QByteArray &name) { return take(name).value_or(QString()); }

std::optional<QList<quint64>> Parameters::ids(const QByteArray &name, qsizetype most)
{
    const auto value = take(name);
    if (!value)
        return std::nullopt;
    QList<quint64> ids;
    for (const QString &part : value->split(u',')) {
        const auto id = numberIn(part);
        if (!id || *id > maxId)
            refuse(name, "must be ids with commas between");
        ids.append(id.value_or(0));
    }
    if (ids.size() > most)
        refuse(name, "may have at most " + QByteArray::number(most) + " ids");
    return ids;
}

Page Parameters::page()
{
    return {.offset = qsizetype(number("offset", 0, 0, Limits::pageFurthest)),
            .limit = qsizetype(number("limit", Limits::pageUsual, 1, Limits::pageMost))};
}

std::optional<Response> Parameters::refusal() const
{
    if (m_refusal || m_query.isEmpty())
        return m_refusal;
    return badParameter(m_query.queryItems().first().first.toUtf8(), "is not known here");
}

void Parameters::refuse(const QByteArray &field, const QByteArray &message)
{
    if (!m_refusal)
        m_refusal = badParameter(field, message);
}

} // namespace Sync::Http
