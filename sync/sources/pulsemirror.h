// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/source.h"

#include <QList>

#include <map>

namespace Sync::Sources {

/// What a sound server says of itself.
namespace Pulse {

struct Sink {
    quint32 index = 0;
    QString name;
    QString description;
    SinkFacts::State state = SinkFacts::State::Suspended;
    double volume = 0; ///< see SinkFacts
    bool muted = false;

    bool operator==(const Sink &) const = default;
};
struct Input {
    quint32 index = 0;
    QString name;
    quint32 sink = 0; ///< its index
    double volume = 0;
    bool muted = false;

    bool operator==(const Input &) const = default;
};
struct Card {
    quint32 index = 0;
    QString name;
    QString profile; ///< the active one

    bool operator==(const Card &) const = default;
};
struct DefaultSink {
    QString name;
};
enum class Kind { Sink, Input, Card };
struct Gone {
    Kind kind = Kind::Sink;
    quint32 index = 0;
};
/// All there is.
struct Listing {
    QList<Sink> sinks;
    QList<Input> inputs;
    QList<Card> cards;
    QString defaultSink;
};

using News = std::variant<Sink, Input, Card, DefaultSink, Gone, Listing>;

} // namespace Pulse

/// What one sound server is, kept from what it says, and what events that makes: one for each difference that
/// can be seen, and none where it only says something again. A value. Sinks stay known while the server is
/// away.
class PulseMirror
{
public:
    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    [[nodiscard]] std::vector<SinkFacts> sinks() const;
    [[nodiscard]] std::vector<InputFacts> inputs() const;
    [[nodiscard]] bool hasSink(const QString &name) const;
    [[nodiscard]] bool hasInput(quint32 index) const { return m_inputs.contains(index); }
    /// There is more of something than is kept (Limits).
    [[nodiscard]] bool isFull() const { return m_isFull; }
    /// It was so, and is much less full now: those beyond are worth asking for.
    [[nodiscard]] bool hasRoomAgain() const;

    // What has come of it, in order
    [[nodiscard]] QList<Event> take(const Pulse::News &news);
    [[nodiscard]] QList<Event> lose();

private:
    struct Known {
        Pulse::Sink sink;
        bool online = true;
    };

    void on(const Pulse::Sink &sink);
    void on(const Pulse::Input &input);
    void on(const Pulse::Card &card);
    void on(const Pulse::DefaultSink &sink);
    void on(const Pulse::Gone &gone);
    void on(const Pulse::Listing &listing);
    void removeSink(const QString &name);
    void removeInput(quint32 index);
    void removeCard(quint32 index);
    [[nodiscard]] const Pulse::Sink *sinkAt(quint32 index) const;
    [[nodiscard]] SinkFacts factsOf(const Known &known) const;
    [[nodiscard]] InputFacts factsOf(const Pulse::Input &input) const;
    void tell(QLatin1StringView event, const QJsonObject &data = {});

    std::map<QString, Known> m_sinks; ///< by name
    std::map<quint32, Pulse::Input> m_inputs;
    std::map<quint32, Pulse::Card> m_cards;
    QString m_defaultSink;
    bool m_isOnline = false;
    bool m_isFull = false;
    QList<Event> m_told; ///< by what is being taken
};

} // namespace Sync::Sources
