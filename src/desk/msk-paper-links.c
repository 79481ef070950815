/* What a paper is to other papers: a revision, an attachment, a compilation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-private.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-compilation.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-recall-private.h"

/* Why the number was given up, as the register keeps it. */
#define REMARK_REVISED "revised"

static gboolean
refuse_value (GError **error, const char *message)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
check_readers (MskDatabase *database, const MskPaper *paper, GError **error)
{
  if (paper->readers != NULL && paper->readers->len == 0)
    return refuse_value (error, _ ("A scope by name names at least one person: name them."));

  for (guint i = 0; paper->readers != NULL && i < paper->readers->len; i++)
    {
      g_autoptr(MskAttendee) attendee =
                     msk_attendee_store_get (database, g_array_index (paper->readers, gint64, i),
                                             error);

      if (attendee == NULL)
        return FALSE;
    }

  return TRUE;
}

/* To lower a level is for the organ that issued the paper, and then it is another paper. */
static gboolean
check_level_of_revision (MskPaper *paper, MskPaper *old, GError **error)
{
  if (paper->level >= old->level)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BELOW_LAST_REVISION,
                       _ ("A revision is marked no lower than the paper that it replaces: give it "
                          "that level, or add what its originator marked lower as a paper of its "
                          "own."));
  return FALSE;
}

static gboolean
check_revision (MskDatabase *database, MskPaper *paper, GError **error)
{
  g_autoptr(MskPaper) old = NULL;

  if (paper->replaces == 0)
    return TRUE;

  old = msk_paper_store_get (database, paper->replaces, error);
  if (old == NULL || !msk_paper_check_current (old, error) ||
      !check_level_of_revision (paper, old, error) ||
      !msk_paper_check_narrower (old, paper->scope, MAX (paper->clearance, old->level),
                                 paper->readers, error))
    return FALSE;

  g_free (paper->document_number);
  paper->document_number = g_strdup (old->document_number);
  paper->revision = old->revision + 1;
  paper->parent_id = old->parent_id;
  paper->attachment = old->attachment;
  return TRUE;
}

static gboolean
check_attachment (MskDatabase *database, MskPaper *paper, GError **error)
{
  g_autoptr(MskPaper) parent = NULL;
  guint next;
  gboolean taken;

  if (paper->parent_id == 0)
    return TRUE;

  parent = msk_paper_store_get (database, paper->parent_id, error);
  if (parent == NULL)
    return FALSE;
  if (paper->replaces != 0)
    return TRUE;
  if (parent->parent_id != 0)
    return refuse_value (error, _ ("This paper is an attachment itself: attach to the paper that "
                                   "it belongs to."));
  if (!msk_paper_check_current (parent, error) ||
      !msk_paper_store_get_attachment (database, parent->document_number, paper->attachment, &taken,
                                       &next, error))
    return FALSE;
  if (taken)
    {
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                   _ ("The paper has an attachment %u already: give another number, or revise that "
                      "attachment."),
                   paper->attachment);
      return FALSE;
    }

  if (paper->attachment == 0)
    paper->attachment = next;
  if (*paper->document_number == '\0')
    {
      g_free (paper->document_number);
      paper->document_number =
          g_strdup_printf ("%s 附件%u", parent->document_number, paper->attachment);
    }
  return TRUE;
}

static gboolean
check_compilation (MskDatabase *database,
                   MskScheme *scheme,
                   MskPaper *paper,
                   gint64 now,
                   GError **error)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  if (paper->parts == NULL)
    return TRUE;
  if (paper->parts->len == 0)
    return refuse_value (error, _ ("A compilation has at least one part: name its parts."));

  for (guint i = 0; i < paper->parts->len; i++)
    {
      MskPaper *part =
          msk_paper_store_get (database, g_array_index (paper->parts, gint64, i), error);

      if (part == NULL)
        return FALSE;
      g_ptr_array_add (parts, part);
    }

  return msk_compilation_check (scheme, parts, now, paper->level, paper->period, error);
}

gboolean
msk_paper_check_links (MskDatabase *database,
                       MskScheme *scheme,
                       MskPaper *paper,
                       gint64 now,
                       GError **error)
{
  paper->clearance = MAX (paper->clearance, paper->level);
  return check_readers (database, paper, error) && check_revision (database, paper, error) &&
         check_attachment (database, paper, error) &&
         check_compilation (database, scheme, paper, now, error);
}

gboolean
msk_paper_retire (MskTransaction *transaction, gint64 paper_id, GError **error)
{
  g_autoptr(GPtrArray) copies = msk_copy_store_list (transaction->database, paper_id, error);

  if (copies == NULL)
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    if (!msk_recall_copy (transaction, g_ptr_array_index (copies, i), MSK_RECALL_REVISED,
                          REMARK_REVISED, NULL, error))
      return FALSE;

  return TRUE;
}
