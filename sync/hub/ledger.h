// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/hubwords.h"
#include "sync/hub/saver.h"
#include "sync/hub/sessionchange.h"
#include "sync/store/sharedstore.h"

#include <QFutureWatcher>
#include <QHash>
#include <QTimer>

#include <deque>

namespace Sync {

/// One session: where it is changed, how it outlives the hub, and how it is one with that of other hubs.
/// Whatever happens to it is one entry after another. Where hubs share it, an entry that changes it lasts
/// until the shared store has taken the change; where that cannot be reached, this hub goes on alone and both
/// are made one later (docs/hubs.md). Hub thread.
class Ledger : public QObject
{
    Q_OBJECT

public:
    /// @p shared may be nullptr. Both must outlive it.
    Ledger(QString key, Store &store, SharedStore *shared);
    ~Ledger() override;

    /// Reads what is stored; or begins with @p session, in place of any that is. Ends with opened().
    void open(std::optional<Session> session);
    [[nodiscard]] bool isOpen() const { return m_session.has_value(); }
    [[nodiscard]] bool hasEntries() const { return !m_entries.empty(); }

    /// What is stored of it changes within a transaction alone; its members within any entry. Only where it
    /// is open.
    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] const Session &session() const { return *m_session; }
    /// Now, on whole milliseconds, so that both wires mean the same moment.
    [[nodiscard]] HubTime now();
    /// The last reading of the clocks.
    [[nodiscard]] const Instant &instant() const { return m_instant; }

    /// Calls @p entry: at once, or when the session is open and what is under way is done.
    void queueUp(std::function<void()> entry);
    /// The last that an entry does.
    void transact(SessionChange transaction);
    /// Has it stored that this session is used.
    void touch() { m_saver->changed(); }
    /// Calls @p done once all changes so far are stored; never where that cannot be.
    void whenStored(std::function<void()> done);
    /// Ends leases, stores confirmed positions, and looks after other hubs.
    void tick();

    /// To other hubs, while they can be reached.
    void say(const HubWords::Word &word);
    void sayMembers();
    void askWhoIsThere();

Q_SIGNALS:
    void opened();
    /// @p isRelayed: as the transaction has it.
    void changed(const Sync::Before &before, bool isRelayed);
    /// Devices at other hubs have come, gone or said something. @p moved: connections here whose device is
    /// there now.
    void guestsChanged(const QList<Sync::ConnectionId> &moved);
    /// Somebody at another hub wishes that of a device here.
    void volumeWished(const Sync::Native::SetVolume &wish);

private:
    // Alone, ledger.cpp
    void loaded(const Loaded &stored);
    void begin(const std::optional<Version> &stored);
    void proceed();
    void conclude();
    void noteChange();
    void tellChange(const Before &before, bool isRelayed);
    void endEntry();

    // With other hubs, ledgershared.cpp
    void share();
    void readAnew();
    void meet(const Loaded &found);
    void startOver(const Record &record);
    void put(const std::optional<Version> &stored);
    void store();
    void saved(Saved saved);
    void agree();
    void startTogether();
    void confirm();
    void goAlone();
    void takeNews(const Record &record);
    [[nodiscard]] bool adopt(const Record &record);
    void remember();
    void merge(const Record &record);
    [[nodiscard]] Record sharedRecord(bool withQueue);

    // Devices at other hubs, ledgerguests.cpp
    void hear(const QString &hub, const QByteArray &text);
    void take(const QString &hub, const HubWords::Members &word);
    void take(const QString &hub, const HubWords::Left &word);
    void take(const QString &hub, const HubWords::WhoIsThere &word);
    void take(const QString &hub, const HubWords::WishVolume &word);
    [[nodiscard]] QList<std::pair<QString, HubTime>> takeSilentHubs(HubTime time);

    const QString m_key;
    Store &m_store;
    SharedStore *const m_shared;
    Instant m_instant;
    std::optional<Session> m_session; ///< nothing until it has been read
    std::unique_ptr<Saver> m_saver;
    HubTime m_confirmedAt;
    QFutureWatcher<Loaded> m_loading; ///< unlike QFuture::then() it may go before the store has answered
    std::deque<std::function<void()>> m_entries; ///< that wait
    bool m_isBusy = false; ///< an entry waits for an answer
    SessionChange m_transaction; ///< that is under way
    std::optional<Before> m_before; ///< that began

    // Of a session that hubs share
    bool m_isTogether = false; ///< the store has what is here
    bool m_opens = false; ///< it is not known yet what the store has
    QTimer m_answers; ///< of other hubs; while it runs the entry that began it lasts
    std::optional<std::chrono::milliseconds> m_confirmed; ///< in the record that was adopted last
    std::optional<Session> m_base; ///< what the transaction changes
    std::optional<HubTime> m_changedAt; ///< when somebody last changed what is played, here or elsewhere
    Version m_opened; ///< what there was here at first
    std::optional<Version> m_agreed; ///< what the store and this hub had last
    Queue m_agreedQueue; ///< likewise; before they have met, what there was here at first
    qint64 m_unclearWrite = 0; ///< number of a write that was not answered; 0: none
    Version m_unclearVersion;
    QHash<QString, HubTime> m_hubs; ///< others, and when they were heard
    QFutureWatcher<Saved> m_saving;
    QFutureWatcher<Loaded> m_meeting;
};

} // namespace Sync
