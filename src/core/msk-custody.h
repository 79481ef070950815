/* One line of a copy's history: what happened to it, by whom, with whom, and who signed for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-page-count.h"
#include "msk-receipt.h"

G_BEGIN_DECLS

#define MSK_TYPE_CUSTODY (msk_custody_get_type ())
G_DECLARE_FINAL_TYPE (MskCustody, msk_custody, MSK, CUSTODY, GObject)

struct _MskCustody
{
  GObject parent_instance;

  gint64 at;
  char *act; /* name of an MskAct */
  MskCopyState from;
  MskCopyState to;
  gint64 attendee_id; /* the counterpart, or 0 */
  char *person;       /* their name, or "" */
  char *user;
  char *station;
  char *remark;
  MskReceipt *receipt;   /* by which it was signed for, or NULL */
  MskReturnCount *count; /* of what came back, or NULL when nothing was counted */
};

MskCustody *msk_custody_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Who signed for it, how and on which receipt; "" for nobody. The caller owns it. */
char *msk_custody_dup_signed (MskCustody *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
