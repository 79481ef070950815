/* Columns of a table whose cells are words, or a symbol and a word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cells.h"

#include <glib/gi18n-lib.h>

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const MskColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *box;
  GtkWidget *image;

  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1.0f : 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column->expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");

  if (column->look == NULL)
    {
      gtk_list_item_set_child (list_item, label);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  image = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (list_item, box);
}

static void
apply_look (GtkWidget *image, const MskLook *look)
{
  const char *classes[] = { look->css_class, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), look->icon_name);
  gtk_widget_set_css_classes (image, classes);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const MskColumn *column)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *text = column->text (item);

  if (column->look != NULL)
    {
      const MskLook look = column->look (item);

      apply_look (gtk_widget_get_first_child (child), &look);
      child = gtk_widget_get_last_child (child);
    }

  gtk_label_set_text (GTK_LABEL (child), text);
  if (column->expand)
    gtk_widget_set_tooltip_text (child, text[0] != '\0' ? text : NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MskColumn *column = user_data;

  return column->compare (a, b);
}

void
msk_cells_add_columns (GtkColumnView *view, const MskColumn *columns, guint n)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < n; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) &columns[i]);
      column = gtk_column_view_column_new (g_dgettext (GETTEXT_PACKAGE, columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].compare != NULL)
        {
          g_autoptr(GtkCustomSorter) sorter =
                         gtk_custom_sorter_new (compare_cb, (gpointer) &columns[i], NULL);

          gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
        }
      gtk_column_view_append_column (view, column);
    }
}
