/* A form of any number of texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_FIELDS_FORM (msk_fields_form_get_type ())
G_DECLARE_FINAL_TYPE (MskFieldsForm, msk_fields_form, MSK, FIELDS_FORM, MskForm)

/* Does it; values are those of the fields, in their order. */
typedef gboolean (*MskFieldsApply) (MskPage *page,
                                    gpointer data,
                                    const char *const *values,
                                    GError **error);

/* Does what a second person signed in for, too: the last two values are empty. TRUE closes the
 * form; FALSE without an error means that msk_form_finish() is called later. */
typedef gboolean (*MskFieldsSign) (MskForm *form,
                                   gpointer data,
                                   const char *const *values,
                                   const MskCosigner *cosigner,
                                   GError **error);

/* Texts are translated. Either apply or sign is there. */
typedef struct
{
  const char *title;
  const char *explanation;   /* or NULL */
  const char *verb;          /* with a mnemonic, like the fields */
  const char *const *fields; /* ends with NULL */
  MskFieldsApply apply;
  guint secrets; /* the fields that are passphrases: a set of 1 << position */

  /* The last two fields are the name and the passphrase of the second person. */
  MskFieldsSign sign;
  MskAct act; /* that their role has to allow */
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
