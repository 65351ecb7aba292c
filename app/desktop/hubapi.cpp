// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/hubapi.h"

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

QString sentenceAboutUsers(const QJsonObject &error)
{
    const QString code = error.value("code"_L1).toString();
    if (code == "name_taken"_L1)
        return HubApi::tr("Another profile has this name.");
    if (code == "user_in_use"_L1)
        return HubApi::tr("Devices play as this profile now. Let them switch to another one first.");
    if (code == "too_many_users"_L1)
        return HubApi::tr("This hub has as many profiles as it can have.");
    if (code == "bad_field"_L1 && error.value("field"_L1).toString() == "name"_L1)
        return HubApi::tr("This name is too long, or has characters that cannot be shown.");
    return {};
}

QString sentenceFor(int status, const QJsonObject &error)
{
    if (status == 0)
        return HubApi::tr("The hub does not answer. Try again in a moment.");
    if (status == 401 || status == 403)
        return HubApi::tr(
            "This device may not do that. A device that may let others in can change its role.");
    if (status == 404)
        return HubApi::tr("That is over: somebody else has decided, or it was given up.");
    if (error.value("code"_L1).toString() == "lan_is_off"_L1)
        return HubApi::tr(
            "This hub listens on its own machine only. Let devices on your network join first.");
    if (const QString sentence = sentenceAboutUsers(error); !sentence.isEmpty())
        return sentence;
    return HubApi::tr("The hub refused (%1): %2.").arg(status).arg(error.value("message"_L1).toString());
}

HubApi::Answer answerOf(const Sync::HubHttp::Answer &answer)
{
    if (answer.isGood())
        return answer.json;
    return HubApi::Refusal{.sentence = sentenceFor(answer.status, answer.json.value("error"_L1).toObject()),
                           .status = answer.status};
}

} // namespace

HubApi::HubApi(const QUrl &hub, const QByteArray &token, QObject *parent)
    : QObject(parent)
{
    setHub(hub, token);
}

void HubApi::get(const QString &path, const Then &then)
{
    m_http.get(path, [then](const auto &answer) { then(answerOf(answer)); });
}

void HubApi::send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Then &then)
{
    m_http.send(verb, path, body, [then](const auto &answer) { then(answerOf(answer)); });
}

} // namespace Desktop
