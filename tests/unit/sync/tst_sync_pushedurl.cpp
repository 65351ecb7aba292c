// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pushedurl.h"

#include <QTest>

using namespace Sync::Sources;

class tst_SyncPushedUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reaches_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<Reach>("reach");
        const auto row = [](const char *address, Reach reach) {
            QTest::addRow("%s", address) << QString(address) << reach;
        };
        for (const char *address : {"8.8.8.8", "172.15.255.255", "172.32.0.1", "192.167.1.1", "100.63.0.1",
                                    "100.128.0.1", "2606:4700::1111", "2a00:1450::8"})
            row(address, Reach::Public);
        for (const char *address : {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.20", "100.64.0.1",
                                    "fd12:3456::1", "::ffff:192.168.1.20"})
            row(address, Reach::House);
        for (const char *address : {"127.0.0.1",       "127.8.8.8",        "::1",
                                    "0.0.0.0",         "0.1.2.3",          "169.254.169.254",
                                    "fe80::1",         "224.0.0.1",        "239.255.255.250",
                                    "255.255.255.255", "240.0.0.1",        "::",
                                    "ff02::1",         "::ffff:127.0.0.1", "::ffff:169.254.169.254",
                                    "::127.0.0.1",     "2002:7f00:1::",    "64:ff9b::7f00:1",
                                    "fd00:ec2::254",   "198.18.0.1",       "192.0.0.192"})
            row(address, Reach::Never);
    }
    void reaches()
    {
        QFETCH(QString, address);
        QTEST(reachOf(QHostAddress(address)), "reach");
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        const auto row = [](const QString &url, bool good) {
            QTest::addRow("%s", qPrintable(url.left(60))) << url << good;
        };
        row("http://radio.example/stream", true);
        row("HTTPS://radio.example", true);
        row("http://192.168.1.20:8123/api/tts/1.mp3", true); // where it leads is judged later
        row("ftp://radio.example/", false);
        row("file:///etc/passwd", false);
        row("gopher://radio.example/", false);
        row("javascript:alert(1)", false);
        row("data:audio/wav;base64,AAAA", false);
        row("//radio.example/", false);
        row("radio.example", false);
        row("", false);
        row("http:///stream", false);
        row("http://user:password@radio.example/", false);
        row("http://user@radio.example/", false);
        row("http://radio example/", false);
        row("http://radio.example:99999/", false);
        row("http://radio.example/" + QString(3000, 'x'), false);
    }
    void addresses()
    {
        QFETCH(QString, url);
        QTEST(!faultOf(QUrl(url, QUrl::StrictMode)), "good");
    }

    void leading_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<Reach>("reach");
        QTest::addColumn<std::optional<Reach>>("from");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const char *url, Reach reach, std::optional<Reach> from,
                            bool good) {
            QTest::addRow("%s", name) << QString(url) << reach << from << good;
        };
        row("the web", "http://radio.example/", Reach::Public, {}, true);
        row("the web, sent by the web", "http://radio.example/", Reach::Public, Reach::Public, true);
        row("the web, sent by the house", "http://radio.example/", Reach::Public, Reach::House, true);
        row("the house by its address", "http://192.168.1.20/", Reach::House, {}, true);
        row("the house by its name", "http://homeassistant.local:8123/", Reach::House, {}, true);
        row("the house by a short name", "http://nas/music.mp3", Reach::House, {}, true);
        row("the router's own names", "http://nas.fritz.box/music.mp3", Reach::House, {}, true);
        row("the house, sent by the house", "http://192.168.1.21/", Reach::House, Reach::House, true);
        row("the house, sent by the web", "http://192.168.1.20/", Reach::House, Reach::Public, false);
        row("the house's name, sent by the web", "http://nas.local/", Reach::House, Reach::Public, false);
        row("a public name of the house", "http://rebind.example/", Reach::House, {}, false);
        row("a name that only begins so", "http://nas.local.example/", Reach::House, {}, false);
        row("this machine", "http://127.0.0.1:6681/", Reach::Never, {}, false);
        row("this machine by its name", "http://localhost/", Reach::Never, {}, false);
        row("this machine, sent by the web", "http://127.0.0.1/", Reach::Never, Reach::Public, false);
        row("this machine, sent by the house", "http://127.0.0.1/", Reach::Never, Reach::House, false);
        row("a cloud's data", "http://169.254.169.254/latest/", Reach::Never, {}, false);
    }
    void leading()
    {
        QFETCH(QString, url);
        QFETCH(Reach, reach);
        QFETCH(std::optional<Reach>, from);
        QTEST(!faultOf(QUrl(url), reach, from), "good");
    }
};

QTEST_GUILESS_MAIN(tst_SyncPushedUrl)
#include "tst_sync_pushedurl.moc"
