/* The ledger's head on paper: seals are taken, and held against the ledger later.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-seal-sheet.h"
#include "msk-seal.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Both ledgers of one moment. */
typedef struct
{
  guint number; /* of the seal in the meeting's register */
  gint64 at;
  MskSeal meeting;
  MskSeal appliance;
} MskSealPair;

/* Enters a seal in the register and the ledger, and gives the heads that the paper is to show. Who
 * prints no paper then leaves a number that is on none, which the register shows. */
gboolean msk_seal_desk_take (MskSession *session,
                             MskSealOccasion occasion,
                             MskSealPair *pair,
                             GError **error);

/* Whether the ledger still contains what a seal says, the appliance's or the open meeting's,
 * whichever it is of. Writes nothing: a vault under suspicion stays as it is. seal, when it is not
 * NULL, gets what could be read, also on failure. Fails with MSK_RULE_ERROR_FOREIGN_CODE,
 * _CUT_CODE, _FORGED_TAG, _OTHER_MEETING (it is of another ledger: open that meeting),
 * _SEAL_NOT_CONTAINED, MSK_SYSTEM_ERROR_LEDGER_BROKEN. */
gboolean msk_seal_desk_check (MskSession *session, const char *code, MskSeal *seal, GError **error);

/* Of MskSealSheet, by number. */
GPtrArray *msk_seal_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
