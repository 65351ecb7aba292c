// SPDX-License-Identifier: Apache-2.0
#include "bench/library/mpd.h"

#include "bench/support/mpdprocess.h"
#include "bench/support/processcost.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Bench {

std::optional<Cost> scanWithMpd(const QString &program, const QString &music)
{
    MpdProcess mpd;
    // The first update, of nothing, is over before the music is there.
    if (!mpd.start(program, u"type \"null\"\nname \"none\""_s) || !mpd.waitUntilIdle()
        || !QFile::link(music, mpd.musicFolder() + "/all"_L1))
        return std::nullopt;
    QElapsedTimer timer;
    timer.start();
    const double before = processorSeconds(mpd.processId());
    if (!mpd.ask("update").contains("updating_db") || !mpd.waitUntilIdle())
        return std::nullopt;
    const Cost cost{.seconds = double(timer.nsecsElapsed()) / 1e9,
                    .processor = processorSeconds(mpd.processId()) - before,
                    .peakKib = peakKib(mpd.processId())};
    std::printf("  %s", mpd.ask("stats").split('\n').value(2).constData());
    return cost;
}

} // namespace Bench
