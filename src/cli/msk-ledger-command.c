/* msk ledger: what was done, by whom, and whether anybody changed it afterwards.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-error.h"
#include "msk-input.h"
#include "msk-json.h"
#include "msk-ledger-desk.h"
#include "msk-ledger-words.h"
#include "msk-meeting-desk.h"
#include "msk-report-output.h"
#include "msk-seal-desk.h"
#include "msk-table.h"

#define LIST_DEFAULT 50

/* The answer's list gets the verdict. meeting is 0 for the appliance's ledger. */
static gboolean
verify_one (MskCli *cli, gint64 meeting, JsonArray *ledgers, GError **error)
{
  g_autoptr(MskLedgerVerdict) verdict = msk_ledger_desk_verify (cli->session, meeting != 0, error);
  g_autofree char *name = NULL;
  JsonObject *object;

  if (verdict == NULL)
    return FALSE;

  object = msk_json_from_ledger_verdict (verdict);
  json_object_set_string_member (object, "ledger", meeting != 0 ? "meeting" : "appliance");
  if (meeting != 0)
    json_object_set_int_member (object, "meeting", meeting);
  json_array_add_object_element (ledgers, object);

  name = meeting != 0 ? g_strdup_printf (_ ("Ledger of meeting %d"), (int) meeting)
                      : g_strdup (_ ("Ledger of the appliance"));
  if (!verdict->verified)
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN,
                   _ ("%s: entry %d is not as it was written (%s); leave everything as it is and "
                      "tell the security officer."),
                   name, (int) verdict->wrong_entry,
                   verdict->reason != NULL ? verdict->reason : "");
      return FALSE;
    }

  msk_cli_say (cli, _ ("%s: %u entries, every link holds."), name, (guint) verdict->entries);
  return TRUE;
}

static gboolean
verify_meeting (MskCli *cli, gint64 id, JsonArray *ledgers, GError **error)
{
  return msk_session_open_meeting (cli->session, id, error) && verify_one (cli, id, ledgers, error);
}

static gboolean
verify_meetings (MskCli *cli, JsonArray *ledgers, GError **error)
{
  g_autoptr(GPtrArray) meetings = msk_meeting_desk_list (cli->session, error);

  if (meetings == NULL)
    return FALSE;

  for (guint i = 0; i < meetings->len; i++)
    {
      const MskMeeting *meeting = g_ptr_array_index (meetings, i);

      /* Of one that is gone only what the appliance’s ledger says of it is left. */
      if (meeting->state != MSK_MEETING_STATE_ERASED &&
          !verify_meeting (cli, meeting->id, ledgers, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
verify (MskCli *cli, GError **error)
{
  JsonArray *ledgers = json_array_new ();

  json_object_set_array_member (cli->answer, "ledgers", ledgers);

  if (!verify_one (cli, 0, ledgers, error))
    return FALSE;
  if (!cli->options.appliance && cli->options.meeting != MSK_OPTION_UNSET &&
      !verify_meeting (cli, cli->options.meeting, ledgers, error))
    return FALSE;
  if (!cli->options.appliance && cli->options.meeting == MSK_OPTION_UNSET &&
      !verify_meetings (cli, ledgers, error))
    return FALSE;

  json_object_set_boolean_member (cli->answer, "verified", TRUE);
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  const gint64 max = cli->options.max != MSK_OPTION_UNSET ? cli->options.max : LIST_DEFAULT;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(MskTable) table = NULL;
  g_autofree char *text = NULL;

  if (max < 1 || max > G_MAXINT32)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("At least one entry can be listed: check what --max says."));
      return FALSE;
    }

  if (!cli->options.appliance && !msk_cli_open_meeting (cli, error))
    return FALSE;
  lines = msk_ledger_desk_list (cli->session, !cli->options.appliance, 0, (guint) max, error);
  if (lines == NULL)
    return FALSE;

  table = msk_table_new ("", _ ("Time"), _ ("User"), _ ("Station"), _ ("Act"), _ ("Subject"),
                         _ ("Details"), NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskLedgerLine *line = g_ptr_array_index (lines, i);
      g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, line->sequence);
      g_autofree char *at = msk_table_dup_time (line->at);
      g_autofree char *subject = msk_ledger_words_dup_subject (line->subject);

      msk_table_add (table, sequence, at, line->actor, line->station,
                     msk_ledger_words_get_act (line->act), subject, line->details, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "entries", lines, (MskJsonMake) msk_json_from_ledger_line);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
seal (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_SEAL, 0, error);
}

/* The meeting that a seal is of is opened by itself, unless another was asked for. */
static gboolean
check_code (MskCli *cli, const char *code, MskSeal *read, GError **error)
{
  g_autoptr(GError) refusal = NULL;

  if (cli->options.meeting != MSK_OPTION_UNSET && !msk_cli_open_meeting (cli, error))
    return FALSE;
  if (msk_seal_desk_check (cli->session, code, read, &refusal))
    return TRUE;

  if (cli->options.meeting == MSK_OPTION_UNSET &&
      g_error_matches (refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING))
    return msk_session_open_meeting (cli->session, read->meeting_id, error) &&
           msk_seal_desk_check (cli->session, code, read, error);

  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

static gboolean
check_line (MskCli *cli, const char *code, GError **error)
{
  MskSeal read = { 0 };
  const gboolean contained = check_code (cli, code, &read, error);

  if (read.sequence != 0)
    json_object_set_object_member (cli->answer, "seal", msk_json_from_seal (&read));
  if (!contained)
    return FALSE;

  json_object_set_boolean_member (cli->answer, "contained", TRUE);
  msk_cli_say (cli,
               read.meeting_id == 0
                   ? _ ("The ledger of the appliance contains what was sealed, up to entry %d.")
                   : _ ("The ledger of the meeting contains what was sealed, up to entry %d."),
               (int) read.sequence);
  return TRUE;
}

static gboolean
check_seal (MskCli *cli, GError **error)
{
  char *code = msk_input_read_code (STDIN_FILENO);
  const gboolean contained = check_line (cli, code, error);

  msk_input_free_code (code);
  return contained;
}

static gboolean
list_seals (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) sheets = msk_seal_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Seal"), _ ("Time"), _ ("Stands on"), _ ("Entry"),
                                              _ ("Taken by"), _ ("Station"), NULL);
  g_autofree char *text = NULL;

  if (sheets == NULL)
    return FALSE;

  for (guint i = 0; i < sheets->len; i++)
    {
      const MskSealSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *number = g_strdup_printf ("%u", sheet->number);
      g_autofree char *at = msk_table_dup_time (sheet->at);
      g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, sheet->sequence);

      msk_table_add (table, number, at, msk_seal_occasion_get_label (sheet->occasion), sequence,
                     sheet->user, sheet->station, NULL);
    }

  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "seals", sheets, (MskJsonMake) msk_json_from_seal_sheet);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "verify",
      .options = MSK_OPTION_APPLIANCE,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("check every link of the appliance's ledger and of every meeting's"),
      .description = N_ ("With --meeting only the appliance's and that meeting's; with --appliance "
                         "only the appliance's."),
      .run = verify,
  },
  {
      .name = "list",
      .options = MSK_OPTION_MAX | MSK_OPTION_APPLIANCE,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list the newest entries of the meeting's ledger"),
      .run = list,
  },
  {
      .name = "seal",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("make a seal sheet: how far the ledgers have come, on paper"),
      .run = seal,
  },
  {
      .name = "seals",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the seals that were taken"),
      .run = list_seals,
  },
  {
      .name = "check-seal",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("whether the ledger still contains what a seal says"),
      .description = N_ ("Reads the code of the seal from standard input. Without --meeting the "
                         "meeting that the seal is of is opened. Nothing is written."),
      .run = check_seal,
  },
  { NULL },
};

const MskCommand msk_ledger_command = {
  .name = "ledger",
  .summary = N_ ("the unchangeable account of what was done"),
  .verbs = verbs,
};
