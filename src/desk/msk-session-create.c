/* Where a vault lies, and making one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-session.h"
#include "msk-vault.h"

#define USER_MAX_CHARS 64

static const MskKeyWork *
get_work (MskKeyCost cost)
{
  switch (cost)
    {
    case MSK_KEY_COST_INTERACTIVE:
      return &msk_key_work_interactive;
    case MSK_KEY_COST_SENSITIVE:
      return &msk_key_work_sensitive;
    case MSK_KEY_COST_MODERATE:
    default:
      return &msk_key_work_moderate;
    }
}

char *
msk_session_dup_default_directory (void)
{
  return g_build_filename (g_get_user_data_dir (), "meeting-secrecy-kit", NULL);
}

gboolean
msk_session_has_vault (const char *directory)
{
  g_return_val_if_fail (directory != NULL, FALSE);

  return msk_vault_exists (directory);
}

gboolean
msk_session_create_vault (const char *directory,
                          const char *user,
                          const char *passphrase,
                          MskKeyCost cost,
                          GError **error)
{
  MskActor actor = {
    .user = user,
    .role = MSK_ROLE_SECURITY_OFFICER,
    .station = "set-up",
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };

  g_return_val_if_fail (directory != NULL && user != NULL && passphrase != NULL, FALSE);

  if (*user == '\0' || !g_utf8_validate (user, -1, NULL) ||
      g_utf8_strlen (user, -1) > USER_MAX_CHARS)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                   _ ("Give a user name of one to %d characters."), USER_MAX_CHARS);
      return FALSE;
    }

  return msk_vault_create (directory, &actor, passphrase, get_work (cost), error);
}
