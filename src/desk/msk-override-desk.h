/* Issuing all the same what the desk refused, by the decision of the role that may.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-override.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* Gives out what a decidable refusal of this desk is about, copy or carrier and person, because the
 * cosigner (MSK_ACT_ISSUE_OVERRIDE) decided so, for this reason; everything else is asked once
 * more. Where another role has to decide too, the verdict is the next refusal, and what was decided
 * counts until something else is scanned. One row of the register, and one entry in the ledger, for
 * each refusal that was let past. Fails as msk_scan_desk_scan() does, with MSK_ACCESS_ERROR_ROLE
 * for another role than the refusal's decider, and with MSK_INPUT_ERROR_BAD_VALUE for a reason that
 * is none or a refusal that is not decidable. The caller owns the verdict. */
MskVerdict *msk_scan_desk_override (MskScanDesk *self,
                                    MskVerdict *refusal,
                                    const MskCosigner *cosigner,
                                    const char *reason,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskOverride, in their order. */
GPtrArray *msk_override_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
