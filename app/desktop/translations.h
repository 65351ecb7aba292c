// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QTranslator>

#include <array>

namespace Desktop {

/// The window's texts in the first of a person's languages that Segue knows, for as long as this lives; in
/// English where it knows none.
class Translations final
{
public:
    explicit Translations(const QLocale &locale);

private:
    std::array<QTranslator, 3> m_qt; ///< what Qt itself says: dialogs, errors of files and of playing
    QTranslator m_own;
};

} // namespace Desktop
