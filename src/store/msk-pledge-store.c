/* Who took note of which text, and who has which post.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pledge-store.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

/* What somebody took note of and what they have, as sets. */
typedef struct
{
  guint kinds;
  guint posts;
  guint acknowledged_posts;
} Marks;

/* The records that stand, of versions in force. */
#define SELECT_MARKS                                                                               \
  "SELECT a.attendee_id, t.kind, t.post FROM acknowledgement AS a"                                 \
  " JOIN text_in_force AS t ON t.id = a.text_id"                                                   \
  " LEFT JOIN acknowledgement_annulment AS n ON n.acknowledgement_id = a.id"                       \
  " WHERE n.acknowledgement_id IS NULL"

/* The person's marks in the table; made when they are not there. */
static Marks *
take_marks (GHashTable *all, gint64 attendee_id)
{
  Marks *marks = g_hash_table_lookup (all, &attendee_id);

  if (marks == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = attendee_id;
      marks = g_new0 (Marks, 1);
      g_hash_table_insert (all, key, marks);
    }

  return marks;
}

static gboolean
read_acknowledged (MskStatement *statement, GHashTable *all, GError **error)
{
  gboolean row;
  int kind, post;

  while (msk_statement_step (statement, &row, error))
    {
      Marks *marks;

      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 1, MSK_TYPE_TEXT_KIND, &kind, error) ||
          !msk_statement_get_enum (statement, 2, MSK_TYPE_POST, &post, error))
        return FALSE;

      marks = take_marks (all, msk_statement_get_int64 (statement, 0));
      if (kind == MSK_TEXT_DUTY)
        marks->acknowledged_posts |= 1u << post;
      else
        marks->kinds |= 1u << kind;
    }

  return FALSE;
}

static gboolean
read_posts (MskStatement *statement, GHashTable *all, GError **error)
{
  gboolean row;
  int post;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 1, MSK_TYPE_POST, &post, error))
        return FALSE;

      take_marks (all, msk_statement_get_int64 (statement, 0))->posts |= 1u << post;
    }

  return FALSE;
}

/* By person; of one. */
static GHashTable *
load_marks_of (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(MskStatement) acknowledged =
                 msk_database_prepare (database, SELECT_MARKS " AND a.attendee_id = :attendee",
                                       error);
  g_autoptr(MskStatement) posts =
          acknowledged == NULL
              ? NULL
              : msk_database_prepare (database,
                                      "SELECT attendee_id, post FROM duty WHERE ended_at = 0 AND "
                                      "attendee_id = :attendee",
                                      error);

  if (posts == NULL)
    return NULL;

  msk_statement_bind_int64 (acknowledged, ":attendee", attendee_id);
  msk_statement_bind_int64 (posts, ":attendee", attendee_id);
  return read_acknowledged (acknowledged, all, error) && read_posts (posts, all, error)
             ? g_steal_pointer (&all)
             : NULL;
}

static GHashTable *
load_all_marks (MskDatabase *database, GError **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(MskStatement) acknowledged = msk_database_prepare (database, SELECT_MARKS, error);
  g_autoptr(MskStatement) posts =
          acknowledged == NULL
              ? NULL
              : msk_database_prepare (database,
                                      "SELECT attendee_id, post FROM duty WHERE ended_at = 0",
                                      error);

  return posts != NULL && read_acknowledged (acknowledged, all, error) &&
                 read_posts (posts, all, error)
             ? g_steal_pointer (&all)
             : NULL;
}

gboolean
msk_pledge_store_load (MskDatabase *database,
                       gint64 attendee_id,
                       MskPledgeState *state,
                       GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (database, attendee_id, error);
  g_autoptr(GHashTable) all =
                 attendee == NULL ? NULL : load_marks_of (database, attendee_id, error);
  const Marks *marks;

  if (all == NULL)
    return FALSE;

  marks = take_marks (all, attendee_id);
  *state = msk_pledge_state_make (attendee->capacity, marks->kinds, marks->posts,
                                  marks->acknowledged_posts);
  return TRUE;
}

GPtrArray *
msk_pledge_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) people = msk_attendee_store_list (database, error);
  g_autoptr(GHashTable) all = people == NULL ? NULL : load_all_marks (database, error);

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);
      const Marks *marks = take_marks (all, person->id);

      if (person->vetting != MSK_VETTING_REJECTED && person->vetting != MSK_VETTING_WITHDRAWN)
        g_ptr_array_add (lines, msk_pledge_line_new (person, marks->kinds, marks->posts,
                                                     marks->acknowledged_posts));
    }

  return g_steal_pointer (&lines);
}

static gboolean
has_acknowledged (MskDatabase *database,
                  gint64 attendee_id,
                  gint64 text_id,
                  gboolean *has,
                  GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_MARKS
                                       " AND a.attendee_id = :attendee AND a.text_id = :text",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":text", text_id);
  return msk_statement_step (statement, has, error);
}

static gboolean
insert_acknowledgement (MskTransaction *transaction,
                        gint64 attendee_id,
                        gint64 text_id,
                        MskManner manner,
                        const char *reference,
                        GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO acknowledgement (attendee_id, text_id, manner, reference, at, recorded_by)"
      " VALUES (:attendee, :text, :manner, :reference, :now, :user)",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":text", text_id);
  msk_statement_bind_text (statement, ":manner", msk_enum_get_name (MSK_TYPE_MANNER, (int) manner));
  msk_statement_bind_text (statement, ":reference", reference);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_pledge_store_acknowledge (MskTransaction *transaction,
                              gint64 attendee_id,
                              MskTextVersion *text,
                              MskManner manner,
                              const char *reference,
                              gboolean *done,
                              GError **error)
{
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, attendee_id);
  g_autofree char *number = g_strdup_printf ("%u", text->number);
  gboolean has;

  if (!has_acknowledged (transaction->database, attendee_id, text->id, &has, error))
    return FALSE;
  if (has)
    {
      *done = FALSE;
      return TRUE;
    }
  if (!insert_acknowledgement (transaction, attendee_id, text->id, manner, reference, error) ||
      !msk_ledger_append (transaction, MSK_ACT_ACKNOWLEDGE, subject, error, "kind",
                          msk_enum_get_name (MSK_TYPE_TEXT_KIND, (int) text->kind), "post",
                          msk_enum_get_name (MSK_TYPE_POST, (int) text->post), "number", number,
                          "manner", msk_enum_get_name (MSK_TYPE_MANNER, (int) manner), "reference",
                          reference, NULL))
    return FALSE;

  *done = TRUE;
  return TRUE;
}

gboolean
msk_pledge_store_annul (MskTransaction *transaction, gint64 id, const char *reason, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO acknowledgement_annulment (acknowledgement_id, reason, at, annulled_by)"
      " SELECT id, :reason, :now, :user FROM acknowledgement WHERE id = :id"
      " ON CONFLICT (acknowledgement_id) DO NOTHING",
      error);
  g_autofree char *subject = g_strdup_printf ("acknowledgement %" G_GINT64_FORMAT, id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_run (statement, error))
    return FALSE;
  if (msk_database_get_changes (transaction->database) != 1)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("The register has no such acknowledgement that still stands: look at "
                              "the register."));
      return FALSE;
    }

  return msk_ledger_append (transaction, MSK_ACT_ACKNOWLEDGE_ANNUL, subject, error, "reason",
                            reason, NULL);
}

static MskAcknowledgement *
read_acknowledgement (MskStatement *statement, GError **error)
{
  MskAcknowledgement *line;
  int kind, post, manner;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_TEXT_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 5, MSK_TYPE_POST, &post, error) ||
      !msk_statement_get_enum (statement, 8, MSK_TYPE_MANNER, &manner, error))
    return NULL;

  line = msk_acknowledgement_new ();
  line->id = msk_statement_get_int64 (statement, 0);
  line->attendee_id = msk_statement_get_int64 (statement, 1);
  line->name = msk_statement_dup_text (statement, 2);
  line->unit = msk_statement_dup_text (statement, 3);
  line->kind = (MskTextKind) kind;
  line->post = (MskPost) post;
  line->number = (guint) msk_statement_get_int64 (statement, 6);
  line->in_force = msk_statement_get_int64 (statement, 7) != 0;
  line->manner = (MskManner) manner;
  line->reference = msk_statement_dup_text (statement, 9);
  line->at = msk_statement_get_int64 (statement, 10);
  line->recorded_by = msk_statement_dup_text (statement, 11);
  line->annulled_at = msk_statement_get_int64 (statement, 12);
  line->annulled_by = msk_statement_dup_text (statement, 13);
  line->annulment = msk_statement_dup_text (statement, 14);
  return line;
}

GPtrArray *
msk_pledge_store_list_register (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT a.id, a.attendee_id, p.name, p.unit, t.kind, t.post, t.number, f.id IS NOT NULL,"
      " a.manner, a.reference, a.at, a.recorded_by, COALESCE (n.at, 0), COALESCE (n.annulled_by, "
      "''), COALESCE (n.reason, '')"
      " FROM acknowledgement AS a JOIN attendee AS p ON p.id = a.attendee_id"
      " JOIN text_version AS t ON t.id = a.text_id"
      " LEFT JOIN text_in_force AS f ON f.id = t.id"
      " LEFT JOIN acknowledgement_annulment AS n ON n.acknowledgement_id = a.id"
      " WHERE :attendee = 0 OR a.attendee_id = :attendee ORDER BY a.id",
      error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_acknowledgement, error);
}

gboolean
msk_pledge_store_get_posts (MskDatabase *database, gint64 attendee_id, guint *posts, GError **error)
{
  g_autoptr(GHashTable) all = load_marks_of (database, attendee_id, error);

  if (all == NULL)
    return FALSE;

  *posts = take_marks (all, attendee_id)->posts;
  return TRUE;
}

/* Runs what changes a post; an entry when it changed anything. */
static gboolean
change_post (MskTransaction *transaction,
             MskStatement *statement,
             MskAct act,
             gint64 attendee_id,
             MskPost post,
             GError **error)
{
  const char *name = msk_enum_get_name (MSK_TYPE_POST, (int) post);
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, attendee_id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_text (statement, ":post", name);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_run (statement, error))
    return FALSE;

  return msk_database_get_changes (transaction->database) == 0 ||
         msk_ledger_append (transaction, act, subject, error, "post", name, NULL);
}

gboolean
msk_pledge_store_assign_post (MskTransaction *transaction,
                              gint64 attendee_id,
                              MskPost post,
                              GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO duty (attendee_id, post, assigned_at, assigned_by, ended_at, ended_by)"
      " SELECT :attendee, :post, :now, :user, 0, '' WHERE NOT EXISTS (SELECT 1 FROM duty WHERE "
      "attendee_id = :attendee AND post = :post AND ended_at = 0)",
      error);

  return change_post (transaction, statement, MSK_ACT_DUTY_ASSIGN, attendee_id, post, error);
}

gboolean
msk_pledge_store_end_post (MskTransaction *transaction,
                           gint64 attendee_id,
                           MskPost post,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE duty SET ended_at = :now, ended_by = :user WHERE "
                                       "attendee_id = "
                                       ":attendee AND post = :post AND ended_at = 0",
                                       error);

  return change_post (transaction, statement, MSK_ACT_DUTY_END, attendee_id, post, error);
}
