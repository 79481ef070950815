/* msk incident: what went wrong, from opening to closing (I1–I3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-incident-desk.h"
#include "msk-incident-json.h"
#include "msk-json.h"
#include "msk-ledger-words.h"
#include "msk-report-output.h"
#include "msk-table.h"

static const MskDraftKey open_keys[] = {
  { "kind", MSK_DRAFT_TEXT, FALSE, N_ ("unauthorised-entry or other; other by default") },
  { "text", MSK_DRAFT_TEXT, TRUE, N_ ("what happened") },
  { "person", MSK_DRAFT_COUNT, FALSE, N_ ("the id of the person whom it is about") },
  { "level", MSK_DRAFT_LEVEL, FALSE, N_ ("of the thing; without, the meeting’s") },
  { "found_at", MSK_DRAFT_TIME, FALSE, N_ ("when it was found; without, now") },
  { NULL },
};

static const MskDraftKey told_keys[] = {
  { "department", MSK_DRAFT_TEXT, FALSE, N_ ("secrecy, guard or other; secrecy by default") },
  { "whom", MSK_DRAFT_TEXT, TRUE, N_ ("who was told there") },
  { "told_at", MSK_DRAFT_TIME, FALSE, N_ ("when; without, now") },
  { NULL },
};

static const MskDraftKey set_keys[] = {
  { "text", MSK_DRAFT_TEXT, TRUE, N_ ("the text, of one or more lines") },
  { NULL },
};

static gboolean
parse_enum (GType type, const char *name, int *value, const char *message, GError **error)
{
  if (msk_enum_parse (type, name, value))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE, message);
  return FALSE;
}

static void
add_list_row (MskTable *table, MskIncident *incident, gint64 now)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, incident->id);
  g_autofree char *found = msk_table_dup_time (incident->found_at);
  g_autofree char *person = incident->attendee_id == 0
                                ? g_strdup ("")
                                : g_strdup_printf ("%" G_GINT64_FORMAT, incident->attendee_id);
  g_autofree char *subject = msk_ledger_words_dup_subject (incident->subject);
  g_autofree char *report =
      msk_incident_clock_dup_standing (incident, MSK_INCIDENT_CLOCK_REPORT, now);
  g_autofree char *leak = msk_incident_clock_dup_standing (incident, MSK_INCIDENT_CLOCK_LEAK, now);
  g_autofree char *result =
      msk_incident_clock_dup_standing (incident, MSK_INCIDENT_CLOCK_RESULT, now);

  msk_table_add (table, id, found, msk_incident_kind_get_label (incident->kind), person, subject,
                 incident->text, incident->user, report, leak, result,
                 incident->is_closed ? _ ("closed") : _ ("open"), NULL);
}

static void
say_incidents (MskCli *cli, GPtrArray *incidents)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Incident"), _ ("Found at"), _ ("Kind"), _ ("Person"), _ ("Of"),
                                _ ("What happened"), _ ("Registered by"), _ ("Report"),
                                _ ("Leaked"), _ ("Result"), _ ("Standing"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < incidents->len; i++)
    add_list_row (table, g_ptr_array_index (incidents, i), msk_session_get_now (cli->session));

  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s", text);
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (cli->session, error);
  const gint64 now = msk_session_get_now (cli->session);
  JsonArray *array;

  if (incidents == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < incidents->len; i++)
    json_array_add_object_element (array,
                                   msk_json_from_incident_at (g_ptr_array_index (incidents, i),
                                                              now));
  json_object_set_array_member (cli->answer, "incidents", array);
  say_incidents (cli, incidents);
  return TRUE;
}

/* What every verb about one ends with: how it stands. */
static gboolean
finish (MskCli *cli, gint64 id, GError **error)
{
  g_autoptr(MskIncident) incident = msk_incident_desk_get (cli->session, id, error);
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  if (incident == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "incident",
                                 msk_json_from_incident_at (incident,
                                                            msk_session_get_now (cli->session)));
  g_ptr_array_add (one, incident);
  say_incidents (cli, one);
  return TRUE;
}

static void
say_reports (MskCli *cli, GPtrArray *reports)
{
  g_autoptr(MskTable) table = msk_table_new (_ ("Department"), _ ("Who was told"), _ ("When"),
                                              _ ("Entered by"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < reports->len; i++)
    {
      MskIncidentReport *report = g_ptr_array_index (reports, i);
      g_autofree char *told = msk_table_dup_time (report->told_at);

      msk_table_add (table, msk_department_get_label (report->department), report->whom, told,
                     report->user, NULL);
    }
  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s", text);
}

static void
say_entries (MskCli *cli, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      MskIncidentEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *time = msk_table_dup_time (entry->at);

      msk_cli_say (cli, _ ("%s (version %u, %s, %s):"),
                   msk_incident_heading_get_label (entry->heading), entry->version, entry->user,
                   time);
      msk_cli_say (cli, "%s", entry->text);
    }
}

static gboolean
show (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) || !finish (cli, id, error))
    return FALSE;

  reports = msk_incident_desk_list_reports (cli->session, id, error);
  entries = reports == NULL ? NULL : msk_incident_desk_list_entries (cli->session, id, error);
  if (entries == NULL)
    return FALSE;

  msk_json_set_list (cli->answer, "told", reports, (MskJsonMake) msk_json_from_incident_report);
  msk_json_set_list (cli->answer, "texts", entries, (MskJsonMake) msk_json_from_incident_entry);
  say_reports (cli, reports);
  say_entries (cli, entries);
  return TRUE;
}

static gboolean
open_by_hand (MskCli *cli, GError **error)
{
  MskIncidentDraft draft = {
    .attendee_id = msk_draft_get_count (cli->draft, "person", 0),
    .text = msk_draft_get_text (cli->draft, "text", ""),
    .level = msk_draft_get_level (cli->draft, "level", 0),
    .found_at = msk_draft_get_time (cli->draft, "found_at", 0),
  };
  int kind;
  gint64 id;

  if (!parse_enum (MSK_TYPE_INCIDENT_KIND, msk_draft_get_text (cli->draft, "kind", "other"), &kind,
                   _ ("There is no such kind of incident: give unauthorised-entry or other."),
                   error))
    return FALSE;

  draft.kind = (MskIncidentKind) kind;
  id = msk_incident_desk_open (cli->session, &draft, error);
  return id != 0 && finish (cli, id, error);
}

static gboolean
told (MskCli *cli, GError **error)
{
  int department;
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         parse_enum (MSK_TYPE_DEPARTMENT, msk_draft_get_text (cli->draft, "department", "secrecy"),
                     &department, _ ("There is no such department: give secrecy, guard or other."),
                     error) &&
         msk_incident_desk_report (cli->session, id, (MskDepartment) department,
                                   msk_draft_get_text (cli->draft, "whom", ""),
                                   msk_draft_get_time (cli->draft, "told_at", 0), error) &&
         finish (cli, id, error);
}

static gboolean
set (MskCli *cli, GError **error)
{
  int heading;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;
  if (!msk_enum_parse (MSK_TYPE_INCIDENT_HEADING, cli->arguments[1], &heading))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such heading: look at “msk incident set --help”."));
      return FALSE;
    }

  return msk_incident_desk_write (cli->session, id, (MskIncidentHeading) heading,
                                  msk_draft_get_text (cli->draft, "text", ""), error) &&
         finish (cli, id, error);
}

static gboolean
close_one (MskCli *cli, GError **error)
{
  g_autoptr(MskCosigner) leader = NULL;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;

  leader = msk_cli_sign_cosigner (cli, MSK_ACT_INCIDENT_SIGN, error);
  return leader != NULL && msk_incident_desk_close (cli->session, id, leader, error) &&
         finish (cli, id, error);
}

static gboolean
write_report (MskCli *cli, GError **error)
{
  gint64 id;

  if (cli->n_arguments == 0)
    return msk_report_output (cli, MSK_REPORT_INCIDENTS, 0, error);

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_report_output (cli, MSK_REPORT_INCIDENT, id, error);
}

#define ONE_INCIDENT                                                                               \
  .arguments = N_ ("INCIDENT"), .min_arguments = 1, .max_arguments = 1, .need = MSK_NEED_MEETING

static const MskVerb verbs[] = {
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the incidents of the meeting"),
      .run = list,
  },
  {
      .name = "show",
      ONE_INCIDENT,
      .summary = N_ ("show one incident: its clocks, who was told, every text"),
      .run = show,
  },
  {
      .name = "open",
      .keys = open_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register an incident that somebody reports"),
      .description = N_ ("What the kit finds itself, such as a copy that is missing in the sweep, "
                         "opens its incident by itself."),
      .run = open_by_hand,
  },
  {
      .name = "told",
      ONE_INCIDENT,
      .keys = told_keys,
      .summary = N_ ("record who outside was told, the secrecy department first"),
      .run = told,
  },
  {
      .name = "set",
      .arguments = N_ ("INCIDENT HEADING"),
      .min_arguments = 2,
      .max_arguments = 2,
      .keys = set_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("write the text under a heading; the one before stays on record"),
      .description = N_ ("HEADING is content, discovery, responsible, course, harm, handling or "
                         "remedies of the report; cause, dealt, measures or taught, without which "
                         "no incident closes; or found, when the thing came back."),
      .run = set,
  },
  {
      .name = "close",
      ONE_INCIDENT,
      .required = MSK_OPTION_COSIGNER,
      .options = MSK_OPTION_COSIGNER_FD | MSK_OPTION_COSIGNER_FILE,
      .summary = N_ ("close an incident, as the security officer; the responsible leader is "
                     "--cosigner"),
      .run = close_one,
  },
  {
      .name = "report",
      .arguments = N_ ("[INCIDENT]"),
      .max_arguments = 1,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER | MSK_OPTION_XLSX,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the report of one incident, or the register of all"),
      .run = write_report,
  },
  { NULL },
};

const MskCommand msk_incident_command = {
  .name = "incident",
  .summary = N_ ("what went wrong"),
  .verbs = verbs,
};
