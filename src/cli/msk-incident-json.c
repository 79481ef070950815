/* Incidents as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-json.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-incident-clock.h"
#include "msk-json-members.h"

static JsonObject *
make_clock (MskIncident *incident, MskIncidentClock clock, gint64 now)
{
  JsonObject *object = json_object_new ();

  msk_json_set_time (object, "due_at", msk_incident_clock_get_due (incident, clock));
  msk_json_set_enum (object, "standing", MSK_TYPE_INCIDENT_STANDING,
                     (int) msk_incident_clock_classify (incident, clock, now));
  return object;
}

/* By the names of the headings, so that a program sees at once what is left. */
static JsonArray *
make_missing (MskIncident *incident)
{
  JsonArray *array = json_array_new ();

  for (guint heading = 0; heading < MSK_HEADING_N_NEEDED; heading++)
    if ((incident->written & (1u << heading)) == 0)
      json_array_add_string_element (array,
                                     msk_enum_get_name (MSK_TYPE_INCIDENT_HEADING, (int) heading));

  return array;
}

JsonObject *
msk_json_from_incident_at (MskIncident *incident, gint64 now)
{
  JsonObject *object = json_object_new ();
  JsonObject *clocks = json_object_new ();

  json_object_set_int_member (object, "incident", incident->id);
  msk_json_set_enum (object, "kind", MSK_TYPE_INCIDENT_KIND, (int) incident->kind);
  msk_json_set_time (object, "at", incident->at);
  msk_json_set_time (object, "found_at", incident->found_at);
  json_object_set_int_member (object, "person_id", incident->attendee_id);
  msk_json_set_text (object, "subject", incident->subject);
  msk_json_set_number (object, "serial", incident->serial);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) incident->level);
  msk_json_set_text (object, "text", incident->text);
  msk_json_set_text (object, "user", incident->user);
  msk_json_set_text (object, "station", incident->station);
  for (guint clock = 0; clock < MSK_INCIDENT_CLOCK_N; clock++)
    json_object_set_object_member (clocks, msk_enum_get_name (MSK_TYPE_INCIDENT_CLOCK, (int) clock),
                                   make_clock (incident, (MskIncidentClock) clock, now));
  json_object_set_object_member (object, "clocks", clocks);
  json_object_set_boolean_member (object, "reported", incident->is_reported);
  msk_json_set_time (object, "reported_at", incident->reported_at);
  json_object_set_boolean_member (object, "found_again",
                                  (incident->written & (1u << MSK_HEADING_FOUND)) != 0);
  json_object_set_array_member (object, "missing", make_missing (incident));
  json_object_set_boolean_member (object, "closed", incident->is_closed);
  msk_json_set_time (object, "closed_at", incident->closed_at);
  msk_json_set_text (object, "closed_by", incident->closed_by);
  msk_json_set_text (object, "leader", incident->leader);

  return object;
}

JsonObject *
msk_json_from_incident_entry (MskIncidentEntry *entry)
{
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "heading", MSK_TYPE_INCIDENT_HEADING, (int) entry->heading);
  json_object_set_int_member (object, "version", entry->version);
  msk_json_set_text (object, "text", entry->text);
  msk_json_set_time (object, "at", entry->at);
  msk_json_set_text (object, "user", entry->user);

  return object;
}

JsonObject *
msk_json_from_incident_report (MskIncidentReport *report)
{
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "department", MSK_TYPE_DEPARTMENT, (int) report->department);
  msk_json_set_text (object, "whom", report->whom);
  msk_json_set_time (object, "told_at", report->told_at);
  msk_json_set_time (object, "at", report->at);
  msk_json_set_text (object, "user", report->user);

  return object;
}
