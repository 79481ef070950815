/* A person on the list of a meeting, as they stood when they were read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-name.h"

G_DEFINE_FINAL_TYPE (MskAttendee, msk_attendee, G_TYPE_OBJECT)

typedef struct
{
  const char *chinese;
  const char *label;
} CapacityWords;

static const CapacityWords capacity_words[] = {
  [MSK_CAPACITY_DELEGATE] = { "出席", N_ ("delegate") },
  [MSK_CAPACITY_OBSERVER] = { "列席", N_ ("observer") },
  [MSK_CAPACITY_STAFF] = { "工作", N_ ("staff") },
  [MSK_CAPACITY_SERVICE] = { "服务", N_ ("service") },
  [MSK_CAPACITY_PRESS] = { "新闻", N_ ("press") },
};

static const char *const vetting_labels[] = {
  [MSK_VETTING_PROPOSED] = N_ ("proposed"),          [MSK_VETTING_APPROVED] = N_ ("approved"),
  [MSK_VETTING_REJECTED] = N_ ("rejected"),          [MSK_VETTING_SUBMITTED] = N_ ("submitted"),
  [MSK_VETTING_RETURNED] = N_ ("returned for more"), [MSK_VETTING_WITHDRAWN] = N_ ("withdrawn"),
};

static void
msk_attendee_finalize (GObject *object)
{
  MskAttendee *self = MSK_ATTENDEE (object);

  g_free (self->name);
  g_free (self->unit);
  g_free (self->post);
  g_free (self->seat);
  g_free (self->nominated_by);
  g_free (self->nominating_unit);
  g_free (self->authority);
  g_free (self->reference);
  g_free (self->reason);
  g_free (self->decided_by);
  g_free (self->withdrawn_by);
  g_free (self->withdrawn_reason);

  G_OBJECT_CLASS (msk_attendee_parent_class)->finalize (object);
}

static void
msk_attendee_class_init (MskAttendeeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_attendee_finalize;
}

static void
msk_attendee_init (MskAttendee *self)
{
}

MskAttendee *
msk_attendee_new (void)
{
  return g_object_new (MSK_TYPE_ATTENDEE, NULL);
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_withdrawn (GError **error)
{
  return refuse (error, MSK_RULE_ERROR_WITHDRAWN,
                 _ ("This person was withdrawn from the list: let them see nothing, take back what "
                    "they hold, and tell the security officer."));
}

/* Press has been decided on by itself: who gave leave, and where that is written (M8). */
static gboolean
check_press (MskAttendee *self, GError **error)
{
  if (self->capacity != MSK_CAPACITY_PRESS ||
      (self->authority != NULL && *self->authority != '\0' && self->reference != NULL &&
       *self->reference != '\0'))
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_PRESS_NOT_DECIDED,
                 _ ("Press needs a decision of its own: have the responsible leader enter who gave "
                    "leave and its reference."));
}

gboolean
msk_attendee_check_admissible (MskAttendee *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (self), FALSE);

  if (self->vetting == MSK_VETTING_REJECTED)
    return refuse (error, MSK_RULE_ERROR_REJECTED,
                   _ ("This person was rejected by the responsible leader: let them see nothing, "
                      "and tell the "
                      "security officer."));
  if (self->vetting == MSK_VETTING_WITHDRAWN)
    return refuse_withdrawn (error);
  if (self->vetting != MSK_VETTING_APPROVED || !self->sealed)
    return refuse (error, MSK_RULE_ERROR_NOT_ON_SEALED_LIST,
                   _ ("This person is on no sealed list: ask the responsible leader to decide and "
                      "seal the list."));

  return check_press (self, error);
}

/* The state alone: submitted, and open to a decision. */
static gboolean
check_submitted (MskAttendee *self, GError **error)
{
  switch (self->vetting)
    {
    case MSK_VETTING_SUBMITTED:
      return TRUE;
    case MSK_VETTING_WITHDRAWN:
      return refuse_withdrawn (error);
    case MSK_VETTING_APPROVED:
    case MSK_VETTING_REJECTED:
      return refuse (error, MSK_RULE_ERROR_ALREADY_DECIDED,
                     _ ("This person has been decided already: read the decision in the list."));
    case MSK_VETTING_PROPOSED:
    case MSK_VETTING_RETURNED:
    default:
      return refuse (error, MSK_RULE_ERROR_NOT_SUBMITTED,
                     _ ("This person has not been submitted: have the organiser submit the list "
                        "first."));
    }
}

gboolean
msk_attendee_check_decidable (MskAttendee *self, const char *decider, GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (self) && decider != NULL, FALSE);

  if (self->sealed)
    return refuse (error, MSK_RULE_ERROR_LIST_SEALED,
                   _ ("This list is sealed and stays as it is: put later names on the next list."));
  if (!check_submitted (self, error))
    return FALSE;

  return g_strcmp0 (self->nominated_by, decider) != 0 ||
         refuse (error, MSK_RULE_ERROR_OWN_PROPOSAL,
                 _ ("Nobody decides on a person whom they nominated: ask another responsible "
                    "leader."));
}

gboolean
msk_attendee_check_approvable (MskAttendee *self, const char *decider, gint64 now, GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (self) && decider != NULL, FALSE);

  if (!msk_attendee_check_decidable (self, decider, error) || !check_press (self, error))
    return FALSE;

  return !msk_capacity_has_post (self->capacity) || now < self->post_starts_at ||
         refuse (error, MSK_RULE_ERROR_POST_STARTED,
                 _ ("The post of this person has started, and they are vetted before it: return "
                    "them, and have the organiser enter a later start."));
}

gboolean
msk_attendee_is_submittable (MskAttendee *self)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (self), FALSE);

  return !self->sealed &&
         (self->vetting == MSK_VETTING_PROPOSED || self->vetting == MSK_VETTING_RETURNED);
}

gboolean
msk_attendee_check_withdrawable (MskAttendee *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (self), FALSE);

  if (self->vetting == MSK_VETTING_WITHDRAWN)
    return refuse (error, MSK_RULE_ERROR_WITHDRAWN,
                   _ ("This person was withdrawn already: read why in the list."));
  if (self->vetting == MSK_VETTING_REJECTED)
    return refuse (error, MSK_RULE_ERROR_REJECTED,
                   _ ("This person was rejected, and that stays as it is: propose somebody else."));

  return TRUE;
}

gboolean
msk_attendee_check_changeable (MskAttendee *self, GError **error)
{
  return msk_attendee_check_withdrawable (self, error);
}

gboolean
msk_capacity_is_decided_singly (MskCapacity capacity)
{
  return capacity == MSK_CAPACITY_OBSERVER || capacity == MSK_CAPACITY_PRESS;
}

gboolean
msk_capacity_has_post (MskCapacity capacity)
{
  return capacity == MSK_CAPACITY_STAFF || capacity == MSK_CAPACITY_SERVICE;
}

const char *
msk_capacity_get_label (MskCapacity capacity)
{
  g_return_val_if_fail (capacity < G_N_ELEMENTS (capacity_words), "");

  return g_dgettext (GETTEXT_PACKAGE, capacity_words[capacity].label);
}

char *
msk_capacity_dup_words (MskCapacity capacity)
{
  g_return_val_if_fail (capacity < G_N_ELEMENTS (capacity_words), NULL);

  return g_strdup_printf ("%s %s", capacity_words[capacity].chinese,
                          capacity_words[capacity].label);
}

const char *
msk_vetting_get_label (MskVetting vetting)
{
  g_return_val_if_fail (vetting < G_N_ELEMENTS (vetting_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, vetting_labels[vetting]);
}

gboolean
msk_capacity_parse (const char *text, MskCapacity *capacity)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;
  int value;

  g_return_val_if_fail (text != NULL && capacity != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (g_str_has_suffix (stripped, "人员"))
    stripped[strlen (stripped) - strlen ("人员")] = '\0';

  for (guint each = 0; each < G_N_ELEMENTS (capacity_words); each++)
    if (g_str_equal (stripped, capacity_words[each].chinese))
      {
        *capacity = (MskCapacity) each;
        return TRUE;
      }

  folded = g_ascii_strdown (stripped, -1);
  if (!msk_enum_parse (MSK_TYPE_CAPACITY, folded, &value))
    return FALSE;

  *capacity = (MskCapacity) value;
  return TRUE;
}

char *
msk_capacity_set_dup_names (guint capacities)
{
  GString *names;

  g_return_val_if_fail (capacities != 0 && (capacities & ~MSK_CAPACITY_ALL) == 0, NULL);

  if (capacities == MSK_CAPACITY_ALL)
    return g_strdup ("all");

  names = g_string_new (NULL);
  for (guint each = 0; each < G_N_ELEMENTS (capacity_words); each++)
    if ((capacities & (1u << each)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "",
                              msk_enum_get_name (MSK_TYPE_CAPACITY, (int) each));

  return g_string_free (names, FALSE);
}

char *
msk_capacity_set_dup_label (guint capacities)
{
  GString *labels;

  g_return_val_if_fail (capacities != 0 && (capacities & ~MSK_CAPACITY_ALL) == 0, NULL);

  if (capacities == MSK_CAPACITY_ALL)
    return g_strdup (_ ("everybody on a sealed list"));

  labels = g_string_new (NULL);
  for (guint each = 0; each < G_N_ELEMENTS (capacity_words); each++)
    if ((capacities & (1u << each)) != 0)
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? _ (", ") : "",
                              msk_capacity_get_label ((MskCapacity) each));

  return g_string_free (labels, FALSE);
}

gboolean
msk_capacity_set_parse (const char *text, guint *capacities)
{
  g_auto(GStrv) parts = NULL;
  guint set = 0;

  g_return_val_if_fail (text != NULL && capacities != NULL, FALSE);

  if (g_str_equal (text, "all"))
    {
      *capacities = MSK_CAPACITY_ALL;
      return TRUE;
    }

  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      MskCapacity capacity;

      if (!msk_capacity_parse (parts[i], &capacity))
        return FALSE;
      set |= 1u << capacity;
    }

  if (set == 0)
    return FALSE;

  *capacities = set;
  return TRUE;
}

char *
msk_attendee_dup_key (const char *name, const char *unit, const char *post)
{
  g_autofree char *joined = g_strjoin ("\x1f", name, unit, post, NULL);

  return msk_name_dup_folded (joined);
}

gboolean
msk_attendee_is_signature (const char *signature, const char *name)
{
  g_autofree char *signed_key = msk_attendee_dup_key (signature, "", "");
  g_autofree char *key = msk_attendee_dup_key (name, "", "");

  return g_str_equal (signed_key, key);
}
