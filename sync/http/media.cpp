// SPDX-License-Identifier: Apache-2.0
#include "sync/http/media.h"

#include "sync/http/ranges.h"
#include "sync/logging.h"

#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

// Those of RFC 3003, 3534, 5334, 4337 and 9639; the system's database has other names that no browser plays.
constexpr std::array<std::pair<QLatin1StringView, QByteArrayView>, 14> types{{
    {"aac"_L1, "audio/aac"},
    {"aif"_L1, "audio/aiff"},
    {"aiff"_L1, "audio/aiff"},
    {"flac"_L1, "audio/flac"},
    {"m4a"_L1, "audio/mp4"},
    {"m4b"_L1, "audio/mp4"},
    {"mka"_L1, "audio/x-matroska"},
    {"mp3"_L1, "audio/mpeg"},
    {"mp4"_L1, "audio/mp4"},
    {"oga"_L1, "audio/ogg"},
    {"ogg"_L1, "audio/ogg"},
    {"opus"_L1, "audio/ogg"},
    {"wav"_L1, "audio/wav"},
    {"wv"_L1, "audio/x-wavpack"},
}};

QByteArray typeOf(const QFileInfo &info)
{
    const QString suffix = info.suffix().toLower();
    const auto found = std::ranges::find_if(types, [&](const auto &type) { return type.first == suffix; });
    if (found != types.end())
        return found->second.toByteArray();
    return QMimeDatabase().mimeTypeForFile(info, QMimeDatabase::MatchExtension).name().toLatin1();
}

FileFacts factsOf(const QFileInfo &info)
{
    const QDateTime modified = info.lastModified();
    return {.size = info.size(),
            .modified = modified,
            .etag = '"' + QByteArray::number(info.size(), 36) + '-'
                + QByteArray::number(modified.toMSecsSinceEpoch(), 36) + '"'};
}

} // namespace

QByteArray mediaPath(quint64 track) { return "/media/" + QByteArray::number(track); }

Response noSuchTrack()
{
    return errorResponse(404, "no_such_track", "this track is not in the library, or its file is away");
}

Response answerFile(const RequestHead &head, const std::shared_ptr<QFile> &file)
{
    const QFileInfo info(*file);
    const FileFacts facts = factsOf(info);
    Response response{.contentType = typeOf(info),
                      .headers = {{"Accept-Ranges", "bytes"},
                                  {"ETag", facts.etag},
                                  {"Last-Modified", httpDate(facts.modified)}},
                      .cacheControl = "private, no-cache"};
    if (isUnchanged(head, facts)) {
        response.status = 304;
        return response;
    }
    const auto asked = chooseRange(head, facts);
    if (std::holds_alternative<Outside>(asked)) {
        response = errorResponse(416, "out_of_range", "the file is shorter than that");
        response.headers.append({"Content-Range", "bytes */" + QByteArray::number(facts.size)});
        return response;
    }
    Part part{.first = 0, .count = facts.size};
    if (const auto *some = std::get_if<Part>(&asked)) {
        part = *some;
        response.status = 206;
        response.headers.append({"Content-Range",
                                 "bytes " + QByteArray::number(part.first) + '-'
                                     + QByteArray::number(part.first + part.count - 1) + '/'
                                     + QByteArray::number(facts.size)});
    }
    response.file = FilePart{.file = file, .first = part.first, .count = part.count};
    return response;
}

Response answerFileAt(const RequestHead &head, const QString &path)
{
    const auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        qCInfo(httpLog).noquote() << "Cannot read" << path + u':' << file->errorString();
        return noSuchTrack();
    }
    return answerFile(head, file);
}

} // namespace Sync::Http
