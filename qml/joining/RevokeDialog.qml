// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Asks before a device is sent away.
Panel {
    id: dialog

    required property AdmissionController admission
    property string tokenId
    property string name

    function ask(token: string, device: string) {
        tokenId = token;
        name = device;
        open();
        buttons.cautious.forceActiveFocus();
    }

    modal: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap * 1.5

        Heading {
            Layout.fillWidth: true
            text: qsTr("Send %1 away?").arg(dialog.name)
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("It stops at once, and has to be let in again if it is to come back.")
            wrapMode: Text.Wrap
        }
        DialogButtons {
            id: buttons

            Layout.fillWidth: true
            acceptText: qsTr("Send away")
            onAccepted: {
                dialog.admission.revoke(dialog.tokenId);
                dialog.close();
            }
            onRejected: dialog.close()
        }
    }
}
