/* What GTK 4.8 leaves undone for people who see through a screen reader.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a widget and all in it: buttons are called by their words, without the underscore of the
 * mnemonic; what a stack or a revealer does not show is hidden from the screen reader too, from now
 * on. Can be called again when something was added. */
void msk_accessible_mend (GtkWidget *widget);

/* Calls a button by more than its word, where several have the same. */
void msk_accessible_name (GtkButton *button, const char *name);

G_END_DECLS
