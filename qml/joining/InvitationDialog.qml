// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// How a device comes in: by scanning, or by typing six digits.
Panel {
    id: dialog

    required property InvitationController invitation
    readonly property bool shown: invitation.code !== ""
    readonly property bool spent: shown && invitation.codeSeconds === 0

    function invite() {
        invitation.invite();
        if (!opened)
            open();
        done.forceActiveFocus();
    }

    modal: true
    onClosed: invitation.finish()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap * 1.5

        Heading {
            Layout.fillWidth: true
            text: qsTr("Add a device")
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                Layout.fillWidth: true
                visible: dialog.shown
                columns: dialog.availableWidth > qr.implicitWidth + Theme.unit * 60 ? 2 : 1
                columnSpacing: Theme.margin * 1.5
                rowSpacing: Theme.margin

                QrCode {
                    id: qr

                    Layout.alignment: Qt.AlignHCenter | Qt.AlignTop
                    modules: dialog.invitation.modules
                    content: dialog.invitation.url
                    radius: Theme.radius
                    opacity: dialog.invitation.secretSeconds > 0 ? 1 : 0.15
                }
                InvitationWords {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    invitation: dialog.invitation
                }
            }
            RowLayout {
                Layout.fillWidth: true
                visible: dialog.invitation.arrived !== ""
                spacing: Theme.gap

                IconPicture {
                    name: "check"
                    color: Theme.accent
                }
                Words {
                    Layout.fillWidth: true
                    text: qsTr("%1 has come in.").arg(dialog.invitation.arrived)
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: dialog.invitation.fault
                color: Theme.alarm
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Item {
                Layout.fillWidth: true
            }
            TextButton {
                prominent: dialog.spent
                text: dialog.invitation.arrived !== "" ? qsTr("Add another") : qsTr("New code")
                onClicked: dialog.invitation.invite()
            }
            TextButton {
                id: done

                prominent: !dialog.spent
                text: qsTr("Done")
                onClicked: dialog.close()
            }
        }
    }
}
