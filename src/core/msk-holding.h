/* Something of the meeting that somebody has with them: a copy, a notebook or other carrier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-level.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_HOLDING_COPY,
  MSK_HOLDING_CARRIER,
  MSK_HOLDING_DEVICE, /* their own, in deposit: to be given back */
} MskHoldingKind;

typedef struct
{
  MskHoldingKind kind;
  guint number;
  MskLevel level; /* of the paper or the carrier */
  gboolean away;  /* by permit: the keeper answers for it outside */
  char *text;     /* the paper's number, or what the carrier or the device is */
} MskHolding;

/* Takes text. */
MskHolding *msk_holding_new (MskHoldingKind kind,
                             guint number,
                             MskLevel level,
                             gboolean away,
                             char *text) G_GNUC_WARN_UNUSED_RESULT;
void msk_holding_free (MskHolding *self);

/* In one line, in the user's language: "copy 000014 (paper)". The caller owns it. */
char *msk_holding_dup_text (const MskHolding *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskHolding, msk_holding_free)

G_END_DECLS
