/* A dossier: the record of a meeting with its archive number, and its borrowing (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-filing.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee.h"
#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskFiling, msk_filing, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskArchiveLoan, msk_archive_loan, G_TYPE_OBJECT)

static const char *const standing_labels[] = {
  [MSK_ARCHIVE_LOAN_ASKED] = N_ ("asked for, not approved"),
  [MSK_ARCHIVE_LOAN_APPROVED] = N_ ("approved, not lent"),
  [MSK_ARCHIVE_LOAN_LENT] = N_ ("lent in the reading room"),
  [MSK_ARCHIVE_LOAN_OVERDUE] = N_ ("lent, overdue"),
  [MSK_ARCHIVE_LOAN_RETURNED] = N_ ("given back"),
  [MSK_ARCHIVE_LOAN_REFUSED] = N_ ("refused"),
  [MSK_ARCHIVE_LOAN_PART] = N_ ("back in part"),
};

static void
msk_filing_finalize (GObject *object)
{
  MskFiling *self = MSK_FILING (object);

  g_free (self->meeting_number);
  g_free (self->number);
  g_free (self->ordered_by);
  g_free (self->user);
  g_free (self->handed_over_by);
  g_free (self->cosigner);
  g_free (self->receiver);
  g_free (self->organ);
  g_free (self->reference);

  G_OBJECT_CLASS (msk_filing_parent_class)->finalize (object);
}

static void
msk_filing_class_init (MskFilingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_filing_finalize;
}

static void
msk_filing_init (MskFiling *self)
{
}

static void
msk_archive_loan_finalize (GObject *object)
{
  MskArchiveLoan *self = MSK_ARCHIVE_LOAN (object);

  g_free (self->meeting_number);
  g_free (self->number);
  g_free (self->reader);
  g_free (self->unit);
  g_free (self->purpose);
  g_free (self->asked_by);
  g_free (self->approved_by);
  g_free (self->reference);
  g_free (self->refused_by);
  g_free (self->refusal);
  g_free (self->lent_by);
  g_free (self->acknowledged);
  g_free (self->returned_by);
  g_free (self->condition);
  g_free (self->counters);
  g_free (self->settled_by);
  g_free (self->settlement);

  G_OBJECT_CLASS (msk_archive_loan_parent_class)->finalize (object);
}

static void
msk_archive_loan_class_init (MskArchiveLoanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_archive_loan_finalize;
}

static void
msk_archive_loan_init (MskArchiveLoan *self)
{
}

MskFiling *
msk_filing_new (void)
{
  return g_object_new (MSK_TYPE_FILING, NULL);
}

MskArchiveLoan *
msk_archive_loan_new (void)
{
  return g_object_new (MSK_TYPE_ARCHIVE_LOAN, NULL);
}

gboolean
msk_filing_parse_years (const char *text, guint *years, GError **error)
{
  static const char *const for_good[] = { "永久", "permanent", NULL };
  static const char *const units[] = { "", "年", "year", "years", NULL };
  g_autofree char *folded = msk_name_dup_folded (text);
  char *rest;
  guint64 number;

  if (folded != NULL && g_strv_contains (for_good, folded))
    {
      *years = 0;
      return TRUE;
    }

  number = folded == NULL ? 0 : g_ascii_strtoull (folded, &rest, 10);
  if (number >= 1 && number <= MSK_FILING_YEARS_MAX && g_ascii_isdigit (*folded) &&
      g_strv_contains (units, rest))
    {
      *years = (guint) number;
      return TRUE;
    }

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_PERIOD,
               _ ("This says not how long the dossier is kept: give 永久 (permanent) or a number "
                  "of years from 1 to %u, such as 30年."),
               MSK_FILING_YEARS_MAX);
  return FALSE;
}

char *
msk_filing_dup_years (guint years)
{
  return years == 0
             ? g_strdup (_ ("permanent"))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", years), years);
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, (int) code, message);
  return FALSE;
}

gboolean
msk_filing_check_hand_over (const MskFiling *self, GError **error)
{
  return !self->is_handed_over ||
         refuse (error, MSK_RULE_ERROR_HANDED_OVER,
                 _ ("The archive has taken this dossier over already: look at its receipt."));
}

MskArchiveLoanStanding
msk_archive_loan_classify (const MskArchiveLoan *self, gint64 now)
{
  if (self->is_refused)
    return MSK_ARCHIVE_LOAN_REFUSED;
  if (self->is_returned)
    return msk_archive_loan_is_over (self) ? MSK_ARCHIVE_LOAN_RETURNED : MSK_ARCHIVE_LOAN_PART;
  if (self->is_lent)
    return now > self->due_at ? MSK_ARCHIVE_LOAN_OVERDUE : MSK_ARCHIVE_LOAN_LENT;

  return self->is_approved ? MSK_ARCHIVE_LOAN_APPROVED : MSK_ARCHIVE_LOAN_ASKED;
}

const char *
msk_archive_loan_standing_get_label (MskArchiveLoanStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standing_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, standing_labels[standing]);
}

gboolean
msk_archive_loan_pages_differ (const MskArchiveLoan *self)
{
  return self->is_returned && self->pages_back != self->pages;
}

gboolean
msk_archive_loan_is_over (const MskArchiveLoan *self)
{
  return self->is_refused ||
         (self->is_returned && (self->is_settled || !msk_archive_loan_pages_differ (self)));
}

char *
msk_archive_loan_dup_standing (const MskArchiveLoan *self, gint64 now)
{
  const MskArchiveLoanStanding standing = msk_archive_loan_classify (self, now);

  if (standing == MSK_ARCHIVE_LOAN_PART)
    return g_strdup_printf (self->pages_back < self->pages
                                ? _ ("back in part: %u of %u pages")
                                : _ ("back with too many: %u of %u pages"),
                            self->pages_back, self->pages);
  if (self->is_settled)
    return g_strdup_printf (_ ("given back, %u of %u pages, settled: %s"), self->pages_back,
                            self->pages, self->settlement);

  return g_strdup (msk_archive_loan_standing_get_label (standing));
}

static gboolean
check_not_refused (const MskArchiveLoan *self, GError **error)
{
  return !self->is_refused ||
         refuse (error, MSK_RULE_ERROR_LOAN_REFUSED,
                 _ ("This loan was refused: look at the reason, and ask for another if it no "
                    "longer holds."));
}

/* Whether the loan is their own: they asked for it, or are to read. */
static gboolean
is_of (const MskArchiveLoan *self, const char *user, MskNamePair alike)
{
  return g_str_equal (user, self->asked_by) || alike (user, self->reader);
}

static gboolean
check_other (const MskArchiveLoan *self, const char *user, MskNamePair alike, GError **error)
{
  if (!is_of (self, user, alike))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("Who asks for a loan, or is to read, neither lends the dossier nor "
                          "counts "
                          "it when it comes back: have another person sign in."));
  return FALSE;
}

gboolean
msk_archive_loan_check_decide (const MskArchiveLoan *self,
                               const char *user,
                               MskNamePair alike,
                               GError **error)
{
  if (!check_not_refused (self, error))
    return FALSE;
  if (self->is_approved)
    return refuse (error, MSK_RULE_ERROR_LOAN_APPROVED,
                   _ ("This loan is approved already: the dossier may be lent by it."));
  if (!is_of (self, user, alike))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("Who asks for a loan, or is to read, does not decide about it: have "
                          "another responsible leader sign in."));
  return FALSE;
}

static gboolean
check_not_over (const MskArchiveLoan *self, GError **error)
{
  return !msk_archive_loan_is_over (self) ||
         refuse (error, MSK_RULE_ERROR_LOAN_OVER,
                 _ ("This loan is over, and the dossier was given back: each reading has a loan "
                    "of its own, so ask for another."));
}

gboolean
msk_archive_loan_check_lend (const MskArchiveLoan *self,
                             gboolean is_out,
                             const char *user,
                             const char *acknowledged,
                             MskNamePair alike,
                             GError **error)
{
  if (!check_not_refused (self, error) || !check_not_over (self, error))
    return FALSE;
  if (!self->is_approved)
    return refuse (error, MSK_RULE_ERROR_LOAN_NOT_APPROVED,
                   _ ("Nobody has approved this loan: have the responsible leader approve it "
                      "first."));
  if (is_out)
    return refuse (error, MSK_RULE_ERROR_DOSSIER_LENT,
                   _ ("The dossier, or a part of it, is with a reader: take all of it back, or "
                      "have "
                      "the difference settled, before somebody else gets it."));
  if (!check_other (self, user, alike, error))
    return FALSE;

  return msk_attendee_is_signature (acknowledged, self->reader) ||
         refuse (error, MSK_RULE_ERROR_SIGNATURE_DIFFERS,
                 _ ("This is not the full name of the reader whom the loan is for: have the reader "
                    "sign that they take no excerpts and no copies, and nobody else for them."));
}

gboolean
msk_archive_loan_check_return (const MskArchiveLoan *self,
                               const char *user,
                               MskNamePair alike,
                               GError **error)
{
  if (!self->is_lent)
    return refuse (error, MSK_RULE_ERROR_DOSSIER_NOT_LENT,
                   _ ("By this loan the dossier was not lent, so nothing can be given back: look "
                      "at the list of loans."));
  if (!check_not_over (self, error))
    return FALSE;
  if (self->is_returned && self->pages_back > self->pages)
    return refuse (error, MSK_RULE_ERROR_LOAN_OVER,
                   _ ("More pages than the dossier has came back already: have the responsible "
                      "leader settle it."));

  return check_other (self, user, alike, error);
}

gboolean
msk_archive_loan_check_settle (const MskArchiveLoan *self,
                               const char *user,
                               MskNamePair alike,
                               GError **error)
{
  g_auto(GStrv) counters = g_strsplit (self->counters != NULL ? self->counters : "", "\n", -1);

  if (msk_archive_loan_is_over (self) || !msk_archive_loan_pages_differ (self))
    return refuse (error, MSK_RULE_ERROR_NOTHING_TO_SETTLE,
                   _ ("By this loan no other number of pages came back than the dossier has, so "
                      "there is nothing to settle: look at the list of loans."));
  if (!is_of (self, user, alike) && !g_strv_contains ((const char *const *) counters, user))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("Who asked for the loan, reads, or counted the pages does not settle a "
                          "difference in them: have another responsible leader sign in."));
  return FALSE;
}
