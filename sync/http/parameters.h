// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/response.h"

#include <QJsonArray>
#include <QList>
#include <QUrlQuery>

#include <optional>

namespace Sync::Http {

/// What of a list is wanted.
struct Page {
    qsizetype offset = 0;
    qsizetype limit = 0;
};

/// `{"items":[...],"total":N,"offset":N}`
[[nodiscard]] Response pageResponse(const QJsonArray &items, qsizetype total, const Page &page);

/// The parameters of an address, read strictly: one that is unknown, stands twice or is out of bounds is a
/// fault. The first fault is kept; what is read after it does not matter.
class Parameters
{
public:
    explicit Parameters(const QByteArray &query);

    /// @p usual where it is not there.
    [[nodiscard]] quint64 number(const QByteArray &name, quint64 usual, quint64 least, quint64 most);
    [[nodiscard]] QString text(const QByteArray &name);
    /// At most @p most ids, with commas between; nothing where it is not there.
    [[nodiscard]] std::optional<QList<quint64>> ids(const QByteArray &name, qsizetype most);
    /// `offset` and `limit`.
    [[nodiscard]] Page page();

    /// To be asked when all that are known were read: the refusal of what is wrong, if anything is.
    [[nodiscard]] std::optional<Response> refusal() const;

private:
    std::optional<QString> take(const QByteArray &name);
    void refuse(const QByteArray &field, const QByteArray &message);

    QUrlQuery m_query;
    std::optional<Response> m_refusal;
};

} // namespace Sync::Http
