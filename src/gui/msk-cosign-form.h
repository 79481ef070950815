/* The form in which a second person signs in beside the one at the desk, for one act.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_COSIGN_FORM (msk_cosign_form_get_type ())
G_DECLARE_FINAL_TYPE (MskCosignForm, msk_cosign_form, MSK, COSIGN_FORM, MskForm)

/* Does what the second person signed in for. */
typedef gboolean (*MskCosignApply) (MskPage *page,
                                    gint64 id,
                                    const MskCosigner *cosigner,
                                    GError **error);

/* Begins it, as long work of the page, which is cancelled when the form closes; msk_form_finish()
 * and msk_page_end_work() end it. text is what was typed in the field of the words, or "". */
typedef void (*MskCosignBegin) (MskForm *form,
                                const MskCosigner *cosigner,
                                const char *text,
                                GCancellable *cancellable);

/* Texts are translated. */
typedef struct
{
  const char *title;
  const char *explanation;
  const char *verb;     /* with a mnemonic */
  MskAct act;           /* that their role has to allow */
  MskCosignApply apply; /* or NULL, where begin is called instead */
  MskCosignBegin begin;
  const char *field; /* a further one, with a mnemonic, or NULL */
  const char *text;  /* that stands in it, or NULL */
} MskCosignWords;

/* Opens it over the page's window; id is handed on. */
void msk_cosign_form_open (MskPage *page, const MskCosignWords *words, gint64 id);

G_END_DECLS
