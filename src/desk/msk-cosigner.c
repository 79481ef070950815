/* Somebody who signs in beside the person at the desk, for one act alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cosigner-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-appliance.h"
#include "msk-error.h"
#include "msk-session-private.h"

void
msk_cosigner_free (MskCosigner *self)
{
  g_free (self->user);
  g_free (self);
}

/* Whose passphrase it was that was right, when their role may do it. */
static MskCosigner *
cosigner_new (MskSession *session, const char *user, MskAct act, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskCosigner) self = g_new0 (MskCosigner, 1);

  self->user = g_strdup (user);
  return appliance != NULL && msk_appliance_get_role (appliance, user, &self->role, error) &&
                 msk_role_check (self->role, act, error)
             ? g_steal_pointer (&self)
             : NULL;
}

MskCosigner *
msk_cosigner_sign_in (MskSession *session,
                      const char *user,
                      const char *passphrase,
                      MskAct act,
                      GError **error)
{
  g_return_val_if_fail (MSK_IS_SESSION (session) && user != NULL && passphrase != NULL, NULL);

  /* A dossier may outlive its meeting, so none has to be open. */
  return msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error) != NULL &&
                 msk_vault_check_passphrase (msk_session_get_vault (session), user, passphrase,
                                             error)
             ? cosigner_new (session, user, act, error)
             : NULL;
}

typedef struct
{
  char *directory;
  char *user;
  char *passphrase;
  MskAct act;
} SignIn;

static void
free_sign_in (gpointer data)
{
  SignIn *sign_in = data;

  explicit_bzero (sign_in->passphrase, strlen (sign_in->passphrase));
  g_free (sign_in->passphrase);
  g_free (sign_in->directory);
  g_free (sign_in->user);
  g_free (sign_in);
}

static void
sign_in_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const SignIn *sign_in = task_data;
  GError *error = NULL;

  if (msk_vault_check_passphrase_in (sign_in->directory, sign_in->user, sign_in->passphrase,
                                     &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
msk_cosigner_sign_in_async (MskSession *session,
                            const char *user,
                            const char *passphrase,
                            MskAct act,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, NULL, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);
  GError *error = NULL;

  g_return_if_fail (MSK_IS_SESSION (session) && user != NULL && passphrase != NULL);

  sign_in->directory = g_strdup (msk_session_get_directory (session));
  sign_in->user = g_strdup (user);
  sign_in->passphrase = g_strdup (passphrase);
  sign_in->act = act;
  g_task_set_source_tag (task, msk_cosigner_sign_in_async);
  g_task_set_task_data (task, sign_in, free_sign_in);
  if (msk_session_require_appliance (session, MSK_ACT_MEETING_READ, &error) != NULL)
    g_task_run_in_thread (task, sign_in_in_thread);
  else
    g_task_return_error (task, error);
}

MskCosigner *
msk_cosigner_sign_in_finish (MskSession *session, GAsyncResult *answer, GError **error)
{
  const SignIn *sign_in;

  g_return_val_if_fail (g_task_is_valid (answer, session), NULL);

  sign_in = g_task_get_task_data (G_TASK (answer));
  return g_task_propagate_boolean (G_TASK (answer), error)
             ? cosigner_new (session, sign_in->user, sign_in->act, error)
             : NULL;
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
