// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
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
    palette.text: Theme.text
    palette.windowText: Theme.text
    palette.toolTipBase: Theme.raised
    palette.toolTipText: Theme.text
    palette.dark: Theme.line
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    readonly property string section: windowState.page !== "" ? windowState.page : "albums"
    onSectionChanged: controllers.browse.section = section
    Component.onCompleted: controllers.browse.section = section

    function show(wanted: string) {
        library.closeAlbum();
        controllers.browse.close();
        if (controllers.search.text !== "")
            top.clearSearch();
        windowState.page = wanted;
        if (wanted === "search")
            top.startSearch();
        else
            pages.enter();
    }
    function showEntry(wanted: string, entryId: string) {
        show(wanted);
        controllers.browse.open(entryId);
        pages.enter();
    }
    function togglePlaying() {
        windowState.playingShown = !windowState.playingShown;
        if (windowState.playingShown)
            playing.enter();
        else
            pages.enter();
    }
    function back() {
        if (playing.visible)
            togglePlaying();
        else if (library.albumOpen)
            library.closeAlbum();
        else if (!pages.searching && controllers.browse.entryOpen)
            controllers.browse.close();
        else
            top.clearSearch();
    }

    function toggleQueue() {
        windowState.queueShown = !windowState.queueShown;
        if (windowState.queueShown)
            queuePanel.enter();
        else
            pages.enter();
    }

    Binding {
        target: Theme
        property: "dark"
        value: root.controllers.scheme.dark
    }
    Shortcuts {
        player: root.player
        typing: root.activeFocusItem instanceof TextInput || root.activeFocusItem instanceof TextEdit
        pressing: root.activeFocusItem instanceof AbstractButton
        moving: pages.moving
        covered: dialogs.covering
        onSearchWanted: top.startSearch()
        onBackWanted: root.back()
        onQueueWanted: root.toggleQueue()
        onPlayingWanted: root.togglePlaying()
        onUndoWanted: root.controllers.queue.undo()
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
        section: pages.searching ? "search" : root.section
        onWanted: section => root.show(section)
    }
    LibraryPages {
        id: pages

        anchors.fill: parent
        anchors.leftMargin: sidebar.width
        anchors.rightMargin: queuePanel.visible && !queuePanel.covers ? queuePanel.width : 0
        controllers: root.controllers
        section: root.section
        typing: top.typing
        onEntryWanted: (section, entryId) => root.showEntry(section, entryId)
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
        onClosed: root.togglePlaying()
        onAlbumWanted: albumId => {
            root.togglePlaying();
            root.library.openAlbum(albumId);
        }
    }
    footer: Footer {
        visible: !playing.visible
        library: root.library
        player: root.player
        devices: root.controllers.devices
        queueShown: root.windowState.queueShown
        onPageWanted: root.togglePlaying()
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
    Connections {
        target: root.controllers.search
        function onTextChanged() {
            if (root.controllers.search.text !== "")
                root.library.closeAlbum();
        }
    }
}
