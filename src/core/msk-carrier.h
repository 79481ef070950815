/* A carrier that is no copy of a paper (C4): a notebook, a draft, a disk, as it stood when it was
 * read from the register. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-attendee.h"
#include "msk-copy.h"
#include "msk-level.h"

G_BEGIN_DECLS

/* Numbers in a meeting. */
#define MSK_CARRIER_NUMBER_MAX 9999u

typedef enum
{
  MSK_CARRIER_NOTEBOOK, /* 保密本 */
  MSK_CARRIER_DRAFT,
  MSK_CARRIER_MINUTES,
  MSK_CARRIER_DISK,
  MSK_CARRIER_FLIP_CHART,
  MSK_CARRIER_PHOTO, /* of a board */
  MSK_CARRIER_RECORDING,
  MSK_CARRIER_OTHER,
} MskCarrierKind;

#define MSK_CARRIER_N_KINDS (MSK_CARRIER_OTHER + 1)

/* What is put into the register; it never changes after. */
typedef struct
{
  MskCarrierKind kind;
  MskLevel level;
  const char *description; /* what it is */
  guint sheets;            /* or pages; 0 for what has none */
  const char *source;      /* who made or brought it */
} MskCarrierDraft;

#define MSK_TYPE_CARRIER (msk_carrier_get_type ())
G_DECLARE_FINAL_TYPE (MskCarrier, msk_carrier, MSK, CARRIER, GObject)

struct _MskCarrier
{
  GObject parent_instance;

  guint number; /* of the carriers' own series */
  MskCarrierKind kind;
  MskLevel level;
  char *description;
  guint sheets;
  char *source;
  gint64 registered_at;
  char *registered_by; /* user */
  MskCopyState state;  /* the terms of the balance; a carrier is never PRINTING */
  gint64 serial;       /* of the newest label, 0 before the first */
  MskAttempt label;    /* how that label stands: RESERVED before the first, never SPOILED */
  gint64 holder_id;    /* attendee who holds or last held it, 0 for nobody */
  char *holder;        /* their name, or "" */
  gint64 issued_at;    /* last issue, 0 for never */
  gint64 changed_at;
  gint64 destruction_id; /* the batch for destruction that it waits in (D1), 0 for none */
};

MskCarrier *msk_carrier_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* C4: a carrier has a name and somebody it comes from. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_carrier_check_draft (const MskCarrierDraft *draft, GError **error);

/* It is here, its label was scanned, and it may be given out. Fails with
 * MSK_RULE_ERROR_CARRIER_SPOILED, _CARRIER_VOID, _CARRIER_MISSING, _CARRIER_DESTROYED,
 * _CARRIER_WITH_ORIGINATOR, _IN_DESTRUCTION, _ALREADY_ISSUED or _LABEL_NOT_CONFIRMED. */
gboolean msk_carrier_check_issuable (MskCarrier *self, GError **error);

/* M4 and the level: whether this person may get it. What came back goes only to who had it, whose
 * notes are in it. Fails as msk_attendee_check_admissible(), or with
 * MSK_RULE_ERROR_CLEARANCE_TOO_LOW or _ALREADY_RETURNED. */
gboolean msk_carrier_check_receiver (MskCarrier *self, MskAttendee *attendee, GError **error);

/* Fails with MSK_RULE_ERROR_NOT_ISSUED, or _ALREADY_RETURNED, or as msk_carrier_check_issuable()
 * for one that is nobody's to hand back. */
gboolean msk_carrier_check_returnable (MskCarrier *self, GError **error);

/* Its label was just scanned for the first time. Fails with MSK_RULE_ERROR_ALREADY_GOOD, or
 * _LABEL_NOT_CONFIRMED for one that was not printed. */
gboolean msk_carrier_check_label (MskCarrier *self, GError **error);

/* A label may be made for it: it is here. Fails with MSK_RULE_ERROR_ALREADY_ISSUED, _CARRIER_VOID,
 * _CARRIER_MISSING or _CARRIER_DESTROYED. */
gboolean msk_carrier_check_labellable (MskCarrier *self, GError **error);

/* It was registered by mistake: only what never had a confirmed label and never left, since
 * whoever could declare another void could take it. Fails with MSK_RULE_ERROR_ALREADY_GOOD. */
gboolean msk_carrier_check_voidable (MskCarrier *self, gboolean ever_labelled, GError **error);

/* It is here and goes to those for destruction. Fails with MSK_RULE_ERROR_ALREADY_ISSUED, or as
 * msk_carrier_check_issuable() for one that is not here or waits for destruction already. */
gboolean msk_carrier_check_spoilable (MskCarrier *self, GError **error);

/* In the user's language. Static text. */
const char *msk_carrier_kind_get_label (MskCarrierKind kind);

/* The kind for paper that both languages read: "保密本 notebook". The caller owns it. */
char *msk_carrier_kind_dup_words (MskCarrierKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* How the label stands, in the user's language. Static text. */
const char *msk_carrier_label_get_label (MskAttempt label);

G_END_DECLS
