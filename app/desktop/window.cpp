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
    : m_library(parts.catalogue, parts.scanner)
    , m_personal(parts.data, parts.catalogue)
    , m_browse(parts.catalogue, m_personal)
    , m_search(parts.catalogue, m_personal)
    , m_player(parts.link,
               {.albumOf = [this](Sync::TrackId track) { return m_library.albumOf(track); },
                .ownHub = parts.ownHub})
    , m_devices(parts.link, parts.deviceId)
    , m_queue(parts.link, parts.catalogue)
    , m_state(parts.state)
    , m_settings(parts.options, parts.address, parts.soundDevices)
    , m_folders(parts.scanner, parts.options.settingsFile(),
                parts.options.onCommandLine.contains(App::SettingName::music))
    , m_welcome({.folders = m_folders, .library = m_library, .player = m_player, .queue = m_queue})
    , m_sleep(m_player)
    , m_scheme(choiceFor(m_settings.theme()))
{
    qml_register_types_Segue();
    connectParts();
    m_player.setVolume(m_state.volume());
    m_player.setMuted(m_state.muted());
    connect(&m_player, &PlayerController::volumeChanged, &m_state,
            [this] { m_state.setVolume(m_player.volume(), m_player.muted()); });
    m_engine.addImportPath(u"qrc:/qt/qml"_s); // a default from Qt 6.5 on
    m_engine.addImageProvider(u"cover"_s, new CoverProvider(parts.cataloguePath)); // the engine's from now on
    m_engine.setInitialProperties({
        {u"player"_s, QVariant::fromValue(&m_player)},
        {u"devices"_s, QVariant::fromValue(&m_devices)},
        {u"queue"_s, QVariant::fromValue(&m_queue)},
        {u"windowState"_s, QVariant::fromValue(&m_state)},
        {u"library"_s, QVariant::fromValue(&m_library)},
        {u"personal"_s, QVariant::fromValue(&m_personal)},
        {u"browse"_s, QVariant::fromValue(&m_browse)},
        {u"search"_s, QVariant::fromValue(&m_search)},
        {u"settings"_s, QVariant::fromValue(&m_settings)},
        {u"folders"_s, QVariant::fromValue(&m_folders)},
        {u"welcome"_s, QVariant::fromValue(&m_welcome)},
        {u"sleep"_s, QVariant::fromValue(&m_sleep)},
        {u"scheme"_s, QVariant::fromValue(&m_scheme)},
    });
}

Window::~Window() = default;

void Window::connectParts()
{
    connect(&m_library, &LibraryController::contentChanged, &m_player, &PlayerController::lookUpAlbum);
    connect(&m_library, &LibraryController::contentChanged, &m_queue, &QueueModel::lookUpAgain);
    connect(&m_library, &LibraryController::contentChanged, &m_browse, &BrowseController::reload);
    connect(&m_library, &LibraryController::contentChanged, &m_search, &SearchController::reload);
    connect(&m_personal, &PersonalController::failed, &m_player, &PlayerController::setNotice);
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
