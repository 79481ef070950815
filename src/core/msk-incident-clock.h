/* The clocks of an incident (I1): when what is due, and where each stands at a moment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-incident.h"

G_BEGIN_DECLS

/* I1: the report to the secrecy department is due in this time after the finding. */
#define MSK_INCIDENT_REPORT_SECONDS G_GINT64_CONSTANT (86400)

/* I1: what is lost counts as leaked after so many days: top secret, and all below. */
#define MSK_INCIDENT_LEAK_DAYS_TOP_SECRET 10
#define MSK_INCIDENT_LEAK_DAYS 60

/* I1: the result is due in so many months. */
#define MSK_INCIDENT_RESULT_MONTHS 3

typedef enum
{
  MSK_INCIDENT_CLOCK_REPORT,
  MSK_INCIDENT_CLOCK_LEAK,
  MSK_INCIDENT_CLOCK_RESULT,
} MskIncidentClock;

#define MSK_INCIDENT_CLOCK_N (MSK_INCIDENT_CLOCK_RESULT + 1)

/* Where a clock stands at a moment. */
typedef enum
{
  MSK_INCIDENT_STANDING_NONE, /* this kind of incident has no such clock */
  MSK_INCIDENT_STANDING_RUNNING,
  MSK_INCIDENT_STANDING_SOON, /* six hours before the report, five days before the others */
  MSK_INCIDENT_STANDING_OVERDUE,
  MSK_INCIDENT_STANDING_STOPPED, /* by the report, the finding or the closing, in time */
  MSK_INCIDENT_STANDING_LATE,    /* the same, after its time */
} MskIncidentStanding;

/* The three times, in UTC seconds, absolute: they are reckoned once, when the incident is opened,
 * and kept, so a clock that is set back or forward afterwards moves none of them. utc_offset is
 * that of the place in seconds east of UTC: months are counted by the calendar on the wall there,
 * and a month without such a day ends on its last. A leak is due at 0 where nothing can leak by
 * being lost. */
gint64 msk_incident_clock_get_report_due (gint64 found_at);
gint64 msk_incident_clock_get_leak_due (MskIncidentKind kind, MskLevel level, gint64 found_at);
gint64 msk_incident_clock_get_result_due (gint64 found_at, gint64 utc_offset);

/* When it is due, or 0 for a clock that this incident has not. */
gint64 msk_incident_clock_get_due (MskIncident *incident, MskIncidentClock clock);

/* Whether it stopped is on record and no matter of the time now. Without that, a clock is overdue
 * from the second after its due time. */
MskIncidentStanding msk_incident_clock_classify (MskIncident *incident,
                                                 MskIncidentClock clock,
                                                 gint64 now);

/* Of the clocks of all incidents (of MskIncident) that still wait for something to be done, the one
 * with the earliest time; what counts as leaked already waits for nothing. FALSE when there is
 * none. */
gboolean msk_incident_clock_find_next (GPtrArray *incidents,
                                       gint64 now,
                                       MskIncident **incident,
                                       MskIncidentClock *clock);

/* "an incident is to be reported within 5 h", of a clock that runs or is overdue. The caller owns
 * it. */
char *msk_incident_clock_dup_text (MskIncidentClock clock,
                                   gint64 due_at,
                                   gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/* The same of one incident in a list, with how it stopped: "due in 5 h", "overdue for 2 d", "in
 * time", "" for no clock. The caller owns it. */
char *msk_incident_clock_dup_standing (MskIncident *incident,
                                       MskIncidentClock clock,
                                       gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/* In the user's language. Static text. */
const char *msk_incident_clock_get_label (MskIncidentClock clock);

G_END_DECLS
