/* Tables and lists of rows on a display: whose row has the keyboard when rows are replaced, and
 * where items are put in order. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-listing.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *list;
  GListStore *store;
  GtkSingleSelection *selection;
} Test;

static void
settle (void)
{
  for (guint i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (string));
}

static void
changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, gpointer owner)
{
}

static GtkWidget *
make_table (Test *test)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new ("Name", factory);
  GtkWidget *view = gtk_column_view_new (NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  test->selection = msk_listing_fill_view (GTK_COLUMN_VIEW (view), G_LIST_MODEL (test->store),
                                           G_CALLBACK (changed_cb), test->window);
  return view;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              gtk_label_new (gtk_string_object_get_string (item)));
  return row;
}

static GtkWidget *
make_rows (Test *test)
{
  GtkWidget *box = gtk_list_box_new ();

  msk_listing_bind_box (GTK_LIST_BOX (box), G_LIST_MODEL (test->store), create_row, NULL);
  return box;
}

static void
set_up_list (Test *test, GtkWidget *(*make) (Test *) )
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  test->window = GTK_WINDOW (g_object_ref_sink (gtk_window_new ()));
  test->store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  test->list = make (test);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Elsewhere"));
  gtk_box_append (GTK_BOX (box), test->list);
  gtk_window_set_child (test->window, box);
  gtk_window_present (test->window);
}

static void
set_up_table (Test *test, gconstpointer data)
{
  set_up_list (test, make_table);
}

static void
set_up_rows (Test *test, gconstpointer data)
{
  set_up_list (test, make_rows);
}

static void
tear_down (Test *test, gconstpointer data)
{
  gtk_window_destroy (test->window);
  g_clear_object (&test->window);
  g_clear_object (&test->selection);
  g_clear_object (&test->store);
  settle ();
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return g_str_equal (gtk_string_object_get_string ((GtkStringObject *) a),
                      gtk_string_object_get_string ((GtkStringObject *) b));
}

static void
show (Test *test, const char *rows)
{
  g_auto(GStrv) names = g_strsplit (rows, " ", -1);
  g_autoptr(GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (fresh, gtk_string_object_new (names[i]));
  msk_listing_update (test->store, fresh, is_same);
  settle ();
}

static const char *
find_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = find_text (child);

      if (text != NULL)
        return text;
    }

  return NULL;
}

/* The row that has the keyboard; "nowhere" when none of the table has. */
static const char *
get_row (Test *test)
{
  GtkWidget *focus = gtk_window_get_focus (test->window);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, test->list))
    return "nowhere";

  return find_text (focus);
}

/* Counted from 0. */
static void
go_to_row (Test *test, int row)
{
  if (GTK_IS_LIST_BOX (test->list))
    {
      gtk_widget_grab_focus (
          GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (test->list), row)));
      settle ();
      return;
    }

  gtk_widget_grab_focus (test->list);
  settle ();
  for (int i = 0; i < row; i++)
    {
      gtk_widget_child_focus (test->list, GTK_DIR_DOWN);
      settle ();
    }
}

typedef struct
{
  const char *name;
  const char *before;
  int place; /* of the keyboard */
  const char *after;
  const char *row;
} Case;

static const Case cases[] = {
  { "its-row-is-replaced", "a b c d", 2, "a b C d", "C" },
  { "all-rows-are-replaced", "a b c d", 2, "A B C D", "C" },
  { "a-row-above-goes", "a b c d", 2, "a c d", "c" },
  { "a-row-above-comes", "a b c d", 2, "a x b c d", "c" },
  { "its-row-goes", "a b c d", 2, "a b d", "d" },
  { "the-last-row-goes", "a b c d", 3, "a b c", "c" },
  { "its-row-and-one-above-are-replaced", "a b c d", 2, "a B C d", "C" },
};

static void
test_keyboard (Test *test, gconstpointer data)
{
  const Case *one = data;
  g_auto(GStrv) names = g_strsplit (one->before, " ", -1);

  show (test, one->before);
  go_to_row (test, one->place);
  g_assert_cmpstr (get_row (test), ==, names[one->place]);

  show (test, one->after);
  g_assert_cmpstr (get_row (test), ==, one->row);
}

static void
test_keyboard_elsewhere (Test *test, gconstpointer data)
{
  show (test, "a b c");
  gtk_widget_child_focus (GTK_WIDGET (test->window), GTK_DIR_TAB_FORWARD);
  settle ();
  while (g_strcmp0 (get_row (test), "nowhere") != 0)
    gtk_widget_child_focus (GTK_WIDGET (test->window), GTK_DIR_TAB_FORWARD);

  show (test, "A B C");
  g_assert_cmpstr (get_row (test), ==, "nowhere");
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_ascii_strcasecmp (gtk_string_object_get_string ((GtkStringObject *) a),
                             gtk_string_object_get_string ((GtkStringObject *) b));
}

static void
put (Test *test, const char *name, gboolean listed, const char *expected)
{
  g_autoptr(GtkStringObject) item = gtk_string_object_new (name);
  g_autoptr(GString) found = g_string_new (NULL);

  msk_listing_put (test->store, item, listed, compare, is_same);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (test->store)); i++)
    {
      g_autoptr(GtkStringObject) there = g_list_model_get_item (G_LIST_MODEL (test->store), i);

      g_string_append (found, gtk_string_object_get_string (there));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_put (Test *test, gconstpointer data)
{
  put (test, "m", FALSE, "");
  put (test, "m", TRUE, "m");
  put (test, "c", TRUE, "cm");
  put (test, "z", TRUE, "cmz");
  put (test, "p", TRUE, "cmpz");
  put (test, "M", TRUE, "cMpz");
  put (test, "M", TRUE, "cMpz");
  put (test, "x", FALSE, "cMpz");
  put (test, "c", FALSE, "Mpz");
  put (test, "z", FALSE, "Mp");
  put (test, "m", FALSE, "p");
  put (test, "p", FALSE, "");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strconcat ("/listing/table/", cases[i].name, NULL);
      g_autofree char *rows = g_strconcat ("/listing/rows/", cases[i].name, NULL);

      g_test_add (table, Test, &cases[i], set_up_table, test_keyboard, tear_down);
      g_test_add (rows, Test, &cases[i], set_up_rows, test_keyboard, tear_down);
    }
  g_test_add ("/listing/the-keyboard-elsewhere-stays-there", Test, NULL, set_up_table,
              test_keyboard_elsewhere, tear_down);
  g_test_add ("/listing/items-are-put-in-order", Test, NULL, set_up_table, test_put, tear_down);
  return g_test_run ();
}
