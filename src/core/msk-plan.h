/* The issue plan (M7): who is to get which copy, and how what happened stands to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-attendee.h"
#include "msk-copy.h"

G_BEGIN_DECLS

#define MSK_SEAT_MAX_CHARS 40

typedef enum
{
  MSK_PLAN_SPARE,      /* planned for nobody, issued to nobody */
  MSK_PLAN_WAITING,    /* planned, not issued yet */
  MSK_PLAN_AS_PLANNED, /* issued to whom it was planned for */
  MSK_PLAN_OTHER,      /* issued to somebody else */
  MSK_PLAN_UNPLANNED,  /* issued, and planned for nobody */
  MSK_PLAN_LOST,       /* planned, and it can't be issued any more: another number is wanted */
} MskPlanStanding;

/* One copy in the plan. */
#define MSK_TYPE_PLAN_LINE (msk_plan_line_get_type ())
G_DECLARE_FINAL_TYPE (MskPlanLine, msk_plan_line, MSK, PLAN_LINE, GObject)

struct _MskPlanLine
{
  GObject parent_instance;

  guint number;
  gint64 paper_id;
  char *document_number;
  MskCopyState state;
  MskAttempt attempt;
  gint64 planned_id; /* attendee, 0 for nobody */
  char *planned;     /* their name, or "" */
  char *unit;        /* likewise */
  char *seat;        /* likewise */
  gint64 holder_id;  /* who holds it or held it last, 0 for nobody */
  char *holder;      /* their name, or "" */
  MskPlanStanding standing;
};

MskPlanLine *msk_plan_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

MskPlanStanding msk_plan_classify (gint64 planned_id, gint64 holder_id, MskCopyState state);
const char *msk_plan_standing_get_label (MskPlanStanding standing);

/* Whether what happened is not what was planned. */
gboolean msk_plan_standing_is_difference (MskPlanStanding standing);

/* The order of seats: runs of digits by their value, all else by its characters; no seat comes
 * last. */
int msk_seat_compare (const char *a, const char *b);

/* By seat, then in the order of the list; of MskAttendee * and MskPlanLine *, for g_ptr_array_sort.
 * Lines of one person stand together, by number; copies for nobody come last. */
int msk_seat_compare_attendees (gconstpointer a, gconstpointer b);
int msk_plan_line_compare (gconstpointer a, gconstpointer b);

/* Copies may be planned until they are issued. Fails with MSK_RULE_ERROR_ALREADY_ISSUED, or
 * _COPY_SPOILED, _COPY_VOID and so on for one that can't be issued any more. */
gboolean msk_plan_check_plannable (MskCopy *copy, GError **error);

/* A name on a sheet never lies: a copy that was printed with somebody's name is theirs, and is
 * neither planned for nor given to anybody else, nor to nobody. Fails with
 * MSK_RULE_ERROR_NAMED_OTHERWISE; spoil the sheets then, and print the number anew. */
gboolean msk_plan_check_named (MskCopy *copy, gint64 attendee_id, GError **error);

/* M7: distribution is by the register. A copy that is planned for somebody goes to nobody else, and
 * who is to get one number of the paper gets no other. planned_id is whom the copy is planned for,
 * own the live number of the paper that is planned for the attendee, each 0 for none. Fails with
 * MSK_RULE_ERROR_PLANNED_OTHERWISE. */
gboolean msk_plan_check_issue (guint number,
                               gint64 planned_id,
                               guint own,
                               MskAttendee *attendee,
                               GError **error);

G_END_DECLS
