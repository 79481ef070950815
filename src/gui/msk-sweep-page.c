/* The closing sweep (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-closing-view.h"
#include "msk-count-ask.h"
#include "msk-damage-desk.h"
#include "msk-fields-form.h"
#include "msk-left-items-view.h"
#include "msk-report-ask.h"
#include "msk-scan-desk.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-state.h"
#include "msk-sweep-zone-desk.h"
#include "msk-time-text.h"
#include "msk-unexplained-view.h"
#include "msk-verdict-list.h"
#include "msk-verdict-view.h"
#include "msk-zones-view.h"

struct _MskSweepPage
{
  MskPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *before_page;
  GtkWidget *start_button;
  GtkWidget *count_button;
  GtkWidget *explain_button;
  GtkWidget *zone_box;
  GtkDropDown *zone_drop;
  AdwBin *unexplained_bin;
  AdwBin *zones_bin;
  AdwBin *left_bin;
  AdwBin *closing_bin;
  MskVerdictView *verdict_view;
  MskVerdictList *verdict_list;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  GtkLabel *next_label;
  GtkLabel *signatures_label;
  GtkWidget *sign_button;
  GtkWidget *sign_as_button;
  GtkWidget *close_button;
  GtkWidget *report_button;

  MskScanDesk *desk; /* NULL for who may not scan */
  GPtrArray *zones;  /* of MskSweepZone: those of the drop-down */
  MskSweepSummary summary;
};

G_DEFINE_FINAL_TYPE (MskSweepPage, msk_sweep_page, MSK_TYPE_PAGE)

static MskRole
get_role (MskSweepPage *self)
{
  return msk_session_get_role (msk_page_get_session (MSK_PAGE (self)));
}

/* The sweep doesn't begin before the sheets of every run are counted (C3). */
static void
show_due_counts (MskSweepPage *self)
{
  MskPage *page = MSK_PAGE (self);
  const gboolean before = self->summary.started_at == 0;
  g_autoptr(MskPrintRun) uncounted =
                 before && msk_page_may (page, MSK_ACT_SHEET_COUNT)
                     ? msk_count_ask_dup_due (msk_page_get_session (page), FALSE)
                     : NULL;
  g_autoptr(MskPrintRun) unexplained =
                 before && msk_page_may (page, MSK_ACT_COUNT_EXPLAIN)
                     ? msk_count_ask_dup_due (msk_page_get_session (page), TRUE)
                     : NULL;

  gtk_widget_set_visible (self->count_button, uncounted != NULL);
  gtk_widget_set_visible (self->explain_button, unexplained != NULL);
}

static void
apply_state (MskSweepPage *self)
{
  const MskSweepState state = msk_sweep_state_make (get_role (self), &self->summary, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "sweep.start", state.can_start);
  gtk_widget_action_set_enabled (widget, "sweep.sign", state.can_sign);
  gtk_widget_action_set_enabled (widget, "sweep.sign-as", state.can_sign_as);
  gtk_widget_action_set_enabled (widget, "sweep.close", state.can_close);
  gtk_widget_action_set_enabled (widget, "sweep.report", state.can_report);
  gtk_widget_action_set_enabled (widget, "sweep.damage", state.takes_scans);
  gtk_widget_set_visible (self->start_button, state.can_start);
  gtk_widget_set_visible (self->zone_box, state.takes_scans);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), state.takes_scans);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_list), state.takes_scans);
  adw_status_page_set_description (self->before_page,
                                   state.can_start
                                       ? _ ("The sweep freezes what must be there: from then on "
                                            "nothing is printed, issued or returned over the desk.")
                                       : _ ("A security officer starts the sweep when the meeting "
                                            "has ended."));
  gtk_stack_set_visible_child_name (self->stack,
                                    state.stage == MSK_SWEEP_STAGE_BEFORE ? "before" : "sweep");
  gtk_progress_bar_set_fraction (self->progress_bar, state.fraction);
}

static void
show_signatures (MskSweepPage *self, GPtrArray *signatures)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < signatures->len; i++)
    {
      const MskSweepSignature *signature = g_ptr_array_index (signatures, i);
      g_autofree char *time = msk_time_text_format (signature->at);

      g_string_append_printf (text, _ ("%sSigned by %s (%s), %s"), i > 0 ? "\n" : "",
                              signature->user, msk_role_get_label (signature->role), time);
    }
  if (signatures->len == 0)
    g_string_append (text, _ ("Nobody has signed yet."));

  gtk_label_set_text (self->signatures_label, text->str);
  g_string_free (text, TRUE);
}

/* Once: the checklist that has them is the meeting's, and never changes. */
static gboolean
fill_in_zones (MskSweepPage *self, GError **error)
{
  GPtrArray *zones;
  g_autoptr(GtkStringList) names = NULL;

  if (self->zones != NULL || self->desk == NULL)
    return TRUE;

  zones = msk_sweep_zone_desk_list (msk_page_get_session (MSK_PAGE (self)), error);
  if (zones == NULL)
    return FALSE;

  names = msk_choice_new_zones (zones);
  gtk_drop_down_set_model (self->zone_drop, G_LIST_MODEL (names));
  for (guint i = 0; i < zones->len; i++)
    if (MSK_SWEEP_ZONE (g_ptr_array_index (zones, i))->area == MSK_SWEEP_ZONE_FIRST)
      gtk_drop_down_set_selected (self->zone_drop, i);
  self->zones = zones;
  return TRUE;
}

static gboolean
read_sweep (MskSweepPage *self, GError **error)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  g_autoptr(GPtrArray) signatures = NULL;
  MskSweepSummary summary = { 0 };

  if (!msk_sweep_desk_get_summary (session, &summary, error))
    return FALSE;

  self->summary = summary;
  if (summary.started_at == 0)
    return TRUE;
  if (!fill_in_zones (self, error))
    return FALSE;

  signatures = msk_sweep_desk_list_signatures (session, error);
  if (signatures == NULL)
    return FALSE;

  show_signatures (self, signatures);
  return TRUE;
}

static void
msk_sweep_page_refresh (MskPage *page)
{
  MskSweepPage *self = MSK_SWEEP_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!read_sweep (self, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Sweep Not Read"), error);
      return;
    }

  text = msk_sweep_state_dup_text (&self->summary);
  gtk_label_set_text (self->progress_label, text);
  gtk_label_set_text (self->next_label,
                      msk_sweep_state_get_next_step (get_role (self), &self->summary));
  apply_state (self);
  show_due_counts (self);
}

static gboolean
msk_sweep_page_take_scan (MskPage *page, const char *code)
{
  MskSweepPage *self = MSK_SWEEP_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (self->desk == NULL || self->summary.started_at == 0 || self->summary.closed_at != 0)
    return FALSE;

  verdict = msk_scan_desk_scan (self->desk, code, &error);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  return TRUE;
}

static void
zone_changed_cb (GtkDropDown *drop, GParamSpec *pspec, MskSweepPage *self)
{
  const guint row = gtk_drop_down_get_selected (drop);
  g_autoptr(GError) error = NULL;

  if (self->zones == NULL || row >= self->zones->len)
    return;
  if (!msk_scan_desk_set_zone (self->desk,
                               MSK_SWEEP_ZONE (g_ptr_array_index (self->zones, row))->area, &error))
    msk_ask_tell_error (GTK_WIDGET (self), _ ("Zone Not Changed"), error);
}

static void
tell_if_refused (GtkWidget *asker, gboolean done, const char *heading, const GError *error)
{
  if (!done)
    msk_ask_tell_error (asker, heading, error);
}

static void
start_now (GtkWidget *asker)
{
  g_autoptr(GError) error = NULL;
  const gboolean done = msk_sweep_desk_start (msk_page_get_session (MSK_PAGE (asker)), &error);

  tell_if_refused (asker, done, _ ("Sweep Not Started"), error);
}

static void
ask_of_oldest (GtkWidget *widget, gboolean explain)
{
  g_autoptr(MskPrintRun) run =
                 msk_count_ask_dup_due (msk_page_get_session (MSK_PAGE (widget)), explain);

  if (run != NULL)
    msk_count_ask_open (MSK_PAGE (widget), run, explain);
}

static void
count_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_of_oldest (widget, FALSE);
}

static void
explain_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_of_oldest (widget, TRUE);
}

static void
start_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Start the Sweep?"),
                   _ ("The expected set is frozen. From here on nothing is printed, issued or "
                      "returned over the desk, "
                      "and this can’t be taken back."),
                   _ ("_Start"), start_now);
}

static void
close_now (GtkWidget *asker)
{
  g_autoptr(GError) error = NULL;
  const gboolean done = msk_sweep_desk_close (msk_page_get_session (MSK_PAGE (asker)), &error);

  tell_if_refused (asker, done, _ ("Meeting Not Closed"), error);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Close the Meeting?"),
                   _ ("Nothing can be changed in a closed meeting."), _ ("_Close the Meeting"),
                   close_now);
}

static void
sign_now (GtkWidget *asker)
{
  g_autoptr(GError) error = NULL;
  const gboolean done = msk_sweep_desk_sign (msk_page_get_session (MSK_PAGE (asker)), &error);

  tell_if_refused (asker, done, _ ("Not Signed"), error);
}

static void
sign_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *body =
      g_strdup_printf (_ ("You sign as %s that every copy is accounted for as this page says. A "
                          "later scan or remark makes the signature void."),
                       msk_session_get_user (msk_page_get_session (MSK_PAGE (widget))));

  msk_ask_confirm (widget, _ ("Sign the Sweep?"), body, _ ("_Sign"), sign_now);
}

static gboolean
sign_beside (MskForm *form,
             gpointer data,
             const char *const *values,
             const MskCosigner *cosigner,
             GError **error)
{
  return msk_sweep_desk_sign_beside (msk_form_get_session (form), cosigner, error);
}

static void
sign_as_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *const fields[] = { _ ("_User name"), _ ("_Passphrase"), NULL };
  const MskFieldsWords words = {
    .title = _ ("Sign as Another Person"),
    .explanation =
        _ ("The second person gives their own name and passphrase here. Nobody signs for another."),
    .verb = _ ("_Sign"),
    .fields = fields,
    .sign = sign_beside,
    .act = MSK_ACT_SWEEP_SIGN,
  };

  msk_fields_form_open (MSK_PAGE (widget), &words, NULL, NULL, NULL);
}

/* What was seen last, or NULL. */
static MskVerdict *
dup_last (MskSweepPage *self)
{
  g_autoptr(MskVerdict) last =
                 self->desk == NULL
                     ? NULL
                     : g_list_model_get_item (msk_scan_desk_get_verdicts (self->desk), 0);

  return last != NULL && (last->number != 0 || last->carrier != 0) ? g_steal_pointer (&last) : NULL;
}

static gboolean
note_damage (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  MskDamageDraft draft = *(MskDamageDraft *) data;
  gint64 incident;

  draft.reason = values[0];
  return (*values[1] == '\0' ||
          msk_fields_form_parse_count (values[1], &draft.pages_missing, error)) &&
         msk_damage_desk_add (msk_page_get_session (page), &draft, &incident, error);
}

static void
damage_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskSweepPage *self = MSK_SWEEP_PAGE (widget);
  g_autoptr(MskVerdict) last = dup_last (self);
  const guint row = gtk_drop_down_get_selected (self->zone_drop);
  const char *const fields[] = { _ ("_What is damaged, and how"),
                                 _ ("_Pages that are missing; empty when it is whole"), NULL };
  const MskFieldsWords words = {
    _ ("Seen Damaged"),
    _ ("Of what was seen last. Where pages are missing an incident is opened, and the secrecy "
       "department is told before the meeting is closed."),
    _ ("_Register"),
    fields,
    note_damage,
  };
  MskDamageDraft *draft;

  if (last == NULL || self->zones == NULL || row >= self->zones->len)
    return;

  draft = g_new0 (MskDamageDraft, 1);
  draft->kind = last->carrier != 0 ? MSK_SWEEP_CARRIER : MSK_SWEEP_COPY;
  draft->number = last->carrier != 0 ? last->carrier : last->number;
  draft->zone = MSK_SWEEP_ZONE (g_ptr_array_index (self->zones, row))->area;
  msk_fields_form_open (MSK_PAGE (self), &words, NULL, draft, g_free);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_SWEEP);
}

static void
add_part (AdwBin *bin, GType type, MskPage *page)
{
  adw_bin_set_child (bin, g_object_new (type, "session", msk_page_get_session (page), NULL));
}

static void
msk_sweep_page_constructed (GObject *object)
{
  MskSweepPage *self = MSK_SWEEP_PAGE (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_sweep_page_parent_class)->constructed (object);

  add_part (self->unexplained_bin, MSK_TYPE_UNEXPLAINED_VIEW, page);
  add_part (self->zones_bin, MSK_TYPE_ZONES_VIEW, page);
  add_part (self->left_bin, MSK_TYPE_LEFT_ITEMS_VIEW, page);
  add_part (self->closing_bin, MSK_TYPE_CLOSING_VIEW, page);
  gtk_widget_set_visible (self->sign_button, msk_page_may (page, MSK_ACT_SWEEP_SIGN));
  gtk_widget_set_visible (self->close_button, msk_page_may (page, MSK_ACT_SWEEP_CLOSE));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready to sweep"),
                           _ ("Scan a page of every copy in the rooms, in the store and in the "
                              "locked box."));
  if (msk_page_may (page, MSK_ACT_SWEEP_SCAN))
    {
      self->desk = msk_scan_desk_new (msk_page_get_session (page), MSK_SCAN_SWEEP);
      msk_verdict_list_follow (self->verdict_list, msk_scan_desk_get_verdicts (self->desk), FALSE);
    }
}

static void
msk_sweep_page_dispose (GObject *object)
{
  MskSweepPage *self = MSK_SWEEP_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_SWEEP_PAGE);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (msk_sweep_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sweep.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "sweep.count", NULL, count_action);
  gtk_widget_class_install_action (widget_class, "sweep.explain-count", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "sweep.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "sweep.sign-as", NULL, sign_as_action);
  gtk_widget_class_install_action (widget_class, "sweep.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "sweep.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "sweep.damage", NULL, damage_action);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, before_page);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, count_button);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, explain_button);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, zone_box);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, zone_drop);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, unexplained_bin);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, zones_bin);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, left_bin);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, closing_bin);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, verdict_list);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, signatures_label);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, sign_as_button);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, report_button);
}

static void
msk_sweep_page_class_init (MskSweepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_sweep_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_sweep_page_dispose;
  page_class->refresh = msk_sweep_page_refresh;
  page_class->take_scan = msk_sweep_page_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  g_type_ensure (MSK_TYPE_VERDICT_LIST);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/sweep/msk-sweep-page.ui");
  bind_children (widget_class);
}

static void
msk_sweep_page_init (MskSweepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
