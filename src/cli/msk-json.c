/* The register's things as JSON, with one spelling wherever they show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-json.h"

#include <stdio.h>

#include "msk-desk-enum-types.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"
#include "msk-return-json.h"

/* A copy number as it is printed, or nothing. */
static void
set_shown (JsonObject *object, const char *member, guint number)
{
  g_autofree char *text = number == 0 ? NULL : msk_copy_number_dup_text (number);

  msk_json_set_text (object, member, text);
}

/* The register's own integer, and what stands on the copy and is typed. */
static void
set_copy_number (JsonObject *object, guint number)
{
  json_object_set_int_member (object, "number", number);
  set_shown (object, "shown_number", number);
}

JsonObject *
msk_json_from_agenda_item (const MskAgendaItem *item)
{
  JsonObject *object = json_object_new ();
  g_autofree char *admits = msk_capacity_set_dup_names (item->capacities);

  json_object_set_int_member (object, "position", item->position);
  msk_json_set_text (object, "title", item->title);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) item->level);
  msk_json_set_enum (object, "recording", MSK_TYPE_RECORDING, (int) item->recording);
  msk_json_set_text (object, "admits", admits);
  msk_json_set_enum (object, "state", MSK_TYPE_ITEM_STATE, (int) item->state);

  return object;
}

JsonObject *
msk_json_from_attendee (const MskAttendee *attendee)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", attendee->id);
  msk_json_set_text (object, "name", attendee->name);
  msk_json_set_text (object, "unit", attendee->unit);
  msk_json_set_text (object, "post", attendee->post);
  msk_json_set_text (object, "seat", attendee->seat);
  msk_json_set_enum (object, "capacity", MSK_TYPE_CAPACITY, (int) attendee->capacity);
  msk_json_set_enum (object, "clearance", MSK_TYPE_LEVEL, (int) attendee->clearance);
  msk_json_set_enum (object, "vetting", MSK_TYPE_VETTING, (int) attendee->vetting);
  msk_json_set_text (object, "nominated_by", attendee->nominated_by);
  msk_json_set_text (object, "nominating_unit", attendee->nominating_unit);
  msk_json_set_time (object, "post_starts", attendee->post_starts_at);
  msk_json_set_text (object, "authority", attendee->authority);
  msk_json_set_text (object, "reference", attendee->reference);
  msk_json_set_text (object, "reason", attendee->reason);
  msk_json_set_text (object, "decided_by", attendee->decided_by);
  msk_json_set_time (object, "decided_at", attendee->decided_at);
  msk_json_set_text (object, "withdrawn_by", attendee->withdrawn_by);
  msk_json_set_text (object, "withdrawn_reason", attendee->withdrawn_reason);
  msk_json_set_time (object, "withdrawn_at", attendee->withdrawn_at);
  msk_json_set_number (object, "replaces", attendee->replaces);
  json_object_set_int_member (object, "list", attendee->list_number);
  json_object_set_boolean_member (object, "sealed", attendee->sealed);
  msk_json_set_enum (object, "badge", MSK_TYPE_BADGE_STATE, (int) attendee->badge);

  return object;
}

JsonObject *
msk_json_from_balance (const MskBalance *balance)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "holds", msk_balance_holds (balance));
  json_object_set_int_member (object, "approved", balance->approved);
  json_object_set_int_member (object, "allocated", balance->allocated);
  json_object_set_int_member (object, "good", balance->good);
  json_object_set_int_member (object, "reproductions-approved", balance->reproductions_approved);
  json_object_set_int_member (object, "reproductions-good", balance->reproductions_good);
  for (int state = 0; state < MSK_COPY_N_STATES; state++)
    json_object_set_int_member (object, msk_enum_get_name (MSK_TYPE_COPY_STATE, state),
                                balance->counts[state]);
  json_object_set_int_member (object, "spoiled-sets", balance->spoiled_sets);
  json_object_set_int_member (object, "in-part", balance->parts);
  json_object_set_int_member (object, "pages-missing", balance->pages_missing);

  return object;
}

JsonObject *
msk_json_from_carrier (const MskCarrier *carrier)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", carrier->number);
  msk_json_set_enum (object, "kind", MSK_TYPE_CARRIER_KIND, (int) carrier->kind);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) carrier->level);
  msk_json_set_text (object, "description", carrier->description);
  msk_json_set_number (object, "sheets", carrier->sheets);
  msk_json_set_text (object, "source", carrier->source);
  msk_json_set_time (object, "registered_at", carrier->registered_at);
  msk_json_set_text (object, "registered_by", carrier->registered_by);
  msk_json_set_enum (object, "state", MSK_TYPE_COPY_STATE, (int) carrier->state);
  msk_json_set_enum (object, "label", MSK_TYPE_ATTEMPT, (int) carrier->label);
  msk_json_set_number (object, "serial", carrier->serial);
  msk_json_set_number (object, "holder_id", carrier->holder_id);
  msk_json_set_text (object, "holder", carrier->holder);
  msk_json_set_time (object, "issued_at", carrier->issued_at);
  msk_json_set_time (object, "changed_at", carrier->changed_at);

  return object;
}

JsonObject *
msk_json_from_device (const MskDevice *device)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", device->number);
  msk_json_set_enum (object, "kind", MSK_TYPE_DEVICE_KIND, (int) device->kind);
  msk_json_set_text (object, "description", device->description);
  msk_json_set_text (object, "shelf", device->shelf);
  msk_json_set_number (object, "owner_id", device->attendee_id);
  msk_json_set_text (object, "owner", device->owner);
  msk_json_set_text (object, "unit", device->unit);
  json_object_set_boolean_member (object, "owner_out", device->owner_out);
  msk_json_set_number (object, "incident", device->incident_id);
  msk_json_set_time (object, "registered_at", device->registered_at);
  msk_json_set_text (object, "registered_by", device->registered_by);
  msk_json_set_enum (object, "state", MSK_TYPE_DEVICE_STATE, (int) device->state);
  msk_json_set_enum (object, "tag", MSK_TYPE_ATTEMPT, (int) device->tag);
  msk_json_set_number (object, "serial", device->serial);
  msk_json_set_time (object, "changed_at", device->changed_at);
  return object;
}

JsonObject *
msk_json_from_copy (const MskCopy *copy)
{
  JsonObject *object = json_object_new ();

  set_copy_number (object, copy->number);
  set_shown (object, "parent", msk_copy_number_get_parent (copy->number));
  json_object_set_int_member (object, "paper", copy->paper_id);
  msk_json_set_text (object, "document_number", copy->document_number);
  msk_json_set_enum (object, "state", MSK_TYPE_COPY_STATE, (int) copy->state);
  msk_json_set_enum (object, "attempt", MSK_TYPE_ATTEMPT, (int) copy->attempt);
  msk_json_set_number (object, "serial", copy->serial);
  msk_json_set_text (object, "printer", copy->printer);
  msk_json_set_number (object, "holder_id", copy->holder_id);
  msk_json_set_text (object, "holder", copy->holder);
  msk_json_set_time (object, "issued_at", copy->issued_at);
  msk_json_set_time (object, "changed_at", copy->changed_at);
  json_object_set_int_member (object, "revision", copy->revision);
  msk_json_set_number (object, "planned_id", copy->planned_id);
  msk_json_set_number (object, "named_id", copy->named_id);
  msk_json_set_text (object, "reason", copy->reason);
  msk_json_set_text (object, "planned", copy->planned);
  msk_json_set_enum (object, "recall", MSK_TYPE_RECALL, (int) copy->recall);
  msk_json_set_time (object, "recalled_at", copy->recalled_at);
  msk_json_set_number (object, "pages_back", copy->pages_back);

  return object;
}

JsonObject *
msk_json_from_copy_request (const MskCopyRequest *request)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", request->id);
  json_object_set_int_member (object, "paper", request->paper_id);
  msk_json_set_text (object, "document_number", request->document_number);
  set_shown (object, "copy", request->parent);
  msk_json_set_text (object, "copier", request->copier);
  json_object_set_int_member (object, "copies", request->copies);
  msk_json_set_text (object, "purpose", request->purpose);
  msk_json_set_text (object, "applicant", request->applicant);
  msk_json_set_text (object, "asked_place", request->asked_place);
  msk_json_set_text (object, "requested_by", request->requested_by);
  msk_json_set_time (object, "requested_at", request->requested_at);
  msk_json_set_enum (object, "state", MSK_TYPE_REQUEST_STATE, (int) request->state);
  json_object_set_int_member (object, "granted", request->granted);
  msk_json_set_text (object, "place", request->place);
  msk_json_set_text (object, "authority", request->authority);
  msk_json_set_text (object, "post", request->post);
  msk_json_set_text (object, "organ", request->organ);
  msk_json_set_enum (object, "standing", MSK_TYPE_STANDING, (int) request->standing);
  msk_json_set_text (object, "reference", request->reference);
  msk_json_set_text (object, "reason", request->reason);
  msk_json_set_time (object, "decided_at", request->decided_at);
  msk_json_set_text (object, "recorded_by", request->recorded_by);
  msk_json_set_time (object, "recorded_at", request->recorded_at);
  json_object_set_int_member (object, "live", request->live);

  return object;
}

JsonObject *
msk_json_from_ledger_line (const MskLedgerLine *line)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "sequence", line->sequence);
  msk_json_set_time (object, "at", line->at);
  msk_json_set_text (object, "actor", line->actor);
  msk_json_set_text (object, "role", line->role);
  msk_json_set_text (object, "station", line->station);
  msk_json_set_text (object, "act", line->act);
  msk_json_set_text (object, "subject", line->subject);
  msk_json_set_text (object, "details", line->details);

  return object;
}

JsonObject *
msk_json_from_ledger_verdict (const MskLedgerVerdict *verdict)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "entries", (gint64) verdict->entries);
  json_object_set_boolean_member (object, "verified", verdict->verified);
  msk_json_set_number (object, "wrong_entry", verdict->wrong_entry);
  msk_json_set_text (object, "reason", verdict->reason);
  msk_json_set_text (object, "head", verdict->head);

  return object;
}

static JsonObject *
make_scheme_level (MskScheme *scheme, MskLevel level)
{
  const MskSchemeLevel *rule = &scheme->levels[level];
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) level);
  msk_json_set_text (object, "word", rule->word);
  json_object_set_int_member (object, "years", rule->years);
  json_object_set_int_member (object, "longest", rule->longest);
  json_object_set_boolean_member (object, "unlimited", rule->unlimited);
  msk_json_set_enum (object, "authority", MSK_TYPE_AUTHORITY, (int) rule->authority);
  msk_json_set_enum (object, "national_authority", MSK_TYPE_AUTHORITY,
                     (int) rule->national_authority);

  return object;
}

JsonObject *
msk_json_from_scheme (MskScheme *scheme)
{
  JsonObject *object = json_object_new ();
  JsonArray *levels = json_array_new ();

  msk_json_set_text (object, "name", scheme->name);
  msk_json_set_text (object, "label", scheme->label);
  json_object_set_boolean_member (object, "says_copy_of_made", *scheme->copy_text != '\0');
  for (MskLevel level = MSK_LEVEL_TOP_SECRET; level >= MSK_LEVEL_CONFIDENTIAL; level--)
    json_array_add_object_element (levels, make_scheme_level (scheme, level));
  json_object_set_array_member (object, "levels", levels);

  return object;
}

JsonObject *
msk_json_from_measure (const MskMeasure *measure)
{
  JsonObject *object = json_object_new ();

  msk_json_set_text (object, "measure", measure->id);
  if (measure->text != NULL)
    {
      msk_json_set_enum (object, "phase", MSK_TYPE_MEASURE_PHASE, (int) measure->phase);
      msk_json_set_enum (object, "area", MSK_TYPE_MEASURE_AREA, (int) measure->area);
      json_object_set_boolean_member (object, "mandatory", measure->mandatory);
      msk_json_set_text (object, "text", measure->text);
    }
  msk_json_set_enum (object, "outcome", MSK_TYPE_MEASURE_OUTCOME, (int) measure->outcome);
  msk_json_set_text (object, "done_by", measure->done_by);
  msk_json_set_time (object, "done_at", measure->done_at);
  msk_json_set_text (object, "evidence", measure->evidence);
  msk_json_set_time (object, "recorded_at", measure->recorded_at);
  msk_json_set_text (object, "recorded_by", measure->recorded_by);
  return object;
}

JsonObject *
msk_json_from_liaison (const MskLiaison *liaison)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "liaison", liaison->id);
  msk_json_set_enum (object, "department", MSK_TYPE_DEPARTMENT, (int) liaison->department);
  msk_json_set_text (object, "organ", liaison->organ);
  msk_json_set_text (object, "contact", liaison->contact);
  msk_json_set_time (object, "at", liaison->at);
  msk_json_set_text (object, "agreed", liaison->agreed);
  msk_json_set_text (object, "reference", liaison->reference);
  msk_json_set_time (object, "recorded_at", liaison->recorded_at);
  msk_json_set_text (object, "recorded_by", liaison->recorded_by);
  return object;
}

JsonObject *
msk_json_from_meeting (const MskMeeting *meeting)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", meeting->id);
  msk_json_set_text (object, "number", meeting->number);
  msk_json_set_enum (object, "state", MSK_TYPE_MEETING_STATE, (int) meeting->state);
  /* The list of meetings knows no more than this without a meeting's key. */
  if (meeting->title == NULL || meeting->title[0] == '\0')
    return object;

  msk_json_set_text (object, "title", meeting->title);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) meeting->level);
  msk_json_set_time (object, "starts_at", meeting->starts_at);
  msk_json_set_time (object, "ends_at", meeting->ends_at);
  msk_json_set_text (object, "venue", meeting->venue);
  msk_json_set_text (object, "organiser", meeting->organiser);
  msk_json_set_text (object, "leader", meeting->leader);
  json_object_set_object_member (object, "scheme", msk_json_from_scheme (meeting->scheme));

  return object;
}

/* An array of ids, or null for NULL. */
static void
set_ids (JsonObject *object, const char *member, const GArray *ids)
{
  JsonArray *array;

  if (ids == NULL)
    {
      json_object_set_null_member (object, member);
      return;
    }

  array = json_array_new ();
  for (guint i = 0; i < ids->len; i++)
    json_array_add_int_element (array, g_array_index (ids, gint64, i));
  json_object_set_array_member (object, member, array);
}

static JsonArray *
make_removed (guint set)
{
  JsonArray *list = json_array_new ();

  for (int removal = 0; removal <= MSK_REMOVAL_ANNOTATIONS; removal++)
    if ((set & (1u << removal)) != 0)
      json_array_add_string_element (list, msk_enum_get_name (MSK_TYPE_REMOVAL, removal));

  return list;
}

JsonObject *
msk_json_from_paper (const MskPaper *paper)
{
  JsonObject *object = json_object_new ();
  g_autofree char *scope = msk_capacity_set_dup_names (paper->scope);

  json_object_set_int_member (object, "id", paper->id);
  msk_json_set_text (object, "document_number", paper->document_number);
  msk_json_set_text (object, "title", paper->title);
  msk_json_set_enum (object, "level", MSK_TYPE_LEVEL, (int) paper->level);
  msk_json_set_text (object, "period", paper->period);
  msk_json_set_text (object, "originator", paper->originator);
  msk_json_set_text (object, "scope", scope);
  msk_json_set_enum (object, "clearance", MSK_TYPE_LEVEL, (int) paper->clearance);
  set_ids (object, "readers", paper->readers);
  msk_json_set_enum (object, "urgency", MSK_TYPE_URGENCY, (int) paper->urgency);
  json_object_set_int_member (object, "revision", paper->revision);
  msk_json_set_number (object, "replaces", paper->replaces);
  msk_json_set_number (object, "replaced_by", paper->replaced_by);
  msk_json_set_number (object, "attachment_of", paper->parent_id);
  msk_json_set_number (object, "attachment", paper->attachment);
  set_ids (object, "parts", paper->parts);
  json_object_set_int_member (object, "pages", paper->pages);
  msk_json_set_enum (object, "count_rule", MSK_TYPE_COUNT_RULE, (int) paper->count_rule);
  msk_json_set_text (object, "sha256", paper->sha256);
  msk_json_set_time (object, "added_at", paper->added_at);
  json_object_set_array_member (object, "removed", make_removed (paper->removed));
  json_object_set_int_member (object, "approved", paper->approved);
  json_object_set_int_member (object, "allocated", paper->allocated);
  json_object_set_int_member (object, "reproductions_approved", paper->reproductions_approved);
  json_object_set_int_member (object, "reproductions_allocated", paper->reproductions_allocated);

  return object;
}

JsonObject *
msk_json_from_plan_line (const MskPlanLine *line)
{
  JsonObject *object = json_object_new ();

  set_copy_number (object, line->number);
  json_object_set_int_member (object, "paper", line->paper_id);
  msk_json_set_text (object, "document_number", line->document_number);
  msk_json_set_enum (object, "state", MSK_TYPE_COPY_STATE, (int) line->state);
  msk_json_set_number (object, "planned_id", line->planned_id);
  msk_json_set_text (object, "planned", line->planned);
  msk_json_set_text (object, "unit", line->unit);
  msk_json_set_text (object, "seat", line->seat);
  msk_json_set_number (object, "holder_id", line->holder_id);
  msk_json_set_text (object, "holder", line->holder);
  msk_json_set_enum (object, "standing", MSK_TYPE_PLAN_STANDING, (int) line->standing);
  json_object_set_boolean_member (object, "difference",
                                  msk_plan_standing_is_difference (line->standing));

  return object;
}

JsonObject *
msk_json_from_printer (const MskDesignatedPrinter *printer)
{
  JsonObject *object = json_object_new ();

  msk_json_set_text (object, "name", printer->name);
  msk_json_set_enum (object, "kind", MSK_TYPE_PRINTER_KIND, (int) printer->kind);
  msk_json_set_text (object, "target", printer->target);
  msk_json_set_text (object, "place", printer->place);

  return object;
}

JsonObject *
msk_json_from_print_run (MskPrintRun *run)
{
  const gboolean may_tell = run->counts > 0 && msk_print_run_may_tell (run);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "run", run->id);
  msk_json_set_number (object, "paper", run->paper_id);
  msk_json_set_text (object, "document_number", run->document_number);
  msk_json_set_text (object, "printer", run->printer);
  msk_json_set_text (object, "place", run->place);
  json_object_set_boolean_member (object, "two_sided", run->two_sided);
  msk_json_set_time (object, "started_at", run->started_at);
  msk_json_set_text (object, "started_by", run->started_by);
  msk_json_set_time (object, "ended_at", run->ended_at);
  msk_json_set_enum (object, "spool", MSK_TYPE_SPOOL, (int) run->spool);
  msk_json_set_text (object, "traces", run->traces);
  json_object_set_int_member (object, "sent", run->sent);
  json_object_set_int_member (object, "unsettled", run->unsettled);
  msk_json_set_enum (object, "count", MSK_TYPE_COUNT_STANDING,
                     (int) msk_print_run_get_standing (run));
  json_object_set_int_member (object, "counts", run->counts);
  json_object_set_int_member (object, "counted", run->counted);
  if (may_tell)
    json_object_set_int_member (object, "expected", run->expected);
  else
    json_object_set_null_member (object, "expected");
  msk_json_set_time (object, "explained_at", run->explained_at);
  msk_json_set_text (object, "explained_by", run->explained_by);
  msk_json_set_text (object, "explanation", run->explanation);

  return object;
}

JsonObject *
msk_json_from_room_visit (const MskRoomVisit *visit)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "visit", visit->id);
  msk_json_set_text (object, "place", visit->place);
  msk_json_set_text (object, "name", visit->name);
  msk_json_set_text (object, "unit", visit->unit);
  msk_json_set_text (object, "reason", visit->reason);
  msk_json_set_text (object, "leave", visit->leave);
  msk_json_set_time (object, "entered_at", visit->entered_at);
  msk_json_set_text (object, "entered_by", visit->entered_by);
  msk_json_set_time (object, "left_at", visit->left_at);
  msk_json_set_text (object, "left_by", visit->left_by);

  return object;
}

JsonObject *
msk_json_from_spoilage (MskSpoilage *spoilage)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "set", spoilage->id);
  set_copy_number (object, spoilage->number);
  json_object_set_int_member (object, "paper", spoilage->paper_id);
  msk_json_set_text (object, "document_number", spoilage->document_number);
  msk_json_set_number (object, "serial", spoilage->serial);
  msk_json_set_enum (object, "kind", MSK_TYPE_SPOILAGE_KIND, (int) spoilage->kind);
  json_object_set_int_member (object, "sheets", spoilage->sheets);
  msk_json_set_text (object, "reason", spoilage->reason);
  msk_json_set_text (object, "place", spoilage->place);
  msk_json_set_time (object, "registered_at", spoilage->registered_at);
  msk_json_set_text (object, "registered_by", spoilage->registered_by);
  msk_json_set_enum (object, "state", MSK_TYPE_COPY_STATE, (int) spoilage->state);
  msk_json_set_time (object, "gone_at", spoilage->gone_at);
  json_object_set_boolean_member (object, "expected", spoilage->expected);
  json_object_set_boolean_member (object, "explained", msk_spoilage_is_explained (spoilage));
  msk_json_set_time (object, "first_seen_at", spoilage->first_seen_at);
  json_object_set_boolean_member (object, "by_hand", spoilage->by_hand);
  msk_json_set_time (object, "missing_at", spoilage->missing_at);
  msk_json_set_text (object, "remark", spoilage->remark);

  return object;
}

JsonObject *
msk_json_from_signature (const MskSweepSignature *signature)
{
  JsonObject *object = json_object_new ();

  msk_json_set_text (object, "user", signature->user);
  msk_json_set_enum (object, "role", MSK_TYPE_ROLE, (int) signature->role);
  msk_json_set_time (object, "at", signature->at);

  return object;
}

JsonObject *
msk_json_from_sweep_line (const MskSweepLine *line)
{
  JsonObject *object = json_object_new ();

  if (line->kind == MSK_SWEEP_CARRIER)
    {
      json_object_set_int_member (object, "number", line->number);
      msk_json_set_enum (object, "kind", MSK_TYPE_CARRIER_KIND, (int) line->carrier_kind);
      msk_json_set_text (object, "description", line->description);
    }
  else
    {
      set_copy_number (object, line->number);
      json_object_set_int_member (object, "paper", line->paper_id);
      msk_json_set_text (object, "document_number", line->document_number);
      msk_json_set_number (object, "pages_back", line->pages_back);
    }
  msk_json_set_enum (object, "class", MSK_TYPE_SWEEP_CLASS, (int) line->sweep_class);
  json_object_set_boolean_member (object, "explained",
                                  msk_sweep_class_is_explained (line->sweep_class));
  msk_json_set_enum (object, "expected", MSK_TYPE_COPY_STATE, (int) line->expected);
  msk_json_set_enum (object, "state", MSK_TYPE_COPY_STATE, (int) line->state);
  msk_json_set_text (object, "holder", line->holder);
  msk_json_set_text (object, "holder_unit", line->holder_unit);
  msk_json_set_text (object, "seat", line->seat);
  msk_json_set_time (object, "issued_at", line->issued_at);
  msk_json_set_text (object, "last_act", line->last_act);
  msk_json_set_time (object, "last_at", line->last_at);
  msk_json_set_time (object, "first_seen_at", line->first_seen_at);
  if (line->sightings > 0)
    msk_json_set_enum (object, "zone", MSK_TYPE_MEASURE_AREA, (int) line->zone);
  json_object_set_int_member (object, "sightings", line->sightings);
  msk_json_set_text (object, "remark", line->remark);

  return object;
}

JsonObject *
msk_json_from_sweep_summary (const MskSweepSummary *summary)
{
  JsonObject *object = json_object_new ();

  msk_json_set_time (object, "started_at", summary->started_at);
  msk_json_set_time (object, "closed_at", summary->closed_at);
  json_object_set_int_member (object, "expected", summary->expected);
  json_object_set_int_member (object, "carriers", summary->carriers);
  json_object_set_int_member (object, "seen", summary->seen);
  json_object_set_int_member (object, "explained", summary->explained);
  json_object_set_int_member (object, "unexplained", summary->unexplained);
  json_object_set_int_member (object, "missing", summary->missing);
  json_object_set_int_member (object, "recovered", summary->recovered);
  json_object_set_int_member (object, "strange", summary->strange);
  json_object_set_int_member (object, "signatures", summary->signatures);

  return object;
}

JsonObject *
msk_json_from_user (const MskUser *user)
{
  JsonObject *object = json_object_new ();

  msk_json_set_text (object, "name", user->name);
  msk_json_set_enum (object, "role", MSK_TYPE_ROLE, (int) user->role);
  msk_json_set_time (object, "added_at", user->added_at);
  json_object_set_boolean_member (object, "removed", user->removed);
  json_object_set_boolean_member (object, "badge", user->has_badge);

  return object;
}

JsonObject *
msk_json_from_verdict (const MskVerdict *verdict)
{
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "tone", MSK_TYPE_TONE, (int) verdict->tone);
  msk_json_set_text (object, "code", verdict->code);
  msk_json_set_text (object, "headline", verdict->headline);
  msk_json_set_text (object, "text", verdict->text);
  msk_json_set_time (object, "at", verdict->at);
  msk_json_set_number (object, "number", verdict->number);
  set_shown (object, "shown_number", verdict->number);
  msk_json_set_number (object, "page", verdict->page);
  msk_json_set_number (object, "paper", verdict->paper_id);
  msk_json_set_text (object, "document_number", verdict->document_number);
  msk_json_set_number (object, "carrier", verdict->carrier);
  msk_json_set_number (object, "device", verdict->device);
  msk_json_set_text (object, "shelf", verdict->shelf);
  msk_json_set_number (object, "person_id", verdict->attendee_id);
  msk_json_set_text (object, "person", verdict->person);
  msk_json_set_text (object, "unit", verdict->unit);
  msk_json_set_text (object, "helper", verdict->helper);
  msk_json_set_number (object, "pack", verdict->pack);
  msk_json_set_return (object, verdict);
  if (verdict->decidable)
    msk_json_set_enum (object, "decider", MSK_TYPE_ROLE, (int) verdict->decider);
  else
    json_object_set_null_member (object, "decider");
  if (verdict->paper_id != 0 || verdict->carrier != 0)
    json_object_set_object_member (object, "balance", msk_json_from_balance (&verdict->balance));
  else
    json_object_set_null_member (object, "balance");

  return object;
}

void
msk_json_set_list (JsonObject *object, const char *member, GPtrArray *things, MskJsonMake make)
{
  JsonArray *list = json_array_sized_new (things->len);

  for (guint i = 0; i < things->len; i++)
    json_array_add_object_element (list, make (g_ptr_array_index (things, i)));

  json_object_set_array_member (object, member, list);
}

void
msk_json_set_texts (JsonObject *object, const char *member, GPtrArray *texts)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    json_array_add_string_element (list, g_ptr_array_index (texts, i));

  json_object_set_array_member (object, member, list);
}

void
msk_json_print (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);

  puts (text);
  fflush (stdout);
}
