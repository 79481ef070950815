/* Seals of the ledger as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-json.h"

#include "msk-enum-types.h"
#include "msk-json-members.h"

JsonObject *
msk_json_from_seal (const MskSeal *seal)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "ledger", seal->meeting_id == 0 ? "appliance" : "meeting");
  if (seal->meeting_id != 0)
    json_object_set_int_member (object, "meeting", seal->meeting_id);
  json_object_set_int_member (object, "sequence", seal->sequence);

  return object;
}

JsonObject *
msk_json_from_seal_sheet (const MskSealSheet *sheet)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "seal", sheet->number);
  msk_json_set_enum (object, "occasion", MSK_TYPE_SEAL_OCCASION, (int) sheet->occasion);
  json_object_set_int_member (object, "sequence", sheet->sequence);
  msk_json_set_time (object, "at", sheet->at);
  json_object_set_string_member (object, "user", sheet->user);
  json_object_set_string_member (object, "station", sheet->station);

  return object;
}
