// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// An album in the grid.
Item {
    id: card

    required property string albumId
    required property string title
    required property string artist
    required property int coverRevision
    required property bool selected
    required property bool playing
    signal opened

    Accessible.role: Accessible.Button
    Accessible.name: artist !== "" ? qsTr("%1 by %2").arg(title).arg(artist) : title
    Accessible.focusable: true
    Accessible.onPressAction: opened()

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.unit
        radius: Theme.radius * 1.5
        color: card.selected || area.containsMouse ? Theme.hover : "transparent"

        FocusRing {
            radius: parent.radius
            visible: card.selected
        }
    }
    Column {
        anchors.fill: parent
        anchors.margins: Theme.unit * 3
        spacing: Theme.unit / 2

        CoverImage {
            width: parent.width
            height: width
            albumId: card.albumId
            revision: card.coverRevision
            pixels: Theme.unit * 64
        }
        Item {
            width: 1
            height: Theme.unit
        }
        Words {
            width: parent.width
            text: card.title
            font.weight: Font.DemiBold
            color: card.playing ? Theme.accent : Theme.text
        }
        Words {
            width: parent.width
            text: card.artist
            color: Theme.dim
            font.pixelSize: Theme.small
        }
    }
    MouseArea {
        id: area

        anchors.fill: parent
        hoverEnabled: true
        onClicked: card.opened()
    }
}
