/* A verdict of the desk as the answer of a program, or as the error that ends it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-verdict-error.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"

gboolean
msk_verdict_check (const MskVerdict *verdict, GError **error)
{
  const struct
  {
    GQuark domain;
    GType type;
  } domains[] = {
    { MSK_RULE_ERROR, MSK_TYPE_RULE_ERROR },
    { MSK_INPUT_ERROR, MSK_TYPE_INPUT_ERROR },
    { MSK_ACCESS_ERROR, MSK_TYPE_ACCESS_ERROR },
    { MSK_SYSTEM_ERROR, MSK_TYPE_SYSTEM_ERROR },
  };
  int code;

  if (verdict->tone == MSK_TONE_DONE || verdict->tone == MSK_TONE_WAITING)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (msk_enum_parse (domains[i].type, verdict->code, &code))
      {
        g_set_error_literal (error, domains[i].domain, code, verdict->text);
        return FALSE;
      }

  /* The desk promises the name of a refusal. */
  g_return_val_if_reached (FALSE);
}

gboolean
msk_verdict_answer (MskCli *cli, const MskVerdict *verdict, GError **error)
{
  if (verdict == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "verdict", msk_json_from_verdict (verdict));
  if (!msk_verdict_check (verdict, error))
    return FALSE;

  msk_cli_say (cli, "%s", verdict->headline);
  msk_cli_say (cli, "%s", verdict->text);
  return TRUE;
}
