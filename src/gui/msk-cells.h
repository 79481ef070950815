/* Columns of a table whose cells are words, or a symbol and a word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "msk-look.h"

G_BEGIN_DECLS

/* The text of a cell; the caller owns it. */
typedef char *(*MskCellText) (gpointer item);

/* Which of two items comes first. */
typedef int (*MskCellCompare) (gconstpointer a, gconstpointer b);

/* The look of a cell's symbol. */
typedef MskLook (*MskCellLook) (gpointer item);

typedef struct
{
  const char *title; /* translatable; the translation is looked up here */
  MskCellText text;
  MskCellLook look; /* NULL for a cell of words alone */
  gboolean expand;
  gboolean numeric;       /* set to the end, in figures of one width */
  MskCellCompare compare; /* NULL for a column that nothing is sorted by */
} MskColumn;

/* Fills a table with columns; n of them. */
void msk_cells_add_columns (GtkColumnView *view, const MskColumn *columns, guint n);

G_END_DECLS
