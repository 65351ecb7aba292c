// SPDX-License-Identifier: Apache-2.0
// loudness FILE...: how fast files are measured, on one processor, and what is found.
#include "app/analysis/tracklevel.h"
#include "app/player/engine/decoder.h"

#include <QCoreApplication>
#include <QUrl>

#include <sys/resource.h>

#include <cstdio>
#include <string>

namespace {

using Seconds = std::chrono::duration<double>;

Seconds processorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return Seconds(double(time.tv_sec) + double(time.tv_usec) / 1e6);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Zero where it is not known.
Seconds lengthOf(const Player::Media &media, const std::atomic_bool &cancelled)
{
    const auto opened = Player::Decoder::open(media, cancelled);
    const auto *decoder = std::get_if<std::unique_ptr<Player::Decoder>>(&opened);
    return decoder ? Seconds((*decoder)->native().timeOf((*decoder)->length())) : Seconds(0);
}

void tell(const char *what, Seconds music, Seconds taken)
{
    std::printf("%-50s %8.1f s of music in %6.2f s of the processor: %5.0f times real time", what,
                music.count(), taken.count(), music / taken);
}

std::string worded(const std::optional<float> &value) { return value ? std::to_string(*value) : "nothing"; }

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const std::atomic_bool cancelled = false;
    Seconds music(0);
    Seconds taken(0);
    std::vector<Analysis::Meter> meters;
    for (const QString &path : QCoreApplication::arguments().sliced(1)) {
        const Player::Media media(QUrl::fromLocalFile(path));
        const Seconds length = lengthOf(media, cancelled);
        const Seconds before = processorTime();
        Analysis::TrackLevel level = Analysis::levelOf(media, cancelled);
        const Seconds now = processorTime() - before;
        tell(qPrintable(path.section(u'/', -1)), length, now);
        if (level.meter) {
            const Library::Measured measured = level.meter->measured();
            std::printf(", gain %s, peak %s\n", worded(measured.gain).c_str(), worded(measured.peak).c_str());
            meters.push_back(std::move(*level.meter));
        } else {
            std::printf(", %s\n", qPrintable(level.problem));
        }
        music += length;
        taken += now;
    }
    tell("all", music, taken);
    std::printf(", album gain %s\n", worded(Analysis::Meter::together(meters).gain).c_str());
    return 0;
}
