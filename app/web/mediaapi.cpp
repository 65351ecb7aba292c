// SPDX-License-Identifier: Apache-2.0
#include "app/web/mediaapi.h"

#include "sync/http/media.h"
#include "sync/http/parameters.h"
#include "sync/http/routes.h"

namespace Web {

namespace {

using Sync::Http::AudioFormat;
using Sync::Http::Response;

/// None where the file is wanted as it is.
std::variant<std::optional<Sync::Http::Transcoding>, Response> transcodingIn(const QByteArray &query)
{
    if (query.isEmpty())
        return std::nullopt;
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

MediaApi::MediaApi(const QString &catalogue, const QString &folder, StationUrl stationUrl)
    : m_reader(catalogue)
    , m_stationUrl(std::move(stationUrl))
    , m_transcoder(folder)
{
    serveQuery("/media/{id}", Sync::Role::Listener,
               [this](const Sync::Http::Request &request, const auto &parts) {
                   return track(request, parts.first());
               });
}

Sync::Http::Answer MediaApi::track(const Sync::Http::Request &request, const QByteArray &track)
{
    const Sync::Http::RequestHead &head = request.head;
    const auto wanted = transcodingIn(head.query);
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto id = Sync::Http::idIn(track);
    const auto part = id ? partOf(*id) : Sync::Http::MediaPart();
    if (part.path.isEmpty())
        return notHere(request.caller->user, id.value_or(0));
    const auto &transcoding = std::get<std::optional<Sync::Http::Transcoding>>(wanted);
    if (transcoding)
        return m_transcoder.answer(head, part, *transcoding);
    if (part.isCutOut())
        return m_transcoder.answer(head, part, {.format = AudioFormat::Flac});
    return Sync::Http::answerFileAt(head, part.path);
}

Response MediaApi::notHere(const QString &user, Sync::TrackId id) const
{
    const auto url = m_stationUrl ? m_stationUrl(user, id) : std::nullopt;
    if (!url)
        return Sync::Http::noSuchTrack();
    return {.status = 307, .contentType = "text/plain", .headers = {{"Location", url->toEncoded()}}};
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
