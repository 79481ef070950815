/* Copies of a copy (C2): numbered under their parent, with an approval of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-reproduction-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-stamper.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-print-desk-private.h"
#include "msk-reproduction-private.h"
#include "msk-request-store.h"
#include "msk-session-private.h"

MskCopy *
msk_reproduction_get_parent (MskDatabase *database, gint64 paper_id, guint number, GError **error)
{
  g_autoptr(MskCopy) parent = msk_copy_store_get (database, number, error);
  g_autoptr(MskPaper) paper =
                 parent == NULL ? NULL : msk_paper_store_get (database, parent->paper_id, error);

  if (paper == NULL)
    return NULL;
  if (parent->paper_id != paper_id)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("This is a copy of another paper: name a copy of this one."));
      return NULL;
    }
  if (!msk_paper_check_current (paper, error) || !msk_copy_check_reproducible (parent, error))
    return NULL;

  return g_steal_pointer (&parent);
}

/* What the approvals for a copy allow together, and how much room is left under them. */
static gboolean
sum_up (MskDatabase *database,
        gint64 paper_id,
        guint parent,
        guint *granted,
        guint *room,
        GError **error)
{
  g_autoptr(GPtrArray) requests = msk_request_store_list (database, paper_id, error);

  *granted = 0;
  *room = 0;
  for (guint i = 0; requests != NULL && i < requests->len; i++)
    {
      MskCopyRequest *request = g_ptr_array_index (requests, i);

      if (!msk_copy_request_covers (request, parent))
        continue;
      *granted += request->granted;
      *room += msk_copy_request_get_room (request);
    }

  return requests != NULL;
}

gboolean
msk_reproduction_count_made (MskDatabase *database,
                             MskCopyRequest *request,
                             guint *made,
                             GError **error)
{
  guint granted, room, numbered;

  if (!sum_up (database, request->paper_id, request->parent, &granted, &room, error) ||
      !msk_copy_store_count_children (database, request->parent, &numbered, error))
    return FALSE;

  *made = MAX (granted, numbered);
  return TRUE;
}

gboolean
msk_reproduction_try_stamp (MskSession *session,
                            MskDatabase *database,
                            MskCopyRequest *request,
                            GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, request->paper_id, error);
  g_autoptr(MskPreparedPdf) prepared =
                 paper == NULL ? NULL : msk_paper_store_load_prepared (database, paper->id, error);
  g_autoptr(MskStamper) stamper = NULL;
  MskReproductionMarks marks = { .parent = request->parent,
                                 .copier = request->copier,
                                 .made = msk_copy_number_get_room (request->parent) };

  if (prepared == NULL)
    return FALSE;

  msk_reproduction_get_day (msk_session_get_now (session), &marks.date);
  stamper = msk_copy_stamper_new (msk_session_get_meeting (session)->scheme, prepared, paper,
                                  &marks, error);
  return stamper != NULL;
}

void
msk_reproduction_get_day (gint64 at, GDate *day)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (at);
  int year, month, day_of_month;

  g_date_time_get_ymd (moment, &year, &month, &day_of_month);
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
}

static gboolean
check_room (MskDatabase *database, MskCopy *parent, guint wanted, GError **error)
{
  guint granted, room;

  if (!sum_up (database, parent->paper_id, parent->number, &granted, &room, error))
    return FALSE;
  if (granted == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_REPRODUCTION_NOT_APPROVED,
                           _ ("Copying this copy has not been approved, and leave to copy the "
                              "paper does not cover it: have leave asked for and decided for "
                              "this very copy."));
      return FALSE;
    }
  if (wanted <= room)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL,
               _ ("Only %u copies of this copy are approved and %u are made or under way: make "
                  "fewer, or get a further approval."),
               granted, granted - MIN (room, granted));
  return FALSE;
}

guint
msk_reproduction_desk_reserve (MskSession *session, guint parent, guint count, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) asked = NULL;
  g_autoptr(MskCopy) copy = NULL;
  guint first;

  if (count == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Reserve at least one number: say how many copies are wanted."));
      return 0;
    }
  if (!msk_session_begin_moving (session, MSK_ACT_COPY_RESERVE, &transaction, error))
    return 0;

  asked = msk_copy_store_get (transaction.database, parent, error);
  copy = asked == NULL
             ? NULL
             : msk_reproduction_get_parent (transaction.database, asked->paper_id, parent, error);
  return copy != NULL && check_room (transaction.database, copy, count, error) &&
                 msk_session_ensure_serials (session, &transaction, count, error) &&
                 msk_print_desk_reserve_under (&transaction, copy->paper_id, copy, count, &first,
                                               error) &&
                 msk_session_commit (session, &transaction, error)
             ? first
             : 0;
}

gboolean
msk_reproduction_desk_get_leave (MskSession *session,
                                 guint number,
                                 guint *granted,
                                 guint *room,
                                 GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskCopy) copy = database == NULL ? NULL : msk_copy_store_get (database, number, error);

  g_return_val_if_fail (granted != NULL && room != NULL, FALSE);

  return copy != NULL && sum_up (database, copy->paper_id, number, granted, room, error);
}

GPtrArray *
msk_reproduction_desk_list_tree (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskCopy) top = database == NULL ? NULL : msk_copy_store_get (database, number, error);

  return top == NULL ? NULL : msk_copy_store_list_tree (database, number, error);
}
