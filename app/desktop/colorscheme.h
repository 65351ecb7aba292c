// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusMessage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Desktop {

/// Whether to be dark: as told, else as the desktop portal says, else as the platform's palette is.
class ColorScheme final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged FINAL)

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    /// "light", "dark" or "system", as on the command line.
    [[nodiscard]] static std::optional<Choice> choiceOf(const QString &word);

    explicit ColorScheme(Choice choice, QObject *parent = nullptr);

    [[nodiscard]] bool dark() const { return m_dark; }
    void setChoice(Choice choice);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void darkChanged();

private Q_SLOTS:
    // By name: QDBusConnection::connect() knows no other way. The whole message, because Qt 6.4 refuses a
    // slot with a QDBusVariant until somebody has registered that type, and one whose name is written with
    // spaces.
    void takeSetting(const QDBusMessage &message);

private:
    void listen();
    void askPortal();
    void takePreference(const QVariant &value);
    void update();

    Choice m_choice;
    bool m_listening = false; ///< to the desktop
    std::optional<bool> m_portal; ///< nothing while it has not said, or has no preference
    bool m_dark = false;
};

} // namespace Desktop
