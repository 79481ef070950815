/* The form that shows what a file with a list would bring, and imports it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-import-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-error.h"
#include "msk-import-state.h"

struct _MskImportForm
{
  MskForm parent_instance;

  GtkWidget *reading_label;
  GtkWidget *problem_label;
  GtkWidget *file_group;
  AdwComboRow *encoding_row;
  AdwComboRow *sheet_row;
  AdwExpanderRow *columns_row;
  AdwComboRow *name_row;
  AdwComboRow *unit_row;
  AdwComboRow *post_row;
  AdwComboRow *capacity_row;
  AdwComboRow *clearance_row;
  AdwComboRow *seat_row;
  GtkLabel *count_label;
  GtkWidget *problems_box;
  GtkListBox *problems_list;
  GtkWidget *warnings_box;
  GtkListBox *warnings_list;
  GtkCheckButton *accept_check;
  GtkWidget *people_box;
  GtkColumnView *people_view;

  GBytes *file;
  GListStore *people;
  MskImportPreview *preview; /* NULL while the file is read, or could not be */
  GCancellable *cancellable; /* of the reading that is under way */
  gboolean filling;          /* the choices change, and nobody chose */
};

G_DEFINE_FINAL_TYPE (MskImportForm, msk_import_form, MSK_TYPE_FORM)

static char *
dup_name (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->name);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->unit);
}

static char *
dup_post (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->post);
}

static char *
dup_capacity (gpointer item)
{
  return g_strdup (msk_capacity_get_label (MSK_ATTENDEE (item)->capacity));
}

static char *
dup_clearance (gpointer item)
{
  return g_strdup (msk_level_get_label (MSK_ATTENDEE (item)->clearance));
}

static char *
dup_seat (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->seat);
}

static const MskColumn columns[] = {
  { N_ ("Name"), dup_name, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Post"), dup_post, NULL, TRUE, FALSE },
  { N_ ("Capacity"), dup_capacity, NULL, FALSE, FALSE },
  { N_ ("Clearance"), dup_clearance, NULL, FALSE, FALSE },
  { N_ ("Seat"), dup_seat, NULL, FALSE, FALSE },
};

static AdwComboRow *
get_column_row (MskImportForm *self, MskListColumn column)
{
  AdwComboRow *const rows[] = {
    [MSK_LIST_COLUMN_NAME] = self->name_row,
    [MSK_LIST_COLUMN_UNIT] = self->unit_row,
    [MSK_LIST_COLUMN_POST] = self->post_row,
    [MSK_LIST_COLUMN_CAPACITY] = self->capacity_row,
    [MSK_LIST_COLUMN_CLEARANCE] = self->clearance_row,
    [MSK_LIST_COLUMN_SEAT] = self->seat_row,
  };

  return rows[column];
}

static void
fill_choice (AdwComboRow *row, GStrv texts, guint selected)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new ((const char *const *) texts);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

static void
fill_remarks (GtkListBox *list, GPtrArray *remarks, guint all)
{
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (old));

  for (guint i = 0; i < remarks->len + (all > remarks->len); i++)
    {
      g_autofree char *more = NULL;
      const char *text;
      GtkWidget *label;

      if (i == remarks->len)
        more = g_strdup_printf (_ ("and %u more"), all - remarks->len);
      text = more != NULL ? more : MSK_LIST_REMARK (g_ptr_array_index (remarks, i))->text;
      label = gtk_label_new (text);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "remark");
      gtk_list_box_append (list, label);
    }
}

static void
apply_state (MskImportForm *self)
{
  const MskImportState state =
      msk_import_state_make (self->preview, gtk_check_button_get_active (self->accept_check));
  const MskAttendeeList *list = self->preview != NULL ? self->preview->list : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), state.shows_encoding);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), state.shows_sheets);
  gtk_widget_set_visible (self->file_group, state.shows_encoding || state.shows_sheets);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), list != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), list != NULL);
  gtk_widget_set_visible (self->problems_box, list != NULL && list->n_problems > 0);
  gtk_widget_set_visible (self->warnings_box, list != NULL && list->n_warnings > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_check), state.wants_answer);
  gtk_widget_set_visible (self->people_box, list != NULL && list->people->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.apply", state.can_import);
}

/* Shows how the file was read. */
static void
apply_file (MskImportForm *self)
{
  MskImportPreview *preview = self->preview;
  g_auto(GStrv) headings = msk_import_state_dup_headings (preview);
  g_auto(GStrv) encodings = msk_import_state_dup_encodings (preview);

  self->filling = TRUE;
  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    fill_choice (get_column_row (self, each), headings,
                 (guint) MAX (0, preview->list->columns.at[each] + 1));
  fill_choice (self->encoding_row, encodings, adw_combo_row_get_selected (self->encoding_row));
  fill_choice (self->sheet_row, preview->sheets, preview->sheet > 0 ? preview->sheet - 1 : 0);
  self->filling = FALSE;
}

/* Shows what the file would bring. */
static void
apply_list (MskImportForm *self)
{
  MskImportPreview *preview = self->preview;
  g_autofree char *text = msk_import_state_dup_text (preview);

  adw_expander_row_set_subtitle (self->columns_row,
                                 preview->remembered ? _ ("as they were chosen an earlier time")
                                 : preview->by_hand  ? _ ("as you chose them")
                                                     : _ ("as the first row names them"));
  if (msk_import_state_make (preview, FALSE).shows_columns)
    adw_expander_row_set_expanded (self->columns_row, TRUE);
  gtk_check_button_set_active (self->accept_check, FALSE);

  gtk_label_set_text (self->count_label, text);
  fill_remarks (self->problems_list, preview->list->problems, preview->list->n_problems);
  fill_remarks (self->warnings_list, preview->list->warnings, preview->list->n_warnings);
  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)),
                       preview->list->people->pdata, preview->list->people->len);
  apply_state (self);
}

static void
show_refusal (MskImportForm *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem_label, text != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(MskImportForm) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskImportPreview) preview = msk_import_desk_read_finish (result, &error);

  /* Another reading has begun, or the form is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  gtk_widget_set_visible (self->reading_label, FALSE);
  g_set_object (&self->preview, preview);
  show_refusal (self, error != NULL ? error->message : NULL);
  if (preview != NULL)
    {
      apply_file (self);
      apply_list (self);
    }
  else
    apply_state (self);
}

static void
start_reading (MskImportForm *self, guint sheet)
{
  const MskImportChoice choice = {
    .encoding = (MskListEncoding) adw_combo_row_get_selected (self->encoding_row),
    .sheet = sheet,
  };

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->preview);
  gtk_widget_set_visible (self->reading_label, TRUE);
  show_refusal (self, NULL);
  apply_state (self);
  msk_import_desk_read_async (msk_form_get_session (MSK_FORM (self)), self->file, &choice,
                              self->cancellable, read_cb, g_object_ref (self));
}

static void
encoding_chosen_cb (MskImportForm *self)
{
  if (!self->filling && self->file != NULL)
    start_reading (self, 0);
}

static void
sheet_chosen_cb (MskImportForm *self)
{
  if (!self->filling && self->preview != NULL)
    start_reading (self, adw_combo_row_get_selected (self->sheet_row) + 1);
}

/* As the desk reads it, or NULL when two of them are the same column, with the reason shown. */
static char *
dup_chosen_columns (MskImportForm *self)
{
  MskListColumns chosen;
  MskListColumns unused;
  g_autofree char *text = NULL;

  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    chosen.at[each] = (int) adw_combo_row_get_selected (get_column_row (self, each)) - 1;
  text = msk_list_columns_dup_text (&chosen);

  return msk_list_columns_parse (text, G_MAXINT, &unused) ? g_steal_pointer (&text) : NULL;
}

static void
column_chosen_cb (MskImportForm *self)
{
  g_autofree char *chosen = NULL;
  g_autoptr(GError) error = NULL;

  if (self->filling || self->preview == NULL)
    return;

  chosen = dup_chosen_columns (self);
  if (chosen == NULL)
    {
      show_refusal (self, _ ("Two of them are the same column: choose another for one of them."));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.apply", FALSE);
      return;
    }
  if (!msk_import_desk_choose (msk_form_get_session (MSK_FORM (self)), self->preview, chosen,
                               &error))
    {
      show_refusal (self, error->message);
      return;
    }

  show_refusal (self, NULL);
  apply_list (self);
}

static void
accepted_cb (MskImportForm *self)
{
  if (!self->filling)
    apply_state (self);
}

static gboolean
msk_import_form_apply (MskForm *form, GError **error)
{
  MskImportForm *self = MSK_IMPORT_FORM (form);
  GtkWidget *page = GTK_WIDGET (msk_form_get_page (form));
  g_autofree char *body = NULL;
  guint imported;

  if (self->preview == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY,
                           _ ("Nothing has been read yet: wait, or choose another encoding."));
      return FALSE;
    }

  imported = msk_import_desk_confirm (msk_form_get_session (form), self->preview,
                                      gtk_check_button_get_active (self->accept_check), error);
  if (imported == 0)
    {
      apply_list (self);
      return FALSE;
    }

  body = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u person was put on the list and waits for a decision.",
                                       "%u people were put on the list and wait for a decision.",
                                       imported),
                          imported);
  msk_ask_tell (page, _ ("Imported"), body);

  return TRUE;
}

static void
msk_import_form_dispose (GObject *object)
{
  MskImportForm *self = MSK_IMPORT_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->preview);
  g_clear_object (&self->people);
  g_clear_pointer (&self->file, g_bytes_unref);

  G_OBJECT_CLASS (msk_import_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, reading_label);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, file_group);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, columns_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, post_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, clearance_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, seat_row);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, count_label);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, problems_box);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, problems_list);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, warnings_list);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, accept_check);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, people_box);
  gtk_widget_class_bind_template_child (widget_class, MskImportForm, people_view);
}

static void
msk_import_form_class_init (MskImportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_import_form_dispose;
  MSK_FORM_CLASS (klass)->apply = msk_import_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/attendees/"
                                                             "msk-import-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
}

static void
msk_import_form_init (MskImportForm *self)
{
  g_autoptr(GtkSelectionModel) selection = NULL;
  g_auto(GStrv) encodings = msk_import_state_dup_encodings (NULL);

  self->people = g_list_store_new (MSK_TYPE_ATTENDEE);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choice (self->encoding_row, encodings, MSK_LIST_ENCODING_AUTOMATIC);
  self->filling = FALSE;

  selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->people))));
  msk_cells_add_columns (self->people_view, columns, G_N_ELEMENTS (columns));
  gtk_column_view_set_model (self->people_view, selection);
}

void
msk_import_form_open (MskPage *page, GBytes *file)
{
  MskImportForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && file != NULL);

  self = MSK_IMPORT_FORM (msk_form_new (MSK_TYPE_IMPORT_FORM, page));
  msk_form_set_wide (MSK_FORM (self));
  self->file = g_bytes_ref (file);
  start_reading (self, 0);
  gtk_window_present (GTK_WINDOW (self));
}
