// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <deque>

struct pa_context;
struct pa_mainloop;
struct pa_stream;

namespace Testing {

/// A program that opens streams on a sound server, silent ones, as quickly as that takes them.
class Streams
{
public:
    explicit Streams(const QByteArray &server);
    ~Streams();
    Q_DISABLE_COPY_MOVE(Streams)

    [[nodiscard]] bool isReady() const;
    /// Opens one more, and closes the oldest where there are @p most. False where the server refuses.
    [[nodiscard]] bool open(const char *sink, int most);

private:
    pa_mainloop *m_loop;
    pa_context *m_context;
    std::deque<pa_stream *> m_streams;
};

} // namespace Testing
