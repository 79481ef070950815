/* What goes back to the organ that issued it, against its receipt: all that is top secret, instead
 * of being destroyed (D1). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-destruction.h"
#include "msk-scan-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* What a return says. Texts are lent. */
typedef struct
{
  const char *organ;   /* NULL or "": the originator of the papers */
  const char *receipt; /* the organ's number of it */
  const char *bearer;  /* who took it there */
  const char *second;  /* and with whom: top secret is carried by two (R2) */
} MskOriginatorDraft;

/* Enters that things (of MskDestructionItem, as take and choose below put them there) went back,
 * all of them or none. The witness, who is another than the one at the desk, has signed in beside
 * them for MSK_ACT_ORIGINATOR_WITNESS, and says under their own name that they saw it leave. Copies
 * and spoiled sets go to the originator of their paper alone; carriers have none, so their organ is
 * named. Other levels may go back as well. Fails with MSK_ACCESS_ERROR_SAME_PERSON or _ROLE, as
 * msk_destruction_find_thing(), with MSK_RULE_ERROR_SCAN_ITS_CODE for what has a code that was not
 * scanned, with MSK_RULE_ERROR_NOT_THE_ORIGINATOR, as msk_permit_check_bearers(), with
 * MSK_RULE_ERROR_WITHDRAWN or _REJECTED for a bearer whom the meeting has barred, with
 * MSK_RULE_ERROR_EXISTS for a receipt that was entered before, or with MSK_INPUT_ERROR_BAD_VALUE
 * when a field is empty or nothing is sent back. */
gboolean msk_originator_desk_send_back (MskSession *session,
                                        const MskOriginatorDraft *draft,
                                        GListModel *things,
                                        const MskCosigner *witness,
                                        gint64 *id,
                                        GError **error);

/* The organ that issued the paper of a copy; NULL for copy 0 or when it can't be read. The caller
 * owns it. */
char *msk_originator_desk_dup_organ (MskSession *session, guint copy) G_GNUC_WARN_UNUSED_RESULT;

/* Scans what is to go back, one thing after the other: adds it to items (of MskDestructionItem), of
 * which nothing is on record until it is sent. Verdicts "going-back", "already-scanned", or the
 * name of a refusal as in msk_originator_desk_send_back(). The second is for the number of surplus
 * sheets, which have no code of their own, and refuses everything else ("scan-its-code"). Fail as
 * msk_scan_desk_scan(). */
MskVerdict *msk_originator_desk_take (MskSession *session,
                                      GListStore *items,
                                      const char *code,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskVerdict *msk_originator_desk_choose (MskSession *session,
                                        GListStore *items,
                                        MskStockKind kind,
                                        gint64 number,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskOriginatorReturn, and what went back in one, of MskDestructionItem. The caller owns them.
 */
GPtrArray *msk_originator_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *msk_originator_desk_list_items (MskSession *session,
                                           gint64 id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
