// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Segue

/// Lets the music end by itself: after a while, or after this track.
RowLayout {
    id: sleepButton

    required property SleepController sleep
    required property PlayerController player
    readonly property bool off: sleep.minutes === 0 && !player.stopAfter
    readonly property string leftText: player.stopAfter ? qsTr("after this track") : sleep.leftText

    function open() {
        menu.popup(button, button.width - menu.width, -menu.height);
    }
    function choose(minutes: int, afterTrack: bool) {
        sleep.start(minutes);
        if (player.stopAfter !== afterTrack)
            player.stopAfter = afterTrack;
    }

    spacing: 0

    Words {
        visible: !sleepButton.off && sleepButton.sleep.minutes > 0
        text: sleepButton.leftText
        color: Theme.accent
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    IconButton {
        id: button

        name: sleepButton.off ? qsTr("Sleep timer") : qsTr("Sleep timer: %1").arg(sleepButton.leftText)
        icon.source: "icons/sleep.svg"
        checked: !sleepButton.off
        onClicked: sleepButton.open()
    }
    ThemedMenu {
        id: menu

        Action {
            text: qsTr("No sleep timer")
            checked: sleepButton.off
            onTriggered: sleepButton.choose(0, false)
        }
        Instantiator {
            model: [15, 30, 45, 60]
            delegate: Action {
                required property int modelData

                text: qsTr("%1 minutes").arg(modelData)
                checked: sleepButton.sleep.minutes === modelData
                onTriggered: sleepButton.choose(modelData, false)
            }
            onObjectAdded: (index, object) => menu.insertAction(index + 1, object as Action)
            onObjectRemoved: (index, object) => menu.removeAction(object as Action)
        }
        Action {
            text: qsTr("Stop after this track")
            enabled: sleepButton.player.hasTrack
            checked: sleepButton.player.stopAfter
            onTriggered: sleepButton.choose(0, true)
        }
    }
}
