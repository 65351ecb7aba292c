// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hubwords.h"

#include "sync/limits.h"
#include "sync/protocol/fields.h"
#include "sync/protocol/nativefields.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace Sync::HubWords {

namespace {

constexpr auto kindKey = "say"_L1;
constexpr auto membersKind = "members"_L1;
constexpr auto leftKind = "left"_L1;
constexpr auto whoKind = "who"_L1;
constexpr auto volumeKind = "volume"_L1;

QJsonObject toJson(const Member &member, microseconds offset)
{
    QJsonObject json{{"connection"_L1, qint64(member.connection)},
                     {"plain"_L1, member.wire == Native::Wire::Plain},
                     {"device"_L1, member.device},
                     {"name"_L1, member.name},
                     {"output"_L1, member.output},
                     {"active"_L1, member.active},
                     {"condition"_L1, Native::conditionName(member.condition)},
                     {"confirmed_rev"_L1, std::max(member.confirmedRevision, qint64(0))},
                     {"confirmed_ms"_L1, qint64(member.confirmed.count())},
                     {"since_us"_L1, qint64((member.since.time_since_epoch() + offset).count())}};
    Native::writeVolume(json, member.volume);
    Native::writeTiming(json, member.timing);
    Native::writeTimekeeping(json, member.time);
    return json;
}

Member readMember(Fields &fields, microseconds offset)
{
    const bool plain = fields.flag("plain"_L1);
    return {.connection = Native::readId(fields, "connection"_L1),
            .wire = plain ? Native::Wire::Plain : Native::Wire::Native,
            .device = plain ? QString() : Native::readDeviceId(fields, "device"_L1),
            .name = Native::readName(fields, "name"_L1),
            .output = fields.flag("output"_L1),
            .active = fields.flag("active"_L1),
            .volume = Native::readVolume(fields),
            .timing = Native::readTiming(fields),
            .condition = Native::readCondition(fields),
            .time = Native::readTimekeeping(fields),
            .confirmedRevision = Native::readRevision(fields, "confirmed_rev"_L1),
            .confirmed = Native::readPosition(fields, "confirmed_ms"_L1),
            .since = HubTime(Native::readMicroseconds(fields, "since_us"_L1) - offset)};
}

QJsonObject toJson(const Members &word, microseconds offset)
{
    QJsonArray members;
    for (const Member &member : word.members)
        members.append(toJson(member, offset));
    return {{kindKey, membersKind}, {"members"_L1, members}};
}

QJsonObject toJson(const Left &word, microseconds)
{
    QJsonObject json{{kindKey, leftKind}, {"connection"_L1, qint64(word.connection)}};
    if (word.position)
        json["position_ms"_L1] = qint64(word.position->count());
    return json;
}

QJsonObject toJson(const WhoIsThere &, microseconds) { return {{kindKey, whoKind}}; }

QJsonObject toJson(const WishVolume &word, microseconds)
{
    QJsonObject json{{kindKey, volumeKind}, {"device"_L1, word.device}};
    Native::writeVolume(json, word.volume);
    return json;
}

Word read(Fields &fields, microseconds offset)
{
    const QString kind = fields.text(kindKey, 16);
    if (kind == volumeKind)
        return WishVolume{.device = Native::readDeviceId(fields, "device"_L1),
                          .volume = Native::readVolume(fields)};
    if (kind == membersKind) {
        Members word;
        for (Fields &entry : fields.objects("members"_L1, Limits::connections)) {
            word.members.append(readMember(entry, offset));
            fields.adopt("members"_L1, entry);
        }
        return word;
    }
    if (kind == leftKind)
        return Left{.connection = Native::readId(fields, "connection"_L1),
                    .position = fields.optional("position_ms"_L1, [&fields] {
                        return Native::readPosition(fields, "position_ms"_L1);
                    })};
    if (kind != whoKind)
        fields.fail(kindKey, "has an unknown value");
    return WhoIsThere{};
}

} // namespace

QByteArray serialize(const Word &word, microseconds offset)
{
    const QJsonObject json = std::visit([offset](const auto &what) { return toJson(what, offset); }, word);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::variant<Word, ParseError> parse(const QByteArray &text, microseconds offset)
{
    auto parsed = parseObject(text);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    Word word = read(fields, offset);
    if (!fields.ok())
        return fields.fault();
    return word;
}

} // namespace Sync::HubWords
