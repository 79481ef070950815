/* Briefing, pledge and duty cards (M1, M5, M8, P1): texts in versions, and who took note of which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pledge.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  MskTextKind kind;
  MskPost post; /* of a duty card, else MSK_POST_NONE */
  MskManner manner;
  const char *reference; /* of what was signed; may be NULL */
  guint number;          /* of the version that was shown; 0 for the one in force */
  gboolean inside;       /* when nobody is named: only those who are inside now */
} MskAcknowledgeDraft;

/* Of MskTextVersion: those in force, or all. */
GPtrArray *msk_briefing_desk_list_texts (MskSession *session,
                                         gboolean only_in_force,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskTextVersion *msk_briefing_desk_get_text (MskSession *session,
                                            MskTextKind kind,
                                            MskPost post,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a new version of a text would bring. */
typedef struct
{
  guint number;     /* of the new version */
  guint taken_note; /* people who took note of the version in force, and would owe the new one */
  guint lacking;    /* people who owe the text already */
} MskTextChange;

gboolean msk_briefing_desk_foresee_text (MskSession *session,
                                         MskTextKind kind,
                                         MskPost post,
                                         MskTextChange *change,
                                         GError **error);

/* Whether msk_briefing_desk_set_text() would take a text; fails as that does. */
gboolean msk_briefing_desk_check_text (MskSession *session,
                                       MskTextKind kind,
                                       MskPost post,
                                       const char *chinese,
                                       const char *english,
                                       GError **error);

/* Puts a new version in force, so that nobody has taken note of it yet. Gives its number, or 0 with
 * MSK_INPUT_ERROR_BAD_VALUE, also when nothing is different in it. */
guint msk_briefing_desk_set_text (MskSession *session,
                                  MskTextKind kind,
                                  MskPost post,
                                  const char *chinese,
                                  const char *english,
                                  GError **error);

/* Records that people (of gint64 ids) took note of the version in force; NULL stands for everybody
 * who may, owes it and has not. Who had done so is left alone. All of them or nobody. Gives how
 * many were recorded, or -1 as msk_pledge_check(), with MSK_INPUT_ERROR_NOT_FOUND or
 * MSK_INPUT_ERROR_BAD_VALUE (the reference, or another version is in force than was shown). */
int msk_briefing_desk_acknowledge (MskSession *session,
                                   const MskAcknowledgeDraft *draft,
                                   const GArray *people,
                                   GError **error);

/* For how many it would be recorded when nobody is named; -1 with an error. */
int msk_briefing_desk_count_lacking (MskSession *session,
                                     const MskAcknowledgeDraft *draft,
                                     GError **error);

/* Takes a record back that was made by mistake; it stays in the register. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND, or MSK_INPUT_ERROR_BAD_VALUE without a reason. */
gboolean msk_briefing_desk_annul (MskSession *session,
                                  gint64 id,
                                  const char *reason,
                                  GError **error);

/* What everybody has and lacks: of MskPledgeLine, in the order of the list. */
GPtrArray *msk_briefing_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The register: of MskAcknowledgement; of one person, or of all for 0. */
GPtrArray *msk_briefing_desk_list_register (MskSession *session,
                                            gint64 attendee_id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives people a post, or ends it. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_briefing_desk_assign_post (MskSession *session,
                                        MskPost post,
                                        const GArray *people,
                                        GError **error);
gboolean msk_briefing_desk_end_post (MskSession *session,
                                     MskPost post,
                                     const GArray *people,
                                     GError **error);

G_END_DECLS
