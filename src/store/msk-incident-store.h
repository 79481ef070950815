/* The register of incidents.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-incident.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Opens an incident, with its entry in the ledger, in the transaction of what brought it to light.
 * attendee_id may be 0; subject is "" or what the ledger calls the thing; text holds no tag. */
gboolean msk_incident_store_open (MskTransaction *transaction,
                                  MskIncidentKind kind,
                                  gint64 attendee_id,
                                  const char *subject,
                                  const char *text,
                                  gint64 *id,
                                  GError **error);

/* Of MskIncident, in the order in which they were opened. */
GPtrArray *msk_incident_store_list (MskDatabase *database,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
