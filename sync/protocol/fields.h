// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>
#include <optional>
#include <utility>
#include <variant>

namespace Sync {

/// Why a message was refused; `field` is empty where no single field is to blame.
struct ParseError {
    QString field;
    QString reason;

    bool operator==(const ParseError &) const = default;
};

template <typename E> using WireName = std::pair<E, QLatin1StringView>;

/// Reads a JSON object strictly and remembers the first fault, so that a message can be built in one
/// expression and checked once. Numbers in strings, 0/1 for a bool and null for a value are faults.
class Fields
{
public:
    explicit Fields(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_object.contains(key); }
    QString text(QLatin1StringView key, qsizetype maxBytes);
    bool flag(QLatin1StringView key);
    qint64 integer(QLatin1StringView key, qint64 min, qint64 max);
    double number(QLatin1StringView key, double min, double max);
    Fields object(QLatin1StringView key);
    /// The ids (0 to 2^53 - 1) of an array of at most @p most.
    QList<quint64> ids(QLatin1StringView key, qsizetype most);
    /// The texts of an array of at most @p most.
    QStringList texts(QLatin1StringView key, qsizetype most, qsizetype maxBytes);
    /// The objects of an array of at most @p most.
    QList<Fields> objects(QLatin1StringView key, qsizetype most);
    /// Takes over the fault of a nested object, named "outer.inner".
    void adopt(QLatin1StringView key, const Fields &nested);

    template <typename E, std::size_t N>
    E choice(QLatin1StringView key, const std::array<WireName<E>, N> &names)
    {
        const QString value = text(key, 64);
        for (const auto &[e, name] : names)
            if (value == name)
                return e;
        fail(key, "has an unknown value");
        return names.front().first;
    }

    /// `read()` if the field is there, nothing if it is not.
    template <typename Read> auto optional(QLatin1StringView key, Read read)
        -> std::optional<decltype(read())>
    {
        if (!has(key))
            return std::nullopt;
        return read();
    }

    [[nodiscard]] bool ok() const { return m_fault.reason.isEmpty(); }
    [[nodiscard]] const ParseError &fault() const { return m_fault; }
    void fail(QLatin1StringView key, const char *what);

private:
    QJsonValue take(QLatin1StringView key, QJsonValue::Type type);

    QJsonObject m_object;
    ParseError m_fault;
};

template <typename E, std::size_t N>
constexpr QLatin1StringView wireName(E value, const std::array<WireName<E>, N> &names)
{
    for (const auto &[e, name] : names)
        if (e == value)
            return name;
    Q_UNREACHABLE();
}

/// The object of a JSON text, or why there is none.
[[nodiscard]] std::variant<Fields, ParseError> parseObject(const QByteArray &json);

} // namespace Sync
