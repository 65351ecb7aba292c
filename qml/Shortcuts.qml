// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// The keys that work all over the window.
Item {
    id: keys

    required property PlayerController player
    /// Somebody types: letters and arrows are theirs.
    required property bool typing
    /// A button has the focus: Space presses it.
    required property bool pressing
    /// What has the focus needs the arrows itself.
    required property bool moving
    /// Something is open over the window, and Escape closes that.
    required property bool covered
    signal searchWanted
    signal backWanted
    signal queueWanted
    signal playingWanted
    signal devicesWanted
    signal undoWanted
    signal redoWanted
    signal settingsWanted
    signal sleepWanted
    signal quitWanted

    readonly property int step: 5000 // milliseconds
    readonly property real volumeStep: 0.05

    Shortcut {
        sequence: "Space"
        enabled: !keys.typing && !keys.pressing
        onActivated: keys.player.toggle()
    }
    Shortcut {
        sequence: "Right"
        enabled: !keys.typing && !keys.moving
        onActivated: keys.player.seekBy(keys.step)
    }
    Shortcut {
        sequence: "Left"
        enabled: !keys.typing && !keys.moving
        onActivated: keys.player.seekBy(-keys.step)
    }
    Shortcut {
        sequence: "Ctrl+Right"
        enabled: !keys.typing
        onActivated: keys.player.next()
    }
    Shortcut {
        sequence: "Ctrl+Left"
        enabled: !keys.typing
        onActivated: keys.player.previous()
    }
    Shortcut {
        sequence: "Ctrl+F"
        onActivated: keys.searchWanted()
    }
    Shortcut {
        sequence: "Ctrl+U"
        onActivated: keys.queueWanted()
    }
    Shortcut {
        sequence: "Ctrl+P"
        onActivated: keys.playingWanted()
    }
    Shortcut {
        sequence: "Ctrl+D"
        onActivated: keys.devicesWanted()
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: !keys.typing
        onActivated: keys.undoWanted()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Z", "Ctrl+Y"]
        enabled: !keys.typing
        onActivated: keys.redoWanted()
    }
    Shortcut {
        sequence: "Ctrl+Up"
        enabled: !keys.typing
        onActivated: keys.player.volume = keys.player.volume + keys.volumeStep
    }
    Shortcut {
        sequence: "Ctrl+Down"
        enabled: !keys.typing
        onActivated: keys.player.volume = keys.player.volume - keys.volumeStep
    }
    Shortcut {
        sequence: "M"
        enabled: !keys.typing
        onActivated: keys.player.muted = !keys.player.muted
    }
    Shortcut {
        sequence: "Escape"
        enabled: !keys.covered
        onActivated: keys.backWanted()
    }
    Shortcut {
        sequence: "Ctrl+,"
        onActivated: keys.settingsWanted()
    }
    Shortcut {
        sequence: "Ctrl+T"
        onActivated: keys.sleepWanted()
    }
    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: keys.quitWanted()
    }
}
