// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Segue

/// A QR code: whole pixels, dark on white in any theme, with the quiet margin that cameras need.
Rectangle {
    id: code

    /// A list of strings, one for each row; '1' is dark.
    required property var modules
    /// What it says.
    required property string content
    property real mostSize: Theme.unit * 64

    readonly property int quiet: 4 // modules
    readonly property int across: modules.length + 2 * quiet
    readonly property int module: Math.max(2, Math.floor(mostSize / across)) // pixels

    /// What is dark in a row, from left to right.
    function runs(row: string): var {
        const dark = /1+/g;
        const found = [];
        for (let run = dark.exec(row); run !== null; run = dark.exec(row))
            found.push({ at: run.index, length: run[0].length });
        return found;
    }

    implicitWidth: across * module
    implicitHeight: across * module
    color: "white"
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("QR code of the address %1").arg(content)

    Repeater {
        model: code.modules

        Item {
            id: row

            required property string modelData
            required property int index

            y: (index + code.quiet) * code.module

            Repeater {
                model: code.runs(row.modelData)

                Rectangle {
                    required property var modelData

                    x: (modelData.at + code.quiet) * code.module
                    width: modelData.length * code.module
                    height: code.module
                    color: "black"
                    antialiasing: false
                }
            }
        }
    }
}
