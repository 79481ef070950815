/* A paper of a meeting as it stood when it was read from the register; its file is not part of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskPaper, msk_paper, G_TYPE_OBJECT)

static void
msk_paper_finalize (GObject *object)
{
  MskPaper *self = MSK_PAPER (object);

  g_free (self->document_number);
  g_free (self->title);
  g_free (self->period);
  g_free (self->originator);
  g_free (self->sha256);

  G_OBJECT_CLASS (msk_paper_parent_class)->finalize (object);
}

static void
msk_paper_class_init (MskPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_paper_finalize;
}

static void
msk_paper_init (MskPaper *self)
{
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text == NULL ? "" : text));

  return *stripped == '\0';
}

MskPaper *
msk_paper_new (void)
{
  return g_object_new (MSK_TYPE_PAPER, NULL);
}

/* No meeting has more numbers than this, and a slip of the finger must not end the limit. */
static gboolean
check_amount (MskPaper *self, guint copies, GError **error)
{
  if (copies <= MSK_PAPER_APPROVED_MAX && self->approved <= MSK_PAPER_APPROVED_MAX - copies)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("All approvals of a paper together are for at most %u copies: correct the "
                  "number."),
               MSK_PAPER_APPROVED_MAX);
  return FALSE;
}

gboolean
msk_paper_check_approval (MskPaper *self, const MskApproval *approval, GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self) && approval != NULL, FALSE);

  if (approval->copies == 0 || is_blank (approval->authority) || is_blank (approval->post) ||
      is_blank (approval->organ) || is_blank (approval->reference))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("An approval names how many copies, who decided, in which post, for "
                              "which organ and under which "
                              "reference: fill in all five."));
      return FALSE;
    }

  if (self->level == MSK_LEVEL_TOP_SECRET && g_strcmp0 (approval->organ, self->originator) != 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_AUTHORITY,
                           _ ("绝密 Top Secret papers are copied only by leave of the organ that "
                              "issued them: get its decision, "
                              "and enter that organ."));
      return FALSE;
    }

  return check_amount (self, approval->copies, error);
}

gboolean
msk_paper_check_reader (MskPaper *self, MskAttendee *attendee, GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self) && MSK_IS_ATTENDEE (attendee), FALSE);

  if (!msk_attendee_check_admissible (attendee, error))
    return FALSE;

  if ((self->scope & (1u << attendee->capacity)) == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OUTSIDE_SCOPE,
                           _ ("This person is outside the paper's distribution scope: keep the "
                              "copy; nobody at the venue may "
                              "widen the scope."));
      return FALSE;
    }

  if (attendee->clearance < self->level)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
                           _ ("This person's clearance is below the paper's level: keep the copy "
                              "and ask the responsible leader."));
      return FALSE;
    }

  return TRUE;
}

gboolean
msk_paper_check_room (MskPaper *self, guint live, guint wanted, GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self), FALSE);

  if (self->approved == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_NOT_APPROVED,
                           _ ("Copying this paper has not been approved: have the authority for "
                              "its level decide, and record it."));
      return FALSE;
    }

  if (live > self->approved || wanted > self->approved - live)
    {
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL,
                   _ ("Only %u copies are approved and %u are made or under way: print fewer, or "
                      "get a further approval."),
                   self->approved, live);
      return FALSE;
    }

  return TRUE;
}
