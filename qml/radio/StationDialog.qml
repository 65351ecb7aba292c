// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Asks for the name and the address of a station. Enter takes them.
Panel {
    id: dialog

    required property RadioController radio
    property string stationId

    function ask(station: string, name: string, url: string) {
        stationId = station;
        nameField.text = name;
        address.text = url;
        problem.text = "";
        open();
        (station === "" ? address : nameField).forceActiveFocus();
    }
    function finish() {
        problem.text = radio.save(stationId, nameField.text, address.text);
        if (problem.text === "")
            close();
        else
            address.forceActiveFocus();
    }

    modal: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap * 1.5

        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gap * 1.5

            Heading {
                Layout.fillWidth: true
                text: dialog.stationId === "" ? qsTr("Add a station") : qsTr("Edit the station")
            }
            LineField {
                id: address

                Layout.fillWidth: true
                placeholderText: qsTr("Address of the stream, http://…")
                inputMethodHints: Qt.ImhUrlCharactersOnly
                onAccepted: dialog.finish()
            }
            LineField {
                id: nameField

                Layout.fillWidth: true
                maximumLength: 200
                placeholderText: qsTr("Name")
                onAccepted: dialog.finish()
            }
            Words {
                id: problem

                Layout.fillWidth: true
                visible: text !== ""
                color: Theme.alarm
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        DialogButtons {
            Layout.fillWidth: true
            acceptText: qsTr("Save")
            onAccepted: dialog.finish()
            onRejected: dialog.close()
        }
    }
}
