// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// A sentence the person should see; not there without one.
Rectangle {
    id: bar

    required property string text
    property bool alarming: false

    visible: text !== ""
    implicitHeight: content.implicitHeight + Theme.gap * 2
    color: alarming ? Theme.alarmWash : Theme.raised

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        Rectangle {
            implicitWidth: Theme.unit * 2
            implicitHeight: implicitWidth
            radius: width / 2
            color: bar.alarming ? Theme.alarm : Theme.accent
        }
        Words {
            Layout.fillWidth: true
            text: bar.text
            color: bar.alarming ? Theme.alarm : Theme.text
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
    }
}
