/* Reads a table as offices save it: comma, semicolon or tab between the fields.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-list-table.h"

G_BEGIN_DECLS

/* Adds the rows of a text in UTF-8. Fails with MSK_INPUT_ERROR_CSV_SYNTAX or _FILE_TOO_LARGE; row
 * is then the line of the file. */
gboolean msk_csv_reader_read (const char *text, MskListTable *table, guint *row, GError **error);

G_END_DECLS
