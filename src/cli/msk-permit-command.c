/* msk permit: taking copies away (R3, R2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-circulation-json.h"
#include "msk-cli.h"
#include "msk-json.h"
#include "msk-permit-desk.h"
#include "msk-table.h"

static const MskDraftKey grant_keys[] = {
  { "registry", MSK_DRAFT_TEXT, TRUE, N_ ("the keeper’s home registry") },
  { "authority", MSK_DRAFT_TEXT, TRUE, N_ ("full name of the leader who permits") },
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("of the written permit") },
  { "deadline", MSK_DRAFT_TIME, TRUE, N_ ("for the receipt, or the copy, to be here") },
  { "bearer", MSK_DRAFT_TEXT, FALSE,
    N_ ("full name of who is to carry it; by default the keeper") },
  { "second", MSK_DRAFT_TEXT, FALSE,
    N_ ("full name of who is to go with them; must be for top secret") },
  { NULL },
};

static const MskDraftKey take_keys[] = {
  { "bearer", MSK_DRAFT_TEXT, FALSE, N_ ("full name of who carries it; by default as permitted") },
  { "second", MSK_DRAFT_TEXT, FALSE, N_ ("full name of who goes with them, likewise") },
  { NULL },
};

static const MskDraftKey receipt_keys[] = {
  { "receipt", MSK_DRAFT_TEXT, TRUE, N_ ("reference of the return receipt") },
  { "received_by", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who signed it in the home registry") },
  { NULL },
};

static gboolean
grant (MskCli *cli, GError **error)
{
  const MskPermitDraft draft = {
    .keeper_id = cli->options.person,
    .registry = msk_draft_get_text (cli->draft, "registry", ""),
    .authority = msk_draft_get_text (cli->draft, "authority", ""),
    .reference = msk_draft_get_text (cli->draft, "reference", ""),
    .deadline_at = msk_draft_get_time (cli->draft, "deadline", 0),
    .bearer = msk_draft_get_text (cli->draft, "bearer", ""),
    .second = msk_draft_get_text (cli->draft, "second", ""),
  };
  guint number;
  gint64 id;

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;
  id = msk_permit_desk_grant (cli->session, number, &draft, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "permit", id);
  msk_cli_say (cli, _ ("Permit %u is granted: the desk clerk hands the copy over by it."),
               (guint) id);
  return TRUE;
}

/* What the other verbs end with. */
static gboolean
finish (MskCli *cli, gint64 id, const char *text, GError **error)
{
  g_autoptr(MskPermit) permit = msk_permit_desk_get (cli->session, id, error);

  if (permit == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "permit",
                                 msk_json_from_permit (permit, msk_session_get_now (cli->session)));
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
withdraw (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_permit_desk_withdraw (cli->session, id, error) &&
         finish (cli, id, _ ("The permit is withdrawn."), error);
}

static gboolean
take (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_permit_desk_take (cli->session, id, msk_draft_get_text (cli->draft, "bearer", ""),
                               msk_draft_get_text (cli->draft, "second", ""), error) &&
         finish (cli, id, _ ("The copy is away: enter the receipt when it comes."), error);
}

static gboolean
enter_receipt (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_permit_desk_enter_receipt (cli->session, id,
                                        msk_draft_get_text (cli->draft, "receipt", ""),
                                        msk_draft_get_text (cli->draft, "received_by", ""),
                                        error) &&
         finish (cli, id, _ ("The receipt is entered, and the permit closed."), error);
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) permits = msk_permit_desk_list (cli->session, !cli->options.all, error);
  const gint64 now = msk_session_get_now (cli->session);
  JsonArray *array;
  g_autoptr(MskTable) table = msk_table_new (_ ("Permit"), _ ("Copy"), _ ("Paper"), _ ("Keeper"),
                                              _ ("Home registry"), _ ("Permitted by"),
                                              _ ("Deadline"), _ ("Taken"), _ ("Standing"), NULL);
  g_autofree char *text = NULL;

  if (permits == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < permits->len; i++)
    {
      const MskPermit *permit = g_ptr_array_index (permits, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, permit->id);
      g_autofree char *number = msk_copy_number_dup_text (permit->number);
      g_autofree char *deadline = msk_table_dup_time (permit->deadline_at);
      g_autofree char *taken = msk_table_dup_time (permit->taken_at);

      msk_table_add (table, id, number, permit->document_number, permit->keeper, permit->registry,
                     permit->authority, deadline, taken,
                     permit->is_open
                         ? msk_permit_standing_get_label (msk_permit_classify (permit, now))
                         : msk_permit_outcome_get_label (permit->outcome),
                     NULL);
      json_array_add_object_element (array, msk_json_from_permit (permit, now));
    }

  text = msk_table_dup_text (table);
  json_object_set_array_member (cli->answer, "permits", array);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

#define ONE_PERMIT                                                                                 \
  .arguments = N_ ("PERMIT"), .min_arguments = 1, .max_arguments = 1, .need = MSK_NEED_MEETING

static const MskVerb verbs[] = {
  {
      .name = "grant",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .required = MSK_OPTION_PERSON,
      .keys = grant_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("permit that a person takes a copy away, as responsible leader"),
      .run = grant,
  },
  {
      .name = "withdraw",
      ONE_PERMIT,
      .summary = N_ ("withdraw a permit that nobody has used"),
      .run = withdraw,
  },
  {
      .name = "take",
      ONE_PERMIT,
      .keys = take_keys,
      .summary = N_ ("hand the copy of a permit over to who takes it away"),
      .run = take,
  },
  {
      .name = "receipt",
      ONE_PERMIT,
      .keys = receipt_keys,
      .summary = N_ ("enter the home registry’s return receipt, which closes the permit"),
      .description = N_ ("A copy that comes back instead is scanned at the returns, which closes "
                         "its permit too. The receipt may be entered after the meeting is closed."),
      .run = enter_receipt,
  },
  {
      .name = "list",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list the permits that are closed too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the permits that are open, or all"),
      .run = list,
  },
  { NULL },
};

const MskCommand msk_permit_command = {
  .name = "permit",
  .summary = N_ ("permits to take copies away"),
  .verbs = verbs,
};
