/* Receipts, what is not signed for, and designations as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-json.h"

#include "msk-copy-number.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"

static JsonObject *
make_line (const MskReceiptLine *line)
{
  JsonObject *object = json_object_new ();

  if (line->carrier != 0)
    json_object_set_int_member (object, "carrier", line->carrier);
  else
    {
      g_autofree char *shown = msk_copy_number_dup_text (line->number);

      json_object_set_int_member (object, "number", line->number);
      json_object_set_string_member (object, "shown_number", shown);
    }
  json_object_set_string_member (object, line->carrier != 0 ? "description" : "document_number",
                                 line->name);
  json_object_set_string_member (object, "level",
                                 msk_enum_get_name (MSK_TYPE_LEVEL, (int) line->level));
  json_object_set_int_member (object, "pages", line->pages);
  msk_json_set_time (object, "at", line->at);
  json_object_set_string_member (object, "user", line->user);
  json_object_set_boolean_member (object, "undone", line->is_undone);
  return object;
}

static void
set_lines (JsonObject *object, GPtrArray *lines)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    json_array_add_object_element (array, make_line (g_ptr_array_index (lines, i)));
  json_object_set_array_member (object, "lines", array);
}

JsonObject *
msk_json_from_unsigned (const MskUnsigned *unsigned_lines)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind",
                                 msk_enum_get_name (MSK_TYPE_RECEIPT_KIND,
                                                    (int) unsigned_lines->kind));
  json_object_set_int_member (object, "person_id", unsigned_lines->attendee_id);
  json_object_set_string_member (object, "person", unsigned_lines->person);
  json_object_set_string_member (object, "unit", unsigned_lines->unit);
  msk_json_set_time (object, "since", unsigned_lines->since);
  if (unsigned_lines->printed_on != 0)
    json_object_set_int_member (object, "receipt", unsigned_lines->printed_on);
  set_lines (object, unsigned_lines->lines);
  return object;
}

JsonObject *
msk_json_from_receipt (const MskReceipt *receipt)
{
  JsonObject *object = json_object_new ();
  g_autofree char *strokes =
      receipt->signature == NULL ? NULL : msk_signature_dup_text (receipt->signature);

  json_object_set_int_member (object, "receipt", receipt->number);
  json_object_set_string_member (object, "kind",
                                 msk_enum_get_name (MSK_TYPE_RECEIPT_KIND, (int) receipt->kind));
  json_object_set_int_member (object, "person_id", receipt->attendee_id);
  json_object_set_string_member (object, "person", receipt->person);
  json_object_set_string_member (object, "unit", receipt->unit);
  msk_json_set_time (object, "made_at", receipt->made_at);
  json_object_set_string_member (object, "made_by", receipt->made_by);
  json_object_set_boolean_member (object, "signed", receipt->is_signed);
  json_object_set_boolean_member (object, "outdated",
                                  msk_receipt_is_outdated ((MskReceipt *) receipt));
  msk_json_set_text (object, "way",
                     receipt->is_signed
                         ? msk_enum_get_name (MSK_TYPE_RECEIPT_WAY, (int) receipt->way)
                         : "");
  if (receipt->is_signed)
    json_object_set_int_member (object, "signer_id", receipt->signer_id);
  msk_json_set_text (object, "signer", receipt->signer);
  msk_json_set_text (object, "reference", receipt->reference);
  msk_json_set_time (object, "signed_at", receipt->signed_at);
  msk_json_set_text (object, "entered_by", receipt->entered_by);
  msk_json_set_text (object, "strokes", strokes != NULL ? strokes : "");
  set_lines (object, receipt->lines);
  return object;
}

JsonObject *
msk_json_from_designation (const MskDesignation *designation)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "designation", designation->id);
  json_object_set_int_member (object, "person_id", designation->attendee_id);
  json_object_set_string_member (object, "person", designation->person);
  json_object_set_int_member (object, "collector_id", designation->collector_id);
  json_object_set_string_member (object, "collector", designation->collector);
  json_object_set_string_member (object, "reference", designation->reference);
  msk_json_set_time (object, "granted_at", designation->granted_at);
  json_object_set_string_member (object, "granted_by", designation->granted_by);
  msk_json_set_time (object, "ended_at", designation->ended_at);
  msk_json_set_text (object, "ended_by", designation->ended_by);
  json_object_set_boolean_member (object, "without_force", designation->without_force);
  return object;
}
