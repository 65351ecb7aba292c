// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include "app/desktop/loudnesscontroller.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QRegularExpression>
#include <QSignalSpy>

void qml_register_types_Segue();

using Desktop::LoudnessController;

/// What the settings show of measuring loudness, as it is shown. Any warning of the QML engine fails it.
class tst_DesktopLoudness : public QObject
{
    Q_OBJECT

    Collection m_collection;
    QQmlEngine m_engine;

    std::unique_ptr<QQuickItem> shown(LoudnessController &controller)
    {
        QQmlComponent component(&m_engine);
        component.setData("import Segue\nLoudnessState { }", {});
        return std::unique_ptr<QQuickItem>(qobject_cast<QQuickItem *>(
            component.createWithInitialProperties({{"loudness", QVariant::fromValue(&controller)}})));
    }
    /// What somebody reads who looks at it.
    static QStringList texts(const QQuickItem &item)
    {
        QStringList texts;
        for (const QQuickItem *child : item.childItems())
            if (child->property("text").isValid() && child->isVisible())
                texts.append(child->property("text").toString());
        return texts;
    }
    static QQuickItem *button(const QQuickItem &item)
    {
        for (QQuickItem *child : item.childItems())
            if (child->inherits("QQuickButton"))
                return child;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        qml_register_types_Segue();
        m_engine.addImportPath("qrc:/qt/qml");
        QVERIFY(Music::make(m_collection.music("long.flac"), {.seconds = 300}));
        (void)m_collection.scan();
    }
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void nothingIsThereWithoutAnything()
    {
        LoudnessController controller(nullptr);
        controller.stop();
        controller.resume();
        QVERIFY(!controller.measuring());
        const auto item = shown(controller);
        QVERIFY(item);
        QVERIFY(!item->isVisible());
    }

    void itIsStoppedAndGoesOn()
    {
        Analysis::Analyser analyser(m_collection.catalogue());
        LoudnessController controller(&analyser);
        const auto item = shown(controller);
        QVERIFY(item);
        QVERIFY(!item->isVisible());
        QSignalSpy progress(&analyser, &Analysis::Analyser::progressChanged);
        analyser.setWanted(true);
        analyser.catalogueChanged();
        QVERIFY(!controller.measuring()); // nobody knows yet whether there is anything
        QVERIFY(progress.wait(Testing::patienceMs));
        QVERIFY(controller.measuring());
        QVERIFY(item->isVisible());
        QCOMPARE(texts(*item),
                 (QStringList{"Measuring how loud your music is: 0 of 1 tracks", "Stop measuring"}));
        QVERIFY(QMetaObject::invokeMethod(button(*item), "clicked"));
        QTRY_VERIFY(!controller.measuring());
        QVERIFY(controller.stopped());
        QCOMPARE(texts(*item).last(), "Go on measuring");
        QVERIFY(QMetaObject::invokeMethod(button(*item), "clicked"));
        QTRY_VERIFY(!analyser.isRunning());
        QCOMPARE(controller.done(), 1);
        QVERIFY(!item->isVisible());
    }
};

QTEST_MAIN(tst_DesktopLoudness)
#include "tst_desktop_loudness.moc"
