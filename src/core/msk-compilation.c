/* What a compilation (汇编) of papers must be marked with: the highest level and the longest period
 * of its parts (C4). SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-compilation.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-period.h"

static MskLevel
get_highest_level (GPtrArray *parts)
{
  MskLevel highest = MSK_LEVEL_CONFIDENTIAL;

  for (guint i = 0; i < parts->len; i++)
    highest = MAX (highest, ((MskPaper *) g_ptr_array_index (parts, i))->level);

  return highest;
}

static MskPaper *
find_longest (MskScheme *scheme,
              GPtrArray *parts,
              gint64 from,
              guint32 *end,
              gboolean *is_condition)
{
  MskPaper *longest = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      MskPaper *part = g_ptr_array_index (parts, i);
      gboolean part_is_condition;
      guint32 part_end =
          msk_period_get_end (scheme, part->level, part->period, from, &part_is_condition);

      if (longest != NULL && part_end <= *end)
        continue;
      longest = part;
      *end = part_end;
      *is_condition = part_is_condition;
    }

  return longest;
}

/* The condition that every part is kept under, or NULL. */
static const char *
get_common_condition (MskScheme *scheme, GPtrArray *parts, gint64 from)
{
  const MskPaper *first = g_ptr_array_index (parts, 0);

  for (guint i = 0; i < parts->len; i++)
    {
      const MskPaper *part = g_ptr_array_index (parts, i);
      gboolean is_condition;

      msk_period_get_end (scheme, part->level, part->period, from, &is_condition);
      if (!is_condition || !g_str_equal (part->period, first->period))
        return NULL;
    }

  return first->period;
}

void
msk_compilation_compute (MskScheme *scheme,
                         GPtrArray *parts,
                         gint64 from,
                         MskLevel *level,
                         char **period)
{
  const char *common;
  MskPaper *longest;
  guint32 end = 0;
  gboolean is_condition = FALSE;

  g_return_if_fail (parts != NULL && parts->len > 0 && level != NULL && period != NULL);

  *level = get_highest_level (parts);
  common = get_common_condition (scheme, parts, from);
  longest = find_longest (scheme, parts, from, &end, &is_condition);
  if (common != NULL)
    *period = g_strdup (common);
  else if (is_condition || *longest->period == '\0')
    *period = longest->level == *level
                  ? g_strdup ("")
                  : g_strdup_printf ("%u年", scheme->levels[longest->level].years);
  else
    *period = g_strdup (longest->period);
}

/* A condition lasts nobody knows how long: it covers itself alone. */
static gboolean
covers (MskScheme *scheme,
        MskLevel level,
        const char *period,
        MskLevel least_level,
        const char *least,
        gint64 from)
{
  gboolean is_condition, least_is_condition;
  const guint32 end = msk_period_get_end (scheme, level, period, from, &is_condition);
  const guint32 least_end =
      msk_period_get_end (scheme, least_level, least, from, &least_is_condition);

  return is_condition ? g_str_equal (period, least) : end >= least_end;
}

gboolean
msk_compilation_check (MskScheme *scheme,
                       GPtrArray *parts,
                       gint64 from,
                       MskLevel level,
                       const char *period,
                       GError **error)
{
  g_autofree char *least_period = NULL;
  g_autofree char *mark = NULL;
  MskLevel least_level;

  g_return_val_if_fail (parts != NULL && parts->len > 0 && period != NULL, FALSE);

  msk_compilation_compute (scheme, parts, from, &least_level, &least_period);
  if (level >= least_level && covers (scheme, level, period, least_level, least_period, from))
    return TRUE;

  mark = msk_period_dup_mark (scheme, least_level, least_period);
  if (level < least_level)
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BELOW_ITS_PARTS,
                 _ ("A compilation takes the highest level and the longest period of its parts, "
                    "and the level is below theirs: mark it %s or higher."),
                 mark);
  else
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BELOW_ITS_PARTS,
                 _ ("A compilation takes the highest level and the longest period of its parts, "
                    "and the period is shorter than theirs: mark it %s or longer."),
                 mark);
  return FALSE;
}
