/* The rule by which pages are counted when a copy comes back (清退), and what came back in part.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-return-scan.h"
#include "msk-return-store.h"
#include "msk-session-private.h"

gboolean
msk_return_desk_set_rule (MskSession *session, gint64 paper_id, MskCountRule rule, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPaper) paper = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_COUNT_RULE, &transaction, error))
    return FALSE;

  paper = msk_paper_store_get (transaction.database, paper_id, error);
  if (paper == NULL)
    return FALSE;
  if (paper->count_rule == rule)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_CHANGED,
                           _ ("This is the rule for this paper already: choose another one, or "
                              "leave it."));
      return FALSE;
    }

  return msk_return_store_set_rule (&transaction, paper_id, rule, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_return_desk_must_count (MskSession *session, guint number, gboolean *must, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskCopy) copy = database == NULL ? NULL : msk_copy_store_get (database, number, error);

  g_return_val_if_fail (must != NULL, FALSE);

  return copy != NULL && msk_return_scan_must_count (session, database, copy, must, error);
}

GPtrArray *
msk_return_desk_list_parts (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_return_store_list_parts (database, error);
}
