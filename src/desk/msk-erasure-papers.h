/* Prints and reports of an erased meeting that lie in the clear in folders of the kit's own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

/* How the file of a certificate is called: it is of no meeting, and stays. */
#define MSK_ERASURE_CERTIFICATE "erasure"

/* So the names begin of register, card and receipt of filing, which stay too; and of lists over the
 * meetings, which go with any of them. */
#define MSK_ERASURE_FILING "filing-"
#define MSK_ERASURE_OVER_MEETINGS "meetings-"

/* Overwrites and removes them: in the folder of papers and in that of each folder printer, what
 * bears a serial that was given to the meeting, or its id in a report's name. What somebody gave
 * another name or took elsewhere is not the kit's. removed counts them. Fails with
 * MSK_SYSTEM_ERROR_FILE. */
gboolean msk_erasure_papers_remove (MskSession *session,
                                    gint64 meeting_id,
                                    guint *removed,
                                    GError **error);

G_END_DECLS
