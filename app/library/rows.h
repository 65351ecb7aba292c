// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "sync/store/statement.h"

#include <QHash>

namespace Library {

// Columns, and what is made of them. Tables are named t (tracks), a (albums or artists), g (genres).
extern const QString trackColumns;
extern const QString wholeTrackColumns; ///< with `withMeasured`
/// What the tags say, and where they say nothing what was measured; with `withMeasured`.
extern const QString loudnessColumns;
extern const QString withMeasured;
extern const QString albumColumns;
extern const QString artistColumns;
extern const QString genreColumns;

[[nodiscard]] std::chrono::milliseconds millisecondsAt(const QSqlQuery &row, int column);
/// Nothing where it is not known.
[[nodiscard]] std::optional<float> levelAt(const QSqlQuery &row, int column);

[[nodiscard]] Loudness loudnessFrom(const QSqlQuery &row, int firstColumn);
[[nodiscard]] Track wholeTrackFrom(const QSqlQuery &row);
[[nodiscard]] Track missingTrackFrom(const QSqlQuery &row);
[[nodiscard]] Album albumFrom(const QSqlQuery &row);
[[nodiscard]] Artist artistFrom(const QSqlQuery &row);
[[nodiscard]] Genre genreFrom(const QSqlQuery &row);

/// Makes tracks of rows; texts that come again share their memory.
class TrackRows
{
public:
    [[nodiscard]] Track operator()(const QSqlQuery &row);

private:
    [[nodiscard]] QString shared(const QString &text);

    QHash<QString, QString> m_texts;
};

/// Conditions and their values, side by side.
struct Where {
    QStringList conditions;
    QVariantList values;

    void add(const QString &condition, const QVariantList &theirs);
    [[nodiscard]] QString sql() const;
};

[[nodiscard]] Where tracksWhere(const Filter &filter);
[[nodiscard]] Where albumsWhere(const Filter &filter);
[[nodiscard]] QString artistsWhere(ArtistRole role);

} // namespace Library
