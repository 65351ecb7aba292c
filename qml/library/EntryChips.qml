// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Segue

/// Names side by side, each a button: the artists, playlists or stations a search has found.
Flow {
    id: chips

    property alias model: repeater.model
    required property string iconName
    signal opened(string entryId)

    visible: repeater.count > 0
    spacing: Theme.gap

    Repeater {
        id: repeater

        delegate: TextButton {
            required property string entryId
            required property string name

            text: name
            iconName: chips.iconName
            onClicked: chips.opened(entryId)
        }
    }
}
