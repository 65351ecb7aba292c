// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// What the window looks like.
SettingsCard {
    id: card

    required property SettingsController settings

    title: qsTr("Appearance")

    SettingLine {
        label: qsTr("Colours")
        fixed: card.settings.isFixed("theme")

        Segments {
            enabled: !card.settings.isFixed("theme")
            name: qsTr("Colours")
            given: card.settings.theme
            choices: [
                { value: "system", text: qsTr("As the system") },
                { value: "light", text: qsTr("Light") },
                { value: "dark", text: qsTr("Dark") }
            ]
            onChosen: value => card.settings.theme = value
        }
    }
}
