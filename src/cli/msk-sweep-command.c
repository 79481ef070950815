/* msk sweep: the closing sweep (M9) from the frozen set to the close.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-ledger-words.h"
#include "msk-return-json.h"
#include "msk-return-verbs.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-verbs.h"
#include "msk-table.h"

static const MskDraftKey recover_keys[] = {
  { "remark", MSK_DRAFT_TEXT, TRUE, N_ ("where it was found") },
  { NULL },
};

static const MskDraftKey missing_keys[] = {
  { "told", MSK_DRAFT_TEXT, TRUE, N_ ("whom in the secrecy department") },
  { "remark", MSK_DRAFT_TEXT, TRUE, N_ ("what is known of it") },
  { NULL },
};

static const MskDraftKey late_keys[] = {
  { "place", MSK_DRAFT_TEXT, TRUE, N_ ("where it was found") },
  { "remark", MSK_DRAFT_TEXT, TRUE, N_ ("how it was found, and by whom") },
  { NULL },
};

static void
say_summary (MskCli *cli, const MskSweepSummary *summary)
{
  if (summary->started_at == 0)
    {
      msk_cli_say (cli, _ ("The sweep has not begun."));
      return;
    }

  msk_cli_say (cli, _ ("Expected: %u. Seen: %u. Explained: %u. Unexplained: %u."),
               summary->expected, summary->seen, summary->explained, summary->unexplained);
  msk_cli_say (cli, _ ("Found and taken back: %u. Reported missing: %u. Strange codes: %u."),
               summary->recovered, summary->missing, summary->strange);
  if (summary->closed_at != 0)
    msk_cli_say (cli, _ ("The meeting is closed."));
  else
    msk_cli_say (cli, _ ("Signatures that count: %u."), summary->signatures);
}

static gboolean
show_status (MskCli *cli, GError **error)
{
  MskSweepSummary summary = { 0 };
  g_autoptr(GPtrArray) signatures = NULL;

  if (!msk_sweep_desk_get_summary (cli->session, &summary, error))
    return FALSE;
  signatures = msk_sweep_desk_list_signatures (cli->session, error);
  if (signatures == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "sweep", msk_json_from_sweep_summary (&summary));
  msk_json_set_list (cli->answer, "signatures", signatures, (MskJsonMake) msk_json_from_signature);
  say_summary (cli, &summary);
  return TRUE;
}

/* What most verbs end with. */
static gboolean
finish (MskCli *cli, GError **error)
{
  MskSweepSummary summary = { 0 };

  if (!msk_sweep_desk_get_summary (cli->session, &summary, error))
    return FALSE;

  json_object_set_object_member (cli->answer, "sweep", msk_json_from_sweep_summary (&summary));
  say_summary (cli, &summary);
  return TRUE;
}

static gboolean
start (MskCli *cli, GError **error)
{
  return msk_sweep_desk_start (cli->session, error) && finish (cli, error);
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_sweep_desk_list (cli->session, !cli->options.all, error);
  g_autoptr(GPtrArray) copies = g_ptr_array_new ();
  g_autoptr(GPtrArray) carriers = g_ptr_array_new ();
  g_autoptr(MskTable) table = msk_table_new (_ ("Number"), _ ("Paper or carrier"), _ ("Finding"),
                                              _ ("Holder"), _ ("Unit"), _ ("Seat"),
                                              _ ("Last movement"), _ ("At"), _ ("Remark"), NULL);
  g_autofree char *text = NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      MskSweepLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = msk_sweep_line_dup_number (line);
      g_autofree char *what = msk_sweep_line_dup_what (line);
      g_autofree char *last = msk_table_dup_time (line->last_at);

      g_ptr_array_add (line->kind == MSK_SWEEP_CARRIER ? carriers : copies, line);
      msk_table_add (table, number, what, msk_sweep_class_get_label (line->sweep_class),
                     line->holder, line->holder_unit, line->seat,
                     msk_ledger_words_get_act (line->last_act), last, line->remark, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "copies", copies, (MskJsonMake) msk_json_from_sweep_line);
  msk_json_set_list (cli->answer, "carriers", carriers, (MskJsonMake) msk_json_from_sweep_line);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
recover_counted (MskCli *cli,
                 guint number,
                 const MskPageCount *count,
                 const char *remark,
                 GError **error)
{
  g_autoptr(MskReturnCount) result = NULL;
  g_autofree char *text = NULL;

  if (!msk_sweep_desk_recover_counted (cli->session, number, count, remark, &result, error))
    return FALSE;

  text = msk_return_count_dup_text (result);
  json_object_set_object_member (cli->answer, "count", msk_json_from_return_count (result));
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
recover (MskCli *cli, GError **error)
{
  const char *remark = msk_draft_get_text (cli->draft, "remark", "");
  MskPageCount count;
  gboolean given;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;
  if (cli->options.pages == MSK_OPTION_UNSET && cli->options.condition == NULL)
    return msk_sweep_desk_recover (cli->session, MSK_SWEEP_COPY, number, remark, error) &&
           finish (cli, error);

  return msk_cli_read_count (cli, remark, &count, &given, error) &&
         recover_counted (cli, number, &count, remark, error) && finish (cli, error);
}

static gboolean
report_missing (MskCli *cli, GError **error)
{
  guint number;

  return msk_cli_get_copy (cli, 0, &number, error) &&
         msk_sweep_desk_report_missing (cli->session, MSK_SWEEP_COPY, number,
                                        msk_draft_get_text (cli->draft, "told", ""),
                                        msk_draft_get_text (cli->draft, "remark", ""), error) &&
         finish (cli, error);
}

static gboolean
find_late (MskCli *cli, GError **error)
{
  g_autoptr(MskCosigner) cosigner = NULL;
  gint64 number;
  int kind;

  if (!msk_enum_parse (MSK_TYPE_SWEEP_KIND, cli->arguments[0], &kind))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("Only copies and carriers are found so: write “copy NUMBER” or "
                              "“carrier NUMBER”."));
      return FALSE;
    }
  if (!msk_cli_get_id (cli, 1, &number, error))
    return FALSE;

  cosigner = msk_cli_sign_cosigner (cli, MSK_ACT_SWEEP_SIGN, error);
  if (cosigner == NULL ||
      !msk_sweep_desk_find_late (cli->session, (MskSweepKind) kind, (guint) number,
                                 msk_draft_get_text (cli->draft, "place", ""),
                                 msk_draft_get_text (cli->draft, "remark", ""), cosigner, error))
    return FALSE;

  msk_cli_say (cli, _ ("Taken back: it is returned from now on. The sweep stays as it was "
                       "signed."));
  return TRUE;
}

static gboolean
list_spoiled (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) sets = msk_sweep_desk_list_spoiled (cli->session, !cli->options.all, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Set"), _ ("Number"), _ ("Kind"), _ ("Sheets"),
                                              _ ("Reason"), _ ("Seen"), _ ("Remark"), NULL);
  g_autofree char *text = NULL;

  if (sets == NULL)
    return FALSE;

  for (guint i = 0; i < sets->len; i++)
    {
      const MskSpoilage *set = g_ptr_array_index (sets, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, set->id);
      g_autofree char *number = msk_copy_number_dup_text (set->number);
      g_autofree char *sheets = g_strdup_printf ("%u", set->sheets);
      g_autofree char *seen = msk_table_dup_time (set->first_seen_at);

      msk_table_add (table, id, number, msk_spoilage_kind_get_label (set->kind), sheets,
                     set->reason, set->by_hand ? _ ("by hand") : seen, set->remark, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "spoiled", sets, (MskJsonMake) msk_json_from_spoilage);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
see_spoiled (MskCli *cli, GError **error)
{
  MskMeasureArea zone;
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) && msk_sweep_read_zone (cli, &zone, error) &&
         msk_sweep_desk_see_spoiled (cli->session, id, zone, error) && finish (cli, error);
}

static gboolean
report_spoiled_missing (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_sweep_desk_report_spoiled_missing (cli->session, id,
                                                msk_draft_get_text (cli->draft, "told", ""),
                                                msk_draft_get_text (cli->draft, "remark", ""),
                                                error) &&
         finish (cli, error);
}

static gboolean
sign (MskCli *cli, GError **error)
{
  return msk_sweep_desk_sign (cli->session, error) && finish (cli, error);
}

/* A refusal has everything that stands against it in its answer too. */
static gboolean
close_meeting (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) reasons = NULL;

  if (msk_sweep_desk_close (cli->session, error))
    return finish (cli, error);

  reasons = msk_sweep_desk_list_obstacles (cli->session, NULL);
  if (reasons != NULL)
    msk_sweep_add_reasons (cli, reasons);
  return FALSE;
}

static const MskVerb verbs[] = {
  {
      .name = "start",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("freeze the expected set; then “msk desk scan --mode sweep --stdin”"),
      .run = start,
  },
  {
      .name = "status",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show how far the sweep is, and who signed"),
      .run = show_status,
  },
  {
      .name = "list",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list what is explained too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the copies and carriers that are unexplained or missing"),
      .run = list,
  },
  {
      .name = "recover",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTIONS_COUNT,
      .keys = recover_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take back a copy that was seen though it should have been elsewhere"),
      .run = recover,
  },
  {
      .name = "missing",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = missing_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("report a copy that is not there to the secrecy department"),
      .run = report_missing,
  },
  {
      .name = "found-late",
      .arguments = N_ ("copy|carrier NUMBER"),
      .min_arguments = 2,
      .max_arguments = 2,
      .required = MSK_OPTION_COSIGNER,
      .options = MSK_OPTIONS_COSIGNER,
      .keys = late_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take back what was missing when the meeting was closed; two people sign"),
      .description = N_ ("It is returned from then on, to be destroyed or sent back, and its "
                         "incident says that it was found. The sweep stays as it was signed."),
      .run = find_late,
  },
  {
      .name = "spoiled",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list the sets that were seen too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the spoiled sheets that are looked for by themselves and not seen"),
      .run = list_spoiled,
  },
  {
      .name = "spoiled-seen",
      .arguments = N_ ("SET"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTION_ZONE,
      .need = MSK_NEED_MEETING,
      .summary =
          N_ ("note by hand that a surplus set, which shares the code of its copy, is there"),
      .run = see_spoiled,
  },
  {
      .name = "spoiled-missing",
      .arguments = N_ ("SET"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = missing_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("report a set of spoiled sheets that is not there"),
      .run = report_spoiled_missing,
  },
  {
      .name = "zones",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show zone by zone what was seen there and what is still to be checked"),
      .run = msk_sweep_verb_zones,
  },
  {
      .name = "papers",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show paper by paper how far the sweep is"),
      .run = msk_sweep_verb_papers,
  },
  {
      .name = "count",
      .arguments = N_ ("[PAPER=NUMBER…]"),
      .max_arguments = MSK_ARGUMENTS_ANY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("count blind what lies there; without figures, list what is counted"),
      .description =
          N_ ("Two people count, each alone and before the figures are compared: of each "
              "paper, the carriers, and the spoiled sets that lie by themselves. A copy "
              "in part is one. Where the two differ a third counts."),
      .run = msk_sweep_verb_count,
  },
  {
      .name = "counts",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show who counted, and the figures once nobody has to count blind any more"),
      .run = msk_sweep_verb_counts,
  },
  {
      .name = "damage",
      .arguments = N_ ("copy|carrier NUMBER"),
      .min_arguments = 2,
      .max_arguments = 2,
      .keys = msk_sweep_damage_keys,
      .options = MSK_OPTION_ZONE,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register that a copy or carrier that was seen is damaged"),
      .description =
          N_ ("What is whole stays explained. Of what is not, an incident is opened, and "
              "the secrecy department is told before the meeting is closed."),
      .run = msk_sweep_verb_damage,
  },
  {
      .name = "damaged",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list what was seen damaged"),
      .run = msk_sweep_verb_damaged,
  },
  {
      .name = "left",
      .keys = msk_sweep_left_keys,
      .options = MSK_OPTION_ZONE,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register a thing without a code that was left behind"),
      .description = N_ ("What can hold something secret opens an incident."),
      .run = msk_sweep_verb_left,
  },
  {
      .name = "left-list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list what was left behind"),
      .run = msk_sweep_verb_left_list,
  },
  {
      .name = "left-handled",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = msk_sweep_handling_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("write down what was done with a thing that was left behind"),
      .run = msk_sweep_verb_left_handled,
  },
  {
      .name = "obstacles",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list everything that stands against closing the meeting"),
      .run = msk_sweep_verb_obstacles,
  },
  {
      .name = "sign",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("sign the result as --user; two people are needed"),
      .run = sign,
  },
  {
      .name = "close",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("close the meeting"),
      .run = close_meeting,
  },
  { NULL },
};

const MskCommand msk_sweep_command = {
  .name = "sweep",
  .summary = N_ ("the closing sweep"),
  .verbs = verbs,
};
