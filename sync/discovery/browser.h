// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/discovery/avahi.h"
#include "sync/discovery/foundhub.h"

#include <QTimer>

namespace Sync::Discovery {

/// The other hubs of the network, as they come and go. Main thread.
class Browser : public QObject
{
    Q_OBJECT

public:
    /// The hub with the id @p own is none of the others. @p avahi must outlive it.
    Browser(Avahi &avahi, QString own, QObject *parent = nullptr);
    ~Browser() override;

    [[nodiscard]] const QList<FoundHub> &hubs() const { return m_hubs; }
    /// Whoever is there now has most probably been heard.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void hubsChanged();
    void completed();

private:
    /// As Avahi tells one announcement from another.
    struct Key {
        int interface = 0;
        int protocol = 0;
        QString name{};
        QString domain{};

        bool operator==(const Key &) const = default;
    };
    struct Entry {
        Key key;
        QString resolver{}; ///< Avahi's object that tells its address; empty: none yet
        bool asked = true; ///< and there was no answer yet
        std::optional<Sighting> sighting{};
    };

    /// Something that was said before it was known who says it.
    struct Early {
        QString path;
        QString member;
        QVariantList arguments;
    };

    void begin();
    void forget();
    void release();
    void hear(const QString &path, const QString &member, const QVariantList &arguments);
    void prepared(const QString &path, const QString &interface);
    void preparedOne();
    void hearBrowser(const QString &member, const QVariantList &arguments);
    void hearResolver(Entry &entry, const QString &member, const QVariantList &arguments);
    void resolve(const Key &key);
    void remove(const Key &key);
    void lookAgain();
    void answered(Entry &entry);
    void refresh();
    [[nodiscard]] Entry *find(const Key &key);

    Avahi &m_avahi;
    const QString m_own;
    QString m_browser; ///< Avahi's object
    int m_beginnings = 0; ///< so that an answer to what was given up is known
    bool m_allForNow = false;
    int m_preparing = 0; ///< calls whose answer is the name of an object
    QList<Early> m_early; ///< while there are such calls
    QList<Entry> m_entries; ///< in the order in which they were told
    QList<FoundHub> m_hubs;
    QTimer m_lookAgain;
};

} // namespace Sync::Discovery
