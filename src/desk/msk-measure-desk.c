/* Measures before the meeting, its opening (M1), and the check of the venue after it (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measure-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-measure-store.h"
#include "msk-opening-store.h"
#include "msk-session-private.h"
#include "msk-sweep-store.h"
#include "msk-vetting-private.h"

MskChecklist *
msk_measure_desk_get_checklist (MskSession *session, MskMeasurePhase phase, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_measure_store_load (database, phase, error);
}

GPtrArray *
msk_measure_desk_list_records (MskSession *session, const char *id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  g_return_val_if_fail (id != NULL, NULL);

  return database == NULL ? NULL : msk_measure_store_list_records (database, id, error);
}

/* The caller owns it. */
static MskMeasure *
find_measure (MskDatabase *database, const char *id, GError **error)
{
  for (MskMeasurePhase phase = 0; phase < MSK_MEASURE_N_PHASES; phase++)
    {
      g_autoptr(MskChecklist) checklist = msk_measure_store_load (database, phase, error);
      MskMeasure *measure = checklist == NULL ? NULL : msk_checklist_find (checklist, id);

      if (checklist == NULL)
        return NULL;
      if (measure != NULL)
        return g_object_ref (measure);
    }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("The checklists of this meeting have no such measure: look at “msk "
                          "measure list”."));
  return NULL;
}

/* A room that people still sit in is not looked through (M9). */
static gboolean
check_phase (MskMeasure *measure, MskDatabase *database, GError **error)
{
  MskSweepFacts facts;

  if (measure->phase == MSK_MEASURE_PHASE_BEFORE)
    return TRUE;
  if (!msk_sweep_store_load (database, &facts, error))
    return FALSE;
  if (facts.started_at != 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_NOT_STARTED,
                       _ ("The venue is checked when everybody has left: start the sweep first, "
                          "and record then what was looked through."));
  return FALSE;
}

/* The rules, against what the register says inside the transaction. */
static gboolean
check_record (MskSession *session,
              MskDatabase *database,
              const MskMeasureDraft *draft,
              GError **error)
{
  g_autoptr(MskMeasure) measure = find_measure (database, draft->id, error);
  gboolean has_liaison;

  return measure != NULL && check_phase (measure, database, error) &&
         msk_measure_store_has_liaison (database, measure->department, &has_liaison, error) &&
         msk_measure_check_record (measure, draft, msk_session_get_role (session), has_liaison,
                                   msk_session_get_now (session), error);
}

gboolean
msk_measure_desk_record (MskSession *session, const MskMeasureDraft *draft, GError **error)
{
  const char *const ids[] = { draft != NULL ? draft->id : NULL, NULL };

  return msk_measure_desk_record_all (session, ids, draft, error);
}

gboolean
msk_measure_desk_record_all (MskSession *session,
                             const char *const *ids,
                             const MskMeasureDraft *draft,
                             GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *done_by = NULL;
  g_autofree char *evidence = NULL;
  MskMeasureDraft clean;

  g_return_val_if_fail (ids != NULL && ids[0] != NULL && draft != NULL, FALSE);
  g_return_val_if_fail (draft->done_by != NULL && draft->evidence != NULL, FALSE);

  done_by = msk_vetting_dup_field (draft->done_by);
  evidence = msk_vetting_dup_field (draft->evidence);
  clean = *draft;
  clean.done_by = done_by;
  clean.evidence = evidence;
  if (!msk_session_begin_present (session, MSK_ACT_MEASURE_RECORD, &transaction, error))
    return FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      clean.id = ids[i];
      if (!check_record (session, transaction.database, &clean, error) ||
          !msk_measure_store_record (&transaction, &clean, error))
        return FALSE;
    }

  /* Whoever signed the sweep signed for what was looked at until then. */
  return msk_sweep_store_bump (&transaction, error) &&
         msk_session_commit (session, &transaction, error);
}

gint64
msk_measure_desk_add_liaison (MskSession *session, const MskLiaisonDraft *draft, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *organ = NULL;
  g_autofree char *contact = NULL;
  g_autofree char *agreed = NULL;
  g_autofree char *reference = NULL;
  MskLiaisonDraft clean;
  gint64 id;

  g_return_val_if_fail (draft != NULL && draft->organ != NULL && draft->contact != NULL &&
                            draft->agreed != NULL && draft->reference != NULL,
                        0);

  organ = msk_vetting_dup_field (draft->organ);
  contact = msk_vetting_dup_field (draft->contact);
  agreed = msk_vetting_dup_field (draft->agreed);
  reference = msk_vetting_dup_field (draft->reference);
  clean = (MskLiaisonDraft){ draft->department, organ, contact, draft->at, agreed, reference };
  return msk_session_begin_present (session, MSK_ACT_LIAISON_RECORD, &transaction, error) &&
                 msk_liaison_check_draft (&clean, msk_session_get_now (session), error) &&
                 msk_measure_store_add_liaison (&transaction, &clean, &id, error) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

GPtrArray *
msk_measure_desk_list_liaisons (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_measure_store_list_liaisons (database, error);
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
check_opening (MskDatabase *database, GError **error)
{
  g_autoptr(MskChecklist) checklist = NULL;
  gboolean is_open, sealed;

  if (!msk_opening_store_is_open (database, &is_open, error) ||
      !msk_opening_store_has_sealed_list (database, &sealed, error))
    return FALSE;
  if (is_open)
    return refuse (error, MSK_RULE_ERROR_ALREADY_OPENED,
                   _ ("The meeting was opened before: look at the page of the measures for when."));
  if (!sealed)
    return refuse (error, MSK_RULE_ERROR_NO_SEALED_LIST,
                   _ ("No list of attendees is sealed, so nobody could be let in: decide on the "
                      "list and seal it first."));

  checklist = msk_measure_store_load (database, MSK_MEASURE_PHASE_BEFORE, error);
  return checklist != NULL && msk_measure_check_opening (checklist->measures, error);
}

gboolean
msk_measure_desk_check_opening (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database != NULL && check_opening (database, error);
}

gboolean
msk_measure_desk_open_meeting (MskSession *session, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_moving (session, MSK_ACT_MEETING_OPEN, &transaction, error) &&
         check_opening (transaction.database, error) &&
         msk_opening_store_open (&transaction, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_measure_desk_get_opening (MskSession *session,
                              gint64 *opened_at,
                              char **opened_by,
                              GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autofree char *user = NULL;

  g_return_val_if_fail (opened_at != NULL, FALSE);

  if (database == NULL || !msk_opening_store_load (database, opened_at, &user, error))
    return FALSE;

  if (opened_by != NULL)
    *opened_by = g_steal_pointer (&user);
  return TRUE;
}
