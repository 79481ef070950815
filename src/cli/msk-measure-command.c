/* msk measure: what is done before the meeting opens (M1) and when everybody has left (M9), by
 * whom, when, and what shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-measure-desk.h"
#include "msk-table.h"

static const MskDraftKey record_keys[] = {
  { "outcome", MSK_DRAFT_TEXT, FALSE,
    N_ ("done, not-applicable, or open to take back what was recorded; done by default") },
  { "by", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who did it, or decided") },
  { "at", MSK_DRAFT_TIME, FALSE, N_ ("when; now by default") },
  { "evidence", MSK_DRAFT_TEXT, TRUE, N_ ("what shows it, or the reason") },
  { NULL },
};

static const MskDraftKey liaison_keys[] = {
  { "department", MSK_DRAFT_TEXT, TRUE, N_ ("guard, secrecy or other") },
  { "organ", MSK_DRAFT_TEXT, TRUE, N_ ("its name") },
  { "contact", MSK_DRAFT_TEXT, TRUE, N_ ("full name of the person there") },
  { "at", MSK_DRAFT_TIME, FALSE, N_ ("when; now by default") },
  { "agreed", MSK_DRAFT_TEXT, TRUE, N_ ("what was agreed") },
  { "reference", MSK_DRAFT_TEXT, FALSE, N_ ("of the letter or note") },
  { NULL },
};

static gboolean
fail_value (GError **error, const char *message)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
record (MskCli *cli, GError **error)
{
  g_autoptr(JsonArray) recorded = json_array_new ();
  int outcome;
  MskMeasureDraft draft = {
    .done_by = msk_draft_get_text (cli->draft, "by", ""),
    .done_at = msk_draft_get_time (cli->draft, "at", msk_session_get_now (cli->session)),
    .evidence = msk_draft_get_text (cli->draft, "evidence", ""),
  };

  if (!msk_enum_parse (MSK_TYPE_MEASURE_OUTCOME, msk_draft_get_text (cli->draft, "outcome", "done"),
                       &outcome))
    return fail_value (error, _ ("There is no such outcome: see “msk measure record --help”."));

  draft.outcome = (MskMeasureOutcome) outcome;
  if (!msk_measure_desk_record_all (cli->session, (const char *const *) cli->arguments, &draft,
                                    error))
    return FALSE;

  for (guint i = 0; cli->arguments[i] != NULL; i++)
    json_array_add_string_element (recorded, cli->arguments[i]);
  json_object_set_array_member (cli->answer, "recorded", g_steal_pointer (&recorded));
  msk_cli_say (cli, _ ("Recorded."));
  return TRUE;
}

static const char *
get_standing (const MskMeasure *measure)
{
  return msk_measure_outcome_get_label (measure->outcome);
}

static void
say_measures (MskCli *cli, MskChecklist *checklist)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Measure"), _ ("Area"), _ ("Mandatory"), _ ("What is done"),
                                _ ("State"), _ ("By"), _ ("Time"), _ ("What shows it"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < checklist->measures->len; i++)
    {
      const MskMeasure *measure = g_ptr_array_index (checklist->measures, i);
      g_autofree char *at = msk_table_dup_time (measure->done_at);

      msk_table_add (table, measure->id, msk_measure_area_get_label (measure->area),
                     measure->mandatory ? _ ("yes") : "", measure->text, get_standing (measure),
                     measure->done_by, at, measure->evidence, NULL);
    }
  text = msk_table_dup_text (table);
  msk_cli_say (cli, _ ("Checklist %s"), msk_measure_phase_get_label (checklist->phase));
  msk_cli_say (cli, "%s", text);
  msk_cli_say (cli, _ ("Mandatory measures that are open: %u."),
               msk_measure_count_open (checklist->measures));
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(MskChecklist) before =
                 msk_measure_desk_get_checklist (cli->session, MSK_MEASURE_PHASE_BEFORE, error);
  g_autoptr(MskChecklist) after =
                 before == NULL ? NULL
                                : msk_measure_desk_get_checklist (cli->session,
                                                                  MSK_MEASURE_PHASE_AFTER, error);
  gint64 opened_at;

  if (after == NULL || !msk_measure_desk_get_opening (cli->session, &opened_at, NULL, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "version", before->version);
  json_object_set_int_member (cli->answer, "open", msk_measure_count_open (before->measures));
  json_object_set_boolean_member (cli->answer, "meeting_opened", opened_at != 0);
  msk_json_set_list (cli->answer, "measures", before->measures,
                     (MskJsonMake) msk_json_from_measure);
  json_object_set_int_member (cli->answer, "version_after", after->version);
  json_object_set_int_member (cli->answer, "open_after", msk_measure_count_open (after->measures));
  msk_json_set_list (cli->answer, "after", after->measures, (MskJsonMake) msk_json_from_measure);
  say_measures (cli, before);
  say_measures (cli, after);
  return TRUE;
}

static gboolean
show_history (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) records =
                 msk_measure_desk_list_records (cli->session, cli->arguments[0], error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("State"), _ ("By"), _ ("Time"), _ ("What shows it"),
                                _ ("Recorded"), _ ("Account"), NULL);
  g_autofree char *text = NULL;

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const MskMeasure *one = g_ptr_array_index (records, i);
      g_autofree char *at = msk_table_dup_time (one->done_at);
      g_autofree char *recorded = msk_table_dup_time (one->recorded_at);

      msk_table_add (table, get_standing (one), one->done_by, at, one->evidence, recorded,
                     one->recorded_by, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "records", records, (MskJsonMake) msk_json_from_measure);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
add_liaison (MskCli *cli, GError **error)
{
  int department;
  MskLiaisonDraft draft = {
    .organ = msk_draft_get_text (cli->draft, "organ", ""),
    .contact = msk_draft_get_text (cli->draft, "contact", ""),
    .at = msk_draft_get_time (cli->draft, "at", msk_session_get_now (cli->session)),
    .agreed = msk_draft_get_text (cli->draft, "agreed", ""),
    .reference = msk_draft_get_text (cli->draft, "reference", ""),
  };
  gint64 id;

  if (!msk_enum_parse (MSK_TYPE_DEPARTMENT, msk_draft_get_text (cli->draft, "department", ""),
                       &department))
    return fail_value (error, _ ("There is no such department: give guard, secrecy or other."));

  draft.department = (MskDepartment) department;
  id = msk_measure_desk_add_liaison (cli->session, &draft, error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "liaison", id);
  msk_cli_say (cli, _ ("Contact %u is recorded."), (guint) id);
  return TRUE;
}

static gboolean
list_liaisons (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) liaisons = msk_measure_desk_list_liaisons (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Contact"), _ ("Department"), _ ("Name"), _ ("Person there"),
                                _ ("Time"), _ ("Agreed"), _ ("Reference"), NULL);
  g_autofree char *text = NULL;

  if (liaisons == NULL)
    return FALSE;

  for (guint i = 0; i < liaisons->len; i++)
    {
      const MskLiaison *liaison = g_ptr_array_index (liaisons, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, liaison->id);
      g_autofree char *at = msk_table_dup_time (liaison->at);

      msk_table_add (table, id, msk_department_get_label (liaison->department), liaison->organ,
                     liaison->contact, at, liaison->agreed, liaison->reference, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "liaisons", liaisons, (MskJsonMake) msk_json_from_liaison);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the measures by area, and what was recorded of each"),
      .run = list,
  },
  {
      .name = "record",
      .arguments = N_ ("MEASURE…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .keys = record_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record measures as done, not applicable, or open again: all of them or none"),
      .run = record,
  },
  {
      .name = "history",
      .arguments = N_ ("MEASURE"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list all that was recorded of a measure"),
      .run = show_history,
  },
  {
      .name = "liaison",
      .keys = liaison_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record a contact with the guard or secrecy department"),
      .run = add_liaison,
  },
  {
      .name = "liaisons",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the contacts"),
      .run = list_liaisons,
  },
  { NULL },
};

const MskCommand msk_measure_command = {
  .name = "measure",
  .summary = N_ ("measures before the meeting and after it, and liaison"),
  .verbs = verbs,
};
