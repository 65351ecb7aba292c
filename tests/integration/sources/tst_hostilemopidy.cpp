// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/heard.h"
#include "support/mopidyserver.h"
#include "support/waiting.h"

#include "sync/limits.h"
#include "sync/sources/mopidysource.h"

#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocketServer>

using namespace Sync;
using namespace Sync::Sources;
using namespace Qt::StringLiterals;
using Testing::Heard;

namespace {

/// What it says to whoever comes.
using Saying = void (*)(QWebSocket &socket);

void sayGarbage(QWebSocket &socket)
{
    for (int i = 0; i < 100; ++i)
        socket.sendTextMessage(u"<html>%1</html>"_s.arg(i));
}

void sayMuch(QWebSocket &socket) { socket.sendTextMessage(QString(50 * 1024 * 1024, u'x')); }

void sayMuchInPieces(QWebSocket &socket)
{
    // Qt sends a long message in frames of 512 KiB: none of them is too long by itself.
    socket.sendTextMessage(QString(qsizetype(Limits::sourceMessageBytes) + 1, u'x'));
}

void sayBytes(QWebSocket &socket)
{
    for (int i = 0; i < 100; ++i)
        socket.sendBinaryMessage(QByteArray(1000, '\0'));
}

void sayWithoutEnd(QWebSocket &socket)
{
    for (int i = 0; i < 2 * Limits::sourceMessagesPerSecond; ++i)
        socket.sendTextMessage(u"{\"event\":\"volume_changed\",\"volume\":%1}"_s.arg(i % 100));
}

void answerNonsense(QWebSocket &socket)
{
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [&socket](const QString &) {
        socket.sendTextMessage(u"[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"a\":[[[[]]]]}}]"_s);
    });
}

/// In kilobytes.
qint64 residentMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(u"VmRSS:\\s+(\\d+)"_s);
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

} // namespace

/// Mopidys that are none: each is hung up on and tried again, later each time, and the rest goes on.
class HostileMopidyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isHungUpOn_data();
    void isHungUpOn();
    void isNotWaitedForForever();

private:
    Testing::MopidyServer m_good;
};

void HostileMopidyTest::initTestCase()
{
    if (!m_good.start())
        QSKIP(qPrintable(u"SKIPPED: NO MOPIDY IS TESTED. "_s + m_good.why()));
}

void HostileMopidyTest::isHungUpOn_data()
{
    QTest::addColumn<Saying>("say");
    QTest::newRow("garbage") << &sayGarbage;
    QTest::newRow("a message of 50 MB") << &sayMuch;
    QTest::newRow("a long message in short frames") << &sayMuchInPieces;
    QTest::newRow("bytes") << &sayBytes;
    QTest::newRow("a flood") << &sayWithoutEnd;
    QTest::newRow("answers nobody asked for") << &answerNonsense;
}

void HostileMopidyTest::isHungUpOn()
{
    QFETCH(Saying, say);
    QWebSocketServer bad(u"bad"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(bad.listen(QHostAddress::LocalHost));
    int came = 0;
    int went = 0;
    connect(&bad, &QWebSocketServer::newConnection, this, [&] {
        QWebSocket *const socket = bad.nextPendingConnection();
        connect(socket, &QWebSocket::disconnected, socket, [&went, socket] {
            ++went;
            socket->deleteLater();
        });
        ++came;
        say(*socket);
    });
    MopidySource source({{.id = u"bad"_s, .name = u"Bad"_s, .url = bad.serverUrl()},
                         {.id = u"good"_s, .name = u"Good"_s, .url = m_good.url()}});
    QTRY_VERIFY(source.players().at(1).online);
    const qint64 before = residentMemory();
    if (say != &answerNonsense) {
        QTRY_VERIFY(came >= 3);
        QTRY_VERIFY(went >= 2);
    } else {
        QTRY_VERIFY(came >= 1);
    }
    QVERIFY(!source.players().at(0).online);
    // Not what it sends: what is sent is held by this process as well, three times over at most.
    QVERIFY2(residentMemory() - before < 600 * 1024, qPrintable(QString::number(residentMemory() - before)));
    m_good.call(u"core.mixer.set_volume"_s, {{"volume"_L1, 55}});
    QTRY_COMPARE(source.players().at(1).volumePercent, 55);
    m_good.call(u"core.mixer.set_volume"_s, {{"volume"_L1, 100}});
    QTRY_COMPARE(source.players().at(1).volumePercent, 100);
}

/// One that accepts and never says a word.
void HostileMopidyTest::isNotWaitedForForever()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    int came = 0;
    connect(&silent, &QTcpServer::newConnection, this, [&] {
        ++came;
        silent.nextPendingConnection()->setParent(this);
    });
    const QUrl url(u"ws://127.0.0.1:%1/mopidy/ws"_s.arg(silent.serverPort()));
    const MopidySource source({{.id = u"mute"_s, .name = u"Mute"_s, .url = url}});
    QTRY_VERIFY_WITH_TIMEOUT(came >= 2, int(Limits::sourceConnectWithin.count()) + Testing::patienceMs);
    QVERIFY(!source.players().at(0).online);
}

QTEST_GUILESS_MAIN(HostileMopidyTest)
#include "tst_hostilemopidy.moc"
