// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QRect>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// What the window was like when it was last seen: kept in a file of its own, for the settings file belongs
/// to whoever writes it.
class WindowState final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// Which page of the window was open.
    Q_PROPERTY(QString page READ page WRITE setPage NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool queueShown READ queueShown WRITE setQueueShown NOTIFY queueShownChanged FINAL)
    /// What plays was over the whole window.
    Q_PROPERTY(bool playingShown READ playingShown WRITE setPlayingShown NOTIFY playingShownChanged FINAL)

public:
    /// @p path: empty to keep nothing.
    explicit WindowState(const QString &path, QObject *parent = nullptr);

    [[nodiscard]] QString page() const;
    void setPage(const QString &page);
    [[nodiscard]] bool queueShown() const;
    void setQueueShown(bool shown);
    [[nodiscard]] bool playingShown() const;
    void setPlayingShown(bool shown);
    [[nodiscard]] QSize size() const;
    void setSize(QSize size);
    [[nodiscard]] double volume() const;
    [[nodiscard]] bool muted() const;
    void setVolume(double volume, bool muted);

Q_SIGNALS:
    void pageChanged();
    void queueShownChanged();
    void playingShownChanged();

private:
    QSettings m_settings;
};

} // namespace Desktop
