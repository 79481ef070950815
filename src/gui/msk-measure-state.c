/* What the page of the measures says, from plain facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measure-state.h"

#include <glib/gi18n-lib.h>

#include "msk-time-text.h"

MskLook
msk_measure_state_look (MskMeasure *measure)
{
  switch (measure->outcome)
    {
    case MSK_MEASURE_DONE:
      return msk_look_of_tone (MSK_TONE_DONE);
    case MSK_MEASURE_NOT_APPLICABLE:
      return msk_look_of_tone (MSK_TONE_WAITING);
    case MSK_MEASURE_OPEN:
    default:
      return msk_look_of_tone (measure->mandatory ? MSK_TONE_REFUSED : MSK_TONE_WAITING);
    }
}

MskLook
msk_measure_state_look_of_opening (guint open, gint64 opened_at)
{
  return msk_look_of_tone (open > 0         ? MSK_TONE_REFUSED
                           : opened_at != 0 ? MSK_TONE_DONE
                                            : MSK_TONE_WAITING);
}

char *
msk_measure_state_dup_standing (guint open, gint64 opened_at)
{
  g_autofree char *at = msk_time_text_format (opened_at);
  g_autofree char *measures =
      open == 0 ? g_strdup (_ ("No mandatory measure is open."))
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mandatory measure is open.",
                                                "%u mandatory measures are open.", open),
                                   open);

  return opened_at != 0 ? g_strdup_printf (_ ("%s The meeting was opened: %s."), measures, at)
                        : g_strdup_printf (_ ("%s The meeting is not opened."), measures);
}

char *
msk_measure_state_dup_after (guint open)
{
  return open == 0
             ? g_strdup (_ ("Check of the venue after the meeting: everything was looked through."))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "Check of the venue after the meeting: %u mandatory "
                                             "line is open.",
                                             "Check of the venue after the meeting: %u mandatory "
                                             "lines are open.",
                                             open),
                                open);
}

static guint
count_contacts (GPtrArray *liaisons, MskDepartment department)
{
  guint count = 0;

  for (guint i = 0; i < liaisons->len; i++)
    count += ((MskLiaison *) g_ptr_array_index (liaisons, i))->department == department;
  return count;
}

char *
msk_measure_state_dup_liaison (GPtrArray *liaisons)
{
  return g_strdup_printf (_ ("Contacts on record: guard department %u, secrecy department %u, "
                             "others %u."),
                          count_contacts (liaisons, MSK_DEPARTMENT_GUARD),
                          count_contacts (liaisons, MSK_DEPARTMENT_SECRECY),
                          count_contacts (liaisons, MSK_DEPARTMENT_OTHER));
}

gboolean
msk_measure_state_is_same (gconstpointer a, gconstpointer b)
{
  const MskMeasure *one = a;
  const MskMeasure *other = b;

  return g_str_equal (one->id, other->id) && one->outcome == other->outcome &&
         one->recorded_at == other->recorded_at && one->done_at == other->done_at &&
         g_str_equal (one->done_by, other->done_by) && g_str_equal (one->evidence, other->evidence);
}
