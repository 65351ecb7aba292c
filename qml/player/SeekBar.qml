// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Where the track is. Shows the hub's position except while somebody drags. Time runs to the right in every
/// language.
RowLayout {
    id: bar

    required property int positionMs
    required property int durationMs
    signal seekWanted(int positionMs)

    spacing: Theme.gap
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Duration {
        Layout.minimumWidth: Theme.unit * 9
        horizontalAlignment: Text.AlignRight
        durationMs: slider.value
        opacity: bar.durationMs > 0 || bar.positionMs > 0 ? 1 : 0
    }
    ThinSlider {
        id: slider

        Layout.fillWidth: true
        enabled: bar.durationMs > 0
        to: Math.max(1, bar.durationMs)
        stepSize: 1
        takesArrows: false // to the window they are seconds
        given: bar.positionMs
        onPressedChanged: if (!pressed) bar.seekWanted(value)
        Accessible.name: qsTr("Position in the track")
    }
    Duration {
        Layout.minimumWidth: Theme.unit * 9
        durationMs: bar.durationMs
        opacity: bar.durationMs > 0 ? 1 : 0
    }
}
