// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QUrlQuery>

#include <optional>

namespace Web {

/// What is wrong with a request, in words for whoever wrote the client.
struct Fault {
    QByteArray field;
    QByteArray message;
};

/// The parameters of an address, read strictly: one that is unknown, stands twice or is out of bounds is a
/// fault. The first fault is kept; what is read after it does not matter.
class Parameters
{
public:
    explicit Parameters(const QByteArray &query);

    /// @p usual where it is not there.
    [[nodiscard]] quint64 number(const QByteArray &name, quint64 usual, quint64 least, quint64 most);
    [[nodiscard]] QString text(const QByteArray &name);

    /// To be asked when all that are known were read.
    [[nodiscard]] std::optional<Fault> fault() const;

private:
    std::optional<QString> take(const QByteArray &name);
    void refuse(const QByteArray &field, const QByteArray &message);

    QUrlQuery m_query;
    std::optional<Fault> m_fault;
};

} // namespace Web
