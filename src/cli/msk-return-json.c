/* What was counted when something came back, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-json.h"

#include "msk-enum-types.h"
#include "msk-json-members.h"
#include "msk-json.h"

JsonObject *
msk_json_from_return_count (MskReturnCount *count)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "pages", count->pages);
  json_object_set_int_member (object, "here_before", count->here);
  json_object_set_int_member (object, "missing", msk_return_count_get_missing (count));
  msk_json_set_enum (object, "condition", MSK_TYPE_CONDITION, (int) count->condition);
  msk_json_set_text (object, "remark", count->remark);
  msk_json_set_number (object, "incident", count->incident_id);
  return object;
}

void
msk_json_set_return (JsonObject *object, const MskVerdict *verdict)
{
  JsonArray *family = json_array_new ();

  if (verdict->count != NULL && verdict->movement_id != 0)
    json_object_set_object_member (object, "count", msk_json_from_return_count (verdict->count));
  else
    json_object_set_null_member (object, "count");

  for (guint i = 0; verdict->family != NULL && i < verdict->family->len; i++)
    json_array_add_object_element (family,
                                   msk_json_from_copy (g_ptr_array_index (verdict->family, i)));
  json_object_set_array_member (object, "still_out", family);
}
