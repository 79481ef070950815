/* What goes away says nothing more to who is going away too.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The parts of a form or a page go one by one, in any order, and a list that is emptied or a row
 * that goes tells of its choice once more, when what would be shown of it may be gone already. From
 * now on nothing in top tells listener of anything. */
void msk_hush (GtkWidget *top, gpointer listener);

G_END_DECLS
