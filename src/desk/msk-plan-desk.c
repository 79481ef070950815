/* The issue plan (M7): seats, who is to get which copy, and plan against what happened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-plan-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-paper-store.h"
#include "msk-plan-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

/* One making of the plan. */
typedef struct
{
  MskTransaction *transaction;
  GPtrArray *people; /* of MskAttendee, in the order of seats */
  guint planned;
  guint without;
} Making;

static char *
dup_seat (const char *seat, GError **error)
{
  g_autofree char *clean = msk_vetting_dup_field (seat == NULL ? "" : seat);

  if (clean != NULL && g_utf8_strlen (clean, -1) <= MSK_SEAT_MAX_CHARS)
    return g_steal_pointer (&clean);

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("A seat is one line of at most %d characters: write it shorter."),
               MSK_SEAT_MAX_CHARS);
  return NULL;
}

gboolean
msk_plan_desk_set_seat (MskSession *session, gint64 attendee_id, const char *seat, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_SEAT_SET, &transaction, error))
    return FALSE;

  attendee = msk_attendee_store_get (transaction.database, attendee_id, error);
  clean = attendee == NULL ? NULL : dup_seat (seat, error);
  return clean != NULL && msk_plan_store_set_seat (&transaction, attendee_id, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

/* Whether the person holds a copy of these, had one, or is to get one that can be issued. */
static gboolean
is_served (GPtrArray *lines, gint64 attendee_id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      if (line->planned_id == attendee_id && line->standing != MSK_PLAN_LOST &&
          line->standing != MSK_PLAN_OTHER)
        return TRUE;
      if (line->holder_id == attendee_id && line->state == MSK_COPY_HELD)
        return TRUE;
    }

  return FALSE;
}

/* A copy of a copy was approved for a purpose of its own: it is planned by hand alone. */
static gboolean
is_free (const MskPlanLine *line)
{
  return line->planned_id == 0 && !msk_copy_number_is_reproduction (line->number) &&
         (line->state == MSK_COPY_PRINTING || line->state == MSK_COPY_IN_STORE);
}

/* The next free number from *index on, or NULL. */
static const MskPlanLine *
next_free (GPtrArray *lines, guint *index)
{
  while (*index < lines->len)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, (*index)++);

      if (is_free (line))
        return line;
    }

  return NULL;
}

static gboolean
plan_paper (Making *making, MskPaper *paper, GError **error)
{
  g_autoptr(GPtrArray) lines =
                 msk_plan_store_list (making->transaction->database, paper->id, error);
  guint index = 0;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < making->people->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (making->people, i);
      const MskPlanLine *line;

      if (!msk_paper_check_reader (paper, attendee, NULL) || is_served (lines, attendee->id))
        continue;
      line = next_free (lines, &index);
      if (line == NULL)
        {
          making->without++;
          continue;
        }
      if (!msk_plan_store_put (making->transaction, line->number, attendee->id, error))
        return FALSE;
      making->planned++;
    }

  return TRUE;
}

static gboolean
plan_papers (Making *making, gint64 paper_id, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (making->transaction->database, error);

  if (papers == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = g_ptr_array_index (papers, i);

      if ((paper_id == 0 || paper->id == paper_id) && paper->replaced_by == 0 &&
          !plan_paper (making, paper, error))
        return FALSE;
    }

  if (making->planned > 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_PLAN,
                       _ ("No number is free for a reader who has none: reserve numbers first, or "
                          "look at the plan as it stands."));
  return FALSE;
}

gboolean
msk_plan_desk_make (MskSession *session,
                    gint64 paper_id,
                    guint *planned,
                    guint *without,
                    GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(MskPaper) paper = NULL;
  Making making;

  g_return_val_if_fail (planned != NULL && without != NULL, FALSE);

  if (!msk_session_begin_moving (session, MSK_ACT_PLAN_SET, &transaction, error))
    return FALSE;

  paper = paper_id == 0 ? NULL : msk_paper_store_get (transaction.database, paper_id, error);
  if (paper == NULL && paper_id != 0)
    return FALSE;

  people = msk_attendee_store_list (transaction.database, error);
  if (people == NULL)
    return FALSE;

  g_ptr_array_sort (people, msk_seat_compare_attendees);
  making = (Making){ &transaction, people, 0, 0 };
  if (!plan_papers (&making, paper_id, error) || !msk_session_commit (session, &transaction, error))
    return FALSE;

  *planned = making.planned;
  *without = making.without;
  return TRUE;
}

/* What was issued is held against the plan as it was. */
static gboolean
check_unissued (MskCopy *copy, GError **error)
{
  if (copy->issued_at == 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_ISSUED,
                       _ ("This copy was issued, so its plan stays as it was: plan another copy."));
  return FALSE;
}

static gboolean
check_reader (MskDatabase *database, MskCopy *copy, gint64 attendee_id, GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (database, attendee_id, error);
  g_autoptr(MskPaper) paper =
                 attendee == NULL ? NULL : msk_paper_store_get (database, copy->paper_id, error);

  return paper != NULL && msk_paper_check_reader (paper, attendee, error);
}

/* Neither the copy's own sheets, nor those of the copy that the person was to get instead, may
 * carry a name that no longer says who gets them. */
static gboolean
check_names (MskDatabase *database, MskCopy *copy, gint64 attendee_id, GError **error)
{
  g_autoptr(MskCopy) other = NULL;
  gint64 planned_id;
  guint own;

  if (!msk_plan_check_named (copy, attendee_id, error) ||
      !msk_plan_store_find (database, copy->number, copy->paper_id, attendee_id, &planned_id, &own,
                            error))
    return FALSE;
  if (own == 0 || own == copy->number)
    return TRUE;

  other = msk_copy_store_get (database, own, error);
  return other != NULL && msk_plan_check_named (other, 0, error);
}

gboolean
msk_plan_desk_set (MskSession *session, guint number, gint64 attendee_id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_PLAN_SET, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  return copy != NULL && check_unissued (copy, error) &&
         (attendee_id == 0 || msk_plan_check_plannable (copy, error)) &&
         (attendee_id == 0 || check_reader (transaction.database, copy, attendee_id, error)) &&
         check_names (transaction.database, copy, attendee_id, error) &&
         msk_plan_store_put (&transaction, number, attendee_id, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_plan_desk_set_named (MskSession *session, gint64 paper_id, gboolean named, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPaper) paper = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_PLAN_SET, &transaction, error))
    return FALSE;

  paper = msk_paper_store_get (transaction.database, paper_id, error);
  return paper != NULL && msk_plan_store_set_named (&transaction, paper_id, named, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_plan_desk_get_named (MskSession *session, gint64 paper_id, gboolean *named, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database != NULL && msk_plan_store_get_named (database, paper_id, named, error);
}

GPtrArray *
msk_plan_desk_list (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) lines =
                 database == NULL ? NULL : msk_plan_store_list (database, paper_id, error);

  if (lines == NULL)
    return NULL;

  g_ptr_array_sort (lines, msk_plan_line_compare);
  return g_steal_pointer (&lines);
}
