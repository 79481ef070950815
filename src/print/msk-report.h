/* A report on A4: headings, facts, tables, lines to sign on; the level on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *level_mark;  /* nullable: "机密★10年", top left of the first page */
  const char *level_label; /* nullable: "机密", at the top and the bottom of every page */
  const char *title;
  const char *const *subtitle_lines; /* nullable, NULL-terminated */
} MskReportHead;

typedef struct
{
  const char *name;
  const char *value;
} MskReportFact;

typedef struct
{
  const char *title;
  double weight;      /* share of the width, above 0 */
  gboolean align_end; /* for numbers */
} MskReportColumn;

typedef struct
{
  const char *role;
  const char *name; /* nullable: to be written by hand */
} MskReportSigner;

#define MSK_TYPE_REPORT (msk_report_get_type ())
G_DECLARE_FINAL_TYPE (MskReport, msk_report, MSK, REPORT, GObject)

/* All texts are copied. */
MskReport *msk_report_new (const MskReportHead *head) G_GNUC_WARN_UNUSED_RESULT;

void msk_report_add_heading (MskReport *self, const char *text);
void msk_report_add_paragraph (MskReport *self, const char *text);

/* In red, heavy and framed, so that it stands out on a black-and-white print too. */
void msk_report_add_warning (MskReport *self, const char *text);

void msk_report_add_facts (MskReport *self, const MskReportFact *facts, guint count);

/* cells holds the rows one after the other; a NULL cell is empty. The titles are repeated on every
 * page that the table reaches. */
void msk_report_add_table (MskReport *self,
                           const MskReportColumn *columns,
                           guint column_count,
                           const char *const *cells,
                           guint row_count);

/* For each: its name, and a line to write it on by hand. */
void msk_report_add_blanks (MskReport *self, const char *const *names, guint count);

/* For each: role and name, a line to sign on, a line for the date. */
void msk_report_add_signatures (MskReport *self, const MskReportSigner *signers, guint count);

/* A QR symbol with a caption and its digits in groups of five. Digits only. */
void msk_report_add_code (MskReport *self, const char *digits, const char *caption);

/* The report as a PDF; it may be called again. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, with
 * MSK_INPUT_ERROR_BAD_VALUE for a code that is none, or with MSK_SYSTEM_ERROR_FILE when the
 * template is damaged. */
GBytes *msk_report_finish (MskReport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
