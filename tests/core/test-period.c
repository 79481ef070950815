/* Retention periods: every spelling that is read, and every one that a level forbids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-period.h"

#include "msk-error.h"

#include "test-start.h"

#define C MSK_LEVEL_CONFIDENTIAL
#define S MSK_LEVEL_SECRET
#define T MSK_LEVEL_TOP_SECRET

static MskScheme *chinese;

typedef struct
{
  MskLevel level;
  const char *text;
  const char *canonical;
} Accepted;

typedef struct
{
  MskLevel level;
  const char *text;
} Refused;

static const Accepted accepted[] = {
  { C, "", "" },
  { S, "  \t", "" },
  { T, "　", "" },
  { C, "1年", "1年" },
  { C, "10年", "10年" },
  { S, "20年", "20年" },
  { T, "30年", "30年" },
  { S, " 10年 ", "10年" },
  { S, "　10年　", "10年" },
  { S, "10 年", "10年" },
  { S, "010年", "10年" },
  { S, "10 years", "10年" },
  { S, "1 year", "1年" },
  { S, "10years", "10年" },
  { S, "１０年", "10年" },
  { C, "6个月", "6个月" },
  { C, "６个月", "6个月" },
  { C, "6 months", "6个月" },
  { C, "1 month", "1个月" },
  { C, "3月", "3个月" },
  { C, "11个月", "11个月" },
  { C, "12个月", "1年" },
  { S, "24 months", "2年" },
  { C, "120个月", "10年" },
  { T, "360个月", "30年" },
  { T, "长期", "长期" },
  { T, " 长期 ", "长期" },
  { S, "机密★10年", "10年" },
  { S, " 机密 ★ 10年 ", "10年" },
  { S, "机密级*10年", "10年" },
  { S, "机密＊１０年", "10年" },
  { S, "机密★", "" },
  { S, "Secret ★ 10 years", "10年" },
  { T, "绝密★长期", "长期" },
  { S, "机密★会议开始前", "会议开始前" },
  { S, "2027年3月1日", "2027年3月1日" },
  { S, "2027年03月01日", "2027年3月1日" },
  { S, "２０２７年３月１日", "2027年3月1日" },
  { S, "2027-03-01", "2027年3月1日" },
  { S, "2027-3-1", "2027年3月1日" },
  { S, "2028-02-29", "2028年2月29日" },
  { S, "9999-12-31", "9999年12月31日" },
  { S, "会议开始前", "会议开始前" },
  { S, "会议结束后", "会议结束后" },
  { S, "　会议开始前　", "会议开始前" },
  { C, "公布时", "公布时" },
  { C, "公开前", "公开前" },
  { C, "全文公布后", "全文公布后" },
  { C, "内容公开后", "内容公开后" },
  { S, "会议（第一次）开始前", "会议（第一次）开始前" },
  { S, "第3次会议结束后", "第3次会议结束后" },
  { S, "2027年会议结束后", "2027年会议结束后" },
  { S, "2027年3月1日会议开始前", "2027年3月1日会议开始前" },
  { S, "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬前",
    "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬前" },
};

static const Refused forbidden[] = {
  { C, "11年" },
  { C, "30年" },
  { C, "20年" },
  { S, "21年" },
  { S, "30年" },
  { T, "31年" },
  { C, "0年" },
  { T, "0 years" },
  { C, "0个月" },
  { C, "13个月" },
  { T, "18 months" },
  { C, "132个月" },
  { C, "长期" },
  { S, "长期" },
  { S, "　长期" },
  { T, "372个月" },
  { T, "32767年" },
  { T, "32768年" },
  { T, "99999999999年" },
  { C, "３０年" },
  { T, "18446744073709551616年" },
  { T, "18446744073709551617 years" },
  { C, "99999999999999999999999个月" },
  { T, "4294967297年" },
  { C, "65537年" },
  { S, "20年★机密" },
  { S, "20年★绝密" },
  { C, "秘密★30年" },
  { S, "机密★长期" },
  { S, "绝密★10年" },
  { T, "秘密*10年" },
  { T, "4294967297个月" },
};

static const Refused unreadable[] = {
  { S, "年" },
  { S, "10" },
  { S, "ten years" },
  { S, "-10年" },
  { S, "+10年" },
  { S, "10.5年" },
  { S, "10,5年" },
  { S, "1e1年" },
  { S, "0x10年" },
  { S, "10年10年" },
  { S, "10年6个月" },
  { S, "10天" },
  { S, "10年★" },
  { S, "★10年" },
  { S, "机密★10年★" },
  { S, "甲★10年" },
  { S, "机密★★10年" },
  { S, "10年\n30年" },
  { S, "2027-02-30" },
  { S, "2027-02-29" },
  { S, "2027年2月30日" },
  { S, "2027年13月1日" },
  { S, "2027-00-10" },
  { S, "2027-10-00" },
  { S, "0000-01-01" },
  { S, "2027-3" },
  { S, "2027年3月" },
  { S, "2027年3月1" },
  { S, "2027-03-01 "
       "x" },
  { S, "2027-03-011" },
  { S, "12027-03-01" },
  { S, "27-03-01" },
  { S, "27年3月1日" },
  { S, "-123年3月1日" },
  { S, "-123-03-01" },
  { S, "2027-+3-+1" },
  { S, "2027--3-01" },
  { S, "2027- 3- 1" },
  { S, " 2027 年3月1日" },
  { S, "2027年3-1日" },
  { S, "2027/03/01" },
  { S, "会议" },
  { S, "前" },
  { S, "后" },
  { S, " 时" },
  { S, "会议开始" },
  { S, "长期★前" },
  { S, "会议★开始前" },
  { S, "会议*开始前" },
  { S, "会议＊开始前" },
  { S, "会议\n开始前" },
  { S, "会议\r开始前" },
  { S, "会议\t开始前" },
  { S, "会议\x0b开始前" },
  { S, "会议\x1b[0m开始前" },
  { S, "会议\x7f开始前" },
  { S, "会议\xe2\x80\xa8开始前" }, /* line separator */
  { S, "会议\xe2\x80\xa9开始前" }, /* paragraph separator */
  { S, "会议\xe2\x80\xae开始前" }, /* right-to-left override */
  { S, "会议\xe2\x80\x8b开始前" }, /* zero-width space */
  { S, "会议\xc2\x85开始前" },     /* next line */
  { S, "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸前" },
  { C, "100年后" },
  { C, "100 年以后" },
  { C, "１００年后" },
  { C, "三十年之后" },
  { C, "600个月后" },
  { C, "2099年前" },
  { C, "2127年1月1日前" },
  { C, "2127-01-01后" },
  { C, "2127年3月前" },
  { C, "10年6个月后" },
  { S, "\xff" },
  { S, "会议\xe4\xbc前" },
  { S, "10\xe5\xb9" },
  { S, "\xed\xa0\x80前" },
  { S, "\xc0\x80前" },
};

static void
test_accepted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *canonical =
          msk_period_normalise (chinese, accepted[i].level, accepted[i].text, &error);
      g_autofree char *again = NULL;

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpstr (canonical, ==, accepted[i].canonical);

      again = msk_period_normalise (chinese, accepted[i].level, canonical, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, canonical);
    }
}

static void
test_forbidden_by_the_level (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (msk_period_normalise (chinese, forbidden[i].level, forbidden[i].text, &error));
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN);
    }
}

static void
test_unreadable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (
          msk_period_normalise (chinese, unreadable[i].level, unreadable[i].text, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_PERIOD);
    }
}

/* Of the refusals that have one code, each says its own reason. */
static void
test_refusal_says_why (void)
{
  static const struct
  {
    MskLevel level;
    const char *text;
    const char *reason;
  } cases[] = {
    { C, "0年", "no years" },
    { C, "0个月", "no months" },
    { C, "18个月", "whole years" },
    { C, "11年", "秘密 Confidential papers are kept for at most 10 years" },
    { S, "21年", "机密 Secret papers are kept for at most 20 years" },
    { T, "31年", "绝密 Top Secret papers are kept for at most 30 years" },
    { T, "99999999999个月", "at most 30 years" },
    { S, "长期", "not kept for an unlimited time" },
    { S, "20年★机密", "the wrong way round" },
    { S, "绝密★10年", "says 绝密 Top Secret, and the paper's level is 机密 Secret" },
    { C, "秘密★30年", "at most 10 years" },
    { S, "10天", "This is no retention period" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (msk_period_normalise (chinese, cases[i].level, cases[i].text, &error));
      g_assert_nonnull (strstr (error->message, cases[i].reason));
    }
}

/* Each number of years and months against each ceiling. */
static void
test_every_amount_against_every_ceiling (void)
{
  static const guint ceilings[] = { [C] = 10, [S] = 20, [T] = 30 };

  for (MskLevel level = C; level <= T; level++)
    for (guint amount = 0; amount <= 400; amount++)
      {
        g_autofree char *years = g_strdup_printf ("%u年", amount);
        g_autofree char *months = g_strdup_printf ("%u个月", amount);
        g_autofree char *from_years = msk_period_normalise (chinese, level, years, NULL);
        g_autofree char *from_months = msk_period_normalise (chinese, level, months, NULL);
        gboolean whole = amount % 12 == 0 && amount >= 12 && amount / 12 <= ceilings[level];

        g_assert_cmpint (from_years != NULL, ==, amount >= 1 && amount <= ceilings[level]);
        g_assert_cmpint (from_months != NULL, ==, (amount >= 1 && amount < 12) || whole);
        if (from_years != NULL)
          g_assert_cmpstr (from_years, ==, years);
        if (whole)
          {
            g_autofree char *expected = g_strdup_printf ("%u年", amount / 12);

            g_assert_cmpstr (from_months, ==, expected);
          }
      }
}

static void
test_any_bytes_end_in_an_answer (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20270301);
  static const char *const pieces[] = { "10", "年", "个月", "前", "★",    "-",    "2027", "日",
                                        "月", " ",  "长期", "１", "\xe5", "\xff", "\n" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      g_autofree char *canonical = NULL;
      MskLevel level = (MskLevel) g_rand_int_range (random, C, T + 1);
      gint32 n = g_rand_int_range (random, 0, 8);

      for (gint32 i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

      canonical = msk_period_normalise (chinese, level, text->str, &error);
      if (canonical == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }

      g_assert_no_error (error);
      g_assert_true (g_utf8_validate (canonical, -1, NULL));
      g_assert_null (strstr (canonical, "★"));
      g_assert_null (strchr (canonical, '\n'));
    }
}

static void
test_mark (void)
{
  g_autofree char *years = msk_period_dup_mark (chinese, S, "10年");
  g_autofree char *ceiling = msk_period_dup_mark (chinese, C, "");
  g_autofree char *unlimited = msk_period_dup_mark (chinese, T, "长期");
  g_autofree char *condition = msk_period_dup_mark (chinese, S, "会议开始前");

  g_assert_cmpstr (years, ==, "机密★10年");
  g_assert_cmpstr (ceiling, ==, "秘密★");
  g_assert_cmpstr (unlimited, ==, "绝密★长期");
  g_assert_cmpstr (condition, ==, "机密★会议开始前");
}

/* What the other scheme writes and reads; the register keeps one spelling. */
static void
test_english_words (void)
{
  static const struct
  {
    MskLevel level;
    const char *text;
    const char *canonical;
    const char *mark;
  } cases[] = {
    { S, "10 years", "10年", "SECRET ★ 10 years" },
    { C, "1 year", "1年", "CONFIDENTIAL ★ 1 year" },
    { C, "6 months", "6个月", "CONFIDENTIAL ★ 6 months" },
    { C, "1 month", "1个月", "CONFIDENTIAL ★ 1 month" },
    { S, "2027-03-01", "2027年3月1日", "SECRET ★ 2027-3-1" },
    { T, "Unlimited", "长期", "TOP SECRET ★ unlimited" },
    { T, "长期", "长期", "TOP SECRET ★ unlimited" },
    { T, "TOP SECRET ★ 30 years", "30年", "TOP SECRET ★ 30 years" },
    { S, "until the meeting begins", "until the meeting begins",
      "SECRET ★ until the meeting begins" },
    { S, "", "", "SECRET" },
  };
  g_autoptr(MskScheme) english = msk_scheme_load ("english", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *canonical =
          msk_period_normalise (english, cases[i].level, cases[i].text, &error);
      g_autofree char *mark = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      mark = msk_period_dup_mark (english, cases[i].level, canonical);
      g_assert_cmpstr (mark, ==, cases[i].mark);
    }
}

static void
test_english_conditions_are_no_periods (void)
{
  static const char *const texts[] = {
    "until",           "untilthe meeting", "the meeting begins",    "会议开始前",
    "after 100 years", "until 2127-01-01", "after a hundred years", "after the year 2127"
  };
  g_autoptr(MskScheme) english = msk_scheme_load ("english", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (msk_period_normalise (english, S, texts[i], &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_PERIOD);
    }
}

/* The ceiling is the scheme's as the security officer set it, for dates too. */
static void
test_a_shorter_ceiling (void)
{
  g_autoptr(MskScheme) shorter =
                 msk_scheme_adjust (chinese, S, 5, MSK_AUTHORITY_COUNTY_LEADER, NULL);
  g_autofree char *five = msk_period_normalise (shorter, S, "5年", NULL);
  g_autofree char *written_out = msk_period_dup_mark (shorter, S, "");
  g_autofree char *other_level = msk_period_dup_mark (shorter, C, "");

  g_assert_cmpstr (five, ==, "5年");
  g_assert_cmpstr (written_out, ==, "机密★5年");
  g_assert_cmpstr (other_level, ==, "秘密★");
  g_assert_null (msk_period_normalise (shorter, S, "6年", NULL));
  g_assert_null (msk_period_normalise (shorter, S, "机密★72个月", NULL));
  g_assert_true (msk_period_check_date (shorter, S, "2031年5月4日", 1777863721, NULL));
  g_assert_false (msk_period_check_date (shorter, S, "2031年5月5日", 1777863721, NULL));
}

/* 2026-05-04 03:02:01 UTC */
#define PAPER_DATE G_GINT64_CONSTANT (1777863721)

typedef struct
{
  MskLevel level;
  const char *period;
  gboolean fits;
} DateCase;

static void
test_dates_keep_to_the_ceiling (void)
{
  static const DateCase cases[] = {
    { C, "2026年5月5日", TRUE },  { C, "2036年5月4日", TRUE },
    { C, "2036年5月5日", FALSE }, { C, "2046年1月1日", FALSE },
    { S, "2046年5月4日", TRUE },  { S, "2046年5月5日", FALSE },
    { T, "2056年5月4日", TRUE },  { T, "2056年5月5日", FALSE },
    { S, "2026年5月4日", FALSE }, { S, "2026年5月3日", FALSE },
    { S, "1999年1月1日", FALSE }, { T, "9999年12月31日", FALSE },
    { C, "10年", TRUE },          { C, "6个月", TRUE },
    { T, "长期", TRUE },          { C, "", TRUE },
    { C, "会议开始前", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_period_check_date (chinese, cases[i].level, cases[i].period, PAPER_DATE,
                                              &error),
                       ==, cases[i].fits);
      if (cases[i].fits)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN);
    }
}

/* Ten years after 29 February is 28 February, not a day that does not exist. */
static void
test_ceiling_from_a_leap_day (void)
{
  const gint64 leap_day = G_GINT64_CONSTANT (1835438400); /* 2028-02-29 12:00:00 UTC */

  g_assert_true (msk_period_check_date (chinese, C, "2038年2月28日", leap_day, NULL));
  g_assert_false (msk_period_check_date (chinese, C, "2038年3月1日", leap_day, NULL));
}

int
main (int argc, char **argv)
{
  int status;

  test_start (&argc, &argv);
  chinese = msk_scheme_load ("chinese", NULL);

  g_test_add_func ("/core/period/accepted", test_accepted);
  g_test_add_func ("/core/period/forbidden-by-the-level", test_forbidden_by_the_level);
  g_test_add_func ("/core/period/unreadable", test_unreadable);
  g_test_add_func ("/core/period/refusal-says-why", test_refusal_says_why);
  g_test_add_func ("/core/period/every-amount-against-every-ceiling",
                   test_every_amount_against_every_ceiling);
  g_test_add_func ("/core/period/any-bytes-end-in-an-answer", test_any_bytes_end_in_an_answer);
  g_test_add_func ("/core/period/mark", test_mark);
  g_test_add_func ("/core/period/english-words", test_english_words);
  g_test_add_func ("/core/period/english-conditions-are-no-periods",
                   test_english_conditions_are_no_periods);
  g_test_add_func ("/core/period/a-shorter-ceiling", test_a_shorter_ceiling);
  g_test_add_func ("/core/period/dates-keep-to-the-ceiling", test_dates_keep_to_the_ceiling);
  g_test_add_func ("/core/period/ceiling-from-a-leap-day", test_ceiling_from_a_leap_day);

  status = g_test_run ();
  g_assert_finalize_object (chinese);
  return status;
}
