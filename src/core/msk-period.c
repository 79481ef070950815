/* The retention period (保密期限) that follows the star in a mark such as 机密★10年.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-period.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

#define CONDITION_MIN_CHARS 2
#define CONDITION_MAX_CHARS 40
#define AMOUNT_MAX 12000 /* what is beyond every ceiling counts as this, as years and as months */
#define MONTHS_A_YEAR 12

static const guint ceilings[] = {
  [MSK_LEVEL_CONFIDENTIAL] = 10,
  [MSK_LEVEL_SECRET] = 20,
  [MSK_LEVEL_TOP_SECRET] = 30,
};

/* The text without the blanks at its ends, full-width ones included; NULL when it is not UTF-8. */
static char *
dup_trimmed (const char *text)
{
  const char *start = text;
  const char *end;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  end = start;
  for (const char *c = start; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      end = g_utf8_next_char (c);

  return g_strndup (start, (gsize) (end - start));
}

/* Reads "10年" or "10 years": a number, then one of the given units. */
static gboolean
read_amount (const char *text, const char *const *units, guint *amount)
{
  char *rest = NULL;
  guint64 number = 0;

  if (!g_ascii_isdigit (*text))
    return FALSE;

  number = g_ascii_strtoull (text, &rest, 10);
  while (*rest == ' ')
    rest++;

  if (!g_strv_contains (units, rest))
    return FALSE;

  *amount = (guint) MIN (number, AMOUNT_MAX);
  return TRUE;
}

/* Reads between min and max digits and then the given word, and moves on beyond both. */
static gboolean
read_part (const char **text, gsize min, gsize max, const char *word, guint *number)
{
  gsize length = strspn (*text, "0123456789");

  if (length < min || length > max || !g_str_has_prefix (*text + length, word))
    return FALSE;

  *number = (guint) g_ascii_strtoull (*text, NULL, 10);
  *text += length + strlen (word);
  return TRUE;
}

static gboolean
read_date_with (const char *text, const char *const words[3], GDate *date)
{
  guint year, month, day;

  if (!read_part (&text, 4, 4, words[0], &year) || !read_part (&text, 1, 2, words[1], &month) ||
      !read_part (&text, 1, 2, words[2], &day) || *text != '\0' ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static gboolean
read_date (const char *text, GDate *date)
{
  static const char *const chinese[] = { "年", "月", "日" };
  static const char *const iso[] = { "-", "-", "" };

  return read_date_with (text, chinese, date) || read_date_with (text, iso, date);
}

static char *
forbid (GError **error, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN, message);
  return NULL;
}

static char *
forbid_beyond_ceiling (MskLevel level, GError **error)
{
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN,
               _ ("%s papers are kept for at most %u years: give a shorter period, or choose the "
                  "level that needs it."),
               msk_level_get_label (level), ceilings[level]);
  return NULL;
}

static void
refuse_unreadable (GError **error)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_PERIOD,
                       _ ("This is no retention period: write 10年, 6个月, a date such as "
                          "2027年3月1日, or a condition that ends "
                          "in 前, 后 or 时."));
}

static char *
normalise_years (MskLevel level, guint years, GError **error)
{
  if (years == 0)
    return forbid (error, _ ("A retention period of no years keeps nothing secret: give one year "
                             "or more, or months."));

  if (years > ceilings[level])
    return forbid_beyond_ceiling (level, error);

  return g_strdup_printf ("%u年", years);
}

static char *
normalise_months (MskLevel level, guint months, GError **error)
{
  if (months == 0)
    return forbid (error, _ ("A retention period of no months keeps nothing secret: give one month "
                             "or more."));

  if (months % MONTHS_A_YEAR == 0)
    return normalise_years (level, months / MONTHS_A_YEAR, error);

  if (months > MONTHS_A_YEAR)
    return forbid (error, _ ("A period of a year or more is given in whole years: write it as 1年, "
                             "2年 and so on."));

  return g_strdup_printf ("%u个月", months);
}

/* "100年后" and "2127年1月1日前" would be periods beyond every ceiling that call themselves
 * conditions. */
static gboolean
is_disguised_period (const char *plain)
{
  return g_regex_match_simple (
      "^[0-9〇零一二两三四五六七八九十百千年个月日号 -]+(以|之)?(前|后|时)$", plain, 0, 0);
}

/* The mark is one line on paper, and its star stands between level and period alone. */
static gboolean
is_fit_for_a_mark (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      /* Line and paragraph separators count as printable. */
      if (!g_unichar_isprint (character) || character == 0x2028 || character == 0x2029)
        return FALSE;
    }

  return strchr (text, '*') == NULL && strstr (text, "★") == NULL;
}

/* written is kept; plain is the same with full-width characters made plain. */
static char *
normalise_condition (const char *written, const char *plain, GError **error)
{
  gboolean ends_well = g_str_has_suffix (written, "前") || g_str_has_suffix (written, "后") ||
                       g_str_has_suffix (written, "时");
  glong length = g_utf8_strlen (written, -1);

  if (!ends_well || length < CONDITION_MIN_CHARS || length > CONDITION_MAX_CHARS ||
      !is_fit_for_a_mark (plain) || is_disguised_period (plain))
    {
      refuse_unreadable (error);
      return NULL;
    }

  return g_strdup (written);
}

char *
msk_period_normalise (MskLevel level, const char *text, GError **error)
{
  static const char *const year_units[] = { "年", "year", "years", NULL };
  static const char *const month_units[] = { "个月", "月", "month", "months", NULL };
  g_autofree char *written = NULL;
  g_autofree char *plain = NULL;
  guint amount;
  GDate date;

  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  written = dup_trimmed (text);
  if (written == NULL)
    {
      refuse_unreadable (error);
      return NULL;
    }

  plain = g_utf8_normalize (written, -1, G_NORMALIZE_NFKC);
  if (*plain == '\0')
    return g_strdup ("");
  if (g_str_equal (plain, "长期") && level == MSK_LEVEL_TOP_SECRET)
    return g_strdup ("长期");
  if (g_str_equal (plain, "长期"))
    return forbid (error, _ ("Only 绝密 Top Secret papers are kept for an unlimited time: give a "
                             "number of years."));
  if (read_amount (plain, year_units, &amount))
    return normalise_years (level, amount, error);
  if (read_amount (plain, month_units, &amount))
    return normalise_months (level, amount, error);
  if (read_date (plain, &date))
    return g_strdup_printf ("%u年%u月%u日", g_date_get_year (&date), g_date_get_month (&date),
                            g_date_get_day (&date));

  return normalise_condition (written, plain, error);
}

gboolean
msk_period_check_date (MskLevel level, const char *period, gint64 from, GError **error)
{
  g_autoptr(GDateTime) start = NULL;
  GDate first, last, end;

  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (!read_date (period, &end))
    return TRUE;

  start = g_date_time_new_from_unix_utc (from);
  g_return_val_if_fail (start != NULL, FALSE);

  g_date_set_dmy (&first, (GDateDay) g_date_time_get_day_of_month (start),
                  (GDateMonth) g_date_time_get_month (start),
                  (GDateYear) g_date_time_get_year (start));
  last = first;
  g_date_add_years (&last, ceilings[level]);

  if (g_date_compare (&end, &first) <= 0)
    {
      forbid (error, _ ("A retention period that ends before it begins keeps nothing secret: give "
                        "a later date."));
      return FALSE;
    }

  if (g_date_compare (&end, &last) > 0)
    {
      forbid_beyond_ceiling (level, error);
      return FALSE;
    }

  return TRUE;
}

guint
msk_period_get_ceiling (MskLevel level)
{
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, 0);

  return ceilings[level];
}

guint32
msk_period_get_end (MskLevel level, const char *period, gint64 from, gboolean *is_condition)
{
  static const char *const year_units[] = { "年", NULL };
  static const char *const month_units[] = { "个月", NULL };
  g_autoptr(GDateTime) start = g_date_time_new_from_unix_utc (from);
  guint amount;
  GDate end;

  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, 0);
  g_return_val_if_fail (period != NULL && is_condition != NULL && start != NULL, 0);

  *is_condition = FALSE;
  if (g_str_equal (period, "长期"))
    return G_MAXUINT32;
  if (read_date (period, &end))
    return g_date_get_julian (&end);

  g_date_set_dmy (&end, (GDateDay) g_date_time_get_day_of_month (start),
                  (GDateMonth) g_date_time_get_month (start),
                  (GDateYear) g_date_time_get_year (start));
  if (read_amount (period, year_units, &amount))
    g_date_add_years (&end, amount);
  else if (read_amount (period, month_units, &amount))
    g_date_add_months (&end, amount);
  else
    {
      *is_condition = *period != '\0';
      g_date_add_years (&end, ceilings[level]);
    }

  return g_date_get_julian (&end);
}

char *
msk_period_dup_mark (MskLevel level, const char *period)
{
  g_return_val_if_fail (period != NULL, NULL);

  return g_strconcat (msk_level_get_mark (level), "★", period, NULL);
}
