/* What the printing system still has of jobs that went by certain names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cups-follow.h"

G_BEGIN_DECLS

typedef struct
{
  int id;
  char *reference;
} MskCupsLeftover;

/* Of MskCupsLeftover: the jobs of the queue, ended ones too, whose names are among the references,
 * and those of reports.
 * A queue that is gone has none. Fails with MSK_SYSTEM_ERROR_PRINTER_LOST. */
GPtrArray *msk_cups_leftovers_list (MskCupsConnection *connection,
                                    const char *queue,
                                    const char *const *references,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Ends the job, whatever it is at, and removes it with its document. Whether the printing system
 * confirms that it is gone. */
gboolean msk_cups_leftover_remove (MskCupsConnection *connection,
                                   const char *queue,
                                   const MskCupsLeftover *leftover,
                                   const MskCupsLimits *limits);

/* The command that removes it. The caller owns it. */
char *msk_cups_leftover_dup_command (const char *queue,
                                     const MskCupsLeftover *leftover) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
