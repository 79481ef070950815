/* The versions of the texts that people take note of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-text-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_TEXT                                                                                \
  "SELECT t.id, t.kind, t.post, t.number, t.chinese, t.english, t.in_force_at, t.set_by"           \
  " FROM text_version AS t"

static gboolean
insert (MskTransaction *transaction, MskTextVersion *text, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO text_version (kind, post, number, chinese, english, in_force_at, set_by)"
      " VALUES (:kind, :post, (SELECT COALESCE (MAX (number), 0) + 1 FROM text_version WHERE kind "
      "= :kind AND post = :post), :chinese, :english, :now, :user) RETURNING id, number",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_TEXT_KIND, (int) text->kind));
  msk_statement_bind_text (statement, ":post", msk_enum_get_name (MSK_TYPE_POST, (int) text->post));
  msk_statement_bind_text (statement, ":chinese", text->chinese);
  msk_statement_bind_text (statement, ":english", text->english);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  text->id = msk_statement_get_int64 (statement, 0);
  text->number = (guint) msk_statement_get_int64 (statement, 1);
  return TRUE;
}

/* What stands in the ledger of a text: that, and not another one, was what people took note of. */
static char *
dup_hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
insert_one_first (MskTransaction *transaction,
                  MskTextKind kind,
                  MskPost post,
                  GString *all,
                  GError **error)
{
  g_autoptr(MskTextVersion) text = msk_text_version_new_first (kind, post, error);

  if (text == NULL || !insert (transaction, text, error))
    return FALSE;

  g_string_append_printf (all, "%s\n%s\n", text->chinese, text->english);
  return TRUE;
}

gboolean
msk_text_store_insert_first (MskTransaction *transaction, GError **error)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autofree char *hash = NULL;

  for (MskTextKind kind = MSK_TEXT_BRIEFING; kind < MSK_TEXT_DUTY; kind++)
    if (!insert_one_first (transaction, kind, MSK_POST_NONE, all, error))
      return FALSE;
  for (MskPost post = MSK_POST_LEADER; post <= MSK_POST_SERVICE; post++)
    if (!insert_one_first (transaction, MSK_TEXT_DUTY, post, all, error))
      return FALSE;

  hash = dup_hash (all->str);
  return msk_ledger_append (transaction, MSK_ACT_TEXT_SET, "text", error, "number", "1", "sha256",
                            hash, NULL);
}

gboolean
msk_text_store_insert (MskTransaction *transaction, MskTextVersion *text, GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *chinese = dup_hash (text->chinese);
  g_autofree char *english = dup_hash (text->english);

  if (!insert (transaction, text, error))
    return FALSE;

  number = g_strdup_printf ("%u", text->number);
  subject = g_strdup_printf ("text %" G_GINT64_FORMAT, text->id);
  return msk_ledger_append (transaction, MSK_ACT_TEXT_SET, subject, error, "kind",
                            msk_enum_get_name (MSK_TYPE_TEXT_KIND, (int) text->kind), "post",
                            msk_enum_get_name (MSK_TYPE_POST, (int) text->post), "number", number,
                            "chinese_sha256", chinese, "english_sha256", english, NULL);
}

static MskTextVersion *
read_text (MskStatement *statement, GError **error)
{
  MskTextVersion *text;
  int kind, post;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_TEXT_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 2, MSK_TYPE_POST, &post, error))
    return NULL;

  text = msk_text_version_new ();
  text->id = msk_statement_get_int64 (statement, 0);
  text->kind = (MskTextKind) kind;
  text->post = (MskPost) post;
  text->number = (guint) msk_statement_get_int64 (statement, 3);
  text->chinese = msk_statement_dup_text (statement, 4);
  text->english = msk_statement_dup_text (statement, 5);
  text->in_force_at = msk_statement_get_int64 (statement, 6);
  text->set_by = msk_statement_dup_text (statement, 7);
  return text;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MskTextVersion *left = *(MskTextVersion *const *) a;
  const MskTextVersion *right = *(MskTextVersion *const *) b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->post != right->post)
    return left->post < right->post ? -1 : 1;
  return left->number > right->number ? -1 : left->number < right->number;
}

GPtrArray *
msk_text_store_list (MskDatabase *database, gboolean only_in_force, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, SELECT_TEXT " WHERE :all OR t.id IN (SELECT id FROM text_in_force) ORDER BY t.id",
      error);
  GPtrArray *texts;

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":all", !only_in_force);
  texts = msk_statement_collect (statement, (MskStatementReadFunc) read_text, error);
  if (texts != NULL)
    g_ptr_array_sort (texts, compare);
  return texts;
}

MskTextVersion *
msk_text_store_get (MskDatabase *database, MskTextKind kind, MskPost post, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_TEXT
                                       " JOIN text_in_force AS f ON f.id = t.id WHERE t.kind = "
                                       ":kind AND t.post = :post",
                                       error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_text (statement, ":kind", msk_enum_get_name (MSK_TYPE_TEXT_KIND, (int) kind));
  msk_statement_bind_text (statement, ":post", msk_enum_get_name (MSK_TYPE_POST, (int) post));
  if (!msk_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      msk_database_fail_damaged (error);
      return NULL;
    }

  return read_text (statement, error);
}
