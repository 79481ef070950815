/* Dossiers and their loans, and what is still out over all meetings (F1, F2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-archive-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-filing-ask.h"
#include "msk-filing-desk.h"
#include "msk-listing.h"
#include "msk-outstanding-window.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

/* Seconds that a refusal stays in the list of loans. */
#define REFUSAL_SHOWN (14 * 24 * 60 * 60)

struct _MskArchiveView
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *register_button;
  GtkListBox *dossiers_box;
  GtkListBox *loans_box;

  MskPage *page; /* lent */
  GListStore *dossiers;
  GListStore *loans;
};

G_DEFINE_FINAL_TYPE (MskArchiveView, msk_archive_view, ADW_TYPE_PREFERENCES_GROUP)

static void
add_button (GtkWidget *row, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
create_dossier_row (gpointer item, gpointer user_data)
{
  MskPage *page = MSK_ARCHIVE_VIEW (user_data)->page;
  const MskFiling *filing = item;
  g_autofree char *years = msk_filing_dup_years (filing->years);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s · %s · %s", filing->meeting_number,
                       msk_level_get_label (filing->level), years,
                       filing->is_handed_over ? filing->organ : _ ("not handed over"));
  GtkWidget *row = make_row (filing->number, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (!filing->is_handed_over && msk_page_may (page, MSK_ACT_ARCHIVE_HAND_OVER))
    add_button (row, _ ("_Hand Over…"), "archive.hand-over", filing->meeting_id);
  if (filing->is_handed_over && msk_page_may (page, MSK_ACT_REPORT_MAKE))
    add_button (row, _ ("Rece_ipt"), "archive.receipt", filing->meeting_id);
  if (msk_page_may (page, MSK_ACT_REPORT_MAKE))
    add_button (row, _ ("Car_d"), "archive.card", filing->meeting_id);
  if (msk_page_may (page, MSK_ACT_ARCHIVE_REQUEST))
    add_button (row, _ ("Ask for a _Loan…"), "archive.request", filing->meeting_id);
  return row;
}

static GtkWidget *
create_loan_row (gpointer item, gpointer user_data)
{
  MskArchiveView *self = MSK_ARCHIVE_VIEW (user_data);
  const MskArchiveLoan *loan = item;
  const gint64 now = msk_session_get_now (msk_page_get_session (self->page));
  const char *step = msk_filing_ask_get_step (self->page, loan);
  g_autofree char *standing = msk_archive_loan_dup_standing (loan, now);
  g_autofree char *due = msk_time_text_format (loan->due_at);
  g_autofree char *title = g_strdup_printf (_ ("%s (%s)"), loan->reader, loan->unit);
  const char *more = loan->is_lent ? due : loan->refusal;
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s%s%s", loan->number, loan->purpose,
                                               standing, *more != '\0' ? " · " : "", more);
  GtkWidget *row = make_row (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (step != NULL)
    add_button (row, step, "archive.step", loan->id);
  if (!loan->is_approved && !loan->is_refused && msk_page_may (self->page, MSK_ACT_ARCHIVE_REFUSE))
    add_button (row, _ ("Re_fuse…"), "archive.refuse", loan->id);
  if (msk_archive_loan_pages_differ (loan) && msk_page_may (self->page, MSK_ACT_ARCHIVE_SETTLE))
    add_button (row, _ ("_Settle…"), "archive.settle", loan->id);
  return row;
}

/* A row says much of what may change with the person and the hour, so each is made again. */
static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return FALSE;
}

static void
hand_over_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_filing_ask_hand_over (MSK_ARCHIVE_VIEW (widget)->page, g_variant_get_int64 (parameter));
}

static void
request_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_filing_ask_request (MSK_ARCHIVE_VIEW (widget)->page, g_variant_get_int64 (parameter));
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskArchiveView *self = MSK_ARCHIVE_VIEW (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskArchiveLoan) loan =
                 msk_filing_desk_get_loan (msk_page_get_session (self->page),
                                           g_variant_get_int64 (parameter), &error);

  if (loan != NULL)
    msk_filing_ask_step (self->page, loan);
  else
    msk_ask_tell_error (widget, _ ("List Not Read"), error);
}

static void
refuse_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_filing_ask_refuse (MSK_ARCHIVE_VIEW (widget)->page, g_variant_get_int64 (parameter));
}

static void
settle_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_filing_ask_settle (MSK_ARCHIVE_VIEW (widget)->page, g_variant_get_int64 (parameter));
}

static void
card_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_archive (MSK_ARCHIVE_VIEW (widget)->page, MSK_ARCHIVE_SHEET_CARD,
                               g_variant_get_int64 (parameter));
}

static void
receipt_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_archive (MSK_ARCHIVE_VIEW (widget)->page, MSK_ARCHIVE_SHEET_RECEIPT,
                               g_variant_get_int64 (parameter));
}

static void
register_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_archive (MSK_ARCHIVE_VIEW (widget)->page, MSK_ARCHIVE_SHEET_REGISTER, 0);
}

static void
outstanding_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_outstanding_window_open (MSK_ARCHIVE_VIEW (widget)->page);
}

static void
msk_archive_view_dispose (GObject *object)
{
  MskArchiveView *self = MSK_ARCHIVE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_ARCHIVE_VIEW);
  g_clear_object (&self->dossiers);
  g_clear_object (&self->loans);

  G_OBJECT_CLASS (msk_archive_view_parent_class)->dispose (object);
}

static void
msk_archive_view_class_init (MskArchiveViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_archive_view_dispose;

  gtk_widget_class_install_action (widget_class, "archive.hand-over", "x", hand_over_action);
  gtk_widget_class_install_action (widget_class, "archive.request", "x", request_action);
  gtk_widget_class_install_action (widget_class, "archive.step", "x", step_action);
  gtk_widget_class_install_action (widget_class, "archive.refuse", "x", refuse_action);
  gtk_widget_class_install_action (widget_class, "archive.settle", "x", settle_action);
  gtk_widget_class_install_action (widget_class, "archive.card", "x", card_action);
  gtk_widget_class_install_action (widget_class, "archive.receipt", "x", receipt_action);
  gtk_widget_class_install_action (widget_class, "archive.register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, "archive.outstanding", NULL, outstanding_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/meeting/"
                                                             "msk-archive-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskArchiveView, register_button);
  gtk_widget_class_bind_template_child (widget_class, MskArchiveView, dossiers_box);
  gtk_widget_class_bind_template_child (widget_class, MskArchiveView, loans_box);
}

static void
msk_archive_view_init (MskArchiveView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->dossiers = g_list_store_new (MSK_TYPE_FILING);
  self->loans = g_list_store_new (MSK_TYPE_ARCHIVE_LOAN);
  msk_listing_bind_box (self->dossiers_box, G_LIST_MODEL (self->dossiers), create_dossier_row,
                        self);
  msk_listing_bind_box (self->loans_box, G_LIST_MODEL (self->loans), create_loan_row, self);
}

/* What is over stands in the register; a refusal is shown until whoever asked has had time to read
 * why. */
static void
drop_old (GPtrArray *loans, gint64 now)
{
  for (guint i = loans->len; i > 0; i--)
    {
      const MskArchiveLoan *loan = g_ptr_array_index (loans, i - 1);

      if (msk_archive_loan_is_over (loan) &&
          (!loan->is_refused || now - loan->refused_at > REFUSAL_SHOWN))
        g_ptr_array_remove_index (loans, i - 1);
    }
}

gboolean
msk_archive_view_read (MskArchiveView *self, MskPage *page, GError **error)
{
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GPtrArray) dossiers = msk_filing_desk_list (session, error);
  g_autoptr(GPtrArray) loans =
                 dossiers == NULL ? NULL : msk_filing_desk_list_loans (session, FALSE, error);

  g_return_val_if_fail (MSK_IS_ARCHIVE_VIEW (self), FALSE);

  if (loans == NULL)
    return FALSE;

  self->page = page;
  drop_old (loans, msk_session_get_now (session));
  msk_listing_update (self->dossiers, dossiers, is_same);
  msk_listing_update (self->loans, loans, is_same);
  gtk_widget_set_visible (self->register_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  gtk_widget_set_visible (GTK_WIDGET (self->loans_box), loans->len > 0);
  return TRUE;
}

gboolean
msk_archive_view_has (MskArchiveView *self, gint64 meeting_id)
{
  const guint count = g_list_model_get_n_items (G_LIST_MODEL (self->dossiers));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr(MskFiling) filing = g_list_model_get_item (G_LIST_MODEL (self->dossiers), i);

      if (filing->meeting_id == meeting_id)
        return TRUE;
    }

  return FALSE;
}
