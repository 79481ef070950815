/* msk handover: the desk, the print room, or what one person holds, to somebody else (K1, F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-custody-desk.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-handover-desk.h"
#include "msk-handover-json.h"
#include "msk-handover-loop.h"
#include "msk-json.h"
#include "msk-stock-words.h"
#include "msk-table.h"

static const MskDraftKey explain_keys[] = {
  { "explanation", MSK_DRAFT_TEXT, TRUE, N_ ("what became of it") },
  { NULL },
};

static const MskDraftKey cancel_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why it is given up") },
  { NULL },
};

static const MskDraftKey custody_keys[] = {
  { "giver", MSK_DRAFT_TEXT, TRUE, N_ ("the full name that the one who gives signed with") },
  { "taker", MSK_DRAFT_TEXT, TRUE, N_ ("the full name that the successor signed with") },
  { NULL },
};

/* The handover that is named, or the one that is under way. */
static MskHandover *
get_handover (MskCli *cli, guint index, GError **error)
{
  gint64 id;

  if (cli->n_arguments <= index)
    return msk_handover_desk_find_open (cli->session, error);

  return msk_cli_get_id (cli, index, &id, error) ? msk_handover_desk_get (cli->session, id, error)
                                                 : NULL;
}

/* What every verb ends with: how the handover stands. */
static gboolean
finish (MskCli *cli, gint64 id, GError **error)
{
  g_autoptr(MskHandover) handover = msk_handover_desk_get (cli->session, id, error);

  if (handover == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "handover", msk_json_from_handover (handover));
  msk_cli_say (cli, _ ("Handover %u, %s: %s."), (guint) id,
               msk_handover_place_get_label (handover->place),
               msk_handover_stage_get_label (handover->stage));
  if (handover->stage == MSK_HANDOVER_COUNTING)
    msk_cli_say (cli, _ ("Scanned so far: %u."), handover->counted);
  else if (handover->compared_at != 0)
    msk_cli_say (cli, _ ("Discrepancies: %u. Not explained: %u."), handover->discrepancies,
                 handover->unexplained);
  return TRUE;
}

static gboolean
start (MskCli *cli, GError **error)
{
  int place;
  gint64 id;

  if (!msk_enum_parse (MSK_TYPE_HANDOVER_PLACE, cli->arguments[0], &place) ||
      place == MSK_HANDOVER_CUSTODY)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such place: give desk or print-room."));
      return FALSE;
    }

  return msk_handover_desk_start (cli->session, (MskHandoverPlace) place, &id, error) &&
         finish (cli, id, error);
}

static gboolean
count (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 0, error);

  if (handover == NULL)
    return FALSE;

  cli->answered = TRUE;
  return msk_handover_loop_run (cli->session, handover->id, cli->options.commands, STDIN_FILENO,
                                error);
}

static gboolean
set_figure (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = NULL;
  MskStockFigure figure = { 0 };

  if (!msk_stock_words_parse_many (cli->arguments[0], &figure.kind, error) ||
      !msk_cli_get_count (cli, 1, &figure.count, error) ||
      (cli->n_arguments > 2 && !msk_cli_get_id (cli, 2, &figure.paper_id, error)))
    return FALSE;

  handover = get_handover (cli, 3, error);
  return handover != NULL &&
         msk_handover_desk_set_figure (cli->session, handover->id, &figure, error) &&
         finish (cli, handover->id, error);
}

static gboolean
say_stock (MskCli *cli, gint64 id, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_handover_desk_list_stock (cli->session, id, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("What"), _ ("Scanned"), _ ("Figure"), _ ("Expected"), NULL);
  g_autofree char *text = NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      MskStockLine *line = g_ptr_array_index (lines, i);
      g_autofree char *what = msk_stock_line_dup_what (line);
      g_autofree char *scanned = g_strdup_printf ("%u", line->scanned);
      g_autofree char *figure = g_strdup_printf ("%u", line->figure);
      g_autofree char *expected = g_strdup_printf ("%u", line->expected);

      msk_table_add (table, what, scanned, line->has_figure ? figure : "",
                     line->compared ? expected : "", NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "stock", lines, (MskJsonMake) msk_json_from_stock_line);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
show_status (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 0, error);

  return handover != NULL && say_stock (cli, handover->id, error) &&
         finish (cli, handover->id, error);
}

static gboolean
list_discrepancies (MskCli *cli, gint64 id, GError **error)
{
  g_autoptr(GPtrArray) all = msk_handover_desk_list_discrepancies (cli->session, id, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("No."), _ ("Finding"), _ ("What"),
                                              _ ("Last known"), _ ("Explanation"), NULL);
  g_autofree char *text = NULL;

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      MskDiscrepancy *discrepancy = g_ptr_array_index (all, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, discrepancy->id);
      g_autofree char *what = msk_discrepancy_dup_what (discrepancy);
      g_autofree char *last = msk_handover_desk_dup_last (discrepancy);

      msk_table_add (table, number, msk_discrepancy_kind_get_label (discrepancy->kind), what, last,
                     discrepancy->explanation, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "discrepancies", all, (MskJsonMake) msk_json_from_discrepancy);
  msk_cli_say (cli, "%s", text);
  return finish (cli, id, error);
}

static gboolean
compare (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 0, error);

  return handover != NULL && msk_handover_desk_compare (cli->session, handover->id, error) &&
         list_discrepancies (cli, handover->id, error);
}

static gboolean
show_discrepancies (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 0, error);

  return handover != NULL && list_discrepancies (cli, handover->id, error);
}

static gboolean
explain_as (MskCli *cli, gboolean is_incident, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 1, error);
  gint64 id, incident;

  if (handover == NULL || !msk_cli_get_id (cli, 0, &id, error) ||
      !msk_handover_desk_explain (cli->session, handover->id, id,
                                  msk_draft_get_text (cli->draft, "explanation", ""), is_incident,
                                  &incident, error))
    return FALSE;

  if (incident != 0)
    {
      json_object_set_int_member (cli->answer, "incident", incident);
      msk_cli_say (cli, _ ("Incident %u is registered."), (guint) incident);
    }
  return finish (cli, handover->id, error);
}

static gboolean
explain (MskCli *cli, GError **error)
{
  return explain_as (cli, FALSE, error);
}

static gboolean
make_incident (MskCli *cli, GError **error)
{
  return explain_as (cli, TRUE, error);
}

static gboolean
end (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 0, error);
  g_autoptr(MskCosigner) incoming =
                 handover == NULL ? NULL : msk_cli_sign_cosigner (cli, MSK_ACT_HANDOVER_END, error);
  gint64 incident = 0;

  if (incoming == NULL ||
      !msk_handover_desk_end (cli->session, handover->id, incoming, &incident, error) ||
      !finish (cli, handover->id, error))
    return FALSE;

  if (incident != 0)
    {
      json_object_set_int_member (cli->answer, "incident", incident);
      msk_cli_say (cli,
                   _ ("Not everything is where the register has it: incident %u is open, and the "
                      "security officer goes on with it."),
                   (guint) incident);
    }
  msk_cli_say (cli,
               _ ("Print the slip with “msk report handover-slip %u”: both sign it, and the seal "
                  "on it is kept apart from the computer."),
               (guint) handover->id);
  return TRUE;
}

static gboolean
start_custody (MskCli *cli, GError **error)
{
  gint64 attendee, successor, id;

  return msk_cli_get_id (cli, 0, &attendee, error) && msk_cli_get_id (cli, 1, &successor, error) &&
         msk_custody_desk_start (cli->session, attendee, successor, &id, error) &&
         say_stock (cli, id, error) && finish (cli, id, error);
}

static gboolean
end_custody (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 0, error);

  return handover != NULL &&
         msk_custody_desk_end (cli->session, handover->id,
                               msk_draft_get_text (cli->draft, "giver", ""),
                               msk_draft_get_text (cli->draft, "taker", ""), error) &&
         finish (cli, handover->id, error);
}

static gboolean
cancel (MskCli *cli, GError **error)
{
  g_autoptr(MskHandover) handover = get_handover (cli, 0, error);

  return handover != NULL &&
         msk_handover_desk_cancel (cli->session, handover->id,
                                   msk_draft_get_text (cli->draft, "reason", ""), error) &&
         finish (cli, handover->id, error);
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) handovers = msk_handover_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("No."), _ ("Place"), _ ("Standing"), _ ("Begun"),
                                              _ ("Handed over by"), _ ("Taken over by"),
                                              _ ("Ended"), _ ("Discrepancies"), _ ("Reason"), NULL);
  g_autofree char *text = NULL;

  if (handovers == NULL)
    return FALSE;

  for (guint i = 0; i < handovers->len; i++)
    {
      MskHandover *handover = g_ptr_array_index (handovers, i);
      const gboolean custody = handover->place == MSK_HANDOVER_CUSTODY;
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, handover->id);
      g_autofree char *begun = msk_table_dup_time (handover->started_at);
      g_autofree char *ended = msk_table_dup_time (handover->ended_at);
      g_autofree char *found = g_strdup_printf ("%u", handover->discrepancies);

      msk_table_add (table, number, msk_handover_place_get_label (handover->place),
                     msk_handover_stage_get_label (handover->stage), begun,
                     custody ? handover->attendee : handover->outgoing,
                     custody ? handover->successor : handover->incoming, ended, found,
                     handover->reason, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "handovers", handovers, (MskJsonMake) msk_json_from_handover);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

#define ONE_HANDOVER .arguments = N_ ("[HANDOVER]"), .max_arguments = 1, .need = MSK_NEED_MEETING

static const MskVerb verbs[] = {
  {
      .name = "start",
      .arguments = N_ ("PLACE"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("begin the handover of the desk or the print-room, as the one who goes"),
      .description =
          N_ ("What is expected there is frozen and told to nobody until the count is closed. "
              "Nothing moves at that place meanwhile."),
      .run = start,
  },
  {
      .name = "count",
      ONE_HANDOVER,
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_COMMANDS,
      .summary = N_ ("count what is there, one code a line, and answer each with one JSON line"),
      .description = N_ ("The count is blind: no answer tells whether a thing was expected. With "
                         "--commands a thing whose tag is torn is typed: “copy 14”, “carrier 3”, "
                         "“device 5”, or “set 2” for spoiled sheets."),
      .run = count,
  },
  {
      .name = "figure",
      .arguments = N_ ("KIND COUNT [PAPER [HANDOVER]]"),
      .min_arguments = 2,
      .max_arguments = 4,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("count by a figure: copies or sets of a paper, carriers, devices"),
      .run = set_figure,
  },
  {
      .name = "status",
      ONE_HANDOVER,
      .summary = N_ ("show what was counted, and what is expected once the count is closed"),
      .run = show_status,
  },
  {
      .name = "compare",
      ONE_HANDOVER,
      .summary = N_ ("close the count and compare it"),
      .run = compare,
  },
  {
      .name = "discrepancies",
      ONE_HANDOVER,
      .summary = N_ ("list what the comparison found"),
      .run = show_discrepancies,
  },
  {
      .name = "explain",
      .arguments = N_ ("DISCREPANCY [HANDOVER]"),
      .min_arguments = 1,
      .max_arguments = 2,
      .keys = explain_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("say what became of a discrepancy"),
      .run = explain,
  },
  {
      .name = "incident",
      .arguments = N_ ("DISCREPANCY [HANDOVER]"),
      .min_arguments = 1,
      .max_arguments = 2,
      .keys = explain_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register a discrepancy as an incident"),
      .run = make_incident,
  },
  {
      .name = "end",
      ONE_HANDOVER,
      .required = MSK_OPTION_COSIGNER,
      .options = MSK_OPTION_COSIGNER_FD | MSK_OPTION_COSIGNER_FILE,
      .summary = N_ ("hand over: --user goes, and --cosigner takes over with their own passphrase"),
      .run = end,
  },
  {
      .name = "custody",
      .arguments = N_ ("PERSON SUCCESSOR"),
      .min_arguments = 2,
      .max_arguments = 2,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("begin the handover of everything that a person holds to a successor"),
      .description = N_ ("Each piece is counted with “msk handover count”, in front of both, and "
                         "compared with “msk handover compare”."),
      .run = start_custody,
  },
  {
      .name = "custody-end",
      ONE_HANDOVER,
      .keys = custody_keys,
      .summary = N_ ("pass what was counted to the successor, both having signed"),
      .run = end_custody,
  },
  {
      .name = "cancel",
      ONE_HANDOVER,
      .keys = cancel_keys,
      .summary = N_ ("give a handover up"),
      .run = cancel,
  },
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the handovers"),
      .run = list,
  },
  { NULL },
};

const MskCommand msk_handover_command = {
  .name = "handover",
  .summary = N_ ("handover of the desk, the print room, or a person’s papers"),
  .verbs = verbs,
};
