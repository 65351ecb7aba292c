// SPDX-License-Identifier: Apache-2.0
#include "app/library/names.h"

#include "app/library/ids.h"
#include "app/library/searchtext.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

/// Of the languages most music is named in. "I" and "O" are articles too, but would take "I Robot" apart.
bool isArticle(QStringView word)
{
    static const QSet<QString> articles{u"the"_s, u"a"_s,   u"an"_s, u"der"_s, u"die"_s,  u"das"_s, u"le"_s,
                                        u"la"_s,  u"les"_s, u"el"_s, u"los"_s, u"las"_s,  u"il"_s,  u"lo"_s,
                                        u"gli"_s, u"os"_s,  u"as"_s, u"ein"_s, u"eine"_s, u"un"_s,  u"une"_s};
    return articles.contains(word.toString());
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
    QString key = folded(name);
    const qsizetype space = key.indexOf(u' ');
    if (space > 0 && isArticle(QStringView(key).first(space)))
        key.remove(0, space + 1);
    else if (key.startsWith("l'"_L1) || key.startsWith(u"l\u2019"))
        key.remove(0, 2);
    return key.isEmpty() ? QString(QChar(0xfffd)) : key;
}

QString variousArtists() { return u"Various Artists"_s; }

bool isVarious(const QString &artist)
{
    static const QSet<QString> spellings{u"various artists"_s, u"various"_s, u"va"_s, u"v.a."_s, u"v/a"_s};
    return spellings.contains(normalised(artist));
}

} // namespace Library
