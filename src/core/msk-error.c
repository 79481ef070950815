/* What can go wrong, sorted by what the user has to do about it; each code has a stable name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"

#include "msk-enum-types.h"
#include "msk-enum.h"

G_DEFINE_QUARK (MskRuleError, msk_rule_error)
G_DEFINE_QUARK (MskInputError, msk_input_error)
G_DEFINE_QUARK (MskAccessError, msk_access_error)
G_DEFINE_QUARK (MskSystemError, msk_system_error)

const char *
msk_error_get_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, "");

  if (error->domain == MSK_RULE_ERROR)
    return msk_enum_get_name (MSK_TYPE_RULE_ERROR, error->code);
  if (error->domain == MSK_INPUT_ERROR)
    return msk_enum_get_name (MSK_TYPE_INPUT_ERROR, error->code);
  if (error->domain == MSK_ACCESS_ERROR)
    return msk_enum_get_name (MSK_TYPE_ACCESS_ERROR, error->code);
  if (error->domain == MSK_SYSTEM_ERROR)
    return msk_enum_get_name (MSK_TYPE_SYSTEM_ERROR, error->code);

  return "system";
}

int
msk_error_get_exit_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, 4);

  if (error->domain == MSK_RULE_ERROR)
    return 1;
  if (error->domain == MSK_INPUT_ERROR)
    return 2;
  if (error->domain == MSK_ACCESS_ERROR)
    return 3;

  return 4;
}
