/* Measures before the meeting, its opening (M1), and the check of the venue after it (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-checklist.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* The meeting's checklist of a phase, each measure with its newest record. */
MskChecklist *msk_measure_desk_get_checklist (MskSession *session,
                                              MskMeasurePhase phase,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All that was recorded of a measure, oldest first. */
GPtrArray *msk_measure_desk_list_records (MskSession *session,
                                          const char *id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Records a measure as done, as not applicable, or as open again, by a new line. What is looked
 * through after the meeting is recorded once its sweep has begun. Fails as
 * msk_measure_check_record(), or with MSK_INPUT_ERROR_NOT_FOUND, MSK_RULE_ERROR_SWEEP_NOT_STARTED.
 */
gboolean msk_measure_desk_record (MskSession *session,
                                  const MskMeasureDraft *draft,
                                  GError **error);

/* The same of several, in one transaction: all of ids (NULL-terminated) or none; draft->id counts
 * for nothing. */
gboolean msk_measure_desk_record_all (MskSession *session,
                                      const char *const *ids,
                                      const MskMeasureDraft *draft,
                                      GError **error);

/* Records a contact with a department. Returns its id, or 0. */
gint64 msk_measure_desk_add_liaison (MskSession *session,
                                     const MskLiaisonDraft *draft,
                                     GError **error);
GPtrArray *msk_measure_desk_list_liaisons (MskSession *session,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the meeting could be opened now. Fails with MSK_RULE_ERROR_ALREADY_OPENED,
 * _NO_SEALED_LIST, or _MEASURES_OPEN, naming each one. */
gboolean msk_measure_desk_check_opening (MskSession *session, GError **error);

/* The responsible leader opens the meeting, once. Fails as msk_measure_desk_check_opening(). */
gboolean msk_measure_desk_open_meeting (MskSession *session, GError **error);

/* When it was opened; 0 before. opened_by may be NULL; the caller owns it. */
gboolean msk_measure_desk_get_opening (MskSession *session,
                                       gint64 *opened_at,
                                       char **opened_by,
                                       GError **error);

G_END_DECLS
