/* The ledger as the auditor reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 entries;
  gboolean verified;
  gint64 wrong_entry; /* the sequence of the first entry that does not fit, or 0 */
  char *reason;       /* what does not fit, or NULL */
  char *head;         /* the hash of the last entry, hexadecimal */
} MskLedgerVerdict;

void msk_ledger_verdict_free (MskLedgerVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskLedgerVerdict, msk_ledger_verdict_free)

#define MSK_TYPE_LEDGER_LINE (msk_ledger_line_get_type ())
G_DECLARE_FINAL_TYPE (MskLedgerLine, msk_ledger_line, MSK, LEDGER_LINE, GObject)

/* One entry, as written. */
struct _MskLedgerLine
{
  GObject parent_instance;

  gint64 sequence;
  gint64 at;
  char *actor;
  char *role;
  char *station;
  char *act;
  char *subject;
  char *details; /* canonical JSON */
};

/* Checks every link of the appliance's ledger (meeting FALSE) or of the open meeting's. Fails only
 * when it can't be read at all. The caller owns the verdict. */
MskLedgerVerdict *msk_ledger_desk_verify (MskSession *session,
                                          gboolean meeting,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskLedgerLine, newest first: at most max entries before the sequence before (0: from the end).
 */
GPtrArray *msk_ledger_desk_list (MskSession *session,
                                 gboolean meeting,
                                 gint64 before,
                                 guint max,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
