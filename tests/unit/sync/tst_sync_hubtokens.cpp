// SPDX-License-Identifier: Apache-2.0
#include "sync/link/hubtokens.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Sync;

/// The tokens that other hubs gave this device.
class tst_SyncHubTokens : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    const KnownHub attic{.id = "a", .name = "Attic", .address = QUrl("ws://10.0.0.1:6681/"), .token = "one"};
    const KnownHub den{.id = "d", .name = "Den", .address = QUrl("ws://10.0.0.2:6681/"), .token = "two"};

    [[nodiscard]] QString path() const { return m_dir.filePath("tokens"); }

private Q_SLOTS:
    void cleanup() { QFile::remove(path()); }

    void theyOutliveTheProgram()
    {
        HubTokens(path()).keep(attic);
        HubTokens tokens(path());
        tokens.keep(den);
        tokens.forget("nobody");
        const HubTokens later(path());
        QCOMPARE(later.named("a"), attic);
        QCOMPARE(later.named("den"), den);
        QCOMPARE(later.at(QUrl("ws://10.0.0.2:6681/sync")), den);
        QCOMPARE(later.at(QUrl("ws://10.0.0.2:6682/")), std::nullopt);
        QCOMPARE(later.named("cellar"), std::nullopt);
    }

    void nobodyElseReadsThem()
    {
        HubTokens(path()).keep(attic);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path()) & others));
    }

    void aHubIsKnownOnce()
    {
        HubTokens tokens(path());
        tokens.keep(attic);
        KnownHub moved = attic;
        moved.address = QUrl("ws://10.0.0.7:6681/");
        moved.token = "three";
        tokens.keep(moved);
        QCOMPARE(tokens.named("a"), moved);
        QCOMPARE(tokens.at(attic.address), std::nullopt);
        tokens.forget("a");
        QCOMPARE(HubTokens(path()).named("a"), std::nullopt);
    }

    void aDamagedFileIsTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("no hubs") << QByteArray("{}");
        QTest::newRow("no token") << QByteArray(
            "{\"hubs\":[{\"hub\":\"a\",\"name\":\"A\",\"address\":\"ws://b\"}]}");
        QTest::newRow("a number") << QByteArray(
            "{\"hubs\":[{\"hub\":1,\"name\":\"A\",\"address\":\"\",\"token\":\"\"}]}");
    }
    void aDamagedFileIsTold()
    {
        QFETCH(const QByteArray, text);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("is not understood"));
        HubTokens tokens(path());
        QCOMPARE(tokens.named("a"), std::nullopt);
        tokens.keep(attic);
        QCOMPARE(HubTokens(path()).named("a"), attic);
    }
};

QTEST_GUILESS_MAIN(tst_SyncHubTokens)
#include "tst_sync_hubtokens.moc"
