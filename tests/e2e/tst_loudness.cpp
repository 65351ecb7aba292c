// SPDX-License-Identifier: Apache-2.0
#include "support/program/runningprogram.h"
#include "support/soundserver.h"
#include "tests/unit/library/music.h"

#include "app/library/cataloguereader.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Testing;

/// Music without tags is measured by the program itself.
class tst_Loudness : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RunningProgram> m_program;

    QString music(const QString &name = {}) const { return m_dir->filePath("music/" + name); }
    void start(const QString &mode)
    {
        m_program = std::make_unique<RunningProgram>();
        m_program->setEnvironment(environmentWithoutSound());
        m_program->start(
            "segued",
            {"--port", "0", "--data-dir", m_dir->filePath("data"), "--music", music(), "--replaygain", mode});
        QVERIFY(m_program->ready().isValid());
    }
    QList<Library::Loudness> known() const
    {
        QList<Library::Loudness> known;
        const Library::CatalogueReader reader(m_dir->filePath("data/catalogue.sqlite"));
        for (const Sync::TrackId id : reader.trackIds())
            known.append(reader.mediaOf(id).loudness);
        return known;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(music()));
    }

    void whatIsThereAndWhatComesIsMeasured()
    {
        QVERIFY(Music::make(music("a.flac"), {.frequency = 1000}));
        start("track");
        QVERIFY2(m_program->waitForLog("loudness: 1 measured, 0 flawed, 1 albums"), m_program->log());
        QCOMPARE(known().size(), 1);
        QVERIFY(known().first().isMeasured);
        QVERIFY(known().first().albumGain);

        QVERIFY(Music::make(m_dir->filePath("b.flac"), {.frequency = 500}));
        QVERIFY(QFile::rename(m_dir->filePath("b.flac"), music("b.flac"))); // the same folder: the same album
        QVERIFY2(m_program->waitForLog("loudness: 2 measured, 0 flawed, 1 albums"), m_program->log());
        QCOMPARE(known().size(), 2);
        QCOMPARE(known().first().albumGain, known().last().albumGain);
        QCOMPARE(m_program->terminate(), 0);
    }

    void endsInTheMiddle()
    {
        QVERIFY(Music::make(music("long.flac"), {.seconds = 1200}));
        start("auto");
        QVERIFY2(m_program->waitForLog("loudness: 1 to be measured"), m_program->log());
        QCOMPARE(m_program->terminate(), 0);
        QVERIFY(!known().first().isMeasured);

        start("off");
        QVERIFY2(m_program->waitForLog("scan: 0 added"), m_program->log());
        QCOMPARE(m_program->terminate(), 0);
        QVERIFY2(!m_program->log().contains("loudness:"), m_program->log());
    }
};

QTEST_GUILESS_MAIN(tst_Loudness)
#include "tst_loudness.moc"
