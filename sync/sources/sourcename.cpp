// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/sourcename.h"

#include "sync/limits.h"

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

/// Letters and digits of the name; all else between them becomes a dash.
QString idFor(const QString &name)
{
    QString id;
    bool isApart = false;
    for (const QChar letter : name.toLower()) {
        const bool isPlain =
            letter.unicode() < 128 && (letter.isLetterOrNumber() || letter == u'_' || letter == u'.');
        if (isPlain && isApart && !id.isEmpty())
            id += u'-';
        if (isPlain)
            id += letter;
        isApart = !isPlain;
    }
    return id;
}

} // namespace

std::variant<NamedAddress, QString> namedAddressFrom(const QString &text)
{
    const QString name = text.section(u'=', 0, 0).simplified();
    const QString id = idFor(name);
    if (!text.contains(u'=') || id.isEmpty() || name.toUtf8().size() > Limits::deviceIdBytes / 2)
        return u"%1 does not begin with a name: 1 to %2 bytes, with letters or digits among them"_s.arg(text)
            .arg(Limits::deviceIdBytes / 2);
    return NamedAddress{.id = id, .name = name, .address = text.section(u'=', 1)};
}

} // namespace Sync::Sources
