// SPDX-License-Identifier: Apache-2.0
pragma Singleton

import QtQuick

/// Colours and measures. Lengths grow with the font the desktop has chosen.
QtObject {
    property bool dark: false

    readonly property color background: dark ? "#15161b" : "#f7f5f2"
    readonly property color surface: dark ? "#1d1f26" : "#ffffff"
    readonly property color raised: dark ? "#2a2d37" : "#ebe7e1"
    readonly property color line: dark ? "#30343f" : "#dfdad2"
    readonly property color text: dark ? "#f2f1ef" : "#1f1d1a"
    readonly property color dim: dark ? "#a3a6b1" : "#66615a"
    readonly property color accent: dark ? "#ff9466" : "#bf4118"
    readonly property color accentText: dark ? "#26110a" : "#ffffff"
    readonly property color accentWash: dark ? "#3a2822" : "#fbe6dc"
    readonly property color selection: dark ? "#4a3227" : "#f3d3c3"
    readonly property color hover: dark ? "#16ffffff" : "#0d1f1d1a"
    readonly property color alarm: dark ? "#ff8f8f" : "#a81e1e"
    readonly property color alarmWash: dark ? "#3c2227" : "#fbe3e1"

    readonly property FontMetrics metrics: FontMetrics { }
    readonly property real unit: Math.max(4, Math.round(metrics.height / 4))
    readonly property int small: Math.round(unit * 3)
    readonly property int body: Math.round(unit * 3.5)
    readonly property int large: Math.round(unit * 4.5)
    readonly property int huge: Math.round(unit * 7)
    readonly property int gap: unit * 2
    readonly property int margin: unit * 4
    readonly property int control: unit * 9
    readonly property int row: unit * 12
    readonly property int radius: unit * 1.5
    readonly property int icon: unit * 5
    readonly property int quick: 120 // milliseconds
}
