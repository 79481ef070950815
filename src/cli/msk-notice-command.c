/* msk notice: briefing, pledge and the no-recording notice (M1, M5, M8).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-acknowledge-verbs.h"
#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json-notice.h"
#include "msk-json.h"
#include "msk-people-words.h"
#include "msk-report-output.h"
#include "msk-table.h"

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why it was a mistake") },
  { NULL },
};

static const MskDraftKey exception_keys[] = {
  { "authority", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who approved it") },
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("of the written approval") },
  { NULL },
};

/* A kind of text that is no duty card. */
static gboolean
get_kind (MskCli *cli, int *kind, GError **error)
{
  if (!msk_cli_get_enum (cli, 0, MSK_TYPE_TEXT_KIND, kind, error))
    return FALSE;
  if (*kind != MSK_TEXT_DUTY)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("Duty cards have a command of their own: see “msk duty --help”."));
  return FALSE;
}

static gboolean
show_text (MskCli *cli, GError **error)
{
  int kind;

  return get_kind (cli, &kind, error) &&
         msk_acknowledge_verb_show (cli, (MskTextKind) kind, MSK_POST_NONE, error);
}

static gboolean
set_text (MskCli *cli, GError **error)
{
  int kind;

  return get_kind (cli, &kind, error) &&
         msk_acknowledge_verb_set (cli, (MskTextKind) kind, MSK_POST_NONE, error);
}

static gboolean
heard (MskCli *cli, GError **error)
{
  int kind;

  return get_kind (cli, &kind, error) &&
         msk_acknowledge_verb_record (cli, (MskTextKind) kind, MSK_POST_NONE,
                                      MSK_MANNER_IN_THE_ROOM, error);
}

static gboolean
was_signed (MskCli *cli, GError **error)
{
  int kind;

  return get_kind (cli, &kind, error) &&
         msk_acknowledge_verb_record (cli, (MskTextKind) kind, MSK_POST_NONE, MSK_MANNER_ON_PAPER,
                                      error);
}

static gboolean
list_texts (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) texts =
                 msk_briefing_desk_list_texts (cli->session, !cli->options.all, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Text"), _ ("Post"), _ ("Version"), _ ("In force since"),
                                _ ("Set by"), _ ("Title"), NULL);
  g_autofree char *text = NULL;

  if (texts == NULL)
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    {
      const MskTextVersion *version = g_ptr_array_index (texts, i);
      g_autofree char *number = g_strdup_printf ("%u", version->number);
      g_autofree char *since = msk_table_dup_time (version->in_force_at);
      g_autofree char *title = msk_text_dup_title (version->chinese);

      msk_table_add (table, msk_text_kind_get_label (version->kind),
                     msk_post_get_label (version->post), number, since, version->set_by, title,
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "texts", texts, (MskJsonMake) msk_json_from_text_version);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

/* Those who lack something, or everybody. */
static gboolean
status (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Id"), _ ("Name"), _ ("Unit"), _ ("Capacity"),
                                              _ ("Lacks"), NULL);
  g_autofree char *text = NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len;)
    {
      const MskPledgeLine *line = g_ptr_array_index (lines, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, line->attendee->id);
      g_autofree char *lacking = msk_pledge_state_dup_lacking (&line->state);

      if (*lacking == '\0' && !cli->options.all)
        {
          g_ptr_array_remove_index (lines, i);
          continue;
        }
      msk_table_add (table, id, line->attendee->name, line->attendee->unit,
                     msk_capacity_get_label (line->attendee->capacity), lacking, NULL);
      i++;
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "people", lines, (MskJsonMake) msk_json_from_pledge_line);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
list_register (MskCli *cli, GError **error)
{
  const gint64 person = cli->options.person == MSK_OPTION_UNSET ? 0 : cli->options.person;
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list_register (cli->session, person, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Entry"), _ ("Time"), _ ("Name"), _ ("Text"),
                                              _ ("Post"), _ ("Version"), _ ("How"), _ ("Reference"),
                                              _ ("Recorded by"), _ ("Annulled"), NULL);
  g_autofree char *text = NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskAcknowledgement *line = g_ptr_array_index (lines, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, line->id);
      g_autofree char *at = msk_table_dup_time (line->at);
      g_autofree char *number = g_strdup_printf ("%u", line->number);

      msk_table_add (table, id, at, line->name, msk_text_kind_get_label (line->kind),
                     msk_post_get_label (line->post), number, msk_manner_get_label (line->manner),
                     line->reference, line->recorded_by, line->annulment, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "acknowledgements", lines,
                     (MskJsonMake) msk_json_from_acknowledgement);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
annul (MskCli *cli, GError **error)
{
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_briefing_desk_annul (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                error))
    return FALSE;

  msk_cli_say (cli, _ ("The entry stays in the register and no longer counts."));
  return TRUE;
}

static gboolean
make_sheets (MskCli *cli, GError **error)
{
  int kind;

  return get_kind (cli, &kind, error) &&
         msk_acknowledge_verb_sheets (cli, (MskTextKind) kind, MSK_POST_NONE, error);
}

static void
say_notice_text (MskCli *cli, const MskNoticeText *text, MskRecording rule)
{
  g_autofree char *lines = g_strjoinv ("\n", text->lines[rule]);
  g_autofree char *all = g_strjoinv ("\n", text->all);

  msk_cli_say (cli, "%s\n%s\n%s", text->headings[rule], lines, all);
}

static gboolean
show (MskCli *cli, GError **error)
{
  g_autoptr(MskNotice) notice = msk_notice_desk_get (cli->session, error);

  if (notice == NULL)
    return FALSE;

  msk_json_set_notice (cli->answer, notice);
  say_notice_text (cli, notice->chinese, notice->rule);
  say_notice_text (cli, notice->english, notice->rule);
  return TRUE;
}

static gboolean
poster (MskCli *cli, GError **error)
{
  MskSheetOrder order = { .kind = MSK_SHEET_POSTER };
  int rule, media;

  if (!msk_cli_get_enum (cli, 0, MSK_TYPE_RECORDING, &rule, error) ||
      !msk_cli_get_enum (cli, 1, MSK_TYPE_MEDIA, &media, error))
    return FALSE;

  order.rule = (MskRecording) rule;
  order.media = (MskMedia) media;
  return msk_report_output_sheet (cli, &order, error);
}

static gboolean
grant (MskCli *cli, GError **error)
{
  MskExceptionDraft draft = { .authority = msk_draft_get_text (cli->draft, "authority", ""),
                              .reference = msk_draft_get_text (cli->draft, "reference", "") };
  int kind;
  gint64 id;

  if (!msk_cli_get_enum (cli, 0, MSK_TYPE_EXCEPTION, &kind, error) ||
      !msk_cli_get_number (cli, 1, &draft.position, error) ||
      !msk_cli_get_id (cli, 2, &draft.attendee_id, error))
    return FALSE;

  draft.kind = (MskException) kind;
  id = msk_notice_desk_grant (cli->session, &draft, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "exception", id);
  msk_cli_say (cli, _ ("Exception %u is recorded."), (guint) id);
  return TRUE;
}

static gboolean
withdraw (MskCli *cli, GError **error)
{
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) || !msk_notice_desk_withdraw (cli->session, id, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "withdrawn", id);
  msk_cli_say (cli, _ ("The exception was withdrawn."));
  return TRUE;
}

static gboolean
list_exceptions (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) exceptions =
                 msk_notice_desk_list_exceptions (cli->session, !cli->options.all, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Exception"), _ ("Kind"), _ ("Item"), _ ("Name"),
                                              _ ("Unit"), _ ("Approved by"), _ ("Reference"),
                                              _ ("Since"), _ ("Withdrawn"), _ ("State"), NULL);
  g_autofree char *text = NULL;

  if (exceptions == NULL)
    return FALSE;

  for (guint i = 0; i < exceptions->len; i++)
    {
      const MskRecordingException *each = g_ptr_array_index (exceptions, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, each->id);
      g_autofree char *position = g_strdup_printf ("%u", each->position);
      g_autofree char *since = msk_table_dup_time (each->granted_at);
      g_autofree char *withdrawn = msk_table_dup_time (each->withdrawn_at);

      msk_table_add (table, id, msk_exception_get_label (each->kind), position, each->name,
                     each->unit, each->authority, each->reference, since, withdrawn,
                     msk_exception_state_get_label (each->state), NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "exceptions", exceptions, (MskJsonMake) msk_json_from_exception);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "texts",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list every version")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the texts and duty cards in force; with --all every version"),
      .run = list_texts,
  },
  {
      .name = "text",
      .arguments = N_ ("TEXT"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show a text: briefing, pledge, notice or undertaking"),
      .run = show_text,
  },
  {
      .name = "set",
      .arguments = N_ ("TEXT"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = msk_acknowledge_text_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("put a new version of a text in force"),
      .description = N_ ("Whoever took note of the version before has to take note of the new one. "
                         "A notice has the sections #none, #notebook, #free and #all."),
      .run = set_text,
  },
  {
      .name = "heard",
      .arguments = N_ ("TEXT [PERSON…]"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .options = MSK_OPTION_ALL | MSK_OPTION_INSIDE,
      .words = MSK_WORDS_ALL (N_ ("record it for everybody who is approved and has not yet")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that people took note of a text in the room"),
      .description = N_ ("With --all: everybody who is approved and has not yet. "
                         "With --inside: those of them who are inside."),
      .run = heard,
  },
  {
      .name = "signed",
      .arguments = N_ ("TEXT [PERSON…]"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .options = MSK_OPTION_ALL | MSK_OPTION_INSIDE,
      .words = MSK_WORDS_ALL (N_ ("record it for everybody who is approved and has not yet")),
      .keys = msk_acknowledge_signed_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that people signed a text on paper"),
      .description = N_ ("With --all: everybody who is approved and has not yet. "
                         "With --inside: those of them who are inside."),
      .run = was_signed,
  },
  {
      .name = "sheets",
      .arguments = N_ ("TEXT [PERSON…]"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .options = MSK_OPTION_ALL | MSK_OPTION_INSIDE | MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER |
                 MSK_OPTION_TEXT_VERSION,
      .words = MSK_WORDS_ALL (N_ ("make one for everybody who is approved and has not yet")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("a text on paper, a sheet a person, to be signed by hand"),
      .description = N_ ("With --all: everybody who is approved and has not yet. "
                         "With --inside: those of them who are inside."),
      .run = make_sheets,
  },
  {
      .name = "status",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list whoever lacks nothing too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list who lacks what; with --all everybody"),
      .run = status,
  },
  {
      .name = "register",
      .options = MSK_OPTION_PERSON,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list who took note of which version, when and how"),
      .run = list_register,
  },
  {
      .name = "annul",
      .arguments = N_ ("ENTRY"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take back an entry that was made by mistake; it stays on record"),
      .run = annul,
  },
  {
      .name = "show",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show the notice for the item that is dealt with"),
      .run = show,
  },
  {
      .name = "poster",
      .arguments = N_ ("RULE SIZE"),
      .min_arguments = 2,
      .max_arguments = 2,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER | MSK_OPTION_TEXT_VERSION,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("a poster of the notice for a rule (none, notebook, free), in a4 or a3"),
      .run = poster,
  },
  {
      .name = "except",
      .arguments = N_ ("KIND ITEM PERSON"),
      .min_arguments = 3,
      .max_arguments = 3,
      .keys = exception_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record a recorder or note-taker who was approved for an item"),
      .run = grant,
  },
  {
      .name = "withdraw",
      .arguments = N_ ("EXCEPTION"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("withdraw such an exception"),
      .run = withdraw,
  },
  {
      .name = "exceptions",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list those that were withdrawn or lapsed too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list recorders and note-takers; with --all those withdrawn too"),
      .run = list_exceptions,
  },
  { NULL },
};

const MskCommand msk_notice_command = {
  .name = "notice",
  .summary = N_ ("briefing, pledge and the no-recording notice"),
  .verbs = verbs,
};
