// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// A device wants to be let in. It comes over whatever is shown and takes nothing away from it: not the keys either,
/// until somebody asks for them.
Popup {
    id: banner

    required property AdmissionController admission
    readonly property string askerId: admission.askerId
    /// A click that was meant for what stood here before lets nobody in.
    property bool armed: false
    property Item before: null

    function takeKeys() {
        if (!activeFocus)
            before = parent.Window.activeFocusItem;
        allow.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function giveKeysBack() {
        if (activeFocus)
            before?.forceActiveFocus(Qt.OtherFocusReason);
    }
    function decide(role: string) {
        if (!armed)
            return;
        if (role === "")
            admission.deny(askerId);
        else
            admission.allow(askerId, role);
        arm(); // once is enough, unless the hub has not heard it
    }
    function arm() {
        armed = false;
        soon.restart();
    }

    z: 1
    visible: askerId !== ""
    closePolicy: Popup.NoAutoClose
    padding: Theme.margin
    onAskerIdChanged: arm()
    onAboutToHide: giveKeysBack()

    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius * 2
        border.width: 2
        border.color: Theme.accent
    }

    GridLayout {
        id: grid

        anchors.fill: parent
        columns: banner.availableWidth > Theme.unit * 150 ? 3 : 2
        columnSpacing: Theme.gap * 1.5
        rowSpacing: Theme.gap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: who.text
        Accessible.description: qsTr("Ctrl+J goes there.")

        IconPicture {
            name: "devices"
            color: Theme.accent
            icon.width: Theme.unit * 7
            icon.height: Theme.unit * 7
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.unit / 2

            Words {
                id: who

                Layout.fillWidth: true
                text: banner.admission.askerCode !== ""
                    ? qsTr("%1, which shows %2, wants to join").arg(banner.admission.askerName).arg(banner.admission.askerCode)
                    : qsTr("%1 wants to join").arg(banner.admission.askerName)
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
            Words {
                Layout.fillWidth: true
                text: banner.admission.waiting > 1
                    ? qsTr("From %1. %n other(s) wait too.", "", banner.admission.waiting - 1).arg(banner.admission.askerAddress)
                    : qsTr("From %1 (Ctrl+J to decide)").arg(banner.admission.askerAddress)
                color: Theme.dim
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
        }
        Flow {
            Layout.fillWidth: grid.columns !== 3
            Layout.columnSpan: grid.columns === 3 ? 1 : 2
            Layout.preferredWidth: allow.width + listen.width + deny.width + 2 * spacing
            spacing: Theme.gap

            TextButton {
                id: allow

                prominent: true
                text: qsTr("Allow")
                Accessible.name: qsTr("Allow %1 to control the music").arg(banner.admission.askerName)
                onClicked: banner.decide("controller")
            }
            TextButton {
                id: listen

                text: qsTr("Allow to listen only")
                onClicked: banner.decide("listener")
            }
            TextButton {
                id: deny

                text: qsTr("Deny")
                onClicked: banner.decide("")
            }
        }
    }

    Timer {
        id: soon

        interval: 700
        onTriggered: banner.armed = true
    }
    Shortcut {
        sequence: "Ctrl+J"
        enabled: banner.visible
        onActivated: banner.takeKeys()
    }
    Shortcut {
        sequence: "Escape"
        enabled: banner.activeFocus
        onActivated: banner.giveKeysBack()
    }
}
