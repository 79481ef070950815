/* The history of a copy, with who signed for what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-history-desk.h"

#include "msk-copy-store.h"
#include "msk-custody-store.h"
#include "msk-session-private.h"

GPtrArray *
msk_copy_history_desk_list (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskCopy) copy = database == NULL ? NULL : msk_copy_store_get (database, number, error);

  return copy == NULL ? NULL : msk_custody_store_list (database, number, error);
}
