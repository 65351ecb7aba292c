// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// A handle that drags its row, which moves by `offset` meanwhile.
IconButton {
    id: grip

    readonly property real offset: handler.active ? handler.activeTranslation.y : 0
    property real reached: 0
    /// Let go so far down; up where negative.
    signal dropped(real by)

    size: Theme.unit * 7
    focusPolicy: Qt.NoFocus
    icon.source: "icons/grip.svg"

    DragHandler {
        id: handler

        target: null
        xAxis.enabled: false
        cursorShape: Qt.ClosedHandCursor
        onActiveTranslationChanged: if (active) grip.reached = activeTranslation.y
        onActiveChanged: {
            if (active)
                return;
            const by = grip.reached;
            grip.reached = 0;
            grip.dropped(by);
        }
    }
}
