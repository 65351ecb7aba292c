// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Sync {

QString Fields::text(QLatin1StringView key, qsizetype maxBytes)
{
    const QString value = take(key, QJsonValue::String).toString();
    if (ok() && value.toUtf8().size() > maxBytes)
        fail(key, "is too long");
    return value;
}

bool Fields::flag(QLatin1StringView key) { return take(key, QJsonValue::Bool).toBool(); }

qint64 Fields::integer(QLatin1StringView key, qint64 min, qint64 max)
{
    const double value = number(key, double(min), double(max));
    if (ok() && std::trunc(value) != value)
        fail(key, "is not a whole number");
    return ok() ? m_object.value(key).toInteger() : min;
}

double Fields::number(QLatin1StringView key, double min, double max)
{
    const double value = take(key, QJsonValue::Double).toDouble();
    if (ok() && !(value >= min && value <= max))
        fail(key, "is out of range");
    return ok() ? value : min;
}

Fields Fields::object(QLatin1StringView key) { return Fields(take(key, QJsonValue::Object).toObject()); }

QList<Fields> Fields::objects(QLatin1StringView key, qsizetype most)
{
    const QJsonArray array = take(key, QJsonValue::Array).toArray();
    if (array.size() > most)
        fail(key, "has too many entries");
    QList<Fields> entries;
    for (qsizetype i = 0; ok() && i < array.size(); ++i) {
        if (array.at(i).isObject())
            entries.append(Fields(array.at(i).toObject()));
        else
            fail(key, "has an entry that is not an object");
    }
    return entries;
}

QList<quint64> Fields::ids(QLatin1StringView key, qsizetype most)
{
    constexpr double largest = (qint64(1) << 53) - 1;
    const QJsonArray array = take(key, QJsonValue::Array).toArray();
    if (array.size() > most)
        fail(key, "has too many entries");
    QList<quint64> ids;
    ids.reserve(ok() ? array.size() : 0);
    for (qsizetype i = 0; ok() && i < array.size(); ++i) {
        const double value = array.at(i).toDouble(-1);
        if (!(value >= 0 && value <= largest) || std::trunc(value) != value)
            fail(key, "has an entry that is not an id");
        ids.append(quint64(array.at(i).toInteger()));
    }
    return ids;
}

QStringList Fields::texts(QLatin1StringView key, qsizetype most, qsizetype maxBytes)
{
    const QJsonArray array = take(key, QJsonValue::Array).toArray();
    if (array.size() > most)
        fail(key, "has too many entries");
    QStringList texts;
    for (qsizetype i = 0; ok() && i < array.size(); ++i) {
        if (!array.at(i).isString())
            fail(key, "has an entry that is not a text");
        texts.append(array.at(i).toString());
        if (texts.last().toUtf8().size() > maxBytes)
            fail(key, "has an entry that is too long");
    }
    return texts;
}

void Fields::adopt(QLatin1StringView key, const Fields &nested)
{
    if (ok() && !nested.ok())
        m_fault = {.field = u"%1.%2"_s.arg(key, nested.m_fault.field), .reason = nested.m_fault.reason};
}

QJsonValue Fields::take(QLatin1StringView key, QJsonValue::Type type)
{
    const QJsonValue value = m_object.value(key);
    if (value.type() != type)
        fail(key, value.isUndefined() ? "is missing" : "has the wrong type");
    return value;
}

void Fields::fail(QLatin1StringView key, const char *what)
{
    if (ok())
        m_fault = {.field = key, .reason = u"field '%1' %2"_s.arg(key, QLatin1StringView(what))};
}

std::variant<Fields, ParseError> parseObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return ParseError{.field = {}, .reason = u"not JSON: %1"_s.arg(error.errorString())};
    if (!document.isObject())
        return ParseError{.field = {}, .reason = u"not a JSON object"_s};
    return Fields(document.object());
}

} // namespace Sync
