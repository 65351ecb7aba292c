// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativemessages.h"

#include <QWebSocket>

#include <ranges>

namespace Testing {

/// A client of the native wire without any of Link's wits: says what it is told to, remembers what it hears.
class NativeClient : public QObject
{
    Q_OBJECT

public:
    /// As this machine, or as whoever has @p token.
    void open(quint16 port, const QByteArray &token = {});
    /// As the television that has @p token.
    void openAsTv(quint16 port, const QByteArray &token);
    /// The hub speaks first: what is said earlier waits for its hello.
    void say(const QByteArray &message);
    void say(const Sync::Native::ClientMessage &message) { say(Sync::Native::serialize(message)); }
    void join(const QString &device, bool output = false);

    /// The newest message of this kind, if any.
    template <typename T> [[nodiscard]] std::optional<T> last() const
    {
        for (const auto &message : std::ranges::reverse_view(m_heard))
            if (const auto *found = std::get_if<T>(&message))
                return *found;
        return std::nullopt;
    }
    template <typename T> [[nodiscard]] int count() const
    {
        return int(std::count_if(m_heard.cbegin(), m_heard.cend(),
                                 [](const auto &message) { return std::holds_alternative<T>(message); }));
    }
    [[nodiscard]] const QList<Sync::Native::HubMessage> &heard() const { return m_heard; }
    /// What could not be understood.
    [[nodiscard]] const QByteArrayList &odd() const { return m_odd; }
    [[nodiscard]] qint64 revision() const;
    [[nodiscard]] qint64 queueRevision() const;
    [[nodiscard]] std::optional<Sync::PlayerState> player() const;
    /// By whom the music is paused; nothing before the first track.
    [[nodiscard]] std::optional<Sync::PausedBy> pausedBy() const;
    /// How many devices say that they make a sound.
    [[nodiscard]] int sounding() const;
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

private:
    void listen();

    QList<Sync::Native::HubMessage> m_heard;
    QByteArrayList m_odd;
    QByteArrayList m_said;
    QWebSocket m_socket;
};

} // namespace Testing
