/* What the security officer lays down for the appliance: the scheme of marks, active content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-policy-desk.h"

#include "msk-policy-store.h"
#include "msk-session-private.h"

GPtrArray *
msk_policy_desk_list_schemes (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) schemes = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *names = msk_scheme_list_names ();

  if (msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error) == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      MskScheme *scheme = msk_scheme_load (names[i], error);

      if (scheme == NULL)
        return NULL;
      g_ptr_array_add (schemes, scheme);
    }

  return g_steal_pointer (&schemes);
}

MskScheme *
msk_policy_desk_get_scheme (MskSession *session, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);
  MskScheme *scheme = NULL;

  return appliance != NULL && msk_policy_store_load (appliance, &scheme, NULL, error) ? scheme
                                                                                      : NULL;
}

static MskAuthority
choose_authority (const MskSchemeChange *change, MskScheme *base, MskScheme *scheme, MskLevel level)
{
  if (change->levels[level].has_authority)
    return change->levels[level].authority;

  switch (change->rule)
    {
    case MSK_SCHEME_RULE_STRICT:
      return base->levels[level].authority;
    case MSK_SCHEME_RULE_NATIONAL:
      return base->levels[level].national_authority;
    case MSK_SCHEME_RULE_KEEP:
    default:
      return scheme->levels[level].authority;
    }
}

static MskScheme *
apply_change (MskScheme *current, const MskSchemeChange *change, GError **error)
{
  gboolean stays = change->name == NULL || g_str_equal (change->name, current->name);
  g_autoptr(MskScheme) base = msk_scheme_load (stays ? current->name : change->name, error);
  g_autoptr(MskScheme) scheme = NULL;

  if (base == NULL)
    return NULL;

  scheme = g_object_ref (stays ? current : base);
  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    {
      guint years = change->levels[level].years != 0 ? change->levels[level].years
                                                     : scheme->levels[level].years;
      MskScheme *next = msk_scheme_adjust (scheme, level, years,
                                           choose_authority (change, base, scheme, level), error);

      if (next == NULL)
        return NULL;
      g_object_unref (scheme);
      scheme = next;
    }

  return g_steal_pointer (&scheme);
}

gboolean
msk_policy_desk_change_scheme (MskSession *session, const MskSchemeChange *change, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskScheme) current = NULL;
  g_autoptr(MskScheme) changed = NULL;

  g_return_val_if_fail (change != NULL, FALSE);

  if (!msk_session_begin_appliance (session, MSK_ACT_SCHEME_CHANGE, &transaction, error) ||
      !msk_policy_store_load (transaction.database, &current, NULL, error))
    return FALSE;

  changed = apply_change (current, change, error);
  return changed != NULL && msk_policy_store_set_scheme (&transaction, changed, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_policy_desk_get_active_content (MskSession *session,
                                    MskActiveContent *active_content,
                                    GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  g_return_val_if_fail (active_content != NULL, FALSE);

  return appliance != NULL && msk_policy_store_load (appliance, NULL, active_content, error);
}

gboolean
msk_policy_desk_set_active_content (MskSession *session,
                                    MskActiveContent active_content,
                                    GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_appliance (session, MSK_ACT_ACTIVE_CONTENT_CHANGE, &transaction,
                                      error) &&
         msk_policy_store_set_active_content (&transaction, active_content, error) &&
         msk_session_commit (session, &transaction, error);
}
