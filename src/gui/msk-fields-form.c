/* A form of any number of texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-fields-form.h"

#include <glib/gi18n-lib.h>

#include "msk-beside.h"
#include "msk-error.h"

struct _MskFieldsForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;

  GPtrArray *rows; /* lent, of AdwEntryRow */
  MskFieldsApply apply;
  MskFieldsSign sign;
  MskAct act;
  gpointer data;
  GDestroyNotify free_data;
};

G_DEFINE_FINAL_TYPE (MskFieldsForm, msk_fields_form, MSK_TYPE_FORM)

/* Who signs in does so anew for every attempt. */
static void
forget_secrets (MskFieldsForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (ADW_IS_PASSWORD_ENTRY_ROW (g_ptr_array_index (self->rows, i)))
      gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (self->rows, i)), "");
}

/* The texts are lent by their rows. */
static GPtrArray *
list_values (MskFieldsForm *self)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (values, (gpointer) gtk_editable_get_text (
                                 GTK_EDITABLE (g_ptr_array_index (self->rows, i))));
  g_ptr_array_add (values, NULL);
  return values;
}

static gboolean
apply_signed (MskForm *form, const MskCosigner *cosigner, GError **error)
{
  MskFieldsForm *self = MSK_FIELDS_FORM (form);
  g_autoptr(GPtrArray) values = list_values (self);

  return self->sign (form, self->data, (const char *const *) values->pdata, cosigner, error);
}

static gboolean
msk_fields_form_apply (MskForm *form, GError **error)
{
  MskFieldsForm *self = MSK_FIELDS_FORM (form);
  g_autoptr(GPtrArray) values = NULL;
  gboolean done;

  if (self->sign != NULL)
    return msk_beside_sign_in (form, g_ptr_array_index (self->rows, self->rows->len - 2),
                               g_ptr_array_index (self->rows, self->rows->len - 1), self->act,
                               apply_signed);

  values = list_values (self);
  done = self->apply (msk_form_get_page (form), self->data, (const char *const *) values->pdata,
                      error);
  if (!done)
    forget_secrets (self);
  return done;
}

static void
msk_fields_form_finalize (GObject *object)
{
  MskFieldsForm *self = MSK_FIELDS_FORM (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->free_data != NULL)
    self->free_data (self->data);

  G_OBJECT_CLASS (msk_fields_form_parent_class)->finalize (object);
}

static void
msk_fields_form_class_init (MskFieldsFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_fields_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_fields_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-fields-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskFieldsForm, group);
}

static void
msk_fields_form_init (MskFieldsForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

static void
add_row (MskFieldsForm *self, const char *title, const char *text, gboolean secret)
{
  GtkWidget *row = secret ? adw_password_entry_row_new () : adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* The first field that is still to be filled in. */
static void
focus_first_empty (MskFieldsForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (*gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}

GtkWidget *
msk_fields_form_open (MskPage *page,
                      const MskFieldsWords *words,
                      const char *const *initial,
                      gpointer data,
                      GDestroyNotify free_data)
{
  MskFieldsForm *self;
  gboolean more = initial != NULL;

  g_return_val_if_fail (words != NULL && (words->apply != NULL) != (words->sign != NULL), NULL);

  self = MSK_FIELDS_FORM (msk_form_new (MSK_TYPE_FIELDS_FORM, page));
  self->apply = words->apply;
  self->sign = words->sign;
  self->act = words->act;
  self->data = data;
  self->free_data = free_data;
  g_object_set (self, "title", words->title, "verb", words->verb, NULL);
  adw_preferences_group_set_description (self->group, words->explanation);
  for (guint i = 0; words->fields[i] != NULL; i++)
    {
      more = more && initial[i] != NULL;
      add_row (self, words->fields[i], more ? initial[i] : NULL,
               (words->secrets & (1u << i)) != 0 ||
                   (words->sign != NULL && words->fields[i + 1] == NULL));
    }
  gtk_window_present (GTK_WINDOW (self));
  focus_first_empty (self);
  return GTK_WIDGET (self);
}

gboolean
msk_fields_form_parse_count (const char *text, guint *count, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint64 value;

  if (g_ascii_string_to_unsigned (stripped, 10, 0, G_MAXINT32, &value, NULL))
    {
      *count = (guint) value;
      return TRUE;
    }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A number is wanted where another word stands: write digits, such as "
                          "12."));
  return FALSE;
}
