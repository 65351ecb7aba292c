// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/admissioncontroller.h"
#include "app/desktop/browsecontroller.h"
#include "app/desktop/colorscheme.h"
#include "app/desktop/devicemodel.h"
#include "app/desktop/folderscontroller.h"
#include "app/desktop/hubscontroller.h"
#include "app/desktop/importcontroller.h"
#include "app/desktop/invitationcontroller.h"
#include "app/desktop/librarycontroller.h"
#include "app/desktop/loudnesscontroller.h"
#include "app/desktop/otherplayersmodel.h"
#include "app/desktop/personalcontroller.h"
#include "app/desktop/playercontroller.h"
#include "app/desktop/queuemodel.h"
#include "app/desktop/radiocontroller.h"
#include "app/desktop/searchcontroller.h"
#include "app/desktop/settingscontroller.h"
#include "app/desktop/sleepcontroller.h"
#include "app/desktop/soundcontroller.h"
#include "app/desktop/tagcontroller.h"
#include "app/desktop/userscontroller.h"
#include "app/desktop/welcomecontroller.h"
#include "app/desktop/windowstate.h"

namespace Desktop {

/// All that stands behind the window, so that it is handed on in one piece to the parts that make it up. Not
/// final: it has the constructor of what QML could make, and QML then derives from it.
class Controllers : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    Q_PROPERTY(Desktop::PlayerController *player MEMBER player CONSTANT FINAL)
    Q_PROPERTY(Desktop::DeviceModel *devices MEMBER devices CONSTANT FINAL)
    Q_PROPERTY(Desktop::OtherPlayersModel *otherPlayers MEMBER otherPlayers CONSTANT FINAL)
    Q_PROPERTY(Desktop::QueueModel *queue MEMBER queue CONSTANT FINAL)
    Q_PROPERTY(Desktop::LibraryController *library MEMBER library CONSTANT FINAL)
    Q_PROPERTY(Desktop::BrowseController *browse MEMBER browse CONSTANT FINAL)
    Q_PROPERTY(Desktop::RadioController *radio MEMBER radio CONSTANT FINAL)
    Q_PROPERTY(Desktop::SearchController *search MEMBER search CONSTANT FINAL)
    Q_PROPERTY(Desktop::PersonalController *personal MEMBER personal CONSTANT FINAL)
    Q_PROPERTY(Desktop::TagController *tags MEMBER tags CONSTANT FINAL)
    Q_PROPERTY(Desktop::ImportController *imports MEMBER imports CONSTANT FINAL)
    Q_PROPERTY(Desktop::SettingsController *settings MEMBER settings CONSTANT FINAL)
    Q_PROPERTY(Desktop::SoundController *sound MEMBER sound CONSTANT FINAL)
    Q_PROPERTY(Desktop::LoudnessController *loudness MEMBER loudness CONSTANT FINAL)
    Q_PROPERTY(Desktop::FoldersController *folders MEMBER folders CONSTANT FINAL)
    Q_PROPERTY(Desktop::WelcomeController *welcome MEMBER welcome CONSTANT FINAL)
    Q_PROPERTY(Desktop::SleepController *sleep MEMBER sleep CONSTANT FINAL)
    Q_PROPERTY(Desktop::AdmissionController *admission MEMBER admission CONSTANT FINAL)
    Q_PROPERTY(Desktop::InvitationController *invitation MEMBER invitation CONSTANT FINAL)
    Q_PROPERTY(Desktop::HubsController *hubs MEMBER hubs CONSTANT FINAL)
    Q_PROPERTY(Desktop::UsersController *users MEMBER users CONSTANT FINAL)
    Q_PROPERTY(Desktop::WindowState *windowState MEMBER windowState CONSTANT FINAL)
    Q_PROPERTY(Desktop::ColorScheme *scheme MEMBER scheme CONSTANT FINAL)

public:
    PlayerController *player = nullptr;
    DeviceModel *devices = nullptr;
    OtherPlayersModel *otherPlayers = nullptr;
    QueueModel *queue = nullptr;
    LibraryController *library = nullptr;
    BrowseController *browse = nullptr;
    RadioController *radio = nullptr;
    SearchController *search = nullptr;
    PersonalController *personal = nullptr;
    TagController *tags = nullptr;
    ImportController *imports = nullptr;
    SettingsController *settings = nullptr;
    SoundController *sound = nullptr;
    LoudnessController *loudness = nullptr;
    FoldersController *folders = nullptr;
    WelcomeController *welcome = nullptr;
    SleepController *sleep = nullptr;
    AdmissionController *admission = nullptr;
    InvitationController *invitation = nullptr;
    HubsController *hubs = nullptr;
    UsersController *users = nullptr;
    WindowState *windowState = nullptr;
    ColorScheme *scheme = nullptr;
};

} // namespace Desktop
