// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/welcomecontroller.h"

#include "app/desktop/folderscontroller.h"
#include "app/desktop/librarycontroller.h"
#include "app/desktop/playercontroller.h"
#include "app/desktop/queuemodel.h"
#include "app/options.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

const auto everything = u"tracks"_s;
const auto noId = u"0"_s;

QString filledMusicFolder()
{
    const auto folder = App::musicFolder();
    return folder && !QDir(*folder).isEmpty() ? *folder : QString();
}

} // namespace

WelcomeController::WelcomeController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_suggested(filledMusicFolder())
    , m_shown(parts.folders.folders().isEmpty())
{
    connect(&parts.folders, &FoldersController::changed, this, [this] {
        if (m_parts.folders.folders().isEmpty())
            show(true);
    });
    // Queued: the lists are made anew after a scan has ended.
    connect(&parts.library, &LibraryController::scanChanged, this, &WelcomeController::queueTheRest,
            Qt::QueuedConnection);
    connect(&parts.queue, &QueueModel::countChanged, this, &WelcomeController::queueTheRest);
}

void WelcomeController::takeSuggested() { m_parts.folders.add(QUrl::fromLocalFile(m_suggested)); }

void WelcomeController::play()
{
    m_growing = m_parts.library.scanning();
    m_parts.player.play(m_parts.library.firstTrack(), everything, noId);
    show(false);
}

void WelcomeController::leave()
{
    if (m_parts.library.trackCount() > 0)
        show(false);
}

void WelcomeController::show(bool shown)
{
    if (std::exchange(m_shown, shown) != shown)
        Q_EMIT shownChanged();
}

void WelcomeController::queueTheRest()
{
    if (!m_growing || m_parts.library.scanning() || m_parts.queue.count() == 0)
        return;
    m_growing = false;
    m_parts.queue.addMissing(m_parts.library.trackIds(), everything, noId);
}

} // namespace Desktop
