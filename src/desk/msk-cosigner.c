/* Somebody who signs in beside the person at the desk, for one act alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cosigner-private.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-error.h"
#include "msk-session-private.h"

void
msk_cosigner_free (MskCosigner *self)
{
  g_free (self->user);
  g_free (self);
}

MskCosigner *
msk_cosigner_sign_in (MskSession *session,
                      const char *user,
                      const char *passphrase,
                      MskAct act,
                      GError **error)
{
  g_autoptr(MskCosigner) self = g_new0 (MskCosigner, 1);
  MskVault *vault;

  g_return_val_if_fail (MSK_IS_SESSION (session) && user != NULL && passphrase != NULL, NULL);

  /* A dossier may outlive its meeting, so none has to be open. */
  if (msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error) == NULL)
    return NULL;

  vault = msk_session_get_vault (session);
  self->user = g_strdup (user);
  if (!msk_vault_check_passphrase (vault, user, passphrase, error) ||
      !msk_appliance_get_role (msk_vault_get_appliance (vault), user, &self->role, error) ||
      !msk_role_check (self->role, act, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
msk_cosigner_check_other (const MskCosigner *self, MskSession *session, GError **error)
{
  if (!g_str_equal (self->user, msk_session_get_user (session)))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("That is who is signed in already: a second person has to sign in with "
                          "their own name and passphrase."));
  return FALSE;
}

void
msk_cosigner_act_in (const MskCosigner *self, MskTransaction *transaction)
{
  transaction->actor.user = self->user;
  transaction->actor.role = self->role;
}
