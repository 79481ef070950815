/* msk destroy: batches for destruction, and what goes back to its originator (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-destroy-json.h"
#include "msk-destroy-loop.h"
#include "msk-destruction-desk.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-originator-desk.h"
#include "msk-stock-words.h"
#include "msk-table.h"
#include "msk-verdict-error.h"

static const MskDraftKey start_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why these things are destroyed") },
  { NULL },
};

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why it is refused or given up") },
  { NULL },
};

static const MskDraftKey begin_keys[] = {
  { "place", MSK_DRAFT_TEXT, TRUE, N_ ("where the machine stands") },
  { NULL },
};

static const MskDraftKey end_keys[] = {
  { "remark", MSK_DRAFT_TEXT, TRUE,
    N_ ("why some of it was not there at the machine; without --from, everything was") },
  { NULL },
};

static const MskDraftKey originator_keys[] = {
  { "codes", MSK_DRAFT_CODES, FALSE,
    N_ ("of what goes back, each scanned while it was in hand: a page of a copy, a label") },
  { "organ", MSK_DRAFT_TEXT, FALSE, N_ ("which organ got it; without, the paper’s originator") },
  { "receipt", MSK_DRAFT_TEXT, TRUE, N_ ("the organ’s number of its receipt") },
  { "bearer", MSK_DRAFT_TEXT, TRUE, N_ ("who took it there") },
  { "second", MSK_DRAFT_TEXT, FALSE, N_ ("and with whom; top secret is carried by two") },
  { NULL },
};

/* The batch that is named, or the newest that is not over. */
static MskDestruction *
get_batch (MskCli *cli, guint index, GError **error)
{
  gint64 id;

  if (cli->n_arguments <= index)
    return msk_destruction_desk_find_open (cli->session, error);

  return msk_cli_get_id (cli, index, &id, error)
             ? msk_destruction_desk_get (cli->session, id, error)
             : NULL;
}

/* What every verb ends with: how the batch stands. */
static gboolean
finish (MskCli *cli, gint64 id, GError **error)
{
  g_autoptr(MskDestruction) batch = msk_destruction_desk_get (cli->session, id, error);

  if (batch == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "batch", msk_json_from_destruction (batch));
  msk_cli_say (cli, _ ("Batch %u: %s."), (guint) id, msk_destruction_get_standing (batch));
  msk_cli_say (cli, _ ("In it: %u. Scanned at the machine: %u."), batch->items, batch->scanned);
  return TRUE;
}

static gboolean
start (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_destruction_desk_start (cli->session, msk_draft_get_text (cli->draft, "reason", ""),
                                     &id, error) &&
         finish (cli, id, error);
}

static gboolean
run_loop (MskCli *cli, gboolean at_machine, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 0, error);

  if (batch == NULL)
    return FALSE;

  cli->answered = TRUE;
  return msk_destroy_loop_run (cli->session, batch->id, at_machine, cli->options.commands,
                               STDIN_FILENO, error);
}

static gboolean
add (MskCli *cli, GError **error)
{
  return run_loop (cli, FALSE, error);
}

static gboolean
scan (MskCli *cli, GError **error)
{
  return run_loop (cli, TRUE, error);
}

static gboolean
take_out (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 2, error);
  MskStockKind kind;
  gint64 number;

  return batch != NULL &&
         msk_stock_words_parse_one (cli->arguments[0], cli->arguments[1], &kind, &number, error) &&
         msk_destruction_desk_take_out (cli->session, batch->id, kind, number, error) &&
         finish (cli, batch->id, error);
}

static gboolean
propose (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 0, error);

  return batch != NULL && msk_destruction_desk_propose (cli->session, batch->id, error) &&
         finish (cli, batch->id, error);
}

static gboolean
approve (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 0, error);

  return batch != NULL && msk_destruction_desk_approve (cli->session, batch->id, error) &&
         finish (cli, batch->id, error);
}

static gboolean
refuse (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 0, error);

  return batch != NULL &&
         msk_destruction_desk_refuse (cli->session, batch->id,
                                      msk_draft_get_text (cli->draft, "reason", ""), error) &&
         finish (cli, batch->id, error);
}

static gboolean
cancel (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 0, error);

  return batch != NULL &&
         msk_destruction_desk_cancel (cli->session, batch->id,
                                      msk_draft_get_text (cli->draft, "reason", ""), error) &&
         finish (cli, batch->id, error);
}

static gboolean
begin (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = NULL;
  g_autoptr(MskCosigner) witness = NULL;
  int method;

  if (!msk_enum_parse (MSK_TYPE_DESTRUCTION_METHOD, cli->arguments[0], &method))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such method: give shred, burn, pulp, degauss or "
                              "crush."));
      return FALSE;
    }

  batch = get_batch (cli, 1, error);
  witness = batch == NULL ? NULL : msk_cli_sign_cosigner (cli, MSK_ACT_DESTROY_WITNESS, error);
  return witness != NULL &&
         msk_destruction_desk_begin (cli->session, batch->id, (MskDestructionMethod) method,
                                     msk_draft_get_text (cli->draft, "place", ""), witness,
                                     error) &&
         finish (cli, batch->id, error);
}

static gboolean
say_items (MskCli *cli, GPtrArray *items)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Number"), _ ("Kind"), _ ("What it is"), _ ("Level"),
                                _ ("Before"), _ ("At the machine"), _ ("State"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);
      g_autofree char *number = msk_destruction_item_dup_number (item);
      g_autofree char *added = msk_table_dup_time (item->added_at);
      g_autofree char *scanned = msk_table_dup_time (item->scanned_at);

      msk_table_add (table, number, msk_destruction_item_get_kind_label (item),
                     *item->document_number == '\0' ? item->what : item->document_number,
                     msk_level_get_label (item->level), added, scanned,
                     msk_copy_state_get_label (item->state), NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "items", items, (MskJsonMake) msk_json_from_destruction_item);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

/* All who were at the machine. */
static void
say_attendances (MskCli *cli, GPtrArray *attendances)
{
  g_autoptr(MskTable) table = msk_table_new (_ ("From"), _ ("Destroyed by"), _ ("Witnessed by"),
                                              _ ("Method"), _ ("Place"), _ ("Items"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < attendances->len; i++)
    {
      const MskDestructionAttendance *attendance = g_ptr_array_index (attendances, i);
      g_autofree char *at = msk_table_dup_time (attendance->at);
      g_autofree char *items = g_strdup_printf ("%u", attendance->items);

      msk_table_add (table, at, attendance->destroyer, attendance->witness,
                     msk_destruction_method_get_label (attendance->method), attendance->place,
                     items, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "attendances", attendances,
                     (MskJsonMake) msk_json_from_destruction_attendance);
  if (attendances->len > 0)
    msk_cli_say (cli, "%s", text);
}

static gboolean
show_status (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 0, error);
  g_autoptr(GPtrArray) items =
                 batch == NULL ? NULL
                               : msk_destruction_desk_list_items (cli->session, batch->id, error);
  g_autoptr(GPtrArray) attendances =
                 items == NULL
                     ? NULL
                     : msk_destruction_desk_list_attendances (cli->session, batch->id, error);

  if (attendances == NULL || !say_items (cli, items))
    return FALSE;

  say_attendances (cli, attendances);
  return finish (cli, batch->id, error);
}

static gboolean
end (MskCli *cli, GError **error)
{
  g_autoptr(MskDestruction) batch = get_batch (cli, 0, error);
  g_autoptr(MskCosigner) witness =
                 batch == NULL ? NULL : msk_cli_sign_cosigner (cli, MSK_ACT_DESTROY_WITNESS, error);
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *left = NULL;

  if (witness == NULL ||
      !msk_destruction_desk_end (cli->session, batch->id,
                                 msk_draft_get_text (cli->draft, "remark", ""), witness, error))
    return FALSE;

  items = msk_destruction_desk_list_items (cli->session, batch->id, error);
  if (items == NULL || !say_items (cli, items))
    return FALSE;

  left = msk_destruction_desk_dup_left (items);
  if (*left != '\0')
    msk_cli_say (cli, _ ("Not destroyed: %s."), left);
  return finish (cli, batch->id, error);
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) batches = msk_destruction_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Batch"), _ ("Standing"), _ ("Reason"), _ ("Items"),
                                _ ("Scanned"), _ ("Proposed by"), _ ("Approved by"),
                                _ ("Destroyed by"), _ ("Witnessed by"), _ ("Ended"), NULL);
  g_autofree char *text = NULL;

  if (batches == NULL)
    return FALSE;

  for (guint i = 0; i < batches->len; i++)
    {
      MskDestruction *batch = g_ptr_array_index (batches, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, batch->id);
      g_autofree char *items = g_strdup_printf ("%u", batch->items);
      g_autofree char *scanned = g_strdup_printf ("%u", batch->scanned);
      g_autofree char *ended = msk_table_dup_time (batch->ended_at);

      msk_table_add (table, id, msk_destruction_get_standing (batch), batch->reason, items, scanned,
                     batch->proposed_by, batch->decided_by, batch->destroyer, batch->witness, ended,
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "batches", batches, (MskJsonMake) msk_json_from_destruction);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

/* Takes verdict. A refusal of one thing refuses them all. */
static gboolean
accept (MskVerdict *verdict, GError **error)
{
  g_autoptr(MskVerdict) taken = verdict;

  return taken != NULL && msk_verdict_check (taken, error);
}

/* What was scanned, and then “set 2 set 3”: surplus sheets have no code of their own. */
static GListStore *
collect_things (MskCli *cli, GError **error)
{
  g_autoptr(GListStore) things = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  g_auto(GStrv) codes = msk_draft_dup_codes (cli->draft, "codes");

  for (guint i = 0; codes[i] != NULL; i++)
    if (!accept (msk_originator_desk_take (cli->session, things, codes[i], error), error))
      return NULL;

  for (guint i = 0; i < cli->n_arguments; i += 2)
    {
      const char *number = i + 1 < cli->n_arguments ? cli->arguments[i + 1] : "";
      MskStockItem thing = { 0 };

      if (!msk_stock_words_parse_one (cli->arguments[i], number, &thing.kind, &thing.number,
                                      error) ||
          !accept (msk_originator_desk_choose (cli->session, things, thing.kind, thing.number,
                                               error),
                   error))
        return NULL;
    }

  return g_steal_pointer (&things);
}

static gboolean
send_back (MskCli *cli, GError **error)
{
  g_autoptr(MskCosigner) witness = msk_cli_sign_cosigner (cli, MSK_ACT_ORIGINATOR_WITNESS, error);
  g_autoptr(GListStore) things = witness == NULL ? NULL : collect_things (cli, error);
  const MskOriginatorDraft draft = {
    .organ = msk_draft_get_text (cli->draft, "organ", ""),
    .receipt = msk_draft_get_text (cli->draft, "receipt", ""),
    .bearer = msk_draft_get_text (cli->draft, "bearer", ""),
    .second = msk_draft_get_text (cli->draft, "second", ""),
  };
  gint64 id;

  if (things == NULL || !msk_originator_desk_send_back (cli->session, &draft, G_LIST_MODEL (things),
                                                        witness, &id, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "return", id);
  msk_cli_say (cli,
               _ ("Return %u to the originator is entered: file the organ’s receipt with the "
                  "register."),
               (guint) id);
  return TRUE;
}

static gboolean
list_returns (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) returns = msk_originator_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("No."), _ ("Originator"), _ ("Receipt"), _ ("Taken there by"),
                                _ ("Together with"), _ ("When"), _ ("Entered by"),
                                _ ("Witnessed by"), _ ("Items"), NULL);
  g_autofree char *text = NULL;

  if (returns == NULL)
    return FALSE;

  for (guint i = 0; i < returns->len; i++)
    {
      MskOriginatorReturn *back = g_ptr_array_index (returns, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, back->id);
      g_autofree char *at = msk_table_dup_time (back->at);
      g_autofree char *items = g_strdup_printf ("%u", back->items);

      msk_table_add (table, id, back->organ, back->receipt, back->bearer, back->second, at,
                     back->user, back->witness, items, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "returns", returns,
                     (MskJsonMake) msk_json_from_originator_return);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

#define ONE_BATCH .arguments = N_ ("[BATCH]"), .max_arguments = 1, .need = MSK_NEED_MEETING

static const MskVerb verbs[] = {
  {
      .name = "start",
      .keys = start_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("begin a batch of things that are to be destroyed"),
      .description = N_ ("Copies that came back or were never given out, spoiled sets, and "
                         "carriers. What is top secret goes back to its originator instead."),
      .run = start,
  },
  {
      .name = "add",
      ONE_BATCH,
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_COMMANDS,
      .summary = N_ ("scan things into a batch, one code a line, and answer each with one JSON "
                     "line"),
      .description = N_ ("With --commands a thing whose tag is torn is typed: “copy 14”, “carrier "
                         "3”, or “set 2” for spoiled sheets; surplus sheets always are, for they "
                         "carry the tag of a copy that is in use."),
      .run = add,
  },
  {
      .name = "take-out",
      .arguments = N_ ("KIND NUMBER [BATCH]"),
      .min_arguments = 2,
      .max_arguments = 3,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a thing out of a batch that is being made up"),
      .run = take_out,
  },
  {
      .name = "propose",
      ONE_BATCH,
      .summary = N_ ("propose a batch; what is in it does not change any more"),
      .run = propose,
  },
  {
      .name = "approve",
      ONE_BATCH,
      .summary = N_ ("approve a batch, as the responsible leader"),
      .run = approve,
  },
  {
      .name = "refuse",
      ONE_BATCH,
      .keys = reason_keys,
      .summary = N_ ("refuse a batch, as the responsible leader"),
      .run = refuse,
  },
  {
      .name = "cancel",
      ONE_BATCH,
      .keys = reason_keys,
      .summary = N_ ("give a batch up before anything of it is destroyed"),
      .run = cancel,
  },
  {
      .name = "begin",
      .arguments = N_ ("METHOD [BATCH]"),
      .min_arguments = 1,
      .max_arguments = 2,
      .required = MSK_OPTION_COSIGNER,
      .options = MSK_OPTION_COSIGNER_FD | MSK_OPTION_COSIGNER_FILE,
      .keys = begin_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("begin at the machine, or go on: --user destroys and --cosigner watches"),
      .description = N_ ("METHOD is shred, burn, pulp, degauss or crush. Neither of the two "
                         "proposed or approved the batch."),
      .run = begin,
  },
  {
      .name = "scan",
      ONE_BATCH,
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_COMMANDS,
      .summary = N_ ("scan each thing at the machine, one code a line, and answer each with one "
                     "JSON line"),
      .run = scan,
  },
  {
      .name = "end",
      ONE_BATCH,
      .required = MSK_OPTION_COSIGNER,
      .options = MSK_OPTION_COSIGNER_FD | MSK_OPTION_COSIGNER_FILE | MSK_OPTION_FROM,
      .keys = end_keys,
      .summary = N_ ("sign, both, that what was scanned at the machine is destroyed"),
      .description = N_ ("What was not scanned there stays as it is, and needs a remark."),
      .run = end,
  },
  {
      .name = "status",
      ONE_BATCH,
      .summary = N_ ("show what is in a batch, and what was scanned at the machine"),
      .run = show_status,
  },
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the batches"),
      .run = list,
  },
  {
      .name = "originator",
      .arguments = N_ ("[KIND NUMBER…]"),
      .max_arguments = MSK_ARGUMENTS_ANY,
      .required = MSK_OPTION_COSIGNER,
      .options = MSK_OPTION_COSIGNER_FD | MSK_OPTION_COSIGNER_FILE,
      .keys = originator_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("enter that things went back to their originator, against its receipt: "
                     "--cosigner saw them leave"),
      .description = N_ ("What goes back is scanned while it is in hand, and its codes are in the "
                         "JSON object. Only surplus sheets, which carry the tag of a copy, are "
                         "named here: “set 2 set 3”."),
      .run = send_back,
  },
  {
      .name = "originators",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list what went back to originators"),
      .run = list_returns,
  },
  { NULL },
};

const MskCommand msk_destroy_command = {
  .name = "destroy",
  .summary = N_ ("destruction under supervision, and returns to originators"),
  .verbs = verbs,
};
