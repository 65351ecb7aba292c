// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/reasons.h"

#include <QCoreApplication>

extern "C" {
#include <libavutil/error.h>
}

#include <array>

namespace Player {

namespace {

struct Reasons {
    Q_DECLARE_TR_FUNCTIONS(Player::Reasons)
};

QString wordsOf(int error)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(error, text.data(), text.size());
    return QString::fromUtf8(text.data());
}

} // namespace

QString reasonOf(int error)
{
    switch (error) {
    case AVERROR_HTTP_NOT_FOUND:
        return Reasons::tr("the server does not have it.");
    case AVERROR_HTTP_UNAUTHORIZED:
    case AVERROR_HTTP_FORBIDDEN:
        return Reasons::tr("the server does not allow it.");
    case AVERROR_HTTP_BAD_REQUEST:
    case AVERROR_HTTP_OTHER_4XX:
        return Reasons::tr("the server refuses it.");
    case AVERROR_HTTP_SERVER_ERROR:
        return Reasons::tr("the server failed.");
    case AVERROR(ECONNREFUSED):
        return Reasons::tr("no server answers there.");
    case AVERROR(ETIMEDOUT):
        return Reasons::tr("the server does not answer.");
    case AVERROR(EHOSTUNREACH):
    case AVERROR(ENETUNREACH):
        return Reasons::tr("the server cannot be reached.");
    case AVERROR(ECONNRESET):
    case AVERROR(EPIPE):
        return Reasons::tr("the connection broke.");
    case AVERROR_DECODER_NOT_FOUND:
        return Reasons::tr("its kind of sound is not known here.");
    case AVERROR(ENOMEM):
        return Reasons::tr("it asks for more memory than any music needs.");
    case AVERROR_INVALIDDATA:
    case AVERROR_EOF:
    case AVERROR_PATCHWELCOME:
        return Reasons::tr("it is damaged or not audio.");
    default: // of the many others, what FFmpeg calls them
        return wordsOf(error);
    }
}

QString notARecording(const QString &kind)
{
    return Reasons::tr("it is no recording but something else (%1).").arg(kind);
}

QString noSound() { return Reasons::tr("there is no sound in it."); }

QString missingIndex()
{
    return Reasons::tr(
        "the list of where its sound lies is missing or damaged. Perhaps the file was cut off.");
}

QString damagedEnd() { return Reasons::tr("what follows is damaged or cut off."); }

QString unmarkedEnd() { return Reasons::tr("its end is not there. Perhaps the file was cut off."); }

QString impossibleRate(int sampleRate)
{
    return Reasons::tr("it claims a sample rate of %1 Hz, so it is damaged.").arg(sampleRate);
}

QString impossibleChannels(int channels)
{
    return Reasons::tr("it claims to have %n channel(s), so it is damaged.", nullptr, channels);
}

} // namespace Player
