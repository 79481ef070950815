/* Incidents from opening to closing (I1–I3): registered, reported, written up, closed by two.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-incident-clock.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* What stands at the foot of every page. */
typedef struct
{
  guint open; /* incidents that are not closed */
  gboolean has_next;
  MskIncidentClock next; /* the clock with the earliest time that still waits for something */
  gint64 due_at;         /* its time, in UTC seconds */
} MskIncidentSummary;

/* Of MskIncident, in the order in which they were opened. */
GPtrArray *msk_incident_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One, or NULL with MSK_INPUT_ERROR_NOT_FOUND. The caller owns it. */
MskIncident *msk_incident_desk_get (MskSession *session,
                                    gint64 id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskIncidentEntry and of MskIncidentReport, in order. Fail with MSK_INPUT_ERROR_NOT_FOUND. */
GPtrArray *msk_incident_desk_list_entries (MskSession *session,
                                           gint64 id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *msk_incident_desk_list_reports (MskSession *session,
                                           gint64 id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean msk_incident_desk_get_summary (MskSession *session,
                                        MskIncidentSummary *summary,
                                        GError **error);

/* How many are open and which clock is next, in a sentence for the foot of a page; "" when none is
 * open. The caller owns it. */
char *msk_incident_summary_dup_text (const MskIncidentSummary *self,
                                     gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/* Somebody reports one by hand; of the draft's members subject and serial are not used, since what
 * the kit knows of a thing it finds itself. The clocks run from found_at. Gives its number, or 0.
 * Fails with MSK_INPUT_ERROR_BAD_VALUE (no text, or a kind that is not for people), _BAD_TIME
 * (found in the future) or _NOT_FOUND (no such person). */
gint64 msk_incident_desk_open (MskSession *session, const MskIncidentDraft *draft, GError **error);

/* I2, I3: the next version of the text under a heading. Fails with MSK_RULE_ERROR_INCIDENT_CLOSED,
 * _NOTHING_CHANGED, or as msk_incident_dup_clean(). */
gboolean msk_incident_desk_write (MskSession *session,
                                  gint64 id,
                                  MskIncidentHeading heading,
                                  const char *text,
                                  GError **error);

/* I1: somebody outside was told; the first is the secrecy department, and stops the clock of the
 * report. told_at: 0 for now, else not before it was found and not in the future
 * (MSK_INPUT_ERROR_BAD_TIME). Fails with MSK_RULE_ERROR_INCIDENT_CLOSED or _INCIDENT_NOT_REPORTED
 * too. */
gboolean msk_incident_desk_report (MskSession *session,
                                   gint64 id,
                                   MskDepartment department,
                                   const char *whom,
                                   gint64 told_at,
                                   GError **error);

/* I3: the security officer closes it, and the responsible leader signs in beside. Fails with
 * MSK_RULE_ERROR_INCIDENT_CLOSED, _INCIDENT_NOT_REPORTED, _INCIDENT_INCOMPLETE, or
 * MSK_ACCESS_ERROR_SAME_PERSON. */
gboolean msk_incident_desk_close (MskSession *session,
                                  gint64 id,
                                  const MskCosigner *leader,
                                  GError **error);

G_END_DECLS
