/* Verbs about pages that are counted when something comes back (清退).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-paper-desk.h"
#include "msk-return-desk.h"
#include "msk-scan-desk.h"
#include "msk-table.h"
#include "msk-verdict-error.h"

const MskDraftKey msk_return_count_keys[] = {
  { "remark", MSK_DRAFT_TEXT, FALSE, N_ ("what is the matter with which page") },
  { NULL },
};

gboolean
msk_condition_parse (const char *name, MskCondition *condition, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_CONDITION, name, &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such condition: give whole, damaged, torn, written-on "
                              "or tag-unreadable."));
      return FALSE;
    }

  *condition = (MskCondition) value;
  return TRUE;
}

gboolean
msk_cli_read_count (MskCli *cli,
                    const char *remark,
                    MskPageCount *count,
                    gboolean *given,
                    GError **error)
{
  *count = (MskPageCount){ .condition = MSK_CONDITION_WHOLE, .remark = remark };
  *given = cli->options.pages != MSK_OPTION_UNSET;

  if (!*given && (cli->options.condition != NULL || *remark != '\0'))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("A condition and a remark are of something that was counted: give "
                              "--pages too."));
      return FALSE;
    }
  if (*given)
    count->pages = (guint) CLAMP (cli->options.pages, 0, (gint64) MSK_PAGE_COUNT_MAX + 1);

  return cli->options.condition == NULL ||
         msk_condition_parse (cli->options.condition, &count->condition, error);
}

/* Nothing waits for the other half of a command: what is not finished is an error. */
static gboolean
answer (MskCli *cli, const MskVerdict *verdict, GError **error)
{
  int code;

  if (verdict != NULL && verdict->tone == MSK_TONE_WAITING &&
      msk_enum_parse (MSK_TYPE_RULE_ERROR, verdict->code, &code))
    {
      json_object_set_object_member (cli->answer, "verdict", msk_json_from_verdict (verdict));
      g_set_error_literal (error, MSK_RULE_ERROR, code, verdict->text);
      return FALSE;
    }

  return msk_verdict_answer (cli, verdict, error);
}

gboolean
msk_return_verb_take_back (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_RETURN);
  g_autoptr(MskVerdict) verdict = NULL;
  MskPageCount count;
  gboolean given;
  guint number;

  if (!msk_cli_read_copy (cli->options.copy, &number, error) ||
      !msk_cli_read_count (cli, msk_draft_get_text (cli->draft, "remark", ""), &count, &given,
                           error))
    return FALSE;

  verdict = given ? msk_scan_desk_count (desk, number, &count, error)
                  : msk_scan_desk_choose_copy (desk, number, error);
  return answer (cli, verdict, error);
}

gboolean
msk_return_verb_list_parts (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) copies = msk_return_desk_list_parts (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Number"), _ ("Paper"), _ ("Holder"), _ ("Pages"),
                                              _ ("Pages missing"), NULL);
  g_autofree char *text = NULL;

  if (copies == NULL)
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *number = msk_copy_number_dup_text (copy->number);
      g_autofree char *pages = g_strdup_printf ("%u", copy->pages);
      g_autofree char *missing = g_strdup_printf ("%u", copy->pages - copy->pages_back);

      msk_table_add (table, number, copy->document_number, copy->holder, pages, missing, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "copies", copies, (MskJsonMake) msk_json_from_copy);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
set_rule (MskCli *cli, gint64 id, const char *name, GError **error)
{
  int rule;

  if (msk_enum_parse (MSK_TYPE_COUNT_RULE, name, &rule))
    return msk_return_desk_set_rule (cli->session, id, (MskCountRule) rule, error);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("There is no such rule: give by-scheme or always."));
  return FALSE;
}

gboolean
msk_return_verb_rule (MskCli *cli, GError **error)
{
  g_autoptr(MskPaper) paper = NULL;
  gboolean counts;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      (cli->n_arguments > 1 && !set_rule (cli, id, cli->arguments[1], error)))
    return FALSE;

  paper = msk_paper_desk_get (cli->session, id, error);
  if (paper == NULL)
    return FALSE;

  counts = msk_paper_counts_pages (paper, msk_session_get_meeting (cli->session)->scheme);
  json_object_set_object_member (cli->answer, "paper", msk_json_from_paper (paper));
  json_object_set_boolean_member (cli->answer, "counts_pages", counts);
  msk_cli_say (cli, _ ("Pages are counted when a copy comes back: %s."),
               msk_count_rule_get_label (paper->count_rule));
  msk_cli_say (cli, "%s",
               counts ? _ ("Now every copy of it is counted.") : _ ("Now none has to be."));
  return TRUE;
}
