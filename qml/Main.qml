// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as Templates
import Segue

/// The window: library, what plays, and the keys.
ApplicationWindow {
    id: root

    required property Controllers controllers
    readonly property PlayerController player: controllers.player
    readonly property LibraryController library: controllers.library
    readonly property WindowState windowState: controllers.windowState

    width: 1100
    height: 740
    minimumWidth: 480
    minimumHeight: 360
    visible: false // until the program shows it
    title: player.hasTrack ? qsTr("%1 – Segue").arg(player.title) : qsTr("Segue")
    color: Theme.background
    palette { text: Theme.text; windowText: Theme.text; toolTipBase: Theme.raised; toolTipText: Theme.text; dark: Theme.line }
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    function toggleQueue() {
        windowState.queueShown = !windowState.queueShown;
        if (windowState.queueShown)
            queuePanel.enter();
        else
            pages.enter();
    }

    Navigation {
        id: navigation

        controllers: root.controllers
        typing: top.typing
        onSearchWanted: top.startSearch()
        onSearchCleared: top.clearSearch()
        onEntered: pages.enter()
        onPlayingEntered: playing.enter()
    }
    Binding {
        target: Theme
        property: "dark"
        value: root.controllers.scheme.dark
    }
    Shortcuts {
        player: root.player
        typing: root.activeFocusItem instanceof TextInput || root.activeFocusItem instanceof TextEdit
        // By the templates: a style's Button is none of that style's AbstractButtons. A list's rows are buttons too.
        pressing: root.activeFocusItem instanceof Templates.ComboBox || root.activeFocusItem instanceof Templates.AbstractButton
            && !(root.activeFocusItem instanceof Templates.ItemDelegate)
        moving: pages.moving || (root.activeFocusItem as ThinSlider)?.takesArrows === true
        covered: dialogs.covering
        onSearchWanted: top.startSearch()
        onBackWanted: navigation.back()
        onQueueWanted: root.toggleQueue()
        onPlayingWanted: navigation.togglePlaying()
        onDevicesWanted: dialogs.showDevices()
        onUndoWanted: navigation.section === "settings" ? root.controllers.folders.putBack() : root.controllers.queue.undo()
        onSettingsWanted: navigation.show("settings")
        onSleepWanted: bottom.openSleep()
        onRedoWanted: root.controllers.queue.redo()
        onQuitWanted: root.close()
    }

    header: TopBar {
        id: top

        visible: !playing.visible
        search: root.controllers.search
        onSearchFinished: pages.enter()
    }
    Sidebar {
        id: sidebar

        anchors.left: parent.left
        height: parent.height
        narrow: root.width < Theme.unit * 200
        library: root.library
        users: root.controllers.users
        section: navigation.searching ? "search" : navigation.section
        onWanted: section => navigation.show(section)
    }
    LibraryPages {
        id: pages

        anchors.fill: parent
        anchors.leftMargin: sidebar.width
        anchors.rightMargin: queuePanel.visible && !queuePanel.covers ? queuePanel.width : 0
        controllers: root.controllers
        section: navigation.section
        searching: navigation.searching
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
        queue: root.controllers.queue
        player: root.player
        personal: root.controllers.personal
        onClosed: root.toggleQueue()
    }
    NowPlayingPage {
        id: playing

        anchors.fill: parent
        visible: root.windowState.playingShown
        player: root.player
        queue: root.controllers.queue
        personal: root.controllers.personal
        coverRevision: root.library.coverRevision
        onClosed: navigation.togglePlaying()
        onAlbumWanted: albumId => navigation.showAlbum(albumId)
    }
    footer: Footer {
        id: bottom

        sleep: root.controllers.sleep
        imports: root.controllers.imports
        visible: !playing.visible
        library: root.library
        player: root.player
        devices: root.controllers.devices
        queueShown: root.windowState.queueShown
        onPageWanted: navigation.togglePlaying()
        onQueueWanted: root.toggleQueue()
        onProblemsWanted: dialogs.showProblems()
        onDevicesWanted: dialogs.showDevices()
    }

    Dialogs {
        id: dialogs

        anchors.fill: parent
        controllers: root.controllers
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => {
            root.controllers.imports.take(drop.urls);
            drop.accept(Qt.CopyAction);
        }
    }
}
