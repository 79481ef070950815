/* Files in a register, in pieces: a large one is written beside the window's work.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-file-store.h"

#include <sodium.h>

/* Some milliseconds' work for the cipher: the longest that another connection waits. */
#define PIECE_SIZE (1024 * 1024)
#define CHECK_SIZE 16

/* SQLCipher lets a page of noughts through at the end of a piece. */
static GBytes *
make_check (GBytes *piece)
{
  guint8 check[CHECK_SIZE];
  gsize size;
  const guint8 *data = g_bytes_get_data (piece, &size);

  crypto_generichash (check, sizeof check, data, size, NULL, 0);
  return g_bytes_new (check, sizeof check);
}

/* Not counted up: a thread that was given up may still be writing to a number that was free again.
 */
static gint64
make_number (void)
{
  guint64 random;

  randombytes_buf (&random, sizeof random);
  return (gint64) (random >> 2) + 1;
}

static gboolean
write_piece (MskDatabase *database, gint64 file, gint64 number, GBytes *piece, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "INSERT INTO file_piece (file, number, data, code)"
                                       " VALUES (:file, :number, :data, :code)",
                                       error);
  g_autoptr(GBytes) check = make_check (piece);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":file", file);
  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_bytes (statement, ":data", piece);
  msk_statement_bind_bytes (statement, ":code", check);
  return msk_statement_run (statement, error);
}

/* An empty file has one piece too. */
static gboolean
write_pieces (MskDatabase *database,
              GBytes *content,
              MskFileProgress progress,
              gpointer user_data,
              gint64 file,
              GError **error)
{
  const gsize size = g_bytes_get_size (content);
  gsize done = 0;

  for (gint64 number = 0; number == 0 || done < size; number++)
    {
      gsize length = MIN (PIECE_SIZE, size - done);
      g_autoptr(GBytes) piece = g_bytes_new_from_bytes (content, done, length);

      done += length;
      if (!write_piece (database, file, number, piece, error) ||
          (progress != NULL && !progress (done, user_data, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
msk_file_store_write (MskDatabase *database,
                      GBytes *content,
                      MskFileProgress progress,
                      gpointer user_data,
                      gint64 *file,
                      GError **error)
{
  gint64 number = make_number ();

  g_return_val_if_fail (database != NULL && content != NULL && file != NULL, FALSE);

  if (!write_pieces (database, content, progress, user_data, number, error))
    {
      msk_file_store_remove (database, number);
      return FALSE;
    }

  *file = number;
  return TRUE;
}

/* The last piece first, so that what is left after a crash is still a file. */
static gboolean
remove_last (MskDatabase *database, gint64 file, gboolean *removed, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "DELETE FROM file_piece WHERE file = :file AND number ="
                                       " (SELECT MAX (p.number) FROM file_piece AS p"
                                       " WHERE p.file = :file)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":file", file);
  if (!msk_statement_run (statement, error))
    return FALSE;

  *removed = msk_database_get_changes (database) > 0;
  return TRUE;
}

static gboolean
remove_pieces (MskDatabase *database, gint64 file, GError **error)
{
  gboolean removed = TRUE;

  while (removed)
    if (!remove_last (database, file, &removed, error))
      return FALSE;

  return TRUE;
}

void
msk_file_store_remove (MskDatabase *database, gint64 file)
{
  g_return_if_fail (database != NULL);

  /* What can't be removed now is a stray. */
  remove_pieces (database, file, NULL);
}

static gboolean
find_stray (MskDatabase *database, gint64 *file, gboolean *found, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT p.file FROM file_piece AS p WHERE NOT EXISTS "
                                       "(SELECT 1 FROM paper_file AS f"
                                       " WHERE f.original = p.file OR f.prepared = p.file) LIMIT 1",
                                       error);

  if (statement == NULL || !msk_statement_step (statement, found, error))
    return FALSE;

  if (*found)
    *file = msk_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
msk_file_store_remove_strays (MskDatabase *database, GError **error)
{
  gboolean found = TRUE;
  gint64 file = 0;

  g_return_val_if_fail (database != NULL, FALSE);

  while (find_stray (database, &file, &found, error))
    {
      if (!found)
        return TRUE;
      if (!remove_pieces (database, file, error))
        return FALSE;
    }

  return FALSE;
}

gboolean
msk_file_store_is_whole (MskDatabase *database, gint64 file, gsize size, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT COUNT (*), COALESCE (MAX (number), -1) + 1, "
                                       "COALESCE (SUM (LENGTH (data)), 0)"
                                       " FROM file_piece WHERE file = :file",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":file", file);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  return (row && msk_statement_get_int64 (statement, 0) > 0 &&
          msk_statement_get_int64 (statement, 0) == msk_statement_get_int64 (statement, 1) &&
          (guint64) msk_statement_get_int64 (statement, 2) == size) ||
         msk_database_fail_damaged (error);
}

static gboolean
read_piece (MskStatement *statement, GByteArray *content, gint64 number, GError **error)
{
  g_autoptr(GBytes) piece = msk_statement_dup_bytes (statement, 1);
  g_autoptr(GBytes) code = msk_statement_dup_bytes (statement, 2);
  g_autoptr(GBytes) check = make_check (piece);
  gsize size;
  const guint8 *data = g_bytes_get_data (piece, &size);

  if (msk_statement_get_int64 (statement, 0) != number || !g_bytes_equal (code, check))
    return msk_database_fail_damaged (error);

  if (size > 0)
    g_byte_array_append (content, data, (guint) size);
  return TRUE;
}

GBytes *
msk_file_store_load (MskDatabase *database, gint64 file, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT number, data, code FROM file_piece"
                                       " WHERE file = :file ORDER BY number",
                                       error);
  g_autoptr(GByteArray) content = g_byte_array_new ();
  gint64 number = 0;
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":file", file);
  while (msk_statement_step (statement, &row, error))
    {
      if (row && !read_piece (statement, content, number++, error))
        return NULL;
      if (!row && number > 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (!row)
        {
          msk_database_fail_damaged (error);
          return NULL;
        }
    }

  return NULL;
}
