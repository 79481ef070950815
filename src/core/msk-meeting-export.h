/* A sealed export of a meeting that was opened again and found whole, and an erasure (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-copy.h"

G_BEGIN_DECLS

#define MSK_TYPE_MEETING_EXPORT (msk_meeting_export_get_type ())
G_DECLARE_FINAL_TYPE (MskMeetingExport, msk_meeting_export, MSK, MEETING_EXPORT, GObject)

/* As the appliance's register has it. Hashes are in hexadecimal. */
struct _MskMeetingExport
{
  GObject parent_instance;

  gint64 id;
  gint64 meeting_id;
  gint64 at;
  char *user;
  char *recipient;      /* for whose passphrase it was sealed */
  gint64 head_sequence; /* of the newest entry in the meeting's ledger */
  char *head_hash;
  gint64 size;  /* of the file, in bytes */
  char *digest; /* BLAKE2b-256 of the file */
  char *path;   /* that it was written to, "" where nobody knows any more */
};

MskMeetingExport *msk_meeting_export_new (void) G_GNUC_WARN_UNUSED_RESULT;

#define MSK_TYPE_ERASURE (msk_erasure_get_type ())
G_DECLARE_FINAL_TYPE (MskErasure, msk_erasure, MSK, ERASURE, GObject)

/* Of a meeting that is gone: approved by one, done by another, watched by a third (D1). */
struct _MskErasure
{
  GObject parent_instance;

  MskMeetingExport *sealed; /* what remains of it, elsewhere */
  gint64 approved_at;
  char *approver;
  char *reference;
  char *kept;                      /* where what still exists is kept, or "" when nothing does */
  guint counts[MSK_COPY_N_STATES]; /* copies, carriers, and spoiled sets that no copy stands for, as
                                      they stood when it was approved */
  gint64 at;
  char *user;
  char *witness;
  gint64 finished_at; /* 0: something is still to be removed, which nobody can open */
  guint files;        /* of the vault that were removed */
  guint papers;       /* prints and reports that were removed */
};

/* C4, D1: how many of them still exist: all that is neither destroyed, nor with its originator, nor
 * missing, nor was ever there. counts: by MskCopyState. */
guint msk_erasure_count_remaining (const guint *counts);

/* The record of what still exists is not erased unless it is said where that is kept. Fails with
 * MSK_RULE_ERROR_THINGS_REMAIN. kept: one line, or "". */
gboolean msk_erasure_check_kept (const guint *counts, const char *kept, GError **error);

/* Takes sealed. */
MskErasure *msk_erasure_new (MskMeetingExport *sealed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
