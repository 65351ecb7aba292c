// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace Sync {

namespace {

// One past the closing quote of the string that opens at @p open.
qsizetype endOfString(const QByteArray &json, qsizetype open)
{
    qsizetype i = open + 1;
    while (i < json.size() && json[i] != '"')
        i += json[i] == '\\' ? 2 : 1;
    return qMin(i + 1, json.size());
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

qsizetype skipSpace(const QByteArray &json, qsizetype i)
{
    while (i < json.size() && isSpace(json[i]))
        ++i;
    return i;
}

// A name may be written with escapes, its first letter as backslash-u0074 for one.
QString decoded(QByteArrayView string)
{
    return QJsonDocument::fromJson('[' + string.toByteArray() + ']').array().at(0).toString();
}

} // namespace

QByteArray withTopLevelString(const QByteArray &json, QLatin1StringView key, const QByteArray &value)
{
    QByteArray result;
    qsizetype copied = 0;
    int depth = 0;
    bool valueFollows = false; // the next string at depth 1 is the value of `key`

    for (qsizetype i = 0; i < json.size();) {
        const char c = json[i];
        if (c != '"') {
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            ++i;
            continue;
        }
        const qsizetype end = endOfString(json, i);
        const qsizetype after = skipSpace(json, end);
        const bool isName = depth == 1 && after < json.size() && json[after] == ':';
        if (isName) {
            valueFollows = decoded(QByteArrayView(json).sliced(i, end - i)) == key;
        } else if (depth == 1 && valueFollows) {
            result += json.mid(copied, i - copied) + '"' + value + '"';
            copied = end;
            valueFollows = false;
        }
        i = end;
    }
    return result + json.mid(copied);
}

} // namespace Sync
