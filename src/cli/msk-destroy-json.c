/* Destruction as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destroy-json.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"

JsonObject *
msk_json_from_destruction (MskDestruction *batch)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "batch", batch->id);
  msk_json_set_enum (object, "stage", MSK_TYPE_DESTRUCTION_STAGE, (int) batch->stage);
  msk_json_set_text (object, "reason", batch->reason);
  msk_json_set_time (object, "started_at", batch->started_at);
  msk_json_set_text (object, "started_by", batch->started_by);
  msk_json_set_time (object, "proposed_at", batch->proposed_at);
  msk_json_set_text (object, "proposed_by", batch->proposed_by);
  msk_json_set_time (object, "approved_at", batch->decided_at);
  msk_json_set_text (object, "approved_by", batch->decided_by);
  msk_json_set_time (object, "begun_at", batch->begun_at);
  msk_json_set_text (object, "destroyer", batch->destroyer);
  msk_json_set_text (object, "witness", batch->witness);
  if (batch->begun_at != 0)
    msk_json_set_enum (object, "method", MSK_TYPE_DESTRUCTION_METHOD, (int) batch->method);
  else
    json_object_set_null_member (object, "method");
  msk_json_set_text (object, "place", batch->place);
  msk_json_set_time (object, "ended_at", batch->ended_at);
  msk_json_set_text (object, "ended_by", batch->ended_by);
  msk_json_set_text (object, "remark", batch->remark);
  json_object_set_int_member (object, "items", batch->items);
  json_object_set_int_member (object, "sheets", batch->sheets);
  json_object_set_int_member (object, "scanned", batch->scanned);
  json_object_set_int_member (object, "destroyed",
                              batch->stage == MSK_DESTRUCTION_DONE ? batch->scanned : 0);

  return object;
}

JsonObject *
msk_json_from_destruction_attendance (MskDestructionAttendance *attendance)
{
  JsonObject *object = json_object_new ();

  msk_json_set_time (object, "at", attendance->at);
  msk_json_set_text (object, "destroyer", attendance->destroyer);
  msk_json_set_text (object, "witness", attendance->witness);
  msk_json_set_enum (object, "method", MSK_TYPE_DESTRUCTION_METHOD, (int) attendance->method);
  msk_json_set_text (object, "place", attendance->place);
  json_object_set_int_member (object, "items", attendance->items);

  return object;
}

JsonObject *
msk_json_from_destruction_item (MskDestructionItem *item)
{
  JsonObject *object = json_object_new ();
  g_autofree char *shown = msk_stock_dup_number (item->kind, item->number);

  msk_json_set_enum (object, "kind", MSK_TYPE_STOCK_KIND, (int) item->kind);
  json_object_set_int_member (object, "number", item->number);
  msk_json_set_text (object, "shown_number", shown);
  msk_json_set_number (object, "copy", item->copy);
  msk_json_set_text (object, "document_number", item->document_number);
  msk_json_set_text (object, "what", item->what);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) item->level);
  json_object_set_int_member (object, "sheets", item->sheets);
  msk_json_set_enum (object, "from", MSK_TYPE_COPY_STATE, (int) item->from);
  msk_json_set_enum (object, "state", MSK_TYPE_COPY_STATE, (int) item->state);
  msk_json_set_time (object, "added_at", item->added_at);
  msk_json_set_text (object, "added_by", item->added_by);
  json_object_set_boolean_member (object, "added_by_hand", item->added_by_hand);
  msk_json_set_time (object, "scanned_at", item->scanned_at);
  msk_json_set_text (object, "scanned_by", item->scanned_by);
  json_object_set_boolean_member (object, "scanned_by_hand", item->scanned_by_hand);

  return object;
}

JsonObject *
msk_json_from_originator_return (MskOriginatorReturn *back)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "return", back->id);
  msk_json_set_text (object, "organ", back->organ);
  msk_json_set_text (object, "receipt", back->receipt);
  msk_json_set_text (object, "bearer", back->bearer);
  msk_json_set_text (object, "second", back->second);
  msk_json_set_time (object, "at", back->at);
  msk_json_set_text (object, "user", back->user);
  msk_json_set_text (object, "witness", back->witness);
  json_object_set_int_member (object, "items", back->items);

  return object;
}
