// SPDX-License-Identifier: Apache-2.0
#include "support/lan/machine.h"
#include "support/patience.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

namespace Testing {

namespace {

// Whoever is on this bus may do anything there: it is the test's alone.
constexpr char busSettings[] =
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN\"\n"
    " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
    "<busconfig><type>session</type><listen>%1</listen><auth>EXTERNAL</auth><policy context=\"default\">\n"
    "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>\n"
    "</policy></busconfig>\n";

constexpr char avahiSettings[] =
    "[server]\nhost-name=%1\nuse-ipv4=yes\nuse-ipv6=yes\nratelimit-interval-usec=0\n"
    "[wide-area]\nenable-wide-area=no\n[publish]\npublish-workstation=no\n";

} // namespace

Machine::Machine(QString name, QString address, Where where)
    : m_name(std::move(name))
    , m_address(std::move(address))
    , m_where(where)
{
}

Machine::~Machine()
{
    for (QProcess *process : {&m_avahi, &m_bus, &m_holder}) {
        process->kill();
        process->waitForFinished(patienceMs);
    }
}

bool Machine::launch(QProcess &process, const QStringList &words, const QByteArray &sign)
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(words.first(), words.mid(1));
    const QDeadlineTimer deadline(patienceMs);
    QByteArray said;
    while (!said.contains(sign) && !deadline.hasExpired() && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(100);
        said += process.readAll();
    }
    if (said.contains(sign))
        return true;
    m_why = words.join(' ') + " did not start: " + process.errorString() + "\n" + said;
    return false;
}

bool Machine::start()
{
    return m_where == Where::Here
        || launch(m_holder,
                  {"unshare", "--net", "--mount", "sh", "-c",
                   "mount -t tmpfs none /run && ip link set lo up && echo there && exec cat"},
                  "there");
}

QString Machine::processId() const
{
    return QString::number(m_where == Where::Here ? QCoreApplication::applicationPid()
                                                  : m_holder.processId());
}

bool Machine::connectTo(const Machine &other)
{
    if (!runHere({"ip", "link", "add", "lan0", "netns", processId(), "type", "veth", "peer", "name", "lan0",
                  "netns", other.processId()}))
        return false;
    for (const Machine *machine : {static_cast<const Machine *>(this), &other})
        for (const QStringList &words :
             {QStringList{"ip", "address", "add", machine->m_address + "/24", "dev", "lan0"},
              QStringList{"ip", "link", "set", "lan0", "up"}})
            if (!runHere(machine->prefix() + words))
                return false;
    return true;
}

bool Machine::startBus()
{
    QFile settings(m_directory.filePath("bus.conf"));
    if (!settings.open(QIODevice::WriteOnly))
        return false;
    settings.write(QString(busSettings).arg(busAddress()).toUtf8());
    settings.close();
    return launch(
        m_bus,
        prefix()
            + QStringList{"dbus-daemon", "--nofork", "--print-address", "--config-file", settings.fileName()},
        "unix:");
}

bool Machine::startAvahi()
{
    QFile settings(m_directory.filePath("avahi.conf"));
    if (!settings.open(QIODevice::WriteOnly))
        return false;
    settings.write(QString(avahiSettings).arg(m_name).toUtf8());
    settings.close();
    m_avahi.setProcessEnvironment(environment());
    return launch(m_avahi,
                  prefix()
                      + QStringList{"avahi-daemon", "--no-drop-root", "--no-chroot", "--no-rlimits", "--file",
                                    settings.fileName()},
                  "Server startup complete");
}

void Machine::stopAvahi()
{
    m_avahi.terminate();
    m_avahi.waitForFinished(patienceMs);
}

QString Machine::busAddress() const { return "unix:path=" + m_directory.filePath("bus"); }

QStringList Machine::prefix() const
{
    if (m_where == Where::Here)
        return {};
    return {"nsenter", "--target", processId(), "--net", "--mount", "--"};
}

QProcessEnvironment Machine::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("DBUS_SYSTEM_BUS_ADDRESS", busAddress());
    return environment;
}

bool Machine::run(const QStringList &words) { return runHere(prefix() + words); }

bool Machine::runHere(const QStringList &words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(words.first(), words.mid(1));
    if (process.waitForFinished(patienceMs) && process.exitCode() == 0)
        return true;
    m_why = words.join(' ') + ": " + process.errorString() + "\n" + process.readAll();
    return false;
}

} // namespace Testing
