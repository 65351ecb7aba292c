// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/program/runningprogram.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Testing;

/// The running program answers as its own description says.
class tst_OpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcessEnvironment tellsRoutes;
        tellsRoutes.insert(u"QT_LOGGING_RULES"_s, u"segue.http.debug=true"_s);
        m_hub.setEnvironment(tellsRoutes);
        m_hub.start("segued",
                    {"--port", "0", "--data-dir", m_data.path(), "--music", m_music.path(), "--no-audio"});
        m_port = m_hub.readyPort();
        QVERIFY2(m_port != 0, m_hub.log());
        m_description = ask(m_port, "GET /api/v1/openapi.json").json();
        QCOMPARE(m_description.value("openapi"_L1).toString(), u"3.1.0"_s);
    }

    void whatIsServedIsDescribed()
    {
        QStringList described;
        const QJsonObject paths = m_description.value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            for (const QString &method : path.value().toObject().keys())
                described.append(method + u' ' + path.key());
        QStringList served;
        for (const QString &line : QString::fromUtf8(m_hub.log()).split(u'\n')) {
            static const QRegularExpression route(u"Serves (\\w+)(?:, HEAD)? (/api/v1/\\S+)"_s);
            if (const auto found = route.match(line); found.hasMatch())
                served.append(found.captured(1).toLower() + u' ' + found.captured(2));
        }
        described.sort();
        served.sort();
        QCOMPARE(served, described);
    }

    void everyMethodAnswersAsDescribed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("method");
        const QJsonObject paths = m_description.value("paths"_L1).toObject();
        QVERIFY(paths.size() > 30);
        for (auto path = paths.begin(); path != paths.end(); ++path)
            for (const QString &method : path.value().toObject().keys())
                QTest::addRow("%s %s", qPrintable(method), qPrintable(path.key())) << path.key() << method;
    }
    void everyMethodAnswersAsDescribed()
    {
        QFETCH(QString, path);
        QFETCH(QString, method);
        const QJsonObject operation =
            m_description.value("paths"_L1).toObject().value(path).toObject().value(method).toObject();
        const QByteArray line = lineOf(method.toUpper(), path);
        const HttpAnswer answer = method == "get"_L1 ? ask(m_port, line) : ask(m_port, line, QJsonObject());
        QVERIFY2(answer.code() != "not_found"_L1 || path.contains(u'{'), answer.body);
        const QJsonObject responses = operation.value("responses"_L1).toObject();
        const QString status = QString::number(answer.status);
        QVERIFY2(responses.contains(status), qPrintable(status));
        const QJsonObject schema = schemaOf(responses.value(status).toObject());
        for (const auto &key : schema.value("required"_L1).toArray())
            QVERIFY2(answer.json().contains(key.toString()), qPrintable(key.toString()));
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        for (const QString &key : answer.json().keys())
            QVERIFY2(properties.contains(key), qPrintable(key));
    }

    void noMethodIsLeftOut_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : m_description.value("paths"_L1).toObject().keys())
            QTest::addRow("%s", qPrintable(path)) << path;
    }
    void noMethodIsLeftOut()
    {
        QFETCH(QString, path);
        const HttpAnswer answer = ask(m_port, lineOf(u"OPTIONS"_s, path));
        QCOMPARE(answer.status, 405);
        QStringList allowed = QString::fromLatin1(answer.header("Allow")).toLower().split(u", "_s);
        allowed.removeAll(u"head"_s);
        allowed.sort();
        QStringList described = methodsOf(path) + methodsOf(path.first(path.lastIndexOf(u'/')) + "/{id}"_L1);
        described.removeDuplicates();
        described.sort();
        QCOMPARE(allowed, described);
    }

private:
    [[nodiscard]] static QByteArray lineOf(const QString &method, QString path)
    {
        return (method + u' ' + path.replace("{id}"_L1, "1"_L1)).toLatin1();
    }
    [[nodiscard]] QStringList methodsOf(const QString &path) const
    {
        return m_description.value("paths"_L1).toObject().value(path).toObject().keys();
    }
    /// What a reference, "#/a/b", points to in the description.
    [[nodiscard]] QJsonObject resolved(const QJsonObject &json) const
    {
        const QString reference = json.value("$ref"_L1).toString();
        if (reference.isEmpty())
            return json;
        QJsonObject found = m_description;
        for (const QString &part : reference.split(u'/').sliced(1))
            found = found.value(part).toObject();
        return found;
    }
    [[nodiscard]] QJsonObject schemaOf(const QJsonObject &response) const
    {
        const QJsonObject content = resolved(response).value("content"_L1).toObject();
        return resolved(content.value("application/json"_L1).toObject().value("schema"_L1).toObject());
    }

    QTemporaryDir m_data;
    QTemporaryDir m_music;
    RunningProgram m_hub;
    quint16 m_port = 0;
    QJsonObject m_description;
};

QTEST_GUILESS_MAIN(tst_OpenApi)
#include "tst_openapi.moc"
