/* The ledger: whether every link of it holds, and what it says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ledger-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-error.h"
#include "msk-ledger-desk.h"
#include "msk-ledger-words.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-seal-desk.h"
#include "msk-verdict-view.h"

/* Entries read at a time. */
#define PORTION 200

struct _MskLedgerPage
{
  MskPage parent_instance;

  GtkDropDown *which_drop_down;
  MskVerdictView *verdict_view;
  GtkColumnView *view;
  GtkWidget *more_button;
  GtkWidget *seal_buttons;

  GListStore *lines;
};

G_DEFINE_FINAL_TYPE (MskLedgerPage, msk_ledger_page, MSK_TYPE_PAGE)

static char *
dup_sequence (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_LEDGER_LINE (item)->sequence);
}

/* The ledger is kept in UTC, and is read so. */
static char *
dup_at (gpointer item)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (MSK_LEDGER_LINE (item)->at);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M:%SZ") : g_strdup ("");
}

static char *
dup_actor (gpointer item)
{
  return g_strdup (MSK_LEDGER_LINE (item)->actor);
}

static char *
dup_role (gpointer item)
{
  return g_strdup (msk_ledger_words_get_role (MSK_LEDGER_LINE (item)->role));
}

static char *
dup_station (gpointer item)
{
  return g_strdup (MSK_LEDGER_LINE (item)->station);
}

static char *
dup_act (gpointer item)
{
  return g_strdup (msk_ledger_words_get_act (MSK_LEDGER_LINE (item)->act));
}

static char *
dup_subject (gpointer item)
{
  return msk_ledger_words_dup_subject (MSK_LEDGER_LINE (item)->subject);
}

static char *
dup_details (gpointer item)
{
  return g_strdup (MSK_LEDGER_LINE (item)->details);
}

static const MskColumn columns[] = {
  { N_ ("Entry"), dup_sequence, NULL, FALSE, TRUE },
  { N_ ("Time (UTC)"), dup_at, NULL, FALSE, FALSE },
  { N_ ("Who"), dup_actor, NULL, FALSE, FALSE },
  { N_ ("Role"), dup_role, NULL, FALSE, FALSE },
  { N_ ("Station"), dup_station, NULL, FALSE, FALSE },
  { N_ ("Act"), dup_act, NULL, FALSE, FALSE },
  { N_ ("Subject"), dup_subject, NULL, TRUE, FALSE },
  { N_ ("Details"), dup_details, NULL, TRUE, FALSE },
};

/* The first of the choices is the meeting's ledger, when a meeting is open. */
static gboolean
shows_meeting (MskLedgerPage *self)
{
  const gboolean open = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self))) != NULL;

  return open && gtk_drop_down_get_selected (self->which_drop_down) == 0;
}

static void
read_more (MskLedgerPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autoptr(MskLedgerLine) last =
                 n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->lines), n - 1) : NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines =
                 msk_ledger_desk_list (msk_page_get_session (MSK_PAGE (self)), shows_meeting (self),
                                       last != NULL ? last->sequence : 0, PORTION, &error);

  if (lines == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Ledger Not Read"), error);
      return;
    }

  g_list_store_splice (self->lines, n, 0, lines->pdata, lines->len);
  gtk_widget_set_visible (self->more_button, lines->len == PORTION);
}

static void
invite (MskLedgerPage *self)
{
  msk_verdict_view_invite (self->verdict_view, "dialog-question-symbolic", _ ("Not checked yet"),
                           _ ("Verify checks every link of the ledger. Scan the code on a seal "
                              "sheet to learn whether the ledger still contains it."));
}

static void
which_changed_cb (GtkDropDown *drop_down, GParamSpec *pspec, MskLedgerPage *self)
{
  if (gtk_drop_down_get_selected (drop_down) == GTK_INVALID_LIST_POSITION)
    return;

  invite (self);
  g_list_store_remove_all (self->lines);
  read_more (self);
}

static void
fill_choices (MskLedgerPage *self)
{
  const gboolean open = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self))) != NULL;
  GListModel *old = gtk_drop_down_get_model (self->which_drop_down);
  g_autoptr(GtkStringList) choices = NULL;

  if (old != NULL && g_list_model_get_n_items (old) == (open ? 2u : 1u))
    return;

  choices = gtk_string_list_new (NULL);
  if (open)
    gtk_string_list_append (choices, _ ("Ledger of the meeting"));
  gtk_string_list_append (choices, _ ("Ledger of the appliance"));
  gtk_drop_down_set_model (self->which_drop_down, G_LIST_MODEL (choices));
}

static void
msk_ledger_page_refresh (MskPage *page)
{
  MskLedgerPage *self = MSK_LEDGER_PAGE (page);

  fill_choices (self);
  gtk_widget_set_visible (self->seal_buttons,
                          msk_session_get_meeting (msk_page_get_session (page)) != NULL);
  g_list_store_remove_all (self->lines);
  read_more (self);
}

static void
show_verdict (MskLedgerPage *self, const MskLedgerVerdict *verdict)
{
  g_autofree char *text = NULL;

  if (verdict->verified)
    {
      text = g_strdup_printf (_ ("All %u entries fit together. The last one’s hash is %s."),
                              (guint) verdict->entries, verdict->head);
      msk_verdict_view_show_words (self->verdict_view, MSK_TONE_DONE, _ ("The ledger holds"), text);
      return;
    }

  text = g_strdup_printf (_ ("Entry %u does not fit: %s. Stop working with this vault and call the "
                             "security officer."),
                          (guint) verdict->wrong_entry,
                          verdict->reason != NULL ? verdict->reason : "");
  msk_verdict_view_show_words (self->verdict_view, MSK_TONE_ALARM, _ ("The ledger is broken"),
                               text);
}

static void
verify_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskLedgerPage *self = MSK_LEDGER_PAGE (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskLedgerVerdict) verdict =
                 msk_ledger_desk_verify (msk_page_get_session (MSK_PAGE (self)),
                                         shows_meeting (self), &error);

  if (verdict != NULL)
    show_verdict (self, verdict);
  else
    msk_verdict_view_show_error (self->verdict_view, error);
}

static void
show_contained (MskLedgerPage *self, const MskSeal *seal)
{
  g_autofree char *text =
      g_strdup_printf (seal->meeting_id == 0
                           ? _ ("The ledger of the appliance contains what was sealed, up to entry "
                                "%d.")
                           : _ ("The ledger of the meeting contains what was sealed, up to entry "
                                "%d."),
                       (int) seal->sequence);

  msk_verdict_view_show_words (self->verdict_view, MSK_TONE_DONE, _ ("The seal is contained"),
                               text);
}

/* Whatever is scanned here is taken for a seal: the desk says what else it is. What is no seal of
 * this ledger, or none at all, proves nothing; the rest is an alarm. */
static gboolean
msk_ledger_page_take_scan (MskPage *page, const char *code)
{
  MskLedgerPage *self = MSK_LEDGER_PAGE (page);
  g_autoptr(GError) error = NULL;
  MskSeal seal;

  if (msk_seal_desk_check (msk_page_get_session (page), code, &seal, &error))
    show_contained (self, &seal);
  else if (g_error_matches (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SEAL_NOT_CONTAINED) ||
           g_error_matches (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN) ||
           g_error_matches (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG))
    msk_verdict_view_show_words (self->verdict_view, MSK_TONE_ALARM,
                                 _ ("The seal is not contained"), error->message);
  else
    msk_verdict_view_show_words (self->verdict_view, MSK_TONE_REFUSED, _ ("Not checked"),
                                 error->message);
  return TRUE;
}

static void
seal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_SEAL);
}

static void
seals_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_SEALS);
}

static void
more_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  read_more (MSK_LEDGER_PAGE (widget));
}

static void
msk_ledger_page_dispose (GObject *object)
{
  MskLedgerPage *self = MSK_LEDGER_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_LEDGER_PAGE);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (msk_ledger_page_parent_class)->dispose (object);
}

static void
msk_ledger_page_class_init (MskLedgerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_ledger_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_ledger_page_refresh;
  MSK_PAGE_CLASS (klass)->take_scan = msk_ledger_page_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);

  gtk_widget_class_install_action (widget_class, "ledger.verify", NULL, verify_action);
  gtk_widget_class_install_action (widget_class, "ledger.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "ledger.seal", NULL, seal_action);
  gtk_widget_class_install_action (widget_class, "ledger.seals", NULL, seals_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/ledger/msk-ledger-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskLedgerPage, which_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MskLedgerPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskLedgerPage, view);
  gtk_widget_class_bind_template_child (widget_class, MskLedgerPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, MskLedgerPage, seal_buttons);
  gtk_widget_class_bind_template_callback (widget_class, which_changed_cb);
}

static void
msk_ledger_page_init (MskLedgerPage *self)
{
  g_autoptr(GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->lines = g_list_store_new (MSK_TYPE_LEDGER_LINE);
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines))));
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  msk_listing_show_model (self->view, selection);
  invite (self);
}
