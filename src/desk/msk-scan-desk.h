/* The desk with the scanner: every code that is read gets one verdict, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-balance.h"
#include "msk-carrier.h"
#include "msk-device.h"
#include "msk-measure.h"
#include "msk-page-count.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_SCAN_ISSUE,     /* person then copy, or copy then person */
  MSK_SCAN_RETURN,    /* copy alone */
  MSK_SCAN_CHECK,     /* at the printer: confirms the copy as good */
  MSK_SCAN_SWEEP,     /* notes that the copy was seen; changes no custody */
  MSK_SCAN_SPOIL,     /* at the printer: the sheets came out wrong (C3); needs a reason */
  MSK_SCAN_TWICE,     /* at the printer: a set too many; needs a reason */
  MSK_SCAN_CIRCULATE, /* in the reading room: person then copy, or copy then person, begins a turn;
                         a copy in a turn is met (L1) */
} MskScanMode;

typedef enum
{
  MSK_TONE_DONE,    /* green: it is in the register */
  MSK_TONE_WAITING, /* blue: half of it is known, the other code is wanted */
  MSK_TONE_REFUSED, /* amber: nothing changed */
  MSK_TONE_ALARM,   /* red: the security officer must know; nothing changed but for "came-twice" and
                       "pages-missing" */
} MskTone;

#define MSK_TYPE_VERDICT (msk_verdict_get_type ())
G_DECLARE_FINAL_TYPE (MskVerdict, msk_verdict, MSK, VERDICT, GObject)

/* What one scan came to. Never changed after; texts are never NULL. */
struct _MskVerdict
{
  GObject parent_instance;

  MskTone tone;
  char *code;     /* stable: "issued", "returned", "confirmed", "seen", "person-selected",
                     "copy-selected", "carrier-selected", "spoiled",
                     "came-twice", "turn-started", "turn-known", "turn-ended",
                     "pages-uncounted", "count-again", "pages-missing", or the name of a
                     refusal */
  char *headline; /* a few words in the user's language, readable from two metres: "Issued",
                     "Refused" */
  char *text;     /* the reason and the next step */
  gint64 at;
  guint number; /* copy, or 0 */
  guint page;   /* of the copy, as the tag said, or 0 */
  gint64 paper_id;
  char *document_number;
  guint carrier; /* the number of a carrier that is no copy, or 0 */
  MskCarrierKind carrier_kind;
  guint device; /* the number of a device in deposit, or 0 */
  MskDeviceKind device_kind;
  char *shelf;        /* where the device lies, or "" */
  char *description;  /* of the carrier or device, or "" */
  gint64 attendee_id; /* or 0 */
  char *person;       /* their name, or "" */
  char *unit;
  char *standing;     /* their capacity, where it matters, or "" */
  char *helper;       /* who may help, or "" */
  gboolean decidable; /* a refusal about which decider alone may decide otherwise */
  MskRole decider;
  guint pack;            /* copies that are planned for the person and still to be scanned, or 0 */
  MskBalance balance;    /* of the paper, or of all carriers, after this scan, or zero */
  MskReturnCount *count; /* by which a copy was taken back, or NULL */
  GPtrArray *family;     /* of MskCopy: what the person still holds of a paper that came back and of
                            its attachments, or NULL for nothing */
  gint64 movement_id; /* what an undo would take back, or 0; of the door when nothing but a person
                         is known */
};

#define MSK_TYPE_SCAN_DESK (msk_scan_desk_get_type ())
G_DECLARE_FINAL_TYPE (MskScanDesk, msk_scan_desk, MSK, SCAN_DESK, GObject)

MskScanDesk *msk_scan_desk_new (MskSession *session, MskScanMode mode) G_GNUC_WARN_UNUSED_RESULT;
MskScanMode msk_scan_desk_get_mode (MskScanDesk *self);

/* The verdicts of this desk, newest first, at most a few hundred: a GListModel of MskVerdict. Lent.
 */
GListModel *msk_scan_desk_get_verdicts (MskScanDesk *self);

/* What happened to the sheets that are scanned from now on, for the two modes that register them as
 * spoiled. */
void msk_scan_desk_set_reason (MskScanDesk *self, const char *reason);

/* The zone of the venue that is swept from now on: MSK_SWEEP_ZONE_FIRST until it is said. Fails
 * with MSK_INPUT_ERROR_BAD_VALUE for one that the checklist does not have. */
gboolean msk_scan_desk_set_zone (MskScanDesk *self, MskMeasureArea zone, GError **error);
MskMeasureArea msk_scan_desk_get_zone (MskScanDesk *self);

/* Takes a code as the scanner gave it, and answers after the commit. Refusals are verdicts too, and
 * those of a genuine or forged tag are written to the ledger. Fails only when the register itself
 * can't be used (MSK_SYSTEM_ERROR_…, MSK_ACCESS_ERROR_LOCKED, MSK_ACCESS_ERROR_ROLE). The caller
 * owns the verdict. */
MskVerdict *msk_scan_desk_scan (MskScanDesk *self,
                                const char *code,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a person or a copy chosen from a list, for a torn tag or a forgotten badge. */
MskVerdict *msk_scan_desk_choose_person (MskScanDesk *self,
                                         gint64 attendee_id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskVerdict *msk_scan_desk_choose_copy (MskScanDesk *self,
                                       guint number,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a carrier. Not in MSK_SCAN_CHECK: there a torn label is replaced, not believed. */
MskVerdict *msk_scan_desk_choose_carrier (MskScanDesk *self,
                                          guint number,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Ends the turn that a copy is in (L1, L3): so many pages were counted, and the reader signed with
 * this name. */
MskVerdict *msk_scan_desk_end_turn (MskScanDesk *self,
                                    guint number,
                                    guint pages,
                                    const char *signature,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether everything that is taken back here is counted, whatever the papers say. */
void msk_scan_desk_set_counting (MskScanDesk *self, gboolean counting);
gboolean msk_scan_desk_get_counting (MskScanDesk *self);

/* Takes a copy back with what was counted (清退), whether that was asked for or not. A number that
 * is not due is "count-again"; when it was counted twice, it is "pages-missing", with an incident,
 * and the holder answers for the rest; or *pages-surplus*, which changes nothing. Only for
 * MSK_SCAN_RETURN. */
MskVerdict *msk_scan_desk_count (MskScanDesk *self,
                                 guint number,
                                 const MskPageCount *count,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets the half that waits. */
void msk_scan_desk_clear (MskScanDesk *self);

/* The person, copy or carrier that waits for its other half: 0 for none. */
gint64 msk_scan_desk_get_waiting_person (MskScanDesk *self);
guint msk_scan_desk_get_waiting_copy (MskScanDesk *self);
guint msk_scan_desk_get_waiting_carrier (MskScanDesk *self);

/* Takes back the issue or return of a verdict, by a new entry; only while it is the last thing that
 * happened to the copy. */
MskVerdict *msk_scan_desk_undo (MskScanDesk *self,
                                MskVerdict *verdict,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
