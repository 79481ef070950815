/* Permits to take copies away (R3, R2): granted, used, closed by the home registry's receipt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-permit-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-circulation-scan.h"
#include "msk-copy-scan.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-look-alike.h"
#include "msk-paper-store.h"
#include "msk-permit-store.h"
#include "msk-person-name-private.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

/* One line that must be there, as it is kept. The caller owns it. */
static char *
dup_line (const char *text, GError **error)
{
  g_autofree char *clean = text == NULL ? NULL : msk_vetting_dup_field (text);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Everything that a permit or a receipt asks for is written down, in one "
                          "line each: fill in what is missing."));
  return NULL;
}

/* M3: whoever takes a copy away is one who may get it, or has it. */
static gboolean
check_keeper (MskDatabase *database, guint number, gint64 keeper_id, GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (database, number, error);
  g_autoptr(MskAttendee) keeper =
                 copy == NULL ? NULL : msk_attendee_store_get (database, keeper_id, error);
  g_autoptr(MskPaper) paper =
                 keeper == NULL ? NULL : msk_paper_store_get (database, copy->paper_id, error);

  if (paper == NULL || !msk_circulation_scan_check_free (database, number, error) ||
      !msk_permit_check_copy (copy, keeper_id, error))
    return FALSE;

  return copy->state == MSK_COPY_HELD
             ? msk_paper_check_reader (paper, keeper, error)
             : msk_copy_scan_check_issue (database, paper, copy, keeper, error);
}

static gboolean
check_none_open (MskDatabase *database, guint number, gint64 keeper_id, GError **error)
{
  g_autoptr(MskPermit) permit = NULL;

  if (!msk_permit_store_find (database, number, keeper_id, &permit, error))
    return FALSE;
  if (permit == NULL)
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_SECOND_PERMIT,
                 permit->number == number
                     ? _ ("This copy has an open permit already: look in the list of permits, and "
                          "withdraw that one first.")
                     : _ ("This person has an open permit for another copy of the paper: look in "
                          "the list of permits."));
}

/* A name that may be left out. */
static char *
dup_name (const char *name, const char *fallback, GError **error)
{
  return name == NULL || *name == '\0' ? g_strdup (fallback) : msk_person_name_dup (name, error);
}

/* R2, when it is permitted already: the leader names who goes. */
static gboolean
check_bearers (MskDatabase *database, const MskPermitEntry *entry, GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (database, entry->number, error);
  g_autoptr(MskPaper) paper =
                 copy == NULL ? NULL : msk_paper_store_get (database, copy->paper_id, error);

  return paper != NULL && msk_permit_check_bearers (paper->level, entry->bearer, entry->second,
                                                    msk_look_alike, error);
}

/* Who keeps the copy, or carries it, has not permitted it. */
static gboolean
check_authority (MskDatabase *database, const MskPermitEntry *entry, GError **error)
{
  g_autoptr(MskAttendee) keeper = msk_attendee_store_get (database, entry->keeper_id, error);

  return keeper != NULL &&
         msk_person_name_check_authority (entry->authority, keeper->name, error) &&
         msk_person_name_check_authority (entry->authority, entry->bearer, error) &&
         msk_person_name_check_authority (entry->authority, entry->second, error);
}

static gboolean
grant (MskTransaction *transaction, const MskPermitEntry *entry, gint64 *id, GError **error)
{
  if (!check_none_open (transaction->database, entry->number, entry->keeper_id, error) ||
      !check_keeper (transaction->database, entry->number, entry->keeper_id, error) ||
      !check_bearers (transaction->database, entry, error) ||
      !check_authority (transaction->database, entry, error) ||
      !msk_person_name_check_carriers (transaction->database, entry->bearer, entry->second, error))
    return FALSE;
  if (entry->deadline_at <= transaction->actor.now)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME,
                           _ ("The deadline of a permit lies ahead: give a later time."));
      return FALSE;
    }

  return msk_permit_store_grant (transaction, entry, id, error);
}

/* Who is to carry it, as the draft has them; the caller owns both. */
static gboolean
read_bearers (MskDatabase *database,
              const MskPermitDraft *draft,
              char **bearer,
              char **second,
              GError **error)
{
  g_autoptr(MskAttendee) keeper = msk_attendee_store_get (database, draft->keeper_id, error);

  *bearer = keeper == NULL ? NULL : dup_name (draft->bearer, keeper->name, error);
  *second = *bearer == NULL ? NULL : dup_name (draft->second, "", error);
  return *second != NULL;
}

gint64
msk_permit_desk_grant (MskSession *session,
                       guint number,
                       const MskPermitDraft *draft,
                       GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *registry = NULL;
  g_autofree char *authority = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *bearer = NULL;
  g_autofree char *second = NULL;
  MskPermitEntry entry;
  gint64 id;

  if (!msk_session_begin_moving (session, MSK_ACT_PERMIT_GRANT, &transaction, error))
    return 0;

  registry = dup_line (draft->registry, error);
  authority = registry == NULL ? NULL : msk_person_name_dup (draft->authority, error);
  reference = authority == NULL ? NULL : dup_line (draft->reference, error);
  if (reference == NULL || !read_bearers (transaction.database, draft, &bearer, &second, error))
    return 0;

  entry = (MskPermitEntry){ number,    draft->keeper_id,   registry, authority,
                            reference, draft->deadline_at, bearer,   second };
  return grant (&transaction, &entry, &id, error) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

/* The permit, while it is open and was used, or was not, as is wanted. */
static MskPermit *
require_permit (MskDatabase *database, gint64 id, gboolean taken, GError **error)
{
  g_autoptr(MskPermit) permit = msk_permit_store_get (database, id, error);

  if (permit == NULL)
    return NULL;
  if (!permit->is_open)
    refuse (error, MSK_RULE_ERROR_NO_PERMIT,
            _ ("This permit is closed: look in the register of permits, and have another granted "
               "if the copy is to leave again."));
  else if (taken && !permit->is_taken)
    refuse (error, MSK_RULE_ERROR_NO_PERMIT,
            _ ("Nothing has left by this permit yet, so there is nothing to receive: withdraw it "
               "if it is not wanted any more."));
  else if (!taken && permit->is_taken)
    refuse (error, MSK_RULE_ERROR_NO_PERMIT,
            _ ("The copy has left by this permit already: enter the receipt, or scan the copy at "
               "the returns when it is back."));
  else
    return g_steal_pointer (&permit);

  return NULL;
}

gboolean
msk_permit_desk_withdraw (MskSession *session, gint64 permit_id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPermit) permit = NULL;

  if (!msk_session_begin (session, MSK_ACT_PERMIT_WITHDRAW, &transaction, error))
    return FALSE;

  permit = require_permit (transaction.database, permit_id, FALSE, error);
  return permit != NULL &&
         msk_permit_store_close (&transaction, permit_id, MSK_PERMIT_OUTCOME_WITHDRAWN, "", "",
                                 error) &&
         msk_session_commit (session, &transaction, error);
}

static gboolean
take (MskTransaction *transaction,
      const MskPermit *permit,
      const char *bearer,
      const char *second,
      GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  MskMovement movement = { .number = permit->number,
                           .act = MSK_ACT_PERMIT_TAKE,
                           .to = MSK_COPY_AWAY,
                           .attendee_id = permit->keeper_id,
                           .remark = "" };

  if (!check_keeper (transaction->database, permit->number, permit->keeper_id, error) ||
      !msk_permit_check_take (permit, bearer, second, msk_look_alike, transaction->actor.now,
                              error) ||
      !msk_person_name_check_carriers (transaction->database, bearer, second, error))
    return FALSE;

  copy = msk_copy_store_get (transaction->database, permit->number, error);
  if (copy == NULL)
    return FALSE;

  movement.from = copy->state;
  return msk_permit_store_take (transaction, permit->id, bearer, second, error) &&
         msk_copy_store_move (transaction, &movement, error);
}

gboolean
msk_permit_desk_take (MskSession *session,
                      gint64 permit_id,
                      const char *bearer,
                      const char *second,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPermit) permit = NULL;
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_PERMIT_TAKE, &transaction, error))
    return FALSE;

  permit = require_permit (transaction.database, permit_id, FALSE, error);
  first = permit == NULL ? NULL : dup_name (bearer, permit->named_bearer, error);
  other = first == NULL ? NULL : dup_name (second, permit->named_second, error);
  return other != NULL && take (&transaction, permit, first, other, error) &&
         msk_session_commit (session, &transaction, error);
}

/* R3: the receipt is the home registry's word that the copy has come, and nobody's who carried it.
 */
static gboolean
check_registrar (const MskPermit *permit, const char *name, GError **error)
{
  if (!msk_look_alike (name, permit->keeper) && !msk_look_alike (name, permit->bearer) &&
      !msk_look_alike (name, permit->second))
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_OWN_RECEIPT,
                 _ ("The receipt is signed by somebody of the home registry, and not by who keeps "
                    "or carried the copy: ask the registry for a receipt of its own."));
}

gboolean
msk_permit_desk_enter_receipt (MskSession *session,
                               gint64 permit_id,
                               const char *receipt,
                               const char *received_by,
                               GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPermit) permit = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *name = NULL;

  if (!msk_session_begin (session, MSK_ACT_PERMIT_RECEIPT, &transaction, error))
    return FALSE;

  permit = require_permit (transaction.database, permit_id, TRUE, error);
  reference = permit == NULL ? NULL : dup_line (receipt, error);
  name = reference == NULL ? NULL : msk_person_name_dup (received_by, error);
  return name != NULL && check_registrar (permit, name, error) &&
         msk_permit_store_close (&transaction, permit_id, MSK_PERMIT_OUTCOME_RECEIPT, reference,
                                 name, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_permit_desk_list (MskSession *session, gboolean only_open, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_permit_store_list (database, only_open, error);
}

MskPermit *
msk_permit_desk_get (MskSession *session, gint64 permit_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_permit_store_get (database, permit_id, error);
}
