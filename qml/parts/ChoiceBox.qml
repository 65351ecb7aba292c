// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Segue

/// One choice out of a list that opens.
ComboBox {
    id: box

    required property string given
    signal chosen(string value)

    function follow() {
        currentIndex = indexOfValue(given);
    }

    textRole: "text"
    valueRole: "value"
    implicitHeight: Theme.control
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.unit * 8
    font.pixelSize: Theme.body
    opacity: enabled ? 1 : 0.6
    onGivenChanged: follow()
    onModelChanged: follow()
    Component.onCompleted: follow()
    onActivated: chosen(currentValue)
    // Not when it is pressed: its release would close the list again.
    Keys.onReleased: event => {
        if ((event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter) || popup.opened)
            return;
        popup.open();
        event.accepted = true;
    }

    contentItem: Words {
        text: box.displayText
    }
    indicator: Words {
        x: box.mirrored ? Theme.gap : box.width - width - Theme.gap
        width: Theme.unit * 5
        height: box.height
        horizontalAlignment: Text.AlignHCenter
        text: "▾"
        color: Theme.dim
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised

        FocusRing {
            visible: box.activeFocus
        }
    }
    delegate: ItemDelegate {
        id: choice

        required property var modelData
        required property int index

        width: ListView.view?.width ?? 0
        height: Theme.control
        leftPadding: Theme.gap * 1.5
        highlighted: box.highlightedIndex === index
        Accessible.name: modelData.text

        contentItem: Words {
            text: choice.modelData.text
            color: choice.index === box.currentIndex ? Theme.accent : Theme.text
        }
        background: Rectangle {
            radius: Theme.radius
            color: choice.highlighted ? Theme.raised : "transparent"
        }
    }
    popup: Panel {
        y: box.height + Theme.unit
        width: box.width
        padding: Theme.unit
        focus: false

        contentItem: ListView {
            implicitHeight: Math.min(contentHeight, Theme.control * 6)
            clip: true
            model: box.popup.visible ? box.delegateModel : null
            currentIndex: box.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ThinScrollBar { }
        }
    }
}
