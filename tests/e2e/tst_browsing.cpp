// SPDX-License-Identifier: Apache-2.0
#include "support/program/runningprogram.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Testing;

/// What a page does with the running program: looks the music up, and fetches it.
class tst_Browsing : public QObject
{
    Q_OBJECT

    QTemporaryDir m_data;
    QTemporaryDir m_music;
    RunningProgram m_hub;
    QNetworkAccessManager m_network;
    QUrl m_address;

    [[nodiscard]] QByteArray get(const QString &path, const QByteArray &range = {})
    {
        QNetworkRequest request(m_address.resolved(QUrl(path)));
        if (!range.isEmpty())
            request.setRawHeader("Range", range);
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patienceMs))
            return {};
        return reply->readAll();
    }
    [[nodiscard]] QJsonArray tracks()
    {
        return QJsonDocument::fromJson(get(u"/api/v1/tracks"_s)).object().value("items"_L1).toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_music.filePath(u"tone.flac"_s);
        QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                                   {u"-v"_s, u"error"_s, u"-nostdin"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                    u"sine=duration=3"_s, u"-metadata"_s, u"title=A Tone"_s, path}),
                 0);
        m_hub.start("segued",
                    {"--port", "0", "--data-dir", m_data.path(), "--music", m_music.path(), "--no-audio"});
        m_address = m_hub.ready();
        QVERIFY2(m_address.isValid(), m_hub.log());
    }

    void foundAndFetched()
    {
        QTRY_COMPARE(tracks().size(), 1); // when it is scanned
        const QJsonObject track = tracks().first().toObject();
        QCOMPARE(track.value("title"_L1).toString(), u"A Tone"_s);
        QCOMPARE(track.value("duration_ms"_L1).toInt(), 3000);
        const QString media = u"/media/%1"_s.arg(track.value("id"_L1).toInteger());
        QFile file(m_music.filePath(u"tone.flac"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(get(media) == bytes);
        QVERIFY(get(media, "bytes=-1000") == bytes.last(1000));
    }
};

QTEST_GUILESS_MAIN(tst_Browsing)
#include "tst_browsing.moc"
