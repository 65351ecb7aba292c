// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// An icon that is only looked at. A button, because only that gives it a colour.
Button {
    required property string name // of the file in icons/
    property color color: Theme.dim

    enabled: false
    background: null
    padding: 0
    icon.source: "icons/" + name + ".svg"
    icon.color: color
    icon.width: Theme.icon
    icon.height: Theme.icon
    Accessible.ignored: true
}
