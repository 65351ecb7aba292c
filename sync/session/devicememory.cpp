// SPDX-License-Identifier: Apache-2.0
#include "sync/session/devicememory.h"

#include "sync/limits.h"
#include "sync/protocol/nativefields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

template <typename Entry> void addNewest(QList<Entry> &entries, const Entry &entry)
{
    entries.removeIf([&](const Entry &old) { return old.device == entry.device; });
    entries.append(entry);
    if (entries.size() > Limits::devicesRemembered)
        entries.removeFirst();
}

} // namespace

QString DeviceMemory::nameOf(const QString &device, const QString &said) const
{
    const auto found = std::ranges::find(m_names, device, &Name::device);
    return found != m_names.end() && found->said == said ? found->given : said;
}

std::optional<QString> DeviceMemory::saidBy(const QString &device) const
{
    const auto found = std::ranges::find(m_names, device, &Name::device);
    return found == m_names.end() ? std::nullopt : std::optional(found->said);
}

void DeviceMemory::rename(const QString &device, const QString &said, const QString &given)
{
    addNewest(m_names, {.device = device, .said = said, .given = given});
}

void DeviceMemory::heard(const QString &device, const QString &said)
{
    m_names.removeIf([&](const Name &name) { return name.device == device && name.said != said; });
}

void DeviceMemory::lost(const QString &device, bool active)
{
    addNewest(m_away, {.device = device, .active = active});
}

std::optional<bool> DeviceMemory::returned(const QString &device)
{
    const auto found = std::ranges::find(m_away, device, &Away::device);
    if (found == m_away.end())
        return std::nullopt;
    const bool active = found->active;
    m_away.erase(found);
    return active;
}

void DeviceMemory::chooseOthers()
{
    for (Away &away : m_away)
        away.active = false;
}

QJsonArray DeviceMemory::toJson() const
{
    QJsonArray json;
    for (const Name &name : m_names)
        json.append(QJsonObject{
            {"device"_L1, name.device}, {"said"_L1, name.said}, {"given"_L1, name.given}});
    return json;
}

DeviceMemory DeviceMemory::from(Fields &fields, QLatin1StringView key)
{
    DeviceMemory memory;
    for (Fields &entry : fields.objects(key, Limits::devicesRemembered)) {
        memory.m_names.append({.device = Native::readDeviceId(entry, "device"_L1),
                               .said = Native::readName(entry, "said"_L1),
                               .given = Native::readName(entry, "given"_L1)});
        fields.adopt(key, entry);
    }
    return memory;
}

} // namespace Sync
