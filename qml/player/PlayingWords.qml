// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Title, artist and album of what plays, large.
RowLayout {
    id: words

    required property PlayerController player
    required property bool favourite
    signal favouriteWanted
    signal albumWanted

    spacing: Theme.gap

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.unit

        Words {
            Layout.fillWidth: true
            text: words.player.hasTrack ? words.player.title : qsTr("Nothing is playing")
            font.pixelSize: Theme.huge
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            maximumLineCount: 2
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: words.player.artist
            font.pixelSize: Theme.large
        }
        TextButton {
            visible: text !== ""
            Layout.maximumWidth: parent.width
            enabled: words.player.known
            text: words.player.album
            iconName: "disc"
            onClicked: words.albumWanted()
        }
    }
    IconButton {
        Layout.alignment: Qt.AlignTop
        visible: words.player.hasTrack
        checked: words.favourite
        name: words.favourite ? qsTr("Remove %1 from the favourites").arg(words.player.title)
            : qsTr("Add %1 to the favourites").arg(words.player.title)
        icon.source: words.favourite ? "icons/heart-full.svg" : "icons/heart.svg"
        onClicked: words.favouriteWanted()
    }
}
