// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <QUrl>

/// Audio files made with ffmpeg, and what is wrong with them in the tests of failures.
class Tones
{
public:
    /// A tone in the format the suffix names; the empty URL where ffmpeg cannot make it.
    [[nodiscard]] QUrl make(const QString &suffix, int seconds) const;
    /// The same, but only the first part of its bytes.
    [[nodiscard]] QUrl makeCut(const QString &suffix, int seconds, double part) const;
    [[nodiscard]] QUrl write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QUrl missing() const;

private:
    QTemporaryDir m_directory;
};
