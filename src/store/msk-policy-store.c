/* What the security officer laid down for the appliance: the scheme of marks, active content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-policy-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

gboolean
msk_policy_store_load (MskDatabase *database,
                       MskScheme **scheme,
                       MskActiveContent *active_content,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT scheme, active_content FROM policy",
                                       error);
  g_autoptr(MskScheme) loaded = NULL;
  int value = MSK_ACTIVE_CONTENT_DEFAULT;
  gboolean row;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;

  loaded = row ? msk_scheme_parse (msk_statement_get_text (statement, 0), -1, error)
               : msk_scheme_load (msk_scheme_list_names ()[0], error);
  if (loaded == NULL ||
      (row && !msk_statement_get_enum (statement, 1, MSK_TYPE_ACTIVE_CONTENT, &value, error)))
    return FALSE;

  if (scheme != NULL)
    *scheme = g_steal_pointer (&loaded);
  if (active_content != NULL)
    *active_content = (MskActiveContent) value;
  return TRUE;
}

static gboolean
write_policy (MskTransaction *transaction,
              MskScheme *scheme,
              MskActiveContent active_content,
              GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO policy (id, scheme, active_content) VALUES (1, :scheme, :active_content)"
      " ON CONFLICT (id) DO UPDATE SET scheme = excluded.scheme, active_content = "
      "excluded.active_content",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":scheme", scheme->text);
  msk_statement_bind_text (statement, ":active_content",
                           msk_enum_get_name (MSK_TYPE_ACTIVE_CONTENT, (int) active_content));
  return msk_statement_run (statement, error);
}

gboolean
msk_policy_store_set_scheme (MskTransaction *transaction, MskScheme *scheme, GError **error)
{
  MskActiveContent active_content;

  return msk_policy_store_load (transaction->database, NULL, &active_content, error) &&
         write_policy (transaction, scheme, active_content, error) &&
         msk_policy_store_append_scheme (transaction, MSK_ACT_SCHEME_CHANGE, scheme, error);
}

gboolean
msk_policy_store_set_active_content (MskTransaction *transaction,
                                     MskActiveContent active_content,
                                     GError **error)
{
  g_autoptr(MskScheme) scheme = NULL;

  return msk_policy_store_load (transaction->database, &scheme, NULL, error) &&
         write_policy (transaction, scheme, active_content, error) &&
         msk_ledger_append (transaction, MSK_ACT_ACTIVE_CONTENT_CHANGE, "policy", error,
                            "active_content",
                            msk_enum_get_name (MSK_TYPE_ACTIVE_CONTENT, (int) active_content),
                            NULL);
}

/* "30 originator" */
static char *
dup_rule (MskScheme *scheme, MskLevel level)
{
  const MskSchemeLevel *rule = &scheme->levels[level];

  return g_strdup_printf ("%u %s", rule->years,
                          msk_enum_get_name (MSK_TYPE_AUTHORITY, (int) rule->authority));
}

gboolean
msk_policy_store_append_scheme (MskTransaction *transaction,
                                MskAct act,
                                MskScheme *scheme,
                                GError **error)
{
  g_autofree char *top_secret = dup_rule (scheme, MSK_LEVEL_TOP_SECRET);
  g_autofree char *secret = dup_rule (scheme, MSK_LEVEL_SECRET);
  g_autofree char *confidential = dup_rule (scheme, MSK_LEVEL_CONFIDENTIAL);

  return msk_ledger_append (transaction, act, "scheme", error, "name", scheme->name, "top_secret",
                            top_secret, "secret", secret, "confidential", confidential, NULL);
}
