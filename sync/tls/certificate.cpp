// SPDX-License-Identifier: Apache-2.0
// All that is used of OpenSSL itself; Qt speaks the protocol.
#include "sync/tls/certificate.h"

#include "sync/logging.h"

#include <QRandomGenerator>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sync::Tls {

namespace {

constexpr int goodForDays = 3650;
constexpr int clocksDifferByDays = 1;
constexpr qsizetype titleBytes = 64; // X.520

template <auto release> struct Releases {
    template <typename T> void operator()(T *thing) const { release(thing); }
};
using Bio = std::unique_ptr<BIO, Releases<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Releases<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releases<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Releases<X509_EXTENSION_free>>;

Bio reading(const QByteArray &bytes) { return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size()))); }

QByteArray bytesIn(const Bio &bio)
{
    char *bytes = nullptr;
    const long count = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, qsizetype(count)};
}

/// Nobody is here who could type one; that there is one is worth knowing.
int passphraseAsked(char *, int, int, void *asked)
{
    *static_cast<bool *>(asked) = true;
    return -1;
}

Certificate readCertificate(const QByteArray &pem)
{
    bool asked = false;
    return Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, passphraseAsked, &asked));
}

bool isOfHostName(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_');
}

/// As OpenSSL's configuration files have them; a name that would mean something else there is left out.
QByteArray alternativeNames(const Subject &subject)
{
    QStringList all;
    for (const QString &name : subject.names)
        if (!name.isEmpty() && std::ranges::all_of(name, isOfHostName))
            all.append("DNS:"_L1 + name);
    for (const QHostAddress &address : subject.addresses)
        all.append("IP:"_L1 + address.toString());
    return all.join(u',').toLatin1();
}

bool extend(X509 *certificate, int what, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, what, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setTitle(X509 *certificate, const QString &title)
{
    QByteArray text = title.toUtf8();
    if (text.isEmpty() || text.size() > titleBytes)
        text = "Segue";
    X509_NAME *const name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(text.constData()),
                                      int(text.size()), -1, 0)
        == 1
        && X509_set_issuer_name(certificate, name) == 1;
}

bool fill(X509 *certificate, const Subject &subject, qint64 nowS)
{
    auto now = time_t(nowS);
    const QByteArray names = alternativeNames(subject);
    const quint64 serial = QRandomGenerator::system()->generate64() >> 1;
    return X509_set_version(certificate, X509_VERSION_3) == 1
        && ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1
        && X509_time_adj_ex(X509_getm_notBefore(certificate), -clocksDifferByDays, 0, &now)
        && X509_time_adj_ex(X509_getm_notAfter(certificate), goodForDays, 0, &now)
        && setTitle(certificate, subject.names.value(0))
        && extend(certificate, NID_basic_constraints, "critical,CA:FALSE")
        && extend(certificate, NID_key_usage, "critical,digitalSignature")
        && extend(certificate, NID_ext_key_usage, "serverAuth")
        && (names.isEmpty() || extend(certificate, NID_subject_alt_name, names));
}

std::optional<KeyPair> write(X509 *certificate, EVP_PKEY *key)
{
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_X509(certificateText.get(), certificate) != 1
        || PEM_write_bio_PrivateKey(keyText.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return std::nullopt;
    return KeyPair{.certificate = bytesIn(certificateText), .key = bytesIn(keyText)};
}

} // namespace

std::optional<KeyPair> makeKeyPair(const Subject &subject, qint64 nowS)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    std::optional<KeyPair> made;
    if (key && certificate && fill(certificate.get(), subject, nowS)
        && X509_set_pubkey(certificate.get(), key.get()) == 1
        && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0)
        made = write(certificate.get(), key.get());
    if (!made)
        qCWarning(httpLog) << "OpenSSL makes no certificate:"
                           << ERR_error_string(ERR_peek_last_error(), nullptr);
    ERR_clear_error();
    return made;
}

std::optional<Fault> faultIn(const KeyPair &pair, qint64 nowS)
{
    const Certificate certificate = readCertificate(pair.certificate);
    bool asked = false;
    const Key key(PEM_read_bio_PrivateKey(reading(pair.key).get(), nullptr, passphraseAsked, &asked));
    ERR_clear_error(); // Qt would find what is left there
    if (!certificate)
        return Fault::NoCertificate;
    if (!key)
        return asked ? Fault::EncryptedKey : Fault::NoKey;
    const int kind = EVP_PKEY_get_base_id(key.get());
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return Fault::OtherKind;
    const bool isIts = X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    if (!isIts)
        return Fault::OtherKey;
    time_t now = time_t(nowS);
    if (X509_cmp_time(X509_get0_notBefore(certificate.get()), &now) > 0)
        return Fault::NotYet;
    if (X509_cmp_time(X509_get0_notAfter(certificate.get()), &now) < 0)
        return Fault::Expired;
    return std::nullopt;
}

} // namespace Sync::Tls
