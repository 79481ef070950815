/* Making a paper's scope narrower (M3), and the copies that were recalled until they are back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-recall-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-ids.h"
#include "msk-paper-store.h"
#include "msk-print-desk-private.h"
#include "msk-recall-private.h"
#include "msk-recall-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

/* Why a copy was recalled or its number given up; kept, so never translated. */
#define REMARK_PARENT "the copy that it was made from is recalled"

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

/* No sheet of it was printed, and none will be: the number is never used again. */
static gboolean
give_up (MskTransaction *transaction, const MskCopy *copy, const char *remark, GError **error)
{
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_COPY_VOID,
                           .from = copy->state,
                           .to = MSK_COPY_VOID,
                           .remark = remark };

  return msk_copy_store_set_attempt (transaction, copy->serial, MSK_ATTEMPT_VOID, NULL, NULL,
                                     remark, error) &&
         msk_copy_store_move (transaction, &movement, error);
}

gboolean
msk_recall_copy (MskTransaction *transaction,
                 const MskCopy *copy,
                 MskRecall recall,
                 const char *remark,
                 guint *recalled,
                 GError **error)
{
  const MskRecallEffect effect = msk_copy_get_recall_effect (copy);

  if (effect == MSK_RECALL_EFFECT_VOID)
    return give_up (transaction, copy, remark, error);
  if (effect == MSK_RECALL_EFFECT_NONE)
    return TRUE;
  if (!msk_recall_store_recall (transaction, copy, recall, remark, error))
    return FALSE;

  if (recalled != NULL && copy->recall == MSK_RECALL_NONE)
    (*recalled)++;
  return TRUE;
}

gboolean
msk_recall_copy_tree (MskTransaction *transaction,
                      const MskCopy *copy,
                      MskRecall recall,
                      const char *remark,
                      guint *recalled,
                      GError **error)
{
  g_autoptr(GPtrArray) tree =
                 msk_copy_store_list_tree (transaction->database, copy->number, error);

  if (tree == NULL || !msk_recall_copy (transaction, copy, recall, remark, recalled, error))
    return FALSE;

  /* The copy itself is the first. */
  for (guint i = 1; i < tree->len; i++)
    if (!msk_recall_copy (transaction, g_ptr_array_index (tree, i), MSK_RECALL_PARENT,
                          REMARK_PARENT, recalled, error))
      return FALSE;

  return TRUE;
}

/* Whoever holds a copy and is outside the scope now gives it back, with what was made from it. */
static gboolean
recall_outside (MskTransaction *transaction, MskPaper *paper, guint *recalled, GError **error)
{
  g_autoptr(GPtrArray) copies = msk_copy_store_list (transaction->database, paper->id, error);

  *recalled = 0;
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      const MskCopy *listed = g_ptr_array_index (copies, i);
      g_autoptr(MskCopy) copy = NULL;
      g_autoptr(MskAttendee) holder = NULL;
      g_autoptr(GError) outside = NULL;

      if (listed->state != MSK_COPY_HELD && listed->state != MSK_COPY_AWAY)
        continue;
      holder = msk_attendee_store_get (transaction->database, listed->holder_id, error);
      if (holder == NULL)
        return FALSE;
      if (msk_paper_check_reader (paper, holder, &outside))
        continue;
      /* It may have been recalled with its parent meanwhile. */
      copy = msk_copy_store_get (transaction->database, listed->number, error);
      if (copy == NULL ||
          !msk_recall_copy_tree (transaction, copy, MSK_RECALL_SCOPE, "", recalled, error))
        return FALSE;
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

gboolean
msk_recall_desk_recall (MskSession *session,
                        guint number,
                        const char *reason,
                        guint *recalled,
                        GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopy) copy = NULL;
  g_autofree char *clean = NULL;
  guint count = 0;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_RECALL, &transaction, error))
    return FALSE;

  copy = msk_copy_store_get (transaction.database, number, error);
  clean = copy == NULL || !msk_copy_check_recallable (copy, error)
              ? NULL
              : msk_print_desk_dup_reason (reason, error);
  if (clean == NULL ||
      !msk_recall_copy_tree (&transaction, copy, MSK_RECALL_ORDERED, clean, &count, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  if (recalled != NULL)
    *recalled = count;
  return TRUE;
}

static void
foresee (GPtrArray *copies, MskRecallForecast *forecast)
{
  *forecast = (MskRecallForecast){ 0 };
  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);
      const MskRecallEffect effect = msk_copy_get_recall_effect (copy);

      if (effect == MSK_RECALL_EFFECT_VOID)
        forecast->given_up++;
      if (effect != MSK_RECALL_EFFECT_RECALLED || copy->recall != MSK_RECALL_NONE)
        continue;
      forecast->recalled++;
      forecast->out += copy->state == MSK_COPY_HELD || copy->state == MSK_COPY_AWAY;
    }
}

gboolean
msk_recall_desk_foresee_revision (MskSession *session,
                                  gint64 paper_id,
                                  MskRecallForecast *forecast,
                                  GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) copies =
                 database == NULL ? NULL : msk_copy_store_list (database, paper_id, error);

  g_return_val_if_fail (forecast != NULL, FALSE);

  if (copies == NULL)
    return FALSE;

  foresee (copies, forecast);
  return TRUE;
}

gboolean
msk_recall_desk_foresee_recall (MskSession *session,
                                guint number,
                                MskRecallForecast *forecast,
                                GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskCopy) top = database == NULL ? NULL : msk_copy_store_get (database, number, error);
  g_autoptr(GPtrArray) tree =
                 top == NULL ? NULL : msk_copy_store_list_tree (database, number, error);

  g_return_val_if_fail (forecast != NULL, FALSE);

  if (tree == NULL)
    return FALSE;

  foresee (tree, forecast);
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
