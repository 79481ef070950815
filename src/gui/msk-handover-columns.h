/* The tables of the page of the handover.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Columns for MskStockLine, MskDiscrepancy and MskHandover. */
void msk_handover_columns_add_stock (GtkColumnView *view);
void msk_handover_columns_add_found (GtkColumnView *view);
void msk_handover_columns_add_past (GtkColumnView *view);

G_END_DECLS
