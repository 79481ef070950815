/* Something that went wrong, as the register of incidents has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_INCIDENT_LOST_BADGE,
  MSK_INCIDENT_DEVICE_INSIDE, /* a telephone, recorder or the like in the room (M5) */
  MSK_INCIDENT_UNAUTHORISED_ENTRY,
  MSK_INCIDENT_FORGED_TAG,
  MSK_INCIDENT_STOCK_DIFFERS, /* found at a handover (K1, F3) */
  MSK_INCIDENT_PAGES_MISSING, /* of a copy that came back in part */
} MskIncidentKind;

#define MSK_TYPE_INCIDENT (msk_incident_get_type ())
G_DECLARE_FINAL_TYPE (MskIncident, msk_incident, MSK, INCIDENT, GObject)

struct _MskIncident
{
  GObject parent_instance;

  gint64 id;
  MskIncidentKind kind;
  gint64 at;
  gint64 attendee_id; /* the person whom it is about, or 0 */
  char *subject;      /* the thing: "badge 1204", as in the ledger; or "" */
  char *text;         /* what happened, in the words of who registered it */
  char *user;
  char *station;
};

MskIncident *msk_incident_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The kind in the user's language. Static text. */
const char *msk_incident_kind_get_label (MskIncidentKind kind);

G_END_DECLS
