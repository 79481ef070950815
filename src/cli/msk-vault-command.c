/* msk vault: making a vault, and whether there is one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-desk-enum-types.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

static gboolean
parse_cost (const char *name, MskKeyCost *cost, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_KEY_COST, name, &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such cost: give interactive, moderate or sensitive."));
      return FALSE;
    }

  *cost = (MskKeyCost) value;
  return TRUE;
}

static gboolean
create (MskCli *cli, GError **error)
{
  g_autofree char *vault = msk_cli_dup_vault (cli);
  const char *user = cli->options.user;
  MskKeyCost cost = MSK_KEY_COST_MODERATE;

  if ((cli->options.cost != NULL && !parse_cost (cli->options.cost, &cost, error)) ||
      !msk_session_create_vault (vault, user, cli->passphrase, cost, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "vault", vault);
  json_object_set_string_member (cli->answer, "user", user);
  json_object_set_string_member (cli->answer, "role",
                                 msk_enum_get_name (MSK_TYPE_ROLE, MSK_ROLE_SECURITY_OFFICER));
  msk_cli_say (cli,
               _ ("The vault was made in %s. %s is its security officer, and adds the others."),
               vault, user);
  return TRUE;
}

static gboolean
show_session (MskCli *cli, GError **error)
{
  MskRole role;

  if (!msk_cli_sign_in (cli, error))
    return FALSE;

  role = msk_session_get_role (cli->session);
  json_object_set_string_member (cli->answer, "user", msk_session_get_user (cli->session));
  json_object_set_string_member (cli->answer, "role",
                                 msk_enum_get_name (MSK_TYPE_ROLE, (int) role));
  msk_cli_say (cli, _ ("%s can unlock it, as %s."), msk_session_get_user (cli->session),
               msk_role_get_label (role));
  return TRUE;
}

static gboolean
show_status (MskCli *cli, GError **error)
{
  g_autofree char *vault = msk_cli_dup_vault (cli);
  const gboolean exists = msk_session_has_vault (vault);

  json_object_set_string_member (cli->answer, "vault", vault);
  json_object_set_boolean_member (cli->answer, "exists", exists);
  msk_cli_say (cli, exists ? _ ("There is a vault in %s.") : _ ("There is no vault in %s."), vault);

  return !exists || cli->options.user == NULL || show_session (cli, error);
}

static const MskVerb verbs[] = {
  {
      .name = "create",
      .options = MSK_OPTION_COST,
      .need = MSK_NEED_PASSPHRASE,
      .summary = N_ ("make a vault whose first account, --user, is a security officer's"),
      .run = create,
  },
  {
      .name = "status",
      .summary = N_ ("say whether there is a vault, and whether --user can unlock it"),
      .run = show_status,
  },
  { NULL },
};

const MskCommand msk_vault_command = {
  .name = "vault",
  .summary = N_ ("the encrypted folder that holds everything"),
  .verbs = verbs,
};
