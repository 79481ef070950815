/* The lists of attendees.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-store.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-entries.h"
#include "msk-badge-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_ATTENDEE                                                                            \
  "SELECT a.id, a.list_number, a.name, a.unit, a.post, a.capacity, a.clearance, a.vetting, "       \
  "a.nominated_by, a.reason,"                                                                      \
  " a.decided_by, a.decided_at, l.sealed_at IS NOT NULL, COALESCE (s.seat, ''),"                   \
  " a.nominating_unit, a.post_starts_at, a.authority, a.reference, a.withdrawn_reason,"            \
  " a.withdrawn_by, a.withdrawn_at, COALESCE (a.replaces, 0), COALESCE (b.state, 'none'),"         \
  " COALESCE ((SELECT n.id FROM attendee AS n WHERE n.replaces = a.id), 0)"                        \
  " FROM attendee AS a JOIN attendee_list AS l ON l.number = a.list_number"                        \
  " LEFT JOIN seat AS s ON s.attendee_id = a.id"                                                   \
  " LEFT JOIN badge AS b ON b.attendee_id = a.id AND b.state <> 'void'"

gboolean
msk_attendee_store_find_open_list (MskDatabase *database, guint *number, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COALESCE (MAX (number), 0) FROM attendee_list WHERE "
                                 "sealed_at IS NULL",
                                 number, error);
}

gboolean
msk_attendee_store_take_open_list (MskTransaction *transaction, guint *number, GError **error)
{
  g_autoptr(MskStatement) statement = NULL;

  if (!msk_attendee_store_find_open_list (transaction->database, number, error))
    return FALSE;
  if (*number != 0)
    return TRUE;

  statement = msk_database_prepare (transaction->database,
                                    "INSERT INTO attendee_list (number) SELECT COALESCE (MAX "
                                    "(number), 0) + 1 FROM attendee_list RETURNING number",
                                    error);
  return msk_statement_read_uint (statement, number, error);
}

static void
bind_text_or_nothing (MskStatement *statement, const char *name, const char *text)
{
  msk_statement_bind_text (statement, name, text != NULL ? text : "");
}

/* What the list says of a person. */
static void
bind_entry (MskStatement *statement, MskAttendee *attendee)
{
  msk_statement_bind_text (statement, ":name", attendee->name);
  msk_statement_bind_text (statement, ":unit", attendee->unit);
  msk_statement_bind_text (statement, ":post", attendee->post);
  msk_statement_bind_text (statement, ":capacity",
                           msk_enum_get_name (MSK_TYPE_CAPACITY, (int) attendee->capacity));
  msk_statement_bind_text (statement, ":clearance",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) attendee->clearance));
  bind_text_or_nothing (statement, ":nominating", attendee->nominating_unit);
  msk_statement_bind_int64 (statement, ":starts", attendee->post_starts_at);
}

gboolean
msk_attendee_store_insert (MskTransaction *transaction, MskAttendee *attendee, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO attendee (list_number, name, unit, post, capacity, "
                                "clearance, vetting, nominated_by, nominating_unit,"
                                " post_starts_at, authority, reference, reason, decided_by,"
                                " decided_at, withdrawn_reason, withdrawn_by, withdrawn_at,"
                                " replaces) VALUES (:list, :name, :unit, :post, :capacity, "
                                ":clearance, 'proposed', :user, :nominating, :starts, '', '', '',"
                                " '', 0, '', '', 0, NULLIF (:replaces, 0)) RETURNING id",
                                error);

  if (statement == NULL)
    return FALSE;

  bind_entry (statement, attendee);
  msk_statement_bind_int64 (statement, ":list", attendee->list_number);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":replaces", attendee->replaces);
  return msk_statement_read_int64 (statement, &attendee->id, error);
}

gboolean
msk_attendee_store_exists (MskDatabase *database,
                           const char *name,
                           const char *unit,
                           const char *post,
                           gboolean *exists,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM attendee WHERE name = :name AND unit = :unit "
                                       "AND post = :post"
                                       " AND vetting <> 'withdrawn'",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  msk_statement_bind_text (statement, ":unit", unit);
  msk_statement_bind_text (statement, ":post", post);
  return msk_statement_step (statement, exists, error);
}

static gboolean
submit_people (MskTransaction *transaction, guint list, guint *submitted, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attendee SET vetting = 'submitted'"
                                       " WHERE list_number = :list"
                                       " AND vetting IN ('proposed', 'returned') RETURNING id",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":list", list);
  *submitted = 0;
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      *submitted += 1;
    }

  return FALSE;
}

gboolean
msk_attendee_store_submit (MskTransaction *transaction,
                           guint list,
                           guint *submitted,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attendee_list SET submitted_at = :now,"
                                       " submitted_by = :user WHERE number = :list",
                                       error);
  g_autofree char *subject = g_strdup_printf ("list %u", list);
  g_autofree char *people = NULL;

  if (statement == NULL || !submit_people (transaction, list, submitted, error))
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":list", list);
  people = g_strdup_printf ("%u", *submitted);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_LIST_SUBMIT, subject, error, "people", people,
                            NULL);
}

static MskAct
get_act (MskVetting vetting)
{
  switch (vetting)
    {
    case MSK_VETTING_APPROVED:
      return MSK_ACT_ATTENDEE_APPROVE;
    case MSK_VETTING_RETURNED:
      return MSK_ACT_ATTENDEE_RETURN;
    case MSK_VETTING_PROPOSED:
    case MSK_VETTING_REJECTED:
    case MSK_VETTING_SUBMITTED:
    case MSK_VETTING_WITHDRAWN:
    default:
      return MSK_ACT_ATTENDEE_REJECT;
    }
}

gboolean
msk_attendee_store_decide (MskTransaction *transaction,
                           gint64 id,
                           MskVetting vetting,
                           const char *reason,
                           const char *authority,
                           const char *reference,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attendee SET vetting = :vetting, reason = :reason, "
                                       "authority = :authority, reference = :reference, "
                                       "decided_by = :user, decided_at = :now WHERE id = :id",
                                       error);
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":vetting",
                           msk_enum_get_name (MSK_TYPE_VETTING, (int) vetting));
  msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_text (statement, ":authority", authority);
  msk_statement_bind_text (statement, ":reference", reference);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, get_act (vetting), subject, error, "authority", authority,
                            "reason", reason, "reference", reference, NULL);
}

gboolean
msk_attendee_store_change (MskTransaction *transaction, MskAttendee *attendee, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "UPDATE attendee SET name = :name, unit = :unit, post = :post, capacity = :capacity,"
      " clearance = :clearance, nominating_unit = :nominating, post_starts_at = :starts,"
      " vetting = 'proposed', authority = '', reference = '', reason = '', decided_by = '',"
      " decided_at = 0 WHERE id = :id",
      error);

  if (statement == NULL)
    return FALSE;

  bind_entry (statement, attendee);
  msk_statement_bind_int64 (statement, ":id", attendee->id);
  return msk_statement_run (statement, error);
}

gboolean
msk_attendee_store_record_change (MskTransaction *transaction,
                                  MskAttendee *before,
                                  gint64 id,
                                  guint warnings,
                                  GError **error)
{
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, id);
  g_autofree char *was = g_strdup_printf ("%" G_GINT64_FORMAT, before->id);
  g_autofree char *accepted = g_strdup_printf ("%u", warnings);

  return msk_ledger_append (transaction, MSK_ACT_ATTENDEE_CHANGE, subject, error, "before", was,
                            "name", before->name, "unit", before->unit, "post", before->post,
                            "capacity",
                            msk_enum_get_name (MSK_TYPE_CAPACITY, (int) before->capacity),
                            "clearance",
                            msk_enum_get_name (MSK_TYPE_LEVEL, (int) before->clearance), "vetting",
                            msk_enum_get_name (MSK_TYPE_VETTING, (int) before->vetting),
                            warnings > 0 ? "warnings" : NULL, accepted, NULL);
}

gboolean
msk_attendee_store_seal (MskTransaction *transaction,
                         guint number,
                         const char *code,
                         GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attendee_list SET sealed_at = :now, sealed_by = "
                                       ":user, code = :code WHERE number = :number",
                                       error);
  g_autofree char *subject = g_strdup_printf ("list %u", number);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":code", code);
  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_LIST_SEAL, subject, error, "code", code, NULL);
}

static MskAttendee *
read_attendee (MskStatement *statement, GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_new ();
  int capacity, clearance, vetting, badge;

  if (!msk_statement_get_enum (statement, 5, MSK_TYPE_CAPACITY, &capacity, error) ||
      !msk_statement_get_enum (statement, 6, MSK_TYPE_LEVEL, &clearance, error) ||
      !msk_statement_get_enum (statement, 7, MSK_TYPE_VETTING, &vetting, error) ||
      !msk_statement_get_enum (statement, 22, MSK_TYPE_BADGE_STATE, &badge, error))
    return NULL;

  attendee->id = msk_statement_get_int64 (statement, 0);
  attendee->list_number = (guint) msk_statement_get_int64 (statement, 1);
  attendee->name = msk_statement_dup_text (statement, 2);
  attendee->unit = msk_statement_dup_text (statement, 3);
  attendee->post = msk_statement_dup_text (statement, 4);
  attendee->capacity = (MskCapacity) capacity;
  attendee->clearance = (MskLevel) clearance;
  attendee->vetting = (MskVetting) vetting;
  attendee->nominated_by = msk_statement_dup_text (statement, 8);
  attendee->reason = msk_statement_dup_text (statement, 9);
  attendee->decided_by = msk_statement_dup_text (statement, 10);
  attendee->decided_at = msk_statement_get_int64 (statement, 11);
  attendee->sealed = msk_statement_get_int64 (statement, 12) != 0;
  attendee->seat = msk_statement_dup_text (statement, 13);
  attendee->nominating_unit = msk_statement_dup_text (statement, 14);
  attendee->post_starts_at = msk_statement_get_int64 (statement, 15);
  attendee->authority = msk_statement_dup_text (statement, 16);
  attendee->reference = msk_statement_dup_text (statement, 17);
  attendee->withdrawn_reason = msk_statement_dup_text (statement, 18);
  attendee->withdrawn_by = msk_statement_dup_text (statement, 19);
  attendee->withdrawn_at = msk_statement_get_int64 (statement, 20);
  attendee->replaces = msk_statement_get_int64 (statement, 21);
  attendee->badge = (MskBadgeState) badge;
  attendee->replaced_by = msk_statement_get_int64 (statement, 23);
  return g_steal_pointer (&attendee);
}

GPtrArray *
msk_attendee_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_ATTENDEE " ORDER BY a.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_attendee, error);
}

MskAttendee *
msk_attendee_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_ATTENDEE " WHERE a.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_attendee,
                                 _ ("There is no such person on the lists of this meeting: look "
                                    "them up in the list."),
                                 error);
}

GArray *
msk_attendee_store_list_entries (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       MSK_WITH_ENTRIES "SELECT id FROM entry ORDER BY id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":attendee", id);
  return msk_statement_collect_int64 (statement, error);
}

void
msk_numbered_list_free (MskNumberedList *list)
{
  g_free (list->submitted_by);
  g_free (list->sealed_by);
  g_free (list->code);
  g_free (list);
}

static MskNumberedList *
read_list (MskStatement *statement)
{
  MskNumberedList *list = g_new0 (MskNumberedList, 1);

  list->number = (guint) msk_statement_get_int64 (statement, 0);
  list->submitted_at = msk_statement_get_int64 (statement, 1);
  list->submitted_by = msk_statement_dup_text (statement, 2);
  list->sealed_at = msk_statement_get_int64 (statement, 3);
  list->sealed_by = msk_statement_dup_text (statement, 4);
  list->code = msk_statement_dup_text (statement, 5);
  return list;
}

GPtrArray *
msk_attendee_store_list_lists (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT number, COALESCE (submitted_at, 0),"
                                       " COALESCE (submitted_by, ''), COALESCE (sealed_at, 0),"
                                       " COALESCE (sealed_by, ''), COALESCE (code, '')"
                                       " FROM attendee_list ORDER BY number",
                                       error);
  g_autoptr(GPtrArray) lists =
                 g_ptr_array_new_with_free_func ((GDestroyNotify) msk_numbered_list_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&lists);
      g_ptr_array_add (lists, read_list (statement));
    }

  return NULL;
}

GPtrArray *
msk_attendee_store_list_seals (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT number, code FROM attendee_list WHERE sealed_at IS NOT NULL ORDER BY number", error);
  g_autoptr(GPtrArray) seals = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&seals);
      g_ptr_array_add (seals, g_strdup_printf ("%" G_GINT64_FORMAT " %s",
                                               msk_statement_get_int64 (statement, 0),
                                               msk_statement_get_text (statement, 1)));
    }

  return NULL;
}

/* Runs a statement whose only parameter is the person. */
static gboolean
run_for (MskTransaction *transaction, const char *sql, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_run (statement, error);
}

static gboolean
mark_withdrawn (MskTransaction *transaction, gint64 id, const char *reason, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attendee SET vetting = 'withdrawn',"
                                       " withdrawn_reason = :reason, withdrawn_by = :user,"
                                       " withdrawn_at = :now WHERE id = :id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_run (statement, error);
}

gboolean
msk_attendee_store_withdraw (MskTransaction *transaction,
                             gint64 id,
                             const char *reason,
                             GError **error)
{
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, id);

  return mark_withdrawn (transaction, id, reason, error) &&
         msk_badge_store_void (transaction, MSK_ACT_BADGE_VOID, id, reason, error) &&
         run_for (transaction, "DELETE FROM seat WHERE attendee_id = :attendee", id, error) &&
         run_for (transaction,
                  "DELETE FROM plan WHERE attendee_id = :attendee AND copy_number IN"
                  " (SELECT number FROM copy WHERE issued_at = 0)",
                  id, error) &&
         msk_ledger_append (transaction, MSK_ACT_ATTENDEE_WITHDRAW, subject, error, "reason",
                            reason, NULL);
}
