/* Incidents: how they stand, what is on record, and their closing (I1–I3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incidents-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-fields-form.h"
#include "msk-incident-desk.h"
#include "msk-incident-form.h"
#include "msk-incident-state.h"
#include "msk-ledger-words.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

struct _MskIncidentsPage
{
  MskPage parent_instance;

  GtkWidget *report_buttons;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *next_label;
  GtkLabel *record_label;

  GListStore *incidents;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskIncidentsPage, msk_incidents_page, MSK_TYPE_PAGE)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
dup_number (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_INCIDENT (item)->id);
}

static MskLook
get_look (gpointer item)
{
  return msk_incident_state_look_of (MSK_INCIDENT (item), get_now ());
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (msk_incident_kind_get_label (MSK_INCIDENT (item)->kind));
}

static char *
dup_subject (gpointer item)
{
  return msk_ledger_words_dup_subject (MSK_INCIDENT (item)->subject);
}

static char *
dup_found (gpointer item)
{
  return msk_time_text_format (MSK_INCIDENT (item)->found_at);
}

/* While a clock runs, its time, which stays true however long the page is looked at. */
static char *
dup_clock (MskIncident *incident, MskIncidentClock clock)
{
  const MskIncidentStanding standing = msk_incident_clock_classify (incident, clock, get_now ());

  return standing == MSK_INCIDENT_STANDING_RUNNING || standing == MSK_INCIDENT_STANDING_SOON
             ? msk_time_text_format (msk_incident_clock_get_due (incident, clock))
             : msk_incident_clock_dup_standing (incident, clock, get_now ());
}

static char *
dup_report (gpointer item)
{
  return dup_clock (MSK_INCIDENT (item), MSK_INCIDENT_CLOCK_REPORT);
}

static char *
dup_leak (gpointer item)
{
  return dup_clock (MSK_INCIDENT (item), MSK_INCIDENT_CLOCK_LEAK);
}

static char *
dup_result (gpointer item)
{
  return dup_clock (MSK_INCIDENT (item), MSK_INCIDENT_CLOCK_RESULT);
}

static char *
dup_standing (gpointer item)
{
  return g_strdup (MSK_INCIDENT (item)->is_closed ? _ ("closed") : _ ("open"));
}

static const MskColumn columns[] = {
  { N_ ("No."), dup_number, NULL, FALSE, TRUE },
  { N_ ("Standing"), dup_standing, get_look, FALSE, FALSE },
  { N_ ("Kind"), dup_kind, NULL, TRUE, FALSE },
  { N_ ("Of"), dup_subject, NULL, FALSE, FALSE },
  { N_ ("Found at"), dup_found, NULL, FALSE, FALSE },
  { N_ ("Report"), dup_report, NULL, FALSE, FALSE },
  { N_ ("Leaked"), dup_leak, NULL, FALSE, FALSE },
  { N_ ("Result"), dup_result, NULL, FALSE, FALSE },
};

static MskIncident *
get_selected (MskIncidentsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_record (MskIncidentsPage *self, MskIncident *incident)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  g_autoptr(GPtrArray) entries =
                 incident == NULL ? NULL
                                  : msk_incident_desk_list_entries (session, incident->id, NULL);
  g_autoptr(GPtrArray) reports =
                 entries == NULL ? NULL
                                 : msk_incident_desk_list_reports (session, incident->id, NULL);
  g_autofree char *record =
      reports == NULL ? NULL : msk_incident_state_dup_record (incident, entries, reports);

  gtk_label_set_text (self->record_label, record != NULL ? record : "");
}

static void
apply_state (MskIncidentsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MskIncident *incident = get_selected (self);
  const MskIncidentState state =
      msk_incident_state_make (msk_session_get_role (msk_page_get_session (MSK_PAGE (self))),
                               incident);
  g_autofree char *next = msk_incident_state_dup_next_step (incident);

  gtk_widget_action_set_enabled (widget, "incident.open", state.can_open);
  gtk_widget_action_set_enabled (widget, "incident.told", state.can_tell);
  gtk_widget_action_set_enabled (widget, "incident.write", state.can_write);
  gtk_widget_action_set_enabled (widget, "incident.close", state.can_close);
  gtk_widget_action_set_enabled (widget, "incident.report", state.can_report);
  gtk_label_set_text (self->next_label, next);
  show_record (self, incident);
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskIncidentsPage *self)
{
  if (self->view != NULL && !msk_session_is_locked (msk_page_get_session (MSK_PAGE (self))))
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskIncident *one = a;
  const MskIncident *other = b;

  return one->id == other->id && one->written == other->written &&
         one->is_reported == other->is_reported && one->is_closed == other->is_closed;
}

/* The one that was selected stays so, though a new object stands in its place. */
static void
select_again (MskIncidentsPage *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->incidents)); i++)
    {
      g_autoptr(MskIncident) incident = g_list_model_get_item (G_LIST_MODEL (self->incidents), i);

      if (incident->id == id)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
msk_incidents_page_refresh (MskPage *page)
{
  MskIncidentsPage *self = MSK_INCIDENTS_PAGE (page);
  MskIncident *selected = get_selected (self);
  const gint64 id = selected == NULL ? 0 : selected->id;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (msk_page_get_session (page), &error);
  g_autoptr(GPtrArray) newest = NULL;

  if (incidents == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Incidents Not Read"), error);
      return;
    }

  newest = msk_listing_dup_turned (incidents);
  msk_listing_update (self->incidents, newest, is_same);
  select_again (self, id);
  gtk_stack_set_visible_child_name (self->stack, incidents->len > 0 ? "list" : "nothing");
  apply_state (self);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_incident_form_open_new (MSK_PAGE (widget));
}

static void
told_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_incident_form_open_told (MSK_PAGE (widget), get_selected (MSK_INCIDENTS_PAGE (widget))->id);
}

static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_incident_form_open_text (MSK_PAGE (widget), get_selected (MSK_INCIDENTS_PAGE (widget))->id);
}

static gboolean
close_beside (MskForm *form,
              gpointer id,
              const char *const *values,
              const MskCosigner *leader,
              GError **error)
{
  return msk_incident_desk_close (msk_form_get_session (form), *(gint64 *) id, leader, error);
}

/* What is not on record yet is told before anybody signs in. */
static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskIncident *incident = get_selected (MSK_INCIDENTS_PAGE (widget));
  const char *const fields[] = { _ ("_User name"), _ ("_Passphrase"), NULL };
  const MskFieldsWords words = {
    .title = _ ("Close the Incident"),
    .explanation = _ ("The responsible leader signs in beside you. Nothing is added to a closed "
                      "incident."),
    .verb = _ ("_Close It"),
    .fields = fields,
    .sign = close_beside,
    .act = MSK_ACT_INCIDENT_SIGN,
  };
  g_autoptr(GError) error = NULL;

  if (msk_incident_check_close (incident, &error))
    msk_fields_form_open (MSK_PAGE (widget), &words, NULL,
                          g_memdup2 (&incident->id, sizeof incident->id), g_free);
  else
    msk_ask_tell_error (widget, _ ("The Incident Can’t Be Closed Yet"), error);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_one (MSK_PAGE (widget), MSK_REPORT_INCIDENT,
                           get_selected (MSK_INCIDENTS_PAGE (widget))->id);
}

static void
register_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_INCIDENTS);
}

static void
msk_incidents_page_constructed (GObject *object)
{
  MskIncidentsPage *self = MSK_INCIDENTS_PAGE (object);

  G_OBJECT_CLASS (msk_incidents_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->report_buttons,
                          msk_page_may (MSK_PAGE (object), MSK_ACT_REPORT_MAKE));
}

static void
msk_incidents_page_dispose (GObject *object)
{
  MskIncidentsPage *self = MSK_INCIDENTS_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_INCIDENTS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->incidents);

  G_OBJECT_CLASS (msk_incidents_page_parent_class)->dispose (object);
}

static void
msk_incidents_page_class_init (MskIncidentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_incidents_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_incidents_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_incidents_page_refresh;

  gtk_widget_class_install_action (widget_class, "incident.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "incident.told", NULL, told_action);
  gtk_widget_class_install_action (widget_class, "incident.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "incident.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "incident.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "incident.register", NULL, register_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/incidents/"
                                                             "msk-incidents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskIncidentsPage, report_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentsPage, view);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentsPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentsPage, record_label);
}

static void
msk_incidents_page_init (MskIncidentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->incidents = g_list_store_new (MSK_TYPE_INCIDENT);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->incidents),
                                           G_CALLBACK (selection_changed_cb), self);
}
