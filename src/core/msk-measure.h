/* A measure before the meeting (M1), or after it (M9): what is to be done, and what was last
 * recorded of it. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-role.h"

G_BEGIN_DECLS

/* Before the meeting opens, or when everybody has left. */
typedef enum
{
  MSK_MEASURE_PHASE_BEFORE,
  MSK_MEASURE_PHASE_AFTER,
} MskMeasurePhase;

#define MSK_MEASURE_N_PHASES (MSK_MEASURE_PHASE_AFTER + 1)

typedef enum
{
  MSK_MEASURE_AREA_LIAISON,
  MSK_MEASURE_AREA_VENUE,
  MSK_MEASURE_AREA_WIRING,
  MSK_MEASURE_AREA_AUDIO,
  MSK_MEASURE_AREA_SCREENS,
  MSK_MEASURE_AREA_WINDOWS,
  MSK_MEASURE_AREA_ADJOINING,
  MSK_MEASURE_AREA_PRINT_ROOM,
  MSK_MEASURE_AREA_STORAGE,
  MSK_MEASURE_AREA_DEVICE_DEPOSIT,
  MSK_MEASURE_AREA_BRIEFING,
  MSK_MEASURE_AREA_DISCIPLINE,
  MSK_MEASURE_AREA_APPLIANCE,
  MSK_MEASURE_AREA_VEHICLES,
  MSK_MEASURE_AREA_SEATS,
  MSK_MEASURE_AREA_DAIS,
  MSK_MEASURE_AREA_FLOOR,
  MSK_MEASURE_AREA_BINS,
  MSK_MEASURE_AREA_BOOTH,
  MSK_MEASURE_AREA_CONTROL_ROOM,
  MSK_MEASURE_AREA_LODGING,
  MSK_MEASURE_AREA_DINING_ROOM,
} MskMeasureArea;

#define MSK_MEASURE_N_AREAS (MSK_MEASURE_AREA_DINING_ROOM + 1)

typedef enum
{
  MSK_MEASURE_OPEN,
  MSK_MEASURE_DONE,
  MSK_MEASURE_NOT_APPLICABLE,
} MskMeasureOutcome;

/* With whom the meeting is agreed beforehand. */
typedef enum
{
  MSK_DEPARTMENT_GUARD,   /* 保卫部门 */
  MSK_DEPARTMENT_SECRECY, /* 保密部门 */
  MSK_DEPARTMENT_OTHER,
} MskDepartment;

#define MSK_DEPARTMENT_N (MSK_DEPARTMENT_OTHER + 1)

#define MSK_TYPE_MEASURE (msk_measure_get_type ())
G_DECLARE_FINAL_TYPE (MskMeasure, msk_measure, MSK, MEASURE, GObject)

struct _MskMeasure
{
  GObject parent_instance;

  /* From the checklist. */
  char *id;
  MskMeasurePhase phase;
  MskMeasureArea area;
  gboolean mandatory;
  gboolean needs_liaison; /* with the department */
  MskDepartment department;
  char *text;         /* in the user's language */
  char *chinese_text; /* for paper that both languages read */

  /* The newest record; OPEN, "" and 0 before the first. */
  MskMeasureOutcome outcome;
  char *done_by;  /* full name */
  gint64 done_at; /* when it was done */
  char *evidence; /* what shows it, or the reason */
  gint64 recorded_at;
  char *recorded_by; /* user */
};

/* What is recorded; a later record corrects it and never replaces it. */
typedef struct
{
  const char *id;
  MskMeasureOutcome outcome; /* OPEN takes back what was recorded before */
  const char *done_by;       /* full name of who did it or decided that it does not apply */
  gint64 done_at;
  const char *evidence; /* what shows it; the reason where it does not apply or is open again */
} MskMeasureDraft;

/* One contact with a department; never changed after. */
typedef struct
{
  MskDepartment department;
  const char *organ;     /* its name */
  const char *contact;   /* full name of the person there */
  gint64 at;             /* when */
  const char *agreed;    /* what was agreed */
  const char *reference; /* of the letter or note, or "" */
} MskLiaisonDraft;

#define MSK_TYPE_LIAISON (msk_liaison_get_type ())
G_DECLARE_FINAL_TYPE (MskLiaison, msk_liaison, MSK, LIAISON, GObject)

struct _MskLiaison
{
  GObject parent_instance;

  gint64 id;
  MskDepartment department;
  char *organ;
  char *contact;
  gint64 at;
  char *agreed;
  char *reference;
  gint64 recorded_at;
  char *recorded_by; /* user */
};

MskMeasure *msk_measure_new (void) G_GNUC_WARN_UNUSED_RESULT;
MskLiaison *msk_liaison_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the meeting may not open, or not close, because of it. */
gboolean msk_measure_blocks (MskMeasure *self);

/* Who, when and what shows it are there, and the time has come; a mandatory measure is called not
 * applicable by the responsible leader or the security officer alone; one that needs a contact with
 * a department has it. Fails with MSK_INPUT_ERROR_BAD_VALUE, _BAD_TIME, MSK_ACCESS_ERROR_ROLE,
 * MSK_RULE_ERROR_LIAISON_MISSING, or MSK_RULE_ERROR_ALREADY_DECIDED for what is open already. */
gboolean msk_measure_check_record (MskMeasure *self,
                                   const MskMeasureDraft *draft,
                                   MskRole role,
                                   gboolean has_liaison,
                                   gint64 now,
                                   GError **error);

/* Fails with MSK_INPUT_ERROR_BAD_VALUE or _BAD_TIME. */
gboolean msk_liaison_check_draft (const MskLiaisonDraft *draft, gint64 now, GError **error);

/* M1, M9: measures (of MskMeasure, of one phase) leave the meeting to be opened, or closed. Fails
 * with MSK_RULE_ERROR_MEASURES_OPEN, naming each mandatory one that is open. */
gboolean msk_measure_check_opening (GPtrArray *measures, GError **error);
gboolean msk_measure_check_closing (GPtrArray *measures, GError **error);

/* How many mandatory ones are open. */
guint msk_measure_count_open (GPtrArray *measures);

/* All in the user's language. Static text. */
const char *msk_measure_phase_get_label (MskMeasurePhase phase);
const char *msk_measure_area_get_label (MskMeasureArea area);
const char *msk_measure_outcome_get_label (MskMeasureOutcome outcome);
const char *msk_department_get_label (MskDepartment department);

G_END_DECLS
