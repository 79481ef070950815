/* Briefing, agenda and notice as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-json-notice.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"
#include "msk-json.h"

JsonObject *
msk_json_from_text_version (const MskTextVersion *text)
{
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "kind", MSK_TYPE_TEXT_KIND, (int) text->kind);
  msk_json_set_enum (object, "post", MSK_TYPE_POST, (int) text->post);
  json_object_set_int_member (object, "number", text->number);
  msk_json_set_text (object, "chinese", text->chinese);
  msk_json_set_text (object, "english", text->english);
  msk_json_set_time (object, "in_force_at", text->in_force_at);
  msk_json_set_text (object, "set_by", text->set_by);
  return object;
}

static void
set_posts (JsonObject *object, const char *member, guint posts)
{
  JsonArray *array = json_array_new ();

  for (MskPost post = MSK_POST_LEADER; post <= MSK_POST_SERVICE; post++)
    if ((posts & (1u << post)) != 0)
      json_array_add_string_element (array, msk_enum_get_name (MSK_TYPE_POST, (int) post));
  json_object_set_array_member (object, member, array);
}

JsonObject *
msk_json_from_pledge_line (const MskPledgeLine *line)
{
  JsonObject *object = json_object_new ();
  const MskPledgeState *state = &line->state;

  json_object_set_int_member (object, "id", line->attendee->id);
  msk_json_set_text (object, "name", line->attendee->name);
  msk_json_set_text (object, "unit", line->attendee->unit);
  msk_json_set_enum (object, "capacity", MSK_TYPE_CAPACITY, (int) line->attendee->capacity);
  json_object_set_boolean_member (object, "briefed", state->briefed);
  json_object_set_boolean_member (object, "pledged", state->pledged);
  json_object_set_boolean_member (object, "notice_acknowledged", state->notice_acknowledged);
  json_object_set_boolean_member (object, "undertaking", state->undertaking);
  json_object_set_boolean_member (object, "duties_acknowledged", state->duties_acknowledged);
  json_object_set_boolean_member (object, "complete", msk_pledge_state_is_complete (state));
  set_posts (object, "posts", line->posts);
  set_posts (object, "acknowledged_posts", line->acknowledged_posts);
  return object;
}

JsonObject *
msk_json_from_acknowledgement (const MskAcknowledgement *line)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", line->id);
  json_object_set_int_member (object, "person_id", line->attendee_id);
  msk_json_set_text (object, "person", line->name);
  msk_json_set_text (object, "unit", line->unit);
  msk_json_set_enum (object, "kind", MSK_TYPE_TEXT_KIND, (int) line->kind);
  msk_json_set_enum (object, "post", MSK_TYPE_POST, (int) line->post);
  json_object_set_int_member (object, "number", line->number);
  json_object_set_boolean_member (object, "in_force", line->in_force);
  msk_json_set_enum (object, "manner", MSK_TYPE_MANNER, (int) line->manner);
  msk_json_set_text (object, "reference", line->reference);
  msk_json_set_time (object, "at", line->at);
  msk_json_set_text (object, "recorded_by", line->recorded_by);
  msk_json_set_time (object, "annulled_at", line->annulled_at);
  msk_json_set_text (object, "annulled_by", line->annulled_by);
  msk_json_set_text (object, "annulment", line->annulment);
  return object;
}

JsonObject *
msk_json_from_agenda_move (const MskAgendaMove *move)
{
  JsonObject *object = json_object_new ();

  msk_json_set_time (object, "at", move->at);
  msk_json_set_enum (object, "phase", MSK_TYPE_ROOM_PHASE, (int) move->phase);
  msk_json_set_number (object, "position", move->position);
  msk_json_set_text (object, "user", move->user);
  return object;
}

JsonObject *
msk_json_from_exception (const MskRecordingException *exception)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", exception->id);
  json_object_set_int_member (object, "person_id", exception->attendee_id);
  msk_json_set_text (object, "person", exception->name);
  msk_json_set_text (object, "unit", exception->unit);
  msk_json_set_enum (object, "kind", MSK_TYPE_EXCEPTION, (int) exception->kind);
  json_object_set_int_member (object, "position", exception->position);
  msk_json_set_text (object, "authority", exception->authority);
  msk_json_set_text (object, "reference", exception->reference);
  msk_json_set_time (object, "granted_at", exception->granted_at);
  msk_json_set_text (object, "granted_by", exception->granted_by);
  msk_json_set_time (object, "withdrawn_at", exception->withdrawn_at);
  msk_json_set_text (object, "withdrawn_by", exception->withdrawn_by);
  msk_json_set_enum (object, "state", MSK_TYPE_EXCEPTION_STATE, (int) exception->state);
  return object;
}

void
msk_json_set_agenda_call (JsonObject *object, const MskAgendaCall *call)
{
  const MskRecording recording = call->item == NULL ? MSK_RECORDING_NONE : call->item->recording;

  msk_json_set_enum (object, "phase", MSK_TYPE_ROOM_PHASE, (int) call->room.phase);
  msk_json_set_number (object, "position", call->item == NULL ? 0 : call->item->position);
  msk_json_set_enum (object, "recording", MSK_TYPE_RECORDING, (int) recording);
  msk_json_set_list (object, "asked_out", call->asked_out, (MskJsonMake) msk_json_from_attendee);
  msk_json_set_list (object, "outside", call->outside, (MskJsonMake) msk_json_from_attendee);
}

static JsonObject *
make_notice_text (const MskNoticeText *text, MskRecording rule)
{
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();

  for (guint i = 0; text->lines[rule][i] != NULL; i++)
    json_array_add_string_element (lines, text->lines[rule][i]);
  for (guint i = 0; text->all[i] != NULL; i++)
    json_array_add_string_element (lines, text->all[i]);
  msk_json_set_text (object, "heading", text->headings[rule]);
  json_object_set_array_member (object, "lines", lines);
  return object;
}

void
msk_json_set_notice (JsonObject *object, const MskNotice *notice)
{
  msk_json_set_enum (object, "rule", MSK_TYPE_RECORDING, (int) notice->rule);
  json_object_set_int_member (object, "version", notice->version);
  json_object_set_object_member (object, "chinese",
                                 make_notice_text (notice->chinese, notice->rule));
  json_object_set_object_member (object, "english",
                                 make_notice_text (notice->english, notice->rule));
}
