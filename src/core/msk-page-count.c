/* Pages that are counted when something comes back (清退), and in which condition it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-page-count.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskReturnCount, msk_return_count, G_TYPE_OBJECT)

static const char *const condition_labels[MSK_CONDITION_N] = {
  [MSK_CONDITION_WHOLE] = N_ ("whole"),
  [MSK_CONDITION_DAMAGED] = N_ ("damaged"),
  [MSK_CONDITION_TORN] = N_ ("torn"),
  [MSK_CONDITION_WRITTEN_ON] = N_ ("written on"),
  [MSK_CONDITION_TAG_UNREADABLE] = N_ ("code unreadable"),
};

static const char *const rule_labels[] = {
  [MSK_COUNT_RULE_BY_SCHEME] = N_ ("as the scheme has it for the level"),
  [MSK_COUNT_RULE_ALWAYS] = N_ ("always"),
};

static void
msk_return_count_finalize (GObject *object)
{
  g_free (MSK_RETURN_COUNT (object)->remark);

  G_OBJECT_CLASS (msk_return_count_parent_class)->finalize (object);
}

static void
msk_return_count_class_init (MskReturnCountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_return_count_finalize;
}

static void
msk_return_count_init (MskReturnCount *self)
{
}

MskReturnCount *
msk_return_count_new (void)
{
  return g_object_new (MSK_TYPE_RETURN_COUNT, NULL);
}

gboolean
msk_page_count_check (const MskPageCount *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->remark != NULL, FALSE);

  if (self->pages == 0 || self->pages > MSK_PAGE_COUNT_MAX)
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                 _ ("A count is of 1 to %u pages: count what was brought, and enter the number in "
                    "digits."),
                 MSK_PAGE_COUNT_MAX);
  else if (self->condition != MSK_CONDITION_WHOLE && *self->remark == '\0')
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("What is not whole needs a remark of one line: write what is the "
                            "matter with which page."));
  else
    return TRUE;

  return FALSE;
}

MskCountOutcome
msk_page_count_judge (guint due, guint pages, guint last, guint again)
{
  if (pages == due)
    return MSK_COUNT_OUTCOME_WHOLE;
  if (pages != last && again < MSK_PAGE_COUNT_AGAIN_MAX)
    return MSK_COUNT_OUTCOME_AGAIN;

  return pages < due ? MSK_COUNT_OUTCOME_PART : MSK_COUNT_OUTCOME_SURPLUS;
}

void
msk_page_count_set_error (MskCountOutcome outcome, GError **error)
{
  g_return_if_fail (outcome == MSK_COUNT_OUTCOME_AGAIN || outcome == MSK_COUNT_OUTCOME_SURPLUS);

  if (outcome == MSK_COUNT_OUTCOME_AGAIN)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COUNT_AGAIN,
                         _ ("This is not the number that the register expects, and nothing is "
                            "taken back yet: count every page again."));
  else
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_SURPLUS,
                         _ ("These are more pages than were to come: scan each one, take out what "
                            "is not of this copy, and count again; keep what nobody knows, and "
                            "tell the security officer."));
}

gboolean
msk_page_count_refuse_uncounted (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_UNCOUNTED,
                       _ ("Its pages are counted before it is taken back: count them, and enter "
                          "the number. Until then its holder answers for it."));
  return FALSE;
}

guint
msk_return_count_get_missing (MskReturnCount *self)
{
  g_return_val_if_fail (MSK_IS_RETURN_COUNT (self), 0);

  return self->due > self->pages ? self->due - self->pages : 0;
}

static char *
dup_figures (MskReturnCount *self)
{
  const guint all = self->here + self->due;

  if (msk_return_count_get_missing (self) > 0)
    return g_strdup_printf (_ ("%u of %u pages here, %u missing"), self->here + self->pages, all,
                            msk_return_count_get_missing (self));
  if (self->here > 0)
    return g_strdup_printf (_ ("the rest brought, %u of %u pages here"), all, all);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page counted", "%u pages counted", all),
                          all);
}

/* Whoever reads the register sees when a number was come to by way of others. */
static char *
dup_course (MskReturnCount *self)
{
  g_autofree char *figures = dup_figures (self);

  if (self->again == 0 || self->outcome != MSK_COUNT_OUTCOME_WHOLE)
    return g_steal_pointer (&figures);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, after %u wrong count",
                                       "%s, after %u wrong counts", self->again),
                          figures, self->again);
}

char *
msk_return_count_dup_text (MskReturnCount *self)
{
  g_autofree char *figures = NULL;

  g_return_val_if_fail (MSK_IS_RETURN_COUNT (self), NULL);

  figures = dup_course (self);
  if (self->remark == NULL || *self->remark == '\0')
    return g_strdup_printf (_ ("%s, %s"), figures, msk_condition_get_label (self->condition));

  return g_strdup_printf (_ ("%s, %s: %s"), figures, msk_condition_get_label (self->condition),
                          self->remark);
}

const char *
msk_condition_get_label (MskCondition condition)
{
  g_return_val_if_fail (condition < G_N_ELEMENTS (condition_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, condition_labels[condition]);
}

const char *
msk_count_rule_get_label (MskCountRule rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (rule_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, rule_labels[rule]);
}
