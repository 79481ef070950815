/* The measures before the meeting (M1) and after it (M9): its checklists, what was recorded, whom
 * was spoken to. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measure-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

gboolean
msk_measure_store_take_checklist (MskTransaction *transaction,
                                  MskChecklist *checklist,
                                  GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO checklist (phase, version, text) VALUES "
                                       "(:phase, :version, :text)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":phase",
                           msk_enum_get_name (MSK_TYPE_MEASURE_PHASE, (int) checklist->phase));
  msk_statement_bind_int64 (statement, ":version", checklist->version);
  msk_statement_bind_text (statement, ":text", checklist->text);
  return msk_statement_run (statement, error);
}

static MskChecklist *
load_checklist (MskDatabase *database, MskMeasurePhase phase, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT text FROM checklist WHERE phase = :phase",
                                       error);
  g_autoptr(MskChecklist) checklist = NULL;
  g_autofree char *text = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  msk_statement_bind_text (statement, ":phase",
                           msk_enum_get_name (MSK_TYPE_MEASURE_PHASE, (int) phase));
  if (!msk_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      msk_database_fail_damaged (error);
      return NULL;
    }

  text = msk_statement_dup_text (statement, 0);
  checklist = msk_checklist_parse (text, -1, error);
  if (checklist != NULL && checklist->phase != phase)
    {
      msk_database_fail_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&checklist);
}

static MskMeasure *
read_record (MskStatement *statement, GError **error)
{
  g_autoptr(MskMeasure) measure = msk_measure_new ();
  int outcome;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_MEASURE_OUTCOME, &outcome, error))
    return NULL;

  g_free (measure->done_by);
  g_free (measure->evidence);
  g_free (measure->recorded_by);
  measure->id = msk_statement_dup_text (statement, 0);
  measure->outcome = (MskMeasureOutcome) outcome;
  measure->done_by = msk_statement_dup_text (statement, 2);
  measure->done_at = msk_statement_get_int64 (statement, 3);
  measure->evidence = msk_statement_dup_text (statement, 4);
  measure->recorded_at = msk_statement_get_int64 (statement, 5);
  measure->recorded_by = msk_statement_dup_text (statement, 6);
  return g_steal_pointer (&measure);
}

GPtrArray *
msk_measure_store_list_records (MskDatabase *database, const char *id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT measure, outcome, done_by, done_at, evidence, "
                                       "recorded_at, recorded_by FROM measure_record"
                                       " WHERE :measure = '' OR measure = :measure ORDER BY id",
                                       error);

  if (statement != NULL)
    msk_statement_bind_text (statement, ":measure", id != NULL ? id : "");
  return msk_statement_collect (statement, (MskStatementReadFunc) read_record, error);
}

static void
take_record (MskMeasure *measure, MskMeasure *record)
{
  measure->outcome = record->outcome;
  measure->done_at = record->done_at;
  measure->recorded_at = record->recorded_at;
  g_free (measure->done_by);
  measure->done_by = g_strdup (record->done_by);
  g_free (measure->evidence);
  measure->evidence = g_strdup (record->evidence);
  g_free (measure->recorded_by);
  measure->recorded_by = g_strdup (record->recorded_by);
}

MskChecklist *
msk_measure_store_load (MskDatabase *database, MskMeasurePhase phase, GError **error)
{
  g_autoptr(MskChecklist) checklist = load_checklist (database, phase, error);
  g_autoptr(GPtrArray) records =
                 checklist == NULL ? NULL : msk_measure_store_list_records (database, NULL, error);

  if (records == NULL)
    return NULL;

  /* Oldest first, so that the newest is what stays. */
  for (guint i = 0; i < records->len; i++)
    {
      MskMeasure *record = g_ptr_array_index (records, i);
      MskMeasure *measure = msk_checklist_find (checklist, record->id);

      if (measure != NULL)
        take_record (measure, record);
    }

  return g_steal_pointer (&checklist);
}

gboolean
msk_measure_store_record (MskTransaction *transaction, const MskMeasureDraft *draft, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO measure_record (measure, outcome, done_by, "
                                       "done_at, evidence, recorded_at, recorded_by)"
                                       " VALUES (:measure, :outcome, :done_by, :done_at, "
                                       ":evidence, :now, :user)",
                                       error);
  const char *outcome = msk_enum_get_name (MSK_TYPE_MEASURE_OUTCOME, (int) draft->outcome);
  g_autofree char *subject = g_strdup_printf ("measure %s", draft->id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":measure", draft->id);
  msk_statement_bind_text (statement, ":outcome", outcome);
  msk_statement_bind_text (statement, ":done_by", draft->done_by);
  msk_statement_bind_int64 (statement, ":done_at", draft->done_at);
  msk_statement_bind_text (statement, ":evidence", draft->evidence);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_MEASURE_RECORD, subject, error, "outcome", outcome,
                            NULL);
}

gboolean
msk_measure_store_add_liaison (MskTransaction *transaction,
                               const MskLiaisonDraft *draft,
                               gint64 *id,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO liaison (department, organ, contact, at, "
                                       "agreed, reference, recorded_at, recorded_by)"
                                       " VALUES (:department, :organ, :contact, :at, :agreed, "
                                       ":reference, :now, :user) RETURNING id",
                                       error);
  const char *department = msk_enum_get_name (MSK_TYPE_DEPARTMENT, (int) draft->department);
  g_autofree char *subject = NULL;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":department", department);
  msk_statement_bind_text (statement, ":organ", draft->organ);
  msk_statement_bind_text (statement, ":contact", draft->contact);
  msk_statement_bind_int64 (statement, ":at", draft->at);
  msk_statement_bind_text (statement, ":agreed", draft->agreed);
  msk_statement_bind_text (statement, ":reference", draft->reference);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_read_int64 (statement, id, error))
    return FALSE;

  subject = g_strdup_printf ("liaison %" G_GINT64_FORMAT, *id);
  return msk_ledger_append (transaction, MSK_ACT_LIAISON_RECORD, subject, error, "department",
                            department, NULL);
}

static MskLiaison *
read_liaison (MskStatement *statement, GError **error)
{
  g_autoptr(MskLiaison) liaison = msk_liaison_new ();
  int department;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_DEPARTMENT, &department, error))
    return NULL;

  liaison->id = msk_statement_get_int64 (statement, 0);
  liaison->department = (MskDepartment) department;
  liaison->organ = msk_statement_dup_text (statement, 2);
  liaison->contact = msk_statement_dup_text (statement, 3);
  liaison->at = msk_statement_get_int64 (statement, 4);
  liaison->agreed = msk_statement_dup_text (statement, 5);
  liaison->reference = msk_statement_dup_text (statement, 6);
  liaison->recorded_at = msk_statement_get_int64 (statement, 7);
  liaison->recorded_by = msk_statement_dup_text (statement, 8);
  return g_steal_pointer (&liaison);
}

GPtrArray *
msk_measure_store_list_liaisons (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, department, organ, contact, at, agreed, "
                                       "reference, recorded_at, recorded_by FROM liaison ORDER BY "
                                       "id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_liaison, error);
}

gboolean
msk_measure_store_has_liaison (MskDatabase *database,
                               MskDepartment department,
                               gboolean *found,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM liaison WHERE department = :department LIMIT "
                                       "1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":department",
                           msk_enum_get_name (MSK_TYPE_DEPARTMENT, (int) department));
  return msk_statement_step (statement, found, error);
}
