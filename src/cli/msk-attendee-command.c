/* msk attendee: the list of people from import to seal (M4), and their badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-badge-verbs.h"
#include "msk-cli.h"
#include "msk-json.h"
#include "msk-list-import.h"
#include "msk-roster-verbs.h"
#include "msk-vetting-desk.h"

#define MSK_OPTIONS_IMPORT                                                                         \
  (MSK_OPTION_ENCODING | MSK_OPTION_COLUMNS | MSK_OPTION_SHEET | MSK_OPTION_ACCEPT_WARNINGS)
#define IMPORT_HELP                                                                                  \
  N_ ("Columns, in any order: 姓名 name, 单位 unit, 职务 post, 身份 capacity, 涉密等级 " \
      "clearance, 座位 seat. UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs; or an "    \
      "xlsx workbook. All of the people or nobody: what is doubtful wants --accept-warnings.")

#define DOUBT_HELP                                                                                 \
  N_ ("What is doubtful wants --accept-warnings, as in a file: a name that is or looks like "      \
      "somebody’s on the lists, no unit or post, a clearance below the meeting’s level.")

static const MskDraftKey person_keys[] = {
  { "name", MSK_DRAFT_TEXT, TRUE, N_ ("full name") },
  { "unit", MSK_DRAFT_TEXT, TRUE, N_ ("unit") },
  { "post", MSK_DRAFT_TEXT, TRUE, N_ ("post") },
  { "capacity", MSK_DRAFT_CAPACITY, TRUE, N_ ("in what capacity they come") },
  { "clearance", MSK_DRAFT_LEVEL, TRUE, N_ ("up to which level they are cleared") },
  { "nominating_unit", MSK_DRAFT_TEXT, FALSE,
    N_ ("whose wish it is that they come; the organiser's without it") },
  { "post_starts", MSK_DRAFT_TIME, FALSE,
    N_ ("when the post of staff and service starts; with the meeting without it") },
  { NULL },
};

/* What is left out stays as it is. */
static const MskDraftKey change_keys[] = {
  { "name", MSK_DRAFT_TEXT, FALSE, N_ ("full name") },
  { "unit", MSK_DRAFT_TEXT, FALSE, N_ ("unit") },
  { "post", MSK_DRAFT_TEXT, FALSE, N_ ("post") },
  { "capacity", MSK_DRAFT_CAPACITY, FALSE, N_ ("in what capacity they come") },
  { "clearance", MSK_DRAFT_LEVEL, FALSE, N_ ("up to which level they are cleared") },
  { "nominating_unit", MSK_DRAFT_TEXT, FALSE, N_ ("whose wish it is that they come") },
  { "post_starts", MSK_DRAFT_TIME, FALSE, N_ ("when the post of staff and service starts") },
  { NULL },
};

static const MskDraftKey press_keys[] = {
  { "authority", MSK_DRAFT_TEXT, TRUE, N_ ("who gave leave") },
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("where that is written") },
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("the reason of the decision") },
  { NULL },
};

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("the reason of the decision") },
  { NULL },
};

static const MskDraftKey lost_keys[] = {
  { "text", MSK_DRAFT_TEXT, TRUE, N_ ("where and when it was lost, as far as is known") },
  { NULL },
};

/* What is doubtful stands in the answer, refused or not. */
static gboolean
judge (MskCli *cli, gint64 id, const MskAttendeeDraft *person, GError **error)
{
  g_autoptr(MskAttendeeList) list = msk_vetting_desk_judge (cli->session, id, person, error);

  if (list == NULL)
    return FALSE;

  if (person->accepted)
    msk_list_import_tell (cli, list);
  else
    msk_list_import_answer (cli, list);
  return TRUE;
}

static gboolean
add (MskCli *cli, GError **error)
{
  const MskAttendeeDraft person = {
    .name = msk_draft_get_text (cli->draft, "name", ""),
    .unit = msk_draft_get_text (cli->draft, "unit", ""),
    .post = msk_draft_get_text (cli->draft, "post", ""),
    .capacity = msk_draft_get_capacity (cli->draft, "capacity", MSK_CAPACITY_DELEGATE),
    .clearance = msk_draft_get_level (cli->draft, "clearance", MSK_LEVEL_CONFIDENTIAL),
    .nominating_unit = msk_draft_get_text (cli->draft, "nominating_unit", NULL),
    .post_starts_at = msk_draft_get_time (cli->draft, "post_starts", 0),
    .accepted = cli->options.accept_warnings,
  };
  gint64 id;

  if (!judge (cli, 0, &person, error) || !msk_vetting_desk_add (cli->session, &person, &id, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "attendee", id);
  msk_cli_say (cli, _ ("Person %u is on the open list: submit it for the decision."), (guint) id);
  return TRUE;
}

static gboolean
submit (MskCli *cli, GError **error)
{
  const int count = msk_vetting_desk_submit (cli->session, error);

  if (count < 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "submitted", count);
  msk_cli_say (cli, _ ("Submitted to the responsible leader: %d."), count);
  return TRUE;
}

/* What is to be taken back from whom the list lost. */
static void
say_held (MskCli *cli, GPtrArray *held)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < held->len; i++)
    g_ptr_array_add (texts, msk_holding_dup_text (g_ptr_array_index (held, i)));
  msk_json_set_texts (cli->answer, "held", texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const MskHolding *holding = g_ptr_array_index (held, i);

      msk_cli_say (cli,
                   holding->kind == MSK_HOLDING_DEVICE ? _ ("Give back: %s") : _ ("Take back: %s"),
                   (const char *) g_ptr_array_index (texts, i));
    }
}

static gboolean
withdraw (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) held = NULL;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_vetting_desk_withdraw (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                  &held, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "withdrawn", id);
  msk_cli_say (cli, _ ("The person is barred, and their badge is void."));
  say_held (cli, held);
  return TRUE;
}

static gboolean
change (MskCli *cli, GError **error)
{
  g_autoptr(MskAttendee) now = NULL;
  g_autoptr(GPtrArray) held = NULL;
  MskAttendeeDraft person;
  gint64 id, changed;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;
  now = msk_vetting_desk_get (cli->session, id, error);
  if (now == NULL)
    return FALSE;

  person = (MskAttendeeDraft){
    .name = msk_draft_get_text (cli->draft, "name", now->name),
    .unit = msk_draft_get_text (cli->draft, "unit", now->unit),
    .post = msk_draft_get_text (cli->draft, "post", now->post),
    .capacity = msk_draft_get_capacity (cli->draft, "capacity", now->capacity),
    .clearance = msk_draft_get_level (cli->draft, "clearance", now->clearance),
    .nominating_unit = msk_draft_get_text (cli->draft, "nominating_unit", now->nominating_unit),
    .post_starts_at = msk_draft_get_time (cli->draft, "post_starts", now->post_starts_at),
    .accepted = cli->options.accept_warnings,
  };
  if (!judge (cli, id, &person, error) ||
      !msk_vetting_desk_change (cli->session, id, &person, &changed, &held, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "attendee", changed);
  msk_cli_say (cli, changed == id
                        ? _ ("The person is changed, and is vetted anew: submit the list.")
                        : _ ("The entry of the sealed list is withdrawn, and a new one is on "
                             "the open list: submit it."));
  say_held (cli, held);
  return TRUE;
}

static gboolean
approve_one (MskCli *cli, gint64 id, GError **error)
{
  return msk_vetting_desk_approve (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                   error);
}

static gboolean
approve (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "approved", msk_cli_get_id, approve_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Approved: %u."), cli->n_arguments);
  return TRUE;
}

static gboolean
approve_press (MskCli *cli, GError **error)
{
  const MskPressDecision decision = {
    .authority = msk_draft_get_text (cli->draft, "authority", ""),
    .reference = msk_draft_get_text (cli->draft, "reference", ""),
    .reason = msk_draft_get_text (cli->draft, "reason", ""),
  };
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_vetting_desk_approve_press (cli->session, id, &decision, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "approved", id);
  msk_cli_say (cli, _ ("Approved as press, with a decision of its own."));
  return TRUE;
}

static gboolean
return_one (MskCli *cli, gint64 id, GError **error)
{
  return msk_vetting_desk_return (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                  error);
}

static gboolean
return_some (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "returned", msk_cli_get_id, return_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Returned for more: %u."), cli->n_arguments);
  return TRUE;
}

/* Observers and press wait for a decision of their own: nobody is to think that all is done. */
static gboolean
count_waiting (MskCli *cli, guint *waiting, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (cli->session, error);

  if (people == NULL)
    return FALSE;

  *waiting = 0;
  for (guint i = 0; i < people->len; i++)
    {
      const MskAttendee *person = g_ptr_array_index (people, i);

      *waiting += person->vetting == MSK_VETTING_SUBMITTED;
    }
  return TRUE;
}

static gboolean
approve_rest (MskCli *cli, GError **error)
{
  guint waiting;
  int count = msk_vetting_desk_approve_rest (cli->session,
                                             msk_draft_get_text (cli->draft, "reason", ""), error);

  if (count < 0 || !count_waiting (cli, &waiting, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "approved", count);
  json_object_set_int_member (cli->answer, "waiting", waiting);
  msk_cli_say (cli, _ ("Approved: %d."), count);
  if (waiting > 0)
    msk_cli_say (cli,
                 _ ("Still to be decided one by one, as observers, press and namesakes of somebody "
                    "barred are: %u."),
                 waiting);
  return TRUE;
}

static gboolean
reject_one (MskCli *cli, gint64 id, GError **error)
{
  return msk_vetting_desk_reject (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                  error);
}

static gboolean
reject (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "rejected", msk_cli_get_id, reject_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Rejected: %u."), cli->n_arguments);
  return TRUE;
}

static gboolean
seal (MskCli *cli, GError **error)
{
  g_autofree char *code = msk_vetting_desk_seal (cli->session, error);

  if (code == NULL)
    return FALSE;

  json_object_set_string_member (cli->answer, "code", code);
  msk_cli_say (cli, _ ("The list is sealed. Its code is %s."), code);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "import",
      .arguments = N_ ("FILE"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTIONS_IMPORT,
      .need = MSK_NEED_MEETING,
      .summary =
          N_ ("put the people of a CSV or xlsx file (- for standard input) on the open list"),
      .description = IMPORT_HELP,
      .run = msk_list_import_run,
  },
  {
      .name = "check",
      .arguments = N_ ("FILE"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTIONS_IMPORT,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show what import would do with a file, and do nothing"),
      .description = IMPORT_HELP,
      .run = msk_list_import_check,
  },
  {
      .name = "list",
      .options = MSK_OPTION_FROM | MSK_OPTION_SORT,
      .keys = msk_roster_verbs_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the people, or those that --from describes"),
      .run = msk_roster_verbs_list,
  },
  {
      .name = "export",
      .arguments = N_ ("FILE"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTION_FROM | MSK_OPTION_SORT | MSK_OPTION_FORMAT,
      .keys = msk_roster_verbs_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("write the people, or those that --from describes, to a new file for a "
                     "spreadsheet"),
      .description = N_ ("The file is not encrypted, and that it was written stands in the ledger. "
                         "Every cell is text and none runs as a formula: in a CSV an apostrophe "
                         "stands before what a spreadsheet would run, which import takes off "
                         "again."),
      .run = msk_roster_verbs_export,
  },
  {
      .name = "add",
      .options = MSK_OPTION_ACCEPT_WARNINGS,
      .keys = person_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("put one person on the open list"),
      .description = DOUBT_HELP,
      .run = add,
  },
  {
      .name = "change",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTION_ACCEPT_WARNINGS,
      .keys = change_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("change what the list says of a person, who is then vetted anew"),
      .description = N_ ("After the seal the old entry is withdrawn and a new one put on the open "
                         "list. What is doubtful, as in a file, wants --accept-warnings."),
      .run = change,
  },
  {
      .name = "submit",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("submit the open list to the responsible leader"),
      .run = submit,
  },
  {
      .name = "approve",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("decide that people may come"),
      .run = approve,
  },
  {
      .name = "approve-rest",
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("decide that everybody not yet decided may come, but for observers and press"),
      .run = approve_rest,
  },
  {
      .name = "approve-press",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = press_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("decide that one of the press may come"),
      .run = approve_press,
  },
  {
      .name = "return",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("ask the organiser for more about people; the reason says what"),
      .run = return_some,
  },
  {
      .name = "reject",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("decide that people may not come"),
      .run = reject,
  },
  {
      .name = "seal",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("seal the open list; later names go on the next one"),
      .run = seal,
  },
  {
      .name = "withdraw",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("bar a person from now on; says what to take back from them"),
      .run = withdraw,
  },
  {
      .name = "badge",
      .arguments = N_ ("[ID…]"),
      .max_arguments = MSK_ARGUMENTS_ANY,
      .required = MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print badges: of these people, or of everybody who has none"),
      .description = N_ ("A badge counts once it was scanned or confirmed."),
      .run = msk_badge_verbs_print,
  },
  {
      .name = "badge-confirm",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("say that badges were looked at after printing and are good"),
      .run = msk_badge_verbs_confirm,
  },
  {
      .name = "badge-reissue",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .required = MSK_OPTION_PRINTER,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print other badges; the earlier ones of these people become void"),
      .run = msk_badge_verbs_reissue,
  },
  {
      .name = "badge-void",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("give up the badges of people"),
      .run = msk_badge_verbs_void,
  },
  {
      .name = "badge-lost",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = lost_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("report a badge lost: it is void at once, and an incident is opened"),
      .run = msk_badge_verbs_lose,
  },
  {
      .name = "badges",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list all badges that were ever printed"),
      .run = msk_badge_verbs_list,
  },
  { NULL },
};

const MskCommand msk_attendee_command = {
  .name = "attendee",
  .summary = N_ ("the list of people: import, decision, seal, badges"),
  .verbs = verbs,
};
