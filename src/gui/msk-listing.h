/* Keeps a list model in step with what the desk reads, without disturbing the rows that stayed the
 * same. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Replaces only what lies between the rows that are the same at both ends, so that the place in the
 * list, the selection and the focus stay. */
void msk_listing_update (GListStore *store, GPtrArray *fresh, GEqualFunc same);

/* Puts one item in its place in a store that is in order, instead of the one that compares equal;
 * or takes that out, when it is not listed. Costs the same however long the list is. */
void msk_listing_put (GListStore *store,
                      gpointer item,
                      gboolean listed,
                      GCompareDataFunc compare,
                      GEqualFunc same);

/* Shows the "list" of a stack, or its "none" when there is nothing in it. The keyboard that was in
 * the list then goes to another widget, since it would be nowhere. */
void msk_listing_show (GtkStack *stack, guint n_items, GtkWidget *other);

/* The same items in the other order (of GObject). The caller owns it. */
GPtrArray *msk_listing_dup_turned (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

/* A selection of at most one item, and of none before somebody chooses. The caller owns it. */
GtkSingleSelection *msk_listing_new_single (GListModel *model) G_GNUC_WARN_UNUSED_RESULT;

/* Shows a selection in a table. The keyboard that is in the table stays at its place when rows are
 * replaced there: GTK would leave it on another row, or nowhere. */
void msk_listing_show_model (GtkColumnView *view, GtkSelectionModel *selection);

/* The same for a list whose rows are made from a model by create. */
void msk_listing_bind_box (GtkListBox *box,
                           GListModel *model,
                           GtkListBoxCreateWidgetFunc create,
                           gpointer user_data);

/* Shows a model in a table through such a selection; changed is called with owner last when another
 * item is selected, and not after owner is gone. The caller owns the selection. */
GtkSingleSelection *msk_listing_fill_view (GtkColumnView *view,
                                           GListModel *model,
                                           GCallback changed,
                                           gpointer owner) G_GNUC_WARN_UNUSED_RESULT;

/* The selected items of a model, in order (of GObject). The caller owns it. */
GPtrArray *msk_listing_dup_selected (GListModel *selection) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
