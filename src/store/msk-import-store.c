/* Which column of a list says what, as somebody chose it for a header.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-import-store.h"

gboolean
msk_import_store_put (MskTransaction *transaction,
                      const char *const *header,
                      const MskListColumns *columns,
                      GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO import_columns (header, columns) "
                                "VALUES (:header, :columns) "
                                "ON CONFLICT (header) DO UPDATE SET columns = excluded.columns",
                                error);
  g_autofree char *key = msk_list_columns_dup_key (header);
  g_autofree char *text = msk_list_columns_dup_text (columns);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":header", key);
  msk_statement_bind_text (statement, ":columns", text);

  return msk_statement_run (statement, error);
}

gboolean
msk_import_store_find (MskDatabase *database,
                       const char *const *header,
                       gboolean *found,
                       MskListColumns *columns,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT columns FROM import_columns WHERE header = :header",
                                       error);
  g_autofree char *key = msk_list_columns_dup_key (header);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":header", key);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *found = row && msk_list_columns_parse (msk_statement_get_text (statement, 0),
                                          g_strv_length ((GStrv) header), columns);
  return TRUE;
}
