// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Asks what to call a device. Enter takes it.
Panel {
    id: dialog

    required property DeviceModel devices
    property string deviceId

    function ask(device: string, before: string) {
        deviceId = device;
        field.text = before;
        open();
        field.selectAll();
        field.forceActiveFocus();
    }
    function finish() {
        if (field.text.trim() === "")
            return;
        devices.rename(deviceId, field.text);
        close();
    }

    modal: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.margin

        Heading {
            Layout.fillWidth: true
            text: qsTr("Rename the device")
        }
        LineField {
            id: field

            Layout.fillWidth: true
            maximumLength: 60
            placeholderText: qsTr("Name of the device")
            onAccepted: dialog.finish()
        }
        DialogButtons {
            Layout.fillWidth: true
            acceptText: qsTr("Rename")
            acceptable: field.text.trim() !== ""
            onAccepted: dialog.finish()
            onRejected: dialog.close()
        }
    }
}
