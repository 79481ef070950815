/* One set of spoiled or surplus sheets that waits for destruction (C3), as the register has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-copy.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_SPOILAGE_SPOILED, /* came out wrong */
  MSK_SPOILAGE_SURPLUS, /* came out a second time: a copy too many, with a tag that is in use */
  MSK_SPOILAGE_VOID,    /* came out although the number had been given up */
} MskSpoilageKind;

#define MSK_TYPE_SPOILAGE (msk_spoilage_get_type ())
G_DECLARE_FINAL_TYPE (MskSpoilage, msk_spoilage, MSK, SPOILAGE, GObject)

struct _MskSpoilage
{
  GObject parent_instance;

  gint64 id;     /* what staff write on the set */
  gint64 serial; /* of the print attempt whose tag the sheets carry */
  guint number;  /* of the copy */
  gint64 paper_id;
  char *document_number; /* of the paper */
  MskSpoilageKind kind;
  guint sheets;
  char *reason;
  char *place; /* where they came out, or "" */
  gint64 registered_at;
  char *registered_by; /* user */
  MskCopyState
      state;      /* SPOILED while it waits for destruction, then DESTROYED or WITH_ORIGINATOR */
  gint64 gone_at; /* when it was destroyed or sent back, 0 for not yet */
  gint64 destruction_id; /* the open batch for destruction that it is in (D1), 0 for none */

  /* In the sweep; all nought before it and for a set that a spoiled copy of the expected set stands
   * for. */
  gboolean expected;
  gint64 first_seen_at;
  guint sightings;
  gboolean by_hand;  /* it was seen by its number, not scanned */
  gint64 missing_at; /* when it was reported missing */
  char *remark;
};

MskSpoilage *msk_spoilage_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_RULE_ERROR_SCAN_ITS_CODE when the set has a code of its own: then it is scanned,
 * and only a surplus set, which shares that of its copy, is taken by its number. */
gboolean msk_spoilage_check_by_hand (MskSpoilage *self, GError **error);

/* M9: whether it lets the meeting close: not expected by itself, or seen, or reported missing. */
gboolean msk_spoilage_is_explained (MskSpoilage *self);

/* As which kind a further set of sheets of an attempt is registered (C3). Fails with
 * MSK_RULE_ERROR_COPY_NOT_GOOD when nothing of the attempt was sent to a printer yet. */
gboolean msk_spoilage_kind_of_surplus (MskAttempt attempt, MskSpoilageKind *kind, GError **error);

/* Static text in the user's language. */
const char *msk_spoilage_kind_get_label (MskSpoilageKind kind);

G_END_DECLS
