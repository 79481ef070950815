/* Notebooks and other carriers: their register, their labels, and what became of each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carriers-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-carrier-actions.h"
#include "msk-carrier-desk.h"
#include "msk-carrier-form.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-print-form.h"
#include "msk-report-ask.h"
#include "msk-scan-desk.h"
#include "msk-text-form.h"
#include "msk-time-text.h"
#include "msk-verdict-view.h"

struct _MskCarriersPage
{
  MskPage parent_instance;

  GtkRevealer *verdict_revealer;
  MskVerdictView *verdict_view;
  GtkImage *balance_image;
  GtkLabel *balance_label;
  GtkWidget *add_button;
  GtkWidget *report_button;
  GtkWidget *carrier_buttons;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkColumnView *view;

  MskScanDesk *desk; /* NULL for who may not confirm labels */
  GListStore *carriers;
  GtkSelectionModel *selection;
};

G_DEFINE_FINAL_TYPE (MskCarriersPage, msk_carriers_page, MSK_TYPE_PAGE)

static char *
dup_number (gpointer item)
{
  return g_strdup_printf ("%04u", MSK_CARRIER (item)->number);
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (msk_carrier_kind_get_label (MSK_CARRIER (item)->kind));
}

static char *
dup_description (gpointer item)
{
  return g_strdup (MSK_CARRIER (item)->description);
}

static char *
dup_level (gpointer item)
{
  return g_strdup (msk_level_get_label (MSK_CARRIER (item)->level));
}

static char *
dup_state (gpointer item)
{
  return g_strdup (msk_copy_state_get_label (MSK_CARRIER (item)->state));
}

static MskLook
get_state_look (gpointer item)
{
  return msk_look_of_copy (MSK_CARRIER (item)->state, MSK_CARRIER (item)->label);
}

static char *
dup_label (gpointer item)
{
  return g_strdup (msk_carrier_label_get_label (MSK_CARRIER (item)->label));
}

static char *
dup_holder (gpointer item)
{
  MskCarrier *carrier = MSK_CARRIER (item);

  if (carrier->holder_id == 0)
    return g_strdup ("");
  if (carrier->state == MSK_COPY_HELD || carrier->state == MSK_COPY_AWAY)
    return g_strdup (carrier->holder);

  return g_strdup_printf (_ ("last: %s"), carrier->holder);
}

static char *
dup_issued (gpointer item)
{
  return msk_time_text_format (MSK_CARRIER (item)->issued_at);
}

static const MskColumn columns[] = {
  { N_ ("Number"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Kind"), dup_kind, NULL, FALSE, FALSE },
  { N_ ("What it is"), dup_description, NULL, TRUE, FALSE },
  { N_ ("Level"), dup_level, NULL, FALSE, FALSE },
  { N_ ("State"), dup_state, get_state_look, FALSE, FALSE },
  { N_ ("Label"), dup_label, NULL, FALSE, FALSE },
  { N_ ("Holder"), dup_holder, NULL, TRUE, FALSE },
  { N_ ("Issued"), dup_issued, NULL, FALSE, FALSE },
};

static MskMeetingState
get_meeting_state (MskCarriersPage *self)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));

  return meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED;
}

static void
apply_state (MskCarriersPage *self)
{
  const MskRole role = msk_session_get_role (msk_page_get_session (MSK_PAGE (self)));
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));
  const MskCarrierActions actions =
      msk_carrier_actions_make (role, get_meeting_state (self), selected);
  const gboolean can_add = get_meeting_state (self) == MSK_MEETING_STATE_OPEN &&
                           msk_role_may (role, MSK_ACT_CARRIER_ADD);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "carrier.add", can_add);
  gtk_widget_action_set_enabled (widget, "carrier.label", actions.label);
  gtk_widget_action_set_enabled (widget, "carrier.spoil", actions.spoil);
  gtk_widget_action_set_enabled (widget, "carrier.void", actions.give_up);
  adw_status_page_set_description (self->none_page,
                                   can_add ? _ ("Register notebooks, drafts, disks and whatever "
                                                "else holds the meeting’s content.")
                                           : _ ("A desk clerk registers them."));
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n, MskCarriersPage *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskCarrier *one = a;
  const MskCarrier *other = b;

  return one->number == other->number && one->state == other->state && one->label == other->label &&
         one->serial == other->serial && one->holder_id == other->holder_id &&
         one->changed_at == other->changed_at;
}

static void
show_balance (MskCarriersPage *self, const MskBalance *balance)
{
  const MskLook look = msk_look_of_balance (balance);
  g_autofree char *text = msk_balance_dup_text (balance);

  gtk_image_set_from_icon_name (self->balance_image, look.icon_name);
  gtk_label_set_text (self->balance_label, text);
}

static void
msk_carriers_page_refresh (MskPage *page)
{
  MskCarriersPage *self = MSK_CARRIERS_PAGE (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) carriers = msk_carrier_desk_list (session, &error);
  MskBalance balance = { 0 };

  if (carriers == NULL || !msk_carrier_desk_get_balance (session, &balance, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Carriers Not Read"), error);
      return;
    }

  msk_listing_update (self->carriers, carriers, is_same);
  gtk_stack_set_visible_child_name (self->stack, carriers->len > 0 ? "list" : "none");
  show_balance (self, &balance);
  apply_state (self);
}

static gboolean
msk_carriers_page_take_scan (MskPage *page, const char *code)
{
  MskCarriersPage *self = MSK_CARRIERS_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (self->desk == NULL)
    return FALSE;

  verdict = msk_scan_desk_scan (self->desk, code, &error);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  gtk_revealer_set_reveal_child (self->verdict_revealer, TRUE);
  return TRUE;
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_carrier_form_open (MSK_PAGE (widget));
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_CARRIERS);
}

static gboolean
print_labels (MskPage *page, GPtrArray *carriers, const char *printer, guint count, GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;

  for (guint i = 0; i < carriers->len; i++)
    g_array_append_val (numbers, MSK_CARRIER (g_ptr_array_index (carriers, i))->number);

  return msk_carrier_desk_print_labels (msk_page_get_session (page), numbers, printer, &result,
                                        NULL, error);
}

static void
label_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_CARRIERS_PAGE (widget)->selection));

  msk_print_form_open (MSK_PAGE (widget),
                       _ ("One label for each carrier selected. An earlier label of it becomes "
                          "void. A label counts when it was put on and scanned on this page."),
                       0, print_labels, selected);
}

typedef gboolean (*CarrierAct) (MskSession *session,
                                guint number,
                                const char *reason,
                                GError **error);

static gboolean
act_on_carriers (MskPage *page,
                 GPtrArray *carriers,
                 const char *reason,
                 CarrierAct act,
                 GError **error)
{
  for (guint i = 0; i < carriers->len; i++)
    {
      MskCarrier *carrier = g_ptr_array_index (carriers, i);

      if (!act (msk_page_get_session (page), carrier->number, reason, error))
        {
          g_prefix_error (error, _ ("Carrier %04u: "), carrier->number);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
spoil (MskPage *page, GPtrArray *carriers, const char *reason, const char *second, GError **error)
{
  return act_on_carriers (page, carriers, reason, msk_carrier_desk_spoil, error);
}

static gboolean
give_up (MskPage *page, GPtrArray *carriers, const char *reason, const char *second, GError **error)
{
  return act_on_carriers (page, carriers, reason, msk_carrier_desk_void, error);
}

static void
spoil_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_CARRIERS_PAGE (widget)->selection));
  const MskTextFormWords words = {
    _ ("Spoiled Carriers"),
    _ ("They are no longer wanted, or damaged. They wait for destruction: put them into the "
       "locked box."),
    _ ("For _destruction"),
    _ ("Reason"),
    NULL,
    spoil
  };

  msk_text_form_open (MSK_PAGE (widget), &words, selected);
}

static void
void_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_CARRIERS_PAGE (widget)->selection));
  const MskTextFormWords words = {
    _ ("Registered by Mistake"),
    _ ("Only when no label of it was ever scanned. The number is not used again."),
    _ ("_Void"),
    _ ("Reason"),
    NULL,
    give_up
  };

  msk_text_form_open (MSK_PAGE (widget), &words, selected);
}

static void
msk_carriers_page_constructed (GObject *object)
{
  MskCarriersPage *self = MSK_CARRIERS_PAGE (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_carriers_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->add_button, msk_page_may (page, MSK_ACT_CARRIER_ADD));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  gtk_widget_set_visible (self->carrier_buttons, msk_page_may (page, MSK_ACT_CARRIER_LABEL));
  if (msk_page_may (page, MSK_ACT_CARRIER_CONFIRM))
    self->desk = msk_scan_desk_new (msk_page_get_session (page), MSK_SCAN_CHECK);
}

static void
msk_carriers_page_dispose (GObject *object)
{
  MskCarriersPage *self = MSK_CARRIERS_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_CARRIERS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->carriers);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (msk_carriers_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "carrier.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "carrier.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "carrier.label", NULL, label_action);
  gtk_widget_class_install_action (widget_class, "carrier.spoil", NULL, spoil_action);
  gtk_widget_class_install_action (widget_class, "carrier.void", NULL, void_action);
}

static void
msk_carriers_page_class_init (MskCarriersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_carriers_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_carriers_page_dispose;
  page_class->refresh = msk_carriers_page_refresh;
  page_class->take_scan = msk_carriers_page_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/carriers/"
                                                             "msk-carriers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, verdict_revealer);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, balance_image);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, balance_label);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, report_button);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, carrier_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskCarriersPage, view);
}

static void
msk_carriers_page_init (MskCarriersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->carriers = g_list_store_new (MSK_TYPE_CARRIER);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->carriers))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, 0);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  msk_listing_show_model (self->view, self->selection);
}
