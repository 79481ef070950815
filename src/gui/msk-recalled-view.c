/* The copies that are recalled and still out, with who has them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-recalled-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-copy.h"
#include "msk-listing.h"
#include "msk-recall-desk.h"
#include "msk-time-text.h"

struct _MskRecalledView
{
  MskPage parent_instance;

  GtkLabel *count_label;
  GtkStack *stack;
  GtkListBox *copies_box;

  GListStore *copies;
};

G_DEFINE_FINAL_TYPE (MskRecalledView, msk_recalled_view, MSK_TYPE_PAGE)

/* Nothing of it may be cut short: somebody goes and fetches the copy by what stands here. */
static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskCopy *copy = MSK_COPY (item);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = msk_copy_number_dup_text (copy->number);
  g_autofree char *title = g_strdup_printf ("%s  %s", number, copy->holder);
  g_autofree char *issued = msk_time_text_format (copy->issued_at);
  g_autofree char *recalled = msk_time_text_format (copy->recalled_at);
  g_autofree char *paper =
      g_strdup_printf (_ ("%s, revision %u"), copy->document_number, copy->revision);
  g_autofree char *when = g_strdup_printf (_ ("recalled %s · issued %s"), recalled, issued);
  g_autofree char *facts = g_strjoin ("\n", paper, msk_recall_get_label (copy->recall), when, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  return row;
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskCopy *one = a;
  const MskCopy *other = b;

  return one->number == other->number && one->holder_id == other->holder_id &&
         one->recall == other->recall && one->issued_at == other->issued_at;
}

static void
msk_recalled_view_refresh (MskPage *page)
{
  MskRecalledView *self = MSK_RECALLED_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) out = msk_recall_desk_list (msk_page_get_session (page), 0, &error);
  g_autofree char *count = NULL;

  if (out == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Copies Not Read"), error);
      return;
    }

  count = g_strdup_printf (_ ("Recalled and still out: %u. Each goes off this list when it is "
                              "scanned at the returns."),
                           out->len);
  gtk_label_set_text (self->count_label, count);
  msk_listing_update (self->copies, out, is_same);
  gtk_stack_set_visible_child_name (self->stack, out->len > 0 ? "list" : "none");
}

static void
msk_recalled_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_RECALLED_VIEW);
  g_clear_object (&MSK_RECALLED_VIEW (object)->copies);

  G_OBJECT_CLASS (msk_recalled_view_parent_class)->dispose (object);
}

static void
msk_recalled_view_class_init (MskRecalledViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_recalled_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_recalled_view_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/papers/"
                                                             "msk-recalled-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskRecalledView, count_label);
  gtk_widget_class_bind_template_child (widget_class, MskRecalledView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskRecalledView, copies_box);
}

static void
msk_recalled_view_init (MskRecalledView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->copies = g_list_store_new (MSK_TYPE_COPY);
  msk_listing_bind_box (self->copies_box, G_LIST_MODEL (self->copies), create_row, NULL);
}
