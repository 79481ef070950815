/* The year-end clearance (F2): whatever is still out, over all meetings of the vault.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-outstanding.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Of MskOutstanding, in the order of the list. Each meeting that is whole is opened beside the one
 * that the session works on, read, and closed again; of an erased one there is what the appliance
 * knows. One meeting that can't be read fails the whole: a list that is silent about it would be
 * wrong. Fails with MSK_ACCESS_ERROR_LOCKED, _ROLE, MSK_SYSTEM_ERROR_LEDGER_BROKEN, _VAULT_DAMAGED,
 * _DATABASE; the message begins with the meeting’s number. */
GPtrArray *msk_outstanding_desk_list (MskSession *session,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
