// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include "app/player/engine/decoder.h"

#include <QUrl>

#include <vector>

#include <sys/mman.h>
#include <unistd.h>

using namespace Player;

// The first bytes say where to seek, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    constexpr std::size_t places = 2;
    if (size < places)
        return 0;
    const int file = ::memfd_create("sound", 0);
    require(::write(file, data + places, size - places) == ssize_t(size - places));
    const QUrl url = QUrl::fromLocalFile(QStringLiteral("/proc/self/fd/%1").arg(file));
    const std::atomic_bool never = false;
    auto opened = Decoder::open(Media(url), never);
    if (const auto *sentence = std::get_if<QString>(&opened)) {
        require(!sentence->isEmpty());
    } else {
        Decoder &decoder = *std::get<std::unique_ptr<Decoder>>(opened);
        decoder.setFormat({.sampleRate = 44100, .channels = 2});
        require(decoder.length() >= 0);
        std::vector<float> samples(2 * 44100);
        for (std::size_t i = 0; i < places; ++i) {
            decoder.seek(data[i] * 10'000);
            for (int reads = 0; reads < 5; ++reads)
                require(decoder.read(samples) <= 44100);
        }
        (void)decoder.problem();
    }
    ::close(file);
    return 0;
}
