// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// This device among the others.
SettingsCard {
    id: card

    required property SettingsController settings
    required property DeviceModel devices
    required property AdmissionController admission
    required property InvitationController invitation
    readonly property bool own: settings.joined === ""

    title: qsTr("Devices")

    SettingLine {
        label: qsTr("Name of this device")
        fixed: card.settings.isFixed("name")

        LineField {
            id: field

            Layout.fillWidth: true
            enabled: !card.settings.isFixed("name")
            maximumLength: 128
            text: card.settings.name
            Accessible.name: qsTr("Name of this device")
            onEditingFinished: card.settings.name = text
        }
        Connections {
            target: card.settings
            function onNameChanged() {
                field.text = card.settings.name;
            }
        }
    }
    SettingLine {
        label: qsTr("Hub")
        value: card.own ? qsTr("In this Segue, at %1").arg(card.settings.address)
            : qsTr("Joined %1").arg(card.settings.joined)
    }
    SettingLine {
        visible: card.own && !card.settings.lanOffered
        label: qsTr("Who reaches it")
        value: card.settings.reach
    }
    SettingLine {
        visible: card.settings.lanOffered
        label: qsTr("Who reaches it")
        fixed: card.settings.isFixed("lan")
        remark: card.settings.reach

        TextSwitch {
            Layout.fillWidth: true
            enabled: !card.settings.isFixed("lan")
            text: qsTr("Let devices on my network join")
            given: card.settings.lan
            onChosen: on => card.settings.lan = on
        }
    }
    TextButton {
        enabled: card.admission.admin && (card.settings.lan || !card.settings.lanOffered)
        text: qsTr("Add a device…")
        iconName: "add"
        onClicked: card.invitation.wanted()
    }
    SettingLine {
        label: qsTr("Connected")
        value: card.devices.count === 1 ? qsTr("Only this device") : qsTr("%n device(s)", "", card.devices.count)
    }
}
