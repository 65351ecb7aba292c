// SPDX-License-Identifier: Apache-2.0
#include "sync/http/tlsonly.h"
#include "sync/tls/fingerprint.h"
#include "sync/tls/identity.h"

#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Sync::Tls;
using Sync::Http::Endpoint;

namespace {

constexpr qint64 now = 1'780'000'000; // in 2026
constexpr qint64 day = 24 * 3600;

const Subject den{
    .names = {"den", "den.local", "localhost"},
    .addresses = {QHostAddress("127.0.0.1"), QHostAddress("::1"), QHostAddress("192.168.1.10")}};

} // namespace

Q_DECLARE_METATYPE(std::optional<Fault>)

class tst_SyncTls : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What the program openssl makes of these words, in the folder.
    [[nodiscard]] bool openssl(const QStringList &words) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir->path());
        process.start("openssl", words);
        const bool good = process.waitForFinished(4 * Testing::patienceMs) && process.exitCode() == 0;
        if (!good)
            qWarning() << words << process.errorString() << process.readAllStandardError();
        return good;
    }
    [[nodiscard]] std::variant<Identity, QString> own(qint64 at) const
    {
        return ownIdentity(m_dir->path(), den, at);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void isMade()
    {
        const auto pair = makeKeyPair(den, now);
        QVERIFY(pair);
        const QList<QSslCertificate> all = QSslCertificate::fromData(pair->certificate);
        QCOMPARE(all.size(), 1);
        const QSslCertificate &made = all.first();
        QCOMPARE(made.issuerInfo(QSslCertificate::CommonName), QStringList("den"));
        QCOMPARE(made.subjectInfo(QSslCertificate::CommonName), QStringList("den"));
        const auto names = made.subjectAlternativeNames();
        QStringList hosts = names.values(QSsl::DnsEntry);
        hosts.sort();
        QCOMPARE(hosts, QStringList({"den", "den.local", "localhost"}));
        QStringList addresses = names.values(QSsl::IpAddressEntry);
        addresses.sort();
        QCOMPARE(addresses, QStringList({"127.0.0.1", "192.168.1.10", "::1"}));
        QCOMPARE(made.effectiveDate().toSecsSinceEpoch(), now - day);
        QCOMPARE(made.expiryDate().toSecsSinceEpoch(), now + 3650 * day);
        const QSslKey key(pair->key, QSsl::Ec);
        QCOMPARE(key.length(), 256);
        QVERIFY(faultIn(*pair, now) == std::nullopt);
        const auto another = makeKeyPair(den, now);
        QVERIFY(another->key != pair->key);
    }

    void oddNamesAreLeftOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << "";
        QTest::newRow("more than a name") << "den,IP:1.2.3.4";
        QTest::newRow("of another alphabet") << QString::fromUtf8("küche");
        QTest::newRow("long") << QString(100, 'x');
    }
    void oddNamesAreLeftOut()
    {
        QFETCH(const QString, name);
        const auto pair = makeKeyPair({.names = {name, "localhost"}, .addresses = {}}, now);
        QVERIFY(pair);
        const QSslCertificate made = QSslCertificate::fromData(pair->certificate).first();
        QVERIFY(made.subjectAlternativeNames().values(QSsl::DnsEntry).contains("localhost"));
        QVERIFY(made.subjectAlternativeNames().values(QSsl::IpAddressEntry).isEmpty());
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<std::optional<Fault>>("fault");
        m_dir = std::make_unique<QTemporaryDir>(); // rows are made before init()
        const auto good = makeKeyPair(den, now);
        const auto other = makeKeyPair(den, now);
        QVERIFY(good && other);
        write("good.pem", good->key);
        QVERIFY(
            openssl({"pkey", "-in", "good.pem", "-aes128", "-passout", "pass:secret", "-out", "secret.pem"}));
        QVERIFY(openssl({"ec", "-in", "good.pem", "-aes128", "-passout", "pass:secret", "-out", "old.pem"}));
        QVERIFY(openssl({"req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=x", "-keyout",
                         "ed.key", "-out", "ed.crt"}));
        QVERIFY(openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x", "-keyout",
                         "rsa.key", "-out", "rsa.crt"}));
        const QByteArray certificate = good->certificate;
        const auto row = [](const char *name, const QByteArray &shown, const QByteArray &key, qint64 at,
                            std::optional<Fault> fault) {
            QTest::newRow(name) << shown << key << at << fault;
        };
        row("good", certificate, good->key, now, std::nullopt);
        row("both in one", certificate + good->key, certificate + good->key, now, std::nullopt);
        row("key first", good->key + certificate, good->key + certificate, now, std::nullopt);
        row("RSA", read("rsa.crt"), read("rsa.key"), QDateTime::currentSecsSinceEpoch() + 60, std::nullopt);
        row("empty", {}, {}, now, Fault::NoCertificate);
        row("a key for a certificate", good->key, good->key, now, Fault::NoCertificate);
        row("a certificate for a key", certificate, certificate, now, Fault::NoKey);
        row("cut off", certificate.chopped(40), good->key, now, Fault::NoCertificate);
        row("key cut off", certificate, good->key.chopped(40), now, Fault::NoKey);
        row("encrypted", certificate, read("secret.pem"), now, Fault::EncryptedKey);
        row("encrypted the old way", certificate, read("old.pem"), now, Fault::EncryptedKey);
        row("another key", certificate, other->key, now, Fault::OtherKey);
        row("another kind of key", read("ed.crt"), read("ed.key"), now, Fault::OtherKind);
        row("not yet", certificate, good->key, now - 2 * day, Fault::NotYet);
        row("just before its end", certificate, good->key, now + 3650 * day - 1, std::nullopt);
        row("expired", certificate, good->key, now + 3650 * day + 1, Fault::Expired);
    }
    void faults()
    {
        QFETCH(const QByteArray, certificate);
        QFETCH(const QByteArray, key);
        QFETCH(const qint64, at);
        QFETCH(const std::optional<Fault>, fault);
        QVERIFY(faultIn({.certificate = certificate, .key = key}, at) == fault);
    }

    void itsOwnIsKept()
    {
        const auto first = own(now);
        QVERIFY(std::holds_alternative<Identity>(first));
        const auto &identity = std::get<Identity>(first);
        QCOMPARE(identity.fingerprint.size(), 32);
        QCOMPARE(identity.names.size(), 3);
        QVERIFY(!identity.configuration.privateKey().isNull());
        QCOMPARE(QFile::permissions(path("tls.pem"))
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const auto again = own(now + 3000 * day);
        QCOMPARE(std::get<Identity>(again).fingerprint, identity.fingerprint);
    }

    void itsOwnIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<qint64>("at");
        QTest::newRow("soon expires") << QByteArray() << now + (3650 - 29) * day;
        QTest::newRow("damaged") << QByteArray("rubbish") << now;
        QTest::newRow("made in the future") << QByteArray() << now - 40 * day;
    }
    void itsOwnIsMadeAnew()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const qint64, at);
        const auto first = own(now);
        if (!content.isEmpty())
            write("tls.pem", content);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("A new one is made"));
        const auto second = own(at);
        QVERIFY(std::holds_alternative<Identity>(second));
        QVERIFY(std::get<Identity>(second).fingerprint != std::get<Identity>(first).fingerprint);
        QCOMPARE(std::get<Identity>(own(at)).fingerprint, std::get<Identity>(second).fingerprint);
    }

    void aCopiedKeyIsProtected()
    {
        (void)own(now);
        QFile::setPermissions(path("tls.pem"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        (void)own(now);
        QVERIFY(!QFile::permissions(path("tls.pem")).testFlag(QFile::ReadOther));
    }

    void whereItCannotBeKeptThereIsNone()
    {
        const auto none = ownIdentity(path("nowhere"), den, now);
        QVERIFY(std::holds_alternative<QString>(none));
        QVERIFY(std::get<QString>(none).contains("nowhere/tls.pem"));
    }

    void filesAreReadOrRefused()
    {
        const auto pair = makeKeyPair(den, now);
        write("crt.pem", pair->certificate);
        write("key.pem", pair->key);
        write("other.pem", makeKeyPair(den, now)->key);
        const auto good = identityIn(path("crt.pem"), path("key.pem"), now);
        QVERIFY(std::holds_alternative<Identity>(good));
        QCOMPARE(std::get<Identity>(good).fingerprint,
                 fingerprintOf(QSslCertificate::fromData(pair->certificate).first()));
        const auto wrong = identityIn(path("crt.pem"), path("other.pem"), now);
        QVERIFY(std::holds_alternative<QString>(wrong));
        QVERIFY(std::get<QString>(wrong).contains("other.pem"));
        QVERIFY(std::get<QString>(wrong).contains("crt.pem"));
        const auto away = identityIn(path("crt.pem"), path("away.pem"), now);
        QVERIFY(std::get<QString>(away).contains("away.pem"));
        const auto expired = identityIn(path("crt.pem"), path("key.pem"), now + 4000 * day);
        QVERIFY(std::get<QString>(expired).contains("expired"));
    }

    void fingerprints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QString digits = QString("0123456789abcdef").repeated(4);
        const QString colons = QString("01:23:45:67:89:AB:CD:EF:").repeated(4).chopped(1);
        QTest::newRow("digits") << digits << true;
        QTest::newRow("capitals") << digits.toUpper() << true;
        QTest::newRow("colons") << colons << true;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("short") << digits.chopped(2) << false;
        QTest::newRow("long") << digits + "00" << false;
        QTest::newRow("no digits") << QString(digits).replace('a', 'g') << false;
        QTest::newRow("some colons") << QString(colons).replace(2, 1, "0") << false;
    }
    void fingerprints()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, good);
        const QByteArray bytes = QByteArray::fromHex("0123456789abcdef").repeated(4);
        const auto found = fingerprintFrom(text);
        QCOMPARE(found, good ? std::optional(bytes) : std::nullopt);
        const QUrl url("wss://den:6681/#join=x&sha256=" + text);
        QCOMPARE(pinIn(url), std::optional(good ? bytes : QByteArray()));
    }

    void fingerprintsAreWritten()
    {
        const QByteArray bytes = QByteArray::fromHex("00ff").repeated(16);
        QVERIFY(fingerprintText(bytes).startsWith("00:FF:00:"));
        QCOMPARE(fingerprintFrom(fingerprintText(bytes)), bytes);
        QUrl url("wss://den:6681");
        QCOMPARE(pinIn(url), std::nullopt);
        url.setFragment(fragmentOf(bytes));
        QCOMPARE(pinIn(QUrl(url.toString())), bytes);
        url.setFragment(fragmentOf(bytes) + '&' + fragmentOf(bytes));
        QCOMPARE(pinIn(url), QByteArray());
    }

    void whoDoesNotSpeakItIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<int>("status"); // 0: may pass
        QTest::addColumn<QByteArray>("location");
        const QHostAddress hub("192.168.1.10");
        const QHostAddress phone("192.168.1.23");
        const Endpoint plain{phone, hub};
        const Endpoint secure{phone, hub, true};
        const Endpoint here{QHostAddress("127.0.0.1"), QHostAddress("127.0.0.1")};
        const auto row = [](const char *name, const QByteArray &line, const Endpoint &endpoint, int status,
                            const QByteArray &location) {
            QTest::newRow(name) << line << endpoint << status << location;
        };
        row("the page", "GET /", plain, 307, "https://den.local:6681/");
        row("a page's file", "GET /web/x/app.js?v=1", plain, 307, "https://den.local:6681/web/x/app.js?v=1");
        row("about the page", "HEAD /", plain, 307, "https://den.local:6681/");
        row("a program", "GET /api/v1/me", plain, 426, "");
        row("music", "GET /media/1", plain, 426, "");
        row("to change something", "POST /", plain, 426, "");
        row("over TLS", "GET /", secure, 0, "");
        row("this machine", "GET /", here, 0, "");
        row("this machine by its address", "GET /api/v1/me", {hub, hub}, 0, "");
    }
    void whoDoesNotSpeakItIsRefused()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const Endpoint, endpoint);
        QFETCH(const QByteArray, location);
        const auto parsed = Sync::Http::parseHead(line + " HTTP/1.1\r\nHost: den.local:6681\r\n\r\n");
        const auto refused = Sync::Http::unlessSecure(std::get<Sync::Http::RequestHead>(parsed), endpoint);
        QTEST(refused ? refused->status : 0, "status");
        const QByteArray text = refused ? serialize(*refused, Sync::Http::Method::Get, false) : QByteArray();
        QCOMPARE(text.contains("Location: " + location + "\r\n"), !location.isEmpty());
    }

    void aWebSocketIsNotRedirected()
    {
        const auto parsed = Sync::Http::parseHead(
            "GET / HTTP/1.1\r\nHost: den.local\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        const auto refused =
            Sync::Http::unlessSecure(std::get<Sync::Http::RequestHead>(parsed),
                                     {QHostAddress("192.168.1.2"), QHostAddress("192.168.1.1")});
        QCOMPARE(refused->status, 426);
    }
};

QTEST_GUILESS_MAIN(tst_SyncTls)
#include "tst_sync_tls.moc"
