// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Where this machine sounds.
SettingsCard {
    id: card

    required property SettingsController settings
    required property PlayerController player

    title: qsTr("Sound")

    SettingLine {
        visible: !card.settings.silent
        label: qsTr("Play on")
        fixed: card.settings.soundDeviceFixed
        remark: card.player.notice

        ChoiceBox {
            Layout.fillWidth: true
            enabled: !card.settings.soundDeviceFixed
            model: card.settings.soundDevices
            given: card.settings.soundDevice
            Accessible.name: qsTr("Sound device")
            onChosen: value => card.settings.soundDevice = value
        }
    }
    SettingLine {
        visible: card.settings.silent
        label: qsTr("Play on")
        value: qsTr("Nothing: started with no-audio, this device only controls and follows.")
    }
}
