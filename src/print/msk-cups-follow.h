/* Following a print job to its end, and saying no more about it than is known.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cups-job.h"
#include "msk-printer.h"

G_BEGIN_DECLS

/* How long to wait for what, in milliseconds. */
typedef struct
{
  guint poll_ms;   /* at most, between two looks at the job */
  guint stall_ms;  /* without any change while the job has not begun or the printer has a fault */
  guint busy_ms;   /* without any change while the printer says that it is printing */
  guint cancel_ms; /* for a cancelled job to stop, and for its traces to go */
  guint reconnect_ms; /* for a printing system that fell silent to come back */
} MskCupsLimits;

extern const MskCupsLimits msk_cups_default_limits;

/* Told when somebody has to see to the printer, and, with "", when nobody has to any more. */
typedef void (*MskCupsFollowWaits) (const char *reason, gpointer user_data);

/* What is printed, and where. */
typedef struct
{
  const char *server; /* where to look for a printing system that fell silent */
  const char *queue;
  GBytes *document;
  const MskCupsLimits *limits;
  MskCupsFollowWaits waits; /* may be NULL */
  gpointer waits_data;
} MskCupsErrand;

/* Hands the document of a new job over and stays until nothing more can come of it; then removes
 * every trace of the job; *traces is the command that removes what could not be, or NULL, and the
 * caller owns it. error is set unless the outcome is MSK_PRINT_OUTCOME_PRINTED:
 * MSK_SYSTEM_ERROR_PRINTER_REFUSED, _STOPPED, _LOST or _CANCELLED, or MSK_RULE_ERROR_PRINTER_UNSAFE
 * when the copy was printed but its document could not be removed. */
MskPrintOutcome msk_cups_follow_print (MskCupsJob *job,
                                       const MskCupsErrand *errand,
                                       char **traces,
                                       GCancellable *cancellable,
                                       GError **error);

/* Removes a job that is known to be ours and to have ended or never begun. Whether the printing
 * system confirms that it is gone. */
gboolean msk_cups_follow_remove (MskCupsJob *job, const MskCupsLimits *limits);

G_END_DECLS
