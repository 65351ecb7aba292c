// SPDX-License-Identifier: Apache-2.0
#include "support/hub/talker.h"
#include "support/hub/testhub.h"
#include "support/redisserver.h"
#include "support/waiting.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Testing;

namespace {

constexpr int hubs = 3;
constexpr int devices = 20;
constexpr int each = 500;
constexpr int crowdPatienceMs = 5 * patienceMs;

/// Seeks to places where no other device goes, and on as soon as it hears of each.
struct Member {
    Member(quint16 port, int number)
        : talker(port, QString("device-%1").arg(number))
        , first(1 + number * each)
    {
        QObject::connect(&talker, &Talker::heard, &talker, [this](qint64 revision, qint64 positionMs) {
            isInOrder = isInOrder && (states.empty() || revision >= states.rbegin()->first);
            const auto [state, isNew] = states.insert({revision, positionMs});
            isInOrder = isInOrder && (isNew || state->second == positionMs);
            if (done > 0 && done < each && positionMs == first + done - 1)
                goOn();
        });
    }
    void goOn() { talker.seek(first + done++); }

    Talker talker;
    const qint64 first;
    int done = 0;
    bool isInOrder = true;
    std::map<qint64, qint64> states; ///< positions, by revision
};

} // namespace

/// Ten thousand changes by many devices at several hubs of one user.
class tst_HubCrowd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesHaveOneOrder()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        std::vector<TestHub> house;
        for (int i = 0; i < hubs; ++i)
            house.push_back(TestHub::sharing(redis.address(), QString("hub-%1").arg(i)));
        std::vector<std::unique_ptr<Member>> members;
        for (int i = 0; i < devices; ++i)
            members.push_back(std::make_unique<Member>(house.at(i % hubs).port(), i));
        const auto all = [&members](auto is) {
            return QTest::qWaitFor([&] { return std::ranges::all_of(members, is); }, crowdPatienceMs);
        };
        QVERIFY(all([](const auto &one) { return one->talker.isJoined(); }));
        members.front()->talker.play();
        QVERIFY(all([](const auto &one) { return !one->states.empty(); }));
        const qint64 before = members.front()->states.rbegin()->first;
        for (const auto &one : members)
            one->goOn();
        const qint64 last = before + qint64(devices) * each; // none lost, none twice
        QVERIFY(all([last](const auto &one) { return one->states.rbegin()->first >= last; }));
        for (const auto &one : members) {
            QCOMPARE(one->done, each);
            QVERIFY(one->isInOrder);
            QCOMPARE(one->states.rbegin()->first, last);
            for (const auto &[revision, positionMs] : one->states)
                QVERIFY(!members.front()->states.contains(revision)
                        || members.front()->states.at(revision) == positionMs);
        }
        QVERIFY(std::ranges::all_of(members, [&members](const auto &one) {
            return one->states.rbegin()->second == members.front()->states.rbegin()->second;
        }));
    }
};

QTEST_GUILESS_MAIN(tst_HubCrowd)
#include "tst_hub_crowd.moc"
