// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace Player {

class PulseServer;

/// Something that can sound.
struct SoundDevice {
    QByteArray id;
    QString name;

    bool operator==(const SoundDevice &) const = default;
};

/// The devices this machine has now; they come and go. At first none are known. Not Qt's list: the server
/// may die, and Qt 6.4 does not get over that.
class SoundDevices : public QObject
{
    Q_OBJECT

public:
    explicit SoundDevices(QObject *parent = nullptr);
    ~SoundDevices() override;

    [[nodiscard]] QList<SoundDevice> all() const;
    /// The system's default; nothing where there are none.
    [[nodiscard]] std::optional<SoundDevice> usual() const;

Q_SIGNALS:
    void changed();

private:
    std::unique_ptr<PulseServer> m_server;
};

/// The one with this id; nothing for an empty one.
[[nodiscard]] std::optional<SoundDevice> deviceWith(const QByteArray &id, const QList<SoundDevice> &devices);

} // namespace Player
