/* How something is given out: what the register keeps of it, and who decided otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-cosigner-private.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Somebody decided that something is issued all the same. */
typedef struct
{
  MskCosigner cosigner;
  char *reason;
} MskWaiver;

MskWaiver *msk_waiver_new (const MskCosigner *cosigner,
                           const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void msk_waiver_free (MskWaiver *self);

typedef struct
{
  const char *remark;       /* how it was done */
  const GPtrArray *waivers; /* of MskWaiver, one a role; or NULL */
} MskIssueTerms;

/* Whether somebody may be given anything at this moment, on these terms: the desk's last question,
 * after everything else that nobody may decide otherwise about. level is that of the thing. Fails
 * as msk_issue_check_level() and msk_issue_check(). */
gboolean msk_issue_terms_check (const MskIssueTerms *self,
                                MskDatabase *database,
                                MskAttendee *attendee,
                                MskLevel level,
                                GError **error);

/* Writes a row for each refusal that the issue was let past. One of the two movements is 0. The
 * entries are of who decided. */
gboolean msk_issue_terms_record (const MskIssueTerms *self,
                                 MskTransaction *transaction,
                                 MskAttendee *attendee,
                                 gint64 movement_id,
                                 gint64 carrier_movement_id,
                                 GError **error);

G_END_DECLS
