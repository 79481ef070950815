/* A measure before the meeting (M1), or after it (M9): what is to be done, and what was last
 * recorded of it. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measure.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-name.h"

G_DEFINE_FINAL_TYPE (MskMeasure, msk_measure, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskLiaison, msk_liaison, G_TYPE_OBJECT)

static const char *const phase_labels[MSK_MEASURE_N_PHASES] = {
  [MSK_MEASURE_PHASE_BEFORE] = N_ ("before the meeting"),
  [MSK_MEASURE_PHASE_AFTER] = N_ ("after the meeting"),
};

static const char *const area_labels[MSK_MEASURE_N_AREAS] = {
  [MSK_MEASURE_AREA_LIAISON] = N_ ("Liaison"),
  [MSK_MEASURE_AREA_VENUE] = N_ ("Venue"),
  [MSK_MEASURE_AREA_WIRING] = N_ ("Wiring"),
  [MSK_MEASURE_AREA_AUDIO] = N_ ("Audio"),
  [MSK_MEASURE_AREA_SCREENS] = N_ ("Screens"),
  [MSK_MEASURE_AREA_WINDOWS] = N_ ("Windows"),
  [MSK_MEASURE_AREA_ADJOINING] = N_ ("Adjoining rooms"),
  [MSK_MEASURE_AREA_PRINT_ROOM] = N_ ("Print room"),
  [MSK_MEASURE_AREA_STORAGE] = N_ ("Storage"),
  [MSK_MEASURE_AREA_DEVICE_DEPOSIT] = N_ ("Deposit of devices"),
  [MSK_MEASURE_AREA_BRIEFING] = N_ ("Briefing of staff"),
  [MSK_MEASURE_AREA_DISCIPLINE] = N_ ("Discipline"),
  [MSK_MEASURE_AREA_APPLIANCE] = N_ ("Appliance"),
  [MSK_MEASURE_AREA_VEHICLES] = N_ ("Vehicles"),
  [MSK_MEASURE_AREA_SEATS] = N_ ("Seats"),
  [MSK_MEASURE_AREA_DAIS] = N_ ("Dais"),
  [MSK_MEASURE_AREA_FLOOR] = N_ ("Floor"),
  [MSK_MEASURE_AREA_BINS] = N_ ("Bins"),
  [MSK_MEASURE_AREA_BOOTH] = N_ ("Interpreters’ booth"),
  [MSK_MEASURE_AREA_CONTROL_ROOM] = N_ ("Control room"),
  [MSK_MEASURE_AREA_LODGING] = N_ ("Lodging"),
  [MSK_MEASURE_AREA_DINING_ROOM] = N_ ("Dining room"),
};

static const char *const outcome_labels[] = {
  [MSK_MEASURE_OPEN] = N_ ("still open"),
  [MSK_MEASURE_DONE] = N_ ("done"),
  [MSK_MEASURE_NOT_APPLICABLE] = N_ ("not applicable"),
};

static const char *const department_labels[MSK_DEPARTMENT_N] = {
  [MSK_DEPARTMENT_GUARD] = N_ ("guard department"),
  [MSK_DEPARTMENT_SECRECY] = N_ ("secrecy department"),
  [MSK_DEPARTMENT_OTHER] = N_ ("other department"),
};

static void
msk_measure_finalize (GObject *object)
{
  MskMeasure *self = MSK_MEASURE (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->chinese_text);
  g_free (self->done_by);
  g_free (self->evidence);
  g_free (self->recorded_by);

  G_OBJECT_CLASS (msk_measure_parent_class)->finalize (object);
}

static void
msk_measure_class_init (MskMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_measure_finalize;
}

static void
msk_measure_init (MskMeasure *self)
{
  self->done_by = g_strdup ("");
  self->evidence = g_strdup ("");
  self->recorded_by = g_strdup ("");
}

static void
msk_liaison_finalize (GObject *object)
{
  MskLiaison *self = MSK_LIAISON (object);

  g_free (self->organ);
  g_free (self->contact);
  g_free (self->agreed);
  g_free (self->reference);
  g_free (self->recorded_by);

  G_OBJECT_CLASS (msk_liaison_parent_class)->finalize (object);
}

static void
msk_liaison_class_init (MskLiaisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_liaison_finalize;
}

static void
msk_liaison_init (MskLiaison *self)
{
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
refuse_input (GError **error, MskInputError code, const char *message)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, code, message);
  return FALSE;
}

static gboolean
check_time (gint64 at, gint64 now, GError **error)
{
  return (at > 0 && at <= now) ||
         refuse_input (error, MSK_INPUT_ERROR_BAD_TIME,
                       _ ("What is recorded has happened: give a time that has passed."));
}

MskMeasure *
msk_measure_new (void)
{
  return g_object_new (MSK_TYPE_MEASURE, NULL);
}

MskLiaison *
msk_liaison_new (void)
{
  return g_object_new (MSK_TYPE_LIAISON, NULL);
}

gboolean
msk_measure_blocks (MskMeasure *self)
{
  g_return_val_if_fail (MSK_IS_MEASURE (self), TRUE);

  return self->mandatory && self->outcome == MSK_MEASURE_OPEN;
}

static gboolean
check_waiver (MskMeasure *self, MskRole role, GError **error)
{
  if (!self->mandatory || role == MSK_ROLE_RESPONSIBLE_LEADER || role == MSK_ROLE_SECURITY_OFFICER)
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
                       _ ("This measure is mandatory: only the responsible leader or the security "
                          "officer may record that it does not apply."));
  return FALSE;
}

static gboolean
check_liaison (MskMeasure *self, gboolean has_liaison, GError **error)
{
  if (!self->needs_liaison || has_liaison)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIAISON_MISSING,
               _ ("No contact with the %s is on record: record with whom, when, and what was "
                  "agreed first."),
               msk_department_get_label (self->department));
  return FALSE;
}

gboolean
msk_measure_check_record (MskMeasure *self,
                          const MskMeasureDraft *draft,
                          MskRole role,
                          gboolean has_liaison,
                          gint64 now,
                          GError **error)
{
  g_return_val_if_fail (MSK_IS_MEASURE (self) && draft != NULL, FALSE);

  if (draft->done_by == NULL || !msk_name_has_letter (draft->done_by) || is_blank (draft->evidence))
    return refuse_input (error, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("A record says who, and what shows it or why: fill in both, each in "
                            "one line."));
  if (!check_time (draft->done_at, now, error))
    return FALSE;

  switch (draft->outcome)
    {
    case MSK_MEASURE_OPEN:
      if (self->outcome != MSK_MEASURE_OPEN)
        return TRUE;
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
                           _ ("This measure is open already: there is no record to take back."));
      return FALSE;
    case MSK_MEASURE_NOT_APPLICABLE:
      return check_waiver (self, role, error);
    case MSK_MEASURE_DONE:
    default:
      return check_liaison (self, has_liaison, error);
    }
}

gboolean
msk_liaison_check_draft (const MskLiaisonDraft *draft, gint64 now, GError **error)
{
  g_return_val_if_fail (draft != NULL && draft->department < MSK_DEPARTMENT_N, FALSE);

  if (is_blank (draft->organ) || is_blank (draft->contact) || is_blank (draft->agreed) ||
      draft->reference == NULL)
    return refuse_input (error, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("A contact is recorded with the department, the person there, and what "
                            "was agreed: fill in all three, each in one line."));

  return check_time (draft->at, now, error);
}

guint
msk_measure_count_open (GPtrArray *measures)
{
  guint count = 0;

  g_return_val_if_fail (measures != NULL, 0);

  for (guint i = 0; i < measures->len; i++)
    count += msk_measure_blocks (g_ptr_array_index (measures, i));
  return count;
}

/* Each mandatory one that is open, in the user's language. */
static char *
dup_open (GPtrArray *measures)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < measures->len; i++)
    {
      MskMeasure *measure = g_ptr_array_index (measures, i);

      if (msk_measure_blocks (measure))
        g_string_append_printf (list, "%s%s", list->len > 0 ? _ ("; ") : "", measure->text);
    }
  return g_string_free (list, FALSE);
}

static gboolean
check_none_open (GPtrArray *measures, MskMeasurePhase phase, GError **error)
{
  const guint count = msk_measure_count_open (measures);
  g_autofree char *list = NULL;

  if (count == 0)
    return TRUE;

  list = dup_open (measures);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEASURES_OPEN,
               phase == MSK_MEASURE_PHASE_BEFORE
                   ? g_dngettext (GETTEXT_PACKAGE,
                                  "%u mandatory measure is open, and the meeting can’t be opened "
                                  "before it is recorded: %s.",
                                  "%u mandatory measures are open, and the meeting can’t be opened "
                                  "before they are recorded: %s.",
                                  count)
                   : g_dngettext (GETTEXT_PACKAGE,
                                  "%u mandatory check of the venue is open, and the meeting can’t "
                                  "be closed before it is recorded: %s.",
                                  "%u mandatory checks of the venue are open, and the meeting "
                                  "can’t be closed before they are recorded: %s.",
                                  count),
               count, list);
  return FALSE;
}

gboolean
msk_measure_check_opening (GPtrArray *measures, GError **error)
{
  return check_none_open (measures, MSK_MEASURE_PHASE_BEFORE, error);
}

gboolean
msk_measure_check_closing (GPtrArray *measures, GError **error)
{
  return check_none_open (measures, MSK_MEASURE_PHASE_AFTER, error);
}

const char *
msk_measure_phase_get_label (MskMeasurePhase phase)
{
  g_return_val_if_fail (phase < MSK_MEASURE_N_PHASES, "");

  return g_dgettext (GETTEXT_PACKAGE, phase_labels[phase]);
}

const char *
msk_measure_area_get_label (MskMeasureArea area)
{
  g_return_val_if_fail (area < MSK_MEASURE_N_AREAS, "");

  return g_dgettext (GETTEXT_PACKAGE, area_labels[area]);
}

const char *
msk_measure_outcome_get_label (MskMeasureOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (outcome_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, outcome_labels[outcome]);
}

const char *
msk_department_get_label (MskDepartment department)
{
  g_return_val_if_fail (department < MSK_DEPARTMENT_N, "");

  return g_dgettext (GETTEXT_PACKAGE, department_labels[department]);
}
