// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// How loud each octave is.
SettingsCard {
    id: card

    required property SettingsController settings
    required property SoundController sound
    readonly property bool fixed: settings.isFixed("equalizer")

    title: qsTr("Equalizer")

    SettingLine {
        label: qsTr("Setting")
        fixed: card.fixed
        remark: card.sound.preset === "off" ? qsTr("Off: the sound leaves as it is in the file.")
            : qsTr("Radio stations play as they come.")

        ChoiceBox {
            Layout.fillWidth: true
            enabled: !card.fixed
            model: card.sound.presets
            given: card.sound.preset
            Accessible.name: qsTr("Equalizer")
            onChosen: value => card.sound.preset = value
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 0

        Repeater {
            model: card.sound.bands.length

            LevelSlider {
                required property int index

                Layout.fillWidth: true
                enabled: !card.fixed
                label: card.sound.bands[index].label
                given: card.sound.bands[index].gainDb
                onMoved: gainDb => card.sound.setBand(index, gainDb)
            }
        }
    }
}
