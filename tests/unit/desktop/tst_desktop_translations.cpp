// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/browsecontroller.h"
#include "app/desktop/devicemodel.h"
#include "app/desktop/translations.h"
#include "app/library/reasons.h"

#include <QTest>

using Desktop::Translations;

/// The texts as they reach a person. That they are all there is checked by tests/lint/translations.py.
class tst_DesktopTranslations : public QObject
{
    Q_OBJECT

    static QString tracks(int count) { return Desktop::BrowseController::tr("%n track(s)", nullptr, count); }

private Q_SLOTS:
    void theFirstLanguageThatIsKnown_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("ready");
        QTest::addRow("German") << QLocale("de_DE") << "Bereit";
        QTest::addRow("German of elsewhere") << QLocale("de_AT") << "Bereit";
        QTest::addRow("Russian") << QLocale("ru_RU") << "Готово";
        QTest::addRow("Polish") << QLocale("pl_PL") << "Gotowe";
        QTest::addRow("English") << QLocale("en_GB") << "Ready";
        QTest::addRow("one that is not there") << QLocale("ar_EG") << "Ready";
        QTest::addRow("none") << QLocale::c() << "Ready";
    }
    void theFirstLanguageThatIsKnown()
    {
        QFETCH(const QLocale, locale);
        const Translations translations(locale);
        QTEST(Desktop::DeviceModel::tr("Ready"), "ready");
    }

    void numbers_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QStringList>("counted");
        QTest::addRow("none") << QLocale::c() << QStringList{"1 track", "2 tracks", "5 tracks", "22 tracks"};
        QTest::addRow("German") << QLocale("de_DE")
                                << QStringList{"1 Titel", "2 Titel", "5 Titel", "22 Titel"};
        QTest::addRow("Russian") << QLocale("ru_RU")
                                 << QStringList{"1 трек", "2 трека", "5 треков", "22 трека"};
        QTest::addRow("Polish") << QLocale("pl_PL")
                                << QStringList{"1 utwór", "2 utwory", "5 utworów", "22 utwory"};
    }
    void numbers()
    {
        QFETCH(const QLocale, locale);
        const Translations translations(locale);
        QTEST((QStringList{tracks(1), tracks(2), tracks(5), tracks(22)}), "counted");
    }

    void everyKindOfSourceHasItsContext()
    {
        const Translations translations(QLocale("de_DE"));
        QCOMPARE(Library::Reasons::tr("The file is empty."), "Die Datei ist leer.");
        QCOMPARE(QCoreApplication::translate("Player::Failures", "“%1” is missing."), "„%1“ fehlt.");
        QCOMPARE(QCoreApplication::translate("Sidebar", "Queue"), "Queue"); // no such text there
        QCOMPARE(QCoreApplication::translate("QueuePanel", "Queue"), "Warteschlange");
    }

    void theyEndWithTheirObject()
    {
        {
            const Translations translations(QLocale("de_DE"));
        }
        QCOMPARE(Desktop::DeviceModel::tr("Ready"), "Ready");
    }
};

QTEST_GUILESS_MAIN(tst_DesktopTranslations)
#include "tst_desktop_translations.moc"
