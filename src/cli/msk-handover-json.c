/* Handovers as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-json.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"

JsonObject *
msk_json_from_handover (MskHandover *handover)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "handover", handover->id);
  msk_json_set_enum (object, "place", MSK_TYPE_HANDOVER_PLACE, (int) handover->place);
  msk_json_set_enum (object, "stage", MSK_TYPE_HANDOVER_STAGE, (int) handover->stage);
  msk_json_set_text (object, "person", handover->attendee);
  msk_json_set_text (object, "successor", handover->successor);
  msk_json_set_time (object, "started_at", handover->started_at);
  msk_json_set_text (object, "outgoing", handover->outgoing);
  msk_json_set_text (object, "station", handover->station);
  msk_json_set_time (object, "compared_at", handover->compared_at);
  msk_json_set_time (object, "ended_at", handover->ended_at);
  msk_json_set_text (object, "incoming", handover->incoming);
  msk_json_set_text (object, "reason", handover->reason);
  json_object_set_int_member (object, "counted", handover->counted);
  json_object_set_int_member (object, "discrepancies", handover->discrepancies);
  json_object_set_int_member (object, "unexplained", handover->unexplained);

  return object;
}

/* What is expected is null until the count is closed. */
JsonObject *
msk_json_from_stock_line (MskStockLine *line)
{
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "kind", MSK_TYPE_STOCK_KIND, (int) line->kind);
  msk_json_set_number (object, "number", line->number);
  msk_json_set_number (object, "paper", line->paper_id);
  msk_json_set_text (object, "document_number", line->document_number);
  json_object_set_int_member (object, "scanned", line->scanned);
  if (line->has_figure)
    json_object_set_int_member (object, "figure", line->figure);
  else
    json_object_set_null_member (object, "figure");
  if (line->compared)
    json_object_set_int_member (object, "expected", line->expected);
  else
    json_object_set_null_member (object, "expected");

  return object;
}

JsonObject *
msk_json_from_discrepancy (MskDiscrepancy *discrepancy)
{
  JsonObject *object = json_object_new ();
  g_autofree char *shown = msk_stock_dup_number (discrepancy->stock, discrepancy->number);

  json_object_set_int_member (object, "discrepancy", discrepancy->id);
  msk_json_set_enum (object, "kind", MSK_TYPE_DISCREPANCY_KIND, (int) discrepancy->kind);
  msk_json_set_enum (object, "stock", MSK_TYPE_STOCK_KIND, (int) discrepancy->stock);
  msk_json_set_number (object, "number", discrepancy->number);
  msk_json_set_text (object, "shown_number", discrepancy->number != 0 ? shown : "");
  msk_json_set_number (object, "paper", discrepancy->paper_id);
  msk_json_set_text (object, "document_number", discrepancy->document_number);
  if (discrepancy->kind == MSK_DISCREPANCY_FIGURE)
    {
      json_object_set_int_member (object, "expected", discrepancy->expected);
      json_object_set_int_member (object, "counted", discrepancy->counted);
    }
  msk_json_set_text (object, "last_act", discrepancy->last_act);
  msk_json_set_time (object, "last_at", discrepancy->last_at);
  msk_json_set_text (object, "last_user", discrepancy->last_user);
  msk_json_set_text (object, "last_person", discrepancy->last_person);
  msk_json_set_time (object, "explained_at", discrepancy->explained_at);
  msk_json_set_text (object, "explained_by", discrepancy->explained_by);
  msk_json_set_text (object, "explanation", discrepancy->explanation);
  msk_json_set_number (object, "incident", discrepancy->incident_id);

  return object;
}
