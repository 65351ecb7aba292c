// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/scanjob.h"

#include <QTemporaryDir>

/// Some tones in files, made once for a whole test.
class Tones
{
public:
    explicit Tones(int count);

    [[nodiscard]] bool areThere() const { return m_areThere; }
    /// From 1 on.
    [[nodiscard]] QString path(int tone) const { return m_dir.filePath(QString("%1.ogg").arg(tone)); }
    [[nodiscard]] QString flac() const { return m_dir.filePath("1.flac"); }
    [[nodiscard]] QString mp3() const { return m_dir.filePath("1.mp3"); }

private:
    QTemporaryDir m_dir;
    bool m_areThere = true;
};

/// A music folder and its catalogue, scanned as the program does.
class Collection
{
public:
    Collection();

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString music(const QString &name = {}) const { return m_dir.filePath("music/" + name); }
    [[nodiscard]] QString catalogue() const { return m_dir.filePath("catalogue.db"); }
    [[nodiscard]] bool put(const Tones &tones, const QString &name, int tone) const;

    [[nodiscard]] Library::ScanReport scan(const QStringList &roots = {}) const;
    [[nodiscard]] Library::ScanReport scanAt(Library::WallTime now) const;
    [[nodiscard]] Library::ScanReport scanWhole(Library::WallTime before) const;
    [[nodiscard]] Library::ScanReport scanWhile(const std::function<void(const QString &)> &entering) const;

    [[nodiscard]] static QString counts(const Library::ScanReport &report);
    [[nodiscard]] QStringList titles() const;

private:
    QTemporaryDir m_dir;
    const std::atomic_bool m_cancelled = false;
};
