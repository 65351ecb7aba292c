// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A device, what it does, and the hold on it: who sounds, and how loud.
Item {
    id: row

    required property string name
    required property string condition
    required property bool output
    required property bool isThis
    required property bool active
    required property bool choosable
    required property int volume // percent; -1 where it cannot be set
    required property bool muted
    required property bool canBeMuted
    required property bool nameable
    /// What to show of these: of this device more is known than the hub tells.
    property real shownVolume: volume
    property bool shownMuted: muted
    /// Nobody but this one sounds.
    required property bool alone
    signal soundWanted
    signal alsoWanted(bool sounds)
    signal volumeWanted(int percent)
    signal mutedWanted(bool muted)
    property bool selected: false
    signal menuWanted

    implicitHeight: content.implicitHeight + Theme.gap
    Accessible.role: Accessible.ListItem
    Accessible.name: isThis ? qsTr("%1, this device: %2").arg(name).arg(condition) : qsTr("%1: %2").arg(name).arg(condition)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: row.selected ? Theme.hover : "transparent"

        FocusRing {
            visible: row.selected
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: row.menuWanted()
    }
    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Button {
                enabled: false // only its icon is wanted: that takes a colour
                background: null
                padding: 0
                Layout.preferredWidth: Theme.control
                icon.source: row.output ? "icons/speaker.svg" : "icons/remote.svg"
                icon.color: row.active ? Theme.accent : Theme.dim
                icon.width: Theme.unit * 6
                icon.height: Theme.unit * 6
                Accessible.ignored: true
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.control
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: row.name
                    font.weight: row.isThis ? Font.DemiBold : Font.Normal
                }
                Words {
                    Layout.fillWidth: true
                    text: row.isThis ? qsTr("This device · %1").arg(row.condition) : row.condition
                    color: row.active ? Theme.accent : Theme.dim
                    font.pixelSize: Theme.small
                }
            }
            IconButton {
                visible: row.choosable && !row.alone
                name: row.active ? row.isThis ? qsTr("Stop playing here") : qsTr("Stop playing there")
                    : row.isThis ? qsTr("Play here also") : qsTr("Play there also")
                icon.source: row.active ? "icons/remove.svg" : "icons/add.svg"
                Accessible.description: row.name
                onClicked: row.alsoWanted(!row.active)
            }
            TextButton {
                visible: row.choosable && !row.alone
                text: row.isThis ? qsTr("Play here") : qsTr("Play there")
                Accessible.description: row.name
                onClicked: row.soundWanted()
            }
        }
        LoudnessControl {
            Layout.fillWidth: true
            visible: row.output && (row.volume >= 0 || row.canBeMuted)
            name: qsTr("Volume of %1").arg(row.name)
            volume: row.shownVolume
            muted: row.shownMuted
            canBeSet: row.volume >= 0
            canBeMuted: row.canBeMuted
            roomy: true
            onVolumeWanted: percent => row.volumeWanted(percent)
            onMutedWanted: muted => row.mutedWanted(muted)
        }
    }
}
