// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace Desktop {

Translations::Translations(const QLocale &locale)
{
    const QString folder = u":/texts"_s;
    if (!m_own.load(locale, u"segue"_s, u"_"_s, folder) && !m_own.load(u"segue_en"_s, folder))
        return;
    // In our language, not in the person's first: a window speaks one.
    if (m_qt.load(u"qtbase_"_s + m_own.language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::installTranslator(&m_own);
}

} // namespace Desktop
