/* Meetings: making one, describing it, its agenda.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-desk.h"
#include "msk-agenda-store.h"
#include "msk-appliance.h"
#include "msk-error.h"
#include "msk-measure-store.h"
#include "msk-meeting-private.h"
#include "msk-meeting-store.h"
#include "msk-name.h"
#include "msk-paper-store.h"
#include "msk-policy-store.h"
#include "msk-session-private.h"
#include "msk-text-store.h"
#include "msk-vetting-private.h"

#define TEXT_MAX_CHARS 400

char *
msk_meeting_dup_text (const char *text, gboolean needed, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text == NULL ? "" : text));
  gboolean good = g_utf8_validate (stripped, -1, NULL) &&
                  g_utf8_strlen (stripped, -1) <= TEXT_MAX_CHARS &&
                  strpbrk (stripped, "\n\r\t\v\f\x1b") == NULL && (!needed || *stripped != '\0');

  if (good)
    return g_steal_pointer (&stripped);

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("A number and a title are needed, and every text is one line of at most %d "
                  "characters: correct the form."),
               TEXT_MAX_CHARS);
  return NULL;
}

char *
msk_meeting_dup_named (const char *text, const char *name, gboolean needed, GError **error)
{
  g_autofree char *clean = msk_name_dup_field (text);

  if (clean == NULL)
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                 _ ("“%s” is one line of at most %d characters, without any that nobody sees: "
                    "write "
                    "it anew."),
                 name, MSK_NAME_MAX_CHARS);
  else if (needed && *clean == '\0')
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                 _ ("“%s” is needed, and nothing stands in it: fill it in."), name);
  else
    return g_steal_pointer (&clean);

  return NULL;
}

static MskMeeting *
read_draft (const MskMeetingDraft *draft, GError **error)
{
  g_autoptr(MskMeeting) meeting = msk_meeting_new ();

  meeting->number = msk_meeting_dup_text (draft->number, TRUE, error);
  meeting->title =
      meeting->number == NULL ? NULL : msk_meeting_dup_text (draft->title, TRUE, error);
  meeting->venue =
      meeting->title == NULL ? NULL : msk_meeting_dup_text (draft->venue, FALSE, error);
  meeting->organiser =
      meeting->venue == NULL ? NULL : msk_meeting_dup_text (draft->organiser, FALSE, error);
  meeting->leader =
      meeting->organiser == NULL ? NULL : msk_meeting_dup_text (draft->leader, FALSE, error);
  if (meeting->leader == NULL)
    return NULL;

  if (draft->ends_at <= draft->starts_at)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME,
                           _ ("The meeting ends before it begins: correct its times."));
      return NULL;
    }

  meeting->level = draft->level;
  meeting->starts_at = draft->starts_at;
  meeting->ends_at = draft->ends_at;
  return g_steal_pointer (&meeting);
}

/* own is the id of the meeting that may have the number, or 0. */
static gboolean
check_number (MskDatabase *appliance, const char *number, gint64 own, GError **error)
{
  gint64 id;

  if (!msk_appliance_find_meeting_number (appliance, number, &id, error))
    return FALSE;
  if (id == 0 || id == own)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("Another meeting has this number: give this one its own."));
  return FALSE;
}

/* Both registers or none: the meeting's own file is committed first, and means nothing without the
 * key that the appliance's then holds. */
static gboolean
insert_meeting (MskSession *session,
                MskMeeting *meeting,
                MskDatabase *database,
                const char *file,
                GBytes *wrapped,
                GError **error)
{
  g_autoptr(MskChecklist) before = msk_checklist_load (MSK_MEASURE_PHASE_BEFORE, error);
  g_autoptr(MskChecklist) after =
                 before == NULL ? NULL : msk_checklist_load (MSK_MEASURE_PHASE_AFTER, error);
  g_auto(MskTransaction) appliance = { NULL };
  g_auto(MskTransaction) own = { NULL };
  MskActor actor = msk_session_make_actor (session);

  return after != NULL &&
         msk_session_begin_appliance (session, MSK_ACT_MEETING_CREATE, &appliance, error) &&
         msk_appliance_add_meeting (&appliance, meeting->number, file, wrapped, &meeting->id,
                                    error) &&
         msk_transaction_begin (&own, database, &actor, error) &&
         msk_meeting_store_insert (&own, meeting, error) &&
         msk_measure_store_take_checklist (&own, before, error) &&
         msk_measure_store_take_checklist (&own, after, error) &&
         msk_text_store_insert_first (&own, error) && msk_transaction_commit (&own, error) &&
         msk_transaction_commit (&appliance, error);
}

gint64
msk_meeting_desk_create (MskSession *session, const MskMeetingDraft *draft, GError **error)
{
  g_autoptr(MskMeeting) meeting = NULL;
  g_autoptr(MskDatabase) database = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autofree char *file = NULL;
  MskDatabase *appliance;

  g_return_val_if_fail (draft != NULL, 0);

  appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_CREATE, error);
  if (appliance == NULL)
    return 0;

  meeting = read_draft (draft, error);
  if (meeting == NULL || !check_number (appliance, meeting->number, 0, error) ||
      !msk_policy_store_load (appliance, &meeting->scheme, NULL, error))
    return 0;

  database = msk_vault_create_meeting (msk_session_get_vault (session), &file, &wrapped, error);
  if (database == NULL || !insert_meeting (session, meeting, database, file, wrapped, error) ||
      !msk_session_adopt_meeting (session, g_steal_pointer (&database), error))
    return 0;

  g_signal_emit_by_name (session, "changed");
  return meeting->id;
}

static gboolean
check_level (MskDatabase *database, MskLevel level, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);
  g_autoptr(GPtrArray) items =
                 papers == NULL ? NULL : msk_agenda_store_list (database, NULL, error);
  MskLevel highest = MSK_LEVEL_CONFIDENTIAL;

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    highest = MAX (highest, ((MskPaper *) g_ptr_array_index (papers, i))->level);
  for (guint i = 0; i < items->len; i++)
    highest = MAX (highest, ((MskAgendaItem *) g_ptr_array_index (items, i))->level);
  if (level >= highest)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN,
               _ ("The meeting has a paper or topic at %s, and its own level can't be lower: keep "
                  "that level."),
               msk_level_get_label (highest));
  return FALSE;
}

gboolean
msk_meeting_desk_change (MskSession *session, const MskMeetingDraft *draft, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskMeeting) meeting = NULL;
  MskDatabase *database;

  g_return_val_if_fail (draft != NULL, FALSE);

  database = msk_session_require_meeting (session, MSK_ACT_MEETING_CHANGE, error);
  if (database == NULL)
    return FALSE;

  meeting = read_draft (draft, error);
  return meeting != NULL &&
         check_number (msk_vault_get_appliance (msk_session_get_vault (session)), meeting->number,
                       msk_session_get_meeting (session)->id, error) &&
         check_level (database, meeting->level, error) &&
         msk_vetting_check_raise (database, msk_session_get_meeting (session)->level,
                                  meeting->level, error) &&
         msk_session_begin_moving (session, MSK_ACT_MEETING_CHANGE, &transaction, error) &&
         msk_meeting_store_update (&transaction, meeting, error) &&
         msk_session_commit (session, &transaction, error) &&
         msk_session_publish_meeting (session, error);
}

gboolean
msk_meeting_desk_add_agenda_item (MskSession *session,
                                  const char *title,
                                  MskLevel level,
                                  MskRecording recording,
                                  guint capacities,
                                  GError **error)
{
  const MskAgendaDraft draft = { .title = title,
                                 .level = level,
                                 .recording = recording,
                                 .capacities = capacities };

  return msk_agenda_desk_save (session, 0, &draft, error);
}

GPtrArray *
msk_meeting_desk_list_agenda (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_agenda_store_list (database, NULL, error);
}

GPtrArray *
msk_meeting_desk_list (MskSession *session, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  return appliance == NULL ? NULL : msk_appliance_list_meetings (appliance, error);
}
