/* Reads a table as offices save it: comma, semicolon or tab between the fields, UTF-8 or GB18030.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSK_CSV_SIZE_MAX (16 * 1024 * 1024)
#define MSK_CSV_ROWS_MAX 20000 /* below the header */
#define MSK_CSV_COLUMNS_MAX 64
#define MSK_CSV_FIELD_MAX 4096 /* bytes in UTF-8 */

typedef struct _MskCsvReader MskCsvReader;

/* Loads what reading needs from outside the process: call it before the sandbox is entered. Returns
 * NULL when the system has no converter for GB18030. */
MskCsvReader *msk_csv_reader_new (void);
void msk_csv_reader_free (MskCsvReader *self);

/* Gives {"encoding": s, "rows": aas, "lines": au}, floating; the header is the first row, and lines
 * says where in the file each row begins. Fails with MSK_INPUT_ERROR_CSV_EMPTY, _CSV_ENCODING,
 * _CSV_SYNTAX or _FILE_TOO_LARGE; row is then the line of the file, or 0. */
GVariant *msk_csv_reader_read (MskCsvReader *self, GBytes *input, guint *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskCsvReader, msk_csv_reader_free)

G_END_DECLS
