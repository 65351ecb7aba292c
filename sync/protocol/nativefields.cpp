// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/nativefields.h"

#include "sync/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace Sync::Native {

namespace {

constexpr std::array conditionNames{
    WireName<Condition>{Condition::Idle, "idle"_L1},
    WireName<Condition>{Condition::Loading, "loading"_L1},
    WireName<Condition>{Condition::Sounding, "sounding"_L1},
    WireName<Condition>{Condition::Paused, "paused"_L1},
    WireName<Condition>{Condition::Missing, "missing"_L1},
    WireName<Condition>{Condition::Failed, "failed"_L1},
    WireName<Condition>{Condition::Silent, "silent"_L1},
};

constexpr std::array timingNames{
    WireName<Timing>{Timing::Loose, "loose"_L1},
    WireName<Timing>{Timing::Close, "close"_L1},
    WireName<Timing>{Timing::Exact, "exact"_L1},
};

constexpr auto timingKey = "timing"_L1;
constexpr auto errorKey = "error_us"_L1;
constexpr auto clockErrorKey = "clock_error_us"_L1;
constexpr auto paceKey = "pace_ppm"_L1;

bool isIdCharacter(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
}

bool isDeviceId(const QString &id) { return !id.isEmpty() && std::ranges::all_of(id, isIdCharacter); }

} // namespace

bool canSound(Condition condition)
{
    switch (condition) {
    case Condition::Missing:
    case Condition::Failed:
    case Condition::Silent:
        return false;
    case Condition::Idle:
    case Condition::Loading:
    case Condition::Sounding:
    case Condition::Paused:
        return true;
    }
    Q_UNREACHABLE();
}

quint64 readId(Fields &fields, QLatin1StringView key)
{
    return quint64(fields.integer(key, 0, qint64(maxId)));
}

milliseconds readPosition(Fields &fields, QLatin1StringView key)
{
    return milliseconds(fields.integer(key, 0, Limits::longestTrack.count()));
}

microseconds readMicroseconds(Fields &fields, QLatin1StringView key)
{
    return microseconds(fields.integer(key, -qint64(maxId), qint64(maxId)));
}

qint64 readRevision(Fields &fields, QLatin1StringView key) { return fields.integer(key, 0, qint64(maxId)); }

QString readName(Fields &fields, QLatin1StringView key) { return fields.text(key, Limits::nameBytes); }

QString readDeviceId(Fields &fields, QLatin1StringView key)
{
    const QString id = fields.text(key, Limits::deviceIdBytes);
    if (!isDeviceId(id))
        fields.fail(key, "may only have letters, digits, '.', '_' and '-'");
    return id;
}

QStringList readDeviceIds(Fields &fields, QLatin1StringView key)
{
    QStringList ids = fields.texts(key, Limits::devicesListed, Limits::deviceIdBytes);
    if (!std::ranges::all_of(ids, isDeviceId))
        fields.fail(key, "has an entry that is not a device's id");
    return ids;
}

Volume readVolume(Fields &fields)
{
    return {.percent = fields.optional("volume"_L1,
                                       [&] { return int(fields.integer("volume"_L1, 0, Limits::loudest)); }),
            .muted = fields.optional("muted"_L1, [&] { return fields.flag("muted"_L1); })};
}

void writeVolume(QJsonObject &json, const Volume &volume)
{
    if (volume.percent)
        json.insert("volume"_L1, *volume.percent);
    if (volume.muted)
        json.insert("muted"_L1, *volume.muted);
}

Timing readTiming(Fields &fields)
{
    return fields.optional(timingKey, [&] { return fields.choice(timingKey, timingNames); })
        .value_or(Timing::Loose);
}

void writeTiming(QJsonObject &json, Timing timing)
{
    if (timing != Timing::Loose)
        json.insert(timingKey, wireName(timing, timingNames));
}

Context readContext(Fields &fields)
{
    return {.fromIs = fields.text("from_is"_L1, Limits::contextKindBytes),
            .fromIsId = readId(fields, "from_is_id"_L1)};
}

void writeContext(QJsonObject &json, const Context &context)
{
    json.insert("from_is"_L1, context.fromIs);
    json.insert("from_is_id"_L1, qint64(context.fromIsId));
}

Condition readCondition(Fields &fields) { return fields.choice("condition"_L1, conditionNames); }

QLatin1StringView conditionName(Condition condition) { return wireName(condition, conditionNames); }

Timekeeping readTimekeeping(Fields &fields)
{
    constexpr microseconds most = 1h;
    constexpr int million = 1'000'000;
    return {.error = microseconds(fields.integer(errorKey, -most.count(), most.count())),
            .clockError = fields.optional(
                clockErrorKey, [&] { return microseconds(fields.integer(clockErrorKey, 0, most.count())); }),
            .pacePpm =
                fields.optional(paceKey, [&] { return int(fields.integer(paceKey, -million, million)); })
                    .value_or(0)};
}

void writeTimekeeping(QJsonObject &json, const Timekeeping &time)
{
    json.insert(errorKey, qint64(time.error.count()));
    if (time.clockError)
        json.insert(clockErrorKey, qint64(time.clockError->count()));
    if (time.pacePpm != 0)
        json.insert(paceKey, time.pacePpm);
}

} // namespace Sync::Native
