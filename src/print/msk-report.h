/* A report on A4: headings, facts, tables, lines to sign on; the level on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-signature.h"

G_BEGIN_DECLS

typedef struct
{
  const char *level_mark;  /* nullable: "机密★10年", top left of the first page */
  const char *level_label; /* nullable: "机密", at the top and the bottom of every page */
  const char *title;
  const char *const *subtitle_lines; /* nullable, NULL-terminated */
  gboolean is_cover;                 /* title and subtitles stand large and further down */
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

/* The same for one who has signed: date stands on its line, and so does the signature, unless it is
 * NULL. */
void msk_report_add_signed (MskReport *self,
                            const MskReportSigner *signer,
                            MskSignature *signature,
                            const char *date);

/* A QR symbol with a caption and its digits in groups of five. Digits only. */
void msk_report_add_code (MskReport *self, const char *digits, const char *caption);

/* The report for a spreadsheet: every text of it in order (of char *), in rows of *n_columns, which
 * is that of its widest table. A block begins in the first column, and an empty row follows it. The
 * caller owns it. */
GPtrArray *msk_report_dup_cells (MskReport *self, guint *n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* The level as it stands at the top and the bottom of every page, or NULL. Lent. */
const char *msk_report_get_level_label (MskReport *self);

/* The report as a PDF; it may be called again. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, with
 * MSK_INPUT_ERROR_BAD_VALUE for a code that is none, or with MSK_SYSTEM_ERROR_FILE when the
 * template is damaged. */
GBytes *msk_report_finish (MskReport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Several documents as one PDF, each with pages of its own that are counted by themselves. Fails as
 * msk_report_finish(). */
GBytes *msk_report_finish_several (MskReport *const *reports,
                                   guint count,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Several documents as one PDF, two half pages to a sheet of A4, each with pages of its own that
 * are counted by themselves: to be cut apart. Fails as msk_report_finish(). */
GBytes *msk_report_finish_two_up (MskReport *const *reports,
                                  guint count,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
