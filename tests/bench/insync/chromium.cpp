// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/chromium.h"

#include "support/patience.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <memory>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int stepMs = 100;
constexpr auto portMark = "DevTools listening on ";

} // namespace

Chromium::Chromium(const QProcessEnvironment &environment, const QUrl &page)
{
    m_process.setProcessEnvironment(environment);
    m_process.start(u"chromium"_s,
                    {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--no-first-run"_s,
                     u"--lang=en"_s, u"--remote-debugging-port=0"_s, u"--remote-allow-origins=*"_s,
                     u"--user-data-dir="_s + m_folder.path(), page.toString()});
    if (!m_process.waitForStarted())
        throw std::runtime_error("chromium does not start");
    QEventLoop loop;
    QObject::connect(&m_socket, &QWebSocket::connected, &loop, &QEventLoop::quit);
    QTimer::singleShot(Testing::patienceMs, &loop, &QEventLoop::quit);
    m_socket.open(addressOfPage(awaitPort()));
    loop.exec();
    if (!m_socket.isValid())
        throw std::runtime_error("chromium's page cannot be reached");
}

Chromium::~Chromium()
{
    const QJsonObject question{{"id"_L1, 2}, {"method"_L1, "Browser.close"_L1}};
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(question).toJson(QJsonDocument::Compact)));
    m_socket.flush();
    if (!m_process.waitForFinished(Testing::patienceMs)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Chromium::press(const QString &button)
{
    const auto script = uR"(new Promise((resolve) => {
        const look = setInterval(() => {
            const found = [...document.querySelectorAll('button')].find((one) => one.textContent.includes('%1'));
            if (!found)
                return;
            clearInterval(look);
            found.click();
            resolve('pressed');
        }, 50);
    }))"_s.arg(button);
    // A page that is still being loaded takes the question with it when it goes, and says so.
    for (const QDeadlineTimer deadline(Testing::patienceMs); !deadline.hasExpired();)
        if (evaluate(script).value("value"_L1) == "pressed"_L1)
            return;
    const auto shown = evaluate(u"document.body.innerText"_s).value("value"_L1).toString();
    throw std::runtime_error("the page has no button " + button.toStdString()
                             + ", but: " + shown.left(500).toStdString());
}

quint16 Chromium::awaitPort()
{
    QByteArray said;
    for (const QDeadlineTimer deadline(Testing::patienceMs); !deadline.hasExpired();) {
        said += m_process.readAllStandardError();
        const auto at = said.indexOf(portMark);
        if (at >= 0 && said.indexOf('\n', at) > at)
            return quint16(
                QUrl(QString::fromUtf8(said.mid(at + qsizetype(qstrlen(portMark))).split('\n').first()))
                    .port(0));
        m_process.waitForReadyRead(stepMs);
        if (m_process.state() == QProcess::NotRunning)
            break;
    }
    throw std::runtime_error("chromium does not come up: " + said.right(1000).toStdString());
}

QUrl Chromium::addressOfPage(quint16 port)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/json/list"_s.arg(port)));
    request.setTransferTimeout(Testing::patienceMs);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QByteArray answer = reply->readAll();
    for (const auto &target : QJsonDocument::fromJson(answer).array())
        if (target["type"_L1] == "page"_L1)
            return QUrl(target["webSocketDebuggerUrl"_L1].toString());
    throw std::runtime_error("chromium has no page: " + answer.toStdString());
}

QJsonObject Chromium::evaluate(const QString &script)
{
    QJsonObject answer;
    QEventLoop loop;
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &loop, [&](const QString &text) {
        answer = QJsonDocument::fromJson(text.toUtf8()).object();
        loop.quit();
    });
    QTimer::singleShot(Testing::patienceMs, &loop, &QEventLoop::quit);
    const QJsonObject parameters{
        {"expression"_L1, script}, {"awaitPromise"_L1, true}, {"userGesture"_L1, true}};
    const QJsonObject question{{"id"_L1, 1}, {"method"_L1, "Runtime.evaluate"_L1}, {"params"_L1, parameters}};
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(question).toJson(QJsonDocument::Compact)));
    loop.exec();
    return answer.value("result"_L1).toObject().value("result"_L1).toObject();
}

} // namespace Bench
