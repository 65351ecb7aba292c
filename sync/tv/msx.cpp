// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/msx.h"

#include <QJsonArray>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace Sync::Tv {

namespace {

void add(QJsonObject &json, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        json.insert(key, value);
}

QJsonObject toJson(const Item &item)
{
    QJsonObject json;
    add(json, "id"_L1, item.id);
    add(json, "title"_L1, msxText(item.title));
    add(json, "titleFooter"_L1, msxText(item.footer));
    add(json, "label"_L1, msxText(item.label));
    add(json, "extensionLabel"_L1, msxText(item.extension));
    add(json, "playerLabel"_L1, msxText(item.playerLabel));
    add(json, "icon"_L1, item.icon);
    add(json, "image"_L1, item.image);
    add(json, "background"_L1, item.background);
    add(json, "action"_L1, item.action);
    if (!item.data.isEmpty())
        json.insert("data"_L1, item.data);
    if (!item.properties.isEmpty())
        json.insert("properties"_L1, item.properties);
    return json;
}

/// On the app's grid of 12 by 6.
QJsonObject templateOf(Look look)
{
    switch (look) {
    case Look::Tiles:
        return {{"type"_L1, "separate"_L1},
                {"layout"_L1, "0,0,2,4"_L1},
                {"color"_L1, "msx-glass"_L1},
                {"imageFiller"_L1, "cover"_L1}};
    case Look::Rows:
        return {{"type"_L1, "control"_L1},
                {"layout"_L1, "0,0,6,1"_L1},
                {"imageFiller"_L1, "cover"_L1},
                {"imageWidth"_L1, 0.83}};
    case Look::Playlist:
        return {{"type"_L1, "control"_L1},
                {"layout"_L1, "0,0,12,1"_L1},
                {"imageFiller"_L1, "cover"_L1},
                {"imageWidth"_L1, 0.83},
                {"progress"_L1, -1},
                // How far it is, in the list too.
                {"live"_L1, QJsonObject{{"type"_L1, "playback"_L1}, {"action"_L1, "player:show"_L1}}}};
    case Look::Words:
        return {{"type"_L1, "button"_L1}, {"layout"_L1, "0,0,12,1"_L1}};
    }
    Q_UNREACHABLE();
}

Item placeholder(const QString &words)
{
    return {
        .title = words, .label = words, .icon = u"msx-white-soft:refresh"_s, .action = u"reload:content"_s};
}

} // namespace

QString msxText(const QString &text)
{
    QString shown = text;
    for (QChar &character : shown) {
        if (character == u'{')
            character = u'(';
        else if (character == u'}')
            character = u')';
        else if (character == u'|')
            character = QChar(0xa6); // a broken one
        else if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return shown;
}

QString Addresses::of(const QByteArray &path, const QByteArray &query) const
{
    QByteArrayList parts;
    if (!token.isEmpty())
        parts.append("tv=" + token.toPercentEncoding());
    if (!query.isEmpty())
        parts.append(query);
    return QString::fromUtf8(base + path + (parts.isEmpty() ? "" : "?") + parts.join('&'));
}

QJsonObject toJson(const Page &page)
{
    QJsonArray items;
    for (const Item &item : page.items)
        items.append(toJson(item));
    if (items.isEmpty())
        items.append(toJson(placeholder(page.nothing)));
    // Others change what is shown, so it is asked for each time.
    QJsonObject json{{"type"_L1, "list"_L1}, {"headline"_L1, msxText(page.headline)}, {"cache"_L1, false},
                     {"reuse"_L1, false},    {"template"_L1, templateOf(page.look)},  {"items"_L1, items}};
    add(json, "action"_L1, page.action);
    return json;
}

QJsonObject menuJson(const QString &headline, const QList<MenuEntry> &entries)
{
    QJsonArray menu;
    for (const MenuEntry &entry : entries)
        menu.append(QJsonObject{
            {"icon"_L1, entry.icon}, {"label"_L1, msxText(entry.label)}, {"data"_L1, entry.data}});
    return {{"name"_L1, u"Segue"_s},
            {"version"_L1, QStringLiteral(SEGUE_VERSION)},
            {"headline"_L1, msxText(headline)},
            {"cache"_L1, false},
            {"reuse"_L1, false},
            {"menu"_L1, menu}};
}

QJsonObject wrapped(const QJsonObject &data)
{
    return {
        {"response"_L1,
         QJsonObject{
             {"status"_L1, 200}, {"text"_L1, "OK"_L1}, {"message"_L1, QJsonValue::Null}, {"data"_L1, data}}}};
}

QJsonObject wrappedRefusal(int status, const QString &message)
{
    return {{"response"_L1,
             QJsonObject{{"status"_L1, status},
                         {"text"_L1, "Refused"_L1},
                         {"message"_L1, msxText(message)},
                         // A resolve is answered with a word of its own.
                         {"data"_L1, QJsonObject{{"error"_L1, msxText(message)}}}}}};
}

QString timeText(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    const QString tail = u"%1:%2"_s.arg(seconds / 60 % 60, seconds < 3600 ? 1 : 2, 10, QChar(u'0'))
                             .arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds < 3600 ? tail : u"%1:%2"_s.arg(seconds / 3600).arg(tail);
}

std::optional<Version> versionIn(const QString &text)
{
    const QStringList parts = text.split(u'.');
    if (parts.size() != 3)
        return std::nullopt;
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool good = false;
        numbers.at(i) = int(parts.at(qsizetype(i)).toUShort(&good));
        if (!good)
            return std::nullopt;
    }
    return Version{.major = numbers[0], .minor = numbers[1], .patch = numbers[2]};
}

} // namespace Sync::Tv
