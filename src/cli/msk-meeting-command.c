/* msk meeting: making a meeting, describing it, its agenda.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-agenda-verbs.h"
#include "msk-archive-verbs.h"
#include "msk-cli.h"
#include "msk-json.h"
#include "msk-measure-desk.h"
#include "msk-meeting-desk.h"
#include "msk-table.h"

#define MEETING_KEYS(needed)                                                                       \
  { "number", MSK_DRAFT_TEXT, needed, N_ ("its number in the office's own count") },               \
      { "title", MSK_DRAFT_TEXT, needed, N_ ("its title") },                                       \
      { "level", MSK_DRAFT_LEVEL, needed, N_ ("its level of secrecy") },                           \
      { "starts", MSK_DRAFT_TIME, needed, N_ ("when it begins") },                                 \
      { "ends", MSK_DRAFT_TIME, needed, N_ ("when it ends") },                                     \
      { "venue", MSK_DRAFT_TEXT, FALSE, N_ ("where it takes place") },                             \
      { "organiser", MSK_DRAFT_TEXT, FALSE, N_ ("who organises it") },                             \
  {                                                                                                \
    "leader", MSK_DRAFT_TEXT, FALSE, N_ ("the responsible leader")                                 \
  }

static const MskDraftKey create_keys[] = { MEETING_KEYS (TRUE), { NULL } };
static const MskDraftKey change_keys[] = { MEETING_KEYS (FALSE), { NULL } };

static const MskDraftKey agenda_keys[] = {
  { "title", MSK_DRAFT_TEXT, TRUE, N_ ("what the item is about") },
  { "level", MSK_DRAFT_LEVEL, TRUE, N_ ("its level of secrecy") },
  { "recording", MSK_DRAFT_RECORDING, TRUE, N_ ("what may be noted down while it is dealt with") },
  { "admits", MSK_DRAFT_SCOPE, FALSE, N_ ("who may be inside, everybody unless given") },
  { NULL },
};

static gboolean
create (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  const MskMeetingDraft meeting = {
    .number = msk_draft_get_text (draft, "number", ""),
    .title = msk_draft_get_text (draft, "title", ""),
    .level = msk_draft_get_level (draft, "level", MSK_LEVEL_TOP_SECRET),
    .starts_at = msk_draft_get_time (draft, "starts", 0),
    .ends_at = msk_draft_get_time (draft, "ends", 0),
    .venue = msk_draft_get_text (draft, "venue", ""),
    .organiser = msk_draft_get_text (draft, "organiser", ""),
    .leader = msk_draft_get_text (draft, "leader", ""),
  };
  gint64 id = msk_meeting_desk_create (cli->session, &meeting, error);

  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "meeting", id);
  msk_cli_say (cli, _ ("The meeting was made. Its id in this vault is %d."), (int) id);
  return TRUE;
}

/* What the draft leaves out stays as it is. */
static gboolean
change (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  g_autoptr(MskMeeting) now = g_object_ref (msk_session_get_meeting (cli->session));
  const MskMeetingDraft meeting = {
    .number = msk_draft_get_text (draft, "number", now->number),
    .title = msk_draft_get_text (draft, "title", now->title),
    .level = msk_draft_get_level (draft, "level", now->level),
    .starts_at = msk_draft_get_time (draft, "starts", now->starts_at),
    .ends_at = msk_draft_get_time (draft, "ends", now->ends_at),
    .venue = msk_draft_get_text (draft, "venue", now->venue),
    .organiser = msk_draft_get_text (draft, "organiser", now->organiser),
    .leader = msk_draft_get_text (draft, "leader", now->leader),
  };

  if (!msk_meeting_desk_change (cli->session, &meeting, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "meeting", now->id);
  msk_cli_say (cli, _ ("The description of the meeting was changed."));
  return TRUE;
}

static gboolean
show (MskCli *cli, GError **error)
{
  const MskMeeting *meeting = msk_session_get_meeting (cli->session);
  g_autofree char *starts = msk_table_dup_time (meeting->starts_at);
  g_autofree char *ends = msk_table_dup_time (meeting->ends_at);
  g_autoptr(MskTable) table = msk_table_new (_ ("Number"), meeting->number, NULL);
  g_autofree char *text = NULL;

  msk_table_add (table, _ ("Title"), meeting->title, NULL);
  msk_table_add (table, _ ("Level"), msk_level_get_label (meeting->level), NULL);
  msk_table_add (table, _ ("Begins"), starts, NULL);
  msk_table_add (table, _ ("Ends"), ends, NULL);
  msk_table_add (table, _ ("Venue"), meeting->venue, NULL);
  msk_table_add (table, _ ("Organiser"), meeting->organiser, NULL);
  msk_table_add (table, _ ("Responsible leader"), meeting->leader, NULL);
  msk_table_add (table, _ ("State"), msk_meeting_state_get_label (meeting->state), NULL);
  text = msk_table_dup_text (table);

  json_object_set_object_member (cli->answer, "meeting", msk_json_from_meeting (meeting));
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

/* What stands in the way stands beside the error, item by item. */
static gboolean
open_meeting (MskCli *cli, GError **error)
{
  g_autoptr(MskChecklist) checklist =
                 msk_measure_desk_get_checklist (cli->session, MSK_MEASURE_PHASE_BEFORE, error);
  g_autoptr(GPtrArray) open = g_ptr_array_new ();

  if (checklist == NULL)
    return FALSE;

  for (guint i = 0; i < checklist->measures->len; i++)
    {
      MskMeasure *measure = g_ptr_array_index (checklist->measures, i);

      if (msk_measure_blocks (measure))
        g_ptr_array_add (open, measure);
    }
  msk_json_set_list (cli->answer, "open", open, (MskJsonMake) msk_json_from_measure);
  if (!msk_measure_desk_open_meeting (cli->session, error))
    return FALSE;

  msk_cli_say (cli, _ ("The meeting is open."));
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) meetings = msk_meeting_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Id"), _ ("Number"), _ ("State"), NULL);
  g_autofree char *text = NULL;

  if (meetings == NULL)
    return FALSE;

  for (guint i = 0; i < meetings->len; i++)
    {
      const MskMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting->id);

      msk_table_add (table, id, meeting->number, msk_meeting_state_get_label (meeting->state),
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "meetings", meetings, (MskJsonMake) msk_json_from_meeting);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
add_agenda_item (MskCli *cli, GError **error)
{
  const char *title = msk_draft_get_text (cli->draft, "title", "");
  MskLevel level = msk_draft_get_level (cli->draft, "level", MSK_LEVEL_TOP_SECRET);
  MskRecording recording = msk_draft_get_recording (cli->draft, "recording", MSK_RECORDING_NONE);
  guint admits = msk_draft_get_scope (cli->draft, "admits", MSK_CAPACITY_ALL);
  g_autoptr(GPtrArray) items = NULL;
  const MskAgendaItem *added;

  if (!msk_meeting_desk_add_agenda_item (cli->session, title, level, recording, admits, error))
    return FALSE;
  items = msk_meeting_desk_list_agenda (cli->session, error);
  if (items == NULL)
    return FALSE;

  added = g_ptr_array_index (items, items->len - 1);
  json_object_set_int_member (cli->answer, "item", added->position);
  msk_cli_say (cli, _ ("Item %u stands at the end of the agenda."), added->position);
  return TRUE;
}

static gboolean
list_agenda (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) items = msk_meeting_desk_list_agenda (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new ("", _ ("Title"), _ ("Level"), _ ("Notes"),
                                              _ ("Inside"), _ ("State"), NULL);
  g_autofree char *text = NULL;

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const MskAgendaItem *item = g_ptr_array_index (items, i);
      g_autofree char *position = g_strdup_printf ("%u", item->position);
      g_autofree char *inside = msk_capacity_set_dup_label (item->capacities);

      msk_table_add (table, position, item->title, msk_level_get_label (item->level),
                     msk_recording_get_label (item->recording), inside,
                     msk_item_state_get_label (item->state), NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "agenda", items, (MskJsonMake) msk_json_from_agenda_item);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "create",
      .keys = create_keys,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("make a meeting with its own encrypted file"),
      .run = create,
  },
  {
      .name = "change",
      .keys = change_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("change the description of a meeting"),
      .run = change,
  },
  {
      .name = "show",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show the description of a meeting"),
      .run = show,
  },
  {
      .name = "list",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list the meetings of the vault"),
      .run = list,
  },
  {
      .name = "open",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("open the meeting, once every mandatory measure is recorded"),
      .run = open_meeting,
  },
  {
      .name = "agenda-add",
      .keys = agenda_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("add an item at the end of the agenda"),
      .run = add_agenda_item,
  },
  {
      .name = "agenda",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show the agenda"),
      .run = list_agenda,
  },
  {
      .name = "agenda-change",
      .arguments = N_ ("ITEM"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = msk_agenda_change_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("change what may be noted down and who may be inside"),
      .run = msk_agenda_verb_change,
  },
  {
      .name = "agenda-bind",
      .arguments = N_ ("ITEM PERSON…"),
      .min_arguments = 2,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("let people in for the items that they are bound to, and no others"),
      .run = msk_agenda_verb_bind,
  },
  {
      .name = "agenda-free",
      .arguments = N_ ("ITEM PERSON…"),
      .min_arguments = 2,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take people from an item; who is bound to none is let in by capacity"),
      .run = msk_agenda_verb_free,
  },
  {
      .name = "agenda-next",
      .arguments = N_ ("[ITEM]"),
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("go on to the next item, or to the one that is named"),
      .description = N_ ("Says who is to be asked out, and who may not be inside for the item."),
      .run = msk_agenda_verb_next,
  },
  {
      .name = "agenda-break",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("interrupt the item for a break"),
      .run = msk_agenda_verb_break,
  },
  {
      .name = "agenda-end",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("end the agenda: every item is over"),
      .run = msk_agenda_verb_end,
  },
  {
      .name = "room",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show where the agenda stands and who may not be inside"),
      .run = msk_agenda_verb_room,
  },
  {
      .name = "agenda-history",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list how the room went from item to item"),
      .run = msk_agenda_verb_history,
  },
  {
      .name = "export",
      .arguments = N_ ("FILE"),
      .min_arguments = 1,
      .max_arguments = 1,
      .required = MSK_OPTION_RECIPIENT,
      .options = MSK_OPTIONS_NEW_PASSPHRASE,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("seal the closed meeting for a recipient into a new file, and verify it"),
      .description = N_ ("The new passphrase is the recipient’s. The file counts once it was read "
                         "back from its medium and opened; “msk report open” reads it elsewhere. "
                         "Reports that are made afterwards write in the ledger and put the export "
                         "out of date: make certificate and dossier first."),
      .run = msk_archive_verb_export,
  },
  {
      .name = "approve-erasure",
      .keys = msk_archive_approve_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("give leave to erase the meeting, over its export"),
      .run = msk_archive_verb_approve,
  },
  {
      .name = "erase",
      .required = MSK_OPTION_MEETING | MSK_OPTION_COSIGNER | MSK_OPTION_EXPORT,
      .options = MSK_OPTIONS_COSIGNER | MSK_OPTION_OUTPUT,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("throw the key of an exported meeting away, and remove what is left of it"),
      .description =
          N_ ("The cosigner is the witness. The export is read first: unless it is there, as it "
              "was verified, nothing is erased. What was exported stays where it is; here "
              "the meeting can’t be brought back by anybody."),
      .run = msk_archive_verb_erase,
  },
  {
      .name = "certificate",
      .required = MSK_OPTION_MEETING,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("write the certificate of an erasure, which says what is gone"),
      .run = msk_archive_verb_certificate,
  },
  { NULL },
};

const MskCommand msk_meeting_command = {
  .name = "meeting",
  .summary = N_ ("the meeting and its agenda"),
  .verbs = verbs,
};
