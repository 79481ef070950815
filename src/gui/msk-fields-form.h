/* A form of any number of texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_FIELDS_FORM (msk_fields_form_get_type ())
G_DECLARE_FINAL_TYPE (MskFieldsForm, msk_fields_form, MSK, FIELDS_FORM, MskForm)

/* Does it; values are those of the fields, in their order. */
typedef gboolean (*MskFieldsApply) (MskPage *page,
                                    gpointer data,
                                    const char *const *values,
                                    GError **error);

/* Texts are translated. */
typedef struct
{
  const char *title;
  const char *explanation;   /* or NULL */
  const char *verb;          /* with a mnemonic, like the fields */
  const char *const *fields; /* ends with NULL */
  MskFieldsApply apply;
  guint secrets; /* the fields that are passphrases: a set of 1 << position */
} MskFieldsWords;

/* Opens it over the page's window. initial fills in the fields (shorter, or NULL, for less); data
 * is freed with the form. GTK owns the form. */
GtkWidget *msk_fields_form_open (MskPage *page,
                                 const MskFieldsWords *words,
                                 const char *const *initial,
                                 gpointer data,
                                 GDestroyNotify free_data);

/* A whole number as somebody typed it. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_fields_form_parse_count (const char *text, guint *count, GError **error);

G_END_DECLS
