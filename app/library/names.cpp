// SPDX-License-Identifier: Apache-2.0
#include "app/library/names.h"

#include "app/library/ids.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// A question longer than this is no longer typed by a person.
constexpr qsizetype searchCharacters = 256;

bool belongsToWord(QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); }

QStringList words(const QString &typed)
{
    QStringList found;
    QString word;
    for (const QChar c : typed.left(searchCharacters) + u' ') {
        if (belongsToWord(c)) {
            word += c;
        } else if (!word.isEmpty()) {
            found += word;
            word.clear();
        }
    }
    return found;
}

} // namespace

QString leadArtist(const QString &artist)
{
    static const QRegularExpression guests(uR"(^(.+?)\s+[(\[]?(?:feat\.?|ft\.?|featuring)\s)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = guests.match(artist);
    return match.hasMatch() ? match.captured(1) : artist;
}

AlbumFolder albumFolder(const QString &filePath)
{
    static const QRegularExpression disc(uR"(^(?:cd|dis[ck])[\s_-]*(\d{1,2})$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QFileInfo folder(QFileInfo(filePath).path());
    const QFileInfo above(folder.path());
    const auto match = disc.match(folder.fileName());
    if (match.hasMatch() && !above.fileName().isEmpty())
        return {.path = above.filePath(), .name = above.fileName(), .disc = match.captured(1).toInt()};
    return {.path = folder.filePath(), .name = folder.fileName()};
}

QString sortKey(const QString &name)
{
    const QString decomposed = normalised(name).normalized(QString::NormalizationForm_KD);
    QString key;
    for (const QChar c : decomposed)
        if (!c.isMark())
            key += c;
    if (key.startsWith("the "_L1))
        key.remove(0, 4);
    return key.isEmpty() ? QString(QChar(0xfffd)) : key;
}

QString searchExpression(const QString &typed, const QString &columns)
{
    QStringList terms;
    for (const QString &word : words(typed))
        terms += u"\"%1\"*"_s.arg(word);
    if (terms.isEmpty())
        return {};
    const QString all = terms.join(" AND "_L1);
    return columns.isEmpty() ? all : u"{%1} : (%2)"_s.arg(columns, all);
}

QString variousArtists() { return u"Various Artists"_s; }

} // namespace Library
