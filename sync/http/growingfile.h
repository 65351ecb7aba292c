// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QObject>

#include <memory>

namespace Sync::Http {

/// A file that is still being written, for all who read along. The thread that made it.
class GrowingFile : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Growing,
        Whole,
        Broken, ///< it ends before its end
    };

    explicit GrowingFile(std::shared_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }

    [[nodiscard]] const std::shared_ptr<QFile> &file() const { return m_file; }
    /// So much of it is there.
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] State state() const { return m_state; }
    void become(qint64 size, State state);

Q_SIGNALS:
    void changed();

private:
    const std::shared_ptr<QFile> m_file;
    qint64 m_size = 0;
    State m_state = State::Growing;
};

} // namespace Sync::Http
