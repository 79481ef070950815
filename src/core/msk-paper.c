/* A paper of a meeting as it stood when it was read from the register; its file is not part of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-ids.h"
#include "msk-name.h"

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
  g_clear_pointer (&self->readers, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);

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
  self->revision = 1;
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
  const guint before = self->approved + self->reproductions_approved;

  if (copies <= MSK_PAPER_APPROVED_MAX && before <= MSK_PAPER_APPROVED_MAX - copies)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("All approvals of a paper together are for at most %u copies: correct the "
                  "number."),
               MSK_PAPER_APPROVED_MAX);
  return FALSE;
}

gboolean
msk_paper_check_approval (MskPaper *self,
                          MskScheme *scheme,
                          const MskApproval *approval,
                          GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self) && approval != NULL, FALSE);

  if (!msk_paper_check_current (self, error))
    return FALSE;
  if (approval->copies == 0 || approval->authority == NULL ||
      !msk_name_has_letter (approval->authority) || is_blank (approval->post) ||
      is_blank (approval->organ) || is_blank (approval->reference))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("An approval names how many copies, who decided, in which post, for "
                              "which organ and under which "
                              "reference: fill in all five."));
      return FALSE;
    }

  return msk_scheme_check_authority (scheme, self->level,
                                     g_strcmp0 (approval->organ, self->originator) == 0,
                                     approval->standing, error) &&
         check_amount (self, approval->copies, error);
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

/* M3, by the kind of scope that shuts the person out. */
static gboolean
check_scope (MskPaper *self, MskAttendee *attendee, GError **error)
{
  if ((self->scope & (1u << attendee->capacity)) == 0)
    return refuse (error, MSK_RULE_ERROR_OUTSIDE_SCOPE,
                   _ ("The paper's distribution scope leaves out this person's capacity: keep the "
                      "copy; nobody at the venue may widen the scope."));
  if (self->readers != NULL && !msk_ids_contain (self->readers, attendee->id))
    return refuse (error, MSK_RULE_ERROR_OUTSIDE_SCOPE,
                   _ ("The paper's distribution scope is a list of names, and this person is not "
                      "on it: keep the copy; nobody at the venue may widen the scope."));
  if (attendee->clearance >= self->level && attendee->clearance < self->clearance)
    {
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OUTSIDE_SCOPE,
                   _ ("The paper's distribution scope asks for clearance for %s, which this person "
                      "does not have: keep the copy; nobody at the venue may widen the scope."),
                   msk_level_get_label (self->clearance));
      return FALSE;
    }

  return TRUE;
}

gboolean
msk_paper_check_reader (MskPaper *self, MskAttendee *attendee, GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self) && MSK_IS_ATTENDEE (attendee), FALSE);

  if (!msk_attendee_check_admissible (attendee, error) || !check_scope (self, attendee, error))
    return FALSE;
  if (attendee->clearance < self->level)
    return refuse (error, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
                   _ ("This person's clearance is below the paper's level: keep the copy and ask "
                      "the responsible leader."));

  return TRUE;
}

gboolean
msk_paper_check_narrower (MskPaper *self,
                          guint scope,
                          MskLevel clearance,
                          const GArray *readers,
                          GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self), FALSE);

  if ((scope & ~self->scope) != 0)
    return refuse (error, MSK_RULE_ERROR_SCOPE_WIDENED,
                   _ ("This would give the paper to a capacity that its distribution scope leaves "
                      "out: nobody at the venue may widen a scope; leave that capacity out."));
  if (clearance < self->clearance)
    return refuse (error, MSK_RULE_ERROR_SCOPE_WIDENED,
                   _ ("This would ask for a lower clearance than the paper's distribution scope "
                      "does: nobody at the venue may widen a scope; ask for as much or more."));
  if (self->readers != NULL && readers == NULL)
    return refuse (error, MSK_RULE_ERROR_SCOPE_WIDENED,
                   _ ("This paper is for named people alone: nobody at the venue may widen a "
                      "scope; name the people."));
  for (guint i = 0; self->readers != NULL && i < readers->len; i++)
    if (!msk_ids_contain (self->readers, g_array_index (readers, gint64, i)))
      return refuse (error, MSK_RULE_ERROR_SCOPE_WIDENED,
                     _ ("One of these people is not on the paper's list of names: nobody at the "
                        "venue may widen a scope; leave that person out."));

  return TRUE;
}

gboolean
msk_paper_has_scope (MskPaper *self, guint scope, MskLevel clearance, const GArray *readers)
{
  g_return_val_if_fail (MSK_IS_PAPER (self), FALSE);

  if (scope != self->scope || clearance != self->clearance ||
      (readers == NULL) != (self->readers == NULL))
    return FALSE;

  return readers == NULL ||
         (readers->len == self->readers->len &&
          memcmp (readers->data, self->readers->data, readers->len * sizeof (gint64)) == 0);
}

char *
msk_paper_dup_scope_label (const MskPaper *self)
{
  g_autofree char *capacities = NULL;
  GString *label;

  g_return_val_if_fail (self != NULL, NULL);

  capacities = msk_capacity_set_dup_label (self->scope);
  label = g_string_new (capacities);
  if (self->clearance > self->level)
    g_string_append_printf (label, _ (" · cleared for %s"), msk_level_get_label (self->clearance));
  if (self->readers != NULL)
    g_string_append_printf (label,
                            g_dngettext (GETTEXT_PACKAGE, " · %u named person alone",
                                         " · %u named people alone", self->readers->len),
                            self->readers->len);

  return g_string_free (label, FALSE);
}

gboolean
msk_paper_check_current (MskPaper *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self), FALSE);

  if (self->replaced_by == 0)
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_PAPER_REPLACED,
                 _ ("A newer revision has taken the place of this paper: go on with the newest "
                    "revision in the list of papers."));
}

gboolean
msk_paper_check_room (MskPaper *self, guint live, guint wanted, GError **error)
{
  g_return_val_if_fail (MSK_IS_PAPER (self), FALSE);

  if (!msk_paper_check_current (self, error))
    return FALSE;
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

gboolean
msk_paper_counts_pages (const MskPaper *self, const MskScheme *scheme)
{
  g_return_val_if_fail (self != NULL && scheme != NULL, TRUE);

  return self->count_rule == MSK_COUNT_RULE_ALWAYS || scheme->levels[self->level].count_pages;
}
