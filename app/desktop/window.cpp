// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window.h"

#include "app/desktop/coverprovider.h"
#include "app/desktop/logging.h"

#include <QGuiApplication>
#include <QQuickWindow>

using namespace Qt::StringLiterals;

// Made by the build. Named here, because a linker leaves out what nobody names of a static library.
void qml_register_types_Segue();

namespace Desktop {

namespace {

ColorScheme::Choice choiceFor(const QString &theme)
{
    return ColorScheme::choiceOf(theme).value_or(ColorScheme::Choice::System);
}

} // namespace

Window::Window(const WindowParts &parts)
    : m_deviceId(parts.deviceId)
    , m_library(parts.catalogue, parts.scanner)
    , m_personal(parts.data, parts.catalogue)
    , m_browse(parts.catalogue, m_personal)
    , m_radio(parts.data)
    , m_search(parts.catalogue, m_personal, m_radio)
    , m_imports(parts.data, parts.cataloguePath)
    , m_tags(parts.catalogue, parts.scanner)
    , m_hubApi(parts.hub, parts.token)
    , m_hubTracks(m_hubApi)
    , m_player(parts.link,
               {.albumOf = [this](Sync::TrackId track) { return m_library.albumOf(track); },
                .trackOf = [this](Sync::TrackId track) { return m_hubTracks.track(track); },
                .ownHub = parts.ownHub})
    , m_devices(parts.link, parts.deviceId)
    , m_queue(parts.link, parts.catalogue, m_hubTracks)
    , m_state(parts.state)
    , m_settings(parts.options, parts.address, parts.listenAt)
    , m_sound(m_settings, parts.soundServer)
    , m_loudness(parts.analyser)
    , m_folders(parts.scanner, parts.options.settingsFile(),
                parts.options.onCommandLine.contains(App::SettingName::music))
    , m_welcome({.folders = m_folders, .library = m_library, .player = m_player, .queue = m_queue})
    , m_sleep(m_player)
    , m_otherPlayers(m_hubApi, parts.link)
    , m_admission(parts.link, m_hubApi)
    , m_invitation(m_hubApi, m_admission)
    , m_hubs(m_settings, parts.browser, parts.joining, parts.hubs, parts.ownHub)
    , m_users(parts.link, m_hubApi, parts.ownHub)
    , m_scheme(choiceFor(m_settings.theme()))
{
    qml_register_types_Segue();
    m_otherPlayers.setHub(parts.hub, parts.token);
    connectParts(parts.link);
    if (!parts.user.isEmpty())
        setUser(parts.user);
    m_player.setVolume(m_state.volume());
    m_player.setMuted(m_state.muted());
    connect(&m_player, &PlayerController::volumeChanged, &m_state,
            [this] { m_state.setVolume(m_player.volume(), m_player.muted()); });
    m_engine.addImportPath(u"qrc:/qt/qml"_s); // a default from Qt 6.5 on
    m_engine.addImageProvider(u"cover"_s, new CoverProvider(parts.cataloguePath)); // the engine's from now on
    showControllers();
    m_engine.setInitialProperties({{u"controllers"_s, QVariant::fromValue(&m_controllers)}});
}

Window::~Window() = default;

// While it is paused nobody hears it.
void Window::followStation(const Sync::Link &link)
{
    const auto &state = link.state();
    const bool plays = state && state->player && !state->player->paused();
    m_stationTitle.follow(plays ? m_radio.addressOf(state->player->trackId) : QUrl());
}

/// This one by its setting, where that may be changed; the others by the hub.
void Window::renameDevice(const QString &deviceId, const QString &name)
{
    if (deviceId == m_deviceId && !m_settings.isFixed(App::SettingName::name))
        return m_settings.setName(name);
    m_hubApi.send("PATCH", u"devices/"_s + deviceId, {{u"name"_s, name}},
                  [this](const HubApi::Answer &answer) {
                      if (const auto *refusal = std::get_if<HubApi::Refusal>(&answer))
                          m_player.tell(refusal->status == 404 ? tr("This device is not here any more.")
                                                               : refusal->sentence);
                  });
}

void Window::reloadPersonal()
{
    m_personal.reload();
    m_radio.reload();
}

void Window::setHub(const QUrl &hub, const QByteArray &token, bool own)
{
    m_hubApi.setHub(hub, token);
    m_hubTracks.forget();
    m_otherPlayers.setHub(hub, token);
    m_player.setOwnHub(own);
    m_users.setSwitchable(own);
    m_hubs.setOwn(own);
    m_settings.setJoined(own ? QString() : hub.toString(QUrl::RemoveFragment));
}

void Window::setUser(const QString &user)
{
    m_hubApi.setUser(user);
    m_personal.setUser(user);
    m_radio.setUser(user);
    m_imports.setUser(user);
}

void Window::showControllers()
{
    m_controllers.player = &m_player;
    m_controllers.devices = &m_devices;
    m_controllers.otherPlayers = &m_otherPlayers;
    m_controllers.queue = &m_queue;
    m_controllers.library = &m_library;
    m_controllers.browse = &m_browse;
    m_controllers.radio = &m_radio;
    m_controllers.search = &m_search;
    m_controllers.personal = &m_personal;
    m_controllers.tags = &m_tags;
    m_controllers.imports = &m_imports;
    m_controllers.settings = &m_settings;
    m_controllers.sound = &m_sound;
    m_controllers.loudness = &m_loudness;
    m_controllers.folders = &m_folders;
    m_controllers.welcome = &m_welcome;
    m_controllers.sleep = &m_sleep;
    m_controllers.admission = &m_admission;
    m_controllers.invitation = &m_invitation;
    m_controllers.hubs = &m_hubs;
    m_controllers.users = &m_users;
    m_controllers.windowState = &m_state;
    m_controllers.scheme = &m_scheme;
}

void Window::connectParts(const Sync::Link &link)
{
    connect(&link, &Sync::Link::connectedChanged, &m_hubTracks, [this, &link] {
        if (link.isConnected()) // while the hub is away, what it told stays
            m_hubTracks.forget();
    });
    connect(&m_hubTracks, &HubTracks::changed, &m_player, &PlayerController::changed);
    connect(&m_library, &LibraryController::contentChanged, &m_player, &PlayerController::lookUpAlbum);
    connect(&m_library, &LibraryController::contentChanged, &m_queue, &QueueModel::lookUpAgain);
    connect(&m_library, &LibraryController::contentChanged, &m_browse, &BrowseController::reload);
    connect(&m_library, &LibraryController::contentChanged, &m_search, &SearchController::reload);
    connect(&m_personal, &PersonalController::failed, &m_player, &PlayerController::tell);
    connect(&m_radio, &RadioController::failed, &m_player, &PlayerController::tell);
    connect(&m_admission, &AdmissionController::failed, &m_player, &PlayerController::tell);
    connect(&m_users, &UsersController::failed, &m_player, &PlayerController::tell);
    connect(&m_otherPlayers, &OtherPlayersModel::failed, &m_player, &PlayerController::tell);
    connect(&m_users, &UsersController::entered, &m_settings, [this](const QString &user) {
        setUser(user);
        (void)m_settings.change(App::SettingName::profile, {user}); // for the next start
    });
    connect(&m_devices, &DeviceModel::renamed, this, &Window::renameDevice);
    connect(&m_tags, &TagController::finished, &m_player, &PlayerController::tell);
    connect(&m_imports, &ImportController::finished, this, [this](const QString &sentence) {
        reloadPersonal();
        m_player.tell(sentence);
    });
    connect(&m_imports, &ImportController::tracksDropped, this,
            [this](const QStringList &tracks) { m_queue.playNext(tracks, u"queue"_s, u"0"_s); });
    connect(&m_imports, &ImportController::foldersDropped, this, [this](const QStringList &folders) {
        for (const QString &folder : folders)
            m_folders.add(QUrl::fromLocalFile(folder));
    });
    connect(&m_stationTitle, &Player::StationTitle::changed, this,
            [this] { m_player.setStreamTitle(m_stationTitle.title()); });
    connect(&link, &Sync::Link::stateChanged, this, [this, &link] { followStation(link); });
    connect(&m_folders, &FoldersController::failed, &m_settings, &SettingsController::setFault);
    connect(&m_folders, &FoldersController::changed, &m_library, &LibraryController::contentChanged);
    connect(&m_settings, &SettingsController::themeChanged, &m_scheme,
            [this] { m_scheme.setChoice(choiceFor(m_settings.theme())); });
}

bool Window::show()
{
    if (!m_view && !create())
        return false;
    if (m_view->isVisible())
        m_view->raise();
    m_view->show();
    m_view->requestActivate();
    return true;
}

bool Window::create()
{
    m_engine.load(QUrl(u"qrc:/qt/qml/Segue/Main.qml"_s));
    const QList<QObject *> roots = m_engine.rootObjects();
    m_view = roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(roots.first());
    if (!m_view) {
        qCCritical(desktopLog) << "The window could not be made.";
        return false;
    }
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_view->installEventFilter(this);
    connect(m_view, &QWindow::visibilityChanged, this, [this](QWindow::Visibility visibility) {
        m_player.setWatched(visibility != QWindow::Hidden && visibility != QWindow::Minimized);
    });
    return true;
}

bool Window::eventFilter(QObject *watched, QEvent *event)
{
    // Accepted, or a desktop session that ends would be told to stay; queued, so that it is hidden by then.
    if (watched == m_view && event->type() == QEvent::Close)
        QMetaObject::invokeMethod(this, &Window::closed, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace Desktop
