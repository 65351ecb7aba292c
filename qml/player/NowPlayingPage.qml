// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// What plays, over the whole window: the cover as large as there is room, the hold on it, and what comes next.
Rectangle {
    id: page

    required property PlayerController player
    required property QueueModel queue
    required property PersonalController personal
    required property int coverRevision
    signal closed
    signal albumWanted(string albumId)

    readonly property bool wide: width > height * 1.2
    /// Of its own: a heading that follows whether the list is seen comes too late for the layout when the page is shown.
    readonly property bool listed: wide && height > Theme.unit * 140 && next.count > 0
    readonly property bool favourite: personal.favouriteRevision >= 0 && personal.isFavourite(player.trackId)

    function enter() {
        transport.enter();
    }

    color: Theme.background
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Now playing")

    MouseArea {
        anchors.fill: parent // what is below is not to be touched
    }
    IconButton {
        id: down

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        y: Theme.gap
        z: 1
        name: qsTr("Close what plays")
        icon.source: "icons/down.svg"
        onClicked: page.closed()
    }
    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin * 2
        anchors.topMargin: down.height + Theme.gap * 2
        columns: page.wide ? 2 : 1
        columnSpacing: Theme.margin * 2
        rowSpacing: Theme.margin

        CoverImage {
            readonly property real room: page.wide ? Math.min(parent.height, parent.width * 0.5)
                : Math.min(parent.width, parent.height - words.implicitHeight - Theme.margin)

            Layout.alignment: Qt.AlignCenter
            Layout.preferredWidth: Math.max(Theme.unit * 20, room)
            Layout.preferredHeight: Layout.preferredWidth
            albumId: page.player.albumId
            revision: page.coverRevision
            pixels: Theme.unit * 160
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            Layout.fillHeight: page.wide
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.gap

            PlayingWords {
                Layout.fillWidth: true
                player: page.player
                favourite: page.favourite
                onFavouriteWanted: page.personal.toggleFavourite(page.player.trackId)
                onAlbumWanted: page.albumWanted(page.player.albumId)
            }
            SeekBar {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                positionMs: page.player.positionMs
                durationMs: page.player.durationMs
                onSeekWanted: positionMs => page.player.seek(positionMs)
            }
            Transport {
                id: transport

                Layout.alignment: Qt.AlignHCenter
                player: page.player
            }
            VolumeControl {
                Layout.alignment: Qt.AlignHCenter
                player: page.player
            }
            Heading {
                Layout.topMargin: Theme.gap
                visible: page.listed
                text: qsTr("Queue")
            }
            QueueList {
                id: next

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Theme.row * 2
                visible: page.listed
                queue: page.queue
                player: page.player
            }
        }
    }
}
