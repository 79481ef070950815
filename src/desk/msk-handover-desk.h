/* Handover of the desk and of the print room (K1), and of what one person holds (F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-handover.h"
#include "msk-scan-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Begins the handover of the desk or the print room, by the clerk who goes: what is expected there
 * is frozen, and nothing moves there until it is over. Nobody is told what is expected until the
 * count is closed. Fails with MSK_RULE_ERROR_HANDOVER_OPEN, or _PRINTING_NOT_SETTLED while a
 * printer runs. */
gboolean msk_handover_desk_start (MskSession *session,
                                  MskHandoverPlace place,
                                  gint64 *id,
                                  GError **error);

/* Of MskHandover, by id; one, which fails with MSK_INPUT_ERROR_NOT_FOUND. */
GPtrArray *msk_handover_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskHandover *msk_handover_desk_get (MskSession *session,
                                    gint64 id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The handover that is under way: the newest when there are several. Fails with
 * MSK_RULE_ERROR_HANDOVER_OVER when there is none. */
MskHandover *msk_handover_desk_find_open (MskSession *session,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskStockLine: what may be counted in a handover, each with what was counted; expected is told
 * once the count is closed, and not before. */
GPtrArray *msk_handover_desk_list_stock (MskSession *session,
                                         gint64 id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A figure for a kind of things, of one paper where it has papers. Fails with
 * MSK_RULE_ERROR_COUNT_CLOSED, MSK_INPUT_ERROR_NOT_FOUND, or MSK_INPUT_ERROR_BAD_VALUE for a kind
 * that this place has not. */
gboolean msk_handover_desk_set_figure (MskSession *session,
                                       gint64 id,
                                       const MskStockFigure *figure,
                                       GError **error);

/* Closes the count and compares it. Fails with MSK_RULE_ERROR_NOTHING_COUNTED, _COUNT_CLOSED. */
gboolean msk_handover_desk_compare (MskSession *session, gint64 id, GError **error);

/* Of MskDiscrepancy. Fails with MSK_RULE_ERROR_COUNT_NOT_CLOSED while the count is blind. */
GPtrArray *msk_handover_desk_list_discrepancies (MskSession *session,
                                                 gint64 id,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What became of a discrepancy, and whether it is an incident: *incident_id (may be NULL) is then
 * that of the incident, otherwise 0. Fails with MSK_RULE_ERROR_ALREADY_DECIDED. */
gboolean msk_handover_desk_explain (MskSession *session,
                                    gint64 id,
                                    gint64 discrepancy_id,
                                    const char *text,
                                    gboolean is_incident,
                                    gint64 *incident_id,
                                    GError **error);

/* Hands over to who signed in for it (MSK_ACT_HANDOVER_END) beside the one who goes. Fails with
 * MSK_RULE_ERROR_COUNT_NOT_CLOSED, _DISCREPANCY_OPEN, _NOT_THE_OUTGOING, or
 * MSK_ACCESS_ERROR_SAME_PERSON. Copies, carriers and spoiled sets that nobody found, and what was
 * found though somebody holds it, open one incident for all of them, unless each became one when it
 * was explained; *incident_id (may be NULL) is that one, or 0. */
gboolean msk_handover_desk_end (MskSession *session,
                                gint64 id,
                                const MskCosigner *incoming,
                                gint64 *incident_id,
                                GError **error);

/* Gives a handover up, with a reason; what was counted stays in the register. */
gboolean msk_handover_desk_cancel (MskSession *session,
                                   gint64 id,
                                   const char *reason,
                                   GError **error);

/* The last that the registers knew of a thing when the count was compared, as people read it. The
 * caller owns it. */
char *msk_handover_desk_dup_last (MskDiscrepancy *discrepancy) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
