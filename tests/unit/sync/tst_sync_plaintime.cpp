// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/plaintime.h"

#include <QTest>

using namespace Sync;
using std::chrono::milliseconds;

class tst_SyncPlainTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("emitted");
        const QString readme = "2022-05-09T09:09:12+0000";
        QTest::addRow("as in the README") << readme << readme;
        QTest::addRow("colon") << "2022-05-09T09:09:12+00:00" << readme;
        QTest::addRow("Z") << "2022-05-09T09:09:12Z" << readme;
        QTest::addRow("minus zero") << "2022-05-09T09:09:12-00:00" << readme;
        QTest::addRow("east") << "2022-05-09T12:09:12+03:00" << readme;
        QTest::addRow("east, no colon") << "2022-05-09T12:09:12+0300" << readme;
        QTest::addRow("west, half an hour, day before") << "2022-05-08T23:39:12-0930" << readme;
        QTest::addRow("no milliseconds in the fraction") << "2022-05-09T09:09:12.000Z" << readme;
        QTest::addRow("tenths") << "2022-05-09T09:09:12.5+0000"
                                << "2022-05-09T09:09:12.500+0000";
        QTest::addRow("milliseconds") << "2022-05-09T09:09:12.007+0000"
                                      << "2022-05-09T09:09:12.007+0000";
        QTest::addRow("microseconds") << "2022-05-09T09:09:12.123456Z"
                                      << "2022-05-09T09:09:12.123+0000";
        QTest::addRow("nanoseconds, as Go writes them") << "2022-05-09T12:09:12.123456789+03:00"
                                                        << "2022-05-09T09:09:12.123+0000";
        QTest::addRow("leap day") << "2024-02-29T23:59:59Z"
                                  << "2024-02-29T23:59:59+0000";
        QTest::addRow("before the epoch") << "1969-12-31T23:59:59.250Z"
                                          << "1969-12-31T23:59:59.250+0000";
        QTest::addRow("Go's zero time") << "0001-01-01T00:00:00Z"
                                        << "0001-01-01T00:00:00+0000";
    }
    void accepted()
    {
        QFETCH(QString, text);
        const auto time = parsePlainTime(text);
        QVERIFY(time);
        QTEST(plainTime(*time), "emitted");
        QCOMPARE(parsePlainTime(plainTime(*time)), time);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "now",
                                 "1652087352",
                                 "2022-05-09",
                                 "2022-05-09T09:09:12",
                                 "2022-05-09 09:09:12+0000",
                                 "2022-05-09t09:09:12Z",
                                 "2022-05-09T09:09:12z",
                                 "2022-05-09T09:09:12.+0000",
                                 "2022-05-09T09:09:12,5Z",
                                 "2022-05-09T09:09:12.1234567890Z",
                                 "2022-05-09T09:09:12+00",
                                 "2022-05-09T09:09:12+000",
                                 "2022-05-09T09:09:12+00000",
                                 "2022-05-09T09:09:12+24:00",
                                 "2022-05-09T09:09:12+00:60",
                                 "2022-05-09T09:09:12+0000Z",
                                 "2022-05-09T09:09+0000",
                                 "2022-13-09T09:09:12Z",
                                 "2022-02-30T09:09:12Z",
                                 "2023-02-29T09:09:12Z",
                                 "2022-05-09T25:09:12Z",
                                 "2022-05-09T09:60:12Z",
                                 "2022-05-09T09:09:61Z",
                                 "2022-05-09T09:09:12Z ",
                                 " 2022-05-09T09:09:12Z",
                                 "2022-05-09T09:09:12Z\n",
                                 "20220509T090912Z",
                                 "12022-05-09T09:09:12Z",
                                 "-2022-05-09T09:09:12Z",
                                 "2022-05-09T09:09:12 +0000",
                                 "0000-01-01T00:00:00Z"})
            QTest::addRow("'%s'", text) << QString(text);
        QTest::addRow("other digits") << QString::fromUtf8("٢٠٢٢-05-09T09:09:12Z");
    }
    void refused()
    {
        QFETCH(QString, text);
        QVERIFY(!parsePlainTime(text));
    }

    void emitted_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::addRow("the epoch") << qint64(0) << "1970-01-01T00:00:00+0000";
        QTest::addRow("one millisecond") << qint64(1) << "1970-01-01T00:00:00.001+0000";
        QTest::addRow("before the epoch") << qint64(-1000) << "1969-12-31T23:59:59+0000";
        QTest::addRow("whole second") << qint64(1652087352000) << "2022-05-09T09:09:12+0000";
        QTest::addRow("half a second") << qint64(1652087352500) << "2022-05-09T09:09:12.500+0000";
    }
    void emitted()
    {
        QFETCH(qint64, ms);
        QTEST(plainTime(WallTime(milliseconds(ms))), "text");
    }
};

QTEST_GUILESS_MAIN(tst_SyncPlainTime)
#include "tst_sync_plaintime.moc"
