// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/house.h"

#include "app/library/cataloguereader.h"
#include "bench/insync/hall.h"
#include "support/patience.h"

#include <QEventLoop>
#include <QTimer>

#include <stdexcept>

using namespace Qt::StringLiterals;
namespace Native = Sync::Native;

namespace Bench {

namespace {

[[noreturn]] void fail(const std::string &what, Testing::RunningProgram &program)
{
    throw std::runtime_error(what + "; it said:\n" + program.log().right(2000).toStdString());
}

} // namespace

House::House(const QProcessEnvironment &sound, const Material &material)
    : m_sound(sound)
{
    const auto file = material.cut(u"noise.flac"_s, 0, material.frames());
    if (!file || !QFile::rename(*file, m_music.filePath(u"noise.flac"_s)))
        throw std::runtime_error("ffmpeg does not make the music");
    m_hub.start(u"segued"_s,
                {u"--port"_s, u"0"_s, u"--no-audio"_s, u"--name"_s, u"hub"_s, u"--pulse"_s, u"off"_s,
                 u"--data-dir"_s, m_data.path(), u"--music"_s, m_music.path()});
    m_port = m_hub.readyPort();
    if (m_port == 0 || !m_hub.waitForLog("1 added"))
        fail("the hub does not come up with its music", m_hub);
    m_remote.open(m_port);
    m_remote.join(u"remote"_s);
    await("the hub's devices", [this] { return !idOf(u"remote"_s).isEmpty(); });
}

void House::addOutput(const QString &sink, quint16 port)
{
    Output &output = *m_outputs.emplace_back(std::make_unique<Output>());
    output.program.setEnvironment(m_sound);
    output.program.start(u"segued"_s,
                         {u"--join"_s, u"ws://127.0.0.1:%1"_s.arg(port), u"--name"_s, sink,
                          u"--audio-device"_s, sink, u"--data-dir"_s, output.data.path(), u"--music"_s,
                          output.data.path()});
    await("the output " + sink.toStdString(), [&] { return !idOf(sink).isEmpty(); });
}

void House::removeOutput()
{
    if (m_outputs.back()->program.terminate() != 0)
        fail("an output does not end well", m_outputs.back()->program);
    m_outputs.pop_back();
}

void House::play()
{
    const auto tracks = Library::CatalogueReader(m_data.filePath(u"catalogue.sqlite"_s)).trackIds();
    m_remote.say(Native::Play{.trackId = tracks.value(0),
                              .context = {.fromIs = u"tracks"_s, .fromIsId = 0},
                              .tracks = std::nullopt});
    awaitSounding(int(m_outputs.size()));
}

void House::choose(const QStringList &sinks)
{
    QStringList ids;
    for (const QString &sink : sinks)
        ids << idOf(sink);
    m_remote.say(Native::ChooseOutputs{.devices = ids});
}

void House::awaitSounding(int count)
{
    await(std::to_string(count) + " outputs that sound", [=, this] { return m_remote.sounding() == count; });
}

QString House::idOf(const QString &sink) const
{
    for (const Native::Device &device : m_remote.last<Native::Devices>().value_or(Native::Devices()).devices)
        if (device.name == sink)
            return device.id;
    return {};
}

void House::await(const std::string &what, const std::function<bool()> &isTrue)
{
    QEventLoop loop;
    const auto look = [&] {
        if (isTrue())
            loop.quit();
    };
    bool inTime = true;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&] {
        inTime = false;
        loop.quit();
    });
    // Behind the client's own, which was connected first: it has read the message by then.
    QObject::connect(&m_remote.socket(), &QWebSocket::textMessageReceived, &loop, look);
    deadline.start(Testing::patienceMs);
    if (!isTrue())
        loop.exec();
    if (!inTime)
        fail("waiting in vain for " + what, m_outputs.empty() ? m_hub : m_outputs.back()->program);
}

std::unique_ptr<House> playingHouse(const QProcessEnvironment &sound, const Material &material)
{
    auto house = std::make_unique<House>(sound, material);
    for (const char *sink : sinkNames)
        house->addOutput(QString::fromLatin1(sink), house->port());
    house->play();
    return house;
}

} // namespace Bench
