/* msk copy history: what happened to one copy, and who signed for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-history.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-history-desk.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-ledger-words.h"
#include "msk-receipt-json.h"
#include "msk-return-json.h"
#include "msk-table.h"

static JsonObject *
make_object (gconstpointer thing)
{
  const MskCustody *custody = thing;
  JsonObject *object = json_object_new ();

  msk_json_set_time (object, "at", custody->at);
  json_object_set_string_member (object, "act", custody->act);
  json_object_set_string_member (object, "from",
                                 msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) custody->from));
  json_object_set_string_member (object, "to",
                                 msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) custody->to));
  msk_json_set_text (object, "person", custody->person);
  json_object_set_string_member (object, "user", custody->user);
  json_object_set_string_member (object, "station", custody->station);
  msk_json_set_text (object, "remark", custody->remark);
  if (custody->count != NULL)
    json_object_set_object_member (object, "count", msk_json_from_return_count (custody->count));
  if (custody->receipt != NULL)
    json_object_set_object_member (object, "receipt", msk_json_from_receipt (custody->receipt));
  return object;
}

gboolean
msk_copy_history_show (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(MskTable) table = msk_table_new (_ ("Time"), _ ("Act"), _ ("State"), _ ("Person"),
                                              _ ("User"), _ ("Signed for by"), _ ("Counted"), NULL);
  g_autofree char *text = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;
  history = msk_copy_history_desk_list (cli->session, number, error);
  if (history == NULL)
    return FALSE;

  for (guint i = 0; i < history->len; i++)
    {
      MskCustody *custody = g_ptr_array_index (history, i);
      g_autofree char *at = msk_table_dup_time (custody->at);
      g_autofree char *by = msk_custody_dup_signed (custody);
      g_autofree char *count =
          custody->count == NULL ? g_strdup ("") : msk_return_count_dup_text (custody->count);

      msk_table_add (table, at, msk_ledger_words_get_act (custody->act),
                     msk_copy_state_get_label (custody->to), custody->person, custody->user, by,
                     count, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "history", history, make_object);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}
