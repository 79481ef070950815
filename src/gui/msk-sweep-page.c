/* The closing sweep (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-choice.h"
#include "msk-closing-view.h"
#include "msk-cosign-form.h"
#include "msk-count-ask.h"
#include "msk-left-items-view.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-return-desk.h"
#include "msk-return-form.h"
#include "msk-scan-desk.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-state.h"
#include "msk-sweep-zone-desk.h"
#include "msk-text-form.h"
#include "msk-time-text.h"
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
  AdwBin *zones_bin;
  AdwBin *left_bin;
  AdwBin *closing_bin;
  MskVerdictView *verdict_view;
  MskVerdictList *verdict_list;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  GtkLabel *next_label;
  GtkStack *open_stack;
  GtkColumnView *open_view;
  GtkLabel *signatures_label;
  GtkWidget *recover_button;
  GtkWidget *missing_button;
  GtkWidget *sign_button;
  GtkWidget *sign_as_button;
  GtkWidget *close_button;
  GtkWidget *report_button;

  MskScanDesk *desk; /* NULL for who may not scan */
  GPtrArray *zones;  /* of MskSweepZone: those of the drop-down */
  MskSweepSummary summary;
  GListStore *open;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskSweepPage, msk_sweep_page, MSK_TYPE_PAGE)

static char *
dup_number (gpointer item)
{
  return msk_sweep_line_dup_number (MSK_SWEEP_LINE (item));
}

static char *
dup_paper (gpointer item)
{
  return msk_sweep_line_dup_what (MSK_SWEEP_LINE (item));
}

static char *
dup_class (gpointer item)
{
  return g_strdup (msk_sweep_class_get_label (MSK_SWEEP_LINE (item)->sweep_class));
}

static MskLook
get_class_look (gpointer item)
{
  return msk_look_of_sweep_class (MSK_SWEEP_LINE (item)->sweep_class);
}

static char *
dup_holder (gpointer item)
{
  return g_strdup (MSK_SWEEP_LINE (item)->holder);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_SWEEP_LINE (item)->holder_unit);
}

static char *
dup_issued (gpointer item)
{
  return msk_time_text_format (MSK_SWEEP_LINE (item)->issued_at);
}

static char *
dup_seen (gpointer item)
{
  return msk_time_text_format (MSK_SWEEP_LINE (item)->first_seen_at);
}

static char *
dup_remark (gpointer item)
{
  return g_strdup (MSK_SWEEP_LINE (item)->remark);
}

static const MskColumn columns[] = {
  { N_ ("Number"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Finding"), dup_class, get_class_look, FALSE, FALSE },
  { N_ ("Holder"), dup_holder, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Issued"), dup_issued, NULL, FALSE, FALSE },
  { N_ ("Seen"), dup_seen, NULL, FALSE, FALSE },
  { N_ ("Paper"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Remark"), dup_remark, NULL, TRUE, FALSE },
};

static MskRole
get_role (MskSweepPage *self)
{
  return msk_session_get_role (msk_page_get_session (MSK_PAGE (self)));
}

static MskSweepLine *
get_selected (MskSweepPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
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
  const MskSweepState state =
      msk_sweep_state_make (get_role (self), &self->summary, get_selected (self));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "sweep.start", state.can_start);
  gtk_widget_action_set_enabled (widget, "sweep.recover", state.can_recover);
  gtk_widget_action_set_enabled (widget, "sweep.report-missing", state.can_report_missing);
  gtk_widget_action_set_enabled (widget, "sweep.sign", state.can_sign);
  gtk_widget_action_set_enabled (widget, "sweep.sign-as", state.can_sign_as);
  gtk_widget_action_set_enabled (widget, "sweep.close", state.can_close);
  gtk_widget_action_set_enabled (widget, "sweep.report", state.can_report);
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
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskSweepPage *self)
{
  if (self->open_view != NULL)
    apply_state (self);
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

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskSweepLine *one = a;
  const MskSweepLine *other = b;

  return one->kind == other->kind && one->number == other->number &&
         one->sweep_class == other->sweep_class && one->state == other->state &&
         one->sightings == other->sightings && g_str_equal (one->remark, other->remark);
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
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GPtrArray) signatures = NULL;
  MskSweepSummary summary = { 0 };

  if (!msk_sweep_desk_get_summary (session, &summary, error))
    return FALSE;

  self->summary = summary;
  if (summary.started_at == 0)
    return TRUE;
  if (!fill_in_zones (self, error))
    return FALSE;

  open = msk_sweep_desk_list (session, TRUE, error);
  if (open != NULL)
    signatures = msk_sweep_desk_list_signatures (session, error);
  if (signatures == NULL)
    return FALSE;

  msk_listing_update (self->open, open, is_same);
  gtk_stack_set_visible_child_name (self->open_stack, open->len > 0 ? "open" : "nothing");
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
sign_beside (MskPage *page, gint64 id, const MskCosigner *cosigner, GError **error)
{
  return msk_sweep_desk_sign_beside (msk_page_get_session (page), cosigner, error);
}

static void
sign_as_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskCosignWords words = {
    _ ("Sign as Another Person"),
    _ ("The second person gives their own name and passphrase here. Nobody signs for another."),
    _ ("_Sign"),
    MSK_ACT_SWEEP_SIGN,
    sign_beside,
  };

  msk_cosign_form_open (MSK_PAGE (widget), &words, 0);
}

static GPtrArray *
dup_subject (MskSweepPage *self)
{
  MskSweepLine *line = get_selected (self);
  GPtrArray *subject = g_ptr_array_new_with_free_func (g_object_unref);

  if (line != NULL)
    g_ptr_array_add (subject, g_object_ref (line));

  return subject;
}

static gboolean
recover (MskPage *page, GPtrArray *lines, const char *place, const char *second, GError **error)
{
  MskSweepLine *line = g_ptr_array_index (lines, 0);

  return msk_sweep_desk_recover (msk_page_get_session (page), line->kind, line->number, place,
                                 error);
}

static char *
dup_thing (MskSweepLine *line)
{
  g_autofree char *number = msk_sweep_line_dup_number (line);

  return g_strdup_printf (line->kind == MSK_SWEEP_CARRIER ? _ ("Carrier %s") : _ ("Copy %s"),
                          number);
}

/* In part it stays in the list, and its remark says what is missing. */
static gboolean
recover_counted (MskPage *page, gpointer line, const MskPageCount *count, GError **error)
{
  g_autoptr(MskReturnCount) result = NULL;

  return msk_sweep_desk_recover_counted (msk_page_get_session (page), MSK_SWEEP_LINE (line)->number,
                                         count, count->remark, &result, error);
}

static void
count_line (MskSweepPage *self, MskSweepLine *line)
{
  g_autofree char *thing = dup_thing (line);
  g_autofree char *explanation = g_strdup_printf (_ ("%s was seen in the sweep and is in hand. "
                                                     "Count every page that was found now, without "
                                                     "looking up how many there should be."),
                                                  thing);
  const MskReturnFormWords words = { _ ("Count the Pages"), explanation, _ ("_Take Back"),
                                     _ ("_Where it was found"), recover_counted };

  msk_return_form_open (MSK_PAGE (self), &words, g_object_ref (line), g_object_unref);
}

static gboolean
report_missing (MskPage *page,
                GPtrArray *lines,
                const char *told,
                const char *remark,
                GError **error)
{
  MskSweepLine *line = g_ptr_array_index (lines, 0);

  return msk_sweep_desk_report_missing (msk_page_get_session (page), line->kind, line->number, told,
                                        remark, error);
}

/* What was never in anybody's hands is not counted. */
static gboolean
has_to_be_counted (MskSweepPage *self, MskSweepLine *line)
{
  const gboolean out = line->state == MSK_COPY_HELD || line->state == MSK_COPY_AWAY ||
                       line->state == MSK_COPY_MISSING;
  gboolean must = FALSE;

  return line->kind == MSK_SWEEP_COPY && out &&
         msk_return_desk_must_count (msk_page_get_session (MSK_PAGE (self)), line->number, &must,
                                     NULL) &&
         must;
}

static void
recover_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskSweepPage *self = MSK_SWEEP_PAGE (widget);
  g_autoptr(GPtrArray) subject = dup_subject (self);
  g_autofree char *thing = NULL;
  g_autofree char *explanation = NULL;
  MskTextFormWords words = { _ ("Take It Back"),       NULL, _ ("_Take Back"),
                             _ ("Where it was found"), NULL, recover };

  if (subject->len == 0)
    return;
  if (has_to_be_counted (self, g_ptr_array_index (subject, 0)))
    {
      count_line (self, g_ptr_array_index (subject, 0));
      return;
    }

  thing = dup_thing (g_ptr_array_index (subject, 0));
  explanation = g_strdup_printf (_ ("%s was seen in the sweep and is in hand."), thing);
  words.explanation = explanation;
  msk_text_form_open (MSK_PAGE (self), &words, subject);
}

static void
report_missing_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskSweepPage *self = MSK_SWEEP_PAGE (widget);
  g_autoptr(GPtrArray) subject = dup_subject (self);
  g_autofree char *thing = NULL;
  g_autofree char *explanation = NULL;
  MskTextFormWords words = { _ ("Report It Missing"),
                             NULL,
                             _ ("_Report"),
                             _ ("Whom in the secrecy department you told"),
                             _ ("How far the search went"),
                             report_missing };

  if (subject->len == 0)
    return;

  thing = dup_thing (g_ptr_array_index (subject, 0));
  explanation = g_strdup_printf (_ ("%s is not there. Tell the secrecy department at once, "
                                    "within 24 hours at the latest, and go on searching."),
                                 thing);
  words.explanation = explanation;
  msk_text_form_open (MSK_PAGE (self), &words, subject);
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

  add_part (self->zones_bin, MSK_TYPE_ZONES_VIEW, page);
  add_part (self->left_bin, MSK_TYPE_LEFT_ITEMS_VIEW, page);
  add_part (self->closing_bin, MSK_TYPE_CLOSING_VIEW, page);
  gtk_widget_set_visible (self->recover_button, msk_page_may (page, MSK_ACT_SWEEP_RECOVER));
  gtk_widget_set_visible (self->missing_button, msk_page_may (page, MSK_ACT_SWEEP_MISSING));
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
  g_clear_object (&self->selection);
  g_clear_object (&self->open);
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
  gtk_widget_class_install_action (widget_class, "sweep.recover", NULL, recover_action);
  gtk_widget_class_install_action (widget_class, "sweep.report-missing", NULL,
                                   report_missing_action);
  gtk_widget_class_install_action (widget_class, "sweep.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "sweep.sign-as", NULL, sign_as_action);
  gtk_widget_class_install_action (widget_class, "sweep.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "sweep.report", NULL, report_action);
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
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, zones_bin);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, left_bin);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, closing_bin);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, verdict_list);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, open_stack);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, open_view);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, signatures_label);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, recover_button);
  gtk_widget_class_bind_template_child (widget_class, MskSweepPage, missing_button);
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

  self->open = g_list_store_new (MSK_TYPE_SWEEP_LINE);
  msk_cells_add_columns (self->open_view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->open_view, G_LIST_MODEL (self->open),
                                           G_CALLBACK (selection_changed_cb), self);
}
