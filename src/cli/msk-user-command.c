/* msk user: accounts, and who may do what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-input.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-table.h"
#include "msk-user-desk.h"

static gboolean
add (MskCli *cli, GError **error)
{
  const char *name = cli->arguments[0];
  int role;

  if (!msk_enum_parse (MSK_TYPE_ROLE, cli->options.role, &role))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such role: “msk user add --help” lists them."));
      return FALSE;
    }
  if (!msk_user_desk_add (cli->session, name, (MskRole) role, cli->new_passphrase, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "user", name);
  json_object_set_string_member (cli->answer, "role", cli->options.role);
  msk_cli_say (cli, _ ("%s can sign in as %s."), name, msk_role_get_label ((MskRole) role));
  return TRUE;
}

static gboolean
remove_user (MskCli *cli, GError **error)
{
  const char *name = cli->arguments[0];

  if (!msk_user_desk_remove (cli->session, name, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "removed", name);
  msk_cli_say (cli, _ ("%s can sign in no more."), name);
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) users = msk_user_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Name"), _ ("Role"), _ ("Since"), "", NULL);
  g_autofree char *text = NULL;

  if (users == NULL)
    return FALSE;

  for (guint i = 0; i < users->len; i++)
    {
      const MskUser *user = g_ptr_array_index (users, i);
      g_autofree char *since = msk_table_dup_time (user->added_at);

      msk_table_add (table, user->name, msk_role_get_label (user->role), since,
                     user->removed     ? _ ("removed")
                     : user->has_badge ? _ ("badge")
                                       : "",
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "users", users, (MskJsonMake) msk_json_from_user);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
change_passphrase (MskCli *cli, GError **error)
{
  if (!msk_user_desk_change_passphrase (cli->session, cli->passphrase, cli->new_passphrase, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "user", msk_session_get_user (cli->session));
  msk_cli_say (cli, _ ("The passphrase is changed; the old one is of no use any more."));
  return TRUE;
}

/* Whoever but this account had a badge before and has none now, or NULL. Lends from before. */
static const char *
find_former (GPtrArray *before, GPtrArray *after, const char *name)
{
  for (guint i = 0; i < before->len; i++)
    {
      const MskUser *old = g_ptr_array_index (before, i);

      for (guint j = 0; old->has_badge && j < after->len; j++)
        {
          const MskUser *now = g_ptr_array_index (after, j);

          if (g_str_equal (now->name, old->name) && !g_str_equal (now->name, name) &&
              !now->has_badge)
            return old->name;
        }
    }

  return NULL;
}

/* The code comes on standard input, since every process sees what stands on a command line. */
static gboolean
set_badge (MskCli *cli, GError **error)
{
  const char *name = cli->arguments[0];
  g_autoptr(GPtrArray) before = msk_user_desk_list (cli->session, error);
  g_autoptr(GPtrArray) after = NULL;
  const char *former;
  char *code;
  gboolean done;

  if (before == NULL)
    return FALSE;

  code = msk_input_read_code (STDIN_FILENO);
  done = msk_user_desk_set_badge (cli->session, name, code, error);
  msk_input_free_code (code);
  after = done ? msk_user_desk_list (cli->session, error) : NULL;
  if (after == NULL)
    return FALSE;

  former = find_former (before, after, name);

  json_object_set_string_member (cli->answer, "user", name);
  json_object_set_boolean_member (cli->answer, "badge", TRUE);
  msk_json_set_text (cli->answer, "former_user", former != NULL ? former : "");
  msk_cli_say (cli, _ ("%s signs in with this badge and the passphrase."), name);
  if (former != NULL)
    msk_cli_say (cli, _ ("Until now it was the badge of %s, who signs in by name from now on."),
                 former);
  return TRUE;
}

static gboolean
clear_badge (MskCli *cli, GError **error)
{
  const char *name = cli->arguments[0];

  if (!msk_user_desk_set_badge (cli->session, name, NULL, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "user", name);
  json_object_set_boolean_member (cli->answer, "badge", FALSE);
  msk_cli_say (cli, _ ("%s signs in by name and passphrase."), name);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "add",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .required = MSK_OPTION_ROLE,
      .options = MSK_OPTIONS_NEW_PASSPHRASE,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("add an account with a role and a first passphrase"),
      .description = N_ ("The name of an account can be seen by every process while the command "
                         "runs: give one that says nothing, such as desk1."),
      .run = add,
  },
  {
      .name = "remove",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("end an account; its name stays in the ledger"),
      .run = remove_user,
  },
  {
      .name = "list",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list the accounts"),
      .run = list,
  },
  {
      .name = "passphrase",
      .options = MSK_OPTIONS_NEW_PASSPHRASE,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("change your own passphrase"),
      .run = change_passphrase,
  },
  {
      .name = "badge",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("assign a badge, whose code is read from standard input, to an account"),
      .description = N_ ("At the window's lock it then stands for the name: the badge is scanned, "
                         "and the passphrase typed. It has to count in the meeting."),
      .run = set_badge,
  },
  {
      .name = "no-badge",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("take the badge of an account away"),
      .run = clear_badge,
  },
  { NULL },
};

const MskCommand msk_user_command = {
  .name = "user",
  .summary = N_ ("accounts and roles"),
  .verbs = verbs,
};
