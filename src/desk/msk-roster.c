/* The list of attendees as somebody wants to see it: whom, and in which order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-roster.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucol.h>

#include "msk-attendee-search.h"
#include "msk-pinyin.h"
#include "msk-vetting-desk.h"

/* Below every character and every byte of a collation key but its own separator. */
#define SEPARATOR "\x01"

const MskRosterChoice msk_roster_everybody = { NULL, MSK_CAPACITY_ALL, MSK_ROSTER_ANY, 0,
                                               MSK_ROSTER_BY_NUMBER };

/* Made once each; their data are part of the library, so that nothing is opened. */
static UCollator *
get_collator (const char *locale, UCollator **collator)
{
  UErrorCode status = U_ZERO_ERROR;

  if (*collator == NULL)
    *collator = ucol_open (locale, &status);
  if (U_FAILURE (status))
    {
      g_warning ("collation %s: %s", locale, u_errorName (status));
      *collator = NULL;
    }

  return *collator;
}

static UCollator *
get_pinyin_collator (void)
{
  static UCollator *collator;

  return get_collator ("zh@collation=pinyin", &collator);
}

static UCollator *
get_stroke_collator (void)
{
  static UCollator *collator;

  return get_collator ("zh@collation=stroke", &collator);
}

/* Bytes that strcmp() orders as the collation orders the texts. */
static char *
dup_collation_key (UCollator *collator, const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  int32_t size;
  char *key;

  if (collator == NULL || wide == NULL)
    return g_strdup (text);

  size = ucol_getSortKey (collator, (const UChar *) wide, (int32_t) length, NULL, 0);
  key = g_malloc0 ((gsize) size + 1);
  ucol_getSortKey (collator, (const UChar *) wide, (int32_t) length, (uint8_t *) key, size);

  return key;
}

static char *
dup_pinyin_key (const char *text)
{
  g_autofree char *spoken = msk_pinyin_dup_spoken (text);
  g_autofree char *written = dup_collation_key (get_pinyin_collator (), text);

  return g_strconcat (spoken, SEPARATOR, written, NULL);
}

static char *
make_key (MskAttendee *attendee, MskRosterOrder order)
{
  g_autofree char *unit = NULL;
  g_autofree char *name = NULL;

  switch (order)
    {
    case MSK_ROSTER_BY_PINYIN:
      return dup_pinyin_key (attendee->name);
    case MSK_ROSTER_BY_NAME:
      return dup_collation_key (get_stroke_collator (), attendee->name);
    case MSK_ROSTER_BY_UNIT:
      unit = dup_pinyin_key (attendee->unit);
      name = dup_pinyin_key (attendee->name);
      return g_strconcat (unit, SEPARATOR, name, NULL);
    case MSK_ROSTER_BY_NUMBER:
    default:
      return g_strdup ("");
    }
}

/* An attendee is as it was read, so this is made once for each order. */
static const char *
get_key (MskAttendee *attendee, MskRosterOrder order)
{
  static const char *const names[] = {
    [MSK_ROSTER_BY_NUMBER] = "msk-roster-number",
    [MSK_ROSTER_BY_PINYIN] = "msk-roster-pinyin",
    [MSK_ROSTER_BY_NAME] = "msk-roster-name",
    [MSK_ROSTER_BY_UNIT] = "msk-roster-unit",
  };
  char *key = g_object_get_data (G_OBJECT (attendee), names[order]);

  if (key == NULL)
    {
      key = make_key (attendee, order);
      g_object_set_data_full (G_OBJECT (attendee), names[order], key, g_free);
    }

  return key;
}

int
msk_roster_compare (MskAttendee *a, MskAttendee *b, MskRosterOrder order)
{
  int difference;

  g_return_val_if_fail (MSK_IS_ATTENDEE (a) && MSK_IS_ATTENDEE (b), 0);
  g_return_val_if_fail (order <= MSK_ROSTER_BY_UNIT, 0);

  difference = order == MSK_ROSTER_BY_NUMBER ? 0 : strcmp (get_key (a, order), get_key (b, order));

  return difference != 0 ? difference : (a->id > b->id) - (a->id < b->id);
}

const char *
msk_roster_order_get_label (MskRosterOrder order)
{
  static const char *const labels[] = {
    [MSK_ROSTER_BY_NUMBER] = N_ ("number on the list"),
    [MSK_ROSTER_BY_PINYIN] = N_ ("pinyin"),
    [MSK_ROSTER_BY_NAME] = N_ ("strokes of the name"),
    [MSK_ROSTER_BY_UNIT] = N_ ("unit"),
  };

  g_return_val_if_fail ((guint) order < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[order]);
}

static gboolean
is_chosen (MskAttendee *attendee, const MskRosterChoice *choice)
{
  return (choice->capacities & (1u << attendee->capacity)) != 0 &&
         (choice->vetting == MSK_ROSTER_ANY || choice->vetting == (int) attendee->vetting) &&
         (choice->list == 0 || choice->list == attendee->list_number) &&
         (choice->find == NULL || msk_attendee_search_matches (attendee, choice->find));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MskRosterChoice *choice = user_data;

  return msk_roster_compare (*(MskAttendee *const *) a, *(MskAttendee *const *) b, choice->order);
}

GPtrArray *
msk_roster_list (MskSession *session, const MskRosterChoice *choice, GError **error)
{
  g_autoptr(GPtrArray) everybody = NULL;
  GPtrArray *chosen;

  g_return_val_if_fail (choice != NULL, NULL);

  everybody = msk_vetting_desk_list (session, error);
  if (everybody == NULL)
    return NULL;

  chosen = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < everybody->len; i++)
    if (is_chosen (g_ptr_array_index (everybody, i), choice))
      g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (everybody, i)));
  g_ptr_array_sort_with_data (chosen, compare_cb, (gpointer) choice);

  return chosen;
}
