// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// One line of text, cut off with an ellipsis where it does not fit.
Text {
    color: Theme.text
    elide: Text.ElideRight
    horizontalAlignment: Text.AlignLeft // of a mirrored window: right, whatever the words are written in
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
