/* msk: the kit from a terminal, for provisioning, checks and automation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "msk-cli.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-process.h"

static void
report_error (MskCli *cli, const GError *error)
{
  JsonObject *member;

  if (!cli->options.json || cli->answered)
    {
      fprintf (stderr, "msk: %s\n", error->message);
      return;
    }

  member = json_object_new ();
  json_object_set_string_member (member, "code", msk_error_get_name (error));
  json_object_set_string_member (member, "message", error->message);
  json_object_set_object_member (cli->answer, "error", member);
}

static gboolean
run (MskCli *cli, char **argv, GError **error)
{
  if (!msk_process_harden (error) || !msk_cli_init (cli, argv, error))
    return FALSE;
  if (cli->verb == NULL || cli->options.help)
    return TRUE;

  return msk_cli_prepare (cli, error) && cli->verb->run (cli, error);
}

/* An answer that did not arrive is a failure, however well the work went. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return status;

  fprintf (stderr, "msk: %s\n",
           _ ("The answer could not be written: look in the register for what was done."));
  return status != 0 ? status : 4;
}

int
main (int argc, char **argv)
{
  MskCli cli = { 0 };
  g_autoptr(GError) error = NULL;
  int status = 0;
  gboolean is_silent;

  g_set_prgname ("msk");
  msk_process_init_language ();

  if (!run (&cli, argv, &error))
    {
      status = msk_error_get_exit_status (error);
      report_error (&cli, error);
    }

  is_silent = cli.answered || (error == NULL && (cli.options.help || cli.options.version));
  if (cli.options.json && !is_silent)
    msk_json_print (cli.answer);

  msk_cli_clear (&cli);
  return finish_output (status);
}
