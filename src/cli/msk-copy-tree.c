/* The verbs of msk copy that are about copies of a copy (C2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-tree.h"

#include <glib/gi18n-lib.h>

#include "msk-approval-desk.h"
#include "msk-json.h"
#include "msk-print-desk.h"
#include "msk-recall-desk.h"
#include "msk-reproduction-desk.h"
#include "msk-table.h"

const MskDraftKey msk_copy_tree_recall_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why it is called back, and by whose order") },
  { NULL },
};

const MskDraftKey msk_copy_tree_request_keys[] = {
  { "copies", MSK_DRAFT_COUNT, TRUE, N_ ("how many copies are wanted") },
  { "copier", MSK_DRAFT_TEXT, TRUE, N_ ("the copying organ, which stands on each copy") },
  { "purpose", MSK_DRAFT_TEXT, TRUE, N_ ("what they are needed for") },
  { "applicant", MSK_DRAFT_TEXT, TRUE, N_ ("full name of the person who asks") },
  { "place", MSK_DRAFT_TEXT, FALSE,
    N_ ("where alone they are to be made: the place of a designated printer; any without it") },
  { NULL },
};

void
msk_copy_tree_say_reserved (MskCli *cli, guint first, guint last)
{
  g_autofree char *first_text = msk_copy_number_dup_text (first);
  g_autofree char *last_text = msk_copy_number_dup_text (last);

  json_object_set_int_member (cli->answer, "first", first);
  json_object_set_int_member (cli->answer, "last", last);
  json_object_set_string_member (cli->answer, "shown_first", first_text);
  json_object_set_string_member (cli->answer, "shown_last", last_text);
  msk_cli_say (cli, _ ("Numbers %s to %s are reserved for this paper."), first_text, last_text);
}

gboolean
msk_copy_tree_request (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  g_autoptr(MskCopy) parent = NULL;
  MskCopyRequestDraft wanted = {
    .copies = msk_draft_get_count (draft, "copies", 0),
    .purpose = msk_draft_get_text (draft, "purpose", ""),
    .applicant = msk_draft_get_text (draft, "applicant", ""),
    .place = msk_draft_get_text (draft, "place", ""),
    .copier = msk_draft_get_text (draft, "copier", ""),
  };
  gint64 id;

  if (!msk_cli_get_copy (cli, 0, &wanted.parent, error))
    return FALSE;
  parent = msk_print_desk_get_copy (cli->session, wanted.parent, error);
  id = parent == NULL ? 0
                      : msk_approval_desk_request (cli->session, parent->paper_id, &wanted, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "request", id);
  json_object_set_int_member (cli->answer, "paper", parent->paper_id);
  msk_cli_say (cli, _ ("The request waits for a decision. Its id is %d."), (int) id);
  return TRUE;
}

gboolean
msk_copy_tree_reproduce (MskCli *cli, GError **error)
{
  guint parent, count, first;

  if (!msk_cli_get_copy (cli, 0, &parent, error) || !msk_cli_get_number (cli, 1, &count, error))
    return FALSE;

  first = msk_reproduction_desk_reserve (cli->session, parent, count, error);
  if (first == 0)
    return FALSE;

  msk_copy_tree_say_reserved (cli, first,
                              msk_copy_number_get_child (parent,
                                                         msk_copy_number_get_ordinal (first) +
                                                             count - 1));
  return TRUE;
}

/* The number with a step to the right for each copy above it. */
static char *
dup_branch (guint number, guint top)
{
  const guint depth = msk_copy_number_get_depth (number) - msk_copy_number_get_depth (top);
  g_autofree char *text = msk_copy_number_dup_text (number);
  g_autofree char *space = g_strnfill (2 * depth, ' ');

  return g_strconcat (space, text, NULL);
}

gboolean
msk_copy_tree_show (MskCli *cli, GError **error)
{
  g_autoptr(MskTable) table = msk_table_new (_ ("Number"), _ ("State"), _ ("Print"), _ ("Holder"),
                                              _ ("Issued"), _ ("Recall"), NULL);
  g_autoptr(GPtrArray) copies = NULL;
  g_autofree char *text = NULL;
  guint top;

  if (!msk_cli_get_copy (cli, 0, &top, error))
    return FALSE;
  copies = msk_reproduction_desk_list_tree (cli->session, top, error);
  if (copies == NULL)
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *number = dup_branch (copy->number, top);
      g_autofree char *issued = msk_table_dup_time (copy->issued_at);

      msk_table_add (table, number, msk_copy_state_get_label (copy->state),
                     msk_attempt_get_label (copy->attempt), copy->holder, issued,
                     copy->recall == MSK_RECALL_NONE ? "" : msk_recall_get_label (copy->recall),
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "copies", copies, (MskJsonMake) msk_json_from_copy);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

gboolean
msk_copy_tree_recall (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) copies = NULL;
  guint number, count;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_recall_desk_recall (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                               &count, error))
    return FALSE;

  copies = msk_reproduction_desk_list_tree (cli->session, number, error);
  if (copies == NULL)
    return FALSE;

  json_object_set_int_member (cli->answer, "recalled", count);
  msk_json_set_list (cli->answer, "copies", copies, (MskJsonMake) msk_json_from_copy);
  msk_cli_say (cli, _ ("Recalled now: %u. “msk paper recalled” lists who still has one."), count);
  return TRUE;
}
