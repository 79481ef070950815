/* The issue plan (M7): who is to get which copy, and how what happened stands to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-plan.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskPlanLine, msk_plan_line, G_TYPE_OBJECT)

static const char *const standing_labels[] = {
  [MSK_PLAN_SPARE] = N_ ("spare"),
  [MSK_PLAN_WAITING] = N_ ("not issued yet"),
  [MSK_PLAN_AS_PLANNED] = N_ ("issued as planned"),
  [MSK_PLAN_OTHER] = N_ ("issued to somebody else"),
  [MSK_PLAN_UNPLANNED] = N_ ("issued without a plan"),
  [MSK_PLAN_LOST] = N_ ("can’t be issued: plan another"),
};

static void
msk_plan_line_finalize (GObject *object)
{
  MskPlanLine *self = MSK_PLAN_LINE (object);

  g_free (self->document_number);
  g_free (self->planned);
  g_free (self->unit);
  g_free (self->seat);
  g_free (self->holder);

  G_OBJECT_CLASS (msk_plan_line_parent_class)->finalize (object);
}

static void
msk_plan_line_class_init (MskPlanLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_plan_line_finalize;
}

static void
msk_plan_line_init (MskPlanLine *self)
{
}

MskPlanLine *
msk_plan_line_new (void)
{
  return g_object_new (MSK_TYPE_PLAN_LINE, NULL);
}

MskPlanStanding
msk_plan_classify (gint64 planned_id, gint64 holder_id, MskCopyState state)
{
  const gboolean waits = state == MSK_COPY_PRINTING || state == MSK_COPY_IN_STORE;

  /* Whoever held a copy last is known after it came back, too. */
  if (!waits && holder_id != 0)
    {
      if (planned_id == 0)
        return MSK_PLAN_UNPLANNED;
      return planned_id == holder_id ? MSK_PLAN_AS_PLANNED : MSK_PLAN_OTHER;
    }
  if (planned_id == 0)
    return MSK_PLAN_SPARE;

  return waits ? MSK_PLAN_WAITING : MSK_PLAN_LOST;
}

const char *
msk_plan_standing_get_label (MskPlanStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standing_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, standing_labels[standing]);
}

gboolean
msk_plan_standing_is_difference (MskPlanStanding standing)
{
  return standing != MSK_PLAN_SPARE && standing != MSK_PLAN_AS_PLANNED;
}

/* Steps over leading noughts, and gives how many digits follow. */
static gsize
span_digits (const char **text)
{
  gsize length = 0;

  while (**text == '0' && g_ascii_isdigit ((*text)[1]))
    (*text)++;
  while (g_ascii_isdigit ((*text)[length]))
    length++;

  return length;
}

static int
compare_digits (const char **a, const char **b)
{
  const gsize length = span_digits (a);
  const gsize other = span_digits (b);
  const int order = length == other ? memcmp (*a, *b, length) : (length < other ? -1 : 1);

  *a += length;
  *b += other;
  return order;
}

int
msk_seat_compare (const char *a, const char *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (*a == '\0' || *b == '\0')
    return (*a == '\0') - (*b == '\0');

  while (*a != '\0' && *b != '\0')
    if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
      {
        const int order = compare_digits (&a, &b);

        if (order != 0)
          return order;
      }
    else if (*a != *b)
      return (guchar) *a < (guchar) *b ? -1 : 1;
    else
      {
        a++;
        b++;
      }

  return (*a != '\0') - (*b != '\0');
}

static int
compare_people (const char *seat, gint64 id, const char *other_seat, gint64 other_id)
{
  const int order = msk_seat_compare (seat, other_seat);

  return order != 0 ? order : (id > other_id) - (id < other_id);
}

int
msk_seat_compare_attendees (gconstpointer a, gconstpointer b)
{
  const MskAttendee *one = *(MskAttendee *const *) a;
  const MskAttendee *other = *(MskAttendee *const *) b;

  return compare_people (one->seat, one->id, other->seat, other->id);
}

int
msk_plan_line_compare (gconstpointer a, gconstpointer b)
{
  const MskPlanLine *one = *(MskPlanLine *const *) a;
  const MskPlanLine *other = *(MskPlanLine *const *) b;
  int order = (one->planned_id == 0) - (other->planned_id == 0);

  if (order == 0)
    order = compare_people (one->seat, one->planned_id, other->seat, other->planned_id);

  return order != 0 ? order : msk_copy_number_compare (one->number, other->number);
}

gboolean
msk_plan_check_plannable (MskCopy *copy, GError **error)
{
  g_return_val_if_fail (MSK_IS_COPY (copy), FALSE);

  if (copy->recall == MSK_RECALL_NONE && copy->state == MSK_COPY_PRINTING)
    return TRUE;

  return msk_copy_check_issuable (copy, error);
}

gboolean
msk_plan_check_named (MskCopy *copy, gint64 attendee_id, GError **error)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (MSK_IS_COPY (copy), FALSE);

  if (copy->named_id == 0 || copy->named_id == attendee_id)
    return TRUE;

  number = msk_copy_number_dup_text (copy->number);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NAMED_OTHERWISE,
               _ ("Copy %s was printed with the name of the person whom it is planned for: "
                  "register its sheets as spoiled and print the number anew, or take another "
                  "copy."),
               number);
  return FALSE;
}

gboolean
msk_plan_check_issue (guint number,
                      gint64 planned_id,
                      guint own,
                      MskAttendee *attendee,
                      GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (attendee), FALSE);

  if (planned_id != 0 && planned_id != attendee->id)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PLANNED_OTHERWISE,
                           _ ("This copy is planned for somebody else: look in the issue plan, and "
                              "change it there if it must be so."));
      return FALSE;
    }
  if (own != 0 && own != number)
    {
      g_autofree char *own_text = msk_copy_number_dup_text (own);

      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PLANNED_OTHERWISE,
                   _ ("This person is to get copy %s of the paper: hand over that one, or change "
                      "the issue plan."),
                   own_text);
      return FALSE;
    }

  return TRUE;
}
