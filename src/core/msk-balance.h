/* The balance: every number that was allocated is somewhere (domain: the balance, after
 * ballot-paper accounts). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-copy.h"

G_BEGIN_DECLS

typedef struct
{
  guint approved;                  /* copies approved, with those of copies */
  guint allocated;                 /* counted from the blocks of numbers reserved */
  guint counts[MSK_COPY_N_STATES]; /* counted from the copies themselves */
  guint good;                      /* copies that had a good sheet at some time */
  /* The copies of copies (C2) among them, which have approvals of their own; the last are those
   * that are, or may still become, good. */
  guint reproductions_approved;
  guint reproductions_good;
  guint reproductions_live;
  guint spoiled_sets;  /* sets in the register of spoiled sheets (C3): those of the spoiled
                          numbers, of numbers that were printed anew, and surplus ones */
  guint parts;         /* copies that came back in part and are still held, away or missing */
  guint pages_missing; /* of those copies */
  gboolean broken; /* of a sum: one of its parts does not hold; of a paper: a spoiled number has no
                      set in the register of spoiled sheets */
} MskBalance;

/* allocated = the sum of the terms, good ≤ approved for copies of the paper and for copies of its
 * copies alike, and nothing is broken. */
gboolean msk_balance_holds (const MskBalance *self);

/* Adds the figures of another paper to self. */
void msk_balance_add (MskBalance *self, const MskBalance *other);

/* The balance in one line in the user's language, without the terms that are nought. The caller
 * owns it. */
char *msk_balance_dup_text (const MskBalance *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
