/* What goes away says nothing more to who is going away too.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-hush.h"

void
msk_hush (GtkWidget *top, gpointer listener)
{
  g_return_if_fail (GTK_IS_WIDGET (top));

  g_signal_handlers_disconnect_matched (top, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, listener);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    msk_hush (child, listener);
}
