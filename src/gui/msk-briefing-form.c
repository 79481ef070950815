/* The form in which people take note of texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-briefing-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-briefing-desk.h"
#include "msk-briefing-state.h"
#include "msk-text-form.h"
#include "msk-text-pane.h"

struct _MskBriefingForm
{
  MskForm parent_instance;

  GtkLabel *people_label;
  GtkLabel *standing_label;
  GtkListBox *texts_box;
  MskTextPane *pane;
  GtkWidget *how_group;
  AdwComboRow *manner_row;
  GtkWidget *reference_row;
  GtkWidget *annul_button;

  GArray *people; /* NULL for everybody who lacks it */
  gboolean inside;
  GPtrArray *lines;            /* of MskPledgeLine: of the people, or of all */
  GPtrArray *acknowledgements; /* of one person, or NULL for several */
  GListStore *texts;
  GHashTable *lacking; /* gint64 id of a text to how many lack it */
};

G_DEFINE_FINAL_TYPE (MskBriefingForm, msk_briefing_form, MSK_TYPE_FORM)

/* In the order in which they are wanted. */
static const MskManner manners[] = { MSK_MANNER_IN_THE_ROOM, MSK_MANNER_ON_PAPER };

static MskManner
get_manner (MskBriefingForm *self)
{
  const guint selected = adw_combo_row_get_selected (self->manner_row);

  return selected < G_N_ELEMENTS (manners) ? manners[selected] : MSK_MANNER_IN_THE_ROOM;
}

static void
manner_chosen_cb (MskBriefingForm *self)
{
  gtk_widget_set_visible (self->reference_row, get_manner (self) == MSK_MANNER_ON_PAPER);
}

/* For how many a text would be recorded; -1 with an error. */
static int
count_lacking (MskBriefingForm *self, MskTextVersion *text, GError **error)
{
  const MskAcknowledgeDraft draft = { .kind = text->kind,
                                      .post = text->post,
                                      .inside = self->inside };

  if (self->people != NULL)
    return (int) msk_briefing_state_count_lacking (self->lines, text);

  return msk_briefing_desk_count_lacking (msk_form_get_session (MSK_FORM (self)), &draft, error);
}

static guint
get_lacking (MskBriefingForm *self, MskTextVersion *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lacking, &text->id));
}

static MskAcknowledgement *
get_record (MskBriefingForm *self, MskTextVersion *text)
{
  return self->acknowledgements == NULL || text == NULL
             ? NULL
             : msk_briefing_state_find (self->acknowledgements, text);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskBriefingForm *self = MSK_BRIEFING_FORM (user_data);
  MskTextVersion *text = MSK_TEXT_VERSION (item);
  const guint lacking = get_lacking (self, text);
  const MskLook look = msk_briefing_state_look (lacking > 0);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (look.icon_name);
  g_autofree char *title = msk_briefing_state_dup_title (text);
  g_autofree char *standing = self->acknowledgements != NULL
                                  ? msk_briefing_state_dup_standing (self->acknowledgements, text)
                                  : g_strdup_printf (_ ("not acknowledged yet by: %u"), lacking);

  gtk_widget_add_css_class (image, look.css_class);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), standing);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
apply_state (MskBriefingForm *self)
{
  MskPage *page = msk_form_get_page (MSK_FORM (self));
  MskTextVersion *shown = msk_text_pane_get_shown (self->pane);
  const gboolean records = msk_page_may (page, MSK_ACT_ACKNOWLEDGE);

  gtk_widget_set_visible (self->how_group, records);
  gtk_widget_set_visible (self->annul_button, msk_page_may (page, MSK_ACT_ACKNOWLEDGE_ANNUL) &&
                                                  self->acknowledgements != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.apply",
                                 records && shown != NULL && get_lacking (self, shown) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.annul",
                                 get_record (self, shown) != NULL);
}

static void
selected_cb (GtkListBox *box, GtkListBoxRow *row, MskBriefingForm *self)
{
  g_autoptr(MskTextVersion) text =
                 row == NULL ? NULL
                             : g_list_model_get_item (G_LIST_MODEL (self->texts),
                                                      (guint) gtk_list_box_row_get_index (row));

  msk_text_pane_show (self->pane, text);
  apply_state (self);
}

static void
activated_cb (GtkListBox *box, GtkListBoxRow *row, MskBriefingForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.apply", NULL);
}

/* The keyboard goes to the first text that is missing, or else to the first. */
static void
select_missing (MskBriefingForm *self)
{
  guint wanted = 0;
  guint missing = 0;
  GtkListBoxRow *row;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->texts)); i-- > 0;)
    {
      g_autoptr(MskTextVersion) text = g_list_model_get_item (G_LIST_MODEL (self->texts), i);

      if (get_lacking (self, text) == 0)
        continue;
      wanted = i;
      missing++;
    }

  gtk_label_set_text (self->standing_label,
                      missing == 0
                          ? _ ("Nothing is missing.")
                          : _ ("Show each text that is missing, or let it be heard or signed, and "
                               "record it. Only the text shown is recorded."));
  row = gtk_list_box_get_row_at_index (self->texts_box, (int) wanted);
  gtk_list_box_select_row (self->texts_box, row);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  apply_state (self);
}

static gboolean
is_chosen (MskBriefingForm *self, const MskPledgeLine *line)
{
  if (self->people == NULL)
    return TRUE;
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == line->attendee->id)
      return TRUE;

  return FALSE;
}

/* Reads the lines of the people, and of one person the register. */
static gboolean
read_people (MskBriefingForm *self, GError **error)
{
  MskSession *session = msk_form_get_session (MSK_FORM (self));
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list (session, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len;)
    if (is_chosen (self, g_ptr_array_index (lines, i)))
      i++;
    else
      g_ptr_array_remove_index (lines, i);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  g_clear_pointer (&self->acknowledgements, g_ptr_array_unref);
  if (self->people == NULL || self->people->len != 1)
    return TRUE;

  self->acknowledgements =
      msk_briefing_desk_list_register (session, g_array_index (self->people, gint64, 0), error);
  return self->acknowledgements != NULL;
}

static gboolean
count_all (MskBriefingForm *self, GPtrArray *texts, GError **error)
{
  g_hash_table_remove_all (self->lacking);
  for (guint i = 0; i < texts->len; i++)
    {
      MskTextVersion *text = g_ptr_array_index (texts, i);
      const int count = count_lacking (self, text, error);
      gint64 *key;

      if (count < 0)
        return FALSE;
      key = g_new (gint64, 1);
      *key = text->id;
      g_hash_table_insert (self->lacking, key, GUINT_TO_POINTER ((guint) count));
    }

  return TRUE;
}

static gboolean
read_all (MskBriefingForm *self, GError **error)
{
  g_autoptr(GPtrArray) texts = NULL;
  g_autoptr(GPtrArray) owed = NULL;

  if (!read_people (self, error))
    return FALSE;
  texts = msk_briefing_desk_list_texts (msk_form_get_session (MSK_FORM (self)), TRUE, error);
  if (texts == NULL)
    return FALSE;

  owed = msk_briefing_state_dup_owed (texts, self->lines);
  if (!count_all (self, owed, error))
    return FALSE;
  g_list_store_splice (self->texts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->texts)),
                       owed->pdata, owed->len);
  return TRUE;
}

static void
show_people (MskBriefingForm *self)
{
  g_autofree char *names = NULL;

  if (self->people != NULL)
    names = msk_briefing_state_dup_names (self->lines);
  else
    names =
        g_strdup (self->inside ? _ ("Everybody who is inside by the door’s register and lacks it")
                               : _ ("Everybody who is approved and lacks it"));
  gtk_label_set_text (self->people_label, names);
}

/* What is shown is recorded; the form stays for the next text. */
static gboolean
msk_briefing_form_apply (MskForm *form, GError **error)
{
  MskBriefingForm *self = MSK_BRIEFING_FORM (form);
  MskTextVersion *shown = msk_text_pane_get_shown (self->pane);
  const MskManner manner = get_manner (self);
  MskAcknowledgeDraft draft = {
    .manner = manner,
    .reference = manner == MSK_MANNER_ON_PAPER
                     ? gtk_editable_get_text (GTK_EDITABLE (self->reference_row))
                     : "",
    .inside = self->inside,
  };

  if (shown == NULL)
    return FALSE;

  draft.kind = shown->kind;
  draft.post = shown->post;
  draft.number = shown->number;
  if (msk_briefing_desk_acknowledge (msk_form_get_session (form), &draft, self->people, error) < 0)
    return FALSE;

  if (read_all (self, error))
    select_missing (self);
  return FALSE;
}

static gboolean
annul (MskPage *page, GPtrArray *records, const char *reason, const char *second, GError **error)
{
  const MskAcknowledgement *record = g_ptr_array_index (records, 0);

  return msk_briefing_desk_annul (msk_page_get_session (page), record->id, reason, error);
}

static void
annul_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskBriefingForm *self = MSK_BRIEFING_FORM (widget);
  MskAcknowledgement *record = get_record (self, msk_text_pane_get_shown (self->pane));
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(MskPage) page = g_object_ref (msk_form_get_page (MSK_FORM (self)));
  const MskTextFormWords words = {
    _ ("Take Back a Record"),
    _ ("The entry was a mistake: it stays in the register, and the person lacks the text again."),
    _ ("_Take Back"),
    _ ("Reason"),
    NULL,
    annul
  };

  if (record == NULL)
    return;

  g_ptr_array_add (records, g_object_ref (record));
  gtk_window_destroy (GTK_WINDOW (self));
  msk_text_form_open (page, &words, records);
}

static void
msk_briefing_form_finalize (GObject *object)
{
  MskBriefingForm *self = MSK_BRIEFING_FORM (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->acknowledgements, g_ptr_array_unref);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->lacking, g_hash_table_unref);

  G_OBJECT_CLASS (msk_briefing_form_parent_class)->finalize (object);
}

static void
msk_briefing_form_class_init (MskBriefingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_briefing_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_briefing_form_apply;

  g_type_ensure (MSK_TYPE_TEXT_PANE);
  gtk_widget_class_install_action (widget_class, "briefing.annul", NULL, annul_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/briefing/"
                                                             "msk-briefing-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, people_label);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, standing_label);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, texts_box);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, pane);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, how_group);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, manner_row);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, reference_row);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingForm, annul_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, manner_chosen_cb);
}

static void
msk_briefing_form_init (MskBriefingForm *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  self->texts = g_list_store_new (MSK_TYPE_TEXT_VERSION);
  self->lacking = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (manners); i++)
    gtk_string_list_append (labels, msk_manner_get_label (manners[i]));
  adw_combo_row_set_model (self->manner_row, G_LIST_MODEL (labels));
  gtk_list_box_bind_model (self->texts_box, G_LIST_MODEL (self->texts), create_row, self, NULL);
  manner_chosen_cb (self);
  msk_form_set_wide (MSK_FORM (self));
  msk_form_set_staying (MSK_FORM (self));
}

void
msk_briefing_form_open (MskPage *page, const GArray *people, gboolean inside)
{
  MskBriefingForm *self = MSK_BRIEFING_FORM (msk_form_new (MSK_TYPE_BRIEFING_FORM, page));
  g_autoptr(GError) error = NULL;

  self->people = people == NULL ? NULL : g_array_copy ((GArray *) people);
  self->inside = inside;
  if (!read_all (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  show_people (self);
  gtk_window_present (GTK_WINDOW (self));
  select_missing (self);
}
