/* What msk notice and msk duty share: texts, and who took note of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-acknowledge-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-json-notice.h"
#include "msk-people-words.h"
#include "msk-report-output.h"

const MskDraftKey msk_acknowledge_text_keys[] = {
  { "chinese", MSK_DRAFT_TEXT, TRUE, N_ ("the Chinese text, the title in its first line") },
  { "english", MSK_DRAFT_TEXT, TRUE, N_ ("the same in English") },
  { NULL },
};

const MskDraftKey msk_acknowledge_signed_keys[] = {
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("of the signed sheet") },
  { NULL },
};

gboolean
msk_acknowledge_verb_show (MskCli *cli, MskTextKind kind, MskPost post, GError **error)
{
  g_autoptr(MskTextVersion) text = msk_briefing_desk_get_text (cli->session, kind, post, error);

  if (text == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "text", msk_json_from_text_version (text));
  msk_cli_say (cli, _ ("Version %u"), text->number);
  msk_cli_say (cli, "%s\n\n%s", text->chinese, text->english);
  return TRUE;
}

gboolean
msk_acknowledge_verb_set (MskCli *cli, MskTextKind kind, MskPost post, GError **error)
{
  const guint number =
      msk_briefing_desk_set_text (cli->session, kind, post,
                                  msk_draft_get_text (cli->draft, "chinese", ""),
                                  msk_draft_get_text (cli->draft, "english", ""), error);

  if (number == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "number", number);
  msk_cli_say (cli, _ ("Version %u is in force, and nobody has taken note of it yet."), number);
  return TRUE;
}

gboolean
msk_acknowledge_verb_record (MskCli *cli,
                             MskTextKind kind,
                             MskPost post,
                             MskManner manner,
                             GError **error)
{
  const MskAcknowledgeDraft draft = {
    .kind = kind,
    .post = post,
    .manner = manner,
    .inside = cli->options.inside,
    .reference = cli->draft == NULL ? "" : msk_draft_get_text (cli->draft, "reference", ""),
  };
  g_autoptr(GArray) people = NULL;
  int count;

  if (!msk_cli_read_people (cli, 1, &people, error))
    return FALSE;

  count = msk_briefing_desk_acknowledge (cli->session, &draft, people, error);
  if (count < 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "recorded", count);
  msk_cli_say (cli,
               g_dngettext (GETTEXT_PACKAGE, "Recorded for %d person.", "Recorded for %d people.",
                            (gulong) count),
               count);
  return TRUE;
}

gboolean
msk_acknowledge_verb_sheets (MskCli *cli, MskTextKind kind, MskPost post, GError **error)
{
  g_autoptr(GArray) people = NULL;
  MskSheetOrder order = {
    .kind = MSK_SHEET_TEXT,
    .text = kind,
    .post = post,
    .inside = cli->options.inside,
  };

  if (!msk_cli_read_people (cli, 1, &people, error))
    return FALSE;

  order.people = people;
  if (!msk_report_output_sheet (cli, &order, error))
    return FALSE;

  msk_cli_say (cli, "%s",
               kind == MSK_TEXT_DUTY
                   ? _ ("Record each that was signed, under its reference: msk duty signed.")
                   : _ ("Record each that was signed, under its reference: msk notice signed."));
  return TRUE;
}

gboolean
msk_acknowledge_verb_card (MskCli *cli, MskPost post, GError **error)
{
  MskSheetOrder order = { .kind = MSK_SHEET_TEXT,
                          .text = MSK_TEXT_DUTY,
                          .post = post,
                          .unnamed = TRUE };

  return msk_report_output_sheet (cli, &order, error);
}
