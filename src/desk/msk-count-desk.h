/* Runs of the printer, and the blind count of their sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-run.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Of MskPrintRun, oldest first. What a run is expected to have is blotted out while a blind count
 * is to come. */
GPtrArray *msk_count_desk_list_runs (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* So many sheets lie at the printer, by somebody who was not told how many there should be: good
 * copies, spoiled and surplus sheets together. Every copy of the run is to be settled first. Twice
 * a difference is only named; from the third count on the run comes back with both figures. The
 * caller owns the run. Fails with MSK_RULE_ERROR_PRINTING_NOT_SETTLED, _ALREADY_DECIDED (agreed
 * before, or nothing to count), MSK_INPUT_ERROR_NOT_FOUND. */
MskPrintRun *msk_count_desk_count (MskSession *session, gint64 id, guint sheets, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Why the count of a run differs, by the security officer, once it was counted three times. Fails
 * with MSK_RULE_ERROR_SHEETS_NOT_COUNTED, _ALREADY_DECIDED, MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_count_desk_explain (MskSession *session,
                                 gint64 id,
                                 const char *explanation,
                                 GError **error);

G_END_DECLS
