/* One run of the printer over the reserved copies of a paper: one job a copy, at most one in
 * flight, each step in the register first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-prepared-pdf.h"
#include "msk-print-desk.h"
#include "msk-printer.h"
#include "msk-stamper.h"

G_BEGIN_DECLS

/* The printer object for a designated printer. The caller owns it. */
MskPrinter *msk_print_batch_make_printer (const MskDesignatedPrinter *designated)
    G_GNUC_WARN_UNUSED_RESULT;

/* Finds a designated printer, or fails with MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED. The caller owns
 * it. */
MskDesignatedPrinter *msk_print_batch_find_printer (MskSession *session,
                                                    const char *name,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the copies of a copy bear beside the marks of all copies (C2). Texts are lent. */
typedef struct
{
  guint parent;
  const char *copier; /* the copying organ */
  GDate date;
  guint made; /* how many copies the parent has, or may have */
} MskReproductionMarks;

/* What stamps the copies of a paper, or those of one of its copies; reproduction is NULL for the
 * first. Fails as msk_stamper_new(): a paper that can't be stamped is
 * refused when it comes, not when its numbers are reserved. The caller owns it. */
MskStamper *msk_print_batch_make_stamper (MskScheme *scheme,
                                          MskPreparedPdf *prepared,
                                          MskPaper *paper,
                                          const MskReproductionMarks *reproduction,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
