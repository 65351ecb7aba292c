// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

/// JSON written with ' for ", so that rows can be read.
inline QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }

inline QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
