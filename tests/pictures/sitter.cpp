// SPDX-License-Identifier: Apache-2.0
#include "pictures/sitter.h"

#include "support/patience.h"

#include <QQuickItem>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Pictures {

namespace {

constexpr int stillForMs = 700; // what fades or slides takes less
constexpr int mostPictures = 6;

/// Those that are seen and of that type of our own, or of Qt's.
QList<QQuickItem *> seen(QQuickItem *item, const QString &type)
{
    QList<QQuickItem *> found;
    if (!item->isVisible())
        return found;
    const QString name = QString::fromLatin1(item->metaObject()->className());
    if (name == type || name.startsWith(type + "_QMLTYPE"_L1))
        found.append(item);
    for (QQuickItem *child : item->childItems())
        found += seen(child, type);
    return found;
}

} // namespace

void await(const std::function<bool()> &isSo, const char *what)
{
    if (!QTest::qWaitFor(isSo, Testing::patienceMs))
        qFatal("In vain: %s", what);
}

Sitter::Sitter(const App::Options &options)
    : m_segue(options)
{
    if (!window().show())
        qFatal("There is no window.");
    m_http.setHub(program().hub(), {});
    await([this] { return !program().scanner().isRunning(); }, "the scan ends");
    await([this] { return program().link().isConnected() || !program().hasOwnHub(); }, "the hub answers");
}

Library::Track Sitter::track(const QString &title)
{
    const QList<Library::Track> tracks = program().catalogue().tracks();
    const auto found = std::ranges::find(tracks, title, &Library::Track::title);
    if (found == tracks.end())
        qFatal("There is no track %s.", qPrintable(title));
    return *found;
}

QJsonObject Sitter::ask(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    std::optional<Sync::HubHttp::Answer> answer;
    m_http.send(verb, path, body, [&answer](const Sync::HubHttp::Answer &came) { answer = came; });
    await([&answer] { return answer.has_value(); }, qPrintable(path));
    if (!answer->isGood())
        qFatal("%s %s: %d", verb.constData(), qPrintable(path), answer->status);
    return answer->json;
}

void Sitter::playUntil(const QString &title, std::chrono::milliseconds position)
{
    Sync::Link &link = program().link();
    link.send(Sync::Native::Play{
        .trackId = track(title).id, .context = {.fromIs = u"tracks"_s, .fromIsId = 0}, .position = position});
    await([&] { return link.state() && link.state()->player; }, "it plays");
    link.send(Sync::Native::Pause{});
    await([&] { return link.state()->player->paused(); }, "it is paused");
}

void Sitter::press(int key, Qt::KeyboardModifiers modifiers)
{
    window().view()->requestActivate(); // another window may be
    await([this] { return window().view()->isActive(); }, "the window is the active one");
    QTest::keyClick(window().view(), Qt::Key(key), modifiers);
    if (key == Qt::Key_Escape)
        QTest::qWait(stillForMs); // what is closing still takes the keys
}

void Sitter::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClick(window().view(), letter.toLatin1());
}

void Sitter::choose(const QString &icon)
{
    for (QQuickItem *entry : seen(window().view()->contentItem(), u"SidebarEntry"_s))
        if (entry->property("iconName").toString() == icon) {
            QMetaObject::invokeMethod(entry, "clicked");
            return;
        }
    qFatal("There is no %s in the sidebar.", qPrintable(icon));
}

void Sitter::scrollTo(double part)
{
    const auto scrollers = seen(window().view()->contentItem(), u"Scroller"_s);
    if (scrollers.isEmpty())
        qFatal("Nothing scrolls here.");
    QQuickItem *scroller = scrollers.first();
    const double most = scroller->property("contentHeight").toDouble() - scroller->height();
    scroller->setProperty("contentY", std::max(0.0, most * part));
}

QImage Sitter::picture()
{
    QImage last;
    for (int i = 0; i < mostPictures; ++i) { // a clock that runs is never still
        QTest::qWait(stillForMs);
        QImage now = window().view()->grabWindow();
        if (now == last)
            return now;
        last = now;
    }
    return last;
}

} // namespace Pictures
