/* Turns, loan slips and permits as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-json.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"

static void
set_copy (JsonObject *object, guint number, const char *document_number)
{
  g_autofree char *shown = msk_copy_number_dup_text (number);

  json_object_set_int_member (object, "number", number);
  json_object_set_string_member (object, "shown_number", shown);
  json_object_set_string_member (object, "document_number", document_number);
}

JsonObject *
msk_json_from_turn (const MskTurn *turn, gint64 now)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "turn", turn->id);
  set_copy (object, turn->number, turn->document_number);
  json_object_set_int_member (object, "ordinal", turn->ordinal);
  json_object_set_int_member (object, "pages", turn->pages);
  json_object_set_int_member (object, "person_id", turn->attendee_id);
  json_object_set_string_member (object, "person", turn->reader);
  json_object_set_string_member (object, "unit", turn->unit);
  json_object_set_string_member (object, "standing",
                                 msk_enum_get_name (MSK_TYPE_TURN_STANDING,
                                                    (int) msk_turn_classify (turn, now)));
  msk_json_set_time (object, "started_at", turn->started_at);
  msk_json_set_text (object, "started_by", turn->started_by);
  msk_json_set_time (object, "due_at", turn->due_at);
  msk_json_set_time (object, "ended_at", !turn->is_open ? turn->ended_at : 0);
  msk_json_set_text (object, "ended_by", turn->ended_by);
  msk_json_set_text (object, "outcome",
                     turn->is_open
                         ? ""
                         : msk_enum_get_name (MSK_TYPE_TURN_OUTCOME, (int) turn->outcome));
  json_object_set_int_member (object, "pages_back", turn->pages_back);
  msk_json_set_text (object, "signature", turn->signature);
  json_object_set_int_member (object, "slips_open", turn->slips_open);

  return object;
}

JsonObject *
msk_json_from_loan_slip (const MskLoanSlip *slip)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "slip", slip->id);
  json_object_set_int_member (object, "turn", slip->turn_id);
  set_copy (object, slip->number, slip->document_number);
  json_object_set_string_member (object, "person", slip->reader);
  json_object_set_string_member (object, "unit", slip->unit);
  json_object_set_string_member (object, "what", slip->what);
  json_object_set_int_member (object, "sheets", slip->sheets);
  json_object_set_string_member (object, "purpose", slip->purpose);
  msk_json_set_time (object, "given_at", slip->given_at);
  msk_json_set_text (object, "given_by", slip->given_by);
  msk_json_set_time (object, "back_at", *slip->back_by != '\0' ? slip->back_at : 0);
  msk_json_set_text (object, "back_by", slip->back_by);
  json_object_set_boolean_member (object, "open", slip->is_open);

  return object;
}

JsonObject *
msk_json_from_permit (const MskPermit *permit, gint64 now)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "permit", permit->id);
  set_copy (object, permit->number, permit->document_number);
  json_object_set_int_member (object, "keeper_id", permit->keeper_id);
  json_object_set_string_member (object, "keeper", permit->keeper);
  json_object_set_string_member (object, "unit", permit->unit);
  json_object_set_string_member (object, "registry", permit->registry);
  json_object_set_string_member (object, "authority", permit->authority);
  json_object_set_string_member (object, "reference", permit->reference);
  json_object_set_string_member (object, "standing",
                                 msk_enum_get_name (MSK_TYPE_PERMIT_STANDING,
                                                    (int) msk_permit_classify (permit, now)));
  msk_json_set_time (object, "deadline", permit->deadline_at);
  json_object_set_string_member (object, "named_bearer", permit->named_bearer);
  msk_json_set_text (object, "named_second", permit->named_second);
  msk_json_set_time (object, "granted_at", permit->granted_at);
  msk_json_set_text (object, "granted_by", permit->granted_by);
  msk_json_set_time (object, "taken_at", permit->is_taken ? permit->taken_at : 0);
  msk_json_set_text (object, "taken_by", permit->taken_by);
  msk_json_set_text (object, "bearer", permit->bearer);
  msk_json_set_text (object, "second", permit->second);
  msk_json_set_text (object, "outcome",
                     permit->is_open
                         ? ""
                         : msk_enum_get_name (MSK_TYPE_PERMIT_OUTCOME, (int) permit->outcome));
  msk_json_set_time (object, "ended_at", !permit->is_open ? permit->ended_at : 0);
  msk_json_set_text (object, "receipt", permit->receipt);
  msk_json_set_text (object, "received_by", permit->received_by);

  return object;
}
