/* Members of the answers' objects, as each type is written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-json-members.h"

#include "msk-enum.h"

void
msk_json_set_time (JsonObject *object, const char *member, gint64 at)
{
  g_autoptr(GDateTime) time = at != 0 ? g_date_time_new_from_unix_utc (at) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  msk_json_set_text (object, member, text);
}

void
msk_json_set_number (JsonObject *object, const char *member, gint64 number)
{
  if (number != 0)
    json_object_set_int_member (object, member, number);
  else
    json_object_set_null_member (object, member);
}

void
msk_json_set_enum (JsonObject *object, const char *member, GType type, int value)
{
  json_object_set_string_member (object, member, msk_enum_get_name (type, value));
}

void
msk_json_set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}
