/* Dossiers: how long they are kept, and what it takes to lend one (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-filing.h"

#include "msk-attendee.h"
#include "msk-error.h"

#include "test-start.h"

#define NOW G_GINT64_CONSTANT (1900000000)

static void
test_years (void)
{
  static const struct
  {
    const char *text;
    guint years;
  } good[] = {
    { "永久", 0 },      { " Permanent ", 0 }, { "30年", 30 }, { "３０ 年", 30 },
    { "30 years", 30 }, { "1 year", 1 },      { "10", 10 },   { "100", 100 },
  };
  static const char *const bad[] = { "",
                                     "0",
                                     "0年",
                                     "101年",
                                     "长期",
                                     "30月",
                                     "十年",
                                     "-3年",
                                     "+3年",
                                     "3年半",
                                     "99999999999999999999年" };
  guint years;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", good[i].text);
      g_assert_true (msk_filing_parse_years (good[i].text, &years, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (years, ==, good[i].years);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_false (msk_filing_parse_years (bad[i], &years, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_PERIOD);
    }
}

static void
test_years_in_words (void)
{
  g_autofree char *for_good = msk_filing_dup_years (0);
  g_autofree char *one = msk_filing_dup_years (1);
  g_autofree char *thirty = msk_filing_dup_years (30);

  g_assert_cmpstr (for_good, ==, "permanent");
  g_assert_cmpstr (one, ==, "1 year");
  g_assert_cmpstr (thirty, ==, "30 years");
}

static MskArchiveLoan *
make_loan (MskArchiveLoanStanding standing)
{
  MskArchiveLoan *loan = msk_archive_loan_new ();

  loan->reader = g_strdup ("王 小明");
  loan->asked_by = g_strdup ("clerk");
  loan->is_refused = standing == MSK_ARCHIVE_LOAN_REFUSED;
  if (loan->is_refused)
    return loan;
  loan->is_approved = standing >= MSK_ARCHIVE_LOAN_APPROVED;
  loan->is_lent = standing >= MSK_ARCHIVE_LOAN_LENT;
  loan->is_returned = standing >= MSK_ARCHIVE_LOAN_RETURNED;
  loan->pages = 48;
  loan->pages_back = standing == MSK_ARCHIVE_LOAN_PART ? 10 : 48;
  loan->counters = g_strdup ("clerk two\nhost");
  loan->due_at = standing == MSK_ARCHIVE_LOAN_OVERDUE ? NOW - 1 : NOW;
  return loan;
}

static void
test_standing (void)
{
  for (guint standing = 0; standing <= MSK_ARCHIVE_LOAN_PART; standing++)
    {
      g_autoptr(MskArchiveLoan) loan = make_loan ((MskArchiveLoanStanding) standing);

      g_assert_cmpuint (msk_archive_loan_classify (loan, NOW), ==, standing);
      g_assert_cmpstr (msk_archive_loan_standing_get_label ((MskArchiveLoanStanding) standing), !=,
                       "");
    }
}

static void
expect_lend (MskArchiveLoanStanding standing, gboolean is_out, const char *signature, int code)
{
  g_autoptr(MskArchiveLoan) loan = make_loan (standing);
  g_autoptr(GError) error = NULL;
  const gboolean may = msk_archive_loan_check_lend (loan, is_out, "host", signature,
                                                    msk_attendee_is_signature, &error);

  g_assert_cmpint (may, ==, code < 0);
  if (code >= 0)
    g_assert_error (error, MSK_RULE_ERROR, code);
  else
    g_assert_no_error (error);
}

static void
test_lend (void)
{
  expect_lend (MSK_ARCHIVE_LOAN_APPROVED, FALSE, "王小明", -1);
  expect_lend (MSK_ARCHIVE_LOAN_APPROVED, FALSE, "王大明", MSK_RULE_ERROR_SIGNATURE_DIFFERS);
  expect_lend (MSK_ARCHIVE_LOAN_APPROVED, FALSE, "", MSK_RULE_ERROR_SIGNATURE_DIFFERS);
  expect_lend (MSK_ARCHIVE_LOAN_APPROVED, TRUE, "王小明", MSK_RULE_ERROR_DOSSIER_LENT);
  expect_lend (MSK_ARCHIVE_LOAN_ASKED, FALSE, "王小明", MSK_RULE_ERROR_LOAN_NOT_APPROVED);
  expect_lend (MSK_ARCHIVE_LOAN_ASKED, TRUE, "王小明", MSK_RULE_ERROR_LOAN_NOT_APPROVED);
  expect_lend (MSK_ARCHIVE_LOAN_LENT, TRUE, "王小明", MSK_RULE_ERROR_DOSSIER_LENT);
  expect_lend (MSK_ARCHIVE_LOAN_RETURNED, FALSE, "王小明", MSK_RULE_ERROR_LOAN_OVER);
  expect_lend (MSK_ARCHIVE_LOAN_REFUSED, FALSE, "王小明", MSK_RULE_ERROR_LOAN_REFUSED);
  expect_lend (MSK_ARCHIVE_LOAN_PART, TRUE, "王小明", MSK_RULE_ERROR_DOSSIER_LENT);
}

/* Who asked or reads neither lends nor counts; who counted does not settle either. */
static void
test_other (void)
{
  static const char *const own[] = { "clerk", "王小明" };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr(MskArchiveLoan) approved = make_loan (MSK_ARCHIVE_LOAN_APPROVED);
      g_autoptr(MskArchiveLoan) lent = make_loan (MSK_ARCHIVE_LOAN_LENT);
      g_autoptr(MskArchiveLoan) part = make_loan (MSK_ARCHIVE_LOAN_PART);
      GError *errors[3] = { NULL };

      g_assert_false (msk_archive_loan_check_lend (approved, FALSE, own[i], "王小明",
                                                   msk_attendee_is_signature, &errors[0]));
      g_assert_false (
          msk_archive_loan_check_return (lent, own[i], msk_attendee_is_signature, &errors[1]));
      g_assert_false (
          msk_archive_loan_check_settle (part, own[i], msk_attendee_is_signature, &errors[2]));
      for (guint j = 0; j < G_N_ELEMENTS (errors); j++)
        {
          g_assert_error (errors[j], MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
          g_error_free (errors[j]);
        }
    }
}

static void
test_settle (void)
{
  for (guint standing = 0; standing <= MSK_ARCHIVE_LOAN_PART; standing++)
    {
      g_autoptr(MskArchiveLoan) loan = make_loan ((MskArchiveLoanStanding) standing);
      g_autoptr(GError) error = NULL;
      const gboolean may = standing == MSK_ARCHIVE_LOAN_PART;

      g_assert_cmpint (msk_archive_loan_check_settle (loan, "leader", msk_attendee_is_signature,
                                                      &error),
                       ==, may);
      if (!may)
        {
          g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SETTLE);
          continue;
        }
      g_assert_false (
          msk_archive_loan_check_settle (loan, "host", msk_attendee_is_signature, &error));
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
      loan->is_settled = TRUE;
      loan->settlement = g_strdup ("x");
      g_assert_true (msk_archive_loan_is_over (loan));
    }
}

/* Ten of 48 are open, and so are fifty. */
static void
test_part (void)
{
  g_autoptr(MskArchiveLoan) loan = make_loan (MSK_ARCHIVE_LOAN_PART);
  g_autofree char *few = msk_archive_loan_dup_standing (loan, NOW);
  g_autofree char *many = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (few, ==, "back in part: 10 of 48 pages");
  g_assert_false (msk_archive_loan_is_over (loan));
  loan->pages_back = 50;
  many = msk_archive_loan_dup_standing (loan, NOW);
  g_assert_cmpstr (many, ==, "back with too many: 50 of 48 pages");
  g_assert_false (msk_archive_loan_is_over (loan));
  g_assert_false (msk_archive_loan_check_return (loan, "host", msk_attendee_is_signature, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LOAN_OVER);
}

static void
expect_decide (MskArchiveLoanStanding standing, const char *user, GQuark domain, int code)
{
  g_autoptr(MskArchiveLoan) loan = make_loan (standing);
  g_autoptr(GError) error = NULL;
  const gboolean may =
      msk_archive_loan_check_decide (loan, user, msk_attendee_is_signature, &error);

  g_assert_cmpint (may, ==, domain == 0);
  if (domain != 0)
    g_assert_error (error, domain, code);
}

static void
test_decide (void)
{
  expect_decide (MSK_ARCHIVE_LOAN_ASKED, "leader", 0, 0);
  expect_decide (MSK_ARCHIVE_LOAN_ASKED, "clerk", MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  expect_decide (MSK_ARCHIVE_LOAN_ASKED, "王小明", MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  expect_decide (MSK_ARCHIVE_LOAN_APPROVED, "leader", MSK_RULE_ERROR, MSK_RULE_ERROR_LOAN_APPROVED);
  expect_decide (MSK_ARCHIVE_LOAN_REFUSED, "leader", MSK_RULE_ERROR, MSK_RULE_ERROR_LOAN_REFUSED);
}

static void
test_return (void)
{
  for (guint standing = 0; standing <= MSK_ARCHIVE_LOAN_PART; standing++)
    {
      g_autoptr(MskArchiveLoan) loan = make_loan ((MskArchiveLoanStanding) standing);
      g_autoptr(GError) error = NULL;
      const gboolean out = standing == MSK_ARCHIVE_LOAN_LENT ||
                           standing == MSK_ARCHIVE_LOAN_OVERDUE ||
                           standing == MSK_ARCHIVE_LOAN_PART;
      const int code = standing == MSK_ARCHIVE_LOAN_RETURNED
                           ? (int) MSK_RULE_ERROR_LOAN_OVER
                           : (int) MSK_RULE_ERROR_DOSSIER_NOT_LENT;

      g_assert_cmpint (msk_archive_loan_check_return (loan, "host", msk_attendee_is_signature,
                                                      &error),
                       ==, out);
      if (!out)
        g_assert_error (error, MSK_RULE_ERROR, code);
    }
}

static void
test_pages (void)
{
  g_autoptr(MskArchiveLoan) loan = make_loan (MSK_ARCHIVE_LOAN_RETURNED);

  loan->pages_back = 119;
  loan->pages = 120;
  g_assert_true (msk_archive_loan_pages_differ (loan));
  loan->pages_back = 120;
  g_assert_false (msk_archive_loan_pages_differ (loan));
  loan->is_returned = FALSE;
  loan->pages_back = 0;
  g_assert_false (msk_archive_loan_pages_differ (loan));
}

static void
test_hand_over (void)
{
  g_autoptr(MskFiling) filing = msk_filing_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_filing_check_hand_over (filing, &error));
  filing->is_handed_over = TRUE;
  g_assert_false (msk_filing_check_hand_over (filing, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_HANDED_OVER);
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/filing/how-long-a-dossier-is-kept", test_years);
  g_test_add_func ("/core/filing/how-long-in-words", test_years_in_words);
  g_test_add_func ("/core/filing/handed-over-once", test_hand_over);
  g_test_add_func ("/core/filing/where-a-loan-stands", test_standing);
  g_test_add_func ("/core/filing/who-approves-a-loan", test_decide);
  g_test_add_func ("/core/filing/what-lending-takes", test_lend);
  g_test_add_func ("/core/filing/what-giving-back-takes", test_return);
  g_test_add_func ("/core/filing/a-count-that-differs", test_pages);
  g_test_add_func ("/core/filing/another-lends-counts-and-settles", test_other);
  g_test_add_func ("/core/filing/what-settling-takes", test_settle);
  g_test_add_func ("/core/filing/what-came-back-in-part-is-open", test_part);

  return g_test_run ();
}
