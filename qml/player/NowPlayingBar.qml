// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// What plays, and the hold on it.
Rectangle {
    id: bar

    required property PlayerController player
    required property DeviceModel devices
    required property SleepController sleep
    required property int coverRevision
    required property bool queueShown
    readonly property bool wide: width > Theme.unit * 220
    signal pageWanted
    signal devicesWanted
    signal queueWanted

    function openSleep() {
        sleepButton.open();
    }

    implicitHeight: content.implicitHeight + Theme.gap * 3
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    GridLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap * 1.5
        anchors.bottomMargin: Theme.gap * 1.5
        columns: bar.wide ? 4 : 3
        columnSpacing: Theme.margin
        rowSpacing: Theme.unit

        PlayingTrack {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.unit * 60
            Layout.maximumWidth: bar.wide ? Theme.unit * 75 : -1
            player: bar.player
            coverRevision: bar.coverRevision
            onOpened: bar.pageWanted()
        }
        Transport {
            player: bar.player
        }
        SeekBar {
            Layout.row: bar.wide ? 0 : 1
            Layout.column: bar.wide ? 2 : 0
            Layout.columnSpan: bar.wide ? 1 : 3
            Layout.fillWidth: true
            positionMs: bar.player.positionMs
            durationMs: bar.player.durationMs
            onSeekWanted: positionMs => bar.player.seek(positionMs)
        }
        RowLayout {
            Layout.row: 0
            Layout.column: bar.wide ? 3 : 2
            Layout.alignment: Qt.AlignRight
            spacing: 0

            VolumeControl {
                visible: bar.wide
                player: bar.player
            }
            Words {
                Layout.maximumWidth: Theme.unit * 30
                Layout.leftMargin: Theme.gap
                Layout.rightMargin: Theme.unit
                visible: bar.wide && text !== ""
                text: bar.devices.elsewhere
                color: Theme.accent
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            SleepButton {
                id: sleepButton

                sleep: bar.sleep
                player: bar.player
            }
            IconButton {
                name: bar.devices.elsewhere === "" ? qsTr("Devices") : qsTr("Devices: playing on %1").arg(bar.devices.elsewhere)
                icon.source: "icons/devices.svg"
                checked: bar.devices.count > 1
                onClicked: bar.devicesWanted()
            }
            IconButton {
                name: qsTr("Queue")
                icon.source: "icons/queue.svg"
                checked: bar.queueShown
                onClicked: bar.queueWanted()
            }
        }
    }
}
