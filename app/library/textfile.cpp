// SPDX-License-Identifier: Apache-2.0
#include "app/library/textfile.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

QString decoded(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    return decoder.hasError() && !marked ? QString::fromLatin1(bytes) : text;
}

} // namespace

QStringList linesOf(const QByteArray &bytes)
{
    // Old Macs end a line with a carriage return alone.
    return decoded(bytes).replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').split(u'\n');
}

} // namespace Library
