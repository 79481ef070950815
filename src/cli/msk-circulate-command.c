/* msk circulate: turns of readers in the reading room, the chase list, and loan slips (L1–L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-circulation-desk.h"
#include "msk-circulation-json.h"
#include "msk-cli.h"
#include "msk-json.h"
#include "msk-override-verbs.h"
#include "msk-scan-loop.h"
#include "msk-sweep-zone-desk.h"
#include "msk-table.h"
#include "msk-verdict-error.h"

static const MskDraftKey end_keys[] = {
  { "pages", MSK_DRAFT_COUNT, TRUE, N_ ("how many pages were counted") },
  { "signature", MSK_DRAFT_TEXT, TRUE, N_ ("the full name that the reader signed with") },
  { NULL },
};

static const MskDraftKey slip_keys[] = {
  { "what", MSK_DRAFT_TEXT, TRUE, N_ ("what is taken out of the folder") },
  { "sheets", MSK_DRAFT_COUNT, TRUE, N_ ("how many sheets that are") },
  { "purpose", MSK_DRAFT_TEXT, TRUE, N_ ("what for, and where it goes") },
  { NULL },
};

static const MskDraftKey slip_back_keys[] = {
  { "sheets", MSK_DRAFT_COUNT, TRUE, N_ ("how many sheets were counted") },
  { NULL },
};

static gboolean
scan (MskCli *cli, GError **error)
{
  cli->answered = TRUE;
  return msk_scan_loop_run (cli->session, MSK_SCAN_CIRCULATE, MSK_SWEEP_ZONE_FIRST,
                            cli->options.commands, STDIN_FILENO, error);
}

static gboolean
start (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_CIRCULATE);
  g_autoptr(MskVerdict) person = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;

  person = msk_scan_desk_choose_person (desk, cli->options.person, error);
  if (person == NULL || person->tone != MSK_TONE_WAITING)
    return msk_verdict_answer (cli, person, error);

  verdict = msk_scan_desk_choose_copy (desk, number, error);
  /* Met again in the turn of the same person: nothing has begun. */
  if (verdict != NULL && verdict->tone == MSK_TONE_WAITING)
    {
      g_autoptr(MskVerdict) again = msk_scan_desk_choose_person (desk, cli->options.person, error);

      return msk_verdict_answer (cli, again, error);
    }
  return msk_verdict_answer (cli, verdict, error);
}

static gboolean
end (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_CIRCULATE);
  g_autoptr(MskVerdict) verdict = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;

  verdict = msk_scan_desk_end_turn (desk, number, msk_draft_get_count (cli->draft, "pages", 0),
                                    msk_draft_get_text (cli->draft, "signature", ""), error);
  return msk_verdict_answer (cli, verdict, error);
}

static void
say_turns (MskCli *cli, GPtrArray *turns)
{
  const gint64 now = msk_session_get_now (cli->session);
  JsonArray *list = json_array_new ();
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Copy"), _ ("Paper"), _ ("Turn"), _ ("Reader"), _ ("Unit"),
                                _ ("Begun"), _ ("Due"), _ ("Standing"), _ ("Ended"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < turns->len; i++)
    {
      const MskTurn *turn = g_ptr_array_index (turns, i);
      g_autofree char *number = msk_copy_number_dup_text (turn->number);
      g_autofree char *ordinal = g_strdup_printf ("%u", turn->ordinal);
      g_autofree char *begun = msk_table_dup_time (turn->started_at);
      g_autofree char *due = msk_table_dup_time (turn->due_at);
      g_autofree char *ended = msk_table_dup_time (turn->ended_at);

      msk_table_add (table, number, turn->document_number, ordinal, turn->reader, turn->unit, begun,
                     due,
                     turn->is_open ? msk_turn_standing_get_label (msk_turn_classify (turn, now))
                                   : msk_turn_outcome_get_label (turn->outcome),
                     ended, NULL);
      json_array_add_object_element (list, msk_json_from_turn (turn, now));
    }

  text = msk_table_dup_text (table);
  json_object_set_array_member (cli->answer, "turns", list);
  msk_cli_say (cli, "%s", text);
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) turns = msk_circulation_desk_list (cli->session, !cli->options.all, error);

  if (turns == NULL)
    return FALSE;

  say_turns (cli, turns);
  return TRUE;
}

static gboolean
list_due (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) turns = msk_circulation_desk_list_due (cli->session, error);

  if (turns == NULL)
    return FALSE;

  say_turns (cli, turns);
  return TRUE;
}

static gboolean
give_slip (MskCli *cli, GError **error)
{
  const MskLoanDraft draft = { .what = msk_draft_get_text (cli->draft, "what", ""),
                               .sheets = msk_draft_get_count (cli->draft, "sheets", 0),
                               .purpose = msk_draft_get_text (cli->draft, "purpose", "") };
  guint number;
  gint64 id;

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;
  id = msk_circulation_desk_give_slip (cli->session, number, &draft, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "slip", id);
  msk_cli_say (cli,
               _ ("Loan slip %u is registered: have it printed with “msk report loan-slip”, and "
                  "put "
                  "it into the folder."),
               (guint) id);
  return TRUE;
}

static gboolean
take_slip_back (MskCli *cli, GError **error)
{
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_circulation_desk_take_slip_back (cli->session, id,
                                            msk_draft_get_count (cli->draft, "sheets", 0), error))
    return FALSE;

  json_object_set_int_member (cli->answer, "back", id);
  msk_cli_say (cli, _ ("The loan is back: put it into the folder."));
  return TRUE;
}

static gboolean
list_slips (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) slips =
                 msk_circulation_desk_list_slips (cli->session, !cli->options.all, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Slip"), _ ("Copy"), _ ("Reader"), _ ("What is out"),
                                _ ("Sheets"), _ ("Purpose"), _ ("Given"), _ ("Back"), NULL);
  g_autofree char *text = NULL;

  if (slips == NULL)
    return FALSE;

  for (guint i = 0; i < slips->len; i++)
    {
      const MskLoanSlip *slip = g_ptr_array_index (slips, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, slip->id);
      g_autofree char *number = msk_copy_number_dup_text (slip->number);
      g_autofree char *sheets = g_strdup_printf ("%u", slip->sheets);
      g_autofree char *given = msk_table_dup_time (slip->given_at);
      g_autofree char *back = msk_table_dup_time (slip->back_at);

      msk_table_add (table, id, number, slip->reader, slip->what, sheets, slip->purpose, given,
                     back, NULL);
    }

  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "slips", slips, (MskJsonMake) msk_json_from_loan_slip);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

#define ONE_COPY                                                                                   \
  .arguments = N_ ("NUMBER"), .min_arguments = 1, .max_arguments = 1, .need = MSK_NEED_MEETING

static const MskVerb verbs[] = {
  {
      .name = "scan",
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_COMMANDS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take codes from a scanner as “msk desk scan” does, in the reading room"),
      .description = N_ (
          "A person and a copy, in either order, begin a turn; a copy that is in a turn is met. "
          "With --commands also “end NUMBER PAGES NAME” is obeyed: the reader gave the copy back, "
          "so many pages were counted, and the reader signed with this name."),
      .run = scan,
  },
  {
      .name = "start",
      ONE_COPY,
      .required = MSK_OPTION_PERSON,
      .summary = N_ ("begin a turn by hand, for a torn tag or a forgotten badge"),
      .run = start,
  },
  {
      .name = "override",
      ONE_COPY,
      .required = MSK_OPTION_PERSON | MSK_OPTION_COSIGNER,
      .options = MSK_OVERRIDE_OPTIONS,
      .keys = msk_override_keys,
      .summary = N_ ("begin a turn all the same, as “msk desk override” issues a copy"),
      .run = msk_override_verb_turn,
  },
  {
      .name = "end",
      ONE_COPY,
      .keys = end_keys,
      .summary = N_ ("take a copy back from its reader, counted and signed"),
      .run = end,
  },
  {
      .name = "list",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list the turns that ended too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the turns that go on, or all"),
      .run = list,
  },
  {
      .name = "due",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list what is to be chased: overdue, or due within half an hour"),
      .run = list_due,
  },
  {
      .name = "slip",
      ONE_COPY,
      .keys = slip_keys,
      .summary = N_ ("consent that the reader takes something out of the folder"),
      .run = give_slip,
  },
  {
      .name = "slip-back",
      .arguments = N_ ("SLIP"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = slip_back_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("note that what a loan slip is for was given back"),
      .run = take_slip_back,
  },
  {
      .name = "slips",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list the slips that were settled too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the loan slips that are open, or all"),
      .run = list_slips,
  },
  { NULL },
};

const MskCommand msk_circulate_command = {
  .name = "circulate",
  .summary = N_ ("readers’ turns in the reading room, loan slips"),
  .verbs = verbs,
};
