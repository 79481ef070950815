/* Devices before the room: taken into deposit, given back, unclaimed (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-devices-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-device-actions.h"
#include "msk-device-desk.h"
#include "msk-device-form.h"
#include "msk-device-scan.h"
#include "msk-device-tags.h"
#include "msk-listing.h"
#include "msk-person-search.h"
#include "msk-print-form.h"
#include "msk-report-ask.h"
#include "msk-text-form.h"
#include "msk-time-text.h"
#include "msk-verdict-view.h"
#include "msk-vetting-desk.h"

struct _MskDevicesPage
{
  MskPage parent_instance;

  MskVerdictView *verdict_view;
  GtkLabel *standing_label;
  GtkWidget *scan_box;
  GtkToggleButton *return_button;
  GtkWidget *report_buttons;
  GtkWidget *clerk_buttons;
  GtkStack *stack;
  GtkColumnView *view;
  MskPersonSearch *person_search;

  MskDeviceScan *scan; /* NULL for who may not scan here */
  GListStore *devices;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskDevicesPage, msk_devices_page, MSK_TYPE_PAGE)

static char *
dup_number (gpointer item)
{
  return g_strdup_printf ("%05u", MSK_DEVICE (item)->number);
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (msk_device_kind_get_label (MSK_DEVICE (item)->kind));
}

static char *
dup_description (gpointer item)
{
  return g_strdup (MSK_DEVICE (item)->description);
}

static char *
dup_shelf (gpointer item)
{
  return g_strdup (MSK_DEVICE (item)->shelf);
}

static char *
dup_state (gpointer item)
{
  MskDevice *device = MSK_DEVICE (item);

  if (device->state == MSK_DEVICE_DEPOSITED && device->attendee_id == 0)
    return g_strdup (_ ("in deposit, owner unknown"));
  if (device->state == MSK_DEVICE_DEPOSITED && device->owner_out)
    return g_strdup (_ ("in deposit, owner out"));

  return g_strdup (msk_device_state_get_label (device->state));
}

static MskLook
get_look (gpointer item)
{
  return msk_device_actions_look (MSK_DEVICE (item));
}

static char *
dup_tag (gpointer item)
{
  return g_strdup (msk_device_tag_get_label (MSK_DEVICE (item)->tag));
}

static char *
dup_owner (gpointer item)
{
  return g_strdup (MSK_DEVICE (item)->owner);
}

static char *
dup_since (gpointer item)
{
  return msk_time_text_format (MSK_DEVICE (item)->changed_at);
}

static const MskColumn columns[] = {
  { N_ ("Number"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Kind"), dup_kind, NULL, FALSE, FALSE },
  { N_ ("State"), dup_state, get_look, FALSE, FALSE },
  { N_ ("Owner"), dup_owner, NULL, TRUE, FALSE },
  { N_ ("Shelf"), dup_shelf, NULL, FALSE, FALSE },
  { N_ ("Tag"), dup_tag, NULL, FALSE, FALSE },
  { N_ ("What it is"), dup_description, NULL, TRUE, FALSE },
  { N_ ("Since"), dup_since, NULL, FALSE, FALSE },
};

static MskDevice *
get_selected (MskDevicesPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static gint64
get_person (MskDevicesPage *self)
{
  return self->scan != NULL ? msk_device_scan_get_waiting_person (self->scan) : 0;
}

static void
apply_state (MskDevicesPage *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  const MskDeviceActions actions =
      msk_device_actions_make (msk_session_get_role (session),
                               meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                               get_selected (self), get_person (self));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "device.take-in", actions.take_in);
  gtk_widget_action_set_enabled (widget, "device.none", actions.none);
  gtk_widget_action_set_enabled (widget, "device.tag", actions.tag);
  gtk_widget_action_set_enabled (widget, "device.confirm", actions.confirm);
  gtk_widget_action_set_enabled (widget, "device.give-back", actions.give_back);
  gtk_widget_action_set_enabled (widget, "device.void", actions.give_up);
  gtk_widget_action_set_enabled (widget, "device.claim", actions.claim);
  gtk_widget_action_set_enabled (widget, "device.found", actions.found);
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskDevicesPage *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static void
invite (MskDevicesPage *self)
{
  if (msk_device_scan_get_mode (self->scan) == MSK_DEVICE_SCAN_RETURN)
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready to give back"),
                             _ ("Scan either part of the tag and the owner’s badge, in either "
                                "order."));
  else
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready to take in"),
                             _ ("Scan the person’s badge, take in what they hand over, and scan "
                                "its tag."));
}

static void
take_verdict (MskDevicesPage *self, MskVerdict *verdict, const GError *error)
{
  msk_verdict_view_take (self->verdict_view, verdict, error);
  apply_state (self);
}

static gboolean
msk_devices_page_take_scan (MskPage *page, const char *code)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (self->scan == NULL)
    return FALSE;

  verdict = msk_device_scan_take (self->scan, code, &error);
  take_verdict (self, verdict, error);
  return TRUE;
}

static void
msk_devices_page_forget (MskPage *page)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (page);

  if (self->scan == NULL)
    return;
  msk_device_scan_clear (self->scan);
  invite (self);
  apply_state (self);
}

static void
person_chosen_cb (MskPersonSearch *search, MskAttendee *attendee, MskDevicesPage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_device_scan_choose_person (self->scan, attendee->id, &error);

  take_verdict (self, verdict, error);
}

static void
mode_toggled_cb (GtkToggleButton *button, MskDevicesPage *self)
{
  const MskDeviceScanMode mode = gtk_toggle_button_get_active (self->return_button)
                                     ? MSK_DEVICE_SCAN_RETURN
                                     : MSK_DEVICE_SCAN_DEPOSIT;

  if (self->scan == NULL)
    return;
  g_object_unref (self->scan);
  self->scan = msk_device_scan_new (msk_page_get_session (MSK_PAGE (self)), mode);
  invite (self);
  apply_state (self);
}

static guint
count_here (GPtrArray *devices)
{
  guint count = 0;

  for (guint i = 0; i < devices->len; i++)
    {
      const MskDevice *device = g_ptr_array_index (devices, i);

      count += device->state == MSK_DEVICE_EXPECTED || device->state == MSK_DEVICE_DEPOSITED;
    }
  return count;
}

static gboolean
show_people (MskDevicesPage *self, GError **error)
{
  g_autoptr(GPtrArray) people = NULL;

  if (self->scan == NULL)
    return TRUE;

  people = msk_vetting_desk_list (msk_page_get_session (MSK_PAGE (self)), error);
  if (people == NULL)
    return FALSE;

  msk_person_search_show (self->person_search, people);
  return TRUE;
}

static void
msk_devices_page_refresh (MskPage *page)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) devices = msk_device_desk_list (session, &error);
  g_autoptr(GPtrArray) unclaimed =
                 devices == NULL ? NULL : msk_device_desk_list_unclaimed (session, &error);
  g_autoptr(GPtrArray) turned = NULL;
  g_autofree char *standing = NULL;

  if (unclaimed == NULL || !show_people (self, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Devices Not Read"), error);
      return;
    }

  turned = msk_listing_dup_turned (devices);
  standing = msk_device_actions_dup_standing (count_here (devices), unclaimed->len);
  msk_listing_update (self->devices, turned, msk_device_actions_is_same);
  gtk_label_set_text (self->standing_label, standing);
  gtk_stack_set_visible_child_name (self->stack, devices->len > 0 ? "list" : "none");
  apply_state (self);
}

static void
take_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (widget);

  if (get_person (self) != 0)
    msk_device_form_open (MSK_PAGE (self), get_person (self));
}

static void
none_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (get_person (self) == 0)
    return;
  if (!msk_device_desk_answer_none (msk_page_get_session (MSK_PAGE (self)), get_person (self),
                                    &error))
    {
      msk_verdict_view_show_error (self->verdict_view, error);
      return;
    }

  msk_device_scan_clear (self->scan);
  msk_verdict_view_show_words (self->verdict_view, MSK_TONE_DONE, _ ("No device"),
                               _ ("It is noted that this person has no other device. Scan the "
                                  "next badge."));
  apply_state (self);
}

static gboolean
print_tags (MskPage *page, GPtrArray *devices, const char *printer, guint count, GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;

  for (guint i = 0; i < devices->len; i++)
    g_array_append_val (numbers, MSK_DEVICE (g_ptr_array_index (devices, i))->number);

  return msk_device_tags_print (msk_page_get_session (page), numbers, printer, &result, NULL,
                                error);
}

/* The selected device as the subject of a form. */
static GPtrArray *
dup_subject (MskDevicesPage *self)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func (g_object_unref);

  if (get_selected (self) != NULL)
    g_ptr_array_add (subjects, g_object_ref (get_selected (self)));
  return subjects;
}

static void
tag_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) subjects = dup_subject (MSK_DEVICES_PAGE (widget));

  msk_print_form_open (MSK_PAGE (widget),
                       _ ("A tag in two parts. Both parts of an earlier one become void. It counts "
                          "when it was put on and scanned on this page."),
                       0, print_tags, subjects);
}

static void
confirm_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (get_selected (self) != NULL &&
      !msk_device_tags_confirm (msk_page_get_session (MSK_PAGE (self)), get_selected (self)->number,
                                &error))
    msk_ask_tell_error (widget, _ ("Not Recorded"), error);
}

static guint
get_number (GPtrArray *devices)
{
  return MSK_DEVICE (g_ptr_array_index (devices, 0))->number;
}

static gboolean
give_back (MskPage *page, GPtrArray *devices, const char *first, const char *second, GError **error)
{
  return msk_device_desk_give_back (msk_page_get_session (page), get_number (devices),
                                    get_person (MSK_DEVICES_PAGE (page)), second, first, error);
}

static void
give_back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) subjects = dup_subject (MSK_DEVICES_PAGE (widget));
  const MskTextFormWords words = {
    _ ("Give Back Without a Tag"),
    _ ("To the person who was scanned or chosen, if they are the owner, on your word and that of a "
       "second person."),
    _ ("_Give Back"),
    _ ("Reason"),
    _ ("Second person, full name"),
    give_back
  };

  if (subjects->len > 0)
    msk_text_form_open (MSK_PAGE (widget), &words, subjects);
}

static gboolean
give_up (MskPage *page, GPtrArray *devices, const char *first, const char *second, GError **error)
{
  return msk_device_desk_void (msk_page_get_session (page), get_number (devices), first, error);
}

static void
void_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) subjects = dup_subject (MSK_DEVICES_PAGE (widget));
  const MskTextFormWords words = {
    _ ("Registered by Mistake"),
    _ ("Only when the device is not in deposit. The number is not used again."),
    _ ("_Void"),
    _ ("Reason"),
    NULL,
    give_up
  };

  if (subjects->len > 0)
    msk_text_form_open (MSK_PAGE (widget), &words, subjects);
}

static gboolean
claim (MskPage *page, GPtrArray *devices, const char *first, const char *second, GError **error)
{
  return msk_device_desk_claim (msk_page_get_session (page), get_number (devices),
                                get_person (MSK_DEVICES_PAGE (page)), first, error);
}

static void
claim_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) subjects = dup_subject (MSK_DEVICES_PAGE (widget));
  const MskTextFormWords words = {
    _ ("Owner of a Device"),
    _ ("The person who was scanned or chosen is registered as its owner. That does not change."),
    _ ("_Register"),
    _ ("How that is known"),
    NULL,
    claim
  };

  if (subjects->len > 0)
    msk_text_form_open (MSK_PAGE (widget), &words, subjects);
}

static void
found_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_finding_form_open (MSK_PAGE (widget), get_person (MSK_DEVICES_PAGE (widget)));
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_DEVICES);
}

static void
unclaimed_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_UNCLAIMED);
}

static void
msk_devices_page_constructed (GObject *object)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (object);
  MskPage *page = MSK_PAGE (object);
  const gboolean clerk = msk_page_may (page, MSK_ACT_DEVICE_RETURN);

  G_OBJECT_CLASS (msk_devices_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->report_buttons, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  gtk_widget_set_visible (self->clerk_buttons, clerk);
  gtk_widget_set_visible (self->scan_box, clerk);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), clerk);
  gtk_widget_set_visible (GTK_WIDGET (self->person_search), clerk);
  if (clerk)
    {
      self->scan = msk_device_scan_new (msk_page_get_session (page), MSK_DEVICE_SCAN_DEPOSIT);
      invite (self);
    }
}

static void
msk_devices_page_dispose (GObject *object)
{
  MskDevicesPage *self = MSK_DEVICES_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_DEVICES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->devices);
  g_clear_object (&self->scan);

  G_OBJECT_CLASS (msk_devices_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "device.take-in", NULL, take_in_action);
  gtk_widget_class_install_action (widget_class, "device.none", NULL, none_action);
  gtk_widget_class_install_action (widget_class, "device.tag", NULL, tag_action);
  gtk_widget_class_install_action (widget_class, "device.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "device.give-back", NULL, give_back_action);
  gtk_widget_class_install_action (widget_class, "device.void", NULL, void_action);
  gtk_widget_class_install_action (widget_class, "device.claim", NULL, claim_action);
  gtk_widget_class_install_action (widget_class, "device.found", NULL, found_action);
  gtk_widget_class_install_action (widget_class, "device.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "device.unclaimed", NULL, unclaimed_action);
}

static void
msk_devices_page_class_init (MskDevicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_devices_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_devices_page_dispose;
  page_class->refresh = msk_devices_page_refresh;
  page_class->take_scan = msk_devices_page_take_scan;
  page_class->forget = msk_devices_page_forget;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  g_type_ensure (MSK_TYPE_PERSON_SEARCH);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/devices/"
                                                             "msk-devices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, scan_box);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, return_button);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, report_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, clerk_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, view);
  gtk_widget_class_bind_template_child (widget_class, MskDevicesPage, person_search);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
}

static void
msk_devices_page_init (MskDevicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->devices = g_list_store_new (MSK_TYPE_DEVICE);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->devices),
                                           G_CALLBACK (selection_changed_cb), self);
}
