// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace Library {

/// What is said about files and lists that cannot be used, to be translated.
class Reasons
{
    Q_DECLARE_TR_FUNCTIONS(Library::Reasons)
};

} // namespace Library
