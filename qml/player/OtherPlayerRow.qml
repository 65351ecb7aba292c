// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A player that plays something of its own, and the hold on it.
ColumnLayout {
    id: row

    required property string name
    required property string words
    required property bool reachable
    required property bool playing
    required property bool takeable
    required property int volume // percent
    required property bool muted
    signal toggleWanted
    signal nextWanted
    signal previousWanted
    signal takeWanted
    signal volumeWanted(int percent)
    signal mutedWanted(bool muted)

    spacing: 0
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(name).arg(words)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.unit

        ColumnLayout {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.control
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: row.name
            }
            Words {
                Layout.fillWidth: true
                text: row.words
                color: row.playing && row.reachable ? Theme.accent : Theme.dim
                font.pixelSize: Theme.small
            }
        }
        IconButton {
            visible: row.reachable
            name: qsTr("Previous track")
            icon.source: "icons/previous.svg"
            Accessible.description: row.name
            onClicked: row.previousWanted()
        }
        IconButton {
            visible: row.reachable
            name: row.playing ? qsTr("Pause") : qsTr("Play")
            icon.source: row.playing ? "icons/pause.svg" : "icons/play.svg"
            Accessible.description: row.name
            onClicked: row.toggleWanted()
        }
        IconButton {
            visible: row.reachable
            name: qsTr("Next track")
            icon.source: "icons/next.svg"
            Accessible.description: row.name
            onClicked: row.nextWanted()
        }
        TextButton {
            visible: row.takeable
            text: qsTr("Take over")
            Accessible.name: qsTr("Take over what %1 plays").arg(row.name)
            onClicked: row.takeWanted()
        }
    }
    LoudnessControl {
        Layout.fillWidth: true
        visible: row.reachable
        name: qsTr("Volume of %1").arg(row.name)
        volume: row.volume
        muted: row.muted
        roomy: true
        onVolumeWanted: percent => row.volumeWanted(percent)
        onMutedWanted: muted => row.mutedWanted(muted)
    }
}
