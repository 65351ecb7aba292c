// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/source.h"

#include <QFuture>

namespace Testing {

/// What a source has told since it was asked last, in words; and that what it tells of itself is never older.
class Heard : public QObject
{
public:
    explicit Heard(Sync::Sources::Source &source)
    {
        connect(&source, &Sync::Sources::Source::happened, this,
                [this](const Sync::Sources::Event &event) { m_events.append(event); });
    }

    [[nodiscard]] const QList<Sync::Sources::Event> &all() const { return m_events; }
    [[nodiscard]] QStringList names(const QString &player = {}) const
    {
        QStringList names;
        for (const auto &event : m_events)
            if (player.isEmpty() || event.player == player)
                names.append(event.event);
        return names;
    }
    [[nodiscard]] int count(const QString &name) const { return int(names().count(name)); }
    [[nodiscard]] bool has(const QString &name) const { return count(name) > 0; }
    void forget() { m_events.clear(); }

private:
    QList<Sync::Sources::Event> m_events;
};

/// What became of a command, as soon as it has; "?" until then.
class Asked
{
public:
    explicit Asked(QFuture<QString> future)
        : m_future(std::move(future))
    {
    }
    [[nodiscard]] QString reason() const
    {
        return m_future.isFinished() && m_future.resultCount() == 1 ? m_future.result() : QStringLiteral("?");
    }

private:
    QFuture<QString> m_future;
};

} // namespace Testing
