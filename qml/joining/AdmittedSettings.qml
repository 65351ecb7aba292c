// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Segue

/// The devices that were let in, and what each may do.
SettingsCard {
    id: card

    required property AdmissionController admission

    visible: admission.admin
    title: qsTr("Devices that were let in")

    Binding {
        target: card.admission
        property: "watched"
        value: card.visible
    }
    // Not the card's own layout: a row that comes while the words go would be laid out again and again.
    Column {
        id: rows

        Layout.fillWidth: true
        spacing: Theme.gap

        Words {
            width: rows.width
            visible: card.admission.admittedCount === 0
            text: qsTr("None yet.")
            color: Theme.dim
        }
        Repeater {
            model: card.admission.admitted

            AdmittedRow {
                id: row

                width: rows.width
                onRoleWanted: role => card.admission.setRole(row.tokenId, role)
                onRevokeWanted: card.admission.revokeWanted(row.tokenId, row.name)
            }
        }
    }
}
