// SPDX-License-Identifier: Apache-2.0
#include "sync/tls/identity.h"

#include "sync/logging.h"
#include "sync/tls/fingerprint.h"

#include <QFile>
#include <QSaveFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace Sync::Tls {

namespace {

constexpr qint64 renewedBeforeS = 30LL * 24 * 3600;
constexpr qint64 largestFile = 1024 * 1024;
constexpr QFileDevice::Permissions ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString sentenceFor(Fault fault, const QString &certificate, const QString &key)
{
    switch (fault) {
    case Fault::NoCertificate:
        return u"The file %1 has no certificate in PEM."_s.arg(certificate);
    case Fault::NoKey:
        return u"The file %1 has no private key in PEM."_s.arg(key);
    case Fault::EncryptedKey:
        return u"The key in %1 is encrypted, and there is nobody to ask for its passphrase. "
               "\"openssl pkey -in %1 -out FILE\" writes it without."_s.arg(key);
    case Fault::OtherKind:
        return u"The key in %1 is neither an RSA nor an EC key."_s.arg(key);
    case Fault::OtherKey:
        return u"The key in %1 is not that of the certificate in %2."_s.arg(key, certificate);
    case Fault::NotYet:
        return u"The certificate in %1 is not valid yet; or the clock of this machine is wrong."_s.arg(
            certificate);
    case Fault::Expired:
        return u"The certificate in %1 has expired. Renew it, or use --tls own."_s.arg(certificate);
    }
    Q_UNREACHABLE();
}

QStringList namesIn(const QSslCertificate &certificate)
{
    QStringList names;
    for (const QString &name : certificate.subjectAlternativeNames().values(QSsl::DnsEntry))
        if (!name.contains(u'*'))
            names.append(name.toLower());
    return names;
}

QSslKey keyIn(const QByteArray &pem)
{
    const QSslKey key(pem, QSsl::Ec);
    return key.isNull() ? QSslKey(pem, QSsl::Rsa) : key;
}

std::variant<Identity, QString> identityOf(const KeyPair &pair)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(pair.certificate, QSsl::Pem);
    const QSslKey key = keyIn(pair.key);
    if (!QSslSocket::supportsSsl() || chain.isEmpty() || key.isNull())
        return u"Qt cannot speak TLS here: its OpenSSL plugin, or OpenSSL itself, is missing."_s;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({}); // they would be read for each connection
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return Identity{.configuration = configuration,
                    .fingerprint = fingerprintOf(chain.first()),
                    .names = namesIn(chain.first())};
}

std::variant<QByteArray, QString> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"The file %1 cannot be read: %2."_s.arg(path, file.errorString());
    if (file.size() > largestFile)
        return u"The file %1 is too large to be a certificate or a key."_s.arg(path);
    return file.readAll();
}

/// Key and certificate are one file, so that a power failure cannot leave two that do not belong together.
bool keep(const QString &path, const KeyPair &pair)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(ownersOnly)
        && file.write(pair.key + pair.certificate) > 0 && file.commit();
}

} // namespace

std::variant<Identity, QString> ownIdentity(const QString &directory, const Subject &subject, qint64 nowS)
{
    const QString path = directory + "/tls.pem"_L1;
    if (QFile file(path); file.open(QIODevice::ReadOnly)) {
        const QByteArray pem = file.read(largestFile);
        file.setPermissions(ownersOnly); // it may have been copied here
        const auto fault = faultIn({.certificate = pem, .key = pem}, nowS + renewedBeforeS);
        if (!fault)
            return identityOf({.certificate = pem, .key = pem});
        qCWarning(httpLog).noquote() << sentenceFor(*fault, path, path)
                                     << "A new one is made, and devices that knew the old one will ask.";
    }
    const auto made = makeKeyPair(subject, nowS);
    if (!made)
        return u"No certificate could be made. Use --tls files, with a certificate from elsewhere."_s;
    if (!keep(path, *made))
        return u"The certificate cannot be kept in %1: the file cannot be written."_s.arg(path);
    return identityOf(*made);
}

std::variant<Identity, QString> identityIn(const QString &certificateFile, const QString &keyFile,
                                           qint64 nowS)
{
    const auto certificate = contentOf(certificateFile);
    if (const auto *fault = std::get_if<QString>(&certificate))
        return *fault;
    const auto key = contentOf(keyFile);
    if (const auto *fault = std::get_if<QString>(&key))
        return *fault;
    const KeyPair pair{.certificate = std::get<QByteArray>(certificate), .key = std::get<QByteArray>(key)};
    if (const auto fault = faultIn(pair, nowS))
        return sentenceFor(*fault, certificateFile, keyFile);
    return identityOf(pair);
}

} // namespace Sync::Tls
