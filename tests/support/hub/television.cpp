// SPDX-License-Identifier: Apache-2.0
#include "support/hub/television.h"

using namespace Qt::StringLiterals;

namespace Testing {

QByteArray letTvIn(quint16 port, const QString &device, const QString &role)
{
    const QJsonObject asked =
        ask(port, "POST /api/v1/pairing/requests",
            QJsonObject{{"device"_L1, device}, {"name"_L1, u"TV "_s + device}, {"kind"_L1, "tv"_L1}}, asStranger)
            .json();
    const QByteArray request =
        "POST /api/v1/pairing/requests/" + asked.value("request"_L1).toString().toLatin1();
    if (ask(port, request + "/allow", QJsonObject{{"role"_L1, role}}).status != 204)
        return {};
    return ask(port, request, QJsonObject{{"secret"_L1, asked.value("secret"_L1)}}, asStranger)
        .json()
        .value("token"_L1)
        .toString()
        .toLatin1();
}

HttpAnswer askAsTv(quint16 port, QByteArray line, const QByteArray &token, const QByteArray &body)
{
    if (!token.isEmpty())
        line += (line.contains('?') ? "&tv=" : "?tv=") + token;
    return ask(port, line, asStranger + QByteArray("Origin: http://msx.benzac.de\r\n"), body);
}

} // namespace Testing
