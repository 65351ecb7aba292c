// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/devicesink.h"

#include "app/player/engine/nullsink.h"
#include "app/player/logging.h"

#include <utility>

namespace Player {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds triedAgainAfter = 250ms; // a stream that died
constexpr SoundFormat silentFormat{.sampleRate = 48000, .channels = 2};

} // namespace

DeviceSink::DeviceSink(QObject *parent)
    : QObject(parent)
{
    m_again.setSingleShot(true);
    m_again.setInterval(triedAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &DeviceSink::changed);
    connect(&m_server, &PulseServer::devicesChanged, this, &DeviceSink::mindDevices);
    connect(&m_server, &PulseServer::lost, this, &DeviceSink::changed);
}

DeviceSink::~DeviceSink() = default;

void DeviceSink::setWanted(const SoundDevice &device)
{
    m_wanted = device;
    mindDevices();
}

void DeviceSink::open(const Mixer::Listeners &listeners)
{
    m_device = bestDevice(m_wanted, m_server.usualDevice(), m_server.devices());
    const SoundFormat format = m_device ? m_device->format : silentFormat;
    m_mixer = std::make_shared<Mixer>(format, listeners);
    m_pace = std::make_shared<Pace>(
        format, [mixer = m_mixer](std::span<float> samples) { return mixer->pull(samples); });
    const auto pull = [pace = m_pace](std::span<float> samples) { return pace->pull(samples); };
    const auto failed = [this] {
        QMetaObject::invokeMethod(&m_again, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    };
    if (m_device)
        m_sink = m_server.open(*m_device, {.pull = pull, .failed = failed});
    else
        m_sink = std::make_unique<NullSink>(format, pull);
    sayWhere();
}

std::optional<std::int64_t> DeviceSink::cut()
{
    const auto unheard = m_sink->cut([this] {
        m_pace->cut();
        m_mixer->cut();
    });
    return unheard ? std::optional(m_pace->sourceAt(*unheard)) : std::nullopt;
}

void DeviceSink::setPace(const std::optional<int> &ppm)
{
    if (ppm)
        m_pace->set(*ppm);
    else
        m_pace->unset();
}

void DeviceSink::close()
{
    m_again.stop();
    m_sink.reset();
    m_pace.reset();
    m_mixer.reset();
}

void DeviceSink::mindDevices()
{
    if (!isOpen())
        return Q_EMIT changed();
    if (bestDevice(m_wanted, m_server.usualDevice(), m_server.devices()) == m_device)
        return sayWhere();
    if (m_device && !deviceLike({.id = m_device->id}, m_server.devices()))
        Q_EMIT unplugged();
    Q_EMIT changed();
}

void DeviceSink::sayWhere()
{
    if (!m_device)
        notice(tr("No sound device: playing in silence."));
    else if (!m_wanted.isEmpty() && !deviceLike(m_wanted, {*m_device}))
        notice(tr("The chosen sound device is not there: playing on %1.").arg(m_device->name));
    else
        notice({});
}

void DeviceSink::notice(const QString &sentence)
{
    if (std::exchange(m_lastNotice, sentence) == sentence)
        return;
    if (!sentence.isEmpty())
        qCInfo(playerLog).noquote() << sentence;
    Q_EMIT noticed(sentence);
}

} // namespace Player
