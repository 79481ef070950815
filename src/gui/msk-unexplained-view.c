/* What the sweep has not explained or not found (M9), and what is done about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-unexplained-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-fields-form.h"
#include "msk-ledger-words.h"
#include "msk-listing.h"
#include "msk-return-desk.h"
#include "msk-return-form.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-state.h"
#include "msk-text-form.h"
#include "msk-time-text.h"

struct _MskUnexplainedView
{
  MskPage parent_instance;

  GtkStack *open_stack;
  GtkColumnView *open_view;
  GtkWidget *recover_button;
  GtkWidget *missing_button;

  MskSweepSummary summary;
  gint64 revision; /* of the sweep, that open shows; -1 before it was read */
  GListStore *open;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskUnexplainedView, msk_unexplained_view, MSK_TYPE_PAGE)

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
dup_seat (gpointer item)
{
  return g_strdup (MSK_SWEEP_LINE (item)->seat);
}

static char *
dup_last (gpointer item)
{
  const MskSweepLine *line = item;
  g_autofree char *time = msk_time_text_format (line->last_at);

  return line->last_at == 0
             ? g_strdup ("")
             : g_strdup_printf ("%s, %s", msk_ledger_words_get_act (line->last_act), time);
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
  { N_ ("Seat"), dup_seat, NULL, FALSE, FALSE },
  { N_ ("Last movement"), dup_last, NULL, FALSE, FALSE },
  { N_ ("Seen"), dup_seen, NULL, FALSE, FALSE },
  { N_ ("Paper"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Remark"), dup_remark, NULL, TRUE, FALSE },
};

static MskSweepLine *
get_selected (MskUnexplainedView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
apply_state (MskUnexplainedView *self)
{
  const MskRole role = msk_session_get_role (msk_page_get_session (MSK_PAGE (self)));
  const MskSweepState state = msk_sweep_state_make (role, &self->summary, get_selected (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unexplained.recover",
                                 state.can_recover || state.can_find_late);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unexplained.report-missing",
                                 state.can_report_missing);
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskUnexplainedView *self)
{
  if (self->open_view != NULL)
    apply_state (self);
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

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return msk_sweep_line_compare ((MskSweepLine *) a, (MskSweepLine *) b);
}

/* The whole list once, and then what a scan or a remark changed in it. */
static gboolean
read_open (MskUnexplainedView *self, MskSession *session, GError **error)
{
  const gboolean whole = self->revision < 0;
  g_autoptr(GPtrArray) lines = whole
                                    ? msk_sweep_desk_list (session, TRUE, error)
                                    : msk_sweep_desk_list_changed (session, self->revision, error);

  if (lines == NULL)
    return FALSE;

  if (whole)
    g_list_store_splice (self->open, 0, 0, lines->pdata, lines->len);
  for (guint i = 0; !whole && i < lines->len; i++)
    msk_listing_put (self->open, g_ptr_array_index (lines, i),
                     msk_sweep_line_is_open (g_ptr_array_index (lines, i)), compare_lines, is_same);
  self->revision = self->summary.revision;
  return TRUE;
}

static void
msk_unexplained_view_refresh (MskPage *page)
{
  MskUnexplainedView *self = MSK_UNEXPLAINED_VIEW (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;

  if (!msk_sweep_desk_get_summary (session, &self->summary, &error) ||
      (self->summary.started_at != 0 && !read_open (self, session, &error)))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Sweep Not Read"), error);
      return;
    }

  gtk_stack_set_visible_child_name (self->open_stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->open)) > 0
                                        ? "open"
                                        : "nothing");
  apply_state (self);
}

static GPtrArray *
dup_subject (MskUnexplainedView *self)
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
count_line (MskUnexplainedView *self, MskSweepLine *line)
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
has_to_be_counted (MskUnexplainedView *self, MskSweepLine *line)
{
  const gboolean out = line->state == MSK_COPY_HELD || line->state == MSK_COPY_AWAY ||
                       line->state == MSK_COPY_MISSING;
  gboolean must = FALSE;

  return line->kind == MSK_SWEEP_COPY && out &&
         msk_return_desk_must_count (msk_page_get_session (MSK_PAGE (self)), line->number, &must,
                                     NULL) &&
         must;
}

static gboolean
find_late (MskForm *form,
           gpointer line,
           const char *const *values,
           const MskCosigner *cosigner,
           GError **error)
{
  return msk_sweep_desk_find_late (msk_form_get_session (form), MSK_SWEEP_LINE (line)->kind,
                                   MSK_SWEEP_LINE (line)->number, values[0], values[1], cosigner,
                                   error);
}

/* The sweep stays as it was signed; only the thing itself is no longer missing. */
static void
ask_found_late (MskUnexplainedView *self, MskSweepLine *line)
{
  g_autofree char *thing = dup_thing (line);
  g_autofree char *explanation =
      g_strdup_printf (_ ("%s was missing when the meeting was closed, and is in hand now. A "
                          "second "
                          "person signs in for it. The sweep stays as it was signed."),
                       thing);
  const char *const fields[] = { _ ("_Where it was found"), _ ("_How it turned up"),
                                 _ ("_User name of the second person"),
                                 _ ("_Passphrase of the second person"), NULL };
  const MskFieldsWords words = { .title = _ ("Take It Back"),
                                 .explanation = explanation,
                                 .verb = _ ("_Take Back"),
                                 .fields = fields,
                                 .sign = find_late,
                                 .act = MSK_ACT_SWEEP_SIGN };

  msk_fields_form_open (MSK_PAGE (self), &words, NULL, g_object_ref (line), g_object_unref);
}

static void
recover_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskUnexplainedView *self = MSK_UNEXPLAINED_VIEW (widget);
  g_autoptr(GPtrArray) subject = dup_subject (self);
  g_autofree char *thing = NULL;
  g_autofree char *explanation = NULL;
  MskTextFormWords words = { _ ("Take It Back"),       NULL, _ ("_Take Back"),
                             _ ("Where it was found"), NULL, recover };

  if (subject->len == 0)
    return;
  if (self->summary.closed_at != 0)
    {
      ask_found_late (self, g_ptr_array_index (subject, 0));
      return;
    }
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
  MskUnexplainedView *self = MSK_UNEXPLAINED_VIEW (widget);
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
msk_unexplained_view_constructed (GObject *object)
{
  MskUnexplainedView *self = MSK_UNEXPLAINED_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_unexplained_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->recover_button, msk_page_may (page, MSK_ACT_SWEEP_RECOVER));
  gtk_widget_set_visible (self->missing_button, msk_page_may (page, MSK_ACT_SWEEP_MISSING));
}

static void
msk_unexplained_view_dispose (GObject *object)
{
  MskUnexplainedView *self = MSK_UNEXPLAINED_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_UNEXPLAINED_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (msk_unexplained_view_parent_class)->dispose (object);
}

static void
msk_unexplained_view_class_init (MskUnexplainedViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_unexplained_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_unexplained_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_unexplained_view_refresh;

  gtk_widget_class_install_action (widget_class, "unexplained.recover", NULL, recover_action);
  gtk_widget_class_install_action (widget_class, "unexplained.report-missing", NULL,
                                   report_missing_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/sweep/"
                                                             "msk-unexplained-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskUnexplainedView, open_stack);
  gtk_widget_class_bind_template_child (widget_class, MskUnexplainedView, open_view);
  gtk_widget_class_bind_template_child (widget_class, MskUnexplainedView, recover_button);
  gtk_widget_class_bind_template_child (widget_class, MskUnexplainedView, missing_button);
}

static void
msk_unexplained_view_init (MskUnexplainedView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->revision = -1;
  self->open = g_list_store_new (MSK_TYPE_SWEEP_LINE);
  msk_cells_add_columns (self->open_view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->open_view, G_LIST_MODEL (self->open),
                                           G_CALLBACK (selection_changed_cb), self);
}
