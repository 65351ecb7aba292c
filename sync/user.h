// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sync {

/// Whose music it is where nobody says otherwise: of all who come over loopback without a token.
inline constexpr QLatin1StringView defaultUser{"1"};

/// The cookie by which this machine itself says as which user it comes; percent-encoded.
inline constexpr char profileCookie[] = "profile";

/// A profile: whose session, favourites, playlists and history.
struct User {
    QString id; ///< as tokens and rooms know it
    QString name; ///< as people do; empty for the default one where nobody has named it
    qint64 createdMs = 0; ///< since 1970; zero: before there were profiles

    bool operator==(const User &) const = default;
};

} // namespace Sync
