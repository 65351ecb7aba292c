// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// Settings that belong together, under their heading.
Rectangle {
    id: card

    required property string title
    default property alias lines: body.data

    Layout.fillWidth: true
    implicitHeight: body.implicitHeight + 2 * Theme.margin
    radius: Theme.radius * 2
    color: Theme.surface
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: body

        // Not its height: the card's follows from it.
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        spacing: Theme.gap * 1.5

        Heading {
            Layout.fillWidth: true
            text: card.title
        }
    }
}
