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

/* The paths (of char *) of what is to go: in the folder of papers and in that of each folder
 * printer, what bears a serial that was given to the meeting, or its id in a report's name, and
 * what a program that was killed left half written. What somebody gave another name or took
 * elsewhere is not the kit's. The caller owns the array. */
GPtrArray *msk_erasure_papers_list (MskSession *session,
                                    gint64 meeting_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Overwrites and removes one of them, in whichever thread. Fails with MSK_SYSTEM_ERROR_FILE. */
gboolean msk_erasure_papers_remove (const char *path, GError **error);

G_END_DECLS
