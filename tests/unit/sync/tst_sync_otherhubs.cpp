// SPDX-License-Identifier: Apache-2.0
#include "sync/link/otherhubs.h"

#include <QTest>

using namespace Sync;

namespace {

const QUrl home("ws://10.0.0.1:6681/");
const QUrl den("ws://10.0.0.2:6681/");
const QUrl attic("wss://10.0.0.3:6681/#sha256=00");

Native::OtherHubs told(const QStringList &urls)
{
    Native::OtherHubs others;
    for (const QString &url : urls)
        others.hubs.append({.id = "id", .name = "name", .url = url});
    return others;
}

} // namespace

class tst_SyncOtherHubs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoCanBeReached_data()
    {
        QTest::addColumn<QUrl>("from");
        QTest::addColumn<QStringList>("urls");
        QTest::addColumn<QList<QUrl>>("ways");
        const QUrl near("ws://127.0.0.1:1/");
        QTest::addRow("both") << home << QStringList{den.toString(), attic.toString()} << QList{den, attic};
        QTest::addRow("no WebSocket") << home << QStringList{"http://10.0.0.2/", "", "den"} << QList<QUrl>();
        QTest::addRow("another machine's loopback")
            << home << QStringList{"ws://127.0.0.1:2/", den.toString()} << QList{den};
        QTest::addRow("the same machine's")
            << near << QStringList{"ws://127.0.0.1:2/"} << QList{QUrl("ws://127.0.0.1:2/")};
    }
    void whoCanBeReached()
    {
        QFETCH(QUrl, from);
        QFETCH(QStringList, urls);
        QTEST(waysTo(told(urls), from), "ways");
    }

    void theOneThatIsMeantFirst()
    {
        QList<QUrl> tried;
        for (int failures = 0; failures < 5; ++failures)
            tried.append(hubAfter(failures, home, {den, attic}));
        QCOMPARE(tried, (QList<QUrl>{home, home, den, attic, home}));
        QCOMPARE(hubAfter(7, home, {}), home);
    }
};

QTEST_GUILESS_MAIN(tst_SyncOtherHubs)
#include "tst_sync_otherhubs.moc"
