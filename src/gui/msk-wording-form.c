/* The form in which a text gets a new version.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-wording-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-briefing-desk.h"
#include "msk-briefing-state.h"
#include "msk-time-text.h"
#include "msk-wording.h"

struct _MskWordingForm
{
  MskForm parent_instance;

  AdwComboRow *text_row;
  GtkLabel *standing_label;
  GtkLabel *meaning_label;
  GtkLabel *rules_label;
  GtkTextView *chinese_view;
  GtkTextView *english_view;

  GPtrArray *wordings;  /* of MskWording, in the order of the choices */
  MskWording *shown;    /* of them, lent: what it says is what stands in the views, once kept */
  MskTextChange change; /* of the text that is shown */
  gboolean leaving;     /* what was written may be lost */
};

G_DEFINE_FINAL_TYPE (MskWordingForm, msk_wording_form, MSK_TYPE_FORM)

static MskWording *
get_wording (MskWordingForm *self)
{
  const guint chosen = adw_combo_row_get_selected (self->text_row);

  return self->wordings != NULL && chosen < self->wordings->len
             ? g_ptr_array_index (self->wordings, chosen)
             : NULL;
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The views keep their buffers, since GTK 4.8 loses count of one that is exchanged under a screen
 * reader. */
static MskWording *
keep_shown (MskWordingForm *self)
{
  if (self->shown != NULL)
    msk_wording_take (self->shown, dup_text (self->chinese_view), dup_text (self->english_view));

  return self->shown;
}

/* gtk_text_buffer_set_text() would forget what can be undone. */
static void
write_anew (GtkTextView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
write_both (MskWordingForm *self, MskTextVersion *text)
{
  write_anew (self->chinese_view, text->chinese);
  write_anew (self->english_view, text->english);
}

static guint
count_changed (MskWordingForm *self)
{
  guint count = 0;

  keep_shown (self);
  for (guint i = 0; self->wordings != NULL && i < self->wordings->len; i++)
    count += msk_wording_is_changed (g_ptr_array_index (self->wordings, i)) ? 1 : 0;

  return count;
}

static void
apply_changed (MskWordingForm *self)
{
  MskWording *wording = keep_shown (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wording.in-force",
                                 wording != NULL && msk_wording_is_changed (wording));
}

/* Whatever comes in comes through here: typed, pasted, dropped, or said by a helper. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *at,
                const char *text,
                int length,
                MskWordingForm *self)
{
  const gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  GtkTextIter start, end;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  if (self->shown == NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  before = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (msk_wording_check_more (self->shown, before, text, bytes, &error))
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  msk_form_finish (MSK_FORM (self), error);
}

static void
show_standing (MskWordingForm *self, MskTextVersion *text)
{
  g_autofree char *since = msk_time_text_format (text->in_force_at);
  g_autofree char *standing =
      text->number == 1
          ? g_strdup_printf (_ ("Version %u is in force, as the kit brings it, since %s."),
                             text->number, since)
          : g_strdup_printf (_ ("Version %u is in force since %s, put in force by %s."),
                             text->number, since, text->set_by);
  g_autofree char *meaning =
      msk_briefing_state_dup_meaning (self->change.taken_note, self->change.lacking);

  gtk_label_set_text (self->standing_label, standing);
  gtk_label_set_text (self->meaning_label, meaning);
  gtk_label_set_text (
      self->rules_label,
      text->kind == MSK_TEXT_NOTICE
          ? _ ("The first line is the title. Then come the parts: #none, #notebook and #free, each "
               "with its heading in the same line, one for each rule for notes; and #all, which "
               "stands below every one of them.")
          : _ ("The first line is the title, and each line below it a paragraph."));
}

static void
show_chosen_cb (MskWordingForm *self)
{
  MskWording *wording = get_wording (self);
  g_autoptr(GError) error = NULL;

  keep_shown (self);
  if (wording == NULL)
    return;
  if (!msk_briefing_desk_foresee_text (msk_form_get_session (MSK_FORM (self)),
                                       wording->in_force->kind, wording->in_force->post,
                                       &self->change, &error))
    {
      msk_form_finish (MSK_FORM (self), error);
      return;
    }

  self->shown = NULL;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->chinese_view), wording->chinese, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->english_view), wording->english, -1);
  self->shown = wording;
  show_standing (self, wording->in_force);
  apply_changed (self);
}

/* What is in force now, and is shown. */
static void
show_new_version (MskWordingForm *self, MskTextVersion *text)
{
  g_set_object (&self->shown->in_force, text);
  msk_wording_take (self->shown, g_strdup (text->chinese), g_strdup (text->english));
  self->shown = NULL;
  show_chosen_cb (self);
}

/* Confirmed: the same that the terminal does. */
static void
put_in_force (GtkWidget *widget)
{
  MskWordingForm *self = MSK_WORDING_FORM (widget);
  MskSession *session = msk_form_get_session (MSK_FORM (self));
  const MskWording *wording = keep_shown (self);
  const MskTextVersion *before = wording->in_force;
  g_autoptr(MskTextVersion) text = NULL;
  g_autoptr(GError) error = NULL;

  if (msk_briefing_desk_set_text (session, before->kind, before->post, wording->chinese,
                                  wording->english, &error) != 0)
    text = msk_briefing_desk_get_text (session, before->kind, before->post, &error);
  if (text == NULL)
    msk_form_finish (MSK_FORM (self), error);
  else
    show_new_version (self, text);
}

/* Refused before anything is asked, so that nobody confirms in vain. */
static gboolean
msk_wording_form_apply (MskForm *form, GError **error)
{
  MskWordingForm *self = MSK_WORDING_FORM (form);
  const MskWording *wording = keep_shown (self);
  g_autofree char *heading = NULL;
  g_autofree char *meaning = NULL;

  if (wording == NULL ||
      !msk_briefing_desk_check_text (msk_form_get_session (form), wording->in_force->kind,
                                     wording->in_force->post, wording->chinese, wording->english,
                                     error))
    return FALSE;

  heading = g_strdup_printf (_ ("Put Version %u in Force?"), self->change.number);
  meaning = msk_briefing_state_dup_change (wording->in_force, self->change.taken_note);
  msk_ask_confirm (GTK_WIDGET (self), heading, meaning, _ ("_Put in Force"), put_in_force);
  return FALSE;
}

static void
supplied_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskWordingForm *self = MSK_WORDING_FORM (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskTextVersion) supplied = NULL;

  if (self->shown == NULL)
    return;

  supplied =
      msk_text_version_new_first (self->shown->in_force->kind, self->shown->in_force->post, &error);
  if (supplied != NULL)
    write_both (self, supplied);
  else
    msk_form_finish (MSK_FORM (self), error);
}

static void
in_force_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskWordingForm *self = MSK_WORDING_FORM (widget);

  if (self->shown != NULL)
    write_both (self, self->shown->in_force);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* The question goes away first: it stands over this form. */
static void
leave (GtkWidget *widget)
{
  MSK_WORDING_FORM (widget)->leaving = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (widget), g_object_unref);
}

/* A long text is not lost by one key. */
static gboolean
msk_wording_form_close_request (GtkWindow *window)
{
  MskWordingForm *self = MSK_WORDING_FORM (window);
  const gboolean asks = !self->leaving && !msk_form_is_abandoned (MSK_FORM (self));
  const guint changed = asks ? count_changed (self) : 0;
  g_autofree char *body = NULL;

  if (changed == 0)
    return GTK_WINDOW_CLASS (msk_wording_form_parent_class)->close_request (window);

  body = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u text was changed and not put in force: what was written "
                                       "is lost.",
                                       "%u texts were changed and not put in force: what was "
                                       "written is lost.",
                                       changed),
                          changed);
  msk_ask_confirm (GTK_WIDGET (self), _ ("Discard What Was Written?"), body, _ ("_Discard"), leave);
  return TRUE;
}

static void
msk_wording_form_finalize (GObject *object)
{
  MskWordingForm *self = MSK_WORDING_FORM (object);

  g_clear_pointer (&self->wordings, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_wording_form_parent_class)->finalize (object);
}

static void
msk_wording_form_class_init (MskWordingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_wording_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = msk_wording_form_close_request;
  MSK_FORM_CLASS (klass)->apply = msk_wording_form_apply;

  gtk_widget_class_install_action (widget_class, "wording.supplied", NULL, supplied_action);
  gtk_widget_class_install_action (widget_class, "wording.in-force", NULL, in_force_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/briefing/"
                                                             "msk-wording-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskWordingForm, text_row);
  gtk_widget_class_bind_template_child (widget_class, MskWordingForm, standing_label);
  gtk_widget_class_bind_template_child (widget_class, MskWordingForm, meaning_label);
  gtk_widget_class_bind_template_child (widget_class, MskWordingForm, rules_label);
  gtk_widget_class_bind_template_child (widget_class, MskWordingForm, chinese_view);
  gtk_widget_class_bind_template_child (widget_class, MskWordingForm, english_view);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen_cb);
}

static void
watch (MskWordingForm *self, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (apply_changed), self, G_CONNECT_SWAPPED);
}

static void
msk_wording_form_init (MskWordingForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  watch (self, self->chinese_view);
  watch (self, self->english_view);
  msk_form_set_wide (MSK_FORM (self));
  msk_form_set_staying (MSK_FORM (self));
}

static gboolean
read_texts (MskWordingForm *self, GError **error)
{
  g_autoptr(GPtrArray) texts =
                 msk_briefing_desk_list_texts (msk_form_get_session (MSK_FORM (self)), TRUE, error);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  if (texts == NULL)
    return FALSE;

  self->wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) msk_wording_free);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *title = msk_briefing_state_dup_choice (g_ptr_array_index (texts, i));

      g_ptr_array_add (self->wordings, msk_wording_new (g_ptr_array_index (texts, i)));
      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->text_row, G_LIST_MODEL (titles));
  show_chosen_cb (self);
  return TRUE;
}

void
msk_wording_form_open (MskPage *page)
{
  MskWordingForm *self = MSK_WORDING_FORM (msk_form_new (MSK_TYPE_WORDING_FORM, page));
  g_autoptr(GError) error = NULL;

  if (!read_texts (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_row));
}
