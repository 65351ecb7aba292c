// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>

#include <chrono>
#include <compare>
#include <optional>

/// The JSON of Media Station X, as values; texts are given as they are and escaped when written.
namespace Sync::Tv {

/// In a text of the app's, braces begin icons and colours, and a bar divides actions: what looks alike stands
/// for them. Line breaks and other control characters become spaces.
[[nodiscard]] QString msxText(const QString &text);

/// Full addresses of this hub that speak for one television.
struct Addresses {
    QByteArray base; ///< "http://HOST:PORT"
    QByteArray token; ///< empty for one that was not let in

    /// @p query: besides the token; written as it is, so that the app finds its {KEYWORDS} in it.
    [[nodiscard]] QString of(const QByteArray &path, const QByteArray &query = {}) const;
};

struct Item {
    QString id{};
    QString title{};
    QString footer{}; ///< below the title
    QString label{};
    QString extension{}; ///< at a row's right end
    QString playerLabel{}; ///< what the player says of it
    QString icon{};
    QString image{}; ///< addresses
    QString background{};
    QString action{};
    QJsonObject data{}; ///< of the action
    QJsonObject properties{};

    bool operator==(const Item &) const = default;
};

enum class Look {
    Tiles, ///< pictures with a title
    Rows,
    Playlist, ///< rows of what the player plays
    Words, ///< few, wide and to be read
};

struct Page {
    QString headline{};
    Look look = Look::Tiles;
    QList<Item> items{};
    QString nothing{}; ///< what is said where there are none
    QString action{}; ///< of a playlist: how it begins

    bool operator==(const Page &) const = default;
};

/// At least one item of it can be selected, or the app could not leave it.
[[nodiscard]] QJsonObject toJson(const Page &page);

struct MenuEntry {
    QString icon{};
    QString label{};
    QJsonValue data{}; ///< an address, or the page itself
};
[[nodiscard]] QJsonObject menuJson(const QString &headline, const QList<MenuEntry> &entries);

/// What `execute:` and `resolve:` want to be answered.
[[nodiscard]] QJsonObject wrapped(const QJsonObject &data);
/// A refusal in words that the app shows.
[[nodiscard]] QJsonObject wrappedRefusal(int status, const QString &message);

/// "3:05", or "1:02:03".
[[nodiscard]] QString timeText(std::chrono::milliseconds time);

/// "0.1.165" is 165 of 1 of 0: what a television says of itself as `v`; nothing where that is no version.
struct Version {
    int major = 0;
    int minor = 0;
    int patch = 0;

    auto operator<=>(const Version &) const = default;
};
[[nodiscard]] std::optional<Version> versionIn(const QString &text);

} // namespace Sync::Tv
