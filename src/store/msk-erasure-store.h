/* The appliance's registers of exports and of erasures (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-export-file.h"
#include "msk-meeting-export.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* An export that was verified, in the file of this path. */
gboolean msk_erasure_store_add_export (MskTransaction *transaction,
                                       gint64 meeting_id,
                                       const char *recipient,
                                       const char *path,
                                       const MskExportContents *contents,
                                       gint64 *id,
                                       GError **error);

/* The newest export of a meeting; NULL for none. The caller owns it. */
gboolean msk_erasure_store_find_export (MskDatabase *database,
                                        gint64 meeting_id,
                                        MskMeetingExport **found,
                                        GError **error);

/* Leave to erase, given over the export. kept, or "": where what still exists is; counts: how
 * everything stands, by MskCopyState; missing: MskCustodyLine, what is missing and since when. */
gboolean msk_erasure_store_approve (MskTransaction *transaction,
                                    const MskMeetingExport *sealed,
                                    const char *reference,
                                    const char *kept,
                                    const guint *counts,
                                    GPtrArray *missing,
                                    GError **error);

/* Since when what was missing when it was approved was. The caller owns the array of gint64, one
 * for each thing. */
GArray *msk_erasure_store_list_missing (MskDatabase *database,
                                        gint64 meeting_id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The newest leave over this export: id, who gave it, and where what still exists is kept; 0 and
 * NULL for none. */
gboolean msk_erasure_store_find_approval (MskDatabase *database,
                                          gint64 export_id,
                                          gint64 *id,
                                          char **approver,
                                          char **kept,
                                          GError **error);

/* Throws the key of the meeting away. From the commit on the meeting is gone; before it, it is
 * whole. */
gboolean msk_erasure_store_erase (MskTransaction *transaction,
                                  const MskMeetingExport *sealed,
                                  gint64 approval_id,
                                  const char *witness,
                                  GError **error);

/* What was left of it is removed. */
gboolean msk_erasure_store_finish (MskTransaction *transaction,
                                   gint64 meeting_id,
                                   guint files,
                                   guint papers,
                                   GError **error);

/* An erased meeting of which something is still to be removed, and the name of its file; 0 for
 * none. The caller owns *file. */
gboolean msk_erasure_store_find_unfinished (MskDatabase *database,
                                            gint64 *meeting_id,
                                            char **file,
                                            GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND for a meeting that is whole. The caller owns it. */
MskErasure *msk_erasure_store_get (MskDatabase *database,
                                   gint64 meeting_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
