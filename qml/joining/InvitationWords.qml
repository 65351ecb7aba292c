// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// What to do with an invitation, and how long it is good.
ColumnLayout {
    id: words

    required property InvitationController invitation
    readonly property int seconds: invitation.codeSeconds

    function time(seconds: int): string {
        return Math.floor(seconds / 60) + ":" + (seconds % 60).toString().padStart(2, "0");
    }

    spacing: Theme.gap

    Words {
        Layout.fillWidth: true
        text: qsTr("Scan the picture with the camera of a phone or tablet, or open this address in a browser:")
        wrapMode: Text.Wrap
    }
    TextEdit { // so that it can be copied
        Layout.fillWidth: true
        text: words.invitation.address
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: false
        color: Theme.accent
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        font.pixelSize: Theme.large
        font.weight: Font.DemiBold
        wrapMode: TextEdit.WrapAnywhere
        Accessible.name: text
        Accessible.readOnly: true
    }
    Words {
        Layout.fillWidth: true
        visible: words.invitation.otherAddresses !== ""
        text: qsTr("Also: %1").arg(words.invitation.otherAddresses)
        color: Theme.dim
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
    }
    Words {
        Layout.fillWidth: true
        visible: words.invitation.fingerprint !== ""
        text: qsTr("Where a browser warns of the certificate, its SHA-256 fingerprint should be: %1").arg(
            words.invitation.fingerprint)
        color: Theme.dim
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        maximumLineCount: 8
    }
    Words {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        text: qsTr("and type this code there:")
    }
    Text {
        text: words.invitation.code.slice(0, 3) + " " + words.invitation.code.slice(3)
        textFormat: Text.PlainText
        color: words.seconds > 0 ? Theme.text : Theme.dim
        opacity: words.seconds > 0 ? 1 : 0.5
        font.pixelSize: Theme.unit * 12
        font.weight: Font.DemiBold
        font.letterSpacing: Theme.unit / 2
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Code: %1").arg(words.invitation.code.split("").join(" "))
    }
    ProgressLine {
        Layout.fillWidth: true
        to: 120
        value: words.seconds
        Accessible.ignored: true
    }
    Words {
        Layout.fillWidth: true
        text: words.seconds > 0 ? qsTr("Good for another %1, for one device.").arg(words.time(words.seconds))
            : qsTr("This code is over.")
        color: words.seconds > 0 ? Theme.dim : Theme.alarm
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
}
