// SPDX-License-Identifier: Apache-2.0
#include "sync/session/reunion.h"

namespace Sync {

Reunion reunionOf(const Meeting &meeting)
{
    if (!meeting.stored)
        return Reunion::Put; // it has been emptied, or is new
    if (!meeting.agreed)
        return meeting.ours == meeting.opened ? Reunion::Take : Reunion::Merge;
    const Version &agreed = meeting.landed.value_or(*meeting.agreed);
    const bool weChanged = meeting.ours != agreed;
    if (meeting.stored->epoch != agreed.epoch)
        return weChanged ? Reunion::Merge : Reunion::Take;
    if (meeting.stored->revision > agreed.revision)
        return weChanged ? Reunion::Merge : Reunion::Take;
    if (meeting.stored->revision < agreed.revision)
        return Reunion::Put; // it has been restarted without its last minutes
    return weChanged ? Reunion::Put : Reunion::Agree;
}

} // namespace Sync
