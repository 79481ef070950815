/* The number of a copy (份号): six digits, and for a copy of a copy its parent's with an ordinal
 * (C2). SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-number.h"

#define FIRST_STEP (MSK_COPY_NUMBER_PLAIN_MAX + 1)
#define SECOND_STEP (FIRST_STEP * (MSK_COPY_NUMBER_FIRST_MAX + 1))

/* The longest part is the plain number's. */
#define PART_DIGITS_MAX 6

typedef struct
{
  guint plain;
  guint first;
  guint second;
} Parts;

static Parts
split (guint number)
{
  return (Parts){ number % FIRST_STEP, number / FIRST_STEP % (MSK_COPY_NUMBER_FIRST_MAX + 1),
                  number / SECOND_STEP };
}

static guint
join (Parts parts)
{
  return parts.plain + parts.first * FIRST_STEP + parts.second * SECOND_STEP;
}

static gboolean
are_valid (Parts parts)
{
  return parts.plain > 0 && parts.plain <= MSK_COPY_NUMBER_PLAIN_MAX &&
         parts.first <= MSK_COPY_NUMBER_FIRST_MAX && parts.second <= MSK_COPY_NUMBER_SECOND_MAX &&
         (parts.second == 0 || parts.first > 0);
}

gboolean
msk_copy_number_is_valid (gint64 number)
{
  return number > 0 && number <= G_MAXUINT32 && are_valid (split ((guint) number));
}

gboolean
msk_copy_number_is_reproduction (guint number)
{
  return number > MSK_COPY_NUMBER_PLAIN_MAX;
}

guint
msk_copy_number_get_parent (guint number)
{
  Parts parts = split (number);

  if (parts.first == 0)
    return 0;
  if (parts.second == 0)
    parts.first = 0;
  parts.second = 0;
  return join (parts);
}

guint
msk_copy_number_get_root (guint number)
{
  return split (number).plain;
}

guint
msk_copy_number_get_ordinal (guint number)
{
  const Parts parts = split (number);

  return parts.second > 0 ? parts.second : parts.first;
}

guint
msk_copy_number_get_depth (guint number)
{
  const Parts parts = split (number);

  return (parts.first > 0) + (parts.second > 0);
}

guint
msk_copy_number_get_room (guint number)
{
  static const guint rooms[] = { MSK_COPY_NUMBER_FIRST_MAX, MSK_COPY_NUMBER_SECOND_MAX, 0 };

  return rooms[msk_copy_number_get_depth (number)];
}

guint
msk_copy_number_get_child (guint parent, guint ordinal)
{
  g_return_val_if_fail (ordinal > 0 && ordinal <= msk_copy_number_get_room (parent), 0);

  return parent + ordinal * (msk_copy_number_is_reproduction (parent) ? SECOND_STEP : FIRST_STEP);
}

gboolean
msk_copy_number_is_above (guint number, guint other)
{
  while (other != 0 && other != number)
    other = msk_copy_number_get_parent (other);

  return other != 0;
}

int
msk_copy_number_compare (guint number, guint other)
{
  const Parts one = split (number);
  const Parts two = split (other);

  if (one.plain != two.plain)
    return one.plain < two.plain ? -1 : 1;
  if (one.first != two.first)
    return one.first < two.first ? -1 : 1;

  return (one.second > two.second) - (one.second < two.second);
}

static char *
dup_text (Parts parts, const char *plain)
{
  if (parts.first == 0)
    return g_strdup (plain);
  if (parts.second == 0)
    return g_strdup_printf ("%s/%u", plain, parts.first);

  return g_strdup_printf ("%s/%u/%u", plain, parts.first, parts.second);
}

char *
msk_copy_number_dup_text (guint number)
{
  const Parts parts = split (number);
  g_autofree char *plain = g_strdup_printf ("%06u", parts.plain);

  return dup_text (parts, plain);
}

char *
msk_copy_number_dup_subject (guint number)
{
  g_autofree char *text = msk_copy_number_dup_text (number);

  return g_strconcat ("copy ", text, NULL);
}

char *
msk_copy_number_dup_ordinal_text (guint number, guint ordinal)
{
  g_autofree char *plain = g_strdup_printf ("%u", ordinal);

  return dup_text (split (number), plain);
}

/* One part and, unless it is the last, the stroke behind it. Noughts lead a plain number alone. */
static gboolean
take_part (const char **text, gboolean padded, guint *part)
{
  const char *start = *text;
  guint value = 0;

  while (g_ascii_isdigit (**text) && *text - start < PART_DIGITS_MAX)
    value = value * 10 + (guint) g_ascii_digit_value (*(*text)++);

  if (value == 0 || (!padded && *start == '0') || (**text != '\0' && **text != '/'))
    return FALSE;

  *part = value;
  return TRUE;
}

gboolean
msk_copy_number_parse (const char *text, guint *number)
{
  Parts parts = { 0 };
  guint *const rest[] = { &parts.first, &parts.second };

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  if (!take_part (&text, TRUE, &parts.plain))
    return FALSE;
  for (guint i = 0; *text == '/'; i++)
    {
      text++;
      if (i == G_N_ELEMENTS (rest) || !take_part (&text, FALSE, rest[i]))
        return FALSE;
    }
  if (!are_valid (parts))
    return FALSE;

  *number = join (parts);
  return TRUE;
}
