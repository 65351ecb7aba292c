// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/collection.h"

#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/scanner.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>

using namespace Library;

Tones::Tones(int count)
{
    if (!Music::canBeMade())
        return;
    for (int tone = 1; tone <= count; ++tone)
        m_areThere = m_areThere && Music::make(path(tone), {.frequency = 300 * tone});
    m_areThere = m_areThere && Music::make(flac()) && Music::make(mp3());
}

Collection::Collection()
{
    QDir().mkpath(music());
    prepareCatalogue(catalogue());
}

bool Collection::put(const Tones &tones, const QString &name, int tone) const
{
    QDir().mkpath(QFileInfo(music(name)).path());
    return QFile::copy(tones.path(tone), music(name));
}

ScanReport Collection::scan(const QStringList &roots) const
{
    Scanner scanner(catalogue());
    scanner.setRoots(roots.isEmpty() ? QStringList{music()} : roots);
    ScanReport report;
    QEventLoop loop;
    QObject::connect(&scanner, &Scanner::finished, &loop, [&](const ScanReport &finished) {
        report = finished;
        loop.quit();
    });
    scanner.scan();
    loop.exec();
    return report;
}

ScanReport Collection::scanAt(WallTime now) const
{
    return runScan({.catalogue = catalogue(),
                    .roots = {music()},
                    .cancelled = m_cancelled,
                    .progress = [](const ScanProgress &) { },
                    .stored = [] { },
                    .now = now});
}

ScanReport Collection::scanWhole(WallTime before) const
{
    return runScan({.catalogue = catalogue(),
                    .roots = {music()},
                    .cancelled = m_cancelled,
                    .progress = [](const ScanProgress &) { },
                    .stored = [] { },
                    .wholeBefore = before});
}

ScanReport Collection::scanWhile(const std::function<void(const QString &)> &entering) const
{
    return runScan({.catalogue = catalogue(),
                    .roots = {music()},
                    .cancelled = m_cancelled,
                    .progress = [](const ScanProgress &) { },
                    .stored = [] { },
                    .entering = entering});
}

QString Collection::counts(const ScanReport &report)
{
    return QString("+%1 ~%2 =%3 -%4 !%5")
        .arg(report.added)
        .arg(report.updated)
        .arg(report.unchanged)
        .arg(report.removed)
        .arg(report.problems.size());
}

QStringList Collection::titles() const
{
    QStringList titles;
    for (const Track &track : CatalogueReader(catalogue()).tracks())
        titles += track.title;
    titles.sort();
    return titles;
}
