// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"
#include "sync/sources/urlcheck.h"

#include <QFutureWatcher>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace Sync::Sources;

namespace {

const QHostAddress web(u"127.0.0.1"_s);
const QHostAddress house(u"127.0.0.2"_s);
const QHostAddress thisMachine(u"127.0.0.3"_s);

} // namespace

/// Where an address really leads: over sockets, redirects and all. This machine's addresses stand for the
/// internet (127.0.0.1), a house (127.0.0.2) and what must not be reached (127.0.0.3).
class tst_HubUrlCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::Any));
        m_asked.clear();
        m_answers.clear();
        connect(m_server.get(), &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = m_server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket); });
        });
    }

    void leading_data()
    {
        QTest::addColumn<QStringList>("steps"); // of one redirect after another
        QTest::addColumn<QString>("end"); // empty: refused
        QTest::addColumn<int>("asked"); // of how many of them anything was asked
        const auto row = [](const char *name, const QStringList &steps, const char *end, int asked) {
            QTest::addRow("%s", name) << steps << QString::fromLatin1(end) << asked;
        };
        row("straight", {u"127.0.0.1"_s}, "127.0.0.1", 1);
        row("straight into the house", {u"127.0.0.2"_s}, "127.0.0.2", 1);
        row("to this machine", {u"127.0.0.3"_s}, "", 0);
        row("from the web to the web", {u"127.0.0.1"_s, u"127.0.0.1"_s}, "127.0.0.1", 2);
        row("within the house", {u"127.0.0.2"_s, u"127.0.0.2"_s}, "127.0.0.2", 2);
        row("from the house to the web", {u"127.0.0.2"_s, u"127.0.0.1"_s}, "127.0.0.1", 2);
        row("from the web into the house", {u"127.0.0.1"_s, u"127.0.0.2"_s}, "", 1);
        row("from the web to this machine", {u"127.0.0.1"_s, u"127.0.0.3"_s}, "", 1);
        row("from the house to this machine", {u"127.0.0.2"_s, u"127.0.0.3"_s}, "", 1);
        row("by a detour", {u"127.0.0.1"_s, u"127.0.0.1"_s, u"127.0.0.2"_s}, "", 2);
        row("on and on", QStringList(9, u"127.0.0.1"_s), "", 6);
    }
    void leading()
    {
        QFETCH(QStringList, steps);
        for (qsizetype i = 0; i + 1 < steps.size(); ++i)
            m_answers.append("HTTP/1.1 302 Found\r\nLocation: " + urlOf(steps.at(i + 1)).toEncoded()
                             + "\r\nContent-Length: 0\r\n\r\n");
        m_answers.append("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\nsound without an end");
        const auto verdict = check(urlOf(steps.first()));
        const auto *url = std::get_if<QUrl>(&verdict);
        QTEST(url ? url->host() : QString(), "end");
        QTEST(int(m_asked.size()), "asked");
        if (!url)
            QVERIFY(!std::get<QString>(verdict).isEmpty());
    }

    void whatAnswersOtherwise_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("good");
        QTest::addRow("an old stream server")
            << QByteArray("ICY 200 OK\r\nicy-name: x\r\n\r\n\xff\xfb") << true;
        QTest::addRow("not there") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                                   << false;
        QTest::addRow("to another kind of address")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n")
            << false;
        QTest::addRow("to another path")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n") << true;
    }
    void whatAnswersOtherwise()
    {
        QFETCH(QByteArray, answer);
        m_answers = {answer, "HTTP/1.1 200 OK\r\n\r\nsound"};
        const auto verdict = check(urlOf(u"127.0.0.1"_s));
        QTEST(std::holds_alternative<QUrl>(verdict), "good");
    }

    void theHostIsNamed()
    {
        m_answers = {"HTTP/1.1 200 OK\r\n\r\nsound"};
        const QUrl url(u"http://localhost:%1/a?b=c"_s.arg(m_server->serverPort()));
        const auto verdict = check(url);
        QCOMPARE(std::get<QUrl>(verdict), url);
        QVERIFY(m_asked.first().startsWith("GET /a?b=c HTTP/1.1\r\n"));
        QVERIFY(m_asked.first().contains("Host: localhost:" + QByteArray::number(m_server->serverPort())));
    }
    void nobodyThere()
    {
        const QUrl url = urlOf(u"127.0.0.1"_s);
        m_server->close();
        QVERIFY(std::holds_alternative<QString>(check(url)));
        QVERIFY(std::holds_alternative<QString>(check(QUrl(u"http://nowhere.invalid/"_s))));
    }

private:
    [[nodiscard]] QUrl urlOf(const QString &host) const
    {
        return QUrl(u"http://%1:%2/stream"_s.arg(host).arg(m_server->serverPort()));
    }
    [[nodiscard]] UrlCheck::Verdict check(const QUrl &url)
    {
        UrlCheck checks;
        checks.pretend(web, Reach::Public);
        checks.pretend(QHostAddress(QHostAddress::LocalHostIPv6), Reach::House);
        checks.pretend(house, Reach::House);
        checks.pretend(thisMachine, Reach::Never);
        const auto verdict = checks.check(url);
        if (!QTest::qWaitFor([&] { return verdict.isFinished(); }, Testing::patienceMs))
            return u"no verdict"_s;
        return verdict.result();
    }
    void answer(QTcpSocket &socket)
    {
        m_asked.append(socket.readAll());
        if (!m_answers.isEmpty())
            socket.write(m_answers.takeFirst());
        socket.disconnectFromHost();
    }

    std::unique_ptr<QTcpServer> m_server;
    QByteArrayList m_asked;
    QByteArrayList m_answers;
};

QTEST_GUILESS_MAIN(tst_HubUrlCheck)
#include "tst_hub_urlcheck.moc"
