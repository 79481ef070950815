/* A printer as the desk sees it: something that may lose a job and must not be believed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "msk-media.h"

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

  /* These may be NULL: a printer without sheets, and without a spool. */
  void (*set_media) (MskPrinter *self, MskMedia media);
  gboolean (*is_two_sided) (MskPrinter *self);
  gboolean (*prove_empty) (MskPrinter *self,
                           GCancellable *cancellable,
                           char **traces,
                           GError **error);
  gboolean (*clear) (MskPrinter *self,
                     const char *const *references,
                     guint *removed,
                     char **traces,
                     GError **error);
};

/* Reports, which are no numbered copies, are called by this and a number. */
#define MSK_PRINTER_REPORT_PREFIX "report-"

/* What a print attempt is called towards the printing system: its serial, which says nothing to
 * anyone else. The caller owns it. */
char *msk_printer_dup_reference (gint64 serial) G_GNUC_WARN_UNUSED_RESULT;

/* What is printed from here on asks for this size of paper instead of what the queue is set to; a
 * queue that does not offer it then fails its check with MSK_RULE_ERROR_MEDIA_NOT_OFFERED. */
void msk_printer_set_media (MskPrinter *self, MskMedia media);

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

/* For printers: somebody has to see to it before the copy goes on, or, with "", nobody has to any
 * more. The signal "waits" comes in the thread that prints. reason is for people to read. */
void msk_printer_emit_waits (MskPrinter *self, const char *reason);

/* Whether a sheet takes two pages. Known after msk_printer_check(). */
gboolean msk_printer_is_two_sided (MskPrinter *self);

/* Asks, after the last sheet, whether anything of what this object printed is still in the printing
 * system (A2). Blocks; call it in a thread. Fails with MSK_RULE_ERROR_PRINTER_UNSAFE, and then
 * *traces is the command that removes what was left, which the caller owns; or with
 * MSK_SYSTEM_ERROR_PRINTER_ABSENT or _LOST when nobody answers, and *traces is NULL. */
gboolean msk_printer_prove_empty (MskPrinter *self,
                                  GCancellable *cancellable,
                                  char **traces,
                                  GError **error);

/* Removes what the printing system still has of earlier copies, begun or not, so that nothing of
 * them can print any more: after a run whose end nobody saw. references are what they were printed
 * under. *removed is how many of them it still knew; of the others it can't be said whether their
 * documents are gone too. Reports that were left go with them, uncounted. Blocks. Fails as
 * msk_printer_prove_empty(). */
gboolean msk_printer_clear (MskPrinter *self,
                            const char *const *references,
                            guint *removed,
                            char **traces,
                            GError **error);

G_END_DECLS
