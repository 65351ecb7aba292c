// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/controllers.h"
#include "app/player/stationtitle.h"

#include <QQmlApplicationEngine>

class QQuickWindow;

namespace Desktop {

/// What the window needs; the references must outlive it.
struct WindowParts {
    Sync::Link &link;
    QString deviceId; ///< the link's own
    bool ownHub = false; ///< the link leads to the hub inside this program
    const Library::CatalogueReader &catalogue;
    QString cataloguePath; ///< for readers of other threads
    Library::Scanner &scanner;
    QString user; ///< whose music it is at first
    QString data; ///< the directory of the personal data; its database is prepared
    QString state; ///< path of the file in which the window keeps what it was like; empty: nowhere
    App::Options options; ///< as the program was started with
    QString address; ///< of the hub inside this program
    QUrl hub; ///< where the link leads to
    QByteArray token{}; ///< what this device was let in with there; empty: without one
    SettingsController::ListenAt listenAt; ///< of the hub inside this program; none without one
    const Player::PulseServer *soundServer = nullptr; ///< nothing for a program without sound
    Analysis::Analyser *analyser = nullptr; ///< nothing for a program that measures no loudness
    const Sync::Discovery::Browser *browser = nullptr; ///< nothing for a program that knows no network
    Sync::Joining *joining = nullptr; ///< likewise
    HubsController::Hooks hubs{};
};

/// The main window and what stands behind it. Closing it only hides it: whether the program then ends is not
/// decided here.
class Window final : public QObject
{
    Q_OBJECT

public:
    explicit Window(const WindowParts &parts);
    ~Window() override;

    /// Shows the window, or brings it to the front. False where it cannot be made: said in the log.
    [[nodiscard]] bool show();

    [[nodiscard]] PlayerController &player() { return m_player; }
    [[nodiscard]] LibraryController &library() { return m_library; }
    [[nodiscard]] SearchController &search() { return m_search; }
    [[nodiscard]] PersonalController &personal() { return m_personal; }
    [[nodiscard]] SettingsController &settings() { return m_settings; }
    [[nodiscard]] SoundController &sound() { return m_sound; }
    [[nodiscard]] FoldersController &folders() { return m_folders; }
    [[nodiscard]] WelcomeController &welcome() { return m_welcome; }
    [[nodiscard]] SleepController &sleep() { return m_sleep; }
    [[nodiscard]] AdmissionController &admission() { return m_admission; }
    [[nodiscard]] UsersController &users() { return m_users; }
    [[nodiscard]] InvitationController &invitation() { return m_invitation; }
    [[nodiscard]] HubsController &hubs() { return m_hubs; }
    /// Nothing before show().
    [[nodiscard]] QQuickWindow *view() const { return m_view; }

    /// The link leads to another hub from now on, or back to the one inside this program.
    void setHub(const QUrl &hub, const QByteArray &token, bool own);
    /// Shows favourites, playlists and stations as they are now: somebody else has changed them.
    void reloadPersonal();
    /// Shows that user's from now on.
    void setUser(const QString &user);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Somebody has closed the window; it is hidden already.
    void closed();

private:
    void connectParts(const Sync::Link &link);
    void showControllers();
    bool create();
    void followStation(const Sync::Link &link);
    void renameDevice(const QString &deviceId, const QString &name);

    const QString m_deviceId;
    LibraryController m_library;
    PersonalController m_personal;
    BrowseController m_browse;
    RadioController m_radio;
    SearchController m_search;
    ImportController m_imports;
    TagController m_tags;
    HubApi m_hubApi;
    HubTracks m_hubTracks;
    PlayerController m_player;
    Player::StationTitle m_stationTitle;
    DeviceModel m_devices;
    QueueModel m_queue;
    WindowState m_state;
    SettingsController m_settings;
    SoundController m_sound;
    LoudnessController m_loudness;
    FoldersController m_folders;
    WelcomeController m_welcome;
    SleepController m_sleep;
    OtherPlayersModel m_otherPlayers;
    AdmissionController m_admission;
    InvitationController m_invitation;
    HubsController m_hubs;
    UsersController m_users;
    ColorScheme m_scheme;
    Controllers m_controllers;
    QQuickWindow *m_view = nullptr; ///< the engine's
    QQmlApplicationEngine m_engine; // last: what it shows must outlive it
};

} // namespace Desktop
