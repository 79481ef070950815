/* The forms that take in a device, and that record one found in the room (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-device-desk.h"
#include "msk-device-tags.h"

struct _MskDeviceForm
{
  MskForm parent_instance;

  AdwComboRow *kind_row;
  GtkWidget *description_row;
  GtkWidget *shelf_row;
  AdwComboRow *printer_row;

  gint64 attendee_id;
  guint number; /* that it was registered under, while its tag could not be printed */
};

G_DEFINE_FINAL_TYPE (MskDeviceForm, msk_device_form, MSK_TYPE_FORM)

struct _MskFindingForm
{
  MskForm parent_instance;

  AdwComboRow *kind_row;
  GtkWidget *text_row;
  GtkWidget *finder_row;
  GtkWidget *zone_row;
  GtkWidget *shelf_row;

  gint64 attendee_id;
};

G_DEFINE_FINAL_TYPE (MskFindingForm, msk_finding_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

/* A device whose tag was not printed stays registered, so that trying again takes no new number. */
static gboolean
msk_device_form_apply (MskForm *form, GError **error)
{
  MskDeviceForm *self = MSK_DEVICE_FORM (form);
  MskSession *session = msk_form_get_session (form);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  const MskDeviceDraft draft = {
    .attendee_id = self->attendee_id,
    .kind = msk_choice_get_device_kind (self->kind_row),
    .description = TEXT (self->description_row),
    .shelf = TEXT (self->shelf_row),
  };
  MskPrintResult result;

  if (self->number == 0)
    self->number = msk_device_desk_declare (session, &draft, error);
  if (self->number == 0)
    return FALSE;

  g_array_append_val (numbers, self->number);
  return msk_device_tags_print (session, numbers, msk_choice_get_text (self->printer_row), &result,
                                NULL, error);
}

static void
msk_device_form_class_init (MskDeviceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_device_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/devices/"
                                                             "msk-device-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskDeviceForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskDeviceForm, description_row);
  gtk_widget_class_bind_template_child (widget_class, MskDeviceForm, shelf_row);
  gtk_widget_class_bind_template_child (widget_class, MskDeviceForm, printer_row);
}

static void
msk_device_form_init (MskDeviceForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_device_kinds (self->kind_row);
}

static gboolean
msk_finding_form_apply (MskForm *form, GError **error)
{
  MskFindingForm *self = MSK_FINDING_FORM (form);
  const MskDeviceFinding finding = { self->attendee_id, TEXT (self->finder_row),
                                     TEXT (self->zone_row), TEXT (self->text_row) };
  const MskDeviceDraft draft = { .kind = msk_choice_get_device_kind (self->kind_row),
                                 .description = TEXT (self->text_row),
                                 .shelf = TEXT (self->shelf_row) };
  gint64 incident;
  guint number;

  return msk_device_desk_found (msk_form_get_session (form), &finding,
                                *draft.shelf != '\0' ? &draft : NULL, &incident, &number, error);
}

static void
msk_finding_form_class_init (MskFindingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_finding_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/devices/"
                                                             "msk-finding-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskFindingForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskFindingForm, text_row);
  gtk_widget_class_bind_template_child (widget_class, MskFindingForm, finder_row);
  gtk_widget_class_bind_template_child (widget_class, MskFindingForm, zone_row);
  gtk_widget_class_bind_template_child (widget_class, MskFindingForm, shelf_row);
}

static void
msk_finding_form_init (MskFindingForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_device_kinds (self->kind_row);
}

void
msk_device_form_open (MskPage *page, gint64 attendee_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) printers =
                 msk_print_desk_list_printers (msk_page_get_session (page), &error);
  MskDeviceForm *self;

  if (printers == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Not Printed"), error);
      return;
    }
  if (printers->len == 0)
    {
      msk_ask_tell (GTK_WIDGET (page), _ ("No Designated Printer"),
                    _ ("Tags are printed on designated printers only. Ask a security officer to "
                       "designate one under “Users & Printers”."));
      return;
    }

  self = MSK_DEVICE_FORM (msk_form_new (MSK_TYPE_DEVICE_FORM, page));
  self->attendee_id = attendee_id;
  msk_choice_fill_printers (self->printer_row, printers);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->description_row);
}

void
msk_finding_form_open (MskPage *page, gint64 attendee_id)
{
  MskFindingForm *self = MSK_FINDING_FORM (msk_form_new (MSK_TYPE_FINDING_FORM, page));

  self->attendee_id = attendee_id;
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->text_row);
}
