/* The form of somebody who counts what is brought back (清退).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-page-count.h"

G_BEGIN_DECLS

#define MSK_TYPE_RETURN_FORM (msk_return_form_get_type ())
G_DECLARE_FINAL_TYPE (MskReturnForm, msk_return_form, MSK, RETURN_FORM, MskForm)

/* Takes what was counted. A refusal is shown, and the next number is typed over the one that was
 * refused. */
typedef gboolean (*MskReturnFormApply) (MskPage *page,
                                        gpointer data,
                                        const MskPageCount *count,
                                        GError **error);

/* Texts are translated. */
typedef struct
{
  const char *title;
  const char *explanation;
  const char *verb;   /* with a mnemonic, like the next */
  const char *remark; /* what is written besides */
  MskReturnFormApply apply;
} MskReturnFormWords;

/* Opens it over the page's window, with the keyboard where the number goes. data is freed with the
 * form. GTK owns the form. */
GtkWidget *msk_return_form_open (MskPage *page,
                                 const MskReturnFormWords *words,
                                 gpointer data,
                                 GDestroyNotify free_data);

G_END_DECLS
