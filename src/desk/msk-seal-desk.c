/* The ledger's head on paper: seals are taken, and held against the ledger later.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-error.h"
#include "msk-seal-key.h"
#include "msk-seal-store.h"
#include "msk-session-private.h"

static gboolean
read_head (MskSession *session,
           MskDatabase *database,
           gint64 meeting_id,
           MskSeal *seal,
           GError **error)
{
  *seal = (MskSeal){ .meeting_id = meeting_id };
  if (!msk_seal_store_read_head (database, seal, error))
    return FALSE;

  msk_seal_key_sign (msk_vault_get_tag_key (msk_session_get_vault (session)), seal);
  return TRUE;
}

gboolean
msk_seal_desk_take (MskSession *session,
                    MskSealOccasion occasion,
                    MskSealPair *pair,
                    GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskDatabase *appliance = NULL;
  MskSealPair taken = { 0 };

  g_return_val_if_fail (pair != NULL, FALSE);

  if (!msk_session_begin (session, MSK_ACT_LEDGER_SEAL, &transaction, error))
    return FALSE;

  /* The seal's own entry is the last before the commit, so it is the head that is read here. */
  taken.at = msk_session_get_now (session);
  appliance = msk_vault_get_appliance (msk_session_get_vault (session));
  if (!msk_seal_store_add (&transaction, occasion, &taken.number, error) ||
      !read_head (session, transaction.database, msk_session_get_meeting (session)->id,
                  &taken.meeting, error) ||
      !read_head (session, appliance, 0, &taken.appliance, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  *pair = taken;
  return TRUE;
}

/* A seal of a meeting that is not the open one. A meeting that the vault does not know was made
 * after this vault's state. */
static gboolean
explain_other (MskDatabase *appliance, const MskSeal *seal, GError **error)
{
  g_autoptr(GPtrArray) meetings = msk_appliance_list_meetings (appliance, error);

  if (meetings == NULL)
    return FALSE;

  for (guint i = 0; i < meetings->len; i++)
    {
      MskMeeting *meeting = g_ptr_array_index (meetings, i);

      if (meeting->id != seal->meeting_id)
        continue;
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING,
                   _ ("This seal is of another ledger, that of meeting %s: open that meeting and "
                      "scan the seal again."),
                   meeting->number);
      return FALSE;
    }

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SEAL_NOT_CONTAINED,
                       _ ("This vault does not know the meeting whose ledger was sealed: an older "
                          "vault was put back. Leave everything as it is and tell the security "
                          "officer."));
  return FALSE;
}

static gboolean
check_genuine (MskSession *session, MskDatabase *appliance, const MskSeal *seal, GError **error)
{
  MskMeeting *meeting = msk_session_get_meeting (session);
  MskDatabase *database;

  if (seal->meeting_id == 0)
    return msk_seal_store_check (appliance, seal, error);
  if (meeting == NULL || meeting->id != seal->meeting_id)
    return explain_other (appliance, seal, error);

  database = msk_session_require_meeting (session, MSK_ACT_SEAL_CHECK, error);
  return database != NULL && msk_seal_store_check (database, seal, error);
}

gboolean
msk_seal_desk_check (MskSession *session, const char *code, MskSeal *seal, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_SEAL_CHECK, error);
  MskSeal read = { 0 };

  g_return_val_if_fail (code != NULL, FALSE);

  if (seal != NULL)
    *seal = read;
  if (appliance == NULL || !msk_seal_parse (code, &read, error) ||
      !msk_seal_key_check (msk_vault_get_tag_key (msk_session_get_vault (session)), &read, error))
    return FALSE;

  if (seal != NULL)
    *seal = read;
  return check_genuine (session, appliance, &read, error);
}

GPtrArray *
msk_seal_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_seal_store_list (database, error);
}
