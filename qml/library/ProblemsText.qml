// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Controls.Basic
import Segue

/// A long text to read and copy from.
ScrollView {
    id: view

    required property string text

    contentWidth: availableWidth

    TextArea {
        width: view.availableWidth
        readOnly: true
        focus: true
        padding: 0
        leftPadding: 0
        rightPadding: Theme.gap
        selectByMouse: true
        wrapMode: TextEdit.WrapAnywhere
        textFormat: TextEdit.PlainText
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        font.pixelSize: Theme.body
        text: view.text
        background: null
    }
}
