/* The rows of a list while they are read, within the limits that every format has.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "msk-file-place.h"
#include "msk-list-encoding.h"

G_BEGIN_DECLS

#define MSK_LIST_ROWS_MAX 20000 /* below the header; blank ones don't count */
#define MSK_LIST_COLUMNS_MAX 64
#define MSK_LIST_FIELD_MAX 4096 /* bytes in UTF-8 */

typedef struct
{
  GVariantBuilder rows;
  GArray *lines;
} MskListTable;

/* What the answer says about the file beside its rows. */
typedef struct
{
  const char *format;       /* "csv" or "xlsx" */
  MskListEncoding encoding; /* automatic for a workbook, which says its own */
  GStrv sheets;             /* of a workbook, or NULL */
  guint sheet;              /* the one that was read, from 1; 0 when there are none */
} MskListOrigin;

void msk_list_table_init (MskListTable *self);
void msk_list_table_clear (MskListTable *self);

/* One field of the row being read; index from 0. Fails with MSK_INPUT_ERROR_CSV_SYNTAX. */
gboolean msk_list_table_check_field (const char *text, gsize length, guint index, GError **error);

/* Whether nothing of it would be seen. */
gboolean msk_list_table_is_blank (const char *text);

/* A whole row, from a line of the file; rows of nothing are left out, as office programs save rows
 * that were emptied. Fails with MSK_INPUT_ERROR_FILE_TOO_LARGE. */
gboolean msk_list_table_add (MskListTable *self, GPtrArray *fields, guint line, GError **error);

/* The answer, floating. Fails with MSK_INPUT_ERROR_CSV_EMPTY. */
GVariant *msk_list_table_end (MskListTable *self, const MskListOrigin *origin, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MskListTable, msk_list_table_clear)

G_END_DECLS
