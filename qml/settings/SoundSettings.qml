// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Where and how this machine sounds.
SettingsCard {
    id: card

    required property SettingsController settings
    required property SoundController sound
    required property LoudnessController loudness
    required property PlayerController player

    title: qsTr("Sound")

    SettingLine {
        visible: !card.sound.silent
        label: qsTr("Play on")
        fixed: card.settings.isFixed("audio-device")
        remark: card.player.notice

        ChoiceBox {
            Layout.fillWidth: true
            enabled: !card.settings.isFixed("audio-device")
            model: card.sound.devices
            given: card.sound.device
            Accessible.name: qsTr("Sound device")
            onChosen: value => card.sound.device = value
        }
    }
    SettingLine {
        visible: card.sound.silent
        label: qsTr("Play on")
        value: qsTr("Nothing: started with no-audio, this device only controls and follows.")
    }
    SettingLine {
        visible: !card.sound.silent
        label: qsTr("When that device goes away")
        fixed: card.settings.isFixed("unplugged")

        Segments {
            enabled: !card.settings.isFixed("unplugged")
            name: qsTr("When that device goes away")
            given: card.sound.unplugged
            choices: [
                { value: "fallback", text: qsTr("Play on another") },
                { value: "pause", text: qsTr("Pause") }
            ]
            onChosen: value => card.sound.unplugged = value
        }
    }
    SettingLine {
        visible: !card.sound.silent
        label: qsTr("Level loudness (ReplayGain)")
        fixed: card.settings.isFixed("replaygain")
        remark: card.sound.replayGain === "off" ? qsTr("Off: each track is as loud as its file has it.")
            : card.sound.replayGain === "track" ? qsTr("All tracks are equally loud.")
            : card.sound.replayGain === "album" ? qsTr("An album keeps the differences between its tracks.")
            : qsTr("An album played as such keeps its differences; else all tracks are equally loud.")

        Segments {
            enabled: !card.settings.isFixed("replaygain")
            name: qsTr("Level loudness (ReplayGain)")
            given: card.sound.replayGain
            choices: [
                { value: "off", text: qsTr("Off") },
                { value: "track", text: qsTr("Tracks") },
                { value: "album", text: qsTr("Albums") },
                { value: "auto", text: qsTr("Automatic") }
            ]
            onChosen: value => card.sound.replayGain = value
        }
    }
    LoudnessState {
        Layout.fillWidth: true
        loudness: card.loudness
    }
    SettingLine {
        visible: !card.sound.silent && card.sound.replayGain !== "off"
        label: qsTr("Louder or softer by %1 dB").arg(card.sound.preampDb.toLocaleString(Qt.locale(), "f", 1))
        fixed: card.settings.isFixed("preamp")

        ThinSlider {
            Layout.fillWidth: true
            enabled: !card.settings.isFixed("preamp")
            from: -15
            to: 15
            stepSize: 0.5
            shown: true
            given: card.sound.preampDb
            Accessible.name: qsTr("Louder or softer, decibels")
            onMoved: card.sound.preampDb = value
        }
    }
    SettingLine {
        visible: !card.sound.silent
        label: card.sound.crossfadeSeconds === 0 ? qsTr("Fade each track into the next: off")
            : qsTr("Fade each track into the next: %1 s").arg(card.sound.crossfadeSeconds.toLocaleString(Qt.locale(), "f", 0))
        fixed: card.settings.isFixed("crossfade")
        remark: qsTr("Not within an album, and not while other devices play along.")

        ThinSlider {
            Layout.fillWidth: true
            enabled: !card.settings.isFixed("crossfade")
            to: 12
            stepSize: 1
            shown: true
            given: card.sound.crossfadeSeconds
            Accessible.name: qsTr("Fade each track into the next, seconds")
            onMoved: card.sound.crossfadeSeconds = value
        }
    }
}
