// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/web/mediaapi.h"
#include "support/hub/asking.h"
#include "support/hub/plainclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/testhub.h"
#include "support/program/music.h"
#include "support/waiting.h"
#include "sync/limits.h"
#include "sync/store/memorystore.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QProcess>
#include <QStandardPaths>

namespace Testing {

using namespace Qt::StringLiterals;

inline const QByteArray sheet = "FILE \"sheet.flac\" WAVE\n"
                                "  TRACK 01 AUDIO\n    TITLE \"Dusk\"\n    INDEX 01 00:00:00\n"
                                "  TRACK 02 AUDIO\n    TITLE \"Moon\"\n    INDEX 01 00:02:00\n"
                                "  TRACK 03 AUDIO\n    TITLE \"Dawn\"\n    INDEX 01 00:05:00\n";

/// What came in chunks; nothing before the last one has.
inline std::optional<QByteArray> joined(QByteArrayView chunks)
{
    QByteArray whole;
    while (true) {
        const qsizetype end = chunks.indexOf("\r\n");
        bool isSize = false;
        const qsizetype size = end < 0 ? 0 : chunks.first(end).toByteArray().toLongLong(&isSize, 16);
        if (!isSize || chunks.size() < end + 2 + size + 2)
            return std::nullopt;
        if (size == 0)
            return chunks.size() == end + 4 ? std::optional(whole) : std::nullopt;
        whole += chunks.sliced(end + 2, size);
        chunks = chunks.sliced(end + 2 + size + 2);
    }
}

inline QByteArray bodyOf(const RawClient &client)
{
    const qsizetype end = client.received().indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : client.received().sliced(end + 4);
}

/// "codec container seconds", as ffprobe says it.
struct Probed {
    QString codec;
    QString container;
    double seconds = 0;
};
inline Probed probe(const QByteArray &bytes)
{
    const QTemporaryDir dir;
    if (!Music::write(dir.filePath("probed"), bytes))
        return {};
    QProcess ffprobe;
    ffprobe.start("ffprobe",
                  {"-v", "error", "-show_entries", "stream=codec_name:format=format_name,duration", "-of",
                   "default=nokey=1:noprint_wrappers=1", dir.filePath("probed")});
    if (!ffprobe.waitForFinished(patienceMs))
        return {};
    const QStringList words = QString::fromUtf8(ffprobe.readAllStandardOutput()).split('\n');
    return {.codec = words.value(0), .container = words.value(1), .seconds = words.value(2).toDouble()};
}

/// A hub that gives music out in other formats, and an ffmpeg whose starts are counted.
class MediaHouse : public QObject
{
protected:
    void prepare()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        makeMusic();
        QCOMPARE(m_collection.scan().problems, QList<Library::Problem>());
        for (const auto &track : Library::CatalogueReader(m_collection.catalogue()).tracks())
            m_tracks.insert(track.title, track.id);
        QVERIFY(m_tracks.contains("Long") && m_tracks.contains("Short") && m_tracks.contains("Moon"));
        countFfmpegs();
    }

    void begin()
    {
        qputenv("PATH", m_path);
        QFile::remove(m_programs.filePath("log"));
        m_cache = std::make_unique<QTemporaryDir>();
        start();
    }

    void end()
    {
        m_server.reset();
        if (m_cache)
            QCOMPARE(parts(), 0); // whatever was going on
    }

    Collection m_collection;
    QTemporaryDir m_programs;
    QByteArray m_path;
    QHash<QString, quint64> m_tracks; ///< by their titles
    std::unique_ptr<QTemporaryDir> m_cache;
    std::unique_ptr<Sync::Server> m_server;
    quint16 m_port = 0;

    [[nodiscard]] QString cache() const { return m_cache->filePath("transcoded"); }
    [[nodiscard]] QStringList cached() const { return QDir(cache()).entryList(QDir::Files); }
    [[nodiscard]] qsizetype parts() const
    {
        return cached().filter(QRegularExpression("part|growing")).size();
    }
    /// How many ffmpegs there have been.
    [[nodiscard]] qsizetype started() const { return Music::bytesOf(m_programs.filePath("log")).size() / 2; }
    [[nodiscard]] QByteArray address(const QString &title, const QByteArray &query) const
    {
        return "/media/" + QByteArray::number(m_tracks.value(title)) + query;
    }
    [[nodiscard]] HttpAnswer get(const QString &title, const QByteArray &query,
                                 const QByteArray &headers = {}) const
    {
        return ask(m_port, "GET " + address(title, query), headers);
    }
    [[nodiscard]] std::unique_ptr<RawClient>
    client(const QString &title, const QByteArray &query,
           RawClient::Reading reading = RawClient::Reading::Yes) const
    {
        auto client = std::make_unique<RawClient>(m_port, reading);
        client->write("GET " + address(title, query)
                      + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n\r\n");
        return client;
    }

    void start()
    {
        m_server = std::make_unique<Sync::Server>(
            std::make_unique<Sync::MemoryStore>(),
            Sync::ServerOptions{.identity = {.id = u"test-hub"_s, .name = u"Test"_s},
                                .makeTracks = [] { return std::make_unique<TestTracks>(); },
                                .makeSites =
                                    [catalogue = m_collection.catalogue(), folder = cache()](Sync::Hub &) {
                                        return std::vector<std::shared_ptr<Sync::Http::Site>>{
                                            std::make_shared<Web::MediaApi>(catalogue, folder)};
                                    }});
        const auto listening = m_server->listen();
        m_port = std::get<quint16>(listening);
    }

    void makeMusic() const
    {
        QVERIFY(Music::make(m_collection.music("Long.flac"), {.seconds = 2400}));
        QVERIFY(Music::make(m_collection.music("Short.ogg"), {.frequency = 500, .seconds = 3}));
        QVERIFY(Music::make(m_collection.music("Other.wav"), {.frequency = 600, .seconds = 4}));
        QVERIFY(Music::make(m_collection.music("sheet.flac"), {.frequency = 700, .seconds = 9}));
        QVERIFY(Music::write(m_collection.music("sheet.cue"), sheet));
        for (const auto &file :
             QDir(realMusic()).entryInfoList({"*.ogg"}, QDir::Files, QDir::Size | QDir::Reversed))
            if (file.size() > 500'000) {
                QVERIFY(QFile::copy(file.filePath(), m_collection.music("Real.ogg")));
                QVERIFY(Music::tag(m_collection.music("Real.ogg"), Music::Tags{.title = "Real"}));
                return;
            }
    }

    /// The real one, counted.
    void countFfmpegs()
    {
        const QString real = QStandardPaths::findExecutable("ffmpeg");
        const QString counting = m_programs.filePath("ffmpeg");
        QVERIFY(Music::write(counting,
                             "#!/bin/sh\necho 1 >>'" + m_programs.filePath("log").toUtf8() + "'\nexec '"
                                 + real.toUtf8() + "' \"$@\"\n"));
        QVERIFY(QFile::setPermissions(counting, QFile::ReadOwner | QFile::ExeOwner));
        m_path = QFile::encodeName(m_programs.path()) + ':' + qgetenv("PATH");
    }
};

} // namespace Testing
