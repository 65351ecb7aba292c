// SPDX-License-Identifier: Apache-2.0
#include "app/personal/shelves.h"

namespace Personal {

Shelf &Shelves::of(const QString &user)
{
    std::unique_ptr<Shelf> &shelf = m_shelves[user];
    if (!shelf)
        shelf = std::make_unique<Shelf>(m_directory, user);
    return *shelf;
}

} // namespace Personal
