// SPDX-License-Identifier: Apache-2.0
#include "app/library/ids.h"

#include "sync/session/tracks.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace Library {

namespace {

// The kind keeps an album and an artist of one name apart.
quint64 nameId(QByteArrayView kind, std::initializer_list<QString> names)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(kind);
    for (const QString &name : names) {
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(normalised(name).toUtf8());
    }
    return idFrom(hash.result());
}

} // namespace

quint64 idFrom(QByteArrayView digest)
{
    Q_ASSERT(digest.size() >= qsizetype(sizeof(quint64)));
    const quint64 id = qFromBigEndian<quint64>(digest.data()) & Sync::maxId;
    return id == 0 ? 1 : id;
}

QString normalised(const QString &name)
{
    if (std::ranges::all_of(name, [](QChar c) { return c.unicode() < 0x80; }))
        return name.toLower().simplified();
    const QString folded = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    return folded.normalized(QString::NormalizationForm_KC).simplified(); // folding can undo composition
}

quint64 artistId(const QString &name) { return nameId("artist", {name}); }

quint64 albumId(const QString &artist, const QString &title) { return nameId("album", {artist, title}); }

quint64 genreId(const QString &name) { return nameId("genre", {name}); }

quint64 partId(quint64 whole, std::chrono::milliseconds start)
{
    return nameId("part", {QString::number(whole), QString::number(start.count())});
}

quint64 tracksId(QList<quint64> tracks)
{
    std::ranges::sort(tracks);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData("tracks");
    for (const quint64 track : tracks) {
        const quint64 ordered = qToBigEndian(track);
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(&ordered), sizeof(ordered)));
    }
    return idFrom(hash.result());
}

quint64 folderAlbumId(const QString &folderName) { return nameId("folder", {folderName}); }

} // namespace Library
