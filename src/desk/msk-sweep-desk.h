/* The closing sweep (M9): freeze, scan (MskScanDesk in sweep mode), explain what is missing, sign
 * by two, close. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-session.h"
#include "msk-spoilage.h"
#include "msk-sweep.h"

G_BEGIN_DECLS

typedef struct
{
  guint expected; /* copies and carriers in the frozen set */
  guint carriers; /* of these */
  guint seen;
  guint explained;
  guint unexplained;
  guint missing;   /* reported missing */
  guint recovered; /* found in the sweep and taken back */
  guint strange; /* codes scanned in the sweep that are no copy of the set: forged, void, of another
                    meeting */
  guint signatures;  /* that still count */
  gboolean counted;  /* blind, and two agree with each other and the register */
  gint64 started_at; /* 0: not started */
  gint64 revision;   /* for msk_sweep_desk_list_changed() */
  gint64 closed_at;
} MskSweepSummary;

typedef struct
{
  char *user;
  MskRole role;
  gint64 at;
} MskSweepSignature;

void msk_sweep_signature_free (MskSweepSignature *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskSweepSignature, msk_sweep_signature_free)

/* Freezes the expected set: from here on nothing is printed, issued or returned over the desk.
 * Fails with MSK_RULE_ERROR_SWEEP_STARTED, _MEETING_CLOSED, _PRINTING_NOT_SETTLED,
 * _SHEETS_NOT_COUNTED, or _BALANCE_BROKEN. */
gboolean msk_sweep_desk_start (MskSession *session, GError **error);

/* Fails with MSK_RULE_ERROR_SWEEP_NOT_STARTED only for the calls below that change something; the
 * summary of no sweep is all nought. */
gboolean msk_sweep_desk_get_summary (MskSession *session, MskSweepSummary *summary, GError **error);

/* Of MskSweepLine, copies and then carriers by number: all of the set, or only what is unexplained
 * or missing (never filtered by anything else). */
GPtrArray *msk_sweep_desk_list (MskSession *session,
                                gboolean only_open,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskSweepLine, in no order: what changed after a revision of the sweep, explained or not; so a
 * list that was read whole once is followed at the cost of what changed. One that changed with that
 * revision may be among them again. */
GPtrArray *msk_sweep_desk_list_changed (MskSession *session,
                                        gint64 since,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A copy or carrier that was seen in the sweep though the register said that it was out, missing or
 * void: it is in hand, and is taken back; a void one, which nobody had leave to make, as spoiled,
 * to be destroyed. Needs a remark: where it was found. Fails with MSK_RULE_ERROR_PAGES_UNCOUNTED
 * for a copy whose pages have to be counted. */
gboolean msk_sweep_desk_recover (MskSession *session,
                                 MskSweepKind kind,
                                 guint number,
                                 const char *remark,
                                 GError **error);

/* The same for a copy that was counted. *result says what came of it: in part it stays what it was,
 * and the rest is found or reported missing. Fails with MSK_RULE_ERROR_COUNT_AGAIN or
 * _PAGES_SURPLUS, with the count on record; result, which the caller owns, is then set too. */
gboolean msk_sweep_desk_recover_counted (MskSession *session,
                                         guint number,
                                         const MskPageCount *count,
                                         const char *remark,
                                         MskReturnCount **result,
                                         GError **error);

/* A copy or carrier that is not there is reported missing (I1), which opens an incident that is
 * reported already. told: whom in the secrecy department. Both texts are needed. A copy that was
 * seen can't be missing, unless pages of it are (MSK_RULE_ERROR_ALREADY_SCANNED). */
gboolean msk_sweep_desk_report_missing (MskSession *session,
                                        MskSweepKind kind,
                                        guint number,
                                        const char *told,
                                        const char *remark,
                                        GError **error);

/* Sets of spoiled sheets that no copy of the set stands for (C3): of numbers that were printed
 * anew, and surplus ones. Of MskSpoilage: all that are expected, or only those not seen. A set
 * whose tag is in no use is seen by a scan; a surplus one carries its copy's tag and is seen by
 * hand, which the report says; any other fails with MSK_RULE_ERROR_SCAN_ITS_CODE. A set that is
 * not there is reported missing (I1). Fail with MSK_INPUT_ERROR_NOT_FOUND for a set that is not
 * expected by itself. */
GPtrArray *msk_sweep_desk_list_spoiled (MskSession *session,
                                        gboolean only_open,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_sweep_desk_see_spoiled (MskSession *session,
                                     gint64 id,
                                     MskMeasureArea zone,
                                     GError **error);
gboolean msk_sweep_desk_report_spoiled_missing (MskSession *session,
                                                gint64 id,
                                                const char *told,
                                                const char *remark,
                                                GError **error);

/* Signs the result as the person signed in, or as who signed in beside them. A later scan or remark
 * makes signatures void. Fails with MSK_RULE_ERROR_SWEEP_UNEXPLAINED,
 * MSK_RULE_ERROR_ALREADY_SIGNED. */
gboolean msk_sweep_desk_sign (MskSession *session, GError **error);
gboolean msk_sweep_desk_sign_beside (MskSession *session,
                                     const MskCosigner *cosigner,
                                     GError **error);

/* Of MskSweepSignature: those that count. */
GPtrArray *msk_sweep_desk_list_signatures (MskSession *session,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Everything that stands against closing the meeting now, of GError: MSK_RULE_ERROR_PEOPLE_INSIDE,
 * _SWEEP_UNEXPLAINED, _BALANCE_BROKEN, _COUNTS_OPEN, _LEFT_ITEMS_OPEN, _DEVICES_UNCLAIMED,
 * _MEASURES_OPEN (a zone of the venue was not looked through), _COPY_IN_TURN (L1), _SLIP_OPEN (L3),
 * _HANDOVER_OPEN (K1), _IN_DESTRUCTION (a batch is open), _SIGNATURES_MISSING (two persons, one of
 * them a security officer), in this order; empty when nothing does. The caller owns it. */
GPtrArray *msk_sweep_desk_list_obstacles (MskSession *session,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Closes the meeting. Fails with the code of the first obstacle and the words of all, one a line.
 */
gboolean msk_sweep_desk_close (MskSession *session, GError **error);

/* What was missing when the meeting was closed has turned up: it is returned from then on, and its
 * incident says so; the sweep stays as it was signed. place and remark say where and how;
 * another person signs beside. Fails with MSK_ACCESS_ERROR_SAME_PERSON, _ROLE,
 * MSK_RULE_ERROR_MEETING_NOT_CLOSED, _NOT_ISSUED (not missing), MSK_INPUT_ERROR_BAD_VALUE,
 * _NOT_FOUND. */
gboolean msk_sweep_desk_find_late (MskSession *session,
                                   MskSweepKind kind,
                                   guint number,
                                   const char *place,
                                   const char *remark,
                                   const MskCosigner *cosigner,
                                   GError **error);

G_END_DECLS
