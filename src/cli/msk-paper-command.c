/* msk paper: taking papers in, and the approval to copy them (C1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-input.h"
#include "msk-json.h"
#include "msk-paper-desk.h"
#include "msk-table.h"

#define PAPER_MAX (1024 * 1024 * 1024)

static const MskDraftKey paper_keys[] = {
  { "document_number", MSK_DRAFT_TEXT, TRUE, N_ ("the document number, 文号") },
  { "title", MSK_DRAFT_TEXT, TRUE, N_ ("its title") },
  { "level", MSK_DRAFT_LEVEL, TRUE, N_ ("its level of secrecy") },
  { "period", MSK_DRAFT_TEXT, FALSE,
    N_ ("the retention period, such as 10年, 6个月 or 长期; the level's ceiling without it") },
  { "originator", MSK_DRAFT_TEXT, TRUE, N_ ("the organ that issued it") },
  { "scope", MSK_DRAFT_SCOPE, TRUE, N_ ("who may get it") },
  { NULL },
};

static const MskDraftKey approval_keys[] = {
  { "copies", MSK_DRAFT_COUNT, TRUE, N_ ("how many copies are allowed") },
  { "authority", MSK_DRAFT_TEXT, TRUE, N_ ("full name of the person who decided") },
  { "post", MSK_DRAFT_TEXT, TRUE, N_ ("their post") },
  { "organ", MSK_DRAFT_TEXT, TRUE, N_ ("for which organ; for a Top Secret paper its originator") },
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("the reference of the written decision") },
  { "decided", MSK_DRAFT_TIME, FALSE, N_ ("when; now without it") },
  { NULL },
};

static gboolean
add (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  const MskPaperDraft paper = {
    .document_number = msk_draft_get_text (draft, "document_number", ""),
    .title = msk_draft_get_text (draft, "title", ""),
    .level = msk_draft_get_level (draft, "level", MSK_LEVEL_TOP_SECRET),
    .period = msk_draft_get_text (draft, "period", ""),
    .originator = msk_draft_get_text (draft, "originator", ""),
    .scope = msk_draft_get_scope (draft, "scope", 0),
  };
  g_autoptr(GBytes) file = msk_input_read (cli->arguments[0], PAPER_MAX, error);
  g_autoptr(GPtrArray) warnings = NULL;
  gint64 id;

  if (file == NULL)
    return FALSE;

  id = msk_paper_desk_add (cli->session, &paper, file, &warnings, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "paper", id);
  msk_json_set_texts (cli->answer, "warnings", warnings);
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    msk_cli_say (cli, "%s", (const char *) g_ptr_array_index (warnings, i));
  msk_cli_say (cli, _ ("The paper is in the register. Its id is %d."), (int) id);
  return TRUE;
}

static gboolean
approve (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  const MskApproval approval = {
    .copies = msk_draft_get_count (draft, "copies", 0),
    .authority = msk_draft_get_text (draft, "authority", ""),
    .post = msk_draft_get_text (draft, "post", ""),
    .organ = msk_draft_get_text (draft, "organ", ""),
    .reference = msk_draft_get_text (draft, "reference", ""),
    .decided_at = msk_draft_get_time (draft, "decided", 0),
  };
  g_autoptr(MskPaper) paper = NULL;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_paper_desk_approve (cli->session, id, &approval, error))
    return FALSE;

  paper = msk_paper_desk_get (cli->session, id, error);
  if (paper == NULL)
    return FALSE;

  json_object_set_int_member (cli->answer, "paper", id);
  json_object_set_int_member (cli->answer, "approved", paper->approved);
  msk_cli_say (cli, _ ("Copies of this paper approved so far: %u."), paper->approved);
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Id"), _ ("Document number"), _ ("Title"), _ ("Level"),
                                _ ("Pages"), _ ("Approved"), _ ("Numbers"), NULL);
  g_autofree char *text = NULL;

  if (papers == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, paper->id);
      g_autofree char *pages = g_strdup_printf ("%u", paper->pages);
      g_autofree char *approved = g_strdup_printf ("%u", paper->approved);
      g_autofree char *allocated = g_strdup_printf ("%u", paper->allocated);

      msk_table_add (table, id, paper->document_number, paper->title,
                     msk_level_get_label (paper->level), pages, approved, allocated, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "papers", papers, (MskJsonMake) msk_json_from_paper);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static void
say_paper (MskCli *cli, const MskPaper *paper, const MskBalance *balance)
{
  g_autofree char *scope = msk_capacity_set_dup_label (paper->scope);
  g_autofree char *sum = msk_balance_dup_text (balance);
  g_autofree char *pages = g_strdup_printf ("%u", paper->pages);
  g_autoptr(MskTable) table = msk_table_new (_ ("Document number"), paper->document_number, NULL);
  g_autofree char *text = NULL;

  msk_table_add (table, _ ("Title"), paper->title, NULL);
  msk_table_add (table, _ ("Level"), msk_level_get_label (paper->level), NULL);
  msk_table_add (table, _ ("Retention period"), paper->period, NULL);
  msk_table_add (table, _ ("Originator"), paper->originator, NULL);
  msk_table_add (table, _ ("Distribution scope"), scope, NULL);
  msk_table_add (table, _ ("Pages"), pages, NULL);
  msk_table_add (table, "SHA-256", paper->sha256, NULL);
  msk_table_add (table, _ ("Balance"), sum, NULL);
  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s", text);
}

static gboolean
show (MskCli *cli, GError **error)
{
  g_autoptr(MskPaper) paper = NULL;
  MskBalance balance = { 0 };
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;

  paper = msk_paper_desk_get (cli->session, id, error);
  if (paper == NULL || !msk_paper_desk_get_balance (cli->session, id, &balance, error))
    return FALSE;

  json_object_set_object_member (cli->answer, "paper", msk_json_from_paper (paper));
  json_object_set_object_member (cli->answer, "balance", msk_json_from_balance (&balance));
  say_paper (cli, paper, &balance);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "add",
      .arguments = N_ ("FILE.pdf"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = paper_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a PDF (- for standard input) into the encrypted register"),
      .run = add,
  },
  {
      .name = "approve",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = approval_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record who allowed how many copies; it adds to what was allowed before"),
      .run = approve,
  },
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the papers"),
      .run = list,
  },
  {
      .name = "show",
      .arguments = N_ ("ID"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show a paper with the balance of its copies"),
      .run = show,
  },
  { NULL },
};

const MskCommand msk_paper_command = {
  .name = "paper",
  .summary = N_ ("papers and the approval to copy them"),
  .verbs = verbs,
};
