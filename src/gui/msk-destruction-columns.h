/* The tables of the page of destruction.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void msk_destruction_columns_add_batches (GtkColumnView *view);
void msk_destruction_columns_add_items (GtkColumnView *view);
void msk_destruction_columns_add_returns (GtkColumnView *view);

G_END_DECLS
