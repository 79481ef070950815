/* What a workbook says of its sheets: their names and places, the texts that cells share, and how
 * numbers are shown. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-xlsx-package.h"

G_BEGIN_DECLS

/* How a cell shows a number, as far as the kit can do it too. */
typedef enum
{
  MSK_XLSX_SHOWN_GENERAL,
  MSK_XLSX_SHOWN_DIGITS, /* whole, with noughts in front */
  MSK_XLSX_SHOWN_OTHERWISE,
} MskXlsxShown;

typedef struct
{
  MskXlsxShown shown;
  guint digits; /* at least so many */
} MskXlsxFormat;

typedef struct
{
  GPtrArray *names;  /* of char *, of the sheets in order */
  GArray *shown;     /* of gboolean: whether the office program shows it */
  GPtrArray *parts;  /* of char *, where each lies; "" where it can't be found */
  guint first_shown; /* from 1 */
  GPtrArray *texts;  /* of char *; longer ones than a field can be are cut */
  GArray *formats;   /* of MskXlsxFormat, as the cells number them */
} MskXlsxBook;

/* Fails as the package does, with MSK_INPUT_ERROR_LIST_FOREIGN (a binary workbook), or
 * _XLSX_DAMAGED. To be cleared either way. */
gboolean msk_xlsx_book_read (MskXlsxBook *self, MskXlsxPackage *package, GError **error);
void msk_xlsx_book_clear (MskXlsxBook *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MskXlsxBook, msk_xlsx_book_clear)

G_END_DECLS
