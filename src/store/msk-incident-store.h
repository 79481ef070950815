/* The register of incidents: opened, written on, reported, closed; nothing of it changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-incident.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Opens an incident, with its entry in the ledger, in the transaction of what brought it to light.
 * Reckons the times of I1 from the draft's time of finding, its level, and the calendar of this
 * place. */
gboolean msk_incident_store_open (MskTransaction *transaction,
                                  const MskIncidentDraft *draft,
                                  gint64 *id,
                                  GError **error);

/* The same, unless one of this kind is open about the same subject and serial: then *id is that. */
gboolean msk_incident_store_open_once (MskTransaction *transaction,
                                       const MskIncidentDraft *draft,
                                       gint64 *id,
                                       GError **error);

/* The open incident that a scanned code opened: a forged one or one of another meeting (of "code"
 * and its serial), or two of one thing (of the thing, and 0); 0 for none. */
gboolean msk_incident_store_find_scanned (MskDatabase *database,
                                          const char *subject,
                                          gint64 serial,
                                          gint64 *id,
                                          GError **error);

/* The open incident that says that this thing, or pages of it, is missing, and of which it is not
 * on record that it was found again; 0 for none. */
gboolean msk_incident_store_find_loss (MskDatabase *database,
                                       const char *subject,
                                       gint64 *id,
                                       GError **error);

/* The newest open incident about this person that is a loss or was told by hand, and was
 * registered by another user than this; 0 for none. */
gboolean msk_incident_store_find_told (MskDatabase *database,
                                       gint64 attendee_id,
                                       const char *user,
                                       gint64 *id,
                                       GError **error);

/* The thing came back: that stands in the incident of its loss, if there is one. */
gboolean msk_incident_store_recover (MskTransaction *transaction,
                                     const char *subject,
                                     const char *text,
                                     GError **error);

/* The next version of a text under a heading (I2, I3). A text that stands there already fails with
 * MSK_RULE_ERROR_NOTHING_CHANGED. */
gboolean msk_incident_store_write (MskTransaction *transaction,
                                   gint64 id,
                                   MskIncidentHeading heading,
                                   const char *text,
                                   GError **error);

/* Somebody outside was told (I1), at told_at. */
gboolean msk_incident_store_report (MskTransaction *transaction,
                                    gint64 id,
                                    MskDepartment department,
                                    const char *whom,
                                    gint64 told_at,
                                    GError **error);

/* Closed by the actor, with the leader beside. */
gboolean msk_incident_store_close (MskTransaction *transaction,
                                   gint64 id,
                                   const char *leader,
                                   GError **error);

/* Of MskIncident, in the order in which they were opened: all, or those that are not closed. */
GPtrArray *msk_incident_store_list (MskDatabase *database,
                                    gboolean only_open,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One, or NULL with MSK_INPUT_ERROR_NOT_FOUND. */
MskIncident *msk_incident_store_get (MskDatabase *database,
                                     gint64 id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskIncidentEntry, in the order in which they were written; of MskIncidentReport, likewise. */
GPtrArray *msk_incident_store_list_entries (MskDatabase *database,
                                            gint64 id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *msk_incident_store_list_reports (MskDatabase *database,
                                            gint64 id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
