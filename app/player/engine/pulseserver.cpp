// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/pulseserver.h"

#include "app/player/logging.h"

#include <QCoreApplication>

#include <pulse/pulseaudio.h>

#include <tuple>
#include <utility>

namespace Player {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds retrySoon = 250ms; // a server that restarts
constexpr std::chrono::milliseconds retryLater = 5s; // a machine that has none
constexpr int soonAtMost = 40;

int bitsOf(pa_sample_format_t format)
{
    if (format == PA_SAMPLE_FLOAT32LE || format == PA_SAMPLE_FLOAT32BE)
        return 32;
    if (format == PA_SAMPLE_S24_32LE || format == PA_SAMPLE_S24_32BE)
        return 24;
    return int(pa_sample_size_of_format(format)) * 8;
}

SoundDevice from(const pa_sink_info &sink)
{
    return {.id = sink.name,
            .name = QString::fromUtf8(sink.description),
            .format = {.sampleRate = int(sink.sample_spec.rate),
                       .channels = sink.sample_spec.channels,
                       .bits = bitsOf(sink.sample_spec.format)}};
}

} // namespace

/// One connection; its callbacks come in the main loop's thread, which holds the lock then.
class PulseServer::Connection
{
public:
    explicit Connection(PulseServer &server);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] Pulse::Context context() const { return {m_loop, m_context}; }

private:
    template <typename Method> void tell(const Method &method)
    {
        QMetaObject::invokeMethod(&m_server, method, Qt::QueuedConnection);
    }
    void mindState();
    void ask();

    PulseServer &m_server;
    pa_threaded_mainloop *m_loop = pa_threaded_mainloop_new();
    pa_context *m_context = nullptr;
    QList<SoundDevice> m_found;
    QByteArray m_usual;
};

PulseServer::Connection::Connection(PulseServer &server)
    : m_server(server)
{
    const QByteArray name = QCoreApplication::applicationName().toUtf8();
    m_context = pa_context_new(pa_threaded_mainloop_get_api(m_loop), name.constData());
    pa_context_set_state_callback(
        m_context, [](pa_context *, void *self) { static_cast<Connection *>(self)->mindState(); }, this);
    pa_context_set_subscribe_callback(
        m_context,
        [](pa_context *, pa_subscription_event_type_t, uint32_t, void *self) {
            static_cast<Connection *>(self)->ask();
        },
        this);
    // A refusal is told twice, here and to the callback: the second is enough.
    std::ignore = pa_context_connect(m_context, nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr);
    pa_threaded_mainloop_start(m_loop);
}

PulseServer::Connection::~Connection()
{
    pa_threaded_mainloop_stop(m_loop);
    pa_context_set_state_callback(m_context, nullptr, nullptr);
    pa_context_disconnect(m_context);
    pa_context_unref(m_context);
    pa_threaded_mainloop_free(m_loop);
}

void PulseServer::Connection::mindState()
{
    const pa_context_state_t state = pa_context_get_state(m_context);
    if (state == PA_CONTEXT_READY) {
        const auto events = pa_subscription_mask_t(PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SERVER);
        pa_operation_unref(pa_context_subscribe(m_context, events, nullptr, nullptr));
        ask();
    } else if (!PA_CONTEXT_IS_GOOD(state)) {
        tell([server = &m_server] { server->lose(); });
    }
}

void PulseServer::Connection::ask()
{
    pa_operation_unref(pa_context_get_server_info(
        m_context,
        [](pa_context *, const pa_server_info *info, void *self) {
            static_cast<Connection *>(self)->m_usual = info ? info->default_sink_name : nullptr;
        },
        this));
    pa_operation_unref(pa_context_get_sink_info_list(
        m_context,
        [](pa_context *, const pa_sink_info *sink, int end, void *data) {
            auto &self = *static_cast<Connection *>(data);
            if (end == 0)
                return self.m_found.append(from(*sink));
            const auto found = std::exchange(self.m_found, {});
            if (end > 0)
                self.tell(
                    [server = &self.m_server, found, usual = self.m_usual] { server->take(found, usual); });
        },
        this));
}

PulseServer::PulseServer(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &PulseServer::connectNow);
    connectNow();
}

PulseServer::~PulseServer() = default;

void PulseServer::connectNow() { m_connection = std::make_unique<Connection>(*this); }

std::unique_ptr<Sink> PulseServer::open(const SoundDevice &device, PulseListeners listeners)
{
    if (m_devices.isEmpty())
        return nullptr;
    return std::make_unique<PulseSink>(m_connection->context(), device.id, device.format,
                                       std::move(listeners));
}

void PulseServer::take(const QList<SoundDevice> &devices, const QByteArray &usual)
{
    m_attempts = 0;
    if (std::exchange(m_settled, true) && devices == m_devices && usual == m_usual)
        return;
    m_devices = devices;
    m_usual = usual;
    Q_EMIT devicesChanged();
}

void PulseServer::lose()
{
    const bool had = !m_devices.isEmpty();
    m_devices.clear();
    m_usual.clear();
    if (had) {
        qCInfo(playerLog) << "The sound server is gone.";
        Q_EMIT lost();
    }
    if (!std::exchange(m_settled, true))
        Q_EMIT devicesChanged();
    m_retry.start(m_attempts++ < soonAtMost ? retrySoon : retryLater);
}

} // namespace Player
