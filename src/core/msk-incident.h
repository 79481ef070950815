/* Something that went wrong, as the register of incidents has it: how it was opened, what is on
 * record about it (I2, I3), whom one told, and whether it is closed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-level.h"
#include "msk-measure.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_INCIDENT_LOST_BADGE,
  MSK_INCIDENT_DEVICE_INSIDE, /* a telephone, recorder or the like in the room (M5) */
  MSK_INCIDENT_UNAUTHORISED_ENTRY,
  MSK_INCIDENT_FORGED_TAG,
  MSK_INCIDENT_STOCK_DIFFERS, /* found at a handover (K1, F3), or by the counts of the sweep (M9) */
  MSK_INCIDENT_PAGES_MISSING, /* of a copy that came back in part */
  MSK_INCIDENT_MISSING,       /* a copy, a carrier or spoiled sheets, in the sweep (M9) */
  MSK_INCIDENT_SECOND_SIGHTING, /* of what lies in custody already: there are two of it */
  MSK_INCIDENT_OTHER_MEETING,   /* a thing of another meeting turned up in this one */
  MSK_INCIDENT_SHEETS_DIFFER,   /* a print run whose sheets were counted three times (C3) */
  MSK_INCIDENT_LEFT_BEHIND,     /* a notebook or a sheet without a code, found in the sweep (M9) */
  MSK_INCIDENT_OTHER,           /* reported by hand */
} MskIncidentKind;

/* What has to be on record before an incident closes: the seven headings of the report (I2), then
 * the four things without which nobody lets go of it (I3, 四不放过). The last is on record when the
 * thing came back, and keeps nothing open. */
typedef enum
{
  MSK_HEADING_CONTENT,     /* content, level, quantity and carrier */
  MSK_HEADING_DISCOVERY,   /* how found */
  MSK_HEADING_RESPONSIBLE, /* the person responsible */
  MSK_HEADING_COURSE,      /* time, place and course */
  MSK_HEADING_HARM,        /* done or possible */
  MSK_HEADING_HANDLING,    /* so far */
  MSK_HEADING_REMEDIES,
  MSK_HEADING_CAUSE,    /* found */
  MSK_HEADING_DEALT,    /* with the responsible person */
  MSK_HEADING_MEASURES, /* in place */
  MSK_HEADING_TAUGHT,   /* people were */
  MSK_HEADING_FOUND,    /* again: the thing came back */
} MskIncidentHeading;

#define MSK_HEADING_N (MSK_HEADING_FOUND + 1)
#define MSK_HEADING_N_NEEDED MSK_HEADING_FOUND

/* Characters that the text of a heading has at most. */
#define MSK_INCIDENT_TEXT_MAX 4000

#define MSK_TYPE_INCIDENT (msk_incident_get_type ())
G_DECLARE_FINAL_TYPE (MskIncident, msk_incident, MSK, INCIDENT, GObject)

/* Times in UTC seconds. */
struct _MskIncident
{
  GObject parent_instance;

  gint64 id;
  MskIncidentKind kind;
  gint64 at;          /* when it was registered */
  gint64 found_at;    /* when it was found, which is when the clocks of I1 began */
  gint64 attendee_id; /* the person whom it is about, or 0 */
  char *subject;      /* the thing: "badge 1204", as in the ledger; or "" */
  gint64 serial;      /* of the code that brought it to light, or 0 */
  MskLevel level;     /* of the thing, or of the meeting */
  char *text;         /* what happened, in the words of who registered it */
  char *user;
  char *station;
  gint64 report_due_at; /* reckoned when it was opened (I1) */
  gint64 leak_due_at;   /* 0: nothing of this kind can be out of sight */
  gint64 result_due_at;

  guint written;        /* headings that are on record: a set of 1 << MskIncidentHeading */
  gint64 recovered_at;  /* when the thing was first on record as found again, or 0 */
  gboolean is_reported; /* to the secrecy department; the clock may stand anywhere */
  gint64 reported_at;   /* when they were told first, or 0 */
  gboolean is_closed;
  gint64 closed_at; /* or 0 */
  char *closed_by;  /* the security officer's account, or "" */
  char *leader;     /* the responsible leader's who signed beside, or "" */
};

/* One text under a heading; the newest of a heading stands. */
#define MSK_TYPE_INCIDENT_ENTRY (msk_incident_entry_get_type ())
G_DECLARE_FINAL_TYPE (MskIncidentEntry, msk_incident_entry, MSK, INCIDENT_ENTRY, GObject)

struct _MskIncidentEntry
{
  GObject parent_instance;

  gint64 id;
  MskIncidentHeading heading;
  guint version; /* from 1 */
  char *text;    /* lines with '\n' between them */
  gint64 at;
  char *user;
};

/* Somebody outside was told of it. */
#define MSK_TYPE_INCIDENT_REPORT (msk_incident_report_get_type ())
G_DECLARE_FINAL_TYPE (MskIncidentReport, msk_incident_report, MSK, INCIDENT_REPORT, GObject)

struct _MskIncidentReport
{
  GObject parent_instance;

  gint64 id;
  MskDepartment department;
  char *whom;     /* who was told there, in words */
  gint64 told_at; /* as it was said */
  gint64 at;      /* when it was registered */
  char *user;
};

/* What is said of an incident when it is opened. Texts are lent. */
typedef struct
{
  MskIncidentKind kind;
  gint64 attendee_id;  /* the person whom it is about, or 0 */
  const char *subject; /* what the ledger calls the thing, or "" */
  const char *text;    /* what happened; holds no tag */
  MskLevel level;      /* of the thing, or 0: the meeting's */
  gint64 serial;       /* of the code that brought it to light, or 0 */
  gint64 found_at;     /* UTC seconds, or 0: now */
} MskIncidentDraft;

MskIncident *msk_incident_new (void) G_GNUC_WARN_UNUSED_RESULT;
MskIncidentEntry *msk_incident_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;
MskIncidentReport *msk_incident_report_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The kind, and the heading, in the user's language. Static text. */
const char *msk_incident_kind_get_label (MskIncidentKind kind);
const char *msk_incident_heading_get_label (MskIncidentHeading heading);

/* I1: whether something of this kind is lost, or nobody knows where it is, so that it counts as
 * leaked in the end. What somebody reports by hand may be a loss and counts as one. */
gboolean msk_incident_kind_is_loss (MskIncidentKind kind);

/* Whether people may register this kind by hand; the others are found by the kit. */
gboolean msk_incident_kind_is_by_hand (MskIncidentKind kind);

/* A text of one or more lines as it is kept: without blanks at the ends of lines and without empty
 * lines around it. Fails with MSK_INPUT_ERROR_BAD_VALUE: empty, over MSK_INCIDENT_TEXT_MAX
 * characters, or with characters that nobody sees. The caller owns it. */
char *msk_incident_dup_clean (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The headings that are still to be written before it may close, one after the other; "" for none.
 * The caller owns it. */
char *msk_incident_dup_missing (MskIncident *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether anything may still be added. Fails with MSK_RULE_ERROR_INCIDENT_CLOSED. */
gboolean msk_incident_check_open (MskIncident *self, GError **error);

/* I1: the secrecy department is told before anybody else outside. Fails with
 * MSK_RULE_ERROR_INCIDENT_CLOSED or _INCIDENT_NOT_REPORTED. */
gboolean msk_incident_check_tell (MskIncident *self, MskDepartment department, GError **error);

/* I1–I3: whether it may close. Fails with MSK_RULE_ERROR_INCIDENT_CLOSED, _INCIDENT_NOT_REPORTED,
 * or _INCIDENT_INCOMPLETE, which names every heading that is not on record. */
gboolean msk_incident_check_close (MskIncident *self, GError **error);

G_END_DECLS
