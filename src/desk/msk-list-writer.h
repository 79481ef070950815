/* Tables for spreadsheets, as CSV or as a workbook, made in memory. Every cell is text, and none
 * runs as a formula. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* cells (of char *, UTF-8) fills rows of n_columns. UTF-8 with a byte order mark, commas, every
 * field in quotes, lines that end as RFC 4180 says. The caller owns it; it is wiped when freed. */
GBytes *msk_list_writer_make_csv (GPtrArray *cells, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* The same as an xlsx workbook of one sheet. mark, when it is not NULL, stands at the top and the
 * bottom of every page that is printed of it, with the page’s number. What the library puts aside
 * while it works lies in memory (/dev/shm) alone. Fails with MSK_SYSTEM_ERROR_FILE where there is
 * none. */
GBytes *msk_list_writer_make_workbook (GPtrArray *cells,
                                       guint n_columns,
                                       const char *mark,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
