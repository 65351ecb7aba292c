// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// The window: library, what plays, and the keys.
ApplicationWindow {
    id: root

    required property PlayerController player
    required property DeviceModel devices
    required property QueueModel queue
    required property LibraryController library
    required property BrowseController browse
    required property SearchController search
    required property PersonalController personal
    required property SettingsController settings
    required property FoldersController folders
    required property WelcomeController welcome
    required property SleepController sleep
    required property WindowState windowState
    required property ColorScheme scheme

    width: 1100
    height: 740
    minimumWidth: 480
    minimumHeight: 360
    visible: false // until the program shows it
    title: player.hasTrack ? qsTr("%1 – Segue").arg(player.title) : qsTr("Segue")
    color: Theme.background
    palette { text: Theme.text; windowText: Theme.text; toolTipBase: Theme.raised; toolTipText: Theme.text; dark: Theme.line }

    function toggleQueue() {
        windowState.queueShown = !windowState.queueShown;
        if (windowState.queueShown)
            queuePanel.enter();
        else
            pages.enter();
    }

    Navigation {
        id: navigation

        library: root.library
        browse: root.browse
        search: root.search
        welcome: root.welcome
        windowState: root.windowState
        typing: top.typing
        onSearchWanted: top.startSearch()
        onSearchCleared: top.clearSearch()
        onEntered: pages.enter()
    }
    Binding {
        target: Theme
        property: "dark"
        value: root.scheme.dark
    }
    Shortcuts {
        player: root.player
        typing: root.activeFocusItem instanceof TextInput || root.activeFocusItem instanceof TextEdit
        pressing: root.activeFocusItem instanceof AbstractButton || root.activeFocusItem instanceof ComboBox
        moving: pages.moving
        covered: dialogs.open
        onSearchWanted: top.startSearch()
        onBackWanted: navigation.back()
        onQueueWanted: root.toggleQueue()
        onUndoWanted: navigation.section === "settings" ? root.folders.putBack() : root.queue.undo()
        onSettingsWanted: navigation.show("settings")
        onSleepWanted: bottom.openSleep()
        onRedoWanted: root.queue.redo()
        onQuitWanted: root.close()
    }

    header: TopBar {
        id: top

        search: root.search
        onSearchFinished: pages.enter()
    }
    Sidebar {
        id: sidebar

        height: parent.height
        narrow: root.width < Theme.unit * 200
        library: root.library
        section: navigation.section
        onWanted: section => navigation.show(section)
    }
    LibraryPages {
        id: pages

        anchors.fill: parent
        anchors.leftMargin: sidebar.width
        anchors.rightMargin: queuePanel.visible && !queuePanel.covers ? queuePanel.width : 0
        library: root.library
        player: root.player
        queue: root.queue
        browse: root.browse
        search: root.search
        personal: root.personal
        settings: root.settings
        folders: root.folders
        welcome: root.welcome
        devices: root.devices
        section: navigation.section
        typing: top.typing
        onFolderWanted: dialogs.askForFolder()
        onProblemsWanted: dialogs.showProblems()
        onEntryWanted: (section, entryId) => navigation.showEntry(section, entryId)
    }
    QueuePanel {
        id: queuePanel

        readonly property bool covers: root.width < Theme.unit * 200

        anchors.right: parent.right
        height: parent.height
        width: covers ? root.width : Theme.unit * 88
        visible: root.windowState.queueShown
        queue: root.queue
        player: root.player
        onClosed: root.toggleQueue()
    }
    footer: Footer {
        id: bottom

        sleep: root.sleep
        library: root.library
        player: root.player
        devices: root.devices
        queueShown: root.windowState.queueShown
        onQueueWanted: root.toggleQueue()
        onProblemsWanted: dialogs.showProblems()
        onDevicesWanted: dialogs.showDevices()
    }

    Dialogs {
        id: dialogs

        anchors.fill: pages
        player: root.player
        devices: root.devices
        library: root.library
        personal: root.personal
        folders: root.folders
    }
}
