/* Who was designated to sign for whom (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-designations-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-receipt-ask.h"
#include "msk-receipt-desk.h"
#include "msk-time-text.h"

struct _MskDesignationsView
{
  MskListPage parent_instance;

  GtkWidget *designate_button;
  GtkWidget *end_button;
};

G_DEFINE_FINAL_TYPE (MskDesignationsView, msk_designations_view, MSK_TYPE_LIST_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_DESIGNATION (item)->id);
}

static char *
dup_person (gpointer item)
{
  return g_strdup (MSK_DESIGNATION (item)->person);
}

static char *
dup_collector (gpointer item)
{
  return g_strdup_printf ("%s · %s", MSK_DESIGNATION (item)->collector,
                          MSK_DESIGNATION (item)->collector_unit);
}

static char *
dup_reference (gpointer item)
{
  return g_strdup (MSK_DESIGNATION (item)->reference);
}

static char *
dup_since (gpointer item)
{
  return msk_time_text_format (MSK_DESIGNATION (item)->granted_at);
}

static char *
dup_ended (gpointer item)
{
  MskDesignation *designation = MSK_DESIGNATION (item);

  if (designation->ended_at != 0)
    return msk_time_text_format (designation->ended_at);

  return g_strdup (designation->without_force ? _ ("without force: withdrawn") : "");
}

static const MskColumn columns[] = {
  { N_ ("No."), dup_id, NULL, FALSE, TRUE },
  { N_ ("Addressee"), dup_person, NULL, TRUE, FALSE },
  { N_ ("Signs for them"), dup_collector, NULL, TRUE, FALSE },
  { N_ ("Reference"), dup_reference, NULL, TRUE, FALSE },
  { N_ ("Since"), dup_since, NULL, FALSE, FALSE },
  { N_ ("Ended"), dup_ended, NULL, FALSE, FALSE },
};

static void
apply_state (MskListPage *self)
{
  MskDesignation *chosen = msk_list_page_get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "designation.end",
                                 chosen != NULL && chosen->ended_at == 0 &&
                                     msk_page_may (MSK_PAGE (self), MSK_ACT_COLLECTOR_END));
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskDesignation *one = a;
  const MskDesignation *other = b;

  return one->id == other->id && one->ended_at == other->ended_at &&
         one->without_force == other->without_force;
}

static void
designate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_receipt_ask_designate (MSK_PAGE (widget));
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDesignation *chosen = msk_list_page_get_selected (MSK_LIST_PAGE (widget));
  g_autoptr(GError) error = NULL;

  if (chosen != NULL && !msk_receipt_desk_end_designation (msk_page_get_session (MSK_PAGE (widget)),
                                                           chosen->id, &error))
    msk_ask_tell_error (widget, _ ("Not Ended"), error);
}

static void
msk_designations_view_constructed (GObject *object)
{
  MskDesignationsView *self = MSK_DESIGNATIONS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_designations_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->designate_button, msk_page_may (page, MSK_ACT_COLLECTOR_DESIGNATE));
  gtk_widget_set_visible (self->end_button, msk_page_may (page, MSK_ACT_COLLECTOR_END));
}

static void
msk_designations_view_class_init (MskDesignationsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskListPageClass *list_class = MSK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_designations_view_constructed;

  list_class->item_type = MSK_TYPE_DESIGNATION;
  list_class->columns = columns;
  list_class->n_columns = G_N_ELEMENTS (columns);
  list_class->read = msk_receipt_desk_list_designations;
  list_class->is_same = is_same;
  list_class->apply_state = apply_state;

  gtk_widget_class_install_action (widget_class, "designation.add", NULL, designate_action);
  gtk_widget_class_install_action (widget_class, "designation.end", NULL, end_action);

  msk_list_page_class_set_template (list_class,
                                    "/org/meetingsecrecy/Kit/receipts/msk-designations-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskDesignationsView, designate_button);
  gtk_widget_class_bind_template_child (widget_class, MskDesignationsView, end_button);
}

static void
msk_designations_view_init (MskDesignationsView *self)
{
  msk_list_page_init_template (MSK_LIST_PAGE (self));
}
