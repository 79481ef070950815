/* A second person signs in beside the one at the desk, in a form, for one act.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-beside.h"

typedef struct
{
  MskForm *form;
  MskBesideApply apply;
} SignIn;

/* Of a form that was cancelled meanwhile, or taken down by the lock, nothing is wanted any more. */
static void
signed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autofree SignIn *sign_in = user_data;
  g_autoptr(MskForm) form = sign_in->form;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in_finish (MSK_SESSION (source), answer, &error);

  if (!msk_form_is_open (form) || !msk_page_is_alive (msk_form_get_page (form)))
    return;
  if (cosigner == NULL || sign_in->apply (form, cosigner, &error) || error != NULL)
    msk_form_finish (form, error);
}

gboolean
msk_beside_sign_in (MskForm *form,
                    GtkEditable *user,
                    GtkEditable *passphrase,
                    MskAct act,
                    MskBesideApply apply)
{
  SignIn *sign_in;

  g_return_val_if_fail (MSK_IS_FORM (form) && apply != NULL, FALSE);

  sign_in = g_new0 (SignIn, 1);
  sign_in->form = g_object_ref (form);
  sign_in->apply = apply;
  msk_form_begin_work (form);
  msk_cosigner_sign_in_async (msk_form_get_session (form), gtk_editable_get_text (user),
                              gtk_editable_get_text (passphrase), act, signed_cb, sign_in);
  gtk_editable_set_text (passphrase, "");
  return FALSE;
}
