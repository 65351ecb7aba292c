// SPDX-License-Identifier: Apache-2.0
#include "sync/link/hubtokens.h"

#include "sync/logging.h"
#include "sync/protocol/fields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

constexpr qsizetype mostHubs = 1000;
constexpr qsizetype mostBytes = 1024; ///< of any text in the file

KnownHub hubFrom(Fields &fields)
{
    return {.id = fields.text("hub"_L1, mostBytes),
            .name = fields.text("name"_L1, mostBytes),
            .address = QUrl(fields.text("address"_L1, mostBytes)),
            .token = fields.text("token"_L1, mostBytes).toLatin1()};
}

/// The port and the host alone tell one from another.
bool isSame(const QUrl &one, const QUrl &other)
{
    return one.host() == other.host() && one.port() == other.port();
}

std::optional<KnownHub> first(const QList<KnownHub> &hubs, const auto &fits)
{
    const auto found = std::ranges::find_if(hubs, fits);
    return found == hubs.end() ? std::nullopt : std::optional(*found);
}

} // namespace

HubTokens::HubTokens(QString path)
    : m_path(std::move(path))
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(linkLog).noquote() << "The file" << m_path << "cannot be read:" << file.errorString();
        return;
    }
    const auto parsed = parseObject(file.readAll());
    ParseError fault =
        std::holds_alternative<ParseError>(parsed) ? std::get<ParseError>(parsed) : ParseError();
    if (const auto *fields = std::get_if<Fields>(&parsed)) {
        Fields all = *fields;
        for (Fields &one : all.objects("hubs"_L1, mostHubs)) {
            KnownHub hub = hubFrom(one);
            if (one.ok())
                m_hubs.append(hub);
            else
                fault = one.fault();
        }
        if (!all.ok())
            fault = all.fault();
    }
    if (!fault.reason.isEmpty())
        qCWarning(linkLog).noquote() << "Something in" << m_path << "is not understood:" << fault.field
                                     << fault.reason << "- its hub will be asked again.";
}

std::optional<KnownHub> HubTokens::at(const QUrl &address) const
{
    return first(m_hubs, [&](const KnownHub &hub) { return isSame(hub.address, address); });
}

std::optional<KnownHub> HubTokens::named(const QString &word) const
{
    return first(m_hubs, [&](const KnownHub &hub) {
        return hub.id == word || hub.name.compare(word, Qt::CaseInsensitive) == 0;
    });
}

void HubTokens::keep(const KnownHub &hub)
{
    if (m_hubs.contains(hub))
        return;
    m_hubs.removeIf(
        [&](const KnownHub &one) { return one.id == hub.id || isSame(one.address, hub.address); });
    m_hubs.append(hub);
    write();
}

void HubTokens::forget(const QString &id)
{
    if (m_hubs.removeIf([&](const KnownHub &one) { return one.id == id; }) > 0)
        write();
}

void HubTokens::write() const
{
    QJsonArray hubs;
    for (const KnownHub &hub : m_hubs)
        hubs.append(QJsonObject{{"hub"_L1, hub.id},
                                {"name"_L1, hub.name},
                                {"address"_L1, hub.address.toString()},
                                {"token"_L1, QString::fromLatin1(hub.token)}});
    const QByteArray text = QJsonDocument(QJsonObject{{"hubs"_L1, hubs}}).toJson();
    QSaveFile file(m_path);
    // Before there is anything in it.
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    if (!written)
        qCWarning(linkLog).noquote() << "The file" << m_path << "cannot be written:" << file.errorString()
                                     << "- this hub will be asked again after a restart.";
}

} // namespace Sync
