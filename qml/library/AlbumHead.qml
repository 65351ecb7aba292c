// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// What is on top of an open album.
RowLayout {
    id: head

    required property LibraryController library
    /// Large where the window has room.
    required property bool roomy
    signal back
    signal play
    signal add
    signal edit

    spacing: Theme.margin

    IconButton {
        Layout.alignment: Qt.AlignTop
        name: qsTr("Back to the albums")
        icon.source: "icons/back.svg"
        directed: true
        onClicked: head.back()
    }
    CoverImage {
        Layout.preferredWidth: Theme.unit * (head.roomy ? 48 : 24)
        Layout.preferredHeight: Layout.preferredWidth
        albumId: head.library.albumId
        revision: head.library.coverRevision
        pixels: Theme.unit * 64
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.unit

        Words {
            Layout.fillWidth: true
            text: head.library.albumTitle
            font.pixelSize: head.roomy ? Theme.huge : Theme.large
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Words {
            Layout.fillWidth: true
            text: head.library.albumArtist
            font.pixelSize: Theme.large
        }
        Words {
            Layout.fillWidth: true
            text: head.library.albumSummary
            color: Theme.dim
        }
        RowLayout {
            Layout.topMargin: head.roomy ? Theme.gap : 0
            spacing: Theme.gap

            IconButton {
                prominent: true
                size: Theme.unit * (head.roomy ? 12 : 9)
                name: qsTr("Play this album")
                icon.source: "icons/play.svg"
                onClicked: head.play()
            }
            IconButton {
                name: qsTr("Add this album to the queue")
                icon.source: "icons/queue.svg"
                onClicked: head.add()
            }
            IconButton {
                name: qsTr("Edit the tags of this album")
                icon.source: "icons/edit.svg"
                onClicked: head.edit()
            }
        }
    }
}
