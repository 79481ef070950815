/* Making a paper's scope narrower (M3), and the copies that were recalled until they are back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-recall-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-ids.h"
#include "msk-paper-store.h"
#include "msk-recall-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

static gboolean
refuse_value (GError **error, const char *message)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* The paper with the new scope in place of its own, for the rules that look at a scope. */
static MskPaper *
get_narrowed (MskDatabase *database, MskPaper *old, const MskScopeDraft *draft, GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, old->id, error);

  if (paper == NULL)
    return NULL;

  if (draft->scope != 0)
    paper->scope = draft->scope & MSK_CAPACITY_ALL;
  if (draft->clearance != 0)
    paper->clearance = draft->clearance;
  if (draft->readers != NULL)
    {
      g_clear_pointer (&paper->readers, g_array_unref);
      paper->readers = msk_ids_dup_sorted (draft->readers);
    }
  for (guint i = 0; draft->readers != NULL && i < draft->readers->len; i++)
    {
      g_autoptr(MskAttendee) reader =
                     msk_attendee_store_get (database, g_array_index (draft->readers, gint64, i),
                                             error);

      if (reader == NULL)
        return NULL;
    }

  return g_steal_pointer (&paper);
}

static gboolean
check_change (MskPaper *old, MskPaper *narrowed, GError **error)
{
  if (narrowed->readers != NULL && narrowed->readers->len == 0)
    return refuse_value (error, _ ("A scope by name names at least one person: name them."));
  if (!msk_paper_check_narrower (old, narrowed->scope, narrowed->clearance, narrowed->readers,
                                 error))
    return FALSE;
  if (msk_paper_has_scope (old, narrowed->scope, narrowed->clearance, narrowed->readers))
    return refuse_value (error, _ ("This is the scope that the paper has already: leave somebody "
                                   "out, or keep it as it is."));

  return TRUE;
}

/* Whoever holds a copy and is outside the scope now gives it back. */
static gboolean
recall_outside (MskTransaction *transaction, MskPaper *paper, guint *recalled, GError **error)
{
  g_autoptr(GPtrArray) copies = msk_copy_store_list (transaction->database, paper->id, error);

  *recalled = 0;
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);
      g_autoptr(MskAttendee) holder = NULL;
      g_autoptr(GError) outside = NULL;

      if (copy->state != MSK_COPY_HELD && copy->state != MSK_COPY_AWAY)
        continue;
      holder = msk_attendee_store_get (transaction->database, copy->holder_id, error);
      if (holder == NULL)
        return FALSE;
      if (msk_paper_check_reader (paper, holder, &outside))
        continue;
      if (!msk_recall_store_recall (transaction, copy, MSK_RECALL_SCOPE, error))
        return FALSE;
      (*recalled)++;
    }

  return copies != NULL;
}

gboolean
msk_recall_desk_narrow (MskSession *session,
                        gint64 paper_id,
                        const MskScopeDraft *draft,
                        guint *recalled,
                        GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPaper) old = NULL;
  g_autoptr(MskPaper) narrowed = NULL;
  g_autofree char *reason = NULL;
  guint count;

  g_return_val_if_fail (draft != NULL, FALSE);

  if (!msk_session_begin_moving (session, MSK_ACT_PAPER_NARROW, &transaction, error))
    return FALSE;

  reason = msk_vetting_dup_field (draft->reason);
  if (reason == NULL || *reason == '\0')
    return refuse_value (error, _ ("A scope is made narrower for a reason of one line: write down "
                                   "who asked for it."));

  old = msk_paper_store_get (transaction.database, paper_id, error);
  narrowed = old == NULL || !msk_paper_check_current (old, error)
                 ? NULL
                 : get_narrowed (transaction.database, old, draft, error);
  if (narrowed == NULL || !check_change (old, narrowed, error) ||
      !msk_recall_store_narrow (&transaction, old, narrowed->scope, narrowed->clearance,
                                draft->readers != NULL ? narrowed->readers : NULL, reason, error) ||
      !recall_outside (&transaction, narrowed, &count, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  if (recalled != NULL)
    *recalled = count;
  return TRUE;
}

GPtrArray *
msk_recall_desk_list (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskPaper) paper = database == NULL || paper_id == 0
                                   ? NULL
                                   : msk_paper_store_get (database, paper_id, error);
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func (g_object_unref);

  if (database == NULL || (paper_id != 0 && paper == NULL))
    return NULL;

  copies = msk_copy_store_list (database, 0, error);
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);

      if (msk_copy_is_recalled_and_out (copy) &&
          (paper == NULL || g_str_equal (paper->document_number, copy->document_number)))
        g_ptr_array_add (out, g_object_ref (copy));
    }

  return copies == NULL ? NULL : g_steal_pointer (&out);
}
