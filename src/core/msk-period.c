/* The retention period (保密期限) that follows the star in a mark such as 机密★10年.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-period.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "msk-error.h"

#define CONDITION_MIN_CHARS 2
#define CONDITION_MAX_CHARS 40
#define AMOUNT_MAX 12000 /* what is beyond every ceiling counts as this, as years and as months */
#define MONTHS_A_YEAR 12

/* The scheme and the level that a text is judged by. */
typedef struct
{
  MskScheme *scheme;
  MskLevel level;
  const MskSchemeLevel *rule;
} Judge;

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
forbid_beyond_ceiling (const Judge *judge, GError **error)
{
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN,
               _ ("%s papers are kept for at most %u years: give a shorter period, or choose the "
                  "level that needs it."),
               msk_level_get_label (judge->level), judge->rule->years);
  return NULL;
}

static char *
refuse_unreadable (const Judge *judge, GError **error)
{
  const gboolean ends = judge->scheme->condition_ends[0] != NULL;
  g_autofree char *conditions =
      g_strjoinv (ends ? "、" : ", ",
                  ends ? judge->scheme->condition_ends : judge->scheme->condition_begins);

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_PERIOD,
               ends ? _ ("This is no retention period: write 10年, 6个月, a date such as "
                         "2027年3月1日, or a condition that ends in one of %s.")
                    : _ ("This is no retention period: write 10 years, 6 months, a date such as "
                         "2027-03-01, or a condition that begins with one of %s."),
               conditions);
  return NULL;
}

static char *
normalise_years (const Judge *judge, guint years, GError **error)
{
  if (years == 0)
    return forbid (error, _ ("A retention period of no years keeps nothing secret: give one year "
                             "or more, or months."));

  if (years > judge->rule->years)
    return forbid_beyond_ceiling (judge, error);

  return g_strdup_printf ("%u年", years);
}

static char *
normalise_months (const Judge *judge, guint months, GError **error)
{
  if (months == 0)
    return forbid (error, _ ("A retention period of no months keeps nothing secret: give one month "
                             "or more."));

  if (months % MONTHS_A_YEAR == 0)
    return normalise_years (judge, months / MONTHS_A_YEAR, error);

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
             "^[0-9〇零一二两三四五六七八九十百千年个月日号 -]+(以|之)?(前|后|时)$", plain, 0, 0) ||
         g_regex_match_simple (
             "^(until|before|after|when)([ 0-9-]|\\b(an?|the|of|and|one|two|three|four|five|six|"
             "seven|eight|nine|ten|hundred|thousand|days?|months?|years?|decades?|centur(y|ies)|"
             "january|february|march|april|may|june|july|august|september|october|november|"
             "december)\\b)+$",
             plain, G_REGEX_CASELESS, 0);
}

/* "会议开始前" ends, or "until the meeting begins" begins, as the scheme's conditions do. */
static gboolean
is_worded_as_condition (MskScheme *scheme, const char *plain)
{
  for (guint i = 0; scheme->condition_ends[i] != NULL; i++)
    if (g_str_has_suffix (plain, scheme->condition_ends[i]))
      return TRUE;

  for (guint i = 0; scheme->condition_begins[i] != NULL; i++)
    {
      const char *word = scheme->condition_begins[i];

      if (g_ascii_strncasecmp (plain, word, strlen (word)) == 0 && plain[strlen (word)] == ' ')
        return TRUE;
    }

  return FALSE;
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
normalise_condition (const Judge *judge, const char *written, const char *plain, GError **error)
{
  glong length = g_utf8_strlen (written, -1);

  if (!is_worded_as_condition (judge->scheme, plain) || length < CONDITION_MIN_CHARS ||
      length > CONDITION_MAX_CHARS || !is_fit_for_a_mark (plain) || is_disguised_period (plain))
    return refuse_unreadable (judge, error);

  return g_strdup (written);
}

static gboolean
is_unlimited (MskScheme *scheme, const char *plain)
{
  return g_str_equal (plain, "长期") || g_ascii_strcasecmp (plain, scheme->unlimited) == 0;
}

/* written is trimmed and holds no star. */
static char *
normalise_period (const Judge *judge, const char *written, const char *plain, GError **error)
{
  static const char *const year_units[] = { "年", "year", "years", NULL };
  static const char *const month_units[] = { "个月", "月", "month", "months", NULL };
  guint amount;
  GDate date;

  if (*plain == '\0')
    return g_strdup ("");
  if (is_unlimited (judge->scheme, plain))
    return judge->rule->unlimited
               ? g_strdup ("长期")
               : forbid (error, _ ("Papers of this level are not kept for an unlimited time: give "
                                   "a number of years."));
  if (read_amount (plain, year_units, &amount))
    return normalise_years (judge, amount, error);
  if (read_amount (plain, month_units, &amount))
    return normalise_months (judge, amount, error);
  if (read_date (plain, &date))
    return g_strdup_printf ("%u年%u月%u日", g_date_get_year (&date), g_date_get_month (&date),
                            g_date_get_day (&date));

  return normalise_condition (judge, written, plain, error);
}

static gboolean
read_level (MskScheme *scheme, const char *text, MskLevel *level)
{
  for (MskLevel each = MSK_LEVEL_CONFIDENTIAL; each <= MSK_LEVEL_TOP_SECRET; each++)
    if (g_ascii_strcasecmp (text, scheme->levels[each].word) == 0)
      {
        *level = each;
        return TRUE;
      }

  return msk_level_parse (text, level);
}

/* Where the star of a whole mark stands, and how long it is; NULL when there is none. */
static const char *
find_star (const char *text, gsize *length)
{
  static const char *const stars[] = { "★", "☆", "＊", "*" };

  for (guint i = 0; i < G_N_ELEMENTS (stars); i++)
    {
      const char *found = strstr (text, stars[i]);

      *length = strlen (stars[i]);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* "机密★10年" typed where the period goes: good when the level is the paper's own, and refused for
 * its reason when not, or when it is the wrong way round. */
static char *
normalise_mark (const Judge *judge, const char *before_star, const char *after_star, GError **error)
{
  g_autofree char *before = dup_trimmed (before_star);
  g_autofree char *after = dup_trimmed (after_star);
  g_autofree char *plain = g_utf8_normalize (after, -1, G_NORMALIZE_NFKC);
  gsize length;
  MskLevel level;

  if (find_star (after, &length) != NULL)
    return refuse_unreadable (judge, error);
  if (read_level (judge->scheme, before, &level))
    {
      if (level == judge->level)
        return normalise_period (judge, after, plain, error);

      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN,
                   _ ("This mark says %s, and the paper's level is %s: correct one of the two."),
                   msk_level_get_label (level), msk_level_get_label (judge->level));
      return NULL;
    }
  if (read_level (judge->scheme, after, &level))
    return forbid (error, _ ("This mark is the wrong way round: the level goes first, then the "
                             "star, then the period, such as 机密★20年."));

  return refuse_unreadable (judge, error);
}

char *
msk_period_normalise (MskScheme *scheme, MskLevel level, const char *text, GError **error)
{
  g_autofree char *written = NULL;
  g_autofree char *plain = NULL;
  const char *star;
  gsize length;
  Judge judge;

  g_return_val_if_fail (MSK_IS_SCHEME (scheme), NULL);
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  judge = (Judge){ scheme, level, &scheme->levels[level] };
  written = dup_trimmed (text);
  if (written == NULL)
    return refuse_unreadable (&judge, error);

  star = find_star (written, &length);
  if (star != NULL)
    {
      g_autofree char *before = g_strndup (written, (gsize) (star - written));

      return normalise_mark (&judge, before, star + length, error);
    }

  plain = g_utf8_normalize (written, -1, G_NORMALIZE_NFKC);
  return normalise_period (&judge, written, plain, error);
}

gboolean
msk_period_check_date (MskScheme *scheme,
                       MskLevel level,
                       const char *period,
                       gint64 from,
                       GError **error)
{
  Judge judge;
  g_autoptr(GDateTime) start = NULL;
  GDate first, last, end;

  g_return_val_if_fail (MSK_IS_SCHEME (scheme), FALSE);
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (!read_date (period, &end))
    return TRUE;

  judge = (Judge){ scheme, level, &scheme->levels[level] };
  start = g_date_time_new_from_unix_utc (from);
  g_return_val_if_fail (start != NULL, FALSE);

  g_date_set_dmy (&first, (GDateDay) g_date_time_get_day_of_month (start),
                  (GDateMonth) g_date_time_get_month (start),
                  (GDateYear) g_date_time_get_year (start));
  last = first;
  g_date_add_years (&last, judge.rule->years);

  if (g_date_compare (&end, &first) <= 0)
    {
      forbid (error, _ ("A retention period that ends before it begins keeps nothing secret: give "
                        "a later date."));
      return FALSE;
    }

  if (g_date_compare (&end, &last) > 0)
    {
      forbid_beyond_ceiling (&judge, error);
      return FALSE;
    }

  return TRUE;
}

guint32
msk_period_get_end (MskScheme *scheme,
                    MskLevel level,
                    const char *period,
                    gint64 from,
                    gboolean *is_condition)
{
  static const char *const year_units[] = { "年", NULL };
  static const char *const month_units[] = { "个月", NULL };
  g_autoptr(GDateTime) start = g_date_time_new_from_unix_utc (from);
  guint amount;
  GDate end;

  g_return_val_if_fail (MSK_IS_SCHEME (scheme), 0);
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
      g_date_add_years (&end, scheme->levels[level].years);
    }

  return g_date_get_julian (&end);
}

/* The format with each place filled; of places and values, a NULL ends both. */
static char *
fill (const char *format, const char *const *places, const char *const *values)
{
  GString *text = g_string_new (format);

  for (guint i = 0; places[i] != NULL; i++)
    g_string_replace (text, places[i], values[i], 1);

  return g_string_free (text, FALSE);
}

static char *
dup_amount (const char *one, const char *many, guint amount)
{
  g_autofree char *number = g_strdup_printf ("%u", amount);
  const char *const places[] = { "{n}", NULL };
  const char *const values[] = { number };

  return fill (amount == 1 ? one : many, places, values);
}

/* A day as the scheme writes it. */
static char *
dup_date (MskScheme *scheme, const GDate *date)
{
  g_autofree char *year = g_strdup_printf ("%u", g_date_get_year (date));
  g_autofree char *month = g_strdup_printf ("%u", g_date_get_month (date));
  g_autofree char *day = g_strdup_printf ("%u", g_date_get_day (date));
  const char *const places[] = { "{year}", "{month}", "{day}", NULL };
  const char *const values[] = { year, month, day };

  return fill (scheme->date, places, values);
}

/* A canonical period in the scheme's own words. */
static char *
dup_worded (MskScheme *scheme, const char *period)
{
  static const char *const year_units[] = { "年", NULL };
  static const char *const month_units[] = { "个月", NULL };
  GDate date;
  guint amount;

  if (g_str_equal (period, "长期"))
    return g_strdup (scheme->unlimited);
  if (read_amount (period, year_units, &amount))
    return dup_amount (scheme->year, scheme->years, amount);
  if (read_amount (period, month_units, &amount))
    return dup_amount (scheme->month, scheme->months, amount);
  if (read_date (period, &date))
    return dup_date (scheme, &date);

  return g_strdup (period);
}

char *
msk_period_dup_reproduction (MskScheme *scheme, const char *organ, const GDate *date)
{
  g_autofree char *day = NULL;
  const char *const places[] = { "{date}", "{organ}", NULL };
  const char *values[] = { NULL, organ };

  g_return_val_if_fail (MSK_IS_SCHEME (scheme) && organ != NULL, NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  values[0] = day = dup_date (scheme, date);
  return fill (scheme->reproduction_text, places, values);
}

char *
msk_period_dup_mark (MskScheme *scheme, MskLevel level, const char *period)
{
  g_autofree char *ceiling = NULL;
  g_autofree char *worded = NULL;
  const char *const places[] = { "{word}", "{period}", NULL };
  const char *values[2];

  g_return_val_if_fail (MSK_IS_SCHEME (scheme), NULL);
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, NULL);
  g_return_val_if_fail (period != NULL, NULL);

  /* 机密★ means the law's ceiling to whoever reads it, so that a shorter one is written out. */
  if (*period == '\0' && scheme->levels[level].years < scheme->levels[level].longest)
    period = ceiling = g_strdup_printf ("%u年", scheme->levels[level].years);

  worded = dup_worded (scheme, period);
  values[0] = msk_scheme_get_word (scheme, level);
  values[1] = worded;
  return fill (*period == '\0' ? scheme->ceiling_mark : scheme->mark, places, values);
}
