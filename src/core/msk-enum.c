/* The one spelling of an enum value outside the program: in the register, in JSON, on the terminal.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-enum.h"

const char *
msk_enum_get_name (GType type, int value)
{
  g_autoptr(GTypeClass) class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (G_ENUM_CLASS (class), value);

  g_return_val_if_fail (found != NULL, "");

  return found->value_nick;
}

gboolean
msk_enum_parse (GType type, const char *name, int *value)
{
  g_autoptr(GTypeClass) class = g_type_class_ref (type);
  GEnumValue *found;

  g_return_val_if_fail (name != NULL && value != NULL, FALSE);

  found = g_enum_get_value_by_nick (G_ENUM_CLASS (class), name);
  if (found == NULL)
    return FALSE;

  *value = found->value;
  return TRUE;
}
