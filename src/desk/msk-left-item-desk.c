/* Things without a code that were left at the venue (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-left-item-desk.h"

#include "msk-incident-store.h"
#include "msk-left-item-store.h"
#include "msk-name.h"
#include "msk-session-private.h"
#include "msk-sweep-private.h"

/* *incident is 0 for what can hold nothing secret. */
static gboolean
open_incident (MskTransaction *transaction,
               const MskLeftDraft *draft,
               gint64 *incident,
               GError **error)
{
  g_autofree char *subject = NULL;
  MskIncidentDraft opened = { .text = draft->description };
  gint64 next;

  *incident = 0;
  if (!msk_left_kind_opens_incident (draft->kind, &opened.kind))
    return TRUE;
  if (!msk_left_item_store_get_next (transaction->database, &next, error))
    return FALSE;

  subject = msk_left_item_dup_subject (next);
  opened.subject = subject;
  return msk_incident_store_open (transaction, &opened, incident, error);
}

gboolean
msk_left_item_desk_add (MskSession *session, const MskLeftDraft *draft, gint64 *id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *description = NULL;
  g_autofree char *finder = NULL;
  MskLeftDraft clean;
  gint64 incident;

  g_return_val_if_fail (draft != NULL && id != NULL, FALSE);

  description = msk_name_dup_field (draft->description);
  finder = msk_name_dup_field (draft->finder);
  clean = (MskLeftDraft){ draft->kind, draft->zone, description, finder };
  return msk_sweep_begin (session, MSK_ACT_LEFT_ITEM_ADD, &transaction, error) &&
         msk_left_item_check_draft (&clean, error) &&
         msk_sweep_zone_check (transaction.database, clean.zone, error) &&
         open_incident (&transaction, &clean, &incident, error) &&
         msk_left_item_store_add (&transaction, &clean, incident, id, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_left_item_desk_handle (MskSession *session, gint64 id, const char *handling, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *clean = NULL;

  if (!msk_sweep_begin (session, MSK_ACT_LEFT_ITEM_HANDLE, &transaction, error))
    return FALSE;

  clean = msk_sweep_dup_needed (handling, error);
  return clean != NULL && msk_left_item_store_handle (&transaction, id, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_left_item_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_left_item_store_list (database, error);
}
