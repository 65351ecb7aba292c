// SPDX-License-Identifier: Apache-2.0
#include "app/web/mediaapi.h"

#include "sync/http/media.h"
#include "sync/http/parameters.h"

namespace Web {

namespace {

using Sync::Http::AudioFormat;
using Sync::Http::Response;

std::variant<Sync::Http::Transcoding, Response> transcodingIn(const QByteArray &query)
{
    Sync::Http::Parameters parameters(query);
    const auto format = Sync::Http::formatNamed(parameters.text("format"));
    const auto bitrates = Sync::Http::bitratesOf(format.value_or(AudioFormat::Mp3));
    const quint64 kilobits = parameters.number("bitrate", bitrates.usual, bitrates.least, bitrates.most);
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    if (!format)
        return Sync::Http::errorResponse(400, "bad_parameter", "must be mp3, aac or opus", "format");
    return Sync::Http::transcodingAt(*format, int(kilobits));
}

} // namespace

MediaApi::MediaApi(const QString &catalogue, const QString &folder)
    : m_reader(catalogue)
    , m_transcoder(folder)
{
}

std::optional<Sync::Http::Answer> MediaApi::answer(const Sync::Http::Request &request)
{
    const Sync::Http::RequestHead &head = request.head;
    if (!Sync::Http::asksForMedia(head) || head.query.isEmpty())
        return std::nullopt;
    if (!request.reads())
        return Sync::Http::onlyReadable();
    const auto wanted = transcodingIn(head.query);
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto id = Sync::Http::trackIn(head);
    const auto part = id ? partOf(*id) : Sync::Http::MediaPart();
    if (part.path.isEmpty())
        return Sync::Http::noSuchTrack();
    return m_transcoder.answer(head, part, std::get<Sync::Http::Transcoding>(wanted));
}

Sync::Http::MediaPart MediaApi::partOf(Sync::TrackId id) const
{
    const Library::Media media = m_reader.mediaOf(id);
    const auto track = m_reader.track(id);
    return {.path = media.path,
            .start = media.extent.start,
            .length = media.extent.length,
            .duration = track ? track->duration : std::chrono::milliseconds(0)};
}

} // namespace Web
