/* Carriers that are no copy of a paper (C4): registered, labelled, given up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-error.h"
#include "msk-label-run.h"
#include "msk-print-desk-private.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

/* Who registers more at once has mistyped. */
#define ADD_MAX 1000

static gboolean
check_count (guint count, GError **error)
{
  if (count >= 1 && count <= ADD_MAX)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("From 1 to %d carriers are registered at a time: correct the number."), ADD_MAX);
  return FALSE;
}

guint
msk_carrier_desk_add (MskSession *session,
                      const MskCarrierDraft *draft,
                      guint count,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *description = NULL;
  g_autofree char *source = NULL;
  MskCarrierDraft clean;
  guint first = 0;

  g_return_val_if_fail (draft != NULL && draft->description != NULL && draft->source != NULL, 0);

  description = msk_vetting_dup_field (draft->description);
  source = msk_vetting_dup_field (draft->source);
  clean = *draft;
  clean.description = description;
  clean.source = source;
  if (!msk_session_begin_moving (session, MSK_ACT_CARRIER_ADD, &transaction, error) ||
      !check_count (count, error) || !msk_carrier_check_draft (&clean, error))
    return 0;

  for (guint i = 0; i < count; i++)
    {
      guint number;

      if (!msk_carrier_store_add (&transaction, &clean, &number, error))
        return 0;
      first = first == 0 ? number : first;
    }

  return msk_session_commit (session, &transaction, error) ? first : 0;
}

GPtrArray *
msk_carrier_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_carrier_store_list (database, error);
}

MskCarrier *
msk_carrier_desk_get (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_carrier_store_get (database, number, error);
}

gboolean
msk_carrier_desk_get_balance (MskSession *session, MskBalance *balance, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  g_return_val_if_fail (balance != NULL, FALSE);

  return database != NULL && msk_carrier_store_get_balance (database, balance, error);
}

static gpointer
get_carrier (MskDatabase *database, guint number, GError **error)
{
  return msk_carrier_store_get (database, number, error);
}

static gboolean
check_carrier (gpointer thing, GError **error)
{
  return msk_carrier_check_labellable (thing, error);
}

static char *
dup_subject (guint number)
{
  return g_strdup_printf ("carrier %04u", number);
}

static void
tell_carrier (gpointer thing, MskLabelWords *words)
{
  const MskCarrier *carrier = thing;

  words->kind = msk_carrier_kind_dup_words (carrier->kind);
  words->parts[0] = msk_level_get_label (carrier->level);
}

static const MskLabelling labelling = {
  .act = MSK_ACT_CARRIER_LABEL,
  .word = "label",
  .use = MSK_LABEL_CARRIER,
  .tag = MSK_TAG_KIND_CARRIER,
  .n_parts = 1,
  .begin = msk_session_begin_moving,
  .get = get_carrier,
  .check = check_carrier,
  .tell = tell_carrier,
  .dup_subject = dup_subject,
  .put = msk_carrier_store_put_label,
  .set = msk_carrier_store_set_label,
};

gboolean
msk_carrier_desk_print_labels (MskSession *session,
                               GArray *numbers,
                               const char *printer,
                               MskPrintResult *result,
                               GCancellable *cancellable,
                               GError **error)
{
  return msk_label_run (session, &labelling, numbers, printer, result, cancellable, error);
}

static gboolean
move (MskTransaction *transaction,
      MskCarrier *carrier,
      MskAct act,
      MskCopyState to,
      const char *reason,
      GError **error)
{
  MskMovement movement = { .number = carrier->number,
                           .act = act,
                           .from = carrier->state,
                           .to = to,
                           .remark = reason };

  return msk_carrier_store_move (transaction, &movement, error);
}

gboolean
msk_carrier_desk_spoil (MskSession *session, guint number, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) carrier = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_CARRIER_SPOIL, &transaction, error))
    return FALSE;

  carrier = msk_carrier_store_get (transaction.database, number, error);
  clean = carrier == NULL || !msk_carrier_check_spoilable (carrier, error)
              ? NULL
              : msk_print_desk_dup_reason (reason, error);
  return clean != NULL &&
         move (&transaction, carrier, MSK_ACT_CARRIER_SPOIL, MSK_COPY_SPOILED, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_carrier_desk_void (MskSession *session, guint number, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) carrier = NULL;
  g_autofree char *clean = NULL;
  gboolean labelled;

  if (!msk_session_begin_moving (session, MSK_ACT_CARRIER_VOID, &transaction, error))
    return FALSE;

  carrier = msk_carrier_store_get (transaction.database, number, error);
  if (carrier == NULL ||
      !msk_carrier_store_was_labelled (transaction.database, number, &labelled, error))
    return FALSE;

  clean = msk_carrier_check_voidable (carrier, labelled, error)
              ? msk_print_desk_dup_reason (reason, error)
              : NULL;
  return clean != NULL &&
         (carrier->serial == 0 || carrier->label == MSK_ATTEMPT_VOID ||
          msk_carrier_store_set_label (&transaction, carrier->serial, MSK_ATTEMPT_VOID, error)) &&
         move (&transaction, carrier, MSK_ACT_CARRIER_VOID, MSK_COPY_VOID, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

char *
msk_carrier_desk_dup_code (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_CARRIER_CONFIRM, error);
  g_autoptr(MskCarrier) carrier =
                 database == NULL ? NULL : msk_carrier_store_get (database, number, error);

  if (carrier == NULL)
    return NULL;
  if (carrier->serial == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("This carrier has no label: print one first."));
      return NULL;
    }

  return msk_session_dup_code (session, MSK_TAG_KIND_CARRIER, carrier->serial, 1);
}
