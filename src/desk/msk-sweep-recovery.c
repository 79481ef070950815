/* The closing sweep (M9): what was found is taken back, counted where that is asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-print-desk-private.h"
#include "msk-return-scan.h"
#include "msk-return-store.h"
#include "msk-session-private.h"
#include "msk-spoilage-store.h"
#include "msk-sweep-private.h"
#include "msk-sweep-store.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

/* What was counted is on record, also when it ends nothing. */
static gboolean
finish_count (MskSession *session,
              MskTransaction *transaction,
              MskSweepLine *line,
              MskReturnCount *result,
              const char *remark,
              GError **error)
{
  g_autofree char *figures = msk_return_count_dup_text (result);
  const gboolean ended =
      result->outcome == MSK_COUNT_OUTCOME_PART || result->outcome == MSK_COUNT_OUTCOME_WHOLE;

  if (!msk_sweep_store_set_remark (transaction, line->kind, line->number,
                                   result->outcome == MSK_COUNT_OUTCOME_PART ? figures : remark,
                                   error) ||
      (result->outcome == MSK_COUNT_OUTCOME_WHOLE &&
       !msk_incident_recover_line (transaction, line, remark, error)) ||
      !msk_session_commit (session, transaction, error))
    return FALSE;

  if (!ended)
    msk_page_count_set_error (result->outcome, error);
  return ended;
}

/* Somebody has to answer for a copy that is out or missing: it is counted as at the returns. What
 * was never out is whole. */
static gboolean
take_copy_back (MskSession *session,
                MskTransaction *transaction,
                MskSweepLine *line,
                MskCopy *copy,
                const MskPageCount *count,
                const char *remark,
                MskReturnCount **result,
                GError **error)
{
  const gboolean out = copy->state == MSK_COPY_HELD || copy->state == MSK_COPY_AWAY ||
                       copy->state == MSK_COPY_MISSING;
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_SWEEP_RECOVER,
                           .from = copy->state,
                           .to = MSK_COPY_RETURNED,
                           .remark = remark };
  gboolean must;

  if (out && count != NULL)
    return msk_return_scan_settle (transaction, copy, count, &movement, result, error) &&
           finish_count (session, transaction, line, *result, remark, error);
  if (!msk_return_scan_must_count (session, transaction->database, copy, &must, error) ||
      (out && must && !msk_page_count_refuse_uncounted (error)))
    return FALSE;

  return msk_sweep_move (session, transaction, line, MSK_ACT_SWEEP_RECOVER, MSK_COPY_RETURNED,
                         remark, error);
}

/* As spoiled: a void copy, which nobody had leave to make, and spoiled sheets that had been
 * reported missing. */
static gboolean
take_back (MskSession *session,
           MskTransaction *transaction,
           MskSweepLine *line,
           const MskPageCount *count,
           const char *remark,
           MskReturnCount **result,
           GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  gboolean registered;

  if (line->kind == MSK_SWEEP_CARRIER)
    return msk_sweep_move (session, transaction, line, MSK_ACT_SWEEP_RECOVER,
                           line->state == MSK_COPY_VOID ? MSK_COPY_SPOILED : MSK_COPY_RETURNED,
                           remark, error);

  copy = msk_copy_store_get (transaction->database, line->number, error);
  if (copy == NULL ||
      !msk_spoilage_store_has (transaction->database, copy->serial, &registered, error))
    return FALSE;
  if (line->state != MSK_COPY_VOID && !registered)
    return take_copy_back (session, transaction, line, copy, count, remark, result, error);

  return (registered || msk_print_desk_register_found (transaction, copy, remark, error)) &&
         msk_sweep_move (session, transaction, line, MSK_ACT_SWEEP_RECOVER, MSK_COPY_SPOILED,
                         remark, error);
}

/* Seen where it should not be; or in part, when the rest is found, however it is reported. */
static gboolean
is_to_be_taken_back (MskSweepLine *line)
{
  return line->sweep_class == MSK_SWEEP_FOUND || line->sweep_class == MSK_SWEEP_IN_PART ||
         (line->sightings > 0 && (line->sweep_class == MSK_SWEEP_IN_PRINT || line->pages_back > 0));
}

static gboolean
recover (MskSession *session,
         MskSweepKind kind,
         guint number,
         const MskPageCount *count,
         const char *remark,
         MskReturnCount **result,
         GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskSweepLine) line = NULL;
  g_autofree char *clean = NULL;

  if (!msk_sweep_begin (session, MSK_ACT_SWEEP_RECOVER, &transaction, error))
    return FALSE;

  line = msk_sweep_store_get (transaction.database, kind, number, error);
  if (line == NULL)
    return FALSE;
  if (!is_to_be_taken_back (line))
    return refuse (error, MSK_RULE_ERROR_NOT_ISSUED,
                   line->sightings == 0
                       ? _ ("This has not been seen in the sweep: scan it first.")
                       : _ ("This is where it belongs: nothing needs to be taken back."));
  if (line->state == MSK_COPY_WITH_ORIGINATOR)
    return refuse (error,
                   kind == MSK_SWEEP_CARRIER ? MSK_RULE_ERROR_CARRIER_WITH_ORIGINATOR
                                             : MSK_RULE_ERROR_COPY_WITH_ORIGINATOR,
                   _ ("This is registered as back with its originator: keep it and tell the "
                      "security officer at once."));
  if (line->state == MSK_COPY_DESTROYED)
    return refuse (error,
                   kind == MSK_SWEEP_CARRIER ? MSK_RULE_ERROR_CARRIER_DESTROYED
                                             : MSK_RULE_ERROR_COPY_DESTROYED,
                   _ ("This is registered as destroyed: keep it and tell the security officer "
                      "at once."));

  clean = msk_sweep_dup_needed (remark, error);
  return clean != NULL && take_back (session, &transaction, line, count, clean, result, error);
}

gboolean
msk_sweep_desk_recover (MskSession *session,
                        MskSweepKind kind,
                        guint number,
                        const char *remark,
                        GError **error)
{
  g_autoptr(MskReturnCount) result = NULL;

  return recover (session, kind, number, NULL, remark, &result, error);
}

gboolean
msk_sweep_desk_recover_counted (MskSession *session,
                                guint number,
                                const MskPageCount *count,
                                const char *remark,
                                MskReturnCount **result,
                                GError **error)
{
  g_return_val_if_fail (count != NULL && result != NULL, FALSE);

  *result = NULL;
  return recover (session, MSK_SWEEP_COPY, number, count, remark, result, error);
}

/* As it stands now: the line of the sweep stays missing. */
static gboolean
check_missing (MskDatabase *database,
               MskSweepKind kind,
               guint number,
               guint *pages_back,
               GError **error)
{
  g_autoptr(MskCarrier) carrier = NULL;
  g_autoptr(MskCopy) copy = NULL;

  *pages_back = 0;
  if (kind == MSK_SWEEP_CARRIER)
    carrier = msk_carrier_store_get (database, number, error);
  else
    copy = msk_copy_store_get (database, number, error);
  if (carrier == NULL && copy == NULL)
    return FALSE;

  if (copy != NULL)
    *pages_back = copy->pages_back;
  return (copy != NULL ? copy->state : carrier->state) == MSK_COPY_MISSING ||
         refuse (error, MSK_RULE_ERROR_NOT_ISSUED,
                 _ ("This is not missing: look at its history, and keep what was found apart."));
}

/* Where, how, and before whom: one line. The caller owns it. */
static char *
dup_late_text (const char *place, const char *remark, const MskCosigner *cosigner, GError **error)
{
  g_autofree char *clean_place = msk_sweep_dup_needed (place, error);
  g_autofree char *clean = clean_place == NULL ? NULL : msk_sweep_dup_needed (remark, error);

  return clean == NULL ? NULL
                       : g_strdup_printf (_ ("%s: %s; signed beside by %s"), clean_place, clean,
                                          cosigner->user);
}

gboolean
msk_sweep_desk_find_late (MskSession *session,
                          MskSweepKind kind,
                          guint number,
                          const char *place,
                          const char *remark,
                          const MskCosigner *cosigner,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskSweepLine) line = NULL;
  g_autofree char *text = NULL;
  MskMovement movement = { .number = number,
                           .act = MSK_ACT_SWEEP_FOUND_LATE,
                           .from = MSK_COPY_MISSING,
                           .to = MSK_COPY_RETURNED };
  guint pages_back;

  g_return_val_if_fail (cosigner != NULL, FALSE);

  if (!msk_session_begin (session, MSK_ACT_SWEEP_FOUND_LATE, &transaction, error) ||
      !msk_cosigner_check_other (cosigner, session, error) ||
      !msk_role_check (cosigner->role, MSK_ACT_SWEEP_SIGN, error))
    return FALSE;
  if (msk_session_get_meeting (session)->state != MSK_MEETING_STATE_CLOSED)
    return refuse (error, MSK_RULE_ERROR_MEETING_NOT_CLOSED,
                   _ ("The meeting is not closed: scan what was found in the sweep, and take it "
                      "back there."));

  line = msk_sweep_store_get (transaction.database, kind, number, error);
  if (line == NULL || !check_missing (transaction.database, kind, number, &pages_back, error))
    return FALSE;

  text = dup_late_text (place, remark, cosigner, error);
  if (text == NULL ||
      (pages_back > 0 && !msk_return_store_set_back (&transaction, number, 0, error)))
    return FALSE;

  movement.remark = text;
  return (kind == MSK_SWEEP_CARRIER ? msk_carrier_store_move (&transaction, &movement, error)
                                    : msk_copy_store_move (&transaction, &movement, error)) &&
         msk_incident_recover_line (&transaction, line, text, error) &&
         msk_session_commit (session, &transaction, error);
}
