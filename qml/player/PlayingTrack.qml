// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Cover, title and artist of what plays. Leads to its page.
Item {
    id: playing

    required property PlayerController player
    required property int coverRevision
    readonly property bool leads: player.hasTrack
    signal opened

    activeFocusOnTab: leads
    implicitHeight: Theme.unit * 16
    Accessible.role: leads ? Accessible.Link : Accessible.StaticText
    Accessible.name: player.hasTrack ? qsTr("%1 by %2").arg(player.title).arg(player.artist) : qsTr("Nothing is playing")
    Accessible.focusable: leads
    Accessible.onPressAction: opened()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()

    RowLayout {
        anchors.fill: parent
        spacing: Theme.gap * 1.5

        CoverImage {
            Layout.fillHeight: true
            Layout.preferredWidth: height
            albumId: playing.player.albumId
            revision: playing.coverRevision
            pixels: Theme.unit * 16
            visible: playing.player.hasTrack
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.unit / 2

            Words {
                Layout.fillWidth: true
                text: playing.player.hasTrack ? playing.player.title : qsTr("Nothing is playing")
                font.weight: Font.DemiBold
                color: playing.player.hasTrack ? Theme.text : Theme.dim
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: playing.player.artist
                color: Theme.dim
                font.pixelSize: Theme.small
            }
        }
    }
    FocusRing {
        anchors.margins: -3
        visible: playing.activeFocus
    }
    TapHandler {
        enabled: playing.leads
        onTapped: playing.opened()
    }
    HoverHandler {
        enabled: playing.leads
        cursorShape: Qt.PointingHandCursor
    }
}
