// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Segue

/// Names what follows on a page.
Words {
    font.pixelSize: Theme.large
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
