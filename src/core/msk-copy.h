/* One numbered copy of a paper, as it stood when it was read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-copy-number.h"
#include "msk-paper.h"

G_BEGIN_DECLS

/* Where a number stands. Every number is in exactly one of these: they are the terms of the
 * balance. */
typedef enum
{
  MSK_COPY_PRINTING, /* no sheet of it is known to be good yet */
  MSK_COPY_IN_STORE,
  MSK_COPY_HELD,
  MSK_COPY_AWAY, /* by permit (R3) */
  MSK_COPY_RETURNED,
  MSK_COPY_SPOILED, /* its sheets wait for destruction (C3) */
  MSK_COPY_VOID,    /* given up: no sheet of it exists */
  MSK_COPY_DESTROYED,
  MSK_COPY_MISSING,         /* reported (I1) */
  MSK_COPY_WITH_ORIGINATOR, /* sent back to the organ that issued it, against its receipt (D1) */
} MskCopyState;

#define MSK_COPY_N_STATES (MSK_COPY_WITH_ORIGINATOR + 1)

/* Where one attempt to print a copy stands. A reprint is a new attempt with a new tag. */
typedef enum
{
  MSK_ATTEMPT_RESERVED,
  MSK_ATTEMPT_SENT,
  MSK_ATTEMPT_UNCERTAIN,
  MSK_ATTEMPT_PRINTED,
  MSK_ATTEMPT_ABSENT, /* the printer says printed, the clerk says that nothing came: a second person
                         has to agree */
  MSK_ATTEMPT_GOOD,
  MSK_ATTEMPT_SPOILED,
  MSK_ATTEMPT_VOID,
} MskAttempt;

/* Why a copy has to come back, or to stay where it is: it is given to nobody any more. */
typedef enum
{
  MSK_RECALL_NONE,
  MSK_RECALL_REVISED, /* a newer revision has taken the paper's place */
  MSK_RECALL_SCOPE,   /* its holder is outside the scope since that was narrowed (M3) */
  MSK_RECALL_ORDERED, /* somebody who may ordered it back */
  MSK_RECALL_PARENT,  /* the copy that it was made from was recalled (C2) */
} MskRecall;

/* What a recall does to a copy. */
typedef enum
{
  MSK_RECALL_EFFECT_NONE, /* it exists no more, or waits for destruction */
  MSK_RECALL_EFFECT_VOID, /* no sheet of it was printed: the number is given up */
  MSK_RECALL_EFFECT_RECALLED,
} MskRecallEffect;

#define MSK_TYPE_COPY (msk_copy_get_type ())
G_DECLARE_FINAL_TYPE (MskCopy, msk_copy, MSK, COPY, GObject)

struct _MskCopy
{
  GObject parent_instance;

  guint number; /* 份号, unique in the meeting; see msk-copy-number.h for copies of copies */
  gint64 paper_id;
  char *document_number; /* of the paper */
  MskCopyState state;
  MskAttempt attempt; /* the state of the newest attempt */
  gint64 serial;      /* of the newest attempt */
  char *printer;      /* it was sent to, or "" */
  char *reason;       /* why the attempt is spoiled, void or said never to have come, or "" */
  gint64 holder_id;   /* attendee who holds or last held it, 0 for nobody */
  char *holder;       /* their name, or "" */
  gint64 issued_at;   /* last issue, 0 for never */
  gint64 changed_at;
  guint revision; /* of the paper */
  MskRecall recall;
  gint64 recalled_at; /* 0 for not */
  gint64 planned_id;  /* attendee whom it is planned for, 0 for nobody */
  char *planned;      /* their name, or "" */
  gint64 named_id;    /* attendee whose name the sheets carry, 0 for nobody's or no sheets yet */
  guint pages;        /* of the paper */
  guint pages_back;   /* that came back while the holder still answers for the rest; 0 for none */
  gint64 destruction_id; /* the batch for destruction that it waits in (D1), 0 for none */
};

MskCopy *msk_copy_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* M7: the copy is good, in store and free to be given out. Fails with MSK_RULE_ERROR_COPY_NOT_GOOD,
 * MSK_RULE_ERROR_COPY_RECALLED (whatever its state, with the next step for that),
 * _COPY_UNCERTAIN, _COPY_SPOILED, _COPY_VOID, _COPY_MISSING, _COPY_DESTROYED,
 * _COPY_WITH_ORIGINATOR, _IN_DESTRUCTION, _ALREADY_ISSUED or _ALREADY_RETURNED. */
gboolean msk_copy_check_issuable (MskCopy *self, GError **error);

/* Fails with MSK_RULE_ERROR_NOT_ISSUED, or _ALREADY_RETURNED, or as msk_copy_check_issuable() for a
 * copy that is nobody's to hand back. */
gboolean msk_copy_check_returnable (MskCopy *self, GError **error);

/* Whether sheets of it exist and are known good: it is in store, out or returned. Fails as
 * msk_copy_check_issuable() does for one that is not. */
gboolean msk_copy_check_exists (MskCopy *self, GError **error);

/* C2: whether copies may be made of this one: a genuine copy that exists, and that may be given out
 * or is out. Fails as msk_copy_check_issuable() does for one that may not, with
 * MSK_RULE_ERROR_COPY_RECALLED, or with MSK_RULE_ERROR_NOT_COPIED_FURTHER for a copy of a copy of a
 * copy. */
gboolean msk_copy_check_reproducible (MskCopy *self, GError **error);

/* Whether it can be ordered back: it is there, or may turn up, and no stricter recall than by order
 * stands. Fails as msk_copy_check_issuable() does for one that is not there, or with
 * MSK_RULE_ERROR_COPY_RECALLED. */
gboolean msk_copy_check_recallable (MskCopy *self, GError **error);

const char *msk_copy_state_get_label (MskCopyState state);
const char *msk_attempt_get_label (MskAttempt attempt);

/* Whether the copy is recalled and still in somebody's hands. */
gboolean msk_copy_is_recalled_and_out (const MskCopy *self);

/* Whether a recall takes the place of the one that a copy has already: a stricter one does. */
gboolean msk_recall_outranks (MskRecall recall, MskRecall old);

const char *msk_recall_get_label (MskRecall recall);

MskRecallEffect msk_copy_get_recall_effect (const MskCopy *self);

G_END_DECLS
