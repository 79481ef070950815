/* The form that registers a thing without a code that was left behind (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-left-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-left-item-desk.h"
#include "msk-sweep-zone-desk.h"

struct _MskLeftForm
{
  MskForm parent_instance;

  AdwComboRow *kind_row;
  AdwComboRow *zone_row;
  GtkWidget *description_row;
  GtkWidget *finder_row;

  GPtrArray *zones; /* of MskSweepZone */
};

G_DEFINE_FINAL_TYPE (MskLeftForm, msk_left_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_left_form_apply (MskForm *form, GError **error)
{
  MskLeftForm *self = MSK_LEFT_FORM (form);
  const guint zone = adw_combo_row_get_selected (self->zone_row);
  const MskLeftDraft draft = {
    .kind = (MskLeftKind) adw_combo_row_get_selected (self->kind_row),
    .zone =
        MSK_SWEEP_ZONE (g_ptr_array_index (self->zones, MIN (zone, self->zones->len - 1)))->area,
    .description = TEXT (self->description_row),
    .finder = TEXT (self->finder_row),
  };
  gint64 id;

  return msk_left_item_desk_add (msk_form_get_session (form), &draft, &id, error);
}

static void
msk_left_form_finalize (GObject *object)
{
  g_clear_pointer (&MSK_LEFT_FORM (object)->zones, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_left_form_parent_class)->finalize (object);
}

static void
msk_left_form_class_init (MskLeftFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_left_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_left_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/sweep/msk-left-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskLeftForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskLeftForm, zone_row);
  gtk_widget_class_bind_template_child (widget_class, MskLeftForm, description_row);
  gtk_widget_class_bind_template_child (widget_class, MskLeftForm, finder_row);
}

static void
msk_left_form_init (MskLeftForm *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint kind = 0; kind < MSK_LEFT_N_KINDS; kind++)
    gtk_string_list_append (kinds, msk_left_kind_get_label ((MskLeftKind) kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

void
msk_left_form_open (MskPage *page)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *zones = msk_sweep_zone_desk_list (msk_page_get_session (page), &error);
  g_autoptr(GtkStringList) names = NULL;
  MskLeftForm *self;

  if (zones == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Zones Not Read"), error);
      return;
    }

  self = MSK_LEFT_FORM (msk_form_new (MSK_TYPE_LEFT_FORM, page));
  self->zones = zones;
  names = msk_choice_new_zones (zones);
  adw_combo_row_set_model (self->zone_row, G_LIST_MODEL (names));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->description_row);
}
