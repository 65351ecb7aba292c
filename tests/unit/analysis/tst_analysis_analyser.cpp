// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/analyser.h"
#include "app/library/cataloguereader.h"
#include "support/waiting.h"
#include "tests/unit/analysis/loudmusic.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace Analysis;
using namespace Library;

namespace {

constexpr int idlePolicy = 5; // SCHED_IDLE
constexpr qsizetype policyField = 38; // of proc(5)'s stat, counted from behind the name

/// How the kernel schedules this process's thread of that name; nothing where there is none now.
std::optional<int> policyOf(const QByteArray &name)
{
    const QDir tasks("/proc/self/task");
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + "/stat"));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        const qsizetype end = line.lastIndexOf(')');
        if (line.first(end).endsWith('(' + name))
            return line.sliced(end + 2).split(' ').value(policyField).toInt();
    }
    return std::nullopt;
}

} // namespace

class AnalyserTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Collection> m_collection;
    std::unique_ptr<Analyser> m_analyser;

    void add(const QString &name, double seconds = 2) const
    {
        const QString path = m_collection->music(name);
        QVERIFY(LoudMusic::make(path, {{-20, seconds}}));
        QVERIFY(Music::tag(path, {.title = name, .album = name}));
        (void)m_collection->scan();
    }
    void begin()
    {
        QSignalSpy progress(m_analyser.get(), &Analyser::progressChanged);
        m_analyser->setWanted(true);
        m_analyser->catalogueChanged();
        QVERIFY(progress.wait(Testing::patienceMs));
        QCOMPARE(m_analyser->progress(), (AnalysisProgress{.done = 0, .total = 1}));
    }
    int measured() const
    {
        int count = 0;
        const CatalogueReader reader(m_collection->catalogue());
        for (const Sync::TrackId id : reader.trackIds())
            count += reader.mediaOf(id).loudness.isMeasured ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
    }

    void init()
    {
        m_collection = std::make_unique<Collection>();
        m_analyser = std::make_unique<Analyser>(m_collection->catalogue());
    }

    void cleanup()
    {
        m_analyser.reset();
        m_collection.reset();
    }

    void waitsUntilItIsWantedAndThereIsSomething()
    {
        add("a.flac");
        m_analyser->catalogueChanged();
        QVERIFY(!m_analyser->isRunning());
        m_analyser->setWanted(true);
        QVERIFY(m_analyser->isRunning());
        QTRY_VERIFY(!m_analyser->isRunning());
        QCOMPARE(m_analyser->progress(), (AnalysisProgress{.done = 1, .total = 1}));
        QCOMPARE(measured(), 1);

        Analyser other(m_collection->catalogue());
        other.setWanted(true);
        QVERIFY(!other.isRunning()); // nothing was scanned yet
    }

    void tracksThatComeAreMeasured()
    {
        m_analyser->setWanted(true);
        m_analyser->catalogueChanged();
        add("a.flac");
        add("b.flac", 3);
        m_analyser->catalogueChanged();
        QTRY_VERIFY(!m_analyser->isRunning());
        QCOMPARE(measured(), 2);
    }

    void decodesOnlyWhenNobodyElseWantsTheProcessor()
    {
        add("long.flac", 120);
        m_analyser->setWanted(true);
        m_analyser->catalogueChanged();
        std::optional<int> policy;
        const auto isSeen = [&policy] {
            policy = policyOf("loudness");
            return policy == idlePolicy; // it begins as any other
        };
        QTRY_VERIFY(isSeen() || !m_analyser->isRunning());
        QCOMPARE(policy, idlePolicy);
    }

    void stopsAndGoesOn()
    {
        add("long.flac", 120);
        begin();
        m_analyser->stop();
        QVERIFY(m_analyser->isStopped());
        QTRY_VERIFY(!m_analyser->isRunning());
        QCOMPARE(measured(), 0);
        m_analyser->catalogueChanged();
        QVERIFY(!m_analyser->isRunning());
        m_analyser->resume();
        QVERIFY(!m_analyser->isStopped());
        QTRY_VERIFY(!m_analyser->isRunning());
        QCOMPARE(measured(), 1);
    }

    void switchedOffItStops()
    {
        add("long.flac", 120);
        begin();
        m_analyser->setWanted(false);
        m_analyser->setWanted(true); // at once, while the first still ends
        QSignalSpy finished(m_analyser.get(), &Analyser::finished);
        QTRY_VERIFY(!m_analyser->isRunning());
        QVERIFY(finished.size() > 1);
        QCOMPARE(measured(), 1);
    }

    void mayGoInTheMiddle()
    {
        add("long.flac", 120);
        begin();
        m_analyser.reset();
        QCoreApplication::processEvents();
        QCOMPARE(measured(), 0);
    }
};

QTEST_GUILESS_MAIN(AnalyserTest)
#include "tst_analysis_analyser.moc"
