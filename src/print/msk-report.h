/* A report on A4: headings, facts, tables and lines to sign, with the level on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _MskReport MskReport;

/* Texts are copied. */
typedef struct
{
  const char *mark;        /* level and period, top left of the first page */
  const char *level_label; /* at the top and the bottom of every page */
  const char *title;
} MskReportHead;

/* What is added comes out in that order. All texts are copied, in UTF-8, of one line each unless
 * said otherwise. The caller owns the report. */
MskReport *msk_report_new (const MskReportHead *head) G_GNUC_WARN_UNUSED_RESULT;
void msk_report_free (MskReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskReport, msk_report_free)

void msk_report_add_heading (MskReport *self, const char *text);
void msk_report_add_paragraph (MskReport *self, const char *text);

/* In red, with a sign before it: what must not be overlooked. */
void msk_report_add_warning (MskReport *self, const char *text);

/* Pairs of a name and a value, ended by NULL. */
void msk_report_add_facts (MskReport *self, const char *const *pairs);

/* header names the columns and ends with NULL; widths has as many shares of the width, in any unit;
 * cells (of char *) run from left to right and from top to bottom. The header is repeated on each
 * page, and a row is never torn. */
void msk_report_add_table (MskReport *self,
                           const char *const *header,
                           const double *widths,
                           GPtrArray *cells);

/* A line for each signer's name, signature and date; the array ends with NULL. */
void msk_report_add_signatures (MskReport *self, const char *const *signers);

/* The whole report as PDF. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, MSK_SYSTEM_ERROR_FILE for a
 * damaged template, or MSK_SYSTEM_ERROR_MEMORY. The caller owns it. */
GBytes *msk_report_finish (MskReport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
