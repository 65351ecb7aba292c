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
    constexpr std::array modules{"qtbase_"_L1, "qtdeclarative_"_L1, "qtmultimedia_"_L1};
    static_assert(modules.size() == std::tuple_size_v<decltype(m_qt)>);
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (std::size_t i = 0; i < modules.size(); ++i)
        if (m_qt[i].load(modules[i] + m_own.language(), qtFolder))
            QCoreApplication::installTranslator(&m_qt[i]);
    QCoreApplication::installTranslator(&m_own);
}

} // namespace Desktop
