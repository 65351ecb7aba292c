// SPDX-License-Identifier: Apache-2.0
#include "sync/session/devicememory.h"

#include "sync/limits.h"
#include "sync/protocol/nativefields.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

constexpr auto namesKey = "names"_L1;
constexpr auto outputsKey = "outputs"_L1;

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

void DeviceMemory::gone(const Output &output) { addNewest(m_away, output); }

std::optional<bool> DeviceMemory::returned(const QString &device)
{
    const auto found = std::ranges::find(m_away, device, &Output::device);
    if (found == m_away.end())
        return std::nullopt;
    const bool active = found->active;
    m_away.erase(found);
    return active;
}

void DeviceMemory::chooseOthers()
{
    for (Output &away : m_away)
        away.active = false;
}

void DeviceMemory::write(QJsonObject &json, const QList<Output> &here) const
{
    QJsonArray names;
    for (const Name &name : m_names)
        names.append(
            QJsonObject{{"device"_L1, name.device}, {"said"_L1, name.said}, {"given"_L1, name.given}});
    json.insert(namesKey, names);
    const QList<Output> all = m_away + here;
    QJsonArray outputs;
    for (const Output &output : all.last(std::min(all.size(), Limits::devicesRemembered)))
        outputs.append(QJsonObject{{"device"_L1, output.device}, {"active"_L1, output.active}});
    json.insert(outputsKey, outputs);
}

DeviceMemory DeviceMemory::read(Fields &fields)
{
    DeviceMemory memory;
    if (fields.has(namesKey))
        for (Fields &entry : fields.objects(namesKey, Limits::devicesRemembered)) {
            memory.m_names.append({.device = Native::readDeviceId(entry, "device"_L1),
                                   .said = Native::readName(entry, "said"_L1),
                                   .given = Native::readName(entry, "given"_L1)});
            fields.adopt(namesKey, entry);
        }
    if (fields.has(outputsKey))
        for (Fields &entry : fields.objects(outputsKey, Limits::devicesRemembered)) {
            memory.m_away.append(
                {.device = Native::readDeviceId(entry, "device"_L1), .active = entry.flag("active"_L1)});
            fields.adopt(outputsKey, entry);
        }
    return memory;
}

} // namespace Sync
