// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Asks for the name of a profile: of a new one, or of one that is to be renamed. Enter takes it.
Panel {
    id: dialog

    required property UsersController users
    property string userId

    function ask(user: string, before: string) {
        userId = user;
        field.text = before;
        open();
        field.selectAll();
        field.forceActiveFocus();
    }
    function finish() {
        if (field.text.trim() === "")
            return;
        users.save(userId, field.text);
        close();
    }

    modal: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.margin

        Heading {
            Layout.fillWidth: true
            text: dialog.userId === "" ? qsTr("New profile") : qsTr("Rename the profile")
        }
        LineField {
            id: field

            Layout.fillWidth: true
            maximumLength: 200
            placeholderText: qsTr("Name of the profile")
            onAccepted: dialog.finish()
        }
        DialogButtons {
            Layout.fillWidth: true
            acceptText: dialog.userId === "" ? qsTr("Create") : qsTr("Rename")
            acceptable: field.text.trim() !== ""
            onAccepted: dialog.finish()
            onRejected: dialog.close()
        }
    }
}
