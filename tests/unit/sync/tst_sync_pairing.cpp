// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/pairing/pairing.h"
#include "sync/pairing/qrcode.h"

#include <QTest>

using namespace Sync;
using namespace std::chrono_literals;

namespace {

constexpr HubTime start(1000s);
const QString phone("192.168.1.23");

Invitation invitation(HubTime at)
{
    return {.code = "123456",
            .codeUntil = at + Limits::codeFor,
            .secret = "secret",
            .secretUntil = at + Limits::secretFor,
            .user = "7"};
}

QString outcome(const std::variant<QString, Pairing::Refusal> &verdict)
{
    if (const auto *user = std::get_if<QString>(&verdict))
        return "user " + *user;
    switch (std::get<Pairing::Refusal>(verdict)) {
    case Pairing::Refusal::Wrong:
        return "wrong";
    case Pairing::Refusal::Expired:
        return "expired";
    case Pairing::Refusal::TooMany:
        return "too many";
    }
    Q_UNREACHABLE();
}

Newcomer newcomer(const QByteArray &id, const QString &address, HubTime since = start)
{
    return {.id = id,
            .secret = "of " + id,
            .device = "device " + id,
            .name = "Den",
            .address = address,
            .since = since};
}

} // namespace

class tst_SyncPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsInvitedByDefault()
    {
        Pairing pairing;
        QCOMPARE(outcome(pairing.tryCode("123456", phone, start)), "expired");
        QCOMPARE(outcome(pairing.tryCode("", phone, start)), "expired");
        QCOMPARE(outcome(pairing.trySecret("", phone, start)), "expired");
    }

    void anInvitationLetsInOnce()
    {
        Pairing pairing;
        pairing.invite(invitation(start));
        QCOMPARE(outcome(pairing.tryCode("123456", phone, start + 119s)), "user 7");
        QCOMPARE(outcome(pairing.tryCode("123456", phone, start + 119s)), "expired");
        QCOMPARE(outcome(pairing.trySecret("secret", phone, start + 119s)), "expired");
        pairing.invite(invitation(start));
        QCOMPARE(outcome(pairing.trySecret("secret", phone, start + 200s)), "user 7");
        QCOMPARE(outcome(pairing.trySecret("secret", phone, start + 200s)), "expired");
    }

    void invitationsEnd()
    {
        Pairing pairing;
        pairing.invite(invitation(start));
        QCOMPARE(outcome(pairing.tryCode("123456", phone, start + Limits::codeFor)), "expired");
        QCOMPARE(outcome(pairing.trySecret("secret", phone, start + Limits::secretFor)), "expired");
    }

    void guessesEndTheCodeButNotTheSecret()
    {
        Pairing pairing;
        pairing.invite(invitation(start));
        for (int i = 0; i < Limits::codeAttempts; ++i)
            QCOMPARE(outcome(pairing.tryCode("000000", QString("10.0.0.%1").arg(i), start)), "wrong");
        QCOMPARE(outcome(pairing.tryCode("123456", phone, start)), "expired");
        QCOMPARE(outcome(pairing.tryCode("", phone, start)), "expired");
        QCOMPARE(outcome(pairing.trySecret("secret", phone, start)), "user 7");
    }

    void anAddressMayTrySoOften()
    {
        Pairing pairing;
        for (int i = 0; i < Limits::attemptsPerMinute; ++i)
            QCOMPARE(outcome(pairing.tryCode("000000", phone, start)), "expired");
        pairing.invite(invitation(start));
        QCOMPARE(outcome(pairing.tryCode("123456", phone, start + 59s)), "too many");
        QCOMPARE(outcome(pairing.trySecret("secret", phone, start + 59s)), "too many");
        QVERIFY(!pairing.ask(newcomer("a", phone, start + 59s)));
        QCOMPARE(outcome(pairing.tryCode("123456", "192.168.1.24", start + 59s)), "user 7");
        pairing.invite(invitation(start + 60s));
        QCOMPARE(outcome(pairing.tryCode("123456", phone, start + 60s)), "user 7");
    }

    void thisMachineMayTryAsOftenAsItLikes()
    {
        Pairing pairing;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(outcome(pairing.tryCode("000000", "127.0.0.1", start)), "expired");
    }

    void askingIsDecidedOnce()
    {
        Pairing pairing;
        QVERIFY(pairing.ask(newcomer("a", phone)));
        QCOMPARE(pairing.waiting(start).size(), 1);
        QVERIFY(!pairing.collect("a", "of b", start));
        QVERIFY(!pairing.collect("b", "of a", start));
        QVERIFY(!pairing.collect("a", "of a", start)->allowed);
        const Caller allowed{.user = "7", .role = Role::Listener};
        QVERIFY(!pairing.decide("b", allowed, start));
        QVERIFY(pairing.decide("a", allowed, start));
        QVERIFY(!pairing.decide("a", std::nullopt, start));
        QVERIFY(pairing.waiting(start).isEmpty());
        const auto collected = pairing.collect("a", "of a", start);
        QVERIFY(collected && collected->allowed == allowed);
        QVERIFY(!pairing.collect("a", "of a", start));
    }

    void denialsAreCollectedToo()
    {
        Pairing pairing;
        QVERIFY(pairing.ask(newcomer("a", phone)));
        QVERIFY(pairing.decide("a", std::nullopt, start));
        QVERIFY(pairing.collect("a", "of a", start)->denied);
        QVERIFY(!pairing.collect("a", "of a", start));
    }

    void requestsEnd()
    {
        Pairing pairing;
        QVERIFY(pairing.ask(newcomer("a", phone)));
        QVERIFY(pairing.waiting(start + Limits::requestWaits).isEmpty());
        QVERIFY(!pairing.collect("a", "of a", start + Limits::requestWaits));
        QVERIFY(!pairing.decide("a", std::nullopt, start + Limits::requestWaits));
    }

    void onlySoManyWait()
    {
        Pairing pairing;
        for (int i = 0; i < Limits::requestsWaiting; ++i)
            QVERIFY(pairing.ask(newcomer(QByteArray::number(i), QString("10.0.0.%1").arg(i))));
        QVERIFY(!pairing.ask(newcomer("more", phone)));
        QVERIFY(pairing.ask(newcomer("more", phone, start + Limits::requestWaits)));
    }

    void askingAnewReplaces()
    {
        Pairing pairing;
        Newcomer again = newcomer("a", phone);
        QVERIFY(pairing.ask(again));
        again.id = "b";
        QVERIFY(pairing.ask(again));
        QCOMPARE(pairing.waiting(start).size(), 1);
        QCOMPARE(pairing.waiting(start).first().id, "b");
    }

    void qrCodes()
    {
        const QStringList rows = qrCode("http://192.168.1.10:6681/#join=secret");
        QVERIFY(rows.size() >= 25);
        for (const QString &row : rows)
            QCOMPARE(row.size(), rows.size());
        // Each has this pattern in three of its corners.
        for (const QString &corner : {rows.first().first(7), rows.first().last(7), rows.last().first(7)})
            QCOMPARE(corner, "1111111");
        QVERIFY(qrCode(QByteArray(5000, 'x')).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_SyncPairing)
#include "tst_sync_pairing.moc"
