// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguewriter.h"

#include <QTemporaryDir>

/// A catalogue for tests, filled without files.
class Shelf
{
public:
    Shelf();

    [[nodiscard]] const QTemporaryDir &dir() const { return m_dir; }
    [[nodiscard]] QString path() const { return m_dir.filePath("catalogue.db"); }

    /// "artist | album | track | title", the album artist before the album after a slash.
    [[nodiscard]] static Library::ReadFile file(quint64 id, const QString &line,
                                                const QString &folder = "/m/x");
    void fill(const QList<Library::ReadFile> &files, Library::WallTime now = {}) const;

    [[nodiscard]] static QStringList titles(const QList<Library::Track> &tracks);
    /// "artist / title (tracks)"
    [[nodiscard]] static QStringList lines(const QList<Library::Album> &albums);

private:
    QTemporaryDir m_dir;
};
