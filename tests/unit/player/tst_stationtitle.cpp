// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/player/stationtitle.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Player;
using namespace std::chrono_literals;

class tst_StationTitle : public QObject
{
    Q_OBJECT

    static QByteArray block(const QByteArray &text)
    {
        const qsizetype sixteens = (text.size() + 15) / 16;
        return QByteArray(1, char(sixteens)) + text.leftJustified(sixteens * 16, '\0');
    }

    /// A station on loopback that answers each listener with the same bytes and goes on humming.
    struct StationOnLoopback {
        explicit StationOnLoopback(const QByteArray &answer)
        {
            QObject::connect(&server, &QTcpServer::newConnection, &server, [this, answer] {
                QTcpSocket *const socket = server.nextPendingConnection();
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                    asked += socket->readAll();
                    if (asked.endsWith("\r\n\r\n"))
                        socket->write(answer);
                });
            });
            listening = server.listen(QHostAddress::LocalHost);
        }
        [[nodiscard]] QUrl url() const
        {
            return QUrl(QString("http://127.0.0.1:%1/live").arg(server.serverPort()));
        }

        QTcpServer server;
        QByteArray asked;
        bool listening = false;
    };

private Q_SLOTS:
    void titles_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QString>("title");
        QTest::addRow("usual") << QByteArray("StreamTitle='Ana - Moon';StreamUrl='';") << "Ana - Moon";
        QTest::addRow("apostrophe") << QByteArray("StreamTitle='Don't Stop';") << "Don't Stop";
        QTest::addRow("utf-8") << QByteArray("StreamTitle='Bj\xc3\xb6rk';")
                               << QString::fromUtf8("Bj\xc3\xb6rk");
        QTest::addRow("latin-1") << QByteArray("StreamTitle='Bj\xf6rk';")
                                 << QString::fromUtf8("Bj\xc3\xb6rk");
        QTest::addRow("empty") << QByteArray("StreamTitle='';") << QString();
        QTest::addRow("cut off") << QByteArray("StreamTitle='Ana") << QString();
        QTest::addRow("other") << QByteArray("StreamUrl='x';") << QString();
        QTest::addRow("nothing") << QByteArray() << QString();
    }
    void titles()
    {
        QFETCH(QByteArray, block);
        QTEST(icyTitleIn(block).value_or(QString()), "title");
    }

    void blocksComeInAnyPieces()
    {
        const QByteArray stream = QByteArray(100, 's') + block("StreamTitle='Moon';") + QByteArray(50, 's');
        for (qsizetype piece = 1; piece < stream.size(); ++piece) {
            IcyBlock reader(100);
            std::optional<QByteArray> found;
            for (qsizetype at = 0; at < stream.size() && !found; at += piece)
                found = reader.take(stream.mid(at, piece));
            QVERIFY(found);
            QCOMPARE(icyTitleIn(*found), std::optional(QString("Moon")));
        }
        QCOMPARE(IcyBlock(3).take(QByteArray("sss\0ss", 6)), std::optional(QByteArray()));
    }

    void aStationIsFollowed()
    {
        const StationOnLoopback station("HTTP/1.0 200 OK\r\nicy-metaint: 32\r\n\r\n" + QByteArray(32, 's')
                                        + block("StreamTitle='Ana - Moon';"));
        QVERIFY(station.listening);
        StationTitle title(1h);
        QSignalSpy changed(&title, &StationTitle::changed);
        title.follow(station.url());
        QTRY_COMPARE(title.title(), "Ana - Moon");
        QVERIFY(station.asked.toLower().contains("icy-metadata: 1"));
        title.follow({});
        QCOMPARE(title.title(), QString());
        QCOMPARE(changed.size(), 2);
    }

    void whatSaysNothingIsLetGo_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addRow("no metadata") << QByteArray("HTTP/1.0 200 OK\r\n\r\nsssssss");
        QTest::addRow("no sense") << QByteArray("HTTP/1.0 200 OK\r\nicy-metaint: -5\r\n\r\nssss");
        QTest::addRow("far too much")
            << QByteArray("HTTP/1.0 200 OK\r\nicy-metaint: 99999999999\r\n\r\nssss");
    }
    void whatSaysNothingIsLetGo()
    {
        QFETCH(QByteArray, head);
        const StationOnLoopback station(head);
        StationTitle title(1h);
        QSignalSpy changed(&title, &StationTitle::changed);
        title.follow(station.url());
        const auto *listener = &station.server;
        QTRY_VERIFY(!listener->findChildren<QTcpSocket *>().isEmpty());
        const auto *socket = listener->findChildren<QTcpSocket *>().first();
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(changed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_StationTitle)
#include "tst_stationtitle.moc"
