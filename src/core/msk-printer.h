/* A printer as the desk sees it: something that may lose a job and must not be believed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is known of one job after it ended. Never more than is known: "completed" is no proof of
 * paper. */
typedef enum
{
  MSK_PRINT_OUTCOME_NOT_SENT,  /* nothing can have come out: the printer never had the job */
  MSK_PRINT_OUTCOME_UNCERTAIN, /* something may have come out */
  MSK_PRINT_OUTCOME_PRINTED,   /* the printer says that all of it came out */
} MskPrintOutcome;

#define MSK_TYPE_PRINTER (msk_printer_get_type ())
G_DECLARE_INTERFACE (MskPrinter, msk_printer, MSK, PRINTER, GObject)

struct _MskPrinterInterface
{
  GTypeInterface parent_interface;

  gboolean (*check) (MskPrinter *self, GCancellable *cancellable, GError **error);
  MskPrintOutcome (*print) (MskPrinter *self,
                            GBytes *document,
                            const char *reference,
                            GCancellable *cancellable,
                            GError **error);
};

/* Asks, before the first sheet, whether this printer may be used at all (design: error policy
 * abort-job, no banner pages, …). Blocks; call it in a thread. Fails with
 * MSK_SYSTEM_ERROR_PRINTER_ABSENT, _STOPPED or _REFUSED, or with MSK_RULE_ERROR_PRINTER_UNSAFE
 * whose message holds the exact command that mends it. */
gboolean msk_printer_check (MskPrinter *self, GCancellable *cancellable, GError **error);

/* Prints one copy of a PDF as one job and follows the job to its end, then removes every trace of
 * it. reference is neutral (the serial of the print attempt) and may show in job lists and logs.
 * Blocks; call it in a thread. The outcome is always meaningful; error is set for NOT_SENT and
 * UNCERTAIN, and says what to do next. */
MskPrintOutcome msk_printer_print (MskPrinter *self,
                                   GBytes *document,
                                   const char *reference,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
